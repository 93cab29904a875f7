import { describe, expect, test } from 'vitest';
import { bench, byLea } from '../acts.harness.ts';
import * as acts from './acts.ts';
import {
	type JurisdictionEntry,
	type JurisdictionFacts,
	jurisdictionFold,
	type PlaceEntry,
	type PlaceFacts,
	placeFold,
} from './facts.ts';

const practitioner = bench<JurisdictionFacts, JurisdictionEntry>(jurisdictionFold);
const dossier = bench<PlaceFacts, PlaceEntry>(placeFold);

describe('[qc-1.09-b] the rules of another territory', () => {
	const check = {
		territory: 'NB',
		sheetOf: '2026-10-01',
		rulesRead: true,
		orderRulesRead: true,
		privacyRead: false,
		authorisation: { kind: 'permit' },
		until: '2027-10-01',
	} as const;
	test('are read, until a date, and say by which right one practises there', () => {
		expect(practitioner.given().when(acts.checkTerritory, check)).toEqual({
			did: [{ kind: 'territory.checked', data: check }],
		});
		const exempt = { ...check, authorisation: { kind: 'exemption', source: 'art. 3', until: '2027-01-01' } };
		expect(practitioner.given().when(acts.checkTerritory, exempt)).toEqual({
			did: [{ kind: 'territory.checked', data: exempt }],
		});
	});
	test('[nb-4-e] an exemption says where it is written', () => {
		expect(practitioner.given().when(acts.checkTerritory, { ...check, authorisation: { kind: 'exemption' } })).toEqual({
			wrong: { 'authorisation.source': 'field.required' },
		});
	});
	test.each([
		[{ territory: 'Nouveau-Brunswick' }, { territory: 'field.territory' }],
		[{ until: '2027' }, { until: 'field.day' }],
		[{ authorisation: { kind: 'charm' } }, { 'authorisation.kind': 'field.choice' }],
	])('are not read by %j', (wrong, fields) => {
		expect(practitioner.given().when(acts.checkTerritory, { ...check, ...wrong })).toEqual({ wrong: fields });
	});
	test('are kept by territory: the last reading stands', () => {
		const { checks } = practitioner.given(
			{ kind: 'territory.checked', data: check },
			{ kind: 'territory.checked', data: { ...check, privacyRead: true } },
		).facts.joint;
		expect(checks).toMatchObject({ NB: { privacyRead: true } });
	});
});

test('[nb-4-c] the regulator there is told, by a letter without clients', () => {
	const data = { territory: 'NB', to: 'ATSNB', sentOn: '2026-11-20' };
	expect(practitioner.given().when(acts.tellRegulator, data)).toEqual({ did: [{ kind: 'regulator.told', data }] });
	expect(practitioner.given().when(acts.tellRegulator, { ...data, to: '' })).toEqual({
		wrong: { to: 'field.required' },
	});
	expect(practitioner.given({ kind: 'regulator.told', data }).facts.joint.notices.NB?.sentOn).toBe('2026-11-20');
});

test('[qc-1.09-a] the rules of one’s own place are read in an edition, never in an older one than before', () => {
	const data = { territory: 'QC', edition: '2026-11-01' };
	const read = { kind: 'rules.acknowledged', data } as const;
	expect(practitioner.given().when(acts.acknowledgeRules, data)).toEqual({ did: [read] });
	expect(practitioner.given(read).when(acts.acknowledgeRules, { ...data, edition: '2015-12-15' })).toEqual({
		refused: 'rules.older',
	});
	expect(practitioner.given().when(acts.acknowledgeRules, { ...data, edition: '' })).toEqual({
		wrong: { edition: 'field.day' },
	});
	expect(practitioner.given(read).facts.joint.rules.QC?.edition).toBe('2026-11-01');
});

describe('where a client usually is', () => {
	test('[def-qc-jurisdiction] is declared by the client or the practitioner, and can change', () => {
		expect(dossier.given().when(acts.declareHome, { territory: 'QC' }, byLea)).toEqual({
			did: [{ kind: 'home.declared', data: { territory: 'QC' } }],
		});
		expect(
			dossier.given(
				{ kind: 'home.declared', data: { territory: 'QC' } },
				{ kind: 'home.declared', data: { territory: 'NB' } },
			).facts.joint.home?.territory,
		).toBe('NB');
		expect(dossier.given().when(acts.declareHome, { territory: '' })).toEqual({
			wrong: { territory: 'field.territory' },
		});
	});
	test('[qc-7.01-b] across a border, is approved by the workplace for a reason', () => {
		const data = { reason: 'déménagement temporaire' };
		expect(dossier.given().when(acts.approveCrossBorder, data)).toEqual({
			did: [{ kind: 'crossBorder.approved', data }],
		});
		expect(dossier.given().when(acts.approveCrossBorder, { reason: '' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
});
