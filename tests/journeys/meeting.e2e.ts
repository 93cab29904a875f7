import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startRelay } from '../room/relay.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { at, meet, seeOneAnother } from '../support/meeting.ts';

const server = await testServer();
const path = await openHttpPath(await webApp(server));

test.each([[['Camille Roy']], [['Dominique Gagnon', 'Alix Morin']]])(
	'%s and the practitioner see one another, share six words, and write into the file',
	async (names) => {
		const pages = await meet(path, names);
		await seeOneAnother(pages);
		const [practitioner, client] = pages as [Page, Page];
		for (const page of [practitioner, client]) await page.getByRole('button', { name: at.room.chat }).click();
		await client.getByLabel(at.room.chatLabel).fill('Je vous entends bien.');
		await client.getByRole('button', { name: at.room.chatSend, exact: true }).click();
		await practitioner.getByText('Je vous entends bien.').waitFor({ timeout: 20_000 });
		await practitioner.getByRole('button', { name: at.session.endGo }).click();
		await client.getByRole('heading', { name: at.arrival.closedTitle }).waitFor({ timeout: 20_000 });
		await Promise.all(pages.map((page) => page.context().close()));
	},
);

describe('where there is a relay', async () => {
	const secret = 'only-for-this-test';
	const relay = await startRelay(secret);
	const relayed = await openHttpPath(await webApp(server, { TURN_URLS: relay.urls.join(' '), TURN_SECRET: secret }));
	afterAll(() => relay.remove());

	test('a couple in two places meets through it alone: no browser sees the address of another', async () => {
		const pages = await meet(relayed, ['Camille Roy', 'Sacha Côté']);
		await seeOneAnother(pages);
		for (const page of pages) {
			await page.getByText(at.room.relayed).first().waitFor({ timeout: 20_000 });
			expect(await page.getByText(at.room.direct).count()).toBe(0);
		}
		await Promise.all(pages.map((page) => page.context().close()));
	});
});
