import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { reachOf } from '#server/kernel/dossier.ts';
import { dayField, idField, lineField, personField, reasonField } from '#server/kernel/field.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Focus } from '#server/kernel/norm.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { type ConnectionEntry, type ConnectionFacts, connectionKinds, type Opened } from './connection-facts.ts';
import type { DisclosureEntry } from './facts.ts';

const act = actsOn<ConnectionFacts, ConnectionEntry | DisclosureEntry>('dossier');

/** What the gate of every disclosure looks at: when it is opened, and at each reading. */
export const leavingBy = ({ ground, to, persons, reference, scope }: Omit<Opened, 'id' | 'by' | 'parts'>): Focus => ({
	subject: 'leaving',
	means: JSON.stringify({
		ground,
		to,
		persons,
		danger: false,
		reference: reference !== undefined,
		scope: scope !== undefined,
	}),
});

const partOf = ([one, another]: readonly string[]) => (one !== undefined && another === undefined ? { part: one } : {});

/** Let other software read some of this file until a day, on a ground, for one recipient: a disclosure like any other. */
export const openConnection = act({
	name: 'connection.open',
	who: ['practitioner'],
	input: z.object({
		ground: z.enum(['consent', 'law', 'order', 'professionalDuty'], 'field.choice'),
		to: lineField,
		persons: z.array(personField).min(1, 'field.required').max(12),
		/** What several persons share is read too. */
		joint: z.boolean('field.choice').default(false),
		kinds: z.array(z.enum(connectionKinds, 'field.choice')).min(1, 'field.required').max(connectionKinds.length),
		until: dayField,
		reference: lineField.optional(),
		scope: reasonField.optional(),
		digest: z.string('field.text').regex(/^[0-9a-f]{64}$/, 'field.text'),
	}),
	gates: () => ['record.disclose'],
	focus: (input) => leavingBy(JSON.parse(JSON.stringify(input))),
	decide(_, { joint, ...data }, { actor, dossier, newId, now, roles }) {
		const reach = reachOf(dossier, actor.account, roles, now);
		const parts = [...(joint ? [JOINT] : []), ...data.persons];
		const isMine = Array.isArray(reach) && parts.every((p) => reach.includes(p));
		if (actor.account === undefined || !isMine) return refuse('connection.part');
		if (data.until < dayOf(now)) return refuse('connection.until');
		const told = JSON.parse(JSON.stringify({ ...data, id: newId(), by: actor.account, parts })) as Opened;
		const { id, ground, to, persons, reference, scope } = told;
		const why = { ...(reference !== undefined && { reference }), ...(scope !== undefined && { scope }) };
		const left = { id, ground, to, persons, lines: [], how: 'electronic' as const, ...why };
		return [
			{ kind: 'record.disclosed', ...partOf(persons), data: left },
			{ kind: 'connection.opened', ...partOf(persons), data: told },
		];
	},
});

/** From now on it reads nothing more. */
export const closeConnection = act({
	name: 'connection.close',
	who: ['practitioner'],
	input: z.object({ id: idField, person: personField.optional() }),
	decide(mine, data) {
		const { connections } = data.person === undefined ? mine.joint : mine.of(data.person);
		const one = connections[data.id];
		if (!one || one.closed) return refuse('connection.unknown');
		const { id, person } = data;
		return [{ kind: 'connection.closed', ...(person && { part: person }), data: { id, ...(person && { person }) } }];
	},
});
