import { error } from '@sveltejs/kit';
import { clientZone } from '#server/app/views/home-zone.ts';
import { openPortal } from '#server/app/views/portal.ts';
import { copyOf } from '#server/app/views/portal-copy.ts';
import { signed } from '#server/app/views/portal-signed.ts';
import type { RequestHandler } from './$types';

/** The same, as a text to keep: its name says nothing of what it holds. */
export const GET: RequestHandler = async (event) => {
	const open = await openPortal(event, 'signed');
	const found = await signed(open);
	if (!found) error(404);
	const headers = {
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Disposition': `attachment; filename="document-${open.today}.txt"`,
	};
	return new Response(copyOf(found, { lang: open.lang, zone: clientZone(open.facts, open.own) }), { headers });
};
