import { error } from '@sveltejs/kit';
import { bodyAt } from '#server/app/views/bodies.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { RequestHandler } from './$types';

const types: Readonly<Record<string, string>> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' };

/** A sheet that was scanned, to who cares for this client: its opening is a line of the access log. */
export const GET: RequestHandler = async (event) => {
	const { bodies } = await openFile(event, 'papers.scan');
	const seq = Number(event.params.seq);
	if (!Number.isSafeInteger(seq) || seq < 1) error(404);
	const scan = bodyAt<{ readonly type: string; readonly content: string }>(await bodies([seq]), seq, 'paper.scanned');
	const type = scan && types[scan.type];
	if (!scan || !type) error(404);
	return new Response(Buffer.from(scan.content, 'base64'), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${seq}.${scan.type}"`,
			// Nothing in it may run or reach anywhere, whatever it holds.
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store',
		},
	});
};
