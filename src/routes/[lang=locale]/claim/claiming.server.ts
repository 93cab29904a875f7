import { type RequestEvent, redirect } from '@sveltejs/kit';
import { applyClaim } from '#server/app/claims.ts';
import {
	type Claimed,
	type Claiming,
	dropCookie,
	jarOf,
	readCookie,
	setSessionCookie,
} from '#server/capabilities/accounts/index.ts';
import { homeOf, practiceOf, visitorOf } from '../sign-in/door.server.ts';

/** The link of the address and the ticket of this browser. */
export const claimingOf = (event: RequestEvent): Claiming => ({
	token: event.params.token ?? '',
	ticket: readCookie(jarOf(event), 'ticket'),
	from: visitorOf(event),
});

/** It is claimed: the journal is told, then the person is in, or goes where their factor is asked for or made. */
export async function finish(event: RequestEvent, claimed: Claimed): Promise<never> {
	await applyClaim(event.locals.app.world, practiceOf(event), claimed);
	const jar = jarOf(event);
	dropCookie(jar, 'ticket');
	dropCookie(jar, 'code');
	const { lang, session } = event.locals;
	if (!claimed.opened) redirect(303, session ? homeOf(lang, session.kind) : `/${lang}/sign-in?claimed`);
	setSessionCookie(jar, claimed.opened);
	const { kind, assurance } = claimed.opened.session;
	redirect(303, assurance === 'none' ? `/${lang}/account/factors` : homeOf(lang, kind));
}
