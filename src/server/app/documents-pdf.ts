import { error } from '@sveltejs/kit';
import type { Facts } from '#server/capabilities/index.ts';
import { receiptFor } from '#server/journal/receipt.ts';
import type { World } from '#server/journal/world.ts';
import { type PdfBlock, PdfMissing, pdfBytes } from '#server/platform/pdf.ts';
import { momentText } from '#words/dates.ts';
import { happenedTerms, happenedTold } from '#words/happened-terms.ts';
import type { Locale } from '#words/i18n.ts';
import { myRecord } from '#words/my-record.ts';
import { happenedWords, noteWords } from '#words/notes.ts';
import { pdfWords } from '#words/pdf.ts';
import { groundWords } from '#words/record.ts';
import { attachment } from './attachment.ts';
import type { SignedNote } from './views/notes.ts';
import type { CopyLine } from './views/record-copy.ts';

/** In which language, and in which zone its hours are told. */
interface Telling {
	readonly lang: Locale;
	readonly zone: string;
}

/** Where a document comes from: the line that tells of it. */
interface Source {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly dossier: string;
	readonly seq: number;
}

/** What is made into a PDF: its title, what stands in it, and the line whose hash stands under each page. */
export interface ToPrint extends Source {
	readonly lang: Locale;
	readonly title: string;
	readonly blocks: readonly PdfBlock[];
}

/** The bytes, with the hash of the line and the latest root under each page. */
export async function printed({ world, practice, dossier, seq, lang, title, blocks }: ToPrint) {
	const words = pdfWords(lang);
	const receipt = await receiptFor(world, practice, dossier, seq);
	const footer = receipt ? [words.entry(receipt.entryHash), words.root(receipt.latest.root)] : [];
	return pdfBytes({ lang, title, blocks, footer }).catch((failure) => {
		// Said as what it is: the same page can be printed from the browser.
		throw failure instanceof PdfMissing ? error(501) : failure;
	});
}

/** The same, to keep. */
export const pdfOf = async (what: ToPrint): Promise<Response> =>
	attachment(await printed(what), 'application/pdf', `${what.dossier}-${what.seq}.pdf`);

/** Lines of a copy, as they are read on its page. */
export function lineBlocks(lines: readonly CopyLine[], { lang, zone }: Telling): readonly PdfBlock[] {
	const [words, grounds] = [myRecord(lang), groundWords(lang)];
	return lines.flatMap(({ what, about, at, by, whose, texts, held, versions }): PdfBlock[] => [
		{ is: 'strong', text: about === undefined ? what : `${what} (${about})` },
		{ is: 'small', text: [momentText(lang, at, zone), by, ...(whose === undefined ? [] : [whose])].join(' · ') },
		...(held?.as === 'whole' ? [{ is: 'small' as const, text: words.whole }] : []),
		...texts.map((text): PdfBlock => ({ is: 'text', text })),
		...(held ? [{ is: 'small' as const, text: `${grounds.ground(held.ground)}.` }] : []),
		...versions.map((said): PdfBlock => ({ is: 'text', text: `${words.yourVersion}\n${said}` })),
	]);
}

/** What happened, as the note tells it: corrected, taken away, or as it was. */
function happenedRows(note: SignedNote, lang: Locale): readonly (readonly [string, string])[] {
	return happenedTerms(happenedWords(lang)).flatMap(([key, label]): [string, string][] => {
		const told = happenedTold(noteWords(lang), note, key);
		return told === undefined ? [] : [[pdfWords(lang).label(label), told]];
	});
}

/** What a note answers beside its words. */
function answersIn(note: SignedNote, lang: Locale): readonly string[] {
	const words = noteWords(lang);
	const { stillFits, deferredBecause, mood, moodNote, stayedBecause, attests } = note;
	const withWhy = (said: string, why: string | undefined) => (why === undefined ? said : `${said} — ${why}`);
	return [
		...(stillFits === undefined ? [] : [withWhy(words.fitsWas({ answer: words.fits(stillFits) }), deferredBecause)]),
		...(mood === undefined ? [] : [withWhy(words.moodWas({ answer: words.moods(mood) }), moodNote)]),
		...(stayedBecause === undefined ? [] : [words.stayedBecause({ why: stayedBecause })]),
		...(attests.length === 0 ? [] : [words.attested({ names: attests.join(', ') })]),
	];
}

/** A signed note and its dated additions. */
export function noteBlocks(note: SignedNote, { lang, zone }: Telling): readonly PdfBlock[] {
	const words = noteWords(lang);
	const when = (at: number): string => momentText(lang, at, zone);
	return [
		{ is: 'small', text: words.by({ name: note.by, when: when(note.at) }) },
		...(note.authors.length > 1
			? [{ is: 'small' as const, text: words.authors({ names: note.authors.join(', ') }) }]
			: []),
		...(note.lateSince === undefined
			? []
			: [{ is: 'strong' as const, text: words.late({ by: when(note.lateSince) }) }]),
		...note.headings.flatMap((heading): PdfBlock[] => [
			{ is: 'heading', level: 1, text: words.heading(heading) },
			{ is: 'text', text: note.body[heading] ?? '' },
		]),
		...answersIn(note, lang).map((text): PdfBlock => ({ is: 'text', text })),
		{ is: 'heading', level: 1, text: words.prefilled },
		{ is: 'facts', rows: happenedRows(note, lang) },
		...(note.added.length > 0 ? [{ is: 'heading' as const, level: 1 as const, text: words.addenda }] : []),
		...note.added.flatMap((extra): PdfBlock[] => [
			{ is: 'small', text: words.addedBy({ name: extra.by, when: when(extra.at) }) },
			{ is: 'text', text: extra.text },
		]),
	];
}
