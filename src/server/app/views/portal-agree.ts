import { inForce, openQuestions, type Versions } from '#server/capabilities/consent/facts.ts';
import { countsUntil } from '#server/capabilities/policies/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Instant } from '#server/kernel/time.ts';
import { gate } from '#server/norms/judge.ts';
import type { Locale } from '#words/i18n.ts';
import type { OpenPortal } from './portal.ts';
import { channelChoices } from './portal-means.ts';
import { type HandedText, handedTexts } from './portal-reading.ts';

/** The steps towards a consent, in the order a person takes them. */
export const agreeSteps = ['read', 'means', 'notices', 'words', 'sign'] as const;
export type AgreeStep = (typeof agreeSteps)[number];

/** What somebody else has to do before this person can sign. */
export type Awaited =
	| 'answer'
	| 'explain'
	| 'capacity'
	| 'age'
	| 'representative'
	| 'discussion'
	| 'adapt'
	| 'conversation';

/** Where a person stands on the way to a consent. */
export interface Standing {
	/** `again`: a consent is in force, and newer versions were handed since; care that runs goes on. */
	readonly state: 'nothing' | 'open' | 'given' | 'again' | 'withdrawn';
	readonly step: AgreeStep;
	readonly done: Readonly<Record<AgreeStep, boolean>>;
	/** The form in which to be informed is still to be said. */
	readonly asksVariant: boolean;
	readonly awaited: readonly Awaited[];
	/** Nothing misses any more: the button to sign is there. */
	readonly maySign: boolean;
	/** The first step that signing needs and that is still the person's to take. */
	readonly owed?: 'read' | 'words';
	/** At this step there is nothing left for the person to do: somebody else comes first. */
	readonly waits: boolean;
	/** Exactly what signing would cover. */
	readonly versions: Versions;
	readonly givenAt?: Instant;
}

const others: Readonly<Record<string, Awaited>> = {
	'question.answer': 'answer',
	'capacity.assess': 'capacity',
	'age.record': 'age',
	'representative.name': 'representative',
	'discussion.record': 'discussion',
	'qc-2.03-a.adaptation': 'adapt',
	'qc-2.07-d.again': 'conversation',
};

type Standpoint = Pick<OpenPortal, 'facts' | 'own' | 'who' | 'now' | 'session'>;

/** What the norms of signing still miss, told as who has to do it. */
function missing({ facts, own, who, now, session }: Standpoint) {
	const unmet = gate(['consent.record'], facts, { now, focus: { person: who.id } });
	const lacks = (act: string): boolean => unmet.some((u) => u.mend?.act === act && !others[u.why]);
	const unexplained = Object.entries(own.consent.sent).some(
		([key, s]) => own.consent.explained[key]?.version !== s.version,
	);
	const needsOther = own.consent.capacity?.result === 'notAble' && who.account === session.account;
	const awaited = [
		...unmet.flatMap((u) => others[u.why] ?? others[u.mend?.act ?? ''] ?? []),
		...(openQuestions(own.consent).some(([, q]) => !q.answered) ? (['answer'] as const) : []),
		...(unexplained ? (['explain'] as const) : []),
		...(needsOther ? (['representative'] as const) : []),
	];
	return { lacks, awaited: [...new Set(awaited)], unmet: unmet.length };
}

function stateOf({ own: { consent }, facts }: Standpoint, versions: Versions): Standing['state'] {
	if (Object.keys(versions).length === 0) return 'nothing';
	if (consent.withdrawn) return 'withdrawn';
	if (!inForce(consent)) return 'open';
	// A minor change informs; what was never agreed to, or changed materially since, is asked.
	const { documents } = facts.practice.policies;
	const changed = Object.entries(versions).some(([key, version]) => {
		const agreed = consent.given?.documents[key];
		return agreed === undefined || (agreed < version && countsUntil(documents[key], agreed) !== undefined);
	});
	return changed ? 'again' : 'given';
}

/** Where this person stands, from the record alone. */
export function standingOf(open: Standpoint): Standing {
	const { own, facts } = open;
	const { consent } = own;
	const versions = Object.fromEntries(Object.entries(consent.sent).map(([key, s]) => [key, s.version]));
	const { lacks, awaited, unmet } = missing(open);
	const state = stateOf(open, versions);
	const invited = consent.questionsOffered !== undefined || Object.keys(consent.questions).length > 0;
	const asksVariant = lacks('information.adapt');
	const done: Standing['done'] = {
		read: invited && openQuestions(consent).length === 0 && !asksVariant,
		means: Object.keys(consent.channels).length > 0 || channelChoices(own, facts).length === 0,
		notices: noticesFor(open).every((n) => n.acknowledged),
		words: !lacks('teachBack.record') && !awaited.includes('conversation'),
		sign: state === 'given',
	};
	const step = state === 'given' ? 'sign' : (agreeSteps.find((s) => !done[s]) ?? 'sign');
	const unanswered = invited && !asksVariant && openQuestions(consent).every(([, q]) => !q.answered);
	const waits = {
		read: unanswered,
		means: false,
		notices: false,
		words: awaited.includes('conversation'),
		sign: awaited.length > 0,
	}[step];
	const owed =
		!done.read && !unanswered ? 'read' : !done.words && !awaited.includes('conversation') ? 'words' : undefined;
	return {
		state,
		step,
		done,
		asksVariant,
		awaited,
		waits,
		maySign: unmet === 0 && awaited.length === 0 && openQuestions(consent).length === 0,
		versions,
		...(owed && { owed }),
		...(consent.given && inForce(consent) && { givenAt: consent.given.evidence.at }),
	};
}

