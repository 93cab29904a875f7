import { lea, NOON, uid } from './acts.harness.ts';
import type { CareEntry } from './care/facts.ts';
import type { InstrumentEntry } from './instruments/facts.ts';

/** Words that somebody confided: lines hold them, facts never do. */
export const said = 'mots-confiés';

const person = lea.person;
const session = uid(61);
type Any = CareEntry | InstrumentEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };

/** A believable line of every kind of care. */
export const careSamples: Lines = {
	'context.assessed': [
		{ person, culture: said, context: said, language: 'en', spoken: said, interpreter: 'needed', adjustments: said },
	],
	'safetyTalk.recorded': [{ person, held: 'yes', together: 'notOk', note: said }],
	'instrument.used': [
		{ person, instrument: uid(35), name: said, summary: said },
		{ person, name: said, summary: said },
	],
	'interventionPlan.written': [
		{ goals: said, methods: [{ method: said, adapted: said }], outcome: said, reviewOn: '2027-02-01' },
		{
			lines: [{ id: uid(96), goal: said, sign: said }],
			methods: [{ method: said, adapted: said }],
			outcome: said,
			reviewOn: '2027-02-01',
		},
	],
	'interventionPlan.reviewed': [
		{ outcome: said, next: 'goesOn', reviewOn: '2027-05-01' },
		{
			outcome: said,
			results: { [uid(96)]: { state: 'partly', came: said } },
			view: said,
			viewBecause: said,
			next: 'goesOn',
			reviewOn: '2027-05-01',
		},
		{ outcome: said, next: 'ends' },
	],
	'distress.flagged': [{ id: uid(95), person, from: 'chat', session, thread: uid(91) }],
	'contact.escalated': [
		{ person, flag: uid(95), from: 'chat', to: 'telephone', when: NOON },
		{ person, flag: uid(96), from: 'chat', to: 'none', reason: said },
	],
	'instrument.appraised': [
		{
			id: uid(35),
			name: 'Échelle',
			source: said,
			validity: said,
			languages: said,
			rights: said,
			decision: 'allowed',
			limits: said,
			factors: ['clinical'],
		},
	],
};
