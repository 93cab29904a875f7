import { finishDestructions } from '#server/app/destructions.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { freshly } from '#server/app/recover.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { retentionOf } from '#server/app/views/retention.ts';
import type { Actions, PageServerLoad } from './$types';

/** How long this file is kept, what keeps it longer, and its end. */
export const load: PageServerLoad = async (event) => {
	const { facts, now, session } = await openFile(event, 'retention');
	return {
		...retentionOf(facts, now, session.account),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	hold: attempt('hold.place', { journal: thisDossier }),
	lift: attempt('hold.lift', { journal: thisDossier }),
	review: attempt('destruction.review', { journal: thisDossier }),
	approve: attempt('destruction.approve', { journal: thisDossier }),
	destroy: freshly(
		attempt('record.destroy', {
			journal: thisDossier,
			next: async (_, { locals, params }) => {
				await finishDestructions(locals.app.world, locals.practice?.id ?? '');
				return `/${params.lang}/office/practice/destructions`;
			},
		}),
	),
};
