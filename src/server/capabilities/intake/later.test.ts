import { describe, expect, test } from 'vitest';
import { bench, uid } from '../acts.harness.ts';
import { type IntakeEntry, type IntakeFacts, intakeFold } from './facts.ts';
import * as later from './later.ts';

const { given } = bench<IntakeFacts, IntakeEntry>(intakeFold);

describe('what is looked back at, or asked about, later', () => {
	const used = {
		kind: 'safety.first',
		data: { act: 'session.start', reason: 'danger', duties: ['qc-2.01-a'] },
	} as const;
	test('a use of "safety first", by the line that says it', () => {
		const [skipped] = given(used).dossier.skipped;
		const seq = skipped?.evidence.seq ?? 0;
		expect(given(used).when(later.reviewSafety, { seq })).toEqual({
			did: [{ kind: 'safety.reviewed', data: { seq } }],
		});
		expect(given(used, { kind: 'safety.reviewed', data: { seq } }).dossier.skipped).toMatchObject([{ reviewed: true }]);
	});
	test('no other line is looked back at', () => {
		expect(given(used).when(later.reviewSafety, { seq: 1 })).toEqual({ refused: 'safety.unknown' });
		expect(given().when(later.reviewSafety, { seq: 5 })).toEqual({ refused: 'safety.unknown' });
		expect(given(used).when(later.reviewSafety, { seq: 0 })).toEqual({ wrong: { seq: 'field.number' } });
	});
	test('[qc-1.05-b] what came of other help is asked once some was suggested', () => {
		const to = {
			kind: 'referral.recorded',
			data: { outcome: 'given', to: 'CLSC', reason: 'près', told: 'oral' },
		} as const;
		const data = { outcome: 'a été reçue', followUpOn: '2027-01-10' };
		expect(given(to).when(later.followUpReferral, data)).toEqual({ did: [{ kind: 'referral.followedUp', data }] });
		expect(given(to, { kind: 'referral.followedUp', data }).facts.joint.referral?.followUpOn).toBe('2027-01-10');
		expect(given().when(later.followUpReferral, data)).toEqual({ refused: 'referral.none' });
		expect(given(to).when(later.followUpReferral, { followUpOn: 'soon' })).toEqual({
			wrong: { outcome: 'field.text', followUpOn: 'field.day' },
		});
	});
	test('[nb-caution-b] whoever used it leaves the look back to a colleague of the team, who says what it taught', () => {
		const joined = { kind: 'careTeam.joined', data: { account: uid(2), role: 'supervisor' } } as const;
		const { when, dossier } = given(used, joined);
		const seq = dossier.skipped[0]?.evidence.seq ?? 0;
		expect(when(later.reviewSafety, { seq })).toEqual({ refused: 'safety.byAnother' });
		const colleague = { actor: { account: uid(2), assurance: 'passkey' as const } };
		const data = { seq, learned: 'appeler plus tôt' };
		expect(when(later.reviewSafety, data, colleague)).toEqual({ did: [{ kind: 'safety.reviewed', data }] });
	});
});
