import { lea, marie, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { ConnectionEntry } from './disclosure/connection-facts.ts';
import type { ExportEntry } from './exports/facts.ts';

type Any = ExportEntry | ConnectionEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };
const id = uid(94);

/** Copies of a file outside of it, and software that reads some of it: what a fold must understand for ever. */
export const exportSamples: Lines = {
	'record.exported': [
		{
			id,
			by: marie,
			format: 'fhir',
			parts: ['joint', lea.person],
			protection: 'other',
			place: said,
			recall: '2026-12-22',
		},
	],
	'export.taken': [{ id, hash: 'a'.repeat(64), bytes: 12 }],
	'export.kept': [{ id, until: '2027-01-31', reason: said }],
	'export.recalled': [{ id, on: '2027-01-31' }],
	'connection.opened': [
		{
			id,
			by: marie,
			ground: 'order',
			to: said,
			persons: [lea.person],
			parts: [lea.person],
			kinds: ['CarePlan'],
			until: '2027-01-31',
			digest: 'd'.repeat(64),
			reference: said,
			scope: said,
		},
	],
	'connection.closed': [{ id, person: lea.person }],
};
