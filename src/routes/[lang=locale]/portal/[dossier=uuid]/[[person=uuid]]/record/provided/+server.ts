import { openPortal } from '#server/app/views/portal.ts';
import { providedBy } from '#server/app/views/portal-record.ts';
import type { RequestHandler } from './$types';

/** What a person provided, to take along; its name says nothing of what it holds. */
export const GET: RequestHandler = async (event) => {
	const open = await openPortal(event, 'record');
	const headers = {
		'Content-Type': 'application/json; charset=utf-8',
		'Content-Disposition': `attachment; filename="document-${open.today}.json"`,
	};
	return new Response(JSON.stringify(await providedBy(open), null, '\t'), { headers });
};
