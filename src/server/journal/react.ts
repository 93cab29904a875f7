import type { Author, Entry } from '#server/kernel/entry.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { add } from './append.ts';
import type { Held } from './locks.ts';
import type { Attempt } from './perform.ts';
import type { World } from './world.ts';

const system: Author = { as: 'system' };
const DEPTH = 2;

/** What follows from what was written, by the system, at most two deep; consequences are lines like any other. */
export function react<F>(world: World<F>, held: Held, { practice, id }: Attempt): void {
	let fresh: readonly { entry: Entry; ref: JournalRef }[] = held
		.written()
		.flatMap((j) => j.written.map(({ entry }) => ({ entry, ref: j.ref })));
	for (let depth = 0; depth < DEPTH && fresh.length > 0; depth++) {
		const next: { entry: Entry; ref: JournalRef }[] = [];
		for (const { entry, ref } of fresh) {
			const reaction = world.model.reactions[entry.kind];
			if (!reaction) continue;
			const facts = world.model.assemble(held.facts(ref));
			for (const draft of reaction(entry, facts, { now: world.now(), journal: ref, practice })) {
				const target = draft.in ?? ref;
				next.push({ entry: add(world, held.target(target), draft, system, id), ref: target });
			}
		}
		fresh = next;
	}
}
