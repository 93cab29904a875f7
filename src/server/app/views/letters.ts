import type { Session } from '#server/capabilities/accounts/sessions.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { dayOf, type Instant } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import type { PublishedOwn } from '../documents.ts';
import { packageFor } from '../documents.ts';
import type { Concerned, OfFile } from './announcing.ts';
import { bodiesOf } from './bodies.ts';
import { publishedOwn } from './policies.ts';
import { type ChangedClause, changedClauses } from './portal-changes.ts';
import { documentTitle, type PackageSent, textFrom } from './portal-reading.ts';
import { agreedTexts } from './portal-signed.ts';

/** A letter on paper about one change, to one person, in their language. */
export interface ChangeLetter {
	readonly person: string;
	readonly name: string;
	readonly address?: string;
	readonly language: Locale;
	readonly title: string;
	readonly until: Instant;
	readonly clauses: readonly ChangedClause[];
}

interface Writing {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly session: Session;
	readonly key: string;
	readonly now: Instant;
}

async function letterTo(
	{ facts, dossier, person, is }: OfFile & { readonly is: Concerned },
	own: PublishedOwn,
	{ world, practice, session, key, now }: Writing,
): Promise<ChangeLetter> {
	const [lang, today, parts] = [is.language, dayOf(now), [person.id]];
	const part = facts.dossier.of(person.id);
	const bodies = (seqs: readonly (number | undefined)[]) => bodiesOf(world, { practice, dossier, parts, seqs });
	const open = {
		id: dossier,
		practice,
		world,
		session,
		lang,
		now,
		today,
		facts,
		mine: [person],
		who: person,
		own: part,
	};
	const before = part.consent.given && (await agreedTexts({ ...open, parts, bodies }, part.consent.given));
	const sent = packageFor(facts, person.id, today, own) as PackageSent | undefined;
	const version = facts.practice.policies.documents[key]?.published?.version ?? 0;
	const after = sent && textFrom(sent, { key, version, sentAt: now, lang });
	const was = before?.find((text) => text.key === key);
	return {
		...{ person: person.id, name: person.name, language: lang, until: is.until },
		title: documentTitle(key, lang),
		...(is.address !== undefined && { address: is.address }),
		clauses: was && after ? changedClauses(was, after) : [],
	};
}

/** One letter for each, in the order of the files. */
export async function lettersTo(
	people: readonly (OfFile & { readonly is: Concerned })[],
	writing: Writing,
): Promise<readonly ChangeLetter[]> {
	const [first] = people;
	if (!first) return [];
	const own = await publishedOwn(writing.world, writing.practice, first.facts);
	const letters: ChangeLetter[] = [];
	for (const one of people) letters.push(await letterTo(one, own, writing));
	return letters;
}
