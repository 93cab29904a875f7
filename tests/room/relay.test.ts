import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iceServers } from '#server/platform/turn.ts';
import { openBrowser, openPage, openRoom, untilAll, untilMoving, untilSeen, untilWords } from './browser.ts';
import { bundlePages } from './bundle.ts';
import { hasRelay, startRelay } from './relay.ts';
import { type RoomServer, startRoomServer } from './server.ts';

const secret = 'only between the app and the relay';
let browser: Browser;
let server: RoomServer;
let relay: Awaited<ReturnType<typeof startRelay>>;

beforeAll(async () => {
	server = await startRoomServer(await bundlePages(['person']));
	if (!hasRelay()) return;
	[browser, relay] = await Promise.all([openBrowser(), startRelay(secret)]);
}, 60_000);

afterAll(async () => {
	await browser?.close();
	server?.close();
	await relay?.remove();
});

const passes = (with_: string, at = Date.now()) =>
	iceServers({ turn: { urls: relay.urls, secret: with_ }, stunUrls: [] }, 'p', at);

if (!hasRelay()) console.warn('No turnserver here (Debian: coturn): the relay is not tested.');

describe.skipIf(!hasRelay())('a room that shows no address', { timeout: 60_000 }, () => {
	it('gives a relay for a pass of ours, none for a wrong or an ended one', async () => {
		const page = await openPage(browser, `${server.url}/person`);
		const gather = (ice: unknown) => page.evaluate((ice) => window.room.gather(ice as RTCIceServer[], 3000), ice);
		expect(await gather(passes(secret))).toContain('relay');
		expect(await gather(passes('another secret'))).toEqual([]);
		expect(await gather(passes(secret, Date.now() - 5 * 3600_000))).toEqual([]);
		await page.context().close();
	});

	/** Two people who meet through the relay alone. */
	const meet = async (name: string) => {
		server.rule(name, { ice: passes(secret), relayOnly: true, grace: 60_000 });
		const room = await openRoom(browser, server, name, 2);
		await room.joinAll();
		await untilSeen(room.pages, 1);
		return room;
	};
	const lost = () => window.room.members()[0]?.quality === 'lost';

	it('meets through the relay alone, says so, and finds it again after it fell', async () => {
		const room = await meet('relayed');
		const words = await untilWords(room.pages, 1);
		expect(new Set(words).size).toBe(1);
		for (const page of room.pages) {
			await page.evaluate(() => window.room.measure());
			expect(await page.evaluate(() => window.room.members()[0]?.path)).toBe('relayed');
			expect(await page.evaluate(() => window.room.candidateTypes())).toEqual(['relay']);
		}
		await relay.stop();
		await untilAll(room.pages, lost, 0, 20_000);
		await relay.start();
		await untilMoving(room.pages, 40_000);
		expect(await untilWords(room.pages, 1)).toEqual(words);
		await room.close();
	});

	it('goes on in the same meeting after everything was gone: server, relay and path', async () => {
		const room = await meet('gone');
		const words = await untilWords(room.pages, 1);
		server.darken('gone', true);
		await relay.stop();
		await untilAll(room.pages, lost, 0, 20_000);
		await untilAll(room.pages, () => window.room.states().every((state) => state !== 'connected'), 0, 20_000);
		await relay.start();
		server.darken('gone', false);
		const back = performance.now();
		await untilMoving(room.pages, 40_000);
		console.info('everything back, seen again after (ms):', Math.round(performance.now() - back));
		expect(await untilWords(room.pages, 1)).toEqual(words);
		await room.close();
	});
});
