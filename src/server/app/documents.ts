import type { Facts } from '#server/capabilities/index.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import { allForClient, forClient, lookUp } from '#server/law/look-up.ts';
import { compose } from '#words/clauses/compose.ts';
import { type DocumentKey, documentKeys } from '#words/clauses/documents.ts';
import type { ClauseFacts, RegulatorFacts, Vocabulary } from '#words/clauses/facts.ts';
import { inOwnWords, type OwnClause, type OwnWords } from '#words/clauses/own.ts';
import { canonicalMissed, canonicalStorage, missedFrom, privacyStates } from '#words/clauses/states.ts';
import type { Locale } from '#words/i18n.ts';
import { isTerritory, type Territory } from '#words/territories.ts';
import { languageOf } from './language.ts';

/** For whom a document is written: the place whose rules it states, one person or several, as of which day. */
export interface Addressee {
	readonly territory: Territory;
	readonly client?: 'one' | 'several';
	readonly day: LocalDate;
}

const plain: Vocabulary = {
	regulator: { fr: 'l’organisme de réglementation', en: 'the regulator' },
	registrationNumber: { fr: 'numéro de permis ou d’immatriculation', en: 'permit or registration number' },
	complain: { fr: 'porter plainte', en: 'make a complaint' },
	breach: { fr: 'incident de confidentialité', en: 'privacy incident' },
};

/** The place of a text, as the packs know places. */
export const territoryOf = (text: string | undefined): Territory => (isTerritory(text) ? text : 'OTHER');

/** The practitioner's regulator, whole only when somebody of the practice verified its coordinates or the pack read them. */
function regulatorFor({ practitioner, practice }: Facts, day: LocalDate): RegulatorFacts | undefined {
	const { profile } = practitioner.practitioner;
	const found = lookUp('regulator', territoryOf(profile?.territory), day).value;
	const verified = found && practice.practice.regulators[found.key];
	if (!found || !verified) return undefined;
	return {
		name: found.name,
		complaint: found.complaint,
		address: verified.address,
		phones: verified.phones,
		email: verified.email,
		site: verified.site,
	};
}

/** What clauses are filled with: settings, the rule pack of the client's place, and what the running system does. */
export function clauseFacts(facts: Facts, { territory, client, day }: Addressee): ClauseFacts | undefined {
	const { terms, profile: house, thirdParties, members } = facts.practice.practice;
	const { profile: who, permits } = facts.practitioner.practitioner;
	if (!terms || !house || !who) return undefined;
	const home = territoryOf(who.territory);
	const officer = Object.values(members).find((m) => m.roles.includes('privacyOfficer')) ?? Object.values(members)[0];
	const regulator = regulatorFor(facts, day);
	const minors = forClient(lookUp('retention', home, day))?.minorsYearsAfterMajority;
	const authority = allForClient('breachAuthority', territory, day)[0];
	const reply = forClient(lookUp('accessReply', home, day));
	return {
		practice: { name: house.name },
		practitioner: {
			name: who.name,
			title: { fr: who.title, en: who.title },
			number: (permits.findLast((p) => p.territory === who.territory) ?? permits.at(-1))?.number ?? '',
			address: who.address,
			phone: who.phone,
			email: who.email,
		},
		territory,
		...(client && { client }),
		vocabulary: lookUp('vocabulary', home, day).value ?? plain,
		...(regulator && { regulator }),
		channels: ['video', 'phone', 'chat', ...(facts.system.mail ? (['email'] as const) : [])],
		inPerson: who.office,
		fees:
			terms.fees.length > 0
				? terms.fees.map((f) => ({ label: f.label, amount: f.amount / 100, currency: 'CAD' }))
				: 'free',
		...(terms.missed && { missed: terms.missed }),
		thirdParties: Object.values(thirdParties),
		alternatives: terms.alternatives[territory] ?? [],
		exceptions: allForClient('secrecyException', territory, day),
		storage: facts.system.storage,
		security: {
			encryptedInTransit: true,
			endToEndVideo: true,
			strongSignIn: true,
			firewallAttested: terms.firewallAttested,
		},
		retention: {
			years: terms.retentionYears,
			start: 'lastService',
			...(minors !== undefined && { minorsYearsAfterMajority: minors }),
		},
		replyWithin: terms.replyWithin,
		hours: terms.hours,
		...(terms.cover && { cover: terms.cover }),
		crisis: allForClient('helpLine', territory, day),
		interruption: terms.interruption,
		...(authority && { breachAuthority: authority }),
		...(reply && { accessReply: reply }),
		privacyOfficer: { name: officer?.name ?? house.name, contact: house.email },
		privacyLaws: allForClient('privacyLaw', territory, day),
		...(terms.cards && { cards: terms.cards }),
	};
}

/** The clauses that a document would have today, all of the library's that its facts allow. */
export const availableClauses = (facts: Facts, document: DocumentKey, to: Addressee): readonly string[] => {
	const filled = clauseFacts(facts, to);
	return filled ? compose(document, filled, 'fr').clauses.map((c) => c.key) : [];
};

const wordsOf = (facts: ClauseFacts, document: DocumentKey, lang: Locale): Readonly<Record<string, ClauseWords>> =>
	Object.fromEntries(
		compose(document, facts, lang).clauses.map(({ key, ...words }) => [key, structuredClone(words) as ClauseWords]),
	);

