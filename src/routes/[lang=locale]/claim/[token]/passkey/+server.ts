import { passkeyToClaim, siteOf } from '#server/capabilities/accounts/index.ts';
import { answerScript, practiceOf } from '../../../sign-in/door.server.ts';
import { claimingOf } from '../../claiming.server.ts';
import type { RequestHandler } from './$types';

/** What the browser needs to make the passkey that claims. */
export const POST: RequestHandler = async (event) => {
	const given = { ...claimingOf(event), site: siteOf(event.url) };
	return answerScript(event, await passkeyToClaim(event.locals.app.world, practiceOf(event), given));
};
