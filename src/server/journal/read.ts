import type { Entry } from '#server/kernel/entry.ts';
import type { JournalRef, PartId } from '#server/kernel/journal.ts';
import { inPractice } from '#server/platform/database.ts';
import { genesis, headerText, link } from './chain.ts';
import { ChainBroken } from './facts.ts';
import { openLine, readLastLines } from './lines.ts';
import { look } from './locks.ts';
import type { World } from './world.ts';

/** Facts for a view: everything norms may look at, as seen from one journal, and how far that journal has come. */
export interface Seen<F> {
	readonly facts: F;
	readonly seq: number;
}

/** Read facts without a lock; `viewer` lends their own journal where a dossier has no practitioner. */
export const readFacts = <F>(
	world: World<F>,
	practice: string,
	ref: JournalRef,
	viewer?: string,
): Promise<Seen<F> | undefined> =>
	inPractice(world.db, practice, async (tx) => {
		const held = await look(world, tx, { practice, ref, account: viewer });
		return held && { facts: world.model.assemble(held.facts(ref)), seq: held.target(ref).facts.seq };
	});

/** Which lines a view asks for: only those of these parts, before a seq, at most so many stored lines back. */
export interface Page {
	readonly parts: readonly PartId[];
	readonly before?: number;
	readonly limit: number;
}

/** Lines in order, oldest first; `before` opens the page before this one, undefined at the beginning. */
export interface Lines {
	readonly entries: readonly Entry[];
	readonly before: number | undefined;
}

/** The last lines of a journal, each checked against the one before it, opened only where the reader may see the part. */
export const readEntries = <F>(world: World<F>, practice: string, ref: JournalRef, page: Page): Promise<Lines> =>
	inPractice(world.db, practice, async (tx) => {
		const { before = Number.MAX_SAFE_INTEGER, limit, parts } = page;
		const stored = await readLastLines(tx, practice, ref.id, { before, limit: limit + 1 });
		// One line more than asked is only there to link to; without it, what is shown begins the journal.
		const earlier = stored.length > limit ? stored[0] : undefined;
		const shown = earlier ? stored.slice(1) : stored;
		let previous = earlier?.hash ?? genesis(ref.kind);
		const entries: Entry[] = [];
		for (const { header, sealed, hash } of shown) {
			if (!link(previous, headerText(header), sealed).equals(hash)) throw new ChainBroken(ref.id, header.seq);
			previous = hash;
			const key = parts.includes(header.part) ? await world.keyring.byId(tx, practice, header.key) : undefined;
			if (key) entries.push(openLine(key, { header, sealed, hash }));
		}
		return { entries, before: earlier && shown[0]?.header.seq };
	});
