import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { arrivalWords } from '#words/arrival.ts';
import { room } from '#words/room.ts';
import { sessionWords } from '#words/session.ts';
import { languageOf } from './hands.ts';
import type { HttpPath } from './http-path.ts';
import { type Client, request, walk } from './path.ts';

/** What pages say, where tests look for it. */
export const at = { arrival: arrivalWords('fr'), session: sessionWords('fr'), room: room('fr') };

/** What this page says, in its own language. */
export const saidOn = (page: Page) => {
	const lang = languageOf(page);
	return { arrival: arrivalWords(lang), session: sessionWords(lang), room: room(lang) };
};

/** Somebody in care, with a session open. */
async function ready(
	path: HttpPath,
	names: readonly string[],
): Promise<{ readonly client: Client; readonly address: string }> {
	const client = await request(path, { names, kind: names.length > 1 ? 'couple' : 'person' });
	await walk(path, client);
	const id = path.world.newId();
	const tool = Object.values((await path.factsOf(path.practice)).practice.practice.tools).find(
		(t) => t.channel === 'video',
	);
	await path.does(path.practitioner.actor, client.dossier, 'session.open', {
		id,
		purpose: 'service',
		mode: 'video',
		tool: tool?.id,
		persons: client.persons.map((p) => p.id),
	});
	return { client, address: `/fr/room/${client.dossier.id}/${id}` };
}

const open = async (house: HttpPath, actor: Parameters<HttpPath['browse']>[0], address: string): Promise<Page> => {
	const context = await house.browse(actor, {
		permissions: ['camera', 'microphone'],
		viewport: { width: 900, height: 900 },
	});
	const page = await context.newPage();
	await page.goto(address);
	return page;
};

/** Where are you now: said in the form, as a person on their first meeting. */
export async function arrive(page: Page): Promise<void> {
	const { arrival } = saidOn(page);
	await page.getByLabel(arrival.territory).first().selectOption('QC');
	await page.getByLabel(arrival.town).fill('Rimouski');
	await page.getByRole('button', { name: arrival.here }).click();
}

export const tryDevices = async (page: Page): Promise<void> => {
	await page.getByRole('button', { name: saidOn(page).room.devicesOpen }).click();
	await page.getByRole('button', { name: saidOn(page).room.goOn, exact: true }).click();
};

/** Frames of the others, really decoded: how many videos that are not one's own move on. */
export const moving = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		const videos = [...document.querySelectorAll('video')];
		const before = videos.map((v) => v.getVideoPlaybackQuality().totalVideoFrames);
		await new Promise((resolve) => setTimeout(resolve, 1500));
		return videos.filter((v, i) => v.getVideoPlaybackQuality().totalVideoFrames > (before[i] ?? 0) + 3).length;
	});

export const words = async (page: Page): Promise<string> =>
	(
		await page
			.getByRole('region', { name: saidOn(page).room.phrase })
			.locator('ol li')
			.allTextContents()
	)
		.map((w) => w.trim())
		.join(' ');

/** Everyone at the door, let in, the meeting started; the practitioner's page first. */
export async function meet(path: HttpPath, names: readonly string[]): Promise<readonly Page[]> {
	const { client, address } = await ready(path, names);
	const practitioner = await open(path, path.practitioner.actor, address);
	const others = await Promise.all(client.persons.map((p) => open(path, p.actor, address)));
	for (const page of others) await arrive(page);
	for (const page of others) await tryDevices(page);
	await tryDevices(practitioner);
	for (const name of names.slice(0, -1)) {
		const card = practitioner.locator('section.card', { hasText: name });
		await card.getByRole('button', { name: at.session.admit, exact: true }).click();
	}
	await practitioner.getByRole('button', { name: at.session.admitStart }).click();
	return [practitioner, ...others];
}

/** Pictures of everyone move on every page, and all see the same six words. */
export async function seeOneAnother(pages: readonly Page[]): Promise<void> {
	for (const page of pages)
		await expect.poll(() => moving(page), { timeout: 60_000, interval: 500 }).toBe(pages.length);
	await expect.poll(async () => new Set(await Promise.all(pages.map(words))).size, { timeout: 30_000 }).toBe(1);
	expect((await words(pages[0] as Page)).trim().split(/\s+/).length).toBeGreaterThanOrEqual(6);
}
