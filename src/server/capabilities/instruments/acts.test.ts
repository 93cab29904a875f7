import { describe, expect, test } from 'vitest';
import { bench, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type InstrumentEntry, type InstrumentFacts, instrumentFold } from './facts.ts';

const { given } = bench<InstrumentFacts, InstrumentEntry>(instrumentFold);

describe('[nb-intro-e] the practice’s list of instruments', () => {
	const data = {
		id: uid(35),
		name: 'Échelle du sommeil',
		source: 'revue, 2019',
		validity: 'bonne, 1200 adultes',
		languages: 'français du Québec',
		rights: 'libre',
		decision: 'allowed',
		limits: 'pas avant 18 ans',
		factors: ['clinical'],
	} as const;
	test('says where one comes from, what it is worth, for whom, and whether it is used', () => {
		expect(given().when(acts.appraiseInstrument, data)).toEqual({ did: [{ kind: 'instrument.appraised', data }] });
		const { facts } = given({ kind: 'instrument.appraised', data });
		expect(facts.joint.instruments[data.id]).toMatchObject({ name: data.name, decision: 'allowed' });
		expect(JSON.stringify(facts.joint)).not.toContain('1200');
	});
	test('an appraisal that leaves something out is not one', () => {
		const { validity: _, rights: __, ...some } = data;
		expect(given().when(acts.appraiseInstrument, { ...some, decision: 'perhaps' })).toEqual({
			wrong: { validity: 'field.text', rights: 'field.text', decision: 'field.choice' },
		});
	});
	test('appraised again, the last decision stands', () => {
		const no = { kind: 'instrument.appraised', data: { ...data, decision: 'notAllowed' } } as const;
		expect(given({ kind: 'instrument.appraised', data }, no).facts.joint.instruments[data.id]?.decision).toBe(
			'notAllowed',
		);
	});
});
