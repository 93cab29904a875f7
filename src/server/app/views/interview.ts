import { openQuestions } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import { ageOn, dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { lookUp, type Mark } from '#server/law/look-up.ts';
import { gate } from '#server/norms/judge.ts';
import { documentKeys, documentOf } from '#words/clauses/documents.ts';
import type { Locale } from '#words/i18n.ts';
import type { Territory } from '#words/territories.ts';
import { territoryOf } from '../documents.ts';
import { bodyAt } from './bodies.ts';
import { pathOf } from './file.ts';

/** The clauses that a person tells again in their own words: what could go wrong, and what is not kept secret. */
const toldAgain = ['risks', 'limits'] as const;

type SentBody = { readonly texts: Readonly<Record<string, Readonly<Record<string, ClauseWords>>>> };

/** The lines whose words the page shows again. */
export const interviewLines = (facts: Facts): readonly (number | undefined)[] =>
	beneficiaries(facts.dossier.joint.dossier).flatMap(({ id }) => {
		const { consent } = facts.dossier.of(id);
		return [
			consent.sent.services?.evidence.seq,
			consent.capacity?.evidence.seq,
			consent.needs?.evidence.seq,
			consent.discussion?.evidence.seq,
		];
	});

/** From which age somebody consents alone where this client is, and how far that line may be trusted. */
export interface ConsentAge {
	readonly territory: Territory;
	readonly mark: Mark;
	readonly alone?: number;
	readonly settled?: boolean;
	readonly below?: string;
	readonly source?: string;
	readonly readOn?: LocalDate;
	readonly majority?: number;
}

/** Look that age up; the practitioner sees its mark, its source and the day it was read. */
export function consentAge(facts: Facts, day: LocalDate, lang: Locale): ConsentAge {
	const territory = territoryOf(
		facts.dossier.joint.place.home?.territory ?? facts.practitioner.practitioner.profile?.territory,
	);
	const { mark, value, line } = lookUp('ageOfConsent', territory, day);
	const majority = lookUp('ageOfMajority', territory, day).value;
	return {
		territory,
		mark,
		...(value && { alone: value.alone, settled: value.settled, below: value.below[lang] }),
		...(line && { source: line.source, readOn: line.verifiedOn }),
		...(majority !== undefined && { majority }),
	};
}

/** The documents a person was handed, and whether this version was explained. */
export function documentsOf(facts: Facts, person: PersonId, lang: Locale) {
	const { consent } = facts.dossier.of(person);
	return documentKeys.flatMap((key) => {
		const sent = consent.sent[key];
		if (!sent) return [];
		const told = consent.explained[key];
		return [
			{
				key,
				title: documentOf(key).titles[lang],
				version: sent.version,
				...(told?.version === sent.version && { explainedAt: told.evidence.at }),
			},
		];
	});
}

/** The points of the page, in the order one talks; the acts that norms name for each. */
const points = {
	documents: 'document.explain',
	identity: 'identity.check',
	limits: 'limits.tell',
	age: 'age.record',
	capacity: 'capacity.assess',
	needs: 'information.adapt',
	questions: 'questions.offer',
	discussion: 'discussion.record',
	teachBack: 'teachBack.record',
} as const;
/** One of those points. */
export type Point = keyof typeof points;

/** What one came here to mend for this person: the points that the waiting form lacks. */
function lacking(facts: Facts, person: PersonId, { now, mending }: Looking): readonly Point[] {
	if (mending === undefined) return [];
	const acts = gate([mending], facts, { now, focus: { person } }).map(({ mend }) => mend?.act);
	return (Object.keys(points) as Point[]).filter((point) => acts.includes(points[point]));
}

function identityOf(facts: Facts, person: PersonId) {
	const { checked, waived, limitsTold, codeWord } = facts.dossier.of(person).identity;
	return {
		...(facts.dossier.joint.dossier.anonymous && { nameless: true as const }),
		...(codeWord && { wordAt: codeWord.at }),
		...(checked && { checked: { document: checked.document, how: checked.how, at: checked.evidence.at } }),
		...(waived && { waived: { reason: waived.reason, at: waived.evidence.at } }),
		...(limitsTold && { limitsToldAt: limitsTold.at }),
	};
}

function ageOf(facts: Facts, person: PersonId, now: Instant) {
	const { age } = facts.dossier.of(person).suitability;
	if (!age) return undefined;
	const { birthDate, band } = age;
	return {
		at: age.evidence.at,
		...(birthDate !== undefined && { birthDate, years: ageOn(birthDate, dayOf(now)) }),
		...(band !== undefined && { band }),
	};
}

type Bodies = ReadonlyMap<number, Entry>;

function toldOf(facts: Facts, person: PersonId, bodies: Bodies) {
	const { consent } = facts.dossier.of(person);
	const words = bodyAt<SentBody>(bodies, consent.sent.services?.evidence.seq, 'package.sent')?.texts.services ?? {};
	const clauses = [...new Set<string>([...toldAgain.filter((key) => words[key]), ...Object.keys(consent.teachBack)])];
	return clauses.map((clause) => {
		const told = consent.teachBack[clause];
		const { title = clause, question } = words[clause] ?? {};
		return {
			clause,
			title,
			...(question !== undefined && { question }),
			...(told && { understood: told.understood, inConversation: told.inConversation, at: told.evidence.at }),
		};
	});
}

/** When and in which language one looks, and which gate refused the form that waits, if one came to mend. */
interface Looking {
	readonly now: Instant;
	readonly lang: Locale;
	readonly mending?: 'consent.record' | 'service.start' | undefined;
}

/** The first point that is still to do; one thing at a time. */
function firstToDo(facts: Facts, person: PersonId, now: Instant): Point | undefined {
	const steps = pathOf(facts, now).filter((s) => s.place === 'interview' && s.person === person && !s.done);
	const keys: readonly string[] = steps.map((s) => (s.key === 'explain' ? 'documents' : s.key));
	return (Object.keys(points) as Point[]).find((point) => keys.includes(point));
}

/** What the initial interview has to go through with each person, and what the record shows of it. */
export function interviewOf(facts: Facts, bodies: Bodies, looking: Looking) {
	const { now, lang } = looking;
	return beneficiaries(facts.dossier.joint.dossier).map(({ id, name, language }) => {
		const { consent } = facts.dossier.of(id);
		const { capacity, needs, discussion, questionsOffered } = consent;
		const basis = bodyAt<{ basis: string }>(bodies, capacity?.evidence.seq, 'capacity.assessed')?.basis;
		const adaptation = bodyAt<{ adaptation?: string }>(bodies, needs?.evidence.seq, 'information.adapted')?.adaptation;
		const note = bodyAt<{ note?: string }>(bodies, discussion?.evidence.seq, 'discussion.held')?.note;
		const age = ageOf(facts, id, now);
		const lacks = lacking(facts, id, looking);
		const first = firstToDo(facts, id, now);
		return {
			id,
			name,
			language,
			/** Those that stand open: what was lacking, else the next to do. */
			open: lacks.length > 0 ? lacks : first ? [first] : [],
			/** More than one is lacking: one goes back after the last. */
			stay: lacks.length > 1,
			documents: documentsOf(facts, id, lang),
			identity: identityOf(facts, id),
			...(age && { age }),
			...(capacity && {
				capacity: { result: capacity.result, at: capacity.evidence.at, ...(basis !== undefined && { basis }) },
			}),
			...(needs && {
				needs: {
					language: needs.language,
					variant: needs.variant,
					at: needs.evidence.at,
					...(adaptation !== undefined && { adaptation }),
				},
			}),
			...(discussion && {
				discussion: {
					risks: discussion.risks,
					benefits: discussion.benefits,
					voluntary: discussion.voluntary,
					at: discussion.evidence.at,
					...(note !== undefined && { note }),
				},
			}),
			questions: {
				...(questionsOffered && { offeredAt: questionsOffered.at }),
				asked: Object.keys(consent.questions).length,
				open: openQuestions(consent).length,
			},
			teachBack: toldOf(facts, id, bodies),
		};
	});
}
