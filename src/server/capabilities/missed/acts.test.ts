import { describe, expect, test } from 'vitest';
import { bench, lea, noe, type Past, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type MissedEntry, type MissedFacts, missedFold } from './facts.ts';

const { given } = bench<MissedFacts, MissedEntry>(missedFold);
const appointment = uid(85);
const weighed = (outcome: 'mayApply' | 'notAgreed' | 'never') =>
	({
		kind: 'missedFee.weighed',
		data: { appointment, how: 'missed', outcome, amount: 5000, persons: [lea.person] },
	}) as const;
const apply = { appointment, payer: lea.person, noGrace: true };

describe('after a meeting that was not kept', () => {
	test('the amount that was agreed on stands in the part of whoever pays, and there alone', () => {
		const done = given(weighed('mayApply')).when(acts.applyMissedFee, apply);
		expect(done).toEqual({
			did: [
				{ kind: 'missedFee.answered', data: { appointment, answer: 'applied' } },
				{
					kind: 'missedFee.owed',
					part: lea.person,
					data: { person: lea.person, appointment, how: 'missed', amount: 5000 },
				},
			],
		});
		const after = given(weighed('mayApply'), ...('did' in done ? (done.did as never[]) : []));
		expect(after.facts.of(lea.person).owed).toMatchObject([{ amount: 5000 }]);
		expect(after.facts.joint.owed).toEqual([]);
		expect(after.facts.of(noe.person).owed).toEqual([]);
	});
	test('nothing is asked without an agreement, nor after a failed technology or a crisis, nor twice', () => {
		const no = (...lines: readonly Past<MissedEntry>[]) => given(...lines).when(acts.applyMissedFee, apply);
		expect(no()).toEqual({ refused: 'missedFee.unknown' });
		expect(no(weighed('notAgreed'))).toEqual({ refused: 'missedFee.notAgreed' });
		expect(no(weighed('never'))).toEqual({ refused: 'missedFee.never' });
		const answered = { kind: 'missedFee.answered', data: { appointment, answer: 'waived', why: 'grace' } } as const;
		expect(no(weighed('mayApply'), answered)).toEqual({ refused: 'missedFee.answered' });
		expect(no(weighed('mayApply'), weighed('never'))).toEqual({ refused: 'missedFee.never' });
	});
	test('it is asked of somebody whose meeting it was, or who pays, by someone who knows of no reason not to', () => {
		const here = given(weighed('mayApply'));
		expect(here.when(acts.applyMissedFee, { ...apply, payer: noe.person })).toEqual({
			refused: 'missedFee.notTheirs',
		});
		expect(here.when(acts.applyMissedFee, { ...apply, payer: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(here.when(acts.applyMissedFee, { ...apply, noGrace: false })).toEqual({
			wrong: { noGrace: 'field.required' },
		});
	});
	test('it may be let go, for one of a few reasons that tell nothing', () => {
		expect(given(weighed('mayApply')).when(acts.waiveMissedFee, { appointment, why: 'kindness' })).toEqual({
			did: [{ kind: 'missedFee.answered', data: { appointment, answer: 'waived', why: 'kindness' } }],
		});
		expect(given().when(acts.waiveMissedFee, { appointment, why: 'grace' })).toEqual({
			refused: 'missedFee.unknown',
		});
		expect(given(weighed('mayApply')).when(acts.waiveMissedFee, { appointment, why: 'malade' })).toEqual({
			wrong: { why: 'field.choice' },
		});
	});
});
