import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, idField, lineField, modeField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { endings, tellings, type WaitingEntry, type WaitingFacts, type WaitingListFacts } from './facts.ts';

const act = actsOn<WaitingFacts, WaitingEntry>('dossier');
const ofPractice = actsOn<WaitingListFacts, WaitingEntry>('practice');
const level = z.string('field.choice').regex(/^[a-z0-9]{1,20}$/, 'field.choice');

/** Say how pressing a wait may be here, the most pressing first, and after how many days each is looked at again. */
export const defineWaitingList = ofPractice({
	name: 'waitingList.define',
	who: ['owner', 'practitioner'],
	input: z.object({
		levels: z
			.array(z.object({ id: level, fr: lineField, en: lineField }))
			.min(1, 'field.required')
			.max(5, 'field.tooMany')
			.refine((all) => new Set(all.map((l) => l.id)).size === all.length, 'field.choice'),
		days: z.number('field.number').int('field.number').min(1, 'field.number').max(180, 'field.number'),
	}),
	decide: (_, data) => [{ kind: 'waitingList.defined', data }],
});

/** There is no place yet: since when they wait, how pressing it is, and what they were told to do meanwhile. */
export const enterWaiting = act({
	name: 'waiting.enter',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({
		since: dayField,
		level,
		practitioner: idField.optional(),
		modes: z.array(modeField).min(1, 'field.required').max(5),
		times: lineField.optional(),
		about: lineField,
		meanwhile: textField,
		told: z.enum(tellings, 'field.choice'),
		reviewOn: dayField,
		reason: reasonField.optional(),
	}),
	decide(mine, { practitioner, times, reason, ...data }, { now, dossier }) {
		if (mine.joint.wait) return refuse('waiting.already');
		if (dossier.state !== 'request' && dossier.state !== 'accepted') return refuse('waiting.notOpen');
		if (practitioner !== undefined && !dossier.careTeam[practitioner])
			return refuse('appointment.notTheirPractitioner');
		if (data.since > dayOf(now)) return refuse('waiting.notYet');
		if (data.reviewOn <= dayOf(now)) return refuse('waiting.reviewPast');
		const given = {
			...(practitioner !== undefined && { practitioner }),
			...(times !== undefined && { times }),
			...(reason !== undefined && { reason }),
		};
		return [{ kind: 'waiting.entered', data: { ...data, ...given } }];
	},
});

/** The wait was looked at again: is it as pressing as before, and when is it looked at next? */
export const reviewWaiting = act({
	name: 'waiting.review',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({ reviewOn: dayField, level, about: lineField.optional(), note: reasonField.optional() }),
	decide(mine, { about, note, ...data }, { now }) {
		if (!mine.joint.wait) return refuse('waiting.none');
		if (data.reviewOn <= dayOf(now)) return refuse('waiting.reviewPast');
		const given = { ...(about !== undefined && { about }), ...(note !== undefined && { note }) };
		return [{ kind: 'waiting.reviewed', data: { ...data, ...given } }];
	},
});

/** They would rather not wait any more: one press, and no reason is asked. */
export const leaveWaiting = act({
	name: 'waiting.leave',
	who: ['client', 'representative'],
	input: z.object({}),
	decide: (mine) => (mine.joint.wait ? [{ kind: 'waiting.ended', data: { why: 'left' } }] : refuse('waiting.none')),
});

/** The wait is over, and why. */
export const endWaiting = act({
	name: 'waiting.end',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({ why: z.enum(endings, 'field.choice'), note: reasonField.optional() }),
	decide: (mine, { why, note }) =>
		mine.joint.wait
			? [{ kind: 'waiting.ended', data: { why, ...(note !== undefined && { note }) } }]
			: refuse('waiting.none'),
});
