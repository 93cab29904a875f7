import { describe, expect, test } from 'vitest';
import { bench, bySystem, lea, marie, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type ExportEntry, type ExportFacts, exportFold } from './facts.ts';

const { given } = bench<ExportFacts, ExportEntry>(exportFold);
const id = uid(900);
const answer = {
	format: 'fhir',
	parts: ['joint', lea.person],
	protection: 'password',
	place: 'Clé USB, tiroir du bureau',
	recall: '2026-12-22',
} as const;
const typed = { ...answer, parts: [...answer.parts], risk: true };
const exported = { kind: 'record.exported', data: { id, by: marie, ...answer, parts: [...answer.parts] } } as const;
const taken = { kind: 'export.taken', data: { id, hash: 'a'.repeat(64), bytes: 12 } } as const;
const recalled = { kind: 'export.recalled', data: { id, on: '2026-11-22' } } as const;
const kept = { kind: 'export.kept', data: { id, until: '2027-01-31', reason: 'Expertise en cours' } } as const;

describe('[nb-intro-d] a copy of the file', () => {
	test('leaves once its risk was read, with its protection, its place and its recall; the facts hold no word of it', () => {
		expect(given().when(acts.exportRecord, typed)).toEqual({ did: [exported] });
		expect(given().when(acts.exportRecord, { ...typed, risk: undefined })).toEqual({
			wrong: { risk: 'field.required' },
		});
		const blank = { format: 'fhir', parts: ['joint'], risk: true };
		expect(given().when(acts.exportRecord, blank)).toEqual({
			wrong: { protection: 'field.choice', place: 'field.line', recall: 'field.day' },
		});
		expect(given().when(acts.exportRecord, { ...typed, format: 'docx' })).toEqual({
			wrong: { format: 'field.choice' },
		});
		expect(JSON.stringify(given(exported).facts.joint)).not.toMatch(/USB|password/);
	});
	test('is looked for again on a day to come, and holds no part out of reach', () => {
		expect(given().when(acts.exportRecord, { ...typed, recall: '2026-11-22' })).toEqual({
			refused: 'export.recallDay',
		});
		expect(given().when(acts.exportRecord, { ...typed, parts: [stranger] })).toEqual({ refused: 'export.part' });
		const other = { actor: { account: uid(7), assurance: 'passkey' } } as const;
		expect(given().when(acts.exportRecord, typed, other)).toEqual({ refused: 'export.part' });
	});
	test('is taken by its bytes’ hash, while it is not destroyed', () => {
		expect(given(exported).when(acts.takeExport, taken.data, bySystem)).toEqual({ did: [taken] });
		expect(given().when(acts.takeExport, taken.data, bySystem)).toEqual({ refused: 'export.unknown' });
		expect(given(exported, recalled).when(acts.takeExport, taken.data, bySystem)).toEqual({
			refused: 'export.unknown',
		});
		expect(given(exported).when(acts.takeExport, { ...taken.data, hash: 'b' }, bySystem)).toEqual({
			wrong: { hash: 'field.text' },
		});
	});
	test('is destroyed once, on a day that has come', () => {
		expect(given(exported).when(acts.recallExport, recalled.data)).toEqual({ did: [recalled] });
		expect(given(exported, recalled).when(acts.recallExport, recalled.data)).toEqual({ refused: 'export.unknown' });
		for (const on of ['2026-11-23', '2026-11-01'])
			expect(given(exported).when(acts.recallExport, { id, on })).toEqual({ refused: 'export.day' });
		expect(given(exported).when(acts.recallExport, { id, on: 'hier' })).toEqual({ wrong: { on: 'field.day' } });
	});
	test('or kept until another day, for a reason', () => {
		expect(given(exported).when(acts.keepExport, kept.data)).toEqual({ did: [kept] });
		expect(given(exported, kept).facts.joint.copies[id]?.recall).toBe('2027-01-31');
		expect(given().when(acts.keepExport, kept.data)).toEqual({ refused: 'export.unknown' });
		expect(given(exported).when(acts.keepExport, { ...kept.data, until: '2026-11-20' })).toEqual({
			refused: 'export.recallDay',
		});
		expect(given(exported).when(acts.keepExport, { ...kept.data, reason: '' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
	test('stays among the facts while it lies somewhere, however many came after it', () => {
		const later = Array.from({ length: 9 }, (_, i) => uid(840 + i)).flatMap((other) => [
			{ ...exported, data: { ...exported.data, id: other } },
			{ ...recalled, data: { ...recalled.data, id: other } },
		]);
		const { copies } = given(exported, taken, ...later).facts.joint;
		expect(Object.keys(copies)).toContain(id);
		expect(Object.keys(copies).length).toBeLessThan(8);
	});
});
