import type { AccessEntry } from './access/facts.ts';
import { lea, marie, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { LoanEntry } from './loans/facts.ts';
import type { AnnouncedEntry, ToldEntry } from './policies/told-facts.ts';

const person = lea.person;
/** Reaching people: help to get to the tools, what they were lent, which changes they were told of. */
export type Reaching = AccessEntry | LoanEntry | ToldEntry;
type Any = Reaching | AnnouncedEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };

/** A believable line of every kind of reaching people. */
export const accessSamples: Lines = {
	'help.asked': [{ person, id: uid(75), about: 'device', phone: '418 555-0123', when: 'le soir' }],
	'help.closed': [{ person, id: uid(75), outcome: 'helped', note: said }],
	'coaching.needed': [{ person, channel: 'video' }],
	'rehearsal.offered': [{ person, channel: 'video', answer: 'accepted' }],
	'rehearsal.held': [{ person, channel: 'video', result: 'partly', changed: said }],
	'loan.made': [
		{
			id: uid(76),
			person,
			what: 'Tablette n° 3',
			from: '2026-11-22',
			until: '2027-02-22',
			answers: marie,
			terms: said,
		},
	],
	'loan.lost': [{ id: uid(76), person, how: 'lost', note: said }],
	'loan.ended': [
		{ id: uid(76), person, outcome: 'returned', wiped: true, checked: true },
		{ id: uid(77), person, outcome: 'settled', note: said },
	],
	'change.announced': [{ document: 'privacy', version: 2, means: 'posted', on: '2026-11-20', count: 12 }],
	'change.told': [{ person, document: 'privacy', version: 2, means: 'posted', on: '2026-11-20' }],
};
