import type { KeyObject } from 'node:crypto';
import { openLine } from '#server/journal/lines.ts';
import { type IndexedLine, openFullText, type TextQuery } from '#server/platform/full-text.ts';
import { answerWith } from '#server/platform/thread.ts';
import { familyOf, wordsOf } from './words.ts';

/** One sealed line on its way to the index; its bytes stand in the bytes of all. */
export interface Handed {
	readonly seq: number;
	readonly part: string;
	readonly key: string;
	readonly at: number;
	readonly attempt: string;
	readonly end: number;
}

/** What the thread is asked. Keys come with the lines they open, and are held no longer than these. */
export type AskedOfReader =
	| {
			readonly ask: 'add';
			readonly practice: string;
			readonly journal: string;
			readonly lines: readonly Handed[];
			readonly bytes: ArrayBuffer;
			readonly keys: ReadonlyMap<string, KeyObject>;
	  }
	| { readonly ask: 'forget'; readonly journals: readonly string[] }
	| { readonly ask: 'find'; readonly query: TextQuery };

const index = openFullText();

function add({ practice, journal, lines, bytes, keys }: Extract<AskedOfReader, { ask: 'add' }>): void {
	const found: IndexedLine[] = [];
	let start = 0;
	for (const { end, ...at } of lines) {
		const sealed = Buffer.from(bytes, start, end - start);
		start = end;
		const key = keys.get(at.key);
		if (!key) continue;
		const entry = openLine(key, { header: { practice, journal, ...at }, sealed, hash: Buffer.alloc(0) });
		const words = wordsOf(entry).join('\n');
		if (words !== '') found.push({ journal, seq: at.seq, at: at.at, family: familyOf(entry.kind), words });
	}
	index.add(found);
}

// The words of a caseload live here and in no other place: this thread has no database, no file and no environment.
answerWith<AskedOfReader>((asked) => {
	switch (asked.ask) {
		case 'add':
			return add(asked);
		case 'forget':
			return index.forget(asked.journals);
		case 'find':
			return index.find(asked.query);
	}
});
