import { describe, expect, test } from 'vitest';
import { readConfig } from '#server/platform/config.ts';
import { codesBy, showsCodes } from './terminal.ts';

const read = (env: Readonly<Record<string, string>> = {}) =>
	readConfig({ HOME: '/home/eve', BALISE_KEYS: '/srv/keys.json', ...env }, '/srv/balise');
const mail = { SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: 'agenda@example.org' };

describe('codes on the terminal', () => {
	test('only where no e-mail can leave and nobody else can come in', () => {
		expect(showsCodes(read())).toBe(true);
		expect(showsCodes(read(mail))).toBe(false);
		expect(showsCodes(read({ BALISE_ORIGIN: 'https://balise.example' }))).toBe(false);
		expect(showsCodes(read({ BALISE_ORIGIN: 'https://localhost', HOST: '0.0.0.0' }))).toBe(false);
	});

	test('a demonstration sends nothing, even where mail leaves', () => {
		expect(codesBy(read(mail), false)).toBe('mail');
		expect(codesBy(read(mail), true)).toBe('none');
		expect(codesBy(read({ BALISE_ORIGIN: 'https://balise.example' }), false)).toBe('none');
		expect(codesBy(read(), true)).toBe('terminal');
	});
});
