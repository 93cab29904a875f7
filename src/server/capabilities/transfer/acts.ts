import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, lineField, personField, reasonField } from '#server/kernel/field.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { bases, type TransferEntry, type TransferFacts } from './facts.ts';

const act = actsOn<TransferFacts, TransferEntry>('dossier');
const hex = z.string('field.line').regex(/^[0-9a-f]{64}$/, 'field.line');
const key = z.string('field.line').regex(/^[A-Za-z0-9_-]{43,80}$/, 'field.line');
const part = z.union([z.literal(JOINT), personField]);
const leaving = z.object({
	digest: hex,
	seq: z.number('field.number').int('field.number').min(1, 'field.number').max(Number.MAX_SAFE_INTEGER, 'field.number'),
	head: hex,
	parts: z.array(part).min(1, 'field.required').max(40, 'field.tooMany'),
});

/** Pass a file to another practice, sealed to it, on one of the grounds that exist (nb-6-s). */
export const transferRecord = act({
	name: 'record.transfer',
	who: ['practitioner', 'system'],
	input: z.object({
		basis: z.enum(bases, 'field.choice'),
		to: lineField,
		/** The law or the order, as it is cited. */
		reference: lineField.optional(),
		leaving,
		box: key,
		sign: key,
		/** The numbers of their address were compared aloud. */
		compared: z.literal(true, 'field.required'),
	}),
	focus: ({ basis, to, reference, leaving: { parts } }) => ({
		subject: 'transfer',
		means: JSON.stringify({ basis, to, parts, reference: reference !== undefined }),
	}),
	decide(_, { compared: _compared, ...data }, { newId, dossier }) {
		const persons = data.leaving.parts.filter((p) => p !== JOINT);
		if (persons.some((p) => !dossier.persons[p])) return refuse('act.noSuchPerson');
		return [{ kind: 'record.transferred', data: JSON.parse(JSON.stringify({ ...data, id: newId(), persons })) }];
	},
});

/** Their receipt came back, and was checked: it is theirs, and of this very package. */
export const confirmTransfer = act({
	name: 'transfer.confirm',
	who: ['system'],
	input: z.object({ id: idField, at: z.number('field.number').int('field.number').min(0, 'field.number') }),
	decide(mine, data) {
		const one = mine.joint.sent[data.id];
		if (!one) return refuse('transfer.unknown');
		return one.confirmed ? refuse('transfer.already') : [{ kind: 'transfer.confirmed', data }];
	},
});

/** The package never arrived, or is no longer wanted: why. */
export const endTransfer = act({
	name: 'transfer.end',
	who: ['practitioner'],
	input: z.object({ id: idField, reason: reasonField }),
	decide(mine, data) {
		const one = mine.joint.sent[data.id];
		if (!one) return refuse('transfer.unknown');
		return one.confirmed || one.ended ? refuse('transfer.already') : [{ kind: 'transfer.ended', data }];
	},
});

const foreign = z.object({
	header: z.object({
		at: z.number(),
		attempt: z.string().max(80),
		journal: z.string().max(80),
		key: z.string().max(80),
		part: z.string().max(80),
		practice: z.string().max(80),
		seq: z.number(),
	}),
	sealed: z.string(),
	hash: hex,
});

/** The lines of a file that came from another practice, checked before this by the machine, each in its own part. */
export const receiveRecord = act({
	name: 'record.receive',
	who: ['system'],
	input: z.object({
		by: idField,
		from: z.object({ practice: lineField, name: lineField, journal: lineField, sign: lineField }),
		leaving,
		windows: z.number('field.number').int('field.number').min(1, 'field.number').max(1_000_000, 'field.number'),
		stretches: z.array(
			z.object({ part, lines: z.array(foreign), keys: z.record(z.string().max(80), z.string().max(80)) }),
		),
	}),
	decide(mine, { stretches, ...data }, { dossier }) {
		if (mine.joint.received) return refuse('transfer.already');
		if (stretches.some((s) => s.part !== JOINT && !dossier.persons[s.part])) return refuse('act.noSuchPerson');
		const width = stretches.length / data.windows;
		if (!Number.isInteger(width)) return refuse('act.invalidInput');
		return [
			{ kind: 'record.received', data: { ...data, width } },
			...stretches.map(({ part, ...lines }) => ({ kind: 'record.linesReceived' as const, part, data: lines })),
		];
	},
});
