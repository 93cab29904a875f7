import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { scanPaper } from '#server/app/scan.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { registerLines, registerOf } from '#server/app/views/paper-register.ts';
import { papersOf, versionsHanded } from '#server/app/views/papers.ts';
import type { Actions, PageServerLoad } from './$types';

/** What leaves and comes back on paper, person by person. */
export const load: PageServerLoad = async (event) => {
	const { facts, bodies, today } = await openFile(event, 'papers');
	return {
		persons: papersOf(facts),
		items: registerOf(facts, await bodies(registerLines(facts))),
		today,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

/** A box that is not ticked is not sent: the paper is then not under lock. */
const underLock = (typed: Record<string, unknown>) => ({ ...typed, locked: typed.locked === true });

export const actions: Actions = {
	/** What left is what was handed: read here, never taken from the browser. */
	post: attempt('package.post', {
		journal: thisDossier,
		input: async (typed, event) => {
			const { facts } = await openFile(event, 'papers');
			return { ...typed, documents: versionsHanded(facts, String(typed.person ?? '')) };
		},
	}),
	copy: attempt('copy.send', { journal: thisDossier }),
	scan: scanPaper,
	list: attempt('paper.list', { journal: thisDossier, input: underLock }),
	place: attempt('paper.place', { journal: thisDossier, input: underLock }),
	destroy: attempt('paper.destroy', { journal: thisDossier }),
};
