import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { meansField, personField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { closesOf, isRefusable } from '#words/clauses/consequences.ts';
import type { ConsentEntry, ConsentFacts } from './facts.ts';
import { keyField, versionField } from './fields.ts';

const act = actsOn<ConsentFacts, ConsentEntry>('dossier');
const about = {
	person: personField,
	document: keyField,
	/** A clause, or a part of one that is answered on its own. */
	clause: keyField,
	version: versionField,
	means: meansField,
};
type About = { readonly document: string; readonly clause: string; readonly version: number };

const holds = ({ sent }: ConsentFacts, { document, clause, version }: About): boolean => {
	const handed = Object.hasOwn(sent, document) ? sent[document] : undefined;
	return (
		handed?.version === version && handed.clauses.includes(clause.split('.')[0] ?? '') && isRefusable(document, clause)
	);
};

/** Say yes to one clause, in the version one holds; it takes a no back, and opens nothing by itself. */
export const acceptClause = act({
	name: 'clause.accept',
	who: ['client', 'representative', 'practitioner'],
	input: z.object(about),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, data) {
		const facts = mine.of(data.person);
		if (!holds(facts, data)) return refuse('consent.notSent');
		const before = facts.answers[`${data.document}.${data.clause}`];
		return before?.agreed && before.version === data.version
			? refuse('clause.answered')
			: [{ kind: 'clause.accepted', part: data.person, data }];
	},
});

/**
 * Say no to one clause, having read what follows. Means that depend on it close at once; the rest goes on, and a service
 * at a distance that needs it waits (qc-2.01-a).
 */
export const refuseClause = act({
	name: 'clause.refuse',
	who: ['client', 'representative', 'practitioner'],
	input: z.object({ ...about, consequence: textField }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, { consequence, ...data }) {
		const facts = mine.of(data.person);
		if (!holds(facts, data)) return refuse('consent.notSent');
		if (facts.answers[`${data.document}.${data.clause}`]?.agreed === false) return refuse('clause.answered');
		const { person } = data;
		const closes = closesOf(data.clause);
		const open = (closes.channels ?? []).filter((channel) => facts.channels[channel]?.on !== false);
		return [
			{ kind: 'clause.refused', part: person, data: { ...data, closes, consequence } },
			...open.map((channel) => ({
				kind: 'channel.withdrawn' as const,
				part: person,
				data: { person, channel },
			})),
		];
	},
});
