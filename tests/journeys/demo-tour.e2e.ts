import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appointmentWords } from '#words/appointments.ts';
import { demoWords } from '#words/demo.ts';
import { noteWords } from '#words/notes.ts';
import { portal } from '#words/portal.ts';
import { webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { at, seeOneAnother, tryDevices } from '../support/meeting.ts';

// docs/tour.md, step by step: what a newcomer does in the first three minutes.
const server = await testServer();
const web = await webApp(server);
const demo = web.origin.replace('localhost', 'demo.localhost');
const words = demoWords('fr');

async function visit(name: string): Promise<Page> {
	const context = await web.context(demo, [], {
		permissions: ['camera', 'microphone'],
		viewport: { width: 900, height: 900 },
	});
	const page = await context.newPage();
	await page.goto(`${web.origin}/fr/demo`);
	await page.getByRole('heading', { name: words.title }).waitFor({ timeout: 120_000 });
	await page.getByRole('button', { name: words.enter({ name }) }).click();
	return page;
}

test('a newcomer holds a real meeting between two windows, from the first page to the signed note', async () => {
	const genevieve = await visit('Geneviève');
	await genevieve.getByRole('link', { name: 'Sophie Lemire' }).first().click();
	await genevieve
		.getByRole('link', { name: appointmentWords('fr').title, exact: true })
		.first()
		.click();
	await genevieve
		.getByRole('button', { name: appointmentWords('fr').open })
		.first()
		.click();
	await genevieve.waitForURL(/\/room\//);

	const sophie = await visit('Sophie');
	await sophie.getByRole('link', { name: portal('fr').enter }).click();
	await sophie.getByRole('button', { name: /^Comme la dernière fois/ }).click();
	await tryDevices(sophie);
	await tryDevices(genevieve);
	await genevieve.getByRole('button', { name: at.session.admitStart }).click();
	await seeOneAnother([genevieve, sophie]);

	await genevieve.getByRole('button', { name: at.session.endGo }).click();
	await sophie.getByRole('heading', { name: at.arrival.closedTitle }).waitFor({ timeout: 20_000 });
	const note = noteWords('fr');
	await genevieve.getByLabel(note.heading('reason')).fill('Relire la liste.');
	await genevieve.getByLabel(note.heading('course')).fill('Lue ensemble; deux signes de moins.');
	await genevieve.getByLabel(note.heading('plan')).fill('Se revoir dans deux semaines.');
	await genevieve.getByRole('button', { name: note.sign }).click();
	await genevieve.getByText('Lue ensemble; deux signes de moins.').waitFor();
	expect(await genevieve.getByText(note.nowNone).count()).toBe(1);
	await Promise.all([genevieve, sophie].map((page) => page.context().close()));
});
