import { describe, expect, test } from 'vitest';
import { bench, lea, marie, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import type { DestructionEntry } from './facts.ts';
import {
	type DestructionFacts,
	destructionFold,
	type RetentionEntry,
	type RetentionFacts,
	retentionFold,
} from './facts.ts';

const { given } = bench<RetentionFacts, RetentionEntry>(retentionFold);
const practice = bench<DestructionFacts, DestructionEntry>(destructionFold);
const reviewing = { of: 'whole', read: true, papers: 'none' } as const;
const reviewed = { kind: 'destruction.reviewed', data: { of: 'whole', papers: 'none', by: marie } } as const;
const held = { kind: 'hold.placed', data: { id: uid(5), reason: 'court', note: 'Cour supérieure' } } as const;

describe('what keeps a file longer', () => {
	test('is noted with its reason, and lifted once', () => {
		const data = { reason: 'court', note: 'Cour supérieure' };
		expect(given().when(acts.placeHold, data)).toMatchObject({ did: [{ kind: 'hold.placed', data }] });
		expect(given().when(acts.placeHold, { ...data, reason: 'habit' })).toEqual({ wrong: { reason: 'field.choice' } });
		const lift = { id: uid(5), note: 'Jugement rendu' };
		expect(given(held).when(acts.liftHold, lift)).toEqual({ did: [{ kind: 'hold.lifted', data: lift }] });
		expect(given(held, { kind: 'hold.lifted', data: lift }).when(acts.liftHold, lift)).toEqual({
			refused: 'hold.unknown',
		});
	});
});

describe('the end of a file', () => {
	test('is read again first, and says where its paper is', () => {
		expect(given().when(acts.reviewDestruction, reviewing)).toEqual({ did: [reviewed] });
		expect(given().when(acts.reviewDestruction, { ...reviewing, read: false })).toEqual({
			wrong: { read: 'field.required' },
		});
		expect(given().when(acts.reviewDestruction, { ...reviewing, papers: 'kept' })).toEqual({
			refused: 'destruction.papersWhere',
		});
		expect(given().when(acts.reviewDestruction, { ...reviewing, of: uid(9) })).toEqual({ refused: 'act.noSuchPerson' });
	});
	test('needs another eye than the one that read it', () => {
		expect(given().when(acts.approveDestruction, { of: 'whole' })).toEqual({ refused: 'destruction.notReviewed' });
		expect(given(reviewed).when(acts.approveDestruction, { of: 'whole' })).toEqual({ refused: 'destruction.sameEye' });
		const other = { kind: 'destruction.reviewed', data: { ...reviewed.data, by: uid(2) } } as const;
		expect(given(other).when(acts.approveDestruction, { of: 'whole' })).toEqual({
			did: [{ kind: 'destruction.approved', data: { of: 'whole', by: marie } }],
		});
	});
	test('what was agreed to no longer counts once the file was read again', () => {
		const approved = { kind: 'destruction.approved', data: { of: 'whole', by: uid(2) } } as const;
		expect(given(reviewed, approved).facts.joint.approved).toHaveProperty('whole');
		expect(given(reviewed, approved, reviewed).facts.joint.approved).toEqual({});
	});
	test('is ordered once, by somebody who says that they are sure', () => {
		const sure = { of: lea.person, sure: true };
		expect(given().when(acts.destroyRecord, sure)).toEqual({
			did: [{ kind: 'destruction.ordered', data: { of: lea.person, by: marie } }],
		});
		expect(given().when(acts.destroyRecord, { ...sure, sure: false })).toEqual({ wrong: { sure: 'field.required' } });
		const ordered = { kind: 'destruction.ordered', data: { of: lea.person, by: marie } } as const;
		expect(given(ordered).when(acts.destroyRecord, sure)).toEqual({ refused: 'destruction.already' });
		expect(given().when(acts.destroyRecord, { of: uid(9), sure: true })).toEqual({ refused: 'act.noSuchPerson' });
	});
	test('is confirmed once by the machine', () => {
		const pending = { dossier: uid(3), of: 'whole' } as const;
		const destroying = {
			kind: 'record.destroying',
			data: {
				...pending,
				id: uid(3),
				contents: { meetings: 1, notes: 1, persons: 1 },
				from: 1,
				to: 2,
				method: 'keys',
				supervisor: 'Ève',
			},
		} as const;
		const done = { kind: 'record.destroyed', data: { ...pending, id: uid(3), keys: 2 } } as const;
		expect(practice.given(destroying).when(acts.confirmDestruction, { id: uid(3), keys: 2 })).toEqual({ did: [done] });
		expect(practice.given(destroying, done).when(acts.confirmDestruction, { id: uid(3), keys: 2 })).toEqual({
			did: [],
		});
		expect(practice.given(destroying, done).facts.joint).toEqual({ pending: {}, done: 1 });
	});
});
