import { error } from '@sveltejs/kit';
import { receiptOf } from '#server/app/transfer.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { receivedOf } from '#server/app/views/transfer.ts';
import type { PageServerLoad } from './$types';

/** What came with this file from another practice, and the receipt to send back. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'received');
	const window = Number(event.url.searchParams.get('w') ?? 0);
	if (!Number.isSafeInteger(window) || window < 0) error(404);
	const came = await receivedOf(file, event.locals.lang, window);
	if (!came) error(404);
	return { ...came, receipt: await receiptOf(file.world, file.practice, came.digest, came.at) };
};
