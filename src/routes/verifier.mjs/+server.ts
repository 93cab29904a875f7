import page from '#server/platform/verifier.mjs?raw';
import type { RequestHandler } from './$types';

/** The one page that checks a file which left, with nothing of Balise: to whoever was handed such a file. */
export const GET: RequestHandler = () =>
	new Response(page, {
		headers: {
			'content-type': 'text/javascript; charset=utf-8',
			'content-disposition': 'attachment; filename="verifier.mjs"',
			'x-content-type-options': 'nosniff',
		},
	});
