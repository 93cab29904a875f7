import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { formNamed, sends } from '../support/drive.ts';
import { onTheWay } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';

/*
 * One of a couple asks for a copy of their file. What the other said of a third party is held back; an answer without its
 * reason is not let through, and is mended where it stands; the other one learns nothing of it.
 */
const web = await webApp(await testServer());
const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 320, height: 640 } };
const look = async (page: Page, name: string) => {
	const folder = process.env.SCREENS;
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test('a copy of a couple’s file is asked for, looked at, and given in part', { timeout: 180_000 }, async () => {
	const path = await openHttpPath(web);
	const { client, actor, person } = await onTheWay(path, [], ['Dominique Gagnon', 'Alix Morin']);
	const alix = client.persons[1]?.actor;
	const write = { purpose: 'care', channel: 'portal' };
	const thread = path.world.newId();
	const secret = 'Mon frère Paul a fait de la prison.';
	await path.does(alix ?? actor, client.dossier, 'message.send', {
		...write,
		thread,
		body: `${secret} Je veux que ça change.`,
	});
	await path.does(actor, client.dossier, 'message.send', { ...write, thread, body: 'Je dors mal depuis mars.' });
	const office = await (await path.browse(path.practitioner.actor, wide)).newPage();
	const mine = await (await path.browse(actor, phone)).newPage();
	const theirs = await (await path.browse(alix, phone)).newPage();
	const space = `${path.origin}/fr/portal/${client.dossier.id}`;
	const file = `${path.origin}/fr/office/clients/${client.dossier.id}`;

	// Dominique asks, from the link that stands at the foot of every page.
	await mine.goto(`${path.origin}/fr/portal`);
	await mine.getByRole('link', { name: 'Demander une copie de mon dossier' }).click();
	await mine.getByRole('link', { name: 'Demander ma copie' }).click();
	await sends(mine, 'ask', { asks: 'copy' });
	await mine.getByText('Réponse au plus tard le').waitFor();
	await look(mine, 'ask');

	// The practitioner finds it due on the board, and follows it to what would leave.
	await office.goto(`${file}/board`);
	await office.locator('a[href*="/rights/"]').first().click();
	await office.getByRole('heading', { name: 'Demande de Dominique Gagnon' }).waitFor();
	await look(office, 'review');
	const [, id = ''] = /rights\/([0-9a-f-]{36})/.exec(office.url()) ?? [];
	const line = office.locator('article', { hasText: 'Mon frère Paul' }).first();
	const seq = ((await line.getAttribute('id')) ?? '').replace('l-', '');
	await sends(office, `look:${seq}`, { as: 'words', 'passages[]': [secret], ground: 'thirdParty' });
	await line.getByText('[…] Je veux que ça change.').waitFor();
	if (await formNamed(office, 'look:rest').count()) await sends(office, 'look:rest');
	await sends(office, 'deliver', { answer: 'partly', harm: 'nobody' });
	await office.locator('[data-refusal]').getByText('il manque le motif et la raison', { exact: false }).waitFor();
	await look(office, 'refused');
	await sends(office, 'deliver', {
		answer: 'partly',
		ground: 'thirdParty',
		reason: 'Ces mots parlent d’une personne qui n’est pas au dossier.',
		harm: 'nobody',
	});
	await office.waitForURL(/\/rights$/);
	await office.getByText('Remis en partie').waitFor();
	await look(office, 'rights');

	// Dominique reads what was given, and how to complain; Alix sees nothing of it.
	await mine.goto(`${space}/record`);
	await mine.getByRole('link', { name: 'Lire la réponse' }).click();
	await mine.getByText('[…] Je veux que ça change.').waitFor();
	expect(await mine.locator('main').textContent()).toMatch(/Je dors mal depuis mars/);
	expect(await mine.content()).not.toContain('Paul a fait');
	await look(mine, 'answer');
	await theirs.goto(`${space}/record/${id}`);
	expect(await theirs.locator('h1').textContent()).toContain('pas ici');
	for (const place of ['record', 'file', 'file/opened', 'messages']) {
		await theirs.goto(`${space}/${place}`);
		expect(await theirs.content()).not.toMatch(new RegExp(`${id}|Une partie vous est remise|Reçue le`));
	}
	expect((await path.factsOf(client.dossier)).dossier.of(person).record.requests[id]?.answer?.as).toBe('partly');
	await Promise.all([office, mine, theirs].map((p) => p.context().close()));
});
