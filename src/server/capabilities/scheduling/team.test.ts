import { expect, test } from 'vitest';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { bench, lea, marie, NOON, uid } from '../acts.harness.ts';
import { type SchedulingEntry, type SchedulingFacts, schedulingFold } from './facts.ts';
import { handOver, joinTeam, leaveTeam } from './team.ts';

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

test('a file is handed to a colleague: by whoever follows it, or, when they are gone, by the owner', () => {
	const handing = { to: luc, toName: 'Luc', basis: 'authorised', reason: 'Déménage.' } as const;
	const { toName: _, ...said } = handing;
	const did = [{ kind: 'careTeam.handedOver', data: { ...said, from: marie } }];
	expect(given().when(handOver, handing)).toEqual({ did });
	expect(given().asks(handOver, handing)).toMatchObject({ gates: ['record.transfer'], focus: { subject: 'handOver' } });
	expect(given().when(handOver, { ...handing, to: marie })).toEqual({ refused: 'transfer.same' });
	expect(given().when(handOver, { ...handing, to: lea.account })).toEqual({ refused: 'careTeam.isPerson' });
	expect(given().when(handOver, { ...handing, basis: 'habit' })).toEqual({ wrong: { basis: 'field.choice' } });
	const owner = { roles: ['owner'], actor: { account: uid(3), assurance: 'passkey' } } as const;
	expect(given().when(handOver, handing, owner)).toEqual({ refused: 'act.notYourDossier' });
	const gone = { ...handing, basis: 'departure' };
	expect(given().when(handOver, gone, owner)).toMatchObject({ did: [{ kind: 'careTeam.handedOver' }] });
	const times = { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR, zone: 'America/Toronto' };
	const booked = {
		kind: 'appointment.booked',
		data: { id: uid(81), purpose: 'service', mode: 'video', persons: [lea.person], practitioner: marie, ...times },
	} as const;
	expect(given(booked).when(handOver, handing)).toEqual({ refused: 'careTeam.hasMeetings' });
	const { dossier } = given({ kind: 'careTeam.handedOver', data: { ...said, from: marie } });
	expect(Object.keys(dossier.careTeam)).toEqual([luc]);
});
