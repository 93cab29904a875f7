import { describe, expect, test } from 'vitest';
import { locales } from './i18n.ts';
import { noticeText } from './incident-notice.ts';
import { readingEase } from './readability.ts';

const facts = {
	name: 'Camille Roy',
	data: ['identity', 'contact', 'meetings', 'notes', 'messages', 'documents', 'payments'],
	from: '2026-11-18',
	until: '2026-11-20',
	awareOn: '2026-11-20',
	practice: 'Cabinet du Ruisseau',
	phone: '418 555-0142',
	officer: 'Ève Tremblay',
	authority: { name: 'Commission d’accès à l’information', phone: '1 888 528-7741' },
	exercise: false,
} as const;

describe.each(locales)('[qc-3.10-d] the notice in %s', (lang) => {
	test.each(['seen', 'disclosed', 'lost', 'stolen', 'destroyed'])('%s is said in plain words', (how) => {
		const text = noticeText(lang, { ...facts, how });
		expect(readingEase(text, lang)).toBeGreaterThanOrEqual(60);
		for (const told of ['Camille Roy', '418 555-0142', 'Ève Tremblay', '1 888 528-7741']) expect(text).toContain(told);
	});
	test('one day is one day; no authority is invented; a rehearsal says so first', () => {
		const { until: _, authority: __, ...less } = facts;
		const text = noticeText(lang, { ...less, how: 'lost', exercise: true });
		expect(text.split('\n')[0]).toMatch(/EXERCI[CS]E/);
		expect(text).not.toContain('undefined');
		expect(text).not.toContain('Commission');
	});
});
