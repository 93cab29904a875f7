import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { at, meet, moving, seeOneAnother, tryDevices } from '../support/meeting.ts';

const path = await openHttpPath(await webApp(await testServer()));
const enter = async (names: readonly string[] = ['Camille Roy']) => {
	const pages = await meet(path, names);
	await seeOneAnother(pages);
	return pages as readonly [Page, Page];
};
const close = (pages: readonly Page[]) => Promise.all(pages.map((page) => page.context().close()));

test('words that differ are written down, and both sides are told to leave and to call', async () => {
	const [practitioner, client] = await enter();
	await client.getByRole('button', { name: at.room.phraseDifferent }).click();
	await client.getByText(at.room.phraseSaidDifferent).waitFor();
	await practitioner.getByText(at.room.phraseDoubted).waitFor({ timeout: 20_000 });
	for (const page of [practitioner, client]) {
		await page.getByText(at.room.phraseDo).waitFor();
		expect(await page.getByRole('region', { name: at.room.cutTitle }).getByRole('link').count()).toBeGreaterThan(0);
	}
	const dossier = /room\/([0-9a-f-]{36})/.exec(client.url())?.[1];
	await practitioner.goto(`/fr/office/clients/${dossier}/timeline`);
	await practitioner.getByText('Les six mots de la salle n’étaient pas les mêmes').waitFor();
	await close([practitioner, client]);
});

test('a page that is loaded again during the meeting finds its way back in, and the other is told', async () => {
	const [practitioner, client] = await enter();
	await client.reload();
	await practitioner.getByText(at.room.alone).waitFor({ timeout: 10_000 });
	await tryDevices(client);
	await seeOneAnother([practitioner, client]);
	await close([practitioner, client]);
});

test('a second window of the same person takes over; the first one says so, and how to come back', async () => {
	const [practitioner, client] = await enter();
	const second = await client.context().newPage();
	await second.goto(client.url());
	await tryDevices(second);
	await client.getByText(at.room.elsewhere).waitFor({ timeout: 20_000 });
	await seeOneAnother([practitioner, second]);
	await client.getByRole('button', { name: at.room.elsewhereBack }).click();
	await tryDevices(client);
	await second.getByText(at.room.elsewhere).waitFor({ timeout: 20_000 });
	await seeOneAnother([practitioner, client]);
	await close([practitioner, client]);
});

test('the practitioner’s line goes while the client stays: who calls, when, and the number are on the screen', async () => {
	const [practitioner, client] = await enter();
	await practitioner.context().setOffline(true);
	await practitioner.close({ runBeforeUnload: false });
	await client
		.getByText(/n’est plus là/)
		.first()
		.waitFor({ timeout: 30_000 });
	await client.getByText(at.room.alone).waitFor();
	const plan = client.getByRole('region', { name: at.room.cutTitle });
	expect(await plan.textContent()).toMatch(/vous appelle/);
	expect(await plan.getByRole('link').count()).toBeGreaterThan(0);
	await close([practitioner, client]);
});

test('a camera that is unplugged is said with what to do, and voice goes on', async () => {
	const [practitioner, client] = await enter();
	await client.evaluate(() => {
		for (const video of document.querySelectorAll('video'))
			for (const track of video.muted ? (video.srcObject as MediaStream).getVideoTracks() : []) {
				track.stop();
				track.dispatchEvent(new Event('ended'));
			}
	});
	await client.getByText(at.room.lostCamera).waitFor();
	await practitioner.getByText(at.room.pictureOff).first().waitFor();
	await client.getByRole('button', { name: at.room.openCamera }).click();
	await expect.poll(() => moving(practitioner), { timeout: 20_000 }).toBe(2);
	expect(await client.getByText(at.room.lostCamera).count()).toBe(0);
	await close([practitioner, client]);
});
