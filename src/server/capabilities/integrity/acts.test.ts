import { expect, test } from 'vitest';
import { bench, bySystem, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type IntegrityEntry, type IntegrityFacts, integrityFold } from './facts.ts';

const { given } = bench<IntegrityFacts, IntegrityEntry>(integrityFold);

test('[nb-6-c] somebody asks that everything be read again; what was found is the system’s to say', () => {
	expect(given().when(acts.checkIntegrity, {})).toEqual({ did: [{ kind: 'integrity.asked', data: {} }] });
	const found = { lines: 40, findings: 1, first: { code: 'lineChanged', journal: uid(100), seq: 12 } };
	expect(given().when(acts.noteIntegrity, found, bySystem)).toEqual({
		did: [{ kind: 'integrity.checked', data: found }],
	});
	expect(given().when(acts.noteIntegrity, { ...found, findings: -1 }, bySystem)).toEqual({
		wrong: { findings: 'field.number' },
	});
	const { facts } = given({ kind: 'integrity.checked', data: found });
	expect(facts.joint.last).toMatchObject(found);
});
