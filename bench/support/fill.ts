import { randomUUID } from 'node:crypto';
import type { Facts } from '#server/capabilities/index.ts';
import type { Model } from '#server/journal/world.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { type Path, request } from '../../tests/support/path.ts';
import { oneKilobyte } from './message.ts';

/** A line as an act would give it. */
export interface Filled {
	readonly kind: string;
	readonly part?: string;
	readonly data: unknown;
}

/** The product's model, and one act more, for the bench alone: many lines at once, to make a long file. */
export function withFill(model: Model<Facts>): Model<Facts> {
	const known = model.acts['message.send'];
	if (!known) throw new Error('no message.send');
	const decide = (_: unknown, { lines }: { readonly lines: readonly Filled[] }) => lines;
	const input = { safeParse: (data: unknown) => ({ success: true, data }) };
	const fill = { ...known.act, name: 'bench.fill', input, focus: undefined, gates: () => [], decide };
	return { ...model, acts: { ...model.acts, 'bench.fill': { ...known, act: fill as never } } };
}

const AT_ONCE = 500;

/** A file of so many lines, grown by `perform`, 500 lines an act. */
export async function longFile(path: Path, length: number, line: (n: number) => Filled): Promise<JournalRef> {
	const { dossier } = await request(path);
	const fill = (from: number, many: number) =>
		path.does(path.practitioner.actor, dossier, 'bench.fill', {
			lines: Array.from({ length: many }, (_, n) => line(from + n)),
		});
	const { entries } = await fill(0, 1);
	for (let at = entries[0]?.seq ?? 1; at < length; at += AT_ONCE) await fill(at, Math.min(AT_ONCE, length - at));
	return dossier;
}

/** A short message, as a long file has many. */
export const messageLine = (thread: string): Filled => ({
	kind: 'message.sent',
	data: { thread, purpose: 'appointment', channel: 'portal', id: randomUUID(), body: oneKilobyte.slice(0, 200) },
});
