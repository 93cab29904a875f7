import { expect, test } from 'vitest';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { bench, lea, marie, NOON, uid } from '../acts.harness.ts';
import { type SchedulingEntry, type SchedulingFacts, schedulingFold } from './facts.ts';
import { joinTeam, leaveTeam } from './team.ts';

const { given } = bench<SchedulingFacts, SchedulingEntry>(schedulingFold);
const luc = uid(2);
const asked = { account: luc, role: 'practitioner', need: 'Coanime.', noOtherRelation: true } as const;
const joined = { kind: 'careTeam.joined', data: { account: luc, role: 'practitioner', need: 'Coanime.' } } as const;

test('a colleague joins once, for a reason, asked about other relations; nobody stands on both sides', () => {
	expect(given().when(joinTeam, asked)).toEqual({ did: [joined] });
	expect(given().when(joinTeam, { ...asked, noOtherRelation: false })).toEqual({ refused: 'careTeam.otherRelation' });
	expect(given(joined).when(joinTeam, asked)).toEqual({ refused: 'careTeam.already' });
	expect(given().when(joinTeam, { ...asked, account: lea.account })).toEqual({ refused: 'careTeam.isPerson' });
	expect(given().when(joinTeam, { ...asked, need: '' })).toEqual({ wrong: { need: expect.any(String) } });
});

test('who leaves has no meeting to come, and does not answer for the file', () => {
	const leaving = { account: luc, reason: 'A terminé.' };
	expect(given(joined).when(leaveTeam, leaving)).toEqual({ did: [{ kind: 'careTeam.left', data: leaving }] });
	expect(given().when(leaveTeam, leaving)).toEqual({ refused: 'careTeam.notIn' });
	expect(given(joined).when(leaveTeam, { ...leaving, account: marie })).toEqual({ refused: 'careTeam.responsible' });
	const times = { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR, zone: 'America/Toronto' };
	const booked = {
		kind: 'appointment.booked',
		data: { id: uid(81), purpose: 'service', mode: 'video', persons: [lea.person], practitioner: luc, ...times },
	} as const;
	expect(given(joined, booked).when(leaveTeam, leaving)).toEqual({ refused: 'careTeam.hasMeetings' });
	expect(given(joined, booked).when(leaveTeam, leaving, { now: NOON + 2 * DAY })).toHaveProperty('did');
});
