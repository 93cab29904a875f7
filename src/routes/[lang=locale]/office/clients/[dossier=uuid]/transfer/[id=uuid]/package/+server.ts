import { error } from '@sveltejs/kit';
import { packageOf } from '#server/app/transfer.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { RequestHandler } from './$types';

/** The package of one transfer, sealed to its receiver: what the register says of it, and not a line more. */
export const GET: RequestHandler = async (event) => {
	const { facts, world, practice, id } = await openFile(event, 'transfer.package');
	const transfer = facts.dossier.joint.transfer.sent[event.params.id];
	if (!transfer || transfer.ended) error(404);
	const packed = await packageOf(world, { practice, dossier: id }, transfer);
	if (packed === undefined) error(409);
	return new Response(packed, {
		headers: {
			'content-type': 'application/jose',
			'content-disposition': `attachment; filename="${transfer.leaving.digest.slice(0, 16)}.balise"`,
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store',
		},
	});
};
