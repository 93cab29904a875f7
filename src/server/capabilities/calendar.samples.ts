import { lea, marie, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { MissedEntry } from './missed/facts.ts';
import type { WaitingEntry } from './waiting/facts.ts';

/** What is written about waiting for a place, and about a meeting that was not kept. */
export type CalendarEntry = WaitingEntry | MissedEntry;
type Lines = {
	readonly [K in CalendarEntry['kind']]: readonly Extract<CalendarEntry, { kind: K }>['data'][];
};
const appointment = uid(81);

/** A believable line of each, in the order of a wait that ends. */
export const calendarSamples: Lines = {
	'waitingList.defined': [{ levels: [{ id: 'soon', fr: 'Vite', en: 'Soon' }], days: 30 }],
	'waiting.entered': [
		{
			since: '2026-11-10',
			level: 'soon',
			practitioner: marie,
			modes: ['video'],
			times: said,
			about: said,
			meanwhile: said,
			told: 'letter',
			reviewOn: '2026-12-22',
			reason: said,
		},
	],
	'waiting.reviewed': [{ reviewOn: '2027-01-22', level: 'soon', about: said, note: said }],
	'waiting.ended': [{ why: 'elsewhere', note: said }],
	'missedFee.weighed': [{ appointment, how: 'missed', outcome: 'mayApply', amount: 5000, persons: [lea.person] }],
	'missedFee.answered': [{ appointment, answer: 'waived', why: 'kindness' }],
	'missedFee.owed': [{ person: lea.person, appointment, how: 'missed', amount: 5000 }],
};
