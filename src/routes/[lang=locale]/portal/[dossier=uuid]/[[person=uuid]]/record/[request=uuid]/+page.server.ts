import { error } from '@sveltejs/kit';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { rightsOf } from '#server/app/views/portal-order.ts';
import { myAnswer } from '#server/app/views/portal-record.ts';
import type { PageServerLoad } from './$types';

/** The answer to what one asked: what is given, what is held back and why, and the copy itself, to read or print. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'record');
	const asked = Number(event.url.searchParams.get('page'));
	const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
	const answer = await myAnswer(open, event.params.request, page);
	if (!answer) error(404);
	const authority = rightsOf(open.facts, open.today, open.lang)?.authority?.name;
	return { frame: frameOf(open), answer, page, ...(authority !== undefined && { authority }) };
};
