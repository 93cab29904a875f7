import type { ExportFormat } from '#server/capabilities/exports/facts.ts';
import { archiveOf, manifestOf, renewKeys } from '#server/journal/archive.ts';
import type { PartId } from '#server/kernel/journal.ts';
import type { Locale } from '#words/i18n.ts';
import { pdfWords } from '#words/pdf.ts';
import { lineBlocks, printed } from './documents-pdf.ts';
import { bundleOf } from './fhir/bundle.ts';
import { homeZone } from './views/home-zone.ts';
import type { OpenFile } from './views/open-file.ts';
import { recordLines } from './views/record.ts';
import { copyLines } from './views/record-copy.ts';

/** What is copied: a file that was opened, these of its parts, in a language. */
export interface Copying {
	readonly file: OpenFile;
	readonly parts: readonly PartId[];
	readonly lang: Locale;
	/** The line that tells of the copy. */
	readonly seq: number;
	/** The address of the practice, for the addresses that a format holds. */
	readonly origin: string;
}

/** One form in which a file can leave. */
interface Format {
	readonly type: string;
	readonly extension: string;
	readonly make: (copying: Copying) => Promise<Uint8Array<ArrayBuffer>>;
	/** What is done once it has left. */
	readonly left?: (copying: Copying) => Promise<void>;
}

async function fhir({ file, parts, lang, origin }: Copying): Promise<Uint8Array<ArrayBuffer>> {
	const { id, facts, now, world, practice } = file;
	const entries = await recordLines(world, { practice, dossier: id, parts });
	const bundle = bundleOf({ id, base: `${origin}/api/fhir`, facts, entries, parts, lang, at: now });
	return new TextEncoder().encode(JSON.stringify(bundle));
}

async function pdf({ file, parts, lang, seq }: Copying): Promise<Uint8Array<ArrayBuffer>> {
	const { id: dossier, facts, world, practice } = file;
	const entries = await recordLines(world, { practice, dossier, parts });
	const lines = copyLines(entries, { facts, lang, held: new Map() });
	const title = pdfWords(lang).file(facts.dossier.joint.dossier.label);
	const blocks = lineBlocks(lines, { lang, zone: homeZone(facts) });
	return printed({ world, practice, dossier, seq, lang, title, blocks });
}

/** The stored lines themselves, as they stood when the copy was noted: `verifier.mjs` checks them with nothing of Balise. */
async function json({ file, parts, seq }: Copying): Promise<Uint8Array<ArrayBuffer>> {
	const { id, world, practice } = file;
	const manifest = await manifestOf(world.db, practice, { kind: 'dossier', id }, parts, seq);
	if (!manifest) throw new Error('the line that tells of the copy is not there');
	const pieces = await Array.fromAsync(archiveOf(world, manifest));
	return new TextEncoder().encode(pieces.join(''));
}

/** Every form of a copy: to add one, name it among the `exportFormats`, give it its words, and one line here. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
	fhir: { type: 'application/fhir+json; charset=utf-8', extension: 'fhir.json', make: fhir },
	pdf: { type: 'application/pdf', extension: 'pdf', make: pdf },
	json: {
		type: 'application/json; charset=utf-8',
		extension: 'json',
		make: json,
		left: ({ file: { world, practice, id }, parts }) => renewKeys(world, practice, id, parts),
	},
};
