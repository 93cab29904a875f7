import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canadian, territories } from '#words/territories.ts';
import { type AnyLine, aYearAfter, line } from './line.ts';
import { allForClient, expiringBy, forClient, lookUp, lookUpAll } from './look-up.ts';
import { packs } from './packs/index.ts';

const today = '2026-11-22';
const retention = (more: Partial<AnyLine> = {}): AnyLine =>
	line({
		territory: 'QC',
		topic: 'retention',
		value: { years: 5, start: 'lastService' },
		source: 'a page',
		verifiedOn: '2026-01-10',
		confidence: 'seen',
		...(more as object),
	});
const ask = (day: string, ...lines: AnyLine[]) => lookUp('retention', 'QC', day, lines);

describe('what a client may be told', () => {
	test('a line that was read and is not out of date is given', () => {
		expect(forClient(ask('2026-06-01', retention()))).toEqual({ years: 5, start: 'lastService' });
		expect(forClient(ask('2026-06-01', retention({ confidence: 'secondary' })))).toBeDefined();
	});

	test('an expired line is not given to a client, from its very day, and says so to the practitioner', () => {
		expect(ask('2027-01-09', retention()).mark).toBe('current');
		const late = ask('2027-01-10', retention());
		expect(late.mark).toBe('expired');
		expect(late.value).toEqual({ years: 5, start: 'lastService' });
		expect(forClient(late)).toBeUndefined();
	});

	test('what nobody verified is never given to a client, expired or not', () => {
		for (const confidence of ['general', 'notFound'] as const)
			for (const day of ['2026-06-01', '2030-01-01']) {
				const found = ask(day, retention({ confidence }));
				expect(found.mark).toBe('unverified');
				expect(found.value).toBeDefined();
				expect(forClient(found)).toBeUndefined();
			}
	});

	test('what is not there is missing, not guessed', () => {
		expect(ask(today)).toEqual({ mark: 'missing', value: undefined, line: undefined });
		expect(lookUp('retention', 'US', today).mark).toBe('missing');
	});
});

describe('an old day gets the answer of that day', () => {
	const old = retention({ until: '2026-03-01', value: { years: 3, start: 'lastService' } });
	const young = retention({ from: '2026-03-01' });

	test('before the change, and from the very day of the change', () => {
		expect(ask('2026-02-28', old, young).value?.years).toBe(3);
		expect(ask('2026-03-01', old, young).value?.years).toBe(5);
	});

	test('a rule that is not in force yet is not found', () => {
		expect(ask('2026-02-28', young).mark).toBe('missing');
	});

	test('of two in force, the newest, whatever their order', () => {
		const first = retention({ value: { years: 3, start: 'lastService' } });
		expect(ask('2026-06-01', first, young).value?.years).toBe(5);
		expect(ask('2026-06-01', young, first).value?.years).toBe(5);
	});
});

test('a reading is trusted for one year, leap days included', () => {
	expect(aYearAfter('2026-11-01')).toBe('2027-11-01');
	expect(aYearAfter('2028-02-29')).toBe('2029-02-28');
});

test('the alarm names what must be read again by a day, and not what was replaced', () => {
	const replaced = retention({ until: '2026-03-01' });
	expect(expiringBy('2027-01-10', [retention(), replaced])).toHaveLength(1);
	expect(expiringBy('2027-01-09', [retention(), replaced])).toHaveLength(0);
	expect(expiringBy('2027-11-22').length).toBeGreaterThan(30);
});

