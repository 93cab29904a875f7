import { signedIn } from '#server/app/view.ts';
import { aroundFacts, rightsOf } from '#server/app/views/portal-order.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { PageServerLoad } from './$types';

/** What a person may ask for, and whom; the same for everyone here, so that nothing of any file is opened. */
export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const facts = await aroundFacts(event);
	const rights = facts && rightsOf(facts, dayOf(event.locals.app.world.now()), event.locals.lang);
	return { ...(rights && { rights }) };
};
