import { describe, expect, test } from 'vitest';
import { bench, uid } from '../acts.harness.ts';
import { keepSheet } from './acts.ts';
import { type RecoveryEntry, type RecoveryFacts, recoveryFold } from './facts.ts';

const { given } = bench<RecoveryFacts, RecoveryEntry>(recoveryFold);
const data = { id: uid(95), publicKey: 'M'.repeat(59) };
const kept = { kind: 'recoverySheet.kept', data } as const;

describe('a recovery sheet', () => {
	test('is noted with its public half and its date, and the newest is the one in force', () => {
		expect(given().when(keepSheet, data)).toEqual({ did: [kept] });
		const next = { id: uid(96), publicKey: 'N'.repeat(59) };
		expect(given(kept).when(keepSheet, next)).toEqual({ did: [{ ...kept, data: next }] });
		expect(given(kept, { ...kept, data: next }).facts.joint.sheet).toMatchObject(next);
	});
	test('is noted once', () => {
		expect(given(kept).when(keepSheet, data)).toEqual({ refused: 'recoverySheet.kept' });
	});
	test('is nothing else than a key: no secret, no words', () => {
		for (const publicKey of ['', 'the secret itself', 'é'.repeat(59), 'M'.repeat(60)])
			expect(given().when(keepSheet, { ...data, publicKey })).toHaveProperty('wrong.publicKey');
	});
});
