import { describe, expect, test } from 'vitest';
import { bench, lea, marie, type Past, uid } from '../acts.harness.ts';
import { type ConsentEntry, type ConsentFacts, consentFold } from './facts.ts';
import { beginReading, endReading, moveReading } from './together.ts';

const { given } = bench<ConsentFacts, ConsentEntry>(consentFold);
const { person } = lea;
const id = uid(91);
const words = { title: 'Titre', summary: ['point'], text: ['texte'], easy: [] };
const own = (kind: ConsentEntry['kind'], data: object): Past<ConsentEntry> =>
	({ kind, part: person, data: { person, ...data } }) as Past<ConsentEntry>;
const handed = own('package.sent', {
	documents: { services: 3 },
	language: 'fr',
	territory: 'QC',
	texts: { services: { services: words, risks: words, limits: words } },
});
const begun = own('reading.begun', { id, document: 'services', version: 3, means: 'telephone', clause: 'services' });
const moved = (clause: string) => own('reading.moved', { id, clause });

describe('reading a document together', () => {
	test('begins at its first clause, in the version that was handed', () => {
		const start = { person, document: 'services', means: 'telephone' };
		const data = { person, id: uid(900), document: 'services', version: 3, means: 'telephone', clause: 'services' };
		expect(given(handed).when(beginReading, start)).toEqual({ did: [{ kind: 'reading.begun', part: person, data }] });
		expect(given().when(beginReading, start)).toEqual({ refused: 'consent.notSent' });
		expect(given(handed).when(beginReading, { ...start, clause: 'fees' })).toEqual({ refused: 'consent.notSent' });
		expect(given(handed).when(beginReading, { ...start, means: 'chat' })).toEqual({ wrong: { means: 'field.choice' } });
	});
	test('one text at a time: another ends the first where it stood', () => {
		const next = { person, document: 'services', means: 'video', clause: 'risks' };
		expect(given(handed, begun).when(beginReading, next)).toMatchObject({
			did: [
				{ kind: 'reading.ended', data: { id, clauses: ['services'], whole: false, understood: false } },
				{ kind: 'reading.begun', data: { clause: 'risks' } },
			],
		});
	});
	test('goes from clause to clause, and stays where it is when asked to', () => {
		expect(given(handed, begun).when(moveReading, { person, id, clause: 'risks' })).toEqual({
			did: [{ kind: 'reading.moved', part: person, data: { person, id, clause: 'risks' } }],
		});
		expect(given(handed, begun).when(moveReading, { person, id, clause: 'services' })).toEqual({ did: [] });
		expect(given(handed, begun).when(moveReading, { person, id, clause: 'fees' })).toEqual({
			refused: 'consent.notSent',
		});
		expect(given(handed).when(moveReading, { person, id, clause: 'risks' })).toEqual({ refused: 'reading.notOpen' });
		expect(given(handed).when(moveReading, { person, id, clause: '' })).toEqual({ wrong: { clause: 'field.choice' } });
	});
	test('read to its last clause, it was explained; the practitioner says what was understood', () => {
		const end = { person, id, understood: true };
		expect(given(handed, begun, moved('risks'), moved('limits')).when(endReading, end)).toEqual({
			did: [
				{
					kind: 'reading.ended',
					part: person,
					data: {
						person,
						id,
						document: 'services',
						clauses: ['services', 'risks', 'limits'],
						whole: true,
						understood: true,
					},
				},
				{
					kind: 'document.explained',
					part: person,
					data: { person, document: 'services', version: 3, means: 'telephone' },
				},
			],
		});
		expect(given(handed, begun, moved('limits')).when(endReading, end)).toMatchObject({
			did: [{ kind: 'reading.ended', data: { clauses: ['services', 'limits'], whole: false } }],
		});
		expect(given(handed).when(endReading, end)).toEqual({ refused: 'reading.notOpen' });
		expect(given(handed, begun).when(endReading, { person, id })).toEqual({ wrong: { understood: 'field.choice' } });
	});
	test('the record keeps with whom, from when, which clauses', () => {
		const ended = own('reading.ended', {
			id,
			document: 'services',
			clauses: ['services', 'risks'],
			whole: false,
			understood: true,
		});
		const { together } = given(handed, begun, moved('risks'), ended).facts.of(person);
		expect(together.now).toBeUndefined();
		expect(together.done.services).toMatchObject({
			version: 3,
			with: marie,
			means: 'telephone',
			clauses: ['services', 'risks'],
			whole: false,
		});
		expect(together.done.services?.from).toBeLessThan(together.done.services?.evidence.at ?? 0);
	});
});
