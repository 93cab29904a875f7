import { hitsOf, inTheSameTime, noteSearch, searchUnseen, tooManySearches } from '#server/app/conflicts.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { boundariesOf, boundaryLines } from '#server/app/views/boundaries.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { Actions, PageServerLoad } from './$types';

/** Relations, conflicts of interest, borders. What a search found is shown to a solo practitioner alone. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'boundaries');
	const { facts, session, world, practice, id } = file;
	const view = boundariesOf(facts, await file.bodies(boundaryLines(facts)), session.account);
	const mine =
		view.whoSees === 'own' && view.searched
			? await hitsOf(world, { practice, dossier: id, facts, caseload: session.account })
			: undefined;
	return {
		...view,
		...(mine && { hits: mine.map(({ dossier, name, label, fields }) => ({ dossier, name, label, fields })) }),
		newOther: world.newId(),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	relation: attempt('relation.declare', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, communityConsidered: typed.communityConsidered === true }),
	}),
	/** The same words after the same time, whether a name is known here or not. */
	search: (event) =>
		inTheSameTime(() =>
			attempt('conflict.search', {
				journal: thisDossier,
				input: async () => {
					const { world, practice, session, id, facts } = await openFile(event, 'boundaries');
					const no = await tooManySearches(world, practice, session.account);
					await noteSearch(world, practice, { account: session.account, dossier: id, done: no === undefined });
					if (no) return no;
					await searchUnseen(world, { practice, dossier: id, facts });
					return {};
				},
			})(event),
		),
	other: attempt('other.name', { journal: thisDossier }),
	decide: attempt('conflict.decide', { journal: thisDossier }),
	approve: attempt('crossBorder.approve', { journal: thisDossier }),
};
