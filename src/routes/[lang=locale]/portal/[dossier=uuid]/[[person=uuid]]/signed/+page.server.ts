import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { signed } from '#server/app/views/portal-signed.ts';
import type { PageServerLoad } from './$types';

/** What was agreed to, in the words that were handed, with the proof that one keeps. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'signed');
	const found = await signed(open);
	if (!found) return { frame: frameOf(open) };
	const { receipt, ...rest } = found;
	return {
		frame: frameOf(open),
		signed: rest,
		...(receipt && { proof: { entry: receipt.entryHash, root: receipt.latest.root, at: receipt.latest.at } }),
	};
};
