import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Environment, isLoopback, readConfig } from './config.ts';

const home = mkdtempSync(join(tmpdir(), 'balise-home-'));
const read = (env: Environment = {}) => readConfig({ HOME: home, ...env }, '/srv/balise');
const refusal = (env: Environment) => {
	try {
		read(env);
		return 'it was read';
	} catch (error) {
		return `${(error as Error).name}: ${(error as Error).message}`;
	}
};

describe('settings', () => {
	test('have defaults that need nothing', () => {
		expect(read()).toMatchObject({
			port: 3000,
			host: '127.0.0.1',
			origin: 'http://localhost:3000',
			proxies: 0,
			dataDir: '/srv/balise/data',
			databaseUrl: undefined,
			mail: undefined,
			turn: undefined,
			stunUrls: [],
			clock: undefined,
			logLevel: 'info',
		});
	});

	test('cannot be changed after they are read', () => {
		const config = read({ STUN_URLS: 'stun:a.example' });
		expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
		expect(() => (config.stunUrls as string[]).push('stun:b.example')).toThrow(TypeError);
	});

	test('an empty setting is one that is not given', () => {
		expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
	});

	test('are read in their own shapes', () => {
		const config = read({
			PORT: '4000',
			BALISE_DATA: '/var/data',
			DATABASE_URL: 'postgres://u:p@db.example/balise',
			SMTP_URL: 'smtps://mail.example',
			MAIL_FROM: 'cabinet@example.ca',
			TURN_URLS: 'turn:t.example:3478, turns:t.example:5349',
			TURN_SECRET: 'shh',
			LOG_LEVEL: 'debug',
		});
		expect(config).toMatchObject({
			port: 4000,
			origin: 'http://localhost:4000',
			dataDir: '/var/data',
			databaseUrl: 'postgres://u:p@db.example/balise',
			mail: { url: 'smtps://mail.example', from: 'cabinet@example.ca' },
			turn: { urls: ['turn:t.example:3478', 'turns:t.example:5349'], secret: 'shh' },
			logLevel: 'debug',
		});
	});

	test.each([
		['PORT', { PORT: 'trois mille' }],
		['PORT', { PORT: '70000' }],
		['DATABASE_URL', { DATABASE_URL: 'mysql://secret@db.example' }],
		['SMTP_URL', { SMTP_URL: 'secret' }],
		['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
		['TURN_URLS', { TURN_URLS: 'https://secret.example' }],
		['TURN_SECRET', { TURN_URLS: 'turn:t.example' }],
		['STUN_URLS', { STUN_URLS: 'secret' }],
		['LOG_LEVEL', { LOG_LEVEL: 'secret' }],
		['BALISE_ORIGIN', { BALISE_ORIGIN: 'secret' }],
		['BALISE_ORIGIN', { BALISE_ORIGIN: 'https://balise.example/secret' }],
	])('%s that cannot be read is named in one line, without its value', (name, env) => {
		const said = refusal(env);
		expect(said).toMatch(new RegExp(`^StartError: .* ${name}\\. .*\\| .* ${name}\\. .*$`));
		expect(said).not.toContain('secret');
	});
});

describe('beyond this machine, https only', () => {
	test.each<[string, Environment]>([
		['an http address', { BALISE_ORIGIN: 'http://balise.example' }],
		['a name that only begins like this machine’s', { BALISE_ORIGIN: 'http://localhost.example' }],
		['listening to everyone without an address', { HOST: '0.0.0.0' }],
		['listening to everyone with an http address', { HOST: '0.0.0.0', BALISE_ORIGIN: 'http://localhost:3000' }],
	])('%s does not start', (_, env) => {
		expect(refusal(env)).toMatch(/^StartError: .*https.*\|.*https.*$/);
	});

	test('an https address starts, also behind a proxy', () => {
		expect(read({ BALISE_ORIGIN: 'https://balise.example/', HOST: '0.0.0.0' }).origin).toBe('https://balise.example');
	});

	test.each(['http://127.0.0.1:3000', 'http://[::1]:3000'])('%s is called by its name', (BALISE_ORIGIN) => {
		expect(read({ BALISE_ORIGIN }).origin).toBe('http://localhost:3000');
	});

	test.each(['localhost', 'a.localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]'])('%s is this machine', (host) => {
		expect(isLoopback(host)).toBe(true);
	});

	test.each(['balise.example', '0.0.0.0', '10.0.0.1', 'localhost.example', '127.0.0.1.example', '::'])(
		'%s is not this machine',
		(host) => expect(isLoopback(host)).toBe(false),
	);
});

describe('the master key lies apart', () => {
	test('in the account’s own settings, one file for each data folder', () => {
		const [one, other] = [read(), read({ BALISE_DATA: '/var/other' })];
		expect(one.keysFile).toMatch(new RegExp(`^${home}/\\.config/balise/[0-9a-f]{16}\\.json$`));
		expect(other.keysFile).not.toBe(one.keysFile);
		expect(read({ XDG_CONFIG_HOME: '/etc/xdg' }).keysFile).toMatch(/^\/etc\/xdg\/balise\//);
	});

	test.runIf(process.getuid?.() === 0)('under /var/lib when root has no usable home', () => {
		expect(read({ HOME: '/nonexistent' }).keysFile).toMatch(/^\/var\/lib\/balise-keys\/[0-9a-f]{16}\.json$/);
	});

	test.each(['/srv/balise/data/keys.json', '/srv/balise/keys.json', 'keys.json'])('never in %s', (BALISE_KEYS) => {
		expect(refusal({ BALISE_KEYS })).toMatch(/^StartError: .*BALISE_KEYS/);
	});
});

describe('the clock', () => {
	const BALISE_CLOCK = '2026-03-01T14:00:00Z';
	test('can be set by a test', () => expect(read({ NODE_ENV: 'test', BALISE_CLOCK }).clock).toBe(BALISE_CLOCK));
	test('cannot be set anywhere else', () => {
		expect(read({ BALISE_CLOCK }).clock).toBeUndefined();
		expect(read({ NODE_ENV: 'production', BALISE_CLOCK }).clock).toBeUndefined();
	});
});
