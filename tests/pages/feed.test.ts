import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { HOUR } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { inDays, request } from '../support/path.ts';

const path = await openHttpPath(await webApp(await testServer()));
const { practitioner, world } = path;

const batches = () =>
	inPractice(world.db, path.practice.id, async (tx) => {
		const { rows } = await sql<{ n: string }>`select count(*) as n from access_batch`.execute(tx);
		return Number(rows[0]?.n);
	});

test('another calendar reads when one is busy: no name, no reason; a closed or changed address answers as none', async () => {
	const client = await request(path, { names: ['Camille Roy'] });
	const times = inDays(world, 3);
	const id = world.newId();
	await path.does(practitioner.actor, client.dossier, 'appointment.book', {
		id,
		purpose: 'initialInterview',
		mode: 'video',
		persons: client.persons.map((p) => p.id),
		practitioner: practitioner.account,
		...times,
	});
	const page = await (await path.browse(practitioner.actor)).newPage();
	const opens = async () => {
		await page.goto('/fr/office/calendar');
		await page.locator('form[action^="?/feed"] button').click();
		return new URL((await page.locator('.address code').textContent()) ?? '').pathname;
	};
	const address = await opens();
	const before = await batches();
	const { status, text, headers } = await path.page(undefined, address);
	// Read once in ten minutes: that it was read is written down, not each asking.
	expect(await batches()).toBe(before + 1);
	await path.page(undefined, address);
	expect(await batches()).toBe(before + 1);
	expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
	const start = new Date(times.startsAt).toISOString().replace(/[-:]|\.\d+/g, '');
	expect(text).toContain(`DTSTART:${start}`);
	expect(text).toContain('SUMMARY:Occupé');
	expect(text).not.toMatch(/Camille|Roy|vidéo|entrevue/i);
	expect(times.endsAt - times.startsAt).toBe(HOUR);
	expect((await path.page(undefined, `${address.slice(0, -2)}xx`)).status).toBe(404);

	const other = await opens();
	expect((await path.page(undefined, address)).status).toBe(404);
	expect((await path.page(undefined, other)).status).toBe(200);
	await page.goto('/fr/office/calendar');
	await page.locator('form[action^="?/closeFeed"] button').click();
	await page.getByText('L’adresse ne répond plus.').waitFor();
	expect((await path.page(undefined, other)).status).toBe(404);
	await page.context().close();
});
