import type { Author } from '#server/kernel/entry.ts';
import type { JournalKind } from '#server/kernel/journal.ts';
import { sha256 } from '#server/platform/hash.ts';

/** What stands in the clear beside a sealed line, and is bound to it. */
export interface Header {
	readonly practice: string;
	readonly journal: string;
	readonly seq: number;
	readonly part: string;
	readonly key: string;
	readonly at: number;
	readonly attempt: string;
}

/** What is sealed of a line: its kind and words, its author, and the state of the other journals it was judged on. */
export interface Sealed {
	readonly kind: string;
	readonly data: unknown;
	readonly by: Author;
	readonly judgedOn?: { readonly practice: number; readonly practitioner: number };
}

/** What stands before the first line: it binds the chain to its kind of journal, or to the access log. */
export const genesis = (of: JournalKind | 'access'): Buffer => sha256('balise', of);

const text = JSON.stringify;

/** The header as text, its names in order: the context in which a line is sealed. Written out, since every line read asks for it. */
export const headerText = ({ at, attempt, journal, key, part, practice, seq }: Header): string =>
	`{"at":${text(at)},"attempt":${text(attempt)},"journal":${text(journal)},"key":${text(key)},"part":${text(part)},"practice":${text(practice)},"seq":${text(seq)}}`;

/** SHA-256(previous, header, ciphertext): verifies without reading, and after the key is gone. */
export const link = (previous: Uint8Array, header: string, sealed: Uint8Array): Buffer =>
	sha256(previous, header, sealed);
