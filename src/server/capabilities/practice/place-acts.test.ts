import { describe, expect, test } from 'vitest';
import { bench } from '../acts.harness.ts';
import { type PracticeEntry, type PracticeFacts, practiceFold } from './facts.ts';
import * as acts from './place-acts.ts';

const { given } = bench<PracticeFacts, PracticeEntry>(practiceFold);
const sheet = {
	territory: 'QC',
	edition: '2026-11-01',
	title: { fr: 'Nouvelles règles', en: 'New rules' },
	points: { fr: 'Un point.\nUn autre.', en: 'A point.\nAnother.' },
	source: 'otstcfq.org',
} as const;
const assessment = {
	territory: 'QC',
	law: 'P-39.1',
	measures: 'Chiffrement, accès, copies.',
	hosting: 'QC',
	reviewedOn: '2026-11-20',
} as const;

describe('[qc-1.09-a] a sheet of rules', () => {
	test('is published with its edition, and the facts keep the edition alone', () => {
		expect(given().when(acts.publishRuleSheet, sheet)).toEqual({ did: [{ kind: 'ruleSheet.published', data: sheet }] });
		const { ruleSheets } = given({ kind: 'ruleSheet.published', data: sheet }).facts.joint;
		expect(ruleSheets.QC).toEqual({ edition: '2026-11-01', evidence: expect.anything() });
	});
	test('is never older than the one before it', () => {
		const here = given({ kind: 'ruleSheet.published', data: sheet });
		expect(here.when(acts.publishRuleSheet, sheet)).toEqual({ refused: 'ruleSheet.older' });
		expect(here.when(acts.publishRuleSheet, { ...sheet, edition: '2026-11-02' })).toHaveProperty('did');
	});
	test.each([
		[{ edition: 'hier' }, { edition: 'field.day' }],
		[{ site: 'ordre' }, { site: 'field.url' }],
		[{ title: { fr: '', en: 'x' } }, { 'title.fr': 'field.required' }],
	])('is not read with %j', (wrong, fields) => {
		expect(given().when(acts.publishRuleSheet, { ...sheet, ...wrong })).toEqual({ wrong: fields });
	});
});

describe('[qc-3.03-a] the privacy law of one’s own place', () => {
	test('is assessed on a day that has come', () => {
		expect(given().when(acts.recordPrivacyAssessment, assessment)).toEqual({
			did: [{ kind: 'privacyAssessment.recorded', data: assessment }],
		});
		expect(given().when(acts.recordPrivacyAssessment, { ...assessment, reviewedOn: '2026-11-24' })).toEqual({
			refused: 'privacyAssessment.toCome',
		});
		expect(given().when(acts.recordPrivacyAssessment, { ...assessment, measures: ' ' })).toEqual({
			wrong: { measures: 'field.required' },
		});
	});
	test('gates hosting elsewhere, and only elsewhere', () => {
		const profile = {
			name: 'Le Phare',
			senderName: 'Le 210',
			territory: 'QC',
			address: '210, rue du Port',
			phone: '418 555-0123',
			email: 'a@phare.example',
			solo: true,
		};
		const here = given({ kind: 'practice.created', data: profile });
		expect(here.asks(acts.chooseHosting, { territory: 'US' })).toEqual({
			gates: ['hosting.choose'],
			focus: { subject: 'US' },
		});
		expect(here.asks(acts.chooseHosting, { territory: 'QC' }).gates).toEqual([]);
		expect(here.when(acts.chooseHosting, { territory: 'ON' })).toEqual({
			did: [{ kind: 'hosting.chosen', data: { territory: 'ON' } }],
		});
		expect(here.when(acts.chooseHosting, { territory: 'ailleurs' })).toEqual({
			wrong: { territory: 'field.territory' },
		});
	});
});
