import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { affectedWords } from '#words/affected.ts';
import { incidentEndWords } from '#words/incident-end.ts';
import { incidentWords } from '#words/incidents.ts';
import { sends } from '../support/drive.ts';
import { goes, press, tick, withKeyboardAlone } from '../support/hands.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { happened, REGISTER, weighed } from '../support/incidents.ts';
import { testServer } from '../support/index.ts';
import { type Client, request } from '../support/path.ts';

const web = await webApp(await testServer());
const words = incidentWords('fr');
const affected = affectedWords('fr');
const end = incidentEndWords('fr');
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };

/** A practitioner opens the files of three clients, one after the other. */
async function opensThree(path: HttpPath, page: Page): Promise<readonly Client[]> {
	const clients: Client[] = [];
	for (const name of ['Anne Lavoie', 'Benoit Caron', 'Chantal Dubé'])
		clients.push(await request(path, { names: [name] }));
	for (const { dossier } of clients) {
		await page.goto(`/fr/office/clients/${dossier.id}`);
		await page.getByRole('heading', { level: 1 }).waitFor();
	}
	return clients;
}

/** Note it, then look in the access log for who is concerned: everyone whose file this account opened today. */
async function findsWho(path: HttpPath, page: Page, form: 'open' | 'rehearse'): Promise<string> {
	await goes(page, REGISTER);
	const { 'data[]': data = [], ...typed } = happened(path);
	await sends(page, form, { ...(typed as Record<string, string>), 'data[]': data });
	await page.waitForURL(/incidents\/[0-9a-f-]{36}$/);
	const place = new URL(page.url()).pathname;
	await goes(page, `${place}/who`);
	await tick(page.locator(`input[name="account"][value="${path.practitioner.account}"]`));
	await press(page.getByRole('button', { name: affected.search }));
	await page.getByText(affected.found(3)).waitFor();
	await sends(page, 'affect');
	await goes(page, place);
	return place;
}

async function weighs(page: Page): Promise<void> {
	await sends(page, 'assess', { ...weighed, 'serious:b': ['false'] });
	await sends(page, 'measure', { measure: 'Verrouillage après deux minutes.' });
}

const personOf = (client: Client | undefined): string => client?.persons[0]?.id ?? '';

describe('a rehearsal, then an incident that is real', async () => {
	const path = await openHttpPath(web);
	const page = await (await path.browse(path.practitioner.actor, desktop)).newPage();
	const clients = await opensThree(path, page);
	const [anne, benoit, chantal] = clients.map(personOf) as [string, string, string];

	test('[qc-3.10-d] a rehearsal with three clients found in the access log: the same way, nothing leaves', async () => {
		await findsWho(path, page, 'rehearse');
		await page.getByText(words.exerciseNote).waitFor();
		for (const name of ['Anne Lavoie', 'Benoit Caron', 'Chantal Dubé'])
			await page.getByRole('heading', { name }).waitFor();
		await sends(page, `tell:${anne}`, { way: ['portal'] });
		await sends(page, `tell:${benoit}`, { way: ['telephone'], by: 'Ève, 14 h' });
		await sends(page, `tell:${chantal}`, { way: ['inPerson'], by: 'Ève, 15 h' });
		await weighs(page);
		await sends(page, 'close');
		await page.getByText(end.isClosed).waitFor();
		await goes(page, REGISTER);
		await page.getByText(words.none).waitFor();
		const own = await (await path.browse(clients[0]?.persons[0]?.actor, phone)).newPage();
		await own.goto('/fr/portal');
		expect(await own.getByText('Un avis important').count()).toBe(0);
	});

	test('[qc-3.10-d] an incident is closed after one refusal, with the keyboard alone; the person reads it on a phone', async () => {
		const keys = withKeyboardAlone(await (await path.browse(path.practitioner.actor, desktop)).newPage());
		const place = await findsWho(path, page, 'open');
		await sends(page, `tell:${anne}`, { way: ['mail'] });
		await sends(page, `tell:${benoit}`, { way: ['telephone'], by: 'Ève, 14 h' });
		await weighs(page);
		await keys.goto(place);
		await sends(keys, 'close');
		await keys.locator('[data-refusal] a[href*="qc-3.10-d"]').first().waitFor();
		await sends(keys, `leave:${chantal}`, { why: ['unsafe'], reason: 'Elle vit avec la personne qui a vu l’écran.' });
		await sends(keys, 'close', { learned: 'Verrouiller en se levant.' });
		await keys.getByText(end.isClosed).waitFor();
		await goes(keys, REGISTER);
		await keys.getByText(words.keptUntil('').slice(0, 20)).first().waitFor();

		const own = await (await path.browse(clients[0]?.persons[0]?.actor, phone)).newPage();
		await own.goto('/fr/portal');
		await own.getByRole('link', { name: 'Lire l’avis' }).click();
		await own.getByText('Bonjour Anne Lavoie').waitFor();
		expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	});
});
