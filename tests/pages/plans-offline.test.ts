import { expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { request, walk } from '../support/path.ts';

const path = await openHttpPath(await webApp(await testServer()));

test('[nb-3-j] the client space shows the plan in force without any network, where they asked for it, until they sign out', async () => {
	const client = await request(path);
	await walk(path, client, { without: ['plans'] });
	const [me] = client.persons;
	const give = (words: string) =>
		path.does(path.practitioner.actor, client.dossier, 'plan.give', {
			person: me?.id,
			plan: 'emergency',
			details: { call: words },
			channel: 'portal',
		});
	await give('Appeler Rose au 506 555-0123.');
	const context = await path.browse(me?.actor);
	const page = await context.newPage();
	const address = `${path.origin}/fr/portal/${client.dossier.id}/plans`;
	const offline = async (is: boolean) => context.setOffline(is);
	const opens = async () =>
		page.goto(address).then(
			async () => (await page.locator('main').textContent()) ?? '',
			() => 'no network',
		);
	await page.goto(address);
	await offline(true);
	expect(await opens()).toBe('no network');
	await offline(false);
	await page.goto(address);
	await page.getByRole('button', { name: 'Garder mes plans ici' }).click();
	await page.getByText('Vos plans sont gardés ici.').waitFor();
	await offline(true);
	expect(await opens()).toContain('Appeler Rose au 506 555-0123.');
	expect(
		await page.goto(`${path.origin}/fr/portal/${client.dossier.id}/file`).then(
			() => 'shown',
			() => 'no network',
		),
	).toBe('no network');
	await offline(false);
	await give('Appeler Jeanne d’abord.');
	expect(await opens()).toContain('Appeler Jeanne d’abord.');
	await expect
		.poll(() => page.evaluate(async () => (await (await caches.open('plans')).match(location.href))?.text()))
		.toContain('Jeanne');
	await offline(true);
	expect(await opens()).toContain('Appeler Jeanne d’abord.');
	await offline(false);
	await page.goto(address);
	await page.getByRole('button', { name: 'Fermer ma session' }).first().click();
	await page.waitForURL(/\/fr$/);
	await expect.poll(() => page.evaluate(() => caches.has('plans'))).toBe(false);
	await offline(true);
	expect(await opens()).toBe('no network');
	await context.close();
});
