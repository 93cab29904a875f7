import { describe, expect, test } from 'vitest';
import { bench, uid } from '../acts.harness.ts';
import * as acts from './register.ts';
import { type RegisterEntry, type RegisterFacts, registerFold } from './register-facts.ts';

const { given } = bench<RegisterFacts, RegisterEntry>(registerFold);
const id = uid(83);
const data = { what: 'Note du 20 novembre', place: 'Classeur, bureau', locked: true };
const listed = { kind: 'paper.listed', data: { id, ...data } } as const;
const placed = { kind: 'paper.placed', data: { id, place: 'Voûte', locked: true } } as const;
const destroyed = { kind: 'paper.destroyed', data: { id, on: '2026-11-22' } } as const;

describe('[nb-6-d] a paper of the file', () => {
	test('is listed with its place, and the facts hold no word of it', () => {
		const one = { kind: 'paper.listed', data: { ...data, id: uid(900), note: 12 } };
		expect(given().when(acts.listPaper, { ...data, note: 12 })).toEqual({ did: [one] });
		expect(given().when(acts.listPaper, { ...data, place: '' })).toEqual({ wrong: { place: 'field.required' } });
		expect(JSON.stringify(given(listed).facts.joint)).not.toMatch(/Note|Classeur/);
	});
	test('is placed again until it is destroyed', () => {
		expect(given(listed).when(acts.placePaper, placed.data)).toEqual({ did: [placed] });
		expect(given(listed, destroyed).when(acts.placePaper, placed.data)).toEqual({ refused: 'paper.gone' });
		expect(given().when(acts.placePaper, placed.data)).toEqual({ refused: 'paper.gone' });
		expect(given(listed).when(acts.placePaper, { ...placed.data, locked: 'no' })).toEqual({
			wrong: { locked: 'field.choice' },
		});
	});
	test('is destroyed once, on a day that has come', () => {
		expect(given(listed).when(acts.destroyPaper, destroyed.data)).toEqual({ did: [destroyed] });
		expect(given(listed, destroyed).when(acts.destroyPaper, destroyed.data)).toEqual({ refused: 'paper.gone' });
		for (const on of ['2026-11-23', '2026-11-01'])
			expect(given(listed).when(acts.destroyPaper, { id, on })).toEqual({ refused: 'paper.day' });
		expect(given(listed).when(acts.destroyPaper, { id, on: 'hier' })).toEqual({ wrong: { on: 'field.day' } });
	});
	test('stays among the facts while it lies somewhere, however many came after it', () => {
		const later = Array.from({ length: 9 }, (_, i) => uid(840 + i)).flatMap((other) => [
			{ ...listed, data: { ...listed.data, id: other } },
			{ ...destroyed, data: { ...destroyed.data, id: other } },
		]);
		const { items } = given(listed, ...later, { ...listed, data: { ...listed.data, id: uid(860) } }).facts.joint;
		expect(Object.keys(items)).toContain(id);
		expect(Object.keys(items).length).toBeLessThan(8);
	});
});
