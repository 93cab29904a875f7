import { lea, marie, NOON, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { IncidentEntry, NoticedEntry } from './incidents/facts.ts';

type Any = IncidentEntry | NoticedEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };

const id = uid(310);
const whom = { dossier: uid(100), person: lea.person };
const words = {
	how: 'seen',
	data: ['notes', 'contact'],
	circumstances: said,
	from: '2026-11-18',
	awareOn: '2026-11-20',
} as const;

/** A believable line of every kind that an incident leaves, from the day it is known to the day it is closed. */
export const incidentSamples: Lines = {
	'incident.opened': [{ id, exercise: false, ...words }],
	'incident.described': [{ id, ...words, until: '2026-11-19', details: said }],
	'incident.affected': [
		{ id, people: [whom], found: { accounts: [marie], from: NOON - 4e8, until: NOON } },
		{ id, people: [{ ...whom, person: uid(21) }], reason: said },
		{ id, people: [{ ...whom, person: uid(22) }], reason: said },
	],
	'incident.spared': [{ id, ...whom, person: uid(22), reason: said }],
	'incident.assessed': [{ id, sensitivity: said, misuse: said, consequences: said, likelihood: said, serious: true }],
	'incident.told': [{ id, ...whom, way: 'portal', on: '2026-11-21', language: 'fr', text: said }],
	'incident.untold': [{ id, ...whom, person: uid(21), why: 'unsafe', reason: said }],
	'incident.notified': [{ id, to: 'QC', on: '2026-11-21', how: 'Par la poste' }],
	'incident.measured': [{ id, on: '2026-11-21', measure: said }],
	'incident.closed': [{ id, learned: said }],
	'incident.noticed': [
		{ incident: id, person: lea.person, way: 'portal', on: '2026-11-21', language: 'fr', text: said },
	],
};
