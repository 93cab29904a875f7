import type { ConsentFacts } from '#server/capabilities/consent/facts.ts';
import type { Reading } from '#server/capabilities/consent/together-facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { HOUR, type Instant } from '#server/kernel/time.ts';
import { clauseName } from '#words/clauses/names.ts';
import type { Locale } from '#words/i18n.ts';
import { bodyAt } from './bodies.ts';
import type { OpenPortal } from './portal.ts';
import { documentTitle, type HandedText, handedDocuments, type PackageSent, textFrom } from './portal-reading.ts';

/** A reading that nobody ended is over after a day’s work: nobody is told for weeks that somebody reads with them. */
const FORGOTTEN = 12 * HOUR;

const underWay = ({ together }: ConsentFacts, now: Instant): Reading | undefined =>
	together.now && now - together.now.evidence.at < FORGOTTEN ? together.now : undefined;

const nameOf = ({ practice, practitioner }: Facts, account: string | undefined): string =>
	(account === undefined ? undefined : practice.practice.members[account]?.name) ??
	practitioner.practitioner.profile?.name ??
	'';

/** Was this clause told back since they began to read? */
const toldSince = ({ teachBack }: ConsentFacts, { begun }: Reading, clause: string) => {
	const told = teachBack[clause];
	return told && told.evidence.at >= begun.at ? told : undefined;
};

/** What the person sees of a reading that goes on: where the practitioner stands, and the question of that clause. */
export interface ReadAlong {
	readonly document: string;
	readonly title: string;
	readonly name: string;
	readonly clause: string;
	readonly clauseTitle: string;
	readonly language: Locale;
	readonly question?: string;
	readonly answered: boolean;
}

/** Where somebody reads with this person, beside the document that is open. */
export function readAlongOf({ own, facts, now, lang }: OpenPortal, text: HandedText): ReadAlong | undefined {
	const reading = underWay(own.consent, now);
	if (!reading) return undefined;
	const { document, clause } = reading;
	const words = document === text.key ? text.clauses.find((c) => c.key === clause) : undefined;
	return {
		document,
		title: documentTitle(document, lang),
		name: nameOf(facts, reading.with),
		clause,
		clauseTitle: words?.title ?? clauseName(clause, lang),
		language: text.language,
		answered: toldSince(own.consent, reading, clause) !== undefined,
		...(words?.question !== undefined && { question: words.question }),
	};
}

/** What was read together of each document, for lists: with whom, from when to when, how many clauses. */
export const readTogether = (facts: Facts, { together }: ConsentFacts, lang: Locale) =>
	Object.entries(together.done).map(
		([document, { with: by, from, evidence, clauses, whole, version, understood }]) => ({
			document,
			title: documentTitle(document, lang),
			name: nameOf(facts, by),
			from,
			to: evidence.at,
			clauses: clauses.length,
			whole,
			version,
			understood,
		}),
	);

interface Asked {
	readonly lang: Locale;
	readonly now: Instant;
	/** The words of lines within reach. */
	readonly bodies: (seqs: readonly (number | undefined)[]) => Promise<ReadonlyMap<number, Entry>>;
}

/** The practitioner’s page: what can be read with one person, what was, and where they stand now. */
export async function togetherOf(facts: Facts, person: string, { lang, now, bodies }: Asked) {
	const { consent } = facts.dossier.of(person);
	const reading = underWay(consent, now);
	return {
		documents: handedDocuments(consent, lang).map(({ key, title, version, explained }) => ({
			key,
			title,
			version,
			explained,
		})),
		done: readTogether(facts, consent, lang),
		...(reading && { reading: await readingOf(consent, reading, { lang, bodies }) }),
	};
}

type Told = { readonly words?: string };

async function readingOf(consent: ConsentFacts, reading: Reading, { lang, bodies }: Omit<Asked, 'now'>) {
	const sent = consent.sent[reading.document];
	const told = toldSince(consent, reading, reading.clause);
	const opened = await bodies([sent?.evidence.seq, told?.evidence.seq]);
	const body = bodyAt<PackageSent>(opened, sent?.evidence.seq, 'package.sent');
	const text =
		body && sent
			? textFrom(body, { key: reading.document, version: sent.version, sentAt: sent.evidence.at, lang })
			: undefined;
	const words = bodyAt<Told>(opened, told?.evidence.seq, 'teachBack.given')?.words;
	const clauses = text?.clauses ?? [];
	const at = clauses.findIndex((c) => c.key === reading.clause);
	const open = Object.values(consent.questions).filter((q) => q.document === reading.document && !q.settled);
	return {
		id: reading.id,
		document: reading.document,
		title: documentTitle(reading.document, lang),
		version: reading.version,
		language: text?.language ?? lang,
		means: reading.means,
		at,
		...(clauses[at] && { clause: clauses[at] }),
		clauses: clauses.map(({ key, title, question }) => ({
			key,
			title,
			asks: question !== undefined,
			gone: reading.gone.includes(key),
			told: toldSince(consent, reading, key) !== undefined,
			questions: open.filter((q) => q.clause === key).length,
		})),
		...(told && { told: { understood: told.understood, at: told.evidence.at, ...(words !== undefined && { words }) } }),
	};
}
