import { describe, expect, test } from 'vitest';
import { type Locale, locales } from './i18n.ts';
import { isTemplate, type LetterValues, letterOf, letterTo, senderName, type Template, templates } from './mail.ts';
import { readingEase } from './readability.ts';

const path = '/portal';
const dated = {
	path,
	starts: Date.parse('2026-03-09T18:30:00Z'),
	ends: Date.parse('2026-03-09T19:20:00Z'),
	zone: 'America/Toronto',
	uid: '6f9c1f58-0000-4000-8000-000000000001',
	sequence: 0,
};
const values: LetterValues = {
	invitation: { path: '/invitation/Zm9vYmFy_-' },
	signInCode: { code: '123 456', minutes: 10 },
	contactCode: { code: '123 456', minutes: 10 },
	appointment: dated,
	appointmentMoved: dated,
	appointmentCancelled: dated,
	appointmentSoon: dated,
	packageReady: { path },
	questionAnswered: { path },
	messageWaiting: { path },
	consentForYou: { path },
	documentsHanded: { path },
	emailChanged: { path },
	newSignIn: { path, at: dated.starts, zone: dated.zone },
	accessChanged: { path },
	newsWaiting: { path: '/portal' },
	taskWaiting: { path: '/office' },
};
const origin = 'https://cabinet.example';
const every: readonly (readonly [Template, Locale])[] = templates.flatMap((t) => locales.map((l) => [t, l] as const));
const render = (template: Template, locale: Locale, more: object = {}) =>
	letterOf(locale, template, { ...values[template], ...more }, origin);

/** What must never leave: names, a service, a place, words somebody wrote. */
const planted = {
	name: 'Zéphirine Plantée',
	client: 'Zéphirine Plantée',
	practitioner: 'Ovila Témoin',
	service: 'thérapie conjugale',
	text: 'il m’a frappée hier',
	note: 'idées noires',
	reason: 'séparation',
	place: '12, rue du Secret',
	title: 'Rencontre avec Ovila Témoin',
	body: 'il m’a frappée hier',
	subject: 'thérapie conjugale',
};
const field =
	/th[ée]rap|soci(al|aux)|clini|client|intervenant|counsel|couple|famil|séance|session de|dossier|patient|santé|health/i;

test('the letters are the fourteen of this list, no more', () => {
	expect([...templates].sort()).toEqual(Object.keys(values).sort());
	expect(isTemplate('toString')).toBe(false);
});

describe.each(every)('%s in %s', (template, locale) => {
	test('carries none of the words somebody slipped among its values', () => {
		const { subject, text } = render(template, locale, planted);
		for (const word of Object.values(planted)) expect(`${subject}\n${text}`).not.toContain(word);
	});
	test('names neither the field nor anyone in it', () => {
		const { subject, text } = render(template, locale);
		expect(`${subject}\n${text}`.replace(/https:\S+/g, '')).not.toMatch(field);
	});
	test('has a subject of a few words that says nothing of its content', () => {
		const { subject } = render(template, locale);
		expect(subject.length).toBeLessThan(40);
		expect(subject).not.toMatch(/\d|consent|document|question|answer|réponse/i);
	});
	test('is plain text in short sentences', () => {
		const { text } = render(template, locale);
		expect(text).not.toMatch(/<|&nbsp;|undefined|NaN|\[object/);
		expect(readingEase(text, locale)).toBeGreaterThanOrEqual(60);
	});
	test('signs with the neutral name, and with nothing when there is none', () => {
		expect(render(template, locale, { sender: 'Le 210' }).text).toContain('\n\nLe 210\n\n');
		expect(render(template, locale).text).not.toContain('\n\n\n');
	});
});

test('each language differs from the other in every letter', () => {
	for (const template of templates) expect(render(template, 'fr').text).not.toBe(render(template, 'en').text);
});

test('a date is written only where it was given', () => {
	expect(render('appointment', 'fr').text.replaceAll('\u00a0', ' ')).toContain(
		'lundi 9 mars 2026, de 14 h 30 à 15 h 20 (heure de l’Est)',
	);
	for (const template of ['appointment', 'appointmentMoved', 'appointmentCancelled', 'appointmentSoon'] as const) {
		for (const locale of locales) expect(letterOf(locale, template, { path }, origin).text).not.toMatch(/\d/);
	}
});

test('a sign-in code travels without a link, so that no habit of following one is made', () => {
	for (const locale of locales) expect(render('signInCode', locale, { path: '/portal' }).text).not.toContain('http');
});

test('only a path of our own makes a link', () => {
	for (const bad of [
		'//evil.example',
		'https://evil.example',
		'/a b',
		'/portal?nom=Zoé',
		'/é',
		'',
		undefined,
		7,
		'/a\n/b',
		'.evil.example',
	]) {
		expect(() => letterOf('fr', 'messageWaiting', { path: bad }, origin)).toThrow(TypeError);
	}
});

test('only digits make a code', () => {
	for (const bad of ['Zoé 12', '', '<b>1234</b>', undefined]) {
		expect(() => letterOf('fr', 'signInCode', { code: bad, minutes: 10 }, origin)).toThrow(TypeError);
	}
});

test('the signing name stays on one line', () => {
	expect(senderName({ sender: ' Le\r\nBcc: "x" <a@b>  ' })).toBe('Le Bcc: x a@b');
	expect(senderName({ sender: 'x'.repeat(200) })).toHaveLength(60);
	expect(senderName({})).toBe('');
});

test('a letter to somebody keeps their language, and a code is marked secret', () => {
	expect(letterTo({ to: 'a@b.example', language: 'en' }, 'messageWaiting', { path })).toEqual({
		channel: 'email',
		to: 'a@b.example',
		language: 'en',
		template: 'messageWaiting',
		values: { path },
	});
	expect(letterTo({ to: 'a@b.example', language: 'de' }, 'signInCode', { code: '1234', minutes: 10 })).toMatchObject({
		language: 'fr',
		secret: true,
	});
});
