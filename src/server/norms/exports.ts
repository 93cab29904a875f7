// What left the file as a file, and must come back or end.
import { DAY, startOf } from '#server/kernel/time.ts';
import { attested, dueOrLate, notApplicable } from '#server/kernel/verdict.ts';
import { mend, norm, worst } from './support.ts';

/** How long after its recall a copy may wait for somebody to look for it. */
const TO_LOOK = 7 * DAY;

/** nb-intro-d: each copy outside of the file has its protection said, and on its recall one says what became of it. */
export const nbIntroD = norm('nb-intro-d', [], ({ dossier }, { now }) => {
	const copies = Object.entries(dossier.joint.exports.copies);
	if (copies.length === 0) return notApplicable;
	return worst(
		copies.map(([id, { recall, recalled, kept, evidence }]) => {
			const at = startOf(recall);
			if (recalled) return attested(recalled);
			if (now < at) return { ...attested(kept ?? evidence), changesAt: at };
			return dueOrLate(at + TO_LOOK, now, 'nb-intro-d', mend('export.recall', undefined, id));
		}),
	);
});
