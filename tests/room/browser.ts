import { type Browser, chromium, type Page } from 'playwright-core';
import type { AttackerPage } from './pages/attacker.ts';
import type { PersonPage } from './pages/person.ts';
import type { RoomServer } from './server.ts';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--use-fake-device-for-media-stream',
	'--use-fake-ui-for-media-stream',
	'--autoplay-policy=no-user-gesture-required',
];

/** Debian's Chromium with a fake camera and microphone. */
export const openBrowser = (): Promise<Browser> =>
	chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });

declare global {
	interface Window {
		readonly room: PersonPage;
		readonly attacker: AttackerPage;
	}
}

/** Opens a page of the test server in a browser context of its own; errors of the page fail the test that reads them. */
export const openPage = async (browser: Browser, url: string): Promise<Page & { readonly errors: string[] }> => {
	const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	await page.goto(url);
	return Object.assign(page, { errors });
};

/** A room with people p0, p1… in it, each in a browser context of their own. */
export const openRoom = async (browser: Browser, server: RoomServer, room: string, people: number) => {
	const pages = await Promise.all(Array.from({ length: people }, () => openPage(browser, `${server.url}/person`)));
	const base = (person: string) => `/rooms/${room}/${person}`;
	const page = (index: number) => {
		const found = pages[index];
		if (!found) throw new Error(`nobody sits at ${index}`);
		return found;
	};
	return {
		pages,
		page,
		join: (index: number, person = `p${index}`) =>
			page(index).evaluate(async (base) => window.room.join(base), base(person)),
		/** With the offer in hand. */
		joinPrepared: async (index: number, person = `p${index}`) => {
			await page(index).evaluate((base) => window.room.prepare(base), base(person));
			await page(index).evaluate(() => window.room.go());
		},
		joinAll: () =>
			Promise.all(pages.map((page, index) => page.evaluate((base) => window.room.join(base), base(`p${index}`)))),
		close: () => Promise.all(pages.map((page) => page.context().close())),
	};
};

/** Waits until each page answers yes. */
export const untilAll = (
	pages: readonly Page[],
	question: (wanted: number) => unknown,
	wanted: number,
	timeout = 15_000,
) => Promise.all(pages.map((page) => page.waitForFunction(question, wanted, { timeout, polling: 50 })));

/** Waits until each page has decoded frames of `others` people. */
export const untilSeen = (pages: readonly Page[], others: number, timeout?: number) =>
	untilAll(pages, (wanted) => Object.keys(window.room.firstFrame()).length >= wanted, others, timeout);

/** Waits until each page shows words, and answers them. */
export const untilWords = async (
	pages: readonly Page[],
	others: number,
	timeout?: number,
): Promise<readonly (string | undefined)[]> => {
	await untilAll(
		pages,
		(wanted) => window.room.words() !== undefined && window.room.members().length === wanted,
		others,
		timeout,
	);
	return Promise.all(pages.map((page) => page.evaluate(() => window.room.words())));
};

/** Pauses a test. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Frames decoded so far, by page and by person seen there. */
export const framesOf = (pages: readonly Page[]) =>
	Promise.all(pages.map((page) => page.evaluate(() => window.room.framesDecoded())));

/** Waits until frames are decoded again from everybody on every page. */
export const untilMoving = async (pages: readonly Page[], timeout = 15_000) => {
	const before = await framesOf(pages);
	const moving = (now: readonly (readonly number[])[]) =>
		now.every((page, at) => page.length > 0 && page.every((count, from) => count > (before[at]?.[from] ?? 0) + 5));
	for (const end = Date.now() + timeout; !moving(await framesOf(pages)); await pause(100)) {
		if (Date.now() > end) throw new Error(`still: ${JSON.stringify([before, await framesOf(pages)])}`);
	}
};
