import { formState, theirJournal } from '#server/app/http.ts';
import { lendingOf, loanActions } from '#server/app/lending.ts';
import { listDossiers } from '#server/app/lists.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { loansOfColleagues } from '#server/app/views/lending.ts';
import type { Actions, PageServerLoad } from './$types';

/** The devices that the practice lends: to those who work here, and which clients have one. */
export const load: PageServerLoad = async (event) => {
	const { facts, session, roles } = await openPractice(event, 'devices', ['owner', 'practitioner']);
	const { lang, practice, app } = event.locals;
	const { world } = app;
	const [now, id] = [world.now(), practice?.id ?? ''];
	const mayLend = roles.includes('owner');
	const briefs = roles.includes('practitioner') ? await listDossiers(world, id, session.account) : [];
	return {
		mayLend,
		colleagues: await loansOfColleagues(world, facts, {
			practice: id,
			now,
			...(!mayLend && { only: session.account }),
		}),
		clients: briefs.flatMap((b) => (b.lent ? [{ id: b.id, label: b.label, by: b.lent.by, lost: b.lent.lost }] : [])),
		lending: lendingOf({ facts, world, now, session }, lang),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

const { lend, lost, back, settle } = loanActions('equipment', theirJournal);
export const actions: Actions = {
	lend,
	lost,
	back,
	settle,
};
