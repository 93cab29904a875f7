import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { type App, openApp } from '#server/app/world.ts';
import { createAccount, openSession } from '#server/capabilities/accounts/index.ts';
import type { Assurance } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { readConfig } from '#server/platform/config.ts';
import type { Engine } from '#server/platform/database.ts';
import { program } from '../../scripts/prepare.mjs';
import { freePort, openFolder, type TestServer } from './server.ts';

/** Making accounts and open sessions in one practice. */
export interface Accounts {
	readonly clientAccount: (name: string, email?: string) => Promise<string>;
	readonly memberAccount: (name: string, email: string) => Promise<string>;
	readonly cookie: (account: string, assurance?: Assurance) => Promise<string>;
}

/** A running Balise (the built one, in its own process) and, on the same database, the test's own world. */
export interface TestApp {
	readonly origin: string;
	/** The process of the built app. */
	readonly pid: number | undefined;
	readonly app: App;
	readonly env: Readonly<Record<string, string>>;
	/** What the built app has said on its terminal so far. */
	readonly said: () => string;
	/** Accounts and sessions of one practice. */
	readonly forPractice: (practice: string) => Accounts;
	/** A client's account, and a session that is already open: the value of the `cookie` header. */
	readonly clientAccount: (name: string, email?: string) => Promise<string>;
	readonly memberAccount: (name: string, email: string) => Promise<string>;
	readonly cookie: (account: string, assurance?: Assurance) => Promise<string>;
	/** A browser context in which that account is signed in, or nobody. */
	readonly as: (account?: string, options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>;
	/** A browser context at that address, with those cookies (`name=value`). */
	readonly context: (
		at: string,
		cookies: readonly string[],
		options?: Parameters<Browser['newContext']>[0],
	) => Promise<BrowserContext>;
	readonly stop: () => Promise<void>;
}

const urlOf = (engine: Engine): string =>
	'url' in engine
		? engine.url
		: `postgresql://${engine.user}@localhost:${engine.port}/${engine.database}?host=${encodeURIComponent(engine.host)}`;

/** Chromium as the tests run it: no network but loopback, fake camera and microphone, a fresh profile. */
export const launchBrowser = (): Promise<Browser> =>
	chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream',
		],
	});

interface Asked {
	readonly server: TestServer;
	/** The practice whose accounts and sessions are made; known only after the first run for others. */
	readonly practice: () => string;
	readonly env?: Readonly<Record<string, string>>;
}

/** Start it; everything is stopped after the last test of the file. */
export async function startTestApp({ server, practice, env = {} }: Asked): Promise<TestApp> {
	const folder = openFolder();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const settings = {
		DATABASE_URL: urlOf(await server.fresh()),
		BALISE_KEYS: join(folder, 'keys.json'),
		BALISE_DATA: join(folder, 'data'),
		PORT: String(port),
		BALISE_ORIGIN: origin,
		LOG_LEVEL: 'warn',
		...env,
	};
	const app = await openApp(readConfig(settings), { url: settings.DATABASE_URL });
	const { DATABASE_URL: _, ...inherited } = process.env as Record<string, string>;
	const child = spawn(process.execPath, program, {
		env: { ...inherited, ...settings },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	// Not inherited: a file that fails before its last test would leave a runner waiting for the app's end.
	child.stderr.pipe(process.stderr);
	const withUs = () => child.kill('SIGKILL');
	process.once('exit', withUs);
	let said = '';
	child.stdout.on('data', (part: Buffer) => {
		said += part.toString();
	});
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	void ended.then(() => process.off('exit', withUs));
	await Promise.race([
		answers(origin),
		ended.then(() => Promise.reject(new Error(`the app ended before it answered: ${said.slice(-500)}`))),
	]);
	let browser: Browser | undefined;
	const forPractice = (id: string): Accounts => accountsIn(app, id);
	const here = () => forPractice(practice());
	const context: TestApp['context'] = async (at, cookies, options = {}) => {
		browser ??= await launchBrowser();
		const made = await browser.newContext({ baseURL: at, locale: 'fr-CA', timezoneId: 'America/Toronto', ...options });
		const named = cookies.map((text) => text.split('='));
		await made.addCookies(named.map(([name = '', value = '']) => ({ name, value, url: at })));
		return made;
	};
	const stop = async () => {
		await browser?.close();
		child.kill('SIGTERM');
		await ended;
		await app.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	server.before(stop);
	return {
		origin,
		pid: child.pid,
		app,
		env: settings,
		said: () => said,
		forPractice,
		clientAccount: (name, email) => here().clientAccount(name, email),
		memberAccount: (name, email) => here().memberAccount(name, email),
		cookie: (id, assurance) => here().cookie(id, assurance),
		as: async (id, options) => context(origin, id ? [await here().cookie(id)] : [], options),
		context,
		stop,
	};
}

function accountsIn(app: App, practice: string): Accounts {
	const account = async (kind: 'member' | 'client', name: string, email: string | undefined) => {
		const made = await createAccount(app.world, practice, { kind, name, email, language: 'fr' });
		if (isRefusal(made)) throw new Error(made.code);
		return made.id;
	};
	return {
		clientAccount: (name, email) => account('client', name, email),
		memberAccount: (name, email) => account('member', name, email),
		cookie: async (id, assurance = 'passkey') => {
			const opened = await openSession(app.world, practice, {
				account: id,
				assurance,
				began: 'created',
				agent: 'test',
			});
			if (isRefusal(opened)) throw new Error(opened.code);
			return `balise-session=${opened.token}`;
		},
	};
}

async function answers(origin: string): Promise<void> {
	for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
		if (
			await fetch(`${origin}/fr/help`).then(
				(r) => r.ok,
				() => false,
			)
		)
			return;
	}
	throw new Error('the app did not answer within a minute');
}
