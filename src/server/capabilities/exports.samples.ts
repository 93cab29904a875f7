import { lea, marie, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { ExportEntry } from './exports/facts.ts';

type Lines = { readonly [K in ExportEntry['kind']]: readonly Extract<ExportEntry, { kind: K }>['data'][] };
const id = uid(94);

/** Copies of a file outside of it: what a fold must understand for ever. */
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
};
