import type { BrowserContext, Page } from 'playwright-core';
import type { JournalRef } from '#server/kernel/journal.ts';
import { room } from '#words/room.ts';
import { openSession, request, startSession, walk } from '../../tests/support/path.ts';
import type { Running } from './running.ts';

/** A session that has begun, and its two people, each in a browser context of their own. */
export interface Meeting {
	readonly dossier: JournalRef;
	readonly session: string;
	readonly address: string;
	readonly office: Page;
	readonly client: Page;
	readonly close: () => Promise<void>;
}

/** Tell the way in, open and begin a session, and open its room for both. */
export async function openMeeting({ web, path }: Running): Promise<Meeting> {
	const client = await request(path);
	await walk(path, client);
	const session = await openSession(path, client);
	await startSession(path, client, session);
	const address = `/fr/room/${client.dossier.id}/${session}`;
	const contexts: BrowserContext[] = [];
	const openAs = async (account: string | undefined): Promise<Page> => {
		const context = await web.as(account, { permissions: ['camera', 'microphone'] });
		contexts.push(context);
		const page = await context.newPage();
		await page.addInitScript(watchFrames);
		return page;
	};
	return {
		dossier: client.dossier,
		session,
		address,
		office: await openAs(path.practitioner.account),
		client: await openAs(client.persons[0]?.actor.account),
		close: async () => void (await Promise.all(contexts.map((context) => context.close()))),
	};
}

declare global {
	interface Window {
		/** When somebody else’s picture first showed, and when the last button was clicked: on the machine’s own clock. */
		bench: { frame?: number; click?: number };
	}
}

/** In the page: notes the first decoded frame of each picture that is not one’s own, and clicks. */
function watchFrames(): void {
	const bench: Window['bench'] = {};
	window.bench = bench;
	const now = () => performance.timeOrigin + performance.now();
	document.addEventListener('click', () => (bench.click = now()), { capture: true });
	const watch = (video: HTMLVideoElement) => {
		if (video.muted || video.dataset.watched) return;
		video.dataset.watched = 'yes';
		video.requestVideoFrameCallback(() => (bench.frame ??= now()));
	};
	new MutationObserver(() => document.querySelectorAll('video').forEach(watch)).observe(document, {
		childList: true,
		subtree: true,
	});
}

const words = room('fr');

/** Go to the room and open camera and microphone, up to the last click. */
export async function toTheDoor(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.getByRole('button', { name: words.devicesOpen, exact: true }).click();
	await page.getByRole('button', { name: words.goOn, exact: true }).waitFor();
}

/** The last click: into the room. */
export const join = (page: Page): Promise<void> => page.getByRole('button', { name: words.goOn, exact: true }).click();

/** Wait until the other's picture was decoded here; answers when. */
export async function firstFrame(page: Page): Promise<number> {
	await page.waitForFunction(() => window.bench.frame !== undefined, undefined, { polling: 20, timeout: 20_000 });
	return page.evaluate(() => window.bench.frame ?? Number.NaN);
}
