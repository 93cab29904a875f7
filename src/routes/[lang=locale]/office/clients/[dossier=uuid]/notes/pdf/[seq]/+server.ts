import { error } from '@sveltejs/kit';
import { noteBlocks, pdfOf } from '#server/app/documents-pdf.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { linesAfter } from '#server/app/views/lines.ts';
import { signedNotes } from '#server/app/views/notes.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { dateText } from '#words/dates.ts';
import { pdfWords } from '#words/pdf.ts';
import type { RequestHandler } from './$types';

/** One signed note, with what was added to it, to keep or to print. */
export const GET: RequestHandler = async (event) => {
	const file = await openFile(event, 'notes.pdf');
	const { world, practice, id: dossier, parts, facts } = file;
	const { lang } = event.locals;
	const seq = Number(event.params.seq);
	if (!Number.isSafeInteger(seq) || seq < 1) error(404);
	const signed = (await file.bodies([seq])).get(seq);
	if (signed?.kind !== 'note.signed') error(404);
	const later = await linesAfter(world, { practice, dossier, parts, after: seq });
	const [note] = signedNotes([signed, ...later.filter((e) => e.kind === 'note.amended')], facts);
	if (!note) error(404);
	const zone = homeZone(facts);
	const title = pdfWords(lang).note(note.happened.when ?? dateText(lang, note.at, zone));
	return pdfOf({ world, practice, dossier, seq, lang, title, blocks: noteBlocks(note, { lang, zone }) });
};
