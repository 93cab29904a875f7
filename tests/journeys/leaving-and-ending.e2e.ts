import { expect, test } from 'vitest';
import { sends } from '../support/drive.ts';
import { onTheWay } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { request } from '../support/path.ts';
import { longAgo } from '../support/tasks.ts';

/*
 * Something leaves a file because somebody is in danger; a file reaches its day, is read again, and is destroyed. Each is
 * held back once on its way, and mended from there.
 */
const web = await webApp(await testServer());
const phone = { viewport: { width: 320, height: 640 } };

test('a danger: the numbers first, one line, only what was chosen leaves, the rest afterwards', {
	timeout: 180_000,
}, async () => {
	const path = await openHttpPath(web);
	const { client, actor } = await onTheWay(path, [], ['Mahée Lapointe']);
	await path.does(actor, client.dossier, 'message.send', {
		thread: path.world.newId(),
		purpose: 'care',
		channel: 'portal',
		body: 'Il a dit qu’il viendrait ce soir avec un couteau.',
	});
	const office = await (await path.browse(path.practitioner.actor, phone)).newPage();
	await office.goto(`${path.origin}/fr/office/clients/${client.dossier.id}/disclose`);
	await office.getByRole('heading', { name: 'Un danger' }).waitFor();
	expect(await office.locator('a[href="tel:911"]').count()).toBeGreaterThan(0);
	// The newest line comes first: what was written just now.
	const seq = (await office.locator('[name="lines[]:n"]').first().getAttribute('value')) ?? '';
	const said = { ground: 'danger', to: 'Police de Québec', how: 'spoken', 'lines[]:n': [seq] };
	await sends(office, 'disclose', said);
	await office.locator('[data-refusal]').getByText('il manque qui est en danger', { exact: false }).waitFor();
	await sends(office, 'disclose', { danger: 'Mahée, menacée chez elle ce soir' });
	await office.getByRole('heading', { name: 'Ce qui part' }).waitFor();
	const sheet = (await office.locator('main').textContent()) ?? '';
	expect(sheet).toContain('Il a dit qu’il viendrait ce soir');
	expect(sheet).not.toContain('Mahée, menacée chez elle');

	// What was shared and why stays due on the board until it is said.
	await office.goto(`${path.origin}/fr/office/clients/${client.dossier.id}/board`);
	await office.getByRole('link', { name: 'Compléter cette note' }).first().click();
	const id =
		(await office.locator('section[aria-labelledby="register"] input[name="_instance"]').first().inputValue()) ?? '';
	await sends(office, `complete:${id}`, {
		minimum: 'Son adresse et la menace',
		reasons: 'Une arme, ce soir, et elle est seule',
	});
	await office.getByText('C’est complété').waitFor();
	await office.context().close();
});

test('a file reaches its day: read again, destroyed for good, its certificate says nothing of it', {
	timeout: 180_000,
}, async () => {
	const path = await openHttpPath(web);
	const then = longAgo(path, 8 * 365);
	const client = await request(then, { names: ['Euclide Paradis'] });
	const by = path.practitioner.actor;
	await then.does(by, client.dossier, 'referral.record', {
		outcome: 'given',
		to: 'CLSC de Matane',
		reason: 'Plus près',
		told: 'oral',
	});
	await then.does(by, client.dossier, 'client.decline', { reason: 'Hors de notre champ' });
	const office = await (await path.browse(by, phone)).newPage();
	const file = `${path.origin}/fr/office/clients/${client.dossier.id}`;
	await office.goto(`${file}/retention`);
	await sends(office, 'destroy:whole', { 'sure:b': true });
	await office.locator('[data-refusal]').getByText('il reste à relire ce dossier', { exact: false }).waitFor();
	await sends(office, 'review:whole', { 'read:b': true, papers: 'destroyed' });
	await office.getByText('La relecture est signée').waitFor();
	await sends(office, 'destroy:whole', { 'sure:b': true });
	await office.getByRole('heading', { name: 'Destructions' }).waitFor();
	await office.getByText('Clés détruites le').waitFor();
	// As whoever opens it next has it: nothing of the page before.
	await office.reload();
	expect(await office.content()).not.toMatch(/Euclide|Paradis|Matane/);
	expect((await office.goto(`${file}/timeline`))?.status()).toBe(404);
	await office.goto(`${path.origin}/fr/office/clients`);
	expect(await office.content()).not.toContain('Euclide');
	await office.context().close();
});
