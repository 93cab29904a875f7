import { uid } from './acts.harness.ts';
import type { RecoveryEntry } from './recovery/facts.ts';

/** The recovery sheet of a practice: what a fold must understand for ever. */
export const recoverySamples: { readonly [K in RecoveryEntry['kind']]: readonly RecoveryEntry['data'][] } = {
	'recoverySheet.kept': [{ id: uid(95), publicKey: 'MCowBQYDK2VuAyEA'.padEnd(59, 'M') }],
};
