import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { atTheDoor, insteadOf } from '#server/app/door.ts';
import { startApp, theApp } from '#server/app/start.ts';
import { practiceOfHost } from '#server/app/world.ts';
import { isLocale } from '#words/i18n.ts';

/** Open the world once, before the first request. */
export const init: ServerInit = async () => {
	await startApp();
};

/** Pages that must answer when the database does not: help now, and the neutral page of the quick exit. */
const needsNothing = /^\/(fr|en)\/(help(?!\/how)|calendar)(\/|$)/;

/** The pages that take a file, each by one form: a sheet, for the file or beside a note; a list of clients, a sealed file. */
const takesFile = /\/office\/clients\/(\[dossier=uuid\]\/(papers|notes)\?\/scan|import\?\/read|receive\?\/open)$/;

/** Each request: which practice (by host, before any other query), which language, who is signed in; then headers for all. */
export const handle: Handle = async ({ event, resolve }) => {
	// Elsewhere a body in parts, or plain text, is nothing of ours, and a broken one would be our fault.
	const kind = event.request.headers.get('content-type') ?? '';
	const [form = ''] = event.url.searchParams.keys();
	const takes = takesFile.test(`${event.route.id}?${form}`);
	if (/^text\/plain/i.test(kind) || (/^multipart\//i.test(kind) && !takes)) return new Response(null, { status: 415 });
	const app = theApp();
	const began = performance.now();
	const first = event.url.pathname.split('/')[1];
	const lang = isLocale(first) ? first : 'fr';
	const practice = needsNothing.test(event.url.pathname) ? undefined : await practiceOfHost(app, event.url.hostname);
	const door = practice && (await atTheDoor(event, app, practice.id));
	const session = door?.session;
	Object.assign(event.locals, { app, practice, session, lang });
	const elsewhere = insteadOf(event, session);
	if (elsewhere) return elsewhere;
	const theme = /^(light|dark)$/.exec(event.cookies.get('balise-theme') ?? '')?.[0] ?? '';
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%theme%', theme),
	});
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	if (session) response.headers.set('Cache-Control', 'no-store');
	// A device that was revoked, or a secret shown elsewhere: nothing that this browser kept of us stays readable.
	if (door?.cleared) response.headers.set('Clear-Site-Data', '"cache", "storage"');
	if (event.url.protocol === 'https:') response.headers.set('Strict-Transport-Security', 'max-age=31536000');
	const { method } = event.request;
	app.log.info('http', {
		route: event.route.id,
		method,
		status: response.status,
		ms: Math.round(performance.now() - began),
	});
	if (practice && method === 'POST') app.poke(practice.id);
	return session ? response : smaller(event.request, response);
};

/** A bug or an outage: told in the log by its class and place, never by words; the page says only that it is our fault. */
export const handleError: HandleServerError = (caught) => {
	if (caught.kind === 'unknown') theApp().log.error('http.failed', caught.error, { route: caught.event.route.id });
};

const headers: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	// `no-referrer` would send no Origin and break forms without scripts.
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), display-capture=()',
};

/** Pages for nobody in particular are compressed; others are not, since their size could tell what they hold. */
function smaller(request: Request, response: Response): Response {
	const html = (response.headers.get('content-type') ?? '').startsWith('text/html');
	if (!html || !response.body || !/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return response;
	response.headers.set('Content-Encoding', 'gzip');
	response.headers.append('Vary', 'Accept-Encoding');
	response.headers.delete('Content-Length');
	const { status, statusText, headers: all } = response;
	return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { status, statusText, headers: all });
}
