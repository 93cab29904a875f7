import { error } from '@sveltejs/kit';
import { lineBlocks, pdfOf } from '#server/app/documents-pdf.ts';
import { leavingSheet } from '#server/app/views/disclosure.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { disclosureWords } from '#words/disclosure.ts';
import type { RequestHandler } from './$types';

/** What leaves with one disclosure: the chosen lines and nothing else, to hand over. */
export const GET: RequestHandler = async (event) => {
	const file = await openFile(event, 'disclosure.pdf');
	const { world, practice, id: dossier, facts } = file;
	const { lang } = event.locals;
	const seq = Number(event.params.seq);
	const sheet = Number.isSafeInteger(seq) ? await leavingSheet(file, seq, lang) : undefined;
	if (!sheet) error(404);
	const title = `${disclosureWords(lang).sheet} · ${sheet.to}`;
	const blocks = lineBlocks(sheet.lines, { lang, zone: homeZone(facts) });
	return pdfOf({ world, practice, dossier, seq, lang, title, blocks });
};
