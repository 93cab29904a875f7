import { inflateSync } from 'node:zlib';

/** What a reader finds in a PDF: its words in their order, and what it says of itself. */
export interface ReadPdf {
	readonly text: string;
	readonly title: string;
	readonly lang: string;
	readonly tagged: boolean;
	readonly universal: boolean;
}

interface Piece {
	readonly dictionary: string;
	readonly stream: string;
}

const inflated = (data: string): string => {
	try {
		return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
	} catch {
		return data;
	}
};

const piecesOf = (pdf: string): ReadonlyMap<string, Piece> =>
	new Map(
		[...pdf.matchAll(/(\d+) 0 obj\s*([\s\S]*?)\s*endobj/g)].map(([, id = '', body = '']) => {
			const [dictionary = '', data = ''] = body.split(/\sstream\r?\n/);
			return [id, { dictionary, stream: inflated(data.replace(/\r?\nendstream$/, '')) }];
		}),
	);

const wide = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** From the codes of a font to the characters they show. */
const charsOf = (cmap: string): ReadonlyMap<number, string> =>
	new Map(
		[...cmap.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/gi)].map(([, code = '', to = '']) => [
			Number.parseInt(code, 16),
			wide(to),
		]),
	);

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** The bytes of a string as it stands in a page, two by two. */
function codesIn(written: string): readonly number[] {
	const bytes = written.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, said: string) =>
		/^[0-7]/.test(said) ? String.fromCharCode(Number.parseInt(said, 8)) : (escapes[said] ?? said),
	);
	return Array.from({ length: Math.floor(bytes.length / 2) }, (_, i) =>
		Buffer.from(bytes.slice(2 * i, 2 * i + 2), 'latin1').readUInt16BE(),
	);
}

/** A font, the end of a line, or a string: its brackets are marked, or stand in pairs, six deep at most. */
const token = (() => {
	const plain = String.raw`\\[\s\S]|[^\\()]`;
	const nested = [1, 2, 3, 4, 5, 6].reduce((inner) => String.raw`(?:${plain}|\((?:${inner})*\))`, plain);
	return new RegExp(String.raw`\/(f\d+) [\d.]+ Tf|\(((?:${nested})*)\)|\bET\b`, 'g');
})();

function textOf(page: Piece, pieces: ReadonlyMap<string, Piece>): string {
	const fonts = new Map(
		[...page.dictionary.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
			const unicode = /\/ToUnicode (\d+) 0 R/.exec(pieces.get(id)?.dictionary ?? '')?.[1] ?? '';
			return [name, charsOf(pieces.get(unicode)?.stream ?? '')];
		}),
	);
	const content = pieces.get(/\/Contents (\d+) 0 R/.exec(page.dictionary)?.[1] ?? '')?.stream ?? '';
	let chars: ReadonlyMap<number, string> = new Map();
	let text = '';
	for (const [all, font, written] of content.replace(/\/Lang \([^)]*\)/g, '').matchAll(token)) {
		if (font !== undefined) chars = fonts.get(font) ?? chars;
		else if (written === undefined) text += all === 'ET' ? '\n' : '';
		else
			text += codesIn(written)
				.map((code) => chars.get(code) ?? '\ufffd')
				.join('');
	}
	return text;
}

/** Read a PDF of ours back. */
export function readPdf(bytes: Uint8Array): ReadPdf {
	const pdf = Buffer.from(bytes).toString('latin1');
	const pieces = piecesOf(pdf);
	const all = [...pieces.values()];
	const dictionaries = all.map((p) => p.dictionary).join('\n');
	const pages = all.filter((p) => /\/Type \/Page\s/.test(p.dictionary));
	const xmp = all.find((p) => p.stream.includes('<dc:title>'))?.stream ?? '';
	return {
		text: pages.map((page) => textOf(page, pieces)).join('\n'),
		title: Buffer.from(/<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</.exec(xmp)?.[1] ?? '', 'latin1').toString('utf8'),
		lang: /\/Lang \(([^)]*)\)/.exec(dictionaries)?.[1] ?? '',
		tagged: /\/MarkInfo <<\s*\/Marked true/.test(dictionaries) && /\/StructTreeRoot/.test(dictionaries),
		universal: /<pdfuaid:part>1</.test(xmp),
	};
}
