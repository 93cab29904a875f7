import type { Facts } from '#server/capabilities/index.ts';
import { openLine, readLinesAt } from '#server/journal/lines.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { PartId } from '#server/kernel/journal.ts';
import { inPractice } from '#server/platform/database.ts';

/** Which old lines a view needs the words of, and which parts the reader may see. */
interface Asked {
	readonly practice: string;
	readonly dossier: string;
	readonly parts: readonly PartId[];
	readonly seqs: readonly (number | undefined)[];
}

/** The words of lines that facts name by their seq; a line outside the reader's parts, or destroyed, is not there. */
export async function bodiesOf(
	world: World<Facts>,
	{ practice, dossier, parts, seqs }: Asked,
): Promise<ReadonlyMap<number, Entry>> {
	const wanted = [...new Set(seqs.filter((seq) => seq !== undefined))];
	if (wanted.length === 0) return new Map();
	return inPractice(world.db, practice, async (tx) => {
		const found = new Map<number, Entry>();
		for (const line of await readLinesAt(tx, practice, dossier, wanted)) {
			const key = parts.includes(line.header.part)
				? await world.keyring.byId(tx, practice, line.header.key)
				: undefined;
			if (key) found.set(line.header.seq, openLine(key, line));
		}
		return found;
	});
}

/** What a line of this kind says; undefined when the line is of another kind or was not opened. */
export const bodyAt = <D>(bodies: ReadonlyMap<number, Entry>, seq: number | undefined, kind: string): D | undefined => {
	const entry = seq === undefined ? undefined : bodies.get(seq);
	return entry?.kind === kind ? (entry.data as D) : undefined;
};
