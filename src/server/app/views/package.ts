import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import { lookUp } from '#server/law/look-up.ts';
import { type DocumentKey, documentOf } from '#words/clauses/documents.ts';
import type { Locale } from '#words/i18n.ts';
import { type PublishedOwn, packageDocuments, packageFor, territoryOf } from '../documents.ts';

type Package = {
	readonly language: Locale;
	readonly territory: string;
	readonly documents: Readonly<Record<string, number>>;
	readonly texts: Readonly<Record<string, Readonly<Record<string, ClauseWords>>>>;
};

/** What `policy.send` is given; without settings or documents it is empty, so that the gate says what is missing. */
export function packageToSend(
	facts: Facts,
	person: PersonId,
	{ day, own }: { readonly day: LocalDate; readonly own: PublishedOwn },
): Readonly<Record<string, unknown>> {
	const who = facts.dossier.joint.dossier.persons[person];
	const territory = territoryOf(
		facts.dossier.joint.place.home?.territory ?? facts.practitioner.practitioner.profile?.territory,
	);
	return (
		packageFor(facts, person, day, own) ?? {
			person,
			documents: {},
			language: who?.language === 'en' ? 'en' : 'fr',
			territory,
			texts: {},
		}
	);
}

/** What would be handed to one person today, word for word, and what they have. */
function previewOf(facts: Facts, person: PersonId, at: { readonly day: LocalDate; readonly own: PublishedOwn }) {
	const { language, territory, documents, texts } = packageToSend(facts, person, at) as Package;
	const { sent } = facts.dossier.of(person).consent;
	const would = Object.entries(documents).map(([key, version]) => ({
		key,
		title: documentOf(key as DocumentKey).titles[language],
		version,
		...(sent[key] && { sentVersion: sent[key].version, sentAt: sent[key].evidence.at }),
		clauses: Object.entries(texts[key] ?? {}).map(([clause, words]) => ({ clause, ...words })),
	}));
	const latest = Object.values(sent).sort((a, b) => b.evidence.at - a.evidence.at)[0];
	const current =
		would.length > 0 && would.every((d) => d.sentVersion === d.version) && latest?.territory === territory;
	return { language, territory, documents: would, current, ...(latest && { sentAt: latest.evidence.at }) };
}

/** The package of each person, and what the practice lacks before a whole one can leave. */
export function packageOf(
	facts: Facts,
	{ day, lang, own }: { readonly day: LocalDate; readonly lang: Locale; readonly own: PublishedOwn },
) {
	const { practice, policies } = facts.practice;
	const regulator = lookUp('regulator', territoryOf(facts.practitioner.practitioner.profile?.territory), day).value;
	const unpublished = packageDocuments
		.filter((key) => !policies.documents[key]?.published)
		.map((key) => ({ key, title: documentOf(key).titles[lang] }));
	return {
		hasTerms: practice.terms !== undefined,
		hasHome: facts.dossier.joint.place.home !== undefined,
		unpublished,
		...(regulator && !practice.regulators[regulator.key] && { regulatorUnverified: regulator.name[lang] }),
		persons: beneficiaries(facts.dossier.joint.dossier).map(({ id, name, account }) => ({
			id,
			name,
			hasAccount: account !== undefined,
			...previewOf(facts, id, { day, own }),
		})),
	};
}
