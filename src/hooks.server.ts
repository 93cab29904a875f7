import type { Handle, ServerInit } from '@sveltejs/kit/hooks';
import { jarOf, sessionOf } from '#server/capabilities/accounts/cookies.ts';
import { startApp, theApp } from '#server/app/start.ts';
import { practiceOfHost } from '#server/app/world.ts';
import { isLocale } from '#words/i18n.ts';

/** Open the world once, before the first request. */
export const init: ServerInit = async () => {
	await startApp();
};

/** Each request: which practice (by host, before any query), which language, who is signed in; then headers for all. */
export const handle: Handle = async ({ event, resolve }) => {
	const app = theApp();
	const lang = isLocale(event.params.lang) ? event.params.lang : 'fr';
	const practice = await practiceOfHost(app, event.url.hostname);
	const session = practice && (await sessionOf(app.world, practice.id, jarOf(event)));
	Object.assign(event.locals, { app, practice, session, lang });
	const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', lang) });
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'same-origin');
	response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	response.headers.set('Permissions-Policy', 'camera=(self), microphone=(self), geolocation=(), display-capture=()');
	if (session) response.headers.set('Cache-Control', 'no-store');
	if (event.url.protocol === 'https:') response.headers.set('Strict-Transport-Security', 'max-age=31536000');
	return response;
};