describe('the packs', () => {
	test('the age of consenting alone is a line with its mark: 14 in Québec, not settled in New Brunswick', () => {
		const qc = lookUp('ageOfConsent', 'QC', today);
		expect([qc.value?.alone, qc.value?.settled, qc.mark]).toEqual([14, true, 'unverified']);
		const nb = lookUp('ageOfConsent', 'NB', today);
		expect([nb.value?.settled, nb.mark]).toEqual([false, 'unverified']);
		expect(forClient(nb)).toBeUndefined();
		expect(lookUp('ageOfConsent', 'ON', today).mark).toBe('missing');
	});

	test('in every place of Canada a client is told whom to call now', () => {
		for (const territory of canadian) {
			const keys = allForClient('helpLine', territory, today).map((l) => l.key);
			expect(keys, territory).toContain('988');
			if (territory !== 'NU') expect(keys[0], territory).toBe('911');
		}
		expect(allForClient('helpLine', 'QC', today).map((l) => l.key)).toEqual([
			'911',
			'811',
			'appelle',
			'988',
			'kids-help-phone',
		]);
		expect(allForClient('helpLine', 'NB', today).map((l) => l.key)).toContain('nb-mental-health');
	});

	test('unverified help lines stay with the practitioner', () => {
		const all = lookUpAll('helpLine', 'QC', today);
		expect(all.find((l) => l.value?.key === 'sos-violence')?.mark).toBe('unverified');
		expect(allForClient('helpLine', 'QC', today).map((l) => l.key)).not.toContain('sos-violence');
	});

	test('911 does not vanish because nobody came back to verify it', () => {
		for (const territory of ['QC', 'NB', 'ON'] as const)
			expect(
				allForClient('helpLine', territory, '2030-01-01').map((l) => l.key),
				territory,
			).toEqual(['911']);
	});

	test('secrecy may yield for danger, law and order, and in New Brunswick for a professional duty too', () => {
		const bases = (t: 'QC' | 'NB') => allForClient('secrecyException', t, today).map((e) => e.basis);
		expect(bases('QC')).toEqual(['danger', 'law', 'order']);
		expect(bases('NB')).toEqual(['danger', 'law', 'order', 'professionalDuty']);
	});

	test('Québec has an Order and a syndic, New Brunswick an Association and a signed complaint', () => {
		expect(forClient(lookUp('vocabulary', 'QC', today))?.complain.fr).toContain('syndic');
		expect(forClient(lookUp('vocabulary', 'NB', today))?.registrationNumber.fr).toContain('immatriculation');
		expect(forClient(lookUp('regulator', 'QC', today))?.key).toBe('OTSTCFQ');
		expect(forClient(lookUp('regulator', 'NB', today))?.email).toBeDefined();
		expect(lookUp('regulatorEmail', 'QC', today).mark).toBe('unverified');
	});

	test('the length of keeping in New Brunswick is a proposal, never told as a rule', () => {
		expect(lookUp('retention', 'NB', today).mark).toBe('unverified');
		expect(forClient(lookUp('retention', 'QC', today))?.years).toBe(5);
	});

	test('every place has its sheet; abroad has no known route', () => {
		for (const territory of territories)
			expect(lookUp('territorySheet', territory, today).mark, territory).not.toBe('missing');
		expect(lookUp('territorySheet', 'NL', today).value?.authorisation).toBe('required');
		expect(lookUp('territorySheet', 'AB', today)).toMatchObject({
			mark: 'unverified',
			value: { authorisation: 'unknown' },
		});
		expect(lookUp('territorySheet', 'US', today).value?.noRoute).toBe(true);
	});

	test('every line has a source, believable dates and both languages', () => {
		const day = /^\d{4}-\d{2}-\d{2}$/;
		for (const l of packs) {
			const at = `${l.territory} ${l.topic}`;
			expect(l.source.trim(), at).not.toBe('');
			for (const d of [l.from, l.verifiedOn, l.expiresOn]) expect(d, at).toMatch(day);
			expect(l.verifiedOn < l.expiresOn && l.from < l.expiresOn, at).toBe(true);
			expect(JSON.stringify(l.value), at).not.toMatch(/"(fr|en)":""/);
		}
	});

	test('a help line is dialled as it is written', () => {
		for (const l of packs)
			if (l.topic === 'helpLine' && l.value.dial.startsWith('+'))
				expect(l.value.number.replace(/\D/g, ''), l.value.key).toContain(l.value.dial.slice(1));
	});
});

describe('nowhere else', () => {
	const root = join(import.meta.dirname, '../..');
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
		(f) => /\.(ts|svelte)$/.test(f) && !f.endsWith('.test.ts') && !f.startsWith(join('server', 'law', 'packs')),
	);
	// 555-01xx numbers are fictional by convention and may stand in examples.
	const telephone = /(?<![\d.])\(?\d{3}\)?[ .-](?!555[ .-]01)\d{3}[ .-]\d{4}(?!\d)/;
	const helpNumber = /['"«“ ](?:9-?1-?1|8-?1-?1|9-?8-?8)['"»” .,]/;
	const age = /\bage\w*(?:\([^)]*\))?\s*[<>]=?\s*\d/i;

	test('no telephone number, no help number and no age stands outside the packs', () => {
		expect(files.length).toBeGreaterThan(10);
		const found = files.flatMap((f) =>
			readFileSync(join(root, f), 'utf8')
				.split('\n')
				.filter((text) => telephone.test(text) || helpNumber.test(text) || age.test(text))
				.map((text) => `${f}: ${text.trim()}`),
		);
		expect(found).toEqual([]);
	});

	test('the search would see one', () => {
		expect(telephone.test("phone: '506 453-5965'")).toBe(true);
		expect(telephone.test("phone: '506-555-0123'")).toBe(false);
		expect(helpNumber.test("dial('911')")).toBe(true);
		expect(age.test('if (ageOn(birth, day) < 14)')).toBe(true);
	});
});
