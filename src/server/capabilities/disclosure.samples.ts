import { lea, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { DisclosureEntry } from './disclosure/facts.ts';

const person = lea.person;
type Lines = { readonly [K in DisclosureEntry['kind']]: readonly Extract<DisclosureEntry, { kind: K }>['data'][] };

/** What left a file: what a fold must understand for ever. */
export const disclosureSamples: Lines = {
	'authorisation.given': [
		{ person, id: uid(94), to: 'Dre Roy', what: said, why: said, until: 2, means: 'signature' },
		{
			person,
			id: uid(95),
			to: 'École',
			what: said,
			why: said,
			means: 'oral',
			wording: said,
			spokenIn: 'français',
			heardBy: 'Ève',
		},
	],
	'authorisation.revoked': [{ person, id: uid(94), means: 'oral' }],
	'record.disclosed': [
		{ id: uid(96), ground: 'danger', to: 'Police', persons: [person], lines: [3], how: 'spoken', danger: said },
	],
	'disclosure.noted': [
		{ id: uid(97), to: 'CLSC', persons: [person], lines: [], how: 'spoken', on: '2026-11-20', allowed: false },
	],
	'disclosure.completed': [{ id: uid(96), minimum: said, reasons: said }],
};