interface Asked {
	readonly key: string;
	/** The clause that says it, as it was handed; the list of third parties is told as it stands now. */
	readonly clause?: readonly [document: string, clause: string];
	readonly version: number;
	readonly acknowledged: boolean;
}

/** The notices this person is asked to acknowledge, beside those of each means. */
function noticesFor({ own, facts }: Standpoint): readonly Asked[] {
	const { sent, acknowledged, channels } = own.consent;
	const { thirdPartiesVersion } = facts.practice.practice;
	const several = beneficiaries(facts.dossier.joint.dossier).length > 1;
	const outside =
		['email', 'textMessage', 'voiceMail'].some((c) => own.messages.outside[c]) ||
		channels.email?.on ||
		channels.textMessage?.on;
	const quoted = (key: string, document: string, clause: string): readonly Asked[] => {
		const handed = sent[document];
		if (!handed?.clauses.includes(clause)) return [];
		return [
			{ key, clause: [document, clause], version: handed.version, acknowledged: acknowledged[key] !== undefined },
		];
	};
	return [
		...(several ? quoted('multiParty', 'services', 'multiParty') : []),
		...(thirdPartiesVersion > 0
			? [
					{
						key: 'thirdParties',
						version: thirdPartiesVersion,
						acknowledged: (acknowledged.thirdParties?.version ?? -1) >= thirdPartiesVersion,
					},
				]
			: []),
		...(outside ? quoted('thirdPartyMessaging', 'services', 'thirdPartyMessaging') : []),
		...quoted('communications', 'communications', 'messaging'),
		...quoted('noRepublish', 'services', 'noRepublish'),
	];
}

/** A notice as it is read: its words, in the language they were handed in. */
export interface Notice {
	readonly key: string;
	readonly version: number;
	readonly acknowledged: boolean;
	readonly title?: string;
	readonly lines: readonly string[];
	readonly language: Locale;
}

/** The notices with their words. */
export function notices(open: OpenPortal, texts: ReadonlyMap<string, HandedText>): readonly Notice[] {
	const { facts, lang, own } = open;
	const easy = own.consent.needs?.variant === 'easyRead';
	return noticesFor(open).flatMap(({ clause, ...notice }): readonly Notice[] => {
		if (!clause) {
			const parties = Object.values(facts.practice.practice.thirdParties);
			return [
				{ ...notice, lines: parties.map((t) => [t.name, t.purpose[lang], t.shared[lang]].join(' · ')), language: lang },
			];
		}
		const text = texts.get(clause[0]);
		const words = text?.clauses.find((c) => c.key === clause[1]);
		return text && words
			? [{ ...notice, title: words.title, lines: easy ? words.easy : words.summary, language: text.language }]
			: [];
	});
}

/** The clauses best said again in one's own words: what stays between us first, then what to do in danger. */
const toldBack = [
	['services', 'limits'],
	['confidentiality', 'exceptions'],
	['communications', 'emergency'],
	['plans', 'emergencyPlan'],
] as const;

/** The question of « Redites-le dans vos mots », from what was handed. */
export function ownWords(texts: ReadonlyMap<string, HandedText>):
	| {
			readonly clause: string;
			readonly question: string;
			readonly summary: readonly string[];
			readonly language: Locale;
	  }
	| undefined {
	for (const [document, key] of toldBack) {
		const text = texts.get(document);
		const clause = text?.clauses.find((c) => c.key === key);
		if (text && clause?.question)
			return { clause: key, question: clause.question, summary: clause.summary, language: text.language };
	}
	return undefined;
}

/** The documents whose words the steps quote. */
export const quotedTexts = (open: OpenPortal): Promise<ReadonlyMap<string, HandedText>> =>
	handedTexts(open, ['services', 'confidentiality', 'communications', 'plans']);

/** Understood only when the person says so; wishing to talk is an answer too. */
export const saidBack = ({ clear, talk, ...input }: Record<string, unknown>): unknown => ({
	...input,
	understood: clear === 'yes' && talk === undefined,
	inConversation: false,
});
