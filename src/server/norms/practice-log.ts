import { present } from '#server/kernel/dossier.ts';
import { attested } from '#server/kernel/verdict.ts';
import { norm } from './support.ts';
import { latest } from './writing.ts';

/** nb-6-q: supervision, consultations, calls and teams: in the file, or in one's own practice log; nothing else can tell. */
export const nb6q = norm('nb-6-q', [], ({ dossier, practitioner }) => {
	const { dossier: file, contacts } = dossier.joint;
	const own = present(file).map((p) => dossier.of(p.id).contacts.about);
	const last = latest([practitioner.contacts.last, contacts.about, ...own]);
	return last ? attested(last) : { is: 'notShown' };
});
