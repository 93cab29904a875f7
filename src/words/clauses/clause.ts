import type { Locale } from '../i18n.ts';
import type { ClauseFacts } from './facts.ts';

/** Names, addresses and numbers: copied or dialled, not read as sentences. */
export interface Contact {
	readonly contact: readonly string[];
}

/** A paragraph, a list of short lines, or coordinates. */
export type Block = string | readonly string[] | Contact;

/** Is this block made of coordinates? */
export const isContact = (block: Block): block is Contact => typeof block === 'object' && 'contact' in block;

/** A piece of a clause that can be shown, asked about or left out by itself. */
export interface Part {
	readonly key: string;
	readonly title: string;
	readonly text: readonly Block[];
}

/** One clause, filled in, in one language. */
export interface ClauseText {
	readonly title: string;
	/** At most five key points. */
	readonly summary: readonly string[];
	readonly text: readonly Block[];
	readonly parts?: readonly Part[];
	/** The easy-read version: one idea a line. */
	readonly easy: readonly string[];
	/** « Redites-le dans vos mots » : an open question, for talking, never for marking. */
	readonly question?: string;
}

/** Writes a clause from the facts. */
export type Write = (facts: ClauseFacts) => ClauseText;

/** A clause in both languages; `needs` says whether the facts it speaks of are there, `concerns` whether it is for this client. */
export interface Clause extends Readonly<Record<Locale, Write>> {
	readonly needs?: (facts: ClauseFacts) => boolean;
	readonly concerns?: (facts: ClauseFacts) => boolean;
}

/** The sentences of a clause, parts included, one line each, without its coordinates: what a person reads. */
export const proseOf = ({ text, parts = [] }: Pick<ClauseText, 'text' | 'parts'>): string =>
	[...text, ...parts.flatMap((p) => p.text)].flatMap((block) => (isContact(block) ? [] : block)).join('\n');
