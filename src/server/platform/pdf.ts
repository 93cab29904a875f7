import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Locale } from '#words/i18n.ts';

/** A piece of a document; what stands in it is shown as it is written, whatever signs it holds. */
export type PdfBlock =
	| { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
	| { readonly is: 'text' | 'strong' | 'small'; readonly text: string }
	| { readonly is: 'facts'; readonly rows: readonly (readonly [label: string, text: string])[] };

/** A document to keep or to print. `footer`: under each page, the proof of where it comes from. */
export interface PdfDocument {
	readonly lang: Locale;
	readonly title: string;
	readonly blocks: readonly PdfBlock[];
	readonly footer: readonly string[];
}

/** No compiler was installed for this kind of machine. */
export class PdfMissing extends Error {
	constructor() {
		super('no compiler of PDFs was installed for this machine');
		this.name = 'PdfMissing';
	}
}
const NO_COMPILER = 3;

/** How long one document may take, in milliseconds: some thousand pages. */
const LIMIT = 60_000;

/**
 * The bytes of a tagged PDF (PDF/UA-1), made by a process of its own that ends with it: it gets the words on its input,
 * no environment, no network, and may read nothing but its own program.
 */
export async function pdfBytes(
	document: PdfDocument,
	project: string = process.cwd(),
): Promise<Uint8Array<ArrayBuffer>> {
	const here = join(project, 'src/server/platform');
	const may = [here, join(project, 'node_modules')].map((folder) => `--allow-fs-read=${join(folder, '*')}`);
	const args = ['--no-warnings', '--permission', '--allow-addons', ...may, join(here, 'pdf-child.mjs')];
	// What it says when it fails could hold words: nobody hears it.
	const child = spawn(process.execPath, args, { env: {}, stdio: ['pipe', 'pipe', 'ignore'], timeout: LIMIT });
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	child.stdin.on('error', () => undefined);
	child.stdin.end(JSON.stringify(document));
	const [bytes, code] = await Promise.all([buffer(child.stdout), ended]);
	if (code === NO_COMPILER) throw new PdfMissing();
	if (code !== 0) throw new Error(`a PDF was not made: its process ended with ${code}`);
	return new Uint8Array(bytes);
}
