import { expect, test } from 'vitest';
import { bench, lea } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type PlaceEntry, type PlaceFacts, placeFold } from './facts.ts';

const { given } = bench<PlaceFacts, PlaceEntry>(placeFold);
const data = { person: lea.person, territory: 'ON', sheetOf: '2026-11-01' } as const;

test('[nb-4-b] the notice of a place is read for one person, in their own part, on the sheet of a day', () => {
	expect(given().when(acts.readPlaceNotice, data)).toEqual({
		did: [{ kind: 'placeNotice.read', part: lea.person, data }],
	});
	expect(given().when(acts.readPlaceNotice, { ...data, sheetOf: '' })).toEqual({ wrong: { sheetOf: 'field.day' } });
	const { facts } = given({ kind: 'placeNotice.read', part: lea.person, data });
	expect(facts.of(lea.person).noticesRead.ON?.sheetOf).toBe('2026-11-01');
	expect(facts.joint.noticesRead).toEqual({});
});
