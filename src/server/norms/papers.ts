import { attested, notApplicable, unmet } from '#server/kernel/verdict.ts';
import { mend, norm } from './support.ts';

/** nb-6-d: papers are under lock; a file is closed once each was said to lie somewhere or to be destroyed; soft. */
export const nb6d = norm('nb-6-d', ['dossier.close'], ({ dossier }, { focus }) => {
	const all = Object.values(dossier.joint.register.items);
	const lying = all.filter((item) => !item.destroyed);
	const fix = mend('paper.place');
	if (focus.subject === 'closing' && lying.some((item) => !item.placed)) return unmet('nb-6-d.closing', fix);
	if (lying.some((item) => !item.locked)) return focus.subject === 'closing' ? attested() : unmet('nb-6-d', fix);
	return all.length > 0
		? attested(...all.map(({ evidence, placed, destroyed }) => destroyed?.evidence ?? placed ?? evidence))
		: notApplicable;
});
