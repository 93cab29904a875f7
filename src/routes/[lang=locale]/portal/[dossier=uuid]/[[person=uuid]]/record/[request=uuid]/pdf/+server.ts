import { error } from '@sveltejs/kit';
import { lineBlocks, pdfOf } from '#server/app/documents-pdf.ts';
import { clientZone } from '#server/app/views/home-zone.ts';
import { openPortal } from '#server/app/views/portal.ts';
import { myAnswer } from '#server/app/views/portal-record.ts';
import type { CopyLine } from '#server/app/views/record-copy.ts';
import { myRecord } from '#words/my-record.ts';
import type { RequestHandler } from './$types';

/** The copy that a person asked for, whole, to keep: what was held back is held back here too. */
export const GET: RequestHandler = async (event) => {
	const open = await openPortal(event, 'record.pdf');
	const { world, practice, id: dossier, lang, facts, own } = open;
	const seq = own.record.requests[event.params.request]?.answer?.evidence.seq;
	const lines: CopyLine[] = [];
	for (let page: number | undefined = 0; page !== undefined; ) {
		const answer = await myAnswer(open, event.params.request, page);
		if (!answer?.copy || seq === undefined) error(404);
		lines.push(...answer.copy.lines);
		page = answer.copy.next;
	}
	const blocks = lineBlocks(lines, { lang, zone: clientZone(facts, own) });
	return pdfOf({ world, practice, dossier, seq: seq ?? 0, lang, title: myRecord(lang).copy, blocks });
};
