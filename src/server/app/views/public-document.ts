import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { DocumentKey } from '#words/clauses/documents.ts';
import type { Locale } from '#words/i18n.ts';
import { factsOf } from '../facts.ts';
import { homeZone } from './home-zone.ts';
import { policyWords } from './policies.ts';
import { documentTitle } from './portal-reading.ts';

/** A document that anyone may read, word for word as it was published. */
export interface PublicDocument {
	readonly practice: string;
	readonly title: string;
	readonly clauses: readonly { readonly key: string; readonly clause: ClauseWords }[];
	readonly publishedAt: Instant;
	readonly zone: string;
}

/** One published document of the practice; undefined while there is none. */
export async function publicDocument(
	world: World<Facts>,
	practice: string,
	key: DocumentKey,
	lang: Locale,
): Promise<PublicDocument | undefined> {
	const found = await factsOf(world, practice, { kind: 'practice', id: practice });
	const published = found?.facts.practice.policies.documents[key]?.published;
	if (!found || !published) return undefined;
	const { clauses } = (await policyWords(world, practice, found.facts, [key])).published[key] ?? { clauses: {} };
	return {
		practice: found.facts.practice.practice.profile?.name ?? '',
		title: documentTitle(key, lang),
		clauses: Object.entries(clauses).map(([name, words]) => ({ key: name, clause: words[lang] })),
		publishedAt: published.evidence.at,
		zone: homeZone(found.facts),
	};
}
