import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, openRoom, pause, untilAll, untilSeen, untilWords } from './browser.ts';
import { bundlePages } from './bundle.ts';
import { type RoomServer, startRoomServer } from './server.ts';

let browser: Browser;
let server: RoomServer;

beforeAll(async () => {
	server = await startRoomServer(await bundlePages(['person', 'attacker']));
	browser = await openBrowser();
}, 60_000);

afterAll(async () => {
	await browser?.close();
	server?.close();
});

type Mode = 'pass' | 'own' | 'wait' | 'change';

/** Two people meet, and the server puts a third browser between them, which passes picture and voice on. */
const betray = async (mode: Mode, inHand = false) => {
	const name = `betrayed-${mode}-${inHand}`;
	server.rule(name, { attacker: 'm' });
	const attacker = await openPage(browser, `${server.url}/attacker`);
	await attacker.evaluate(([base, mode]) => window.attacker.sit(base, mode), [`/rooms/${name}/m`, mode] as const);
	const room = await openRoom(browser, server, name, 2);
	const join = inHand ? room.joinPrepared : room.join;
	await join(0);
	await join(1);
	// The attack works: each sees the other's picture, through the one in between.
	await untilSeen(room.pages, 1);
	const close = () => Promise.all([room.close(), attacker.context().close()]);
	return { attacker, pages: room.pages, close };
};

const phrases = (pages: Awaited<ReturnType<typeof betray>>['pages']) =>
	Promise.all(pages.map((page) => page.evaluate(() => window.room.phrase())));

describe('a server that lies', { timeout: 40_000 }, () => {
	it.each([false, true])(
		'makes the words differ when the one in between plays both parts (offer in hand: %s)',
		async (inHand) => {
			const { pages, close } = await betray('own', inHand);
			const [first, second] = await untilWords(pages, 1);
			expect(first?.split(' ')).toHaveLength(6);
			expect(second?.split(' ')).toHaveLength(6);
			expect(first).not.toBe(second);
			await close();
		},
	);

	it.each([false, true])(
		'raises the alarm on both sides when promises are passed through (offer in hand: %s)',
		async (inHand) => {
			const { attacker, pages, close } = await betray('pass', inHand);
			await untilAll(pages, () => window.room.phrase()?.kind === 'alarm', 0);
			expect(await attacker.evaluate(() => window.attacker.promisesSeen())).toBeGreaterThanOrEqual(2);
			await pause(500);
			expect((await phrases(pages)).map((phrase) => phrase?.kind)).toEqual(['alarm', 'alarm']);
			await close();
		},
	);

	it('shows no number to one who has not promised, and no words', async () => {
		const { attacker, pages, close } = await betray('wait');
		await pause(1500);
		expect(await attacker.evaluate(() => window.attacker.promisesSeen())).toBeGreaterThanOrEqual(2);
		expect(await attacker.evaluate(() => window.attacker.numbersSeen())).toBe(0);
		expect((await phrases(pages)).map((phrase) => phrase?.kind)).toEqual(['waiting', 'waiting']);
		await close();
	});

	it('raises the alarm when another number is shown than was promised', async () => {
		const { pages, close } = await betray('change');
		await untilAll(pages, () => window.room.phrase()?.kind === 'alarm', 0);
		await close();
	});

	it('raises the alarm, and changes nothing, when a certificate is swapped under way', async () => {
		const room = await openRoom(browser, server, 'swapped', 2);
		await room.joinAll();
		await untilSeen(room.pages, 1);
		await untilWords(room.pages, 1);
		const last = server.lastDescription('swapped', 'p0');
		const sdp = last?.data
			?.find(({ description }) => description)
			?.description?.sdp.replace(/^(a=fingerprint:sha-256 )../gim, '$100');
		server.forge('swapped', 'p0', 'signal', {
			from: last?.from,
			data: [{ description: { type: 'offer', sdp, number: 9 } }],
		});
		const [first] = room.pages;
		if (!first) throw new Error('no page');
		await untilAll([first], () => window.room.phrase()?.kind === 'alarm', 0);
		expect(await first.evaluate(() => window.room.states())).toEqual(['connected']);
		await room.close();
	});
});
