import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, lineField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { AttachedEntry, AttachedFacts, ProtocolEntry, ProtocolFacts } from './facts.ts';

const act = actsOn<ProtocolFacts, ProtocolEntry>('practice');
const inFile = actsOn<AttachedFacts, AttachedEntry>('dossier');

/** Write down a way of working, or write it anew; where it is also used at a distance, how it is then done (nb-intro-b). */
export const writeProtocol = act({
	name: 'protocol.write',
	who: ['owner', 'practitioner'],
	input: z.object({
		id: idField,
		name: lineField,
		text: textField,
		usedRemotely: z.boolean(),
		remoteVariant: textField.optional(),
	}),
	decide(mine, { remoteVariant, ...data }) {
		const version = (mine.joint.protocols[data.id]?.version ?? 0) + 1;
		const written = { ...data, version, ...(remoteVariant !== undefined && { remoteVariant }) };
		return [{ kind: 'protocol.written', data: written }];
	},
});

/** A protocol is no longer used here; the files that follow it keep saying so. */
export const retireProtocol = act({
	name: 'protocol.retire',
	who: ['owner', 'practitioner'],
	input: z.object({ id: idField }),
	decide: (mine, data) =>
		mine.joint.protocols[data.id] ? [{ kind: 'protocol.retired', data }] : refuse('protocol.unknown'),
});

/** This client's care follows that protocol, at a distance or in person. */
export const attachProtocol = inFile({
	name: 'protocol.attach',
	who: ['practitioner'],
	input: z.object({
		protocol: idField,
		name: lineField,
		version: z.number('field.number').int('field.number').min(1, 'field.number'),
		form: z.enum(['remote', 'inPerson'], 'field.choice'),
	}),
	focus: ({ protocol, form }) => ({ subject: protocol, means: form }),
	decide: (_, data) => [{ kind: 'protocol.attached', data }],
});

/** This client's care no longer follows that protocol. */
export const detachProtocol = inFile({
	name: 'protocol.detach',
	who: ['practitioner'],
	input: z.object({ protocol: idField }),
	decide: (mine, data) =>
		mine.joint.attached[data.protocol] ? [{ kind: 'protocol.detached', data }] : refuse('protocol.unknown'),
});
