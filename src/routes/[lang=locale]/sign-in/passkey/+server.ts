import { error } from '@sveltejs/kit';
import { passkeyToAdd, passkeyToConfirm, passkeyToSignIn, siteOf } from '#server/capabilities/accounts/index.ts';
import { answerScript, halfSession, practiceOf, visitorOf } from '../door.server.ts';
import type { RequestHandler } from './$types';

/** What the browser needs to show or make a passkey; asked for by POST, since each answer can be used once. */
export const POST: RequestHandler = async (event) => {
	const { world } = event.locals.app;
	const practice = practiceOf(event);
	const site = siteOf(event.url);
	const purpose = event.url.searchParams.get('for');
	if (purpose === 'signIn')
		return answerScript(event, await passkeyToSignIn(world, practice, { site, from: visitorOf(event) }));
	const session = event.locals.session ?? (await halfSession(event));
	if (!session) error(401);
	if (purpose === 'confirm') return answerScript(event, await passkeyToConfirm(world, practice, { session, site }));
	if (purpose === 'add') return answerScript(event, await passkeyToAdd(world, practice, { session, site }));
	error(400);
};
