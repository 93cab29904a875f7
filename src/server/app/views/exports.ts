import type { ExportEntry } from '#server/capabilities/exports/facts.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { DAY, dayOf, startOf } from '#server/kernel/time.ts';
import { lookUp } from '#server/law/look-up.ts';
import { bodyAt } from './bodies.ts';
import type { OpenFile } from './open-file.ts';

type Said<K extends ExportEntry['kind']> = Extract<ExportEntry, { kind: K }>['data'];

/** The day on which a copy made now is looked for again, unless somebody says another. */
export function recallDay({ now, today }: OpenFile): string | undefined {
	const days = lookUp('exportRecallDays', 'QC', today).value;
	return days === undefined ? undefined : dayOf(now + days * DAY);
}

/** The parts that this reader can take out. */
export const partsToTake = ({ facts, parts }: OpenFile) =>
	parts.map((id) => ({ id, ...(id !== JOINT && { name: facts.dossier.joint.dossier.persons[id]?.name ?? '' }) }));

/** The copies of a file, those that lie somewhere first, the newest before the others. */
export async function copiesOf({ facts, bodies, now, session }: OpenFile) {
	const all = Object.entries(facts.dossier.joint.exports.copies);
	const opened = await bodies(all.flatMap(([, c]) => [c.evidence.seq, c.kept?.seq, c.taken?.seq, c.recalled?.seq]));
	return all
		.toSorted(([, a], [, b]) => Number(!!a.recalled) - Number(!!b.recalled) || b.evidence.seq - a.evidence.seq)
		.map(([id, { format, by, recall, evidence, kept, taken, recalled }]) => {
			const made = bodyAt<Said<'record.exported'>>(opened, evidence.seq, 'record.exported');
			const why = bodyAt<Said<'export.kept'>>(opened, kept?.seq, 'export.kept')?.reason;
			const hash = bodyAt<Said<'export.taken'>>(opened, taken?.seq, 'export.taken')?.hash;
			const gone = bodyAt<Said<'export.recalled'>>(opened, recalled?.seq, 'export.recalled')?.on;
			return {
				id,
				format,
				by: facts.practice.practice.members[by]?.name ?? '',
				mine: by === session.account,
				at: evidence.at,
				parts: made?.parts ?? [],
				protection: made?.protection ?? 'other',
				place: made?.place ?? '',
				recall,
				late: now >= startOf(recall),
				...(hash !== undefined && { hash }),
				...(why !== undefined && { why }),
				...(gone !== undefined && { gone }),
			};
		});
}
