import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { isOnLine } from '#server/app/views/practice.ts';
import { pageLinks } from '#server/capabilities/public-page/facts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The public page as its practice sees it: on line or not, and what it says where to find. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'page', ['owner']);
	const { published, links } = facts.practice.publicPage;
	return {
		onLine: isOnLine(facts, event.locals.app.world.now()),
		...(published && { since: published.at }),
		links: pageLinks.map((key) => ({ key, on: links.includes(key) })),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	publish: attempt('page.publish', { journal: thisPractice }),
	unlink: attempt('page.unlink', { journal: thisPractice }),
	withdraw: attempt('page.withdraw', { journal: thisPractice }),
};
