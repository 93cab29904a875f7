import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, personField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { ConsentEntry, ConsentFacts } from './facts.ts';
import { keyField } from './fields.ts';
import { type Reading, readingMeans } from './together-facts.ts';

const act = actsOn<ConsentFacts, ConsentEntry>('dossier');

const ended = (person: string, { id, document, gone }: Reading, more: { whole: boolean; understood: boolean }) =>
	({ kind: 'reading.ended', part: person, data: { person, id, document, clauses: gone, ...more } }) as const;

/** Begin to read a document together, as it was handed, at its first clause or at another. */
export const beginReading = act({
	name: 'reading.begin',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		document: keyField,
		clause: keyField.optional(),
		means: z.enum(readingMeans, 'field.choice'),
	}),
	decide(mine, { person, document, clause, means }, { newId }) {
		const { sent, together } = mine.of(person);
		const handed = Object.hasOwn(sent, document) ? sent[document] : undefined;
		const at = clause ?? handed?.clauses[0];
		if (!handed || at === undefined || !handed.clauses.includes(at)) return refuse('consent.notSent');
		const data = { person, id: newId(), document, version: handed.version, means, clause: at };
		return [
			// One text at a time: what was left open ends there, and says nothing of what was understood.
			...(together.now ? [ended(person, together.now, { whole: false, understood: false })] : []),
			{ kind: 'reading.begun', part: person, data },
		];
	},
});

/** Go to another clause; whoever reads along is shown the same. */
export const moveReading = act({
	name: 'reading.move',
	who: ['practitioner'],
	input: z.object({ person: personField, id: idField, clause: keyField }),
	decide(mine, data) {
		const { sent, together } = mine.of(data.person);
		const { now } = together;
		if (now?.id !== data.id) return refuse('reading.notOpen');
		if (!sent[now.document]?.clauses.includes(data.clause)) return refuse('consent.notSent');
		return now.clause === data.clause ? [] : [{ kind: 'reading.moved', part: data.person, data }];
	},
});

/** End it: what was read, and whether the person understood (qc-2.07-d). Read to its last clause, it was explained. */
export const endReading = act({
	name: 'reading.end',
	who: ['practitioner'],
	input: z.object({ person: personField, id: idField, understood: z.boolean('field.choice') }),
	decide(mine, { person, id, understood }) {
		const { sent, together } = mine.of(person);
		const { now } = together;
		if (now?.id !== id) return refuse('reading.notOpen');
		const handed = sent[now.document];
		const { document, version, means } = now;
		const whole = handed?.version === version && handed.clauses.every((clause) => now.gone.includes(clause));
		return [
			ended(person, now, { whole, understood }),
			...(whole
				? [{ kind: 'document.explained' as const, part: person, data: { person, document, version, means } }]
				: []),
		];
	},
});
