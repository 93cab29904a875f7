import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boxOf } from '#server/journal/box.ts';
import { verifyArchive } from '#server/platform/verifier.mjs';
import { sends } from '../support/drive.ts';
import { onTheWay } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';

/*
 * A client moves: the file goes to a second practice, which has its own database and keys. The two practitioners compare
 * numbers over the telephone; the package is opened there only once its whole chain is proved; the receipt comes back.
 */
const server = await testServer();
const [here, there] = [await openHttpPath(await webApp(server)), await openHttpPath(await webApp(server))];

test('a file is transferred to a second practice, opened there, and its receipt comes back', {
	timeout: 240_000,
}, async () => {
	const { client, actor } = await onTheWay(here, [], ['Églantine Savoie']);
	const words = 'Je pars vivre à Moncton au printemps.';
	await here.does(actor, client.dossier, 'message.send', {
		thread: here.world.newId(),
		purpose: 'care',
		channel: 'portal',
		body: words,
	});
	const phone = { viewport: { width: 320, height: 640 } };
	const ours = await (await here.browse(here.practitioner.actor, phone)).newPage();
	const theirs = await (await there.browse(there.practitioner.actor)).newPage();
	const addressOn = async (page: typeof ours) => ({
		card: (await page.locator('code').first().textContent()) ?? '',
		numbers: (await page.locator('strong.numbers').textContent()) ?? '',
	});
	await theirs.goto(`${there.origin}/fr/office/clients`);
	await theirs.getByRole('link', { name: 'Recevoir un dossier' }).click();
	await theirs.getByRole('heading', { name: 'Votre adresse de réception' }).waitFor();
	const receiver = await addressOn(theirs);

	await ours.goto(`${here.origin}/fr/office/clients/${client.dossier.id}/transfer`);
	await sends(ours, 'send', { ...receiver, basis: 'authorised', 'parts[]': client.persons.map((p) => p.id) });
	const refusal = ours.locator('[data-refusal]');
	await refusal.getByText('il manque l’accord de quelqu’un', { exact: false }).waitFor();
	await refusal.getByRole('link', { name: 'Noter son accord' }).click();
	const give = ours.locator('details', { hasText: 'Noter un accord' });
	await ours.waitForURL(/\/disclose/);
	if ((await give.count()) > 0 && (await give.first().getAttribute('open')) === null)
		await give.first().locator('summary').click();
	await sends(ours, 'authorise', {
		person: client.persons[0]?.id ?? '',
		to: 'Cabinet du Ruisseau',
		what: 'Tout le dossier',
		why: 'Elle déménage',
		means: 'paper',
	});
	await ours.goto(`${here.origin}/fr/office/clients/${client.dossier.id}/transfer`);
	await sends(ours, 'send', { ...receiver, basis: 'authorised', 'parts[]': client.persons.map((p) => p.id) });
	await ours.getByText('Téléchargez le paquet', { exact: false }).waitFor();
	const downloading = ours.waitForEvent('download');
	await ours.getByRole('link', { name: 'Télécharger le paquet scellé' }).click();
	const pack = await (await downloading).path();
	expect(readFileSync(pack, 'utf8')).not.toContain('Moncton');
	expect(await (await boxOf(here.world, here.practice.id)).open(readFileSync(pack, 'utf8'))).toBeUndefined();
	const archive = await (await boxOf(there.world, there.practice.id)).open(readFileSync(pack, 'utf8'));
	expect(verifyArchive(JSON.parse(String(archive)))).toEqual([]);

	const back = await (await here.browse(here.practitioner.actor)).newPage();
	await back.goto(`${here.origin}/fr/office/clients/receive`);
	const sender = await addressOn(back);
	await theirs.locator('[name="card"]').fill(sender.card);
	await theirs.locator('[name="numbers"]').fill('1 2 3');
	await theirs.setInputFiles('#pack', pack);
	await theirs.getByRole('button', { name: 'Vérifier et ouvrir' }).click();
	await theirs.getByText('Ces nombres ne vont pas avec cette adresse', { exact: false }).waitFor();
	expect(await theirs.locator('[name="card"]').inputValue()).toBe(sender.card);
	await theirs.locator('[name="numbers"]').fill(sender.numbers);
	await theirs.setInputFiles('#pack', pack);
	await theirs.getByRole('button', { name: 'Vérifier et ouvrir' }).click();
	await theirs.waitForURL(/\/received/);
	expect(await theirs.locator('main').textContent()).toContain(words);
	const receipt = (await theirs.locator('code').first().textContent()) ?? '';

	await ours.goto(`${here.origin}/fr/office/clients/${client.dossier.id}/transfer`);
	const id = await ours.locator('input[name="_instance"]').first().inputValue();
	await sends(ours, `confirm:${id}`, { receipt });
	await ours.getByText('Le reçu tient', { exact: false }).waitFor();
	for (const page of [ours, theirs, back]) await page.context().close();
});
