import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, noe, stranger } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { questions, type SuitabilityEntry, type SuitabilityFacts, suitabilityFold } from './facts.ts';

const { given } = bench<SuitabilityFacts, SuitabilityEntry>(suitabilityFold);

describe('a question of the preliminary assessment', () => {
	const answer = {
		person: lea.person,
		question: 'clinical',
		finding: 'noObstacle',
		note: 'rien de particulier',
	} as const;
	test.each(questions.filter((q) => q !== 'safety'))('%s is answered for one person, in their own part', (question) => {
		const data = { ...answer, question };
		expect(given().when(acts.answerSuitability, data)).toEqual({
			did: [{ kind: 'suitability.answered', part: lea.person, data }],
		});
	});
	test('[qc-2.08-d] what is to be adapted comes with its adjustment', () => {
		const adapt = { ...answer, question: 'disability', finding: 'adapt' };
		expect(given().when(acts.answerSuitability, adapt)).toEqual({ refused: 'suitability.adjustmentMissing' });
		const data = { ...adapt, adjustment: 'gros caractères' };
		expect(given().when(acts.answerSuitability, data)).toEqual({
			did: [{ kind: 'suitability.answered', part: lea.person, data }],
		});
	});
	test('[qc-2.08-g] safety is about a town', () => {
		const safety = { ...answer, question: 'safety' };
		expect(given().when(acts.answerSuitability, safety)).toEqual({ refused: 'suitability.townMissing' });
		const data = { ...safety, town: 'Rimouski' };
		expect(given().when(acts.answerSuitability, data)).toEqual({
			did: [{ kind: 'suitability.answered', part: lea.person, data }],
		});
	});
	test('is about a person of the file, with a finding and a note', () => {
		expect(given().when(acts.answerSuitability, { ...answer, person: stranger })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given().when(acts.answerSuitability, { ...answer, note: ' ' })).toEqual({
			wrong: { note: 'field.required' },
		});
		expect(given().when(acts.answerSuitability, { ...answer, finding: 'fine', question: 'zodiac' })).toEqual({
			wrong: { finding: 'field.choice', question: 'field.choice' },
		});
	});
	test('can be answered again: the last answer stands, and no other person’s', () => {
		const line = (finding: 'noObstacle' | 'obstacle') =>
			({ kind: 'suitability.answered', part: lea.person, data: { ...answer, finding } }) as const;
		const { facts } = given(line('obstacle'), line('noObstacle'));
		expect(facts.of(lea.person).answers.clinical).toMatchObject({ finding: 'noObstacle', adjusted: false });
		expect(facts.of(noe.person).answers).toEqual({});
	});
});

describe('[qc-2.08-a] the age', () => {
	test('is a date or a band, said by the person or the practitioner', () => {
		const date = { person: lea.person, birthDate: '1990-05-17' };
		expect(given().when(acts.recordAge, date, byLea)).toEqual({
			did: [{ kind: 'age.recorded', part: lea.person, data: date }],
		});
		const band = { person: lea.person, band: '14to17' };
		expect(given().when(acts.recordAge, band)).toEqual({
			did: [{ kind: 'age.recorded', part: lea.person, data: band }],
		});
	});
	test('is not nothing, nor a stranger’s, nor a day that never was', () => {
		expect(given().when(acts.recordAge, { person: lea.person })).toEqual({ refused: 'age.missing' });
		expect(given().when(acts.recordAge, { person: stranger, band: 'adult' })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.recordAge, { person: lea.person, birthDate: '1990-13-01' })).toEqual({
			wrong: { birthDate: 'field.day' },
		});
	});
});

describe('[qc-1.05-a] the decision', () => {
	const decision = { fit: 'yes', interventionFits: true, meansFit: true, firstMeeting: 'none', reasons: '' };
	const found = (finding: 'obstacle' | 'noObstacle', part = noe.person) =>
		({
			kind: 'suitability.answered',
			part,
			data: { person: part, question: 'physical', finding, note: 'vu' },
		}) as const;
	test('needs no reason when everything fits', () => {
		expect(given(found('noObstacle')).when(acts.finaliseSuitability, decision)).toEqual({
			did: [{ kind: 'suitability.finalised', data: decision }],
		});
	});
	test('may leave its reasons empty: an empty field is not sent', () => {
		const { reasons: _, ...typed } = decision;
		expect(given().when(acts.finaliseSuitability, typed)).toEqual({
			did: [{ kind: 'suitability.finalised', data: decision }],
		});
	});
	test('says why when it does not quite fit', () => {
		for (const fit of ['partly', 'no']) {
			expect(given().when(acts.finaliseSuitability, { ...decision, fit })).toEqual({
				refused: 'suitability.reasonMissing',
			});
			const data = { ...decision, fit, reasons: 'crises fréquentes' };
			expect(given().when(acts.finaliseSuitability, data)).toEqual({ did: [{ kind: 'suitability.finalised', data }] });
		}
	});
	test('says why a yes stands although one person has an obstacle', () => {
		expect(given(found('obstacle')).when(acts.finaliseSuitability, decision)).toEqual({
			refused: 'suitability.reasonMissing',
		});
		const data = { ...decision, reasons: 'Léa tiendra le téléphone' };
		expect(given(found('obstacle')).when(acts.finaliseSuitability, data)).toEqual({
			did: [{ kind: 'suitability.finalised', data }],
		});
	});
	test('no longer counts the obstacle of somebody who left', () => {
		expect(
			given(found('obstacle'), { kind: 'person.left', data: { id: noe.person } }).when(
				acts.finaliseSuitability,
				decision,
			),
		).toHaveProperty('did');
	});
	test('answers all its questions', () => {
		expect(given().when(acts.finaliseSuitability, { reasons: '' })).toEqual({
			wrong: {
				fit: 'field.choice',
				interventionFits: 'field.choice',
				meansFit: 'field.choice',
				firstMeeting: 'field.choice',
			},
		});
	});
	test('and a review close what asked for one', () => {
		const crisis = { kind: 'suitability.triggered', data: { why: 'crisis' } } as const;
		expect(given(crisis, crisis).facts.joint.triggers).toHaveLength(2);
		expect(given(crisis, { kind: 'suitability.reviewed', data: { stillFits: 'yes' } }).facts.joint.triggers).toEqual(
			[],
		);
		expect(
			given(crisis, {
				kind: 'suitability.finalised',
				data: { fit: 'yes', interventionFits: true, meansFit: true, firstMeeting: 'none', reasons: '' },
			}).facts.joint.triggers,
		).toEqual([]);
	});
});

describe('[qc-2.08-0b] does it still fit', () => {
	test('yes needs no reason', () => {
		expect(given().when(acts.reviewSuitability, { stillFits: 'yes' })).toEqual({
			did: [{ kind: 'suitability.reviewed', data: { stillFits: 'yes' } }],
		});
	});
	test.each(['no', 'deferred'])('%s says why', (stillFits) => {
		expect(given().when(acts.reviewSuitability, { stillFits })).toEqual({ refused: 'suitability.reasonMissing' });
		const data = { stillFits, reason: 'déménagement en cours' };
		expect(given().when(acts.reviewSuitability, data)).toEqual({ did: [{ kind: 'suitability.reviewed', data }] });
	});
	test('is one of three answers', () => {
		expect(given().when(acts.reviewSuitability, { stillFits: 'perhaps' })).toEqual({
			wrong: { stillFits: 'field.choice' },
		});
	});
});
