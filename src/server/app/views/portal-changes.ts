import { inForce } from '#server/capabilities/consent/facts.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { countsUntil } from '#server/capabilities/policies/facts.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';
import { proseOf } from '#words/clauses/clause.ts';
import { difference, type Stretch } from '#words/difference.ts';
import type { Locale } from '#words/i18n.ts';
import { packageFor } from '../documents.ts';
import { publishedOwn } from './policies.ts';
import type { OpenPortal } from './portal.ts';
import { type HandedText, handedTexts, type PackageSent, textFrom } from './portal-reading.ts';
import { agreedTexts } from './portal-signed.ts';

/** A document that is not the one agreed to any more. */
export interface Change {
	readonly key: string;
	readonly from: number;
	readonly to: number;
	/** It asks again, and the earlier agreement counts until then; absent: it only informs. */
	readonly until?: Instant;
	/** The new version was handed to this person already. */
	readonly handed: boolean;
}

/** The documents that changed since this person agreed, from the record alone; a minor change is told until it was read. */
export function changesOf({ consent }: Pick<DossierPart, 'consent'>, { practice }: Facts): readonly Change[] {
	if (!inForce(consent)) return [];
	const { documents } = practice.policies;
	return Object.entries(consent.given?.documents ?? {}).flatMap(([key, from]): readonly Change[] => {
		const document = documents[key];
		const sent = consent.sent[key]?.version ?? from;
		const published = document?.published?.version ?? sent;
		const until = countsUntil(document, from);
		// A material change is handed by whoever explains it; a minor one is shown as it would be handed now.
		const to = until === undefined ? Math.max(sent, published) : sent;
		if (to <= from || (until === undefined && consent.read[key]?.version === to)) return [];
		return [{ key, from, to, handed: sent === to, ...(until !== undefined && { until }) }];
	});
}

/** One clause, as it was and as it is. */
export interface ChangedClause {
	readonly key: string;
	readonly title: string;
	readonly is: 'fresh' | 'gone' | 'changed';
	readonly lines: readonly (readonly Stretch[])[];
}

/** A document that changed, with its words. */
export interface ShownChange extends Change {
	readonly title: string;
	readonly language: Locale;
	readonly clauses: readonly ChangedClause[];
}

const linesOf = (words: ClauseWords | undefined): readonly string[] =>
	words ? proseOf(words as Parameters<typeof proseOf>[0]).split('\n') : [];

/** Lines that stayed are left out; those that changed are told word by word, in their order. */
function changedLines(before: readonly string[], after: readonly string[]): readonly (readonly Stretch[])[] {
	const [gone, came] = [before.filter((l) => !after.includes(l)), after.filter((l) => !before.includes(l))];
	const longest = Math.max(gone.length, came.length);
	return Array.from({ length: longest }, (_, i) => difference(gone[i] ?? '', came[i] ?? ''));
}

/** What came, went or changed between two handed texts, clause by clause. */
export const changedClauses = (before: HandedText, after: HandedText): readonly ChangedClause[] => {
	const keys = [...new Set([...before.clauses, ...after.clauses].map((c) => c.key))];
	return keys.flatMap((key): readonly ChangedClause[] => {
		const [was, is] = [before, after].map((text) => text.clauses.find((c) => c.key === key));
		const lines = changedLines(linesOf(was), linesOf(is));
		if (lines.length === 0) return [];
		return [{ key, title: (is ?? was)?.title ?? key, is: was ? (is ? 'changed' : 'gone') : 'fresh', lines }];
	});
};

/** What would be handed now to this person, in their language: what a minor change is shown from. */
export async function packageNow({ world, practice, facts, who, today }: OpenPortal) {
	const own = await publishedOwn(world, practice, facts);
	return packageFor(facts, who.id, today, own) as PackageSent | undefined;
}

/** The changes with their words: those agreed to beside those handed, or that would be handed now. */
export async function shownChanges(open: OpenPortal): Promise<readonly ShownChange[]> {
	const changes = changesOf(open.own, open.facts);
	const { given } = open.own.consent;
	if (changes.length === 0 || !given) return [];
	const keys = changes.map((c) => c.key);
	const [agreed, handed] = [await agreedTexts(open, given), await handedTexts(open, keys)];
	const now = changes.every((c) => c.handed) ? undefined : await packageNow(open);
	return changes.flatMap((change) => {
		const before = agreed.find((t) => t.key === change.key);
		const fresh = now && textFrom(now, { key: change.key, version: change.to, sentAt: open.now, lang: open.lang });
		const after = change.handed ? handed.get(change.key) : fresh;
		if (!before || !after) return [];
		return [{ ...change, title: after.title, language: after.language, clauses: changedClauses(before, after) }];
	});
}
