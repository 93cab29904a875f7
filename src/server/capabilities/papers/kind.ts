/** What a paper may be kept as: three kinds that a browser shows by itself, and nothing that runs. */
export const paperTypes = ['pdf', 'jpeg', 'png'] as const;
export type PaperType = (typeof paperTypes)[number];

/** Two megabytes: a page photographed by a telephone. */
export const MOST_BYTES = 2 * 1024 * 1024;

const starts: Readonly<Record<PaperType, string>> = {
	pdf: '%PDF-',
	jpeg: '\u00ff\u00d8\u00ff',
	png: '\u0089PNG\r\n\u001a\n',
};
// The file that every scanner is tried with; and what makes a PDF do something when it is opened.
const harmful = /EICAR-STANDARD-ANTIVIRUS-TEST-FILE|\/(JavaScript|JS|Launch|EmbeddedFile|OpenAction)\b/;

/** What these bytes are, by how they begin and never by their name; or why they are not kept. */
export function paperKind(
	base64: string,
): { readonly type: PaperType; readonly bytes: number } | 'unreadable' | 'tooBig' | 'harmful' | 'otherKind' {
	// Four characters for three bytes: what is too big is not even unpacked.
	if (base64.length > Math.ceil(MOST_BYTES / 3) * 4) return 'tooBig';
	const text = unpacked(base64);
	if (text === undefined || text === '') return 'unreadable';
	const type = paperTypes.find((t) => text.startsWith(starts[t]));
	if (text.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') || (type === 'pdf' && harmful.test(text))) return 'harmful';
	return type ? { type, bytes: text.length } : 'otherKind';
}

function unpacked(base64: string): string | undefined {
	try {
		return atob(base64);
	} catch {
		return undefined;
	}
}
