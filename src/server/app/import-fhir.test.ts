import { expect, test } from 'vitest';
import { bundleIn, rowsOfBundle } from './import-fhir.ts';
import { filesOf } from './import-rows.ts';

const bundle = (...resources: readonly object[]) => ({
	resourceType: 'Bundle',
	type: 'collection',
	entry: resources.map((resource) => ({ resource })),
});
const zoe = {
	resourceType: 'Patient',
	name: [
		{ use: 'old', family: 'Gagnon' },
		{ use: 'official', given: ['Zoé', 'Anne'], family: 'Côté-Roy' },
	],
	telecom: [
		{ system: 'phone', use: 'old', value: '418-555-0111' },
		{ system: 'phone', value: '418-555-0100' },
		{ system: 'email', value: 'zoe@example.org' },
	],
	address: [{ line: ['12, rue du Quai'], city: 'Moncton', state: 'NB', postalCode: 'E1C 1A1' }],
	communication: [
		{ language: { coding: [{ code: 'en-CA' }] } },
		{ preferred: true, language: { coding: [{ code: 'fr-CA' }] } },
	],
};

test('each patient is a row; what a first request cannot hold is counted by its kind', () => {
	const { rows, left } = rowsOfBundle(
		bundle(
			zoe,
			{ resourceType: 'Observation' },
			{ resourceType: 'Observation' },
			{ resourceType: 'RelatedPerson' },
			{},
		),
	);
	expect(rows).toEqual([
		{
			line: 1,
			cells: {
				name: 'Zoé Anne Côté-Roy',
				language: 'fr',
				phone: '418-555-0100',
				email: 'zoe@example.org',
				address: '12, rue du Quai, Moncton, E1C 1A1',
				territory: 'NB',
			},
		},
	]);
	expect(left).toEqual({ Observation: 2, RelatedPerson: 1, '?': 1 });
	const [file] = filesOf(rows, { practitioner: 'eve', reason: 'Lot', newId: (about) => `id ${about}` });
	expect(file?.input).toMatchObject({
		kind: 'person',
		territory: 'NB',
		persons: [{ name: 'Zoé Anne Côté-Roy', contact: { voiceMail: false } }],
	});
});

test('a patient who says little is a row with little; nothing is made up', () => {
	expect(rowsOfBundle(bundle({ resourceType: 'Patient', name: [{ text: 'D' }] })).rows).toEqual([
		{ line: 1, cells: { name: 'D' } },
	]);
	expect(rowsOfBundle(bundle({ resourceType: 'Patient', name: 'D', telecom: {}, address: [7] })).rows).toEqual([
		{ line: 1, cells: {} },
	]);
	expect(rowsOfBundle({ resourceType: 'Bundle', entry: 'none' })).toEqual({ rows: [], left: {} });
});

test('what is no bundle is something else', () => {
	expect(bundleIn('nom\nZoé')).toBeUndefined();
	expect(bundleIn('{"resourceType":"Patient"}')).toBeUndefined();
	expect(bundleIn('{broken')).toBeUndefined();
	expect(bundleIn(` ${JSON.stringify(bundle(zoe))}`)).toMatchObject({ resourceType: 'Bundle' });
});
