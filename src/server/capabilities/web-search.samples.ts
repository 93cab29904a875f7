import { lea, marie, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { EmergencyEntry, SearchEntry } from './web-search/facts.ts';

const person = lea.person;
const [asked, urgent] = [
	{ person, id: uid(78) },
	{ person, id: uid(79) },
];
const found = { where: 'Un moteur de recherche', summary: said, kept: said };
type Any = SearchEntry | EmergencyEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };

/** A believable line of every kind of looking somebody up on the web. */
export const searchSamples: Lines = {
	'search.started': [
		{ ...asked, ground: 'agreed', reason: said },
		{ ...urgent, ground: 'emergency', reason: said, danger: said, protects: said, noConsent: said },
	],
	'search.noted': [{ ...asked, ...found }],
	'search.recorded': [{ person, id: uid(80), ground: 'none', reason: said, on: '2026-11-20', ...found }],
	'search.told': [{ ...asked, on: '2026-11-21', how: 'inPerson', words: said }],
	'search.deferred': [{ ...urgent, until: '2026-12-01', reason: said }],
	'search.reviewed': [{ person, id: uid(80), learned: said }],
	'emergencySearch.reported': [{ id: urgent.id, dossier: uid(100), by: marie }],
	'emergencySearch.seen': [{ id: urgent.id }],
};
