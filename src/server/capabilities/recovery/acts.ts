import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { RecoveryEntry, RecoveryFacts } from './facts.ts';

const act = actsOn<RecoveryFacts, RecoveryEntry>('practice');
/** An X25519 public key, as text: 44 bytes. */
const keyField = z.string().regex(/^[\w-]{59}$/, 'field.text');

/** The recovery sheet was printed, and two of its groups were read back: the copies of the keys are sealed for it. */
export const keepSheet = act({
	name: 'recoverySheet.keep',
	who: ['owner'],
	input: z.object({ id: idField, publicKey: keyField }),
	decide: (mine, data) =>
		mine.joint.sheet?.id === data.id ? refuse('recoverySheet.kept') : [{ kind: 'recoverySheet.kept', data }],
});