/** A clause in both languages, as it is published. */
export type BothWords = Readonly<Record<Locale, ClauseWords>>;

/** Every clause that the library can write today for the practice's own place, in both languages. */
export function libraryWords(
	facts: Facts,
	document: DocumentKey,
	day: LocalDate,
): Readonly<Record<string, BothWords>> | undefined {
	const filled = clauseFacts(facts, { territory: territoryOf(facts.practice.practice.profile?.territory), day });
	if (!filled) return undefined;
	const [fr, en] = [wordsOf(filled, document, 'fr'), wordsOf(filled, document, 'en')];
	return Object.fromEntries(
		Object.keys(fr).flatMap((key) => (fr[key] && en[key] ? [[key, { fr: fr[key], en: en[key] }]] : [])),
	);
}

/** The words of one clause of a draft: the practice's own where it wrote them, else the library's. */
const draftWords = (
	clause: string,
	own: OwnClause | undefined,
	library: BothWords | undefined,
): BothWords | undefined =>
	own ? { fr: inOwnWords(clause, own, 'fr', library?.fr), en: inOwnWords(clause, own, 'en', library?.en) } : library;

/** What a document states of the running system and of the settings; kept with its version, so that neither can drift apart. */
function statesOf({ practice, system }: Facts, document: DocumentKey): Readonly<Record<string, string>> {
	const { terms, thirdParties } = practice.practice;
	// Where the practice wrote the clause itself, nothing shows that its words hold the rule.
	const fees = practice.policies.documents.services?.draft.fees;
	if (document === 'services')
		return terms?.missed && fees?.own === false ? { missed: canonicalMissed(terms.missed) } : {};
	const all = privacyStates({
		storage: system.storage,
		retentionYears: terms?.retentionYears,
		thirdParties: Object.values(thirdParties),
	});
	if (document === 'privacy') return all;
	return document === 'records'
		? { storage: canonicalStorage(system.storage), retention: String(terms?.retentionYears ?? '') }
		: {};
}

/**
 * The input of `policy.publish`: the draft's clauses composed with what is so now, and what they state of the system.
 * `own`: the texts of the clauses that the practice wrote itself.
 */
export function publication(
	facts: Facts,
	document: DocumentKey,
	day: LocalDate,
	own: OwnWords = {},
): Record<string, unknown> | undefined {
	const draft = facts.practice.policies.documents[document]?.draft ?? {};
	const library = libraryWords(facts, document, day);
	if (!library) return undefined;
	const clauses = Object.fromEntries(
		Object.entries(draft).flatMap(([key, { own: isOwn }]) => {
			const words = draftWords(key, isOwn ? own[key] : undefined, library[key]);
			return words ? [[key, words]] : [];
		}),
	);
	return {
		document,
		clauses,
		states: statesOf(facts, document),
	};
}

const inLanguage = (own: PublishedOwn[string] = {}, language: Locale): Readonly<Record<string, ClauseWords>> =>
	Object.fromEntries(Object.entries(own).map(([clause, words]) => [clause, words[language]]));

/** The documents of the information package, in the order one reads them; cards only where cards are taken. */
export const packageDocuments: readonly DocumentKey[] = documentKeys.filter(
	(k) => k !== 'breach' && k !== 'identity' && k !== 'cards' && k !== 'workplace',
);

/** What a missed meeting may cost is said as the published version says it, whatever was set since. */
const asPublished = (
	{ missed: _, ...filled }: ClauseFacts,
	{ missed }: Readonly<Record<string, string>>,
): ClauseFacts => {
	const rule = missedFrom(missed);
	return { ...filled, ...(rule && { missed: rule }) };
};

/** Clauses that a practice published in its own words, by document and clause. */
export type PublishedOwn = Readonly<Record<string, Readonly<Record<string, BothWords>>>>;

/**
 * The input of `policy.send`: every published document, composed for this person, in their language and for their
 * place; `own`: the clauses that were published in the practice's own words, which nothing composes.
 */
export function packageFor(
	facts: Facts,
	person: string,
	day: LocalDate,
	own: PublishedOwn = {},
): Record<string, unknown> | undefined {
	const { dossier, place } = facts.dossier.joint;
	const who = dossier.persons[person];
	const territory = territoryOf(place.home?.territory ?? facts.practitioner.practitioner.profile?.territory);
	const several =
		Object.values(dossier.persons).filter((p) => p.leftAt === undefined && p.roles.includes('beneficiary')).length > 1;
	const filled = clauseFacts(facts, { territory, client: several ? 'several' : 'one', day });
	if (!who || !filled) return undefined;
	const language = languageOf(facts, person);
	const sent = packageDocuments.flatMap((key) => {
		const published = facts.practice.policies.documents[key]?.published;
		if (!published) return [];
		const composed = {
			...wordsOf(asPublished(filled, published.states), key, language),
			...inLanguage(own[key], language),
		};
		const words = Object.entries(composed).filter(
			([clause]) => published.clauses.includes(clause) || clause === 'multiParty',
		);
		return [{ key, version: published.version, words: Object.fromEntries(words) }];
	});
	return {
		person,
		language,
		territory,
		documents: Object.fromEntries(sent.map((d) => [d.key, d.version])),
		texts: Object.fromEntries(sent.map((d) => [d.key, d.words])),
	};
}
