import { inForce } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import { type DocumentKey, documentOf } from '#words/clauses/documents.ts';
import { pointName } from '#words/clauses/names.ts';
import type { Locale } from '#words/i18n.ts';
import { bodyAt } from './bodies.ts';

/** The line in which one person's package was handed last. */
export const packageLine = (facts: Facts, person: string): number | undefined =>
	Object.values(facts.dossier.of(person).consent.sent)
		.map((s) => s.evidence.seq)
		.sort((a, b) => b - a)[0];

/** What each person has on paper, and what should still leave or come back. */
export const papersOf = (facts: Facts) =>
	beneficiaries(facts.dossier.joint.dossier).map(({ id, name, account }) => {
		const { consent, papers, intake } = facts.dossier.of(id);
		const sent = Object.values(consent.sent).sort((a, b) => b.evidence.at - a.evidence.at)[0];
		const { given } = consent;
		const aloud = given && inForce(consent) && given.means !== 'signature' ? given : undefined;
		return {
			id,
			name,
			hasAccount: account !== undefined,
			...(intake.contact?.address !== undefined && { address: intake.contact.address }),
			...(sent && { sentAt: sent.evidence.at }),
			...(papers.posted && { posted: { at: papers.posted.evidence.at, means: papers.posted.means } }),
			...(aloud && { consent: { id: aloud.id, at: aloud.evidence.at, means: aloud.means } }),
			...(aloud &&
				papers.copy?.consent === aloud.id && { copy: { at: papers.copy.evidence.at, means: papers.copy.means } }),
			scans: papers.scans.map(({ of, bytes, evidence }) => ({ of, bytes, seq: evidence.seq, at: evidence.at })),
		};
	});

/** The versions that one person was handed: what is posted is exactly that. */
export const versionsHanded = (facts: Facts, person: string): Readonly<Record<string, number>> =>
	Object.fromEntries(Object.entries(facts.dossier.of(person).consent.sent).map(([key, { version }]) => [key, version]));

interface Handed {
	readonly documents: Readonly<Record<string, number>>;
	readonly language: string;
	readonly texts: Readonly<Record<string, Readonly<Record<string, ClauseWords>>>>;
}

/** The texts of the package as they were handed, word for word, in the order one reads them. */
export function handedTexts(bodies: ReadonlyMap<number, Entry>, seq: number | undefined) {
	const handed = bodyAt<Handed>(bodies, seq, 'package.sent');
	if (!handed) return undefined;
	const language: Locale = handed.language === 'en' ? 'en' : 'fr';
	return {
		language,
		documents: Object.entries(handed.texts).map(([key, clauses]) => ({
			key,
			title: documentOf(key as DocumentKey).titles[language],
			version: handed.documents[key] ?? 0,
			clauses: Object.entries(clauses).map(([clause, words]) => ({ clause, ...words })),
		})),
	};
}

interface GivenBody {
	readonly witness?: string;
	readonly language?: string;
}

/** A consent as its written copy says it: who, when, how, what was read, in which language. */
export function consentCopy(
	facts: Facts,
	person: string,
	{ bodies, lang }: { readonly bodies: ReadonlyMap<number, Entry>; readonly lang: Locale },
) {
	const { given } = facts.dossier.of(person).consent;
	const body = bodyAt<GivenBody>(bodies, given?.evidence.seq, 'consent.given');
	return (
		given && {
			at: given.evidence.at,
			by: given.by,
			means: given.means,
			documents: given.documents,
			except: (given.except ?? []).map((point) => pointName(point.split('.').slice(1).join('.'), lang)),
			...(body?.witness !== undefined && { witness: body.witness }),
			...(body?.language !== undefined && { language: body.language }),
		}
	);
}
