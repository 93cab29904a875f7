import { expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';

const server = await testServer();
const path = await openHttpPath(await webApp(server));
const eve = path.practitioner.actor;
const address = '/fr/office/clients/import';

const browse = async (javaScriptEnabled = true) =>
	(await path.browse(eve, { viewport: { width: 320, height: 800 }, javaScriptEnabled })).newPage();
const row = (i: number) => `Personne ${i};418-555-${String(1000 + i).slice(-4)};p${i}@example.org`;
const wrong = ['Sans courriel valable;418-555-0100;pas-un-courriel', ';418-555-0101;', 'Trop court;12;'];
const names = ['O’Neil', 'Saint-Jean-Côté', 'D', '李'];
const list = (rows: readonly string[]) => ({
	name: 'clients.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(['nom;téléphone;courriel', ...rows].join('\n')),
});

test('300 clients come in from a list with errors: a line each, nothing half-done, and again without doubling', {
	timeout: 120_000,
}, async () => {
	const rows = [...Array.from({ length: 293 }, (_, i) => row(i)), ...wrong, ...names.map((n) => `${n};;`)];
	const page = await browse();
	await page.goto(address);
	await page.setInputFiles('#list', list(rows));
	await page.getByRole('button', { name: 'Lire la liste' }).click();
	await page.getByText('C’est fini : 297 lignes dans un dossier, 3 à reprendre.').waitFor({ timeout: 90_000 });
	expect(await page.locator('ul[aria-labelledby="report"] li').count()).toBe(300);
	const refused = await page.locator('ul[aria-labelledby="report"] li:has(strong)').allTextContents();
	expect(refused.map((r) => r.replace(/\s+/g, ' ').trim())).toEqual([
		expect.stringMatching(/^Ligne 295 · Sans courriel valable · Pas ouvert · courriel :/),
		expect.stringMatching(/^Ligne 296 · · Pas ouvert · nom :/),
		expect.stringMatching(/^Ligne 297 · Trop court · Pas ouvert · téléphone :/),
	]);
	await page.goto('/fr/office/clients');
	expect(await page.locator('main').textContent()).toContain('D');

	// The three lines are corrected, and the whole list is sent again: only they are new.
	await page.goto(address);
	await page.setInputFiles(
		'#list',
		list([
			...rows.slice(0, 293),
			'Sans courriel;418-555-0100;',
			'Nouveau;418-555-0101;',
			...names.map((n) => `${n};;`),
		]),
	);
	await page.getByRole('button', { name: 'Lire la liste' }).click();
	await page.getByText('C’est fini : 299 lignes dans un dossier, 0 à reprendre.').waitFor({ timeout: 90_000 });
	const told = await page.locator('ul[aria-labelledby="report"] li a').allTextContents();
	expect([
		told.filter((t) => t === 'Déjà dans un dossier').length,
		told.filter((t) => t === 'Dossier ouvert').length,
	]).toEqual([297, 2]);
	await page.context().close();
});

test('without scripts the same goes on by a button, and waits when one leaves', { timeout: 60_000 }, async () => {
	const page = await browse(false);
	await page.goto(address);
	await page.setInputFiles('#list', list(Array.from({ length: 25 }, (_, i) => row(1000 + i))));
	await page.getByRole('button', { name: 'Lire la liste' }).click();
	await page.getByRole('button', { name: 'Continuer' }).click();
	const here = page.url();
	await page.goto('/fr/office');
	await page.goto(here);
	await page.getByRole('button', { name: 'Continuer' }).click();
	await page.getByText('C’est fini : 25 lignes dans un dossier').waitFor();
	await page.context().close();
});

test('what is no list is told so, and a stranger finds no page', async () => {
	const page = await browse();
	await page.goto(address);
	await page.setInputFiles('#list', { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from([0, 1, 2, 3]) });
	await page.getByRole('button', { name: 'Lire la liste' }).click();
	await page.getByText('n’est pas une liste CSV').waitFor();
	await page.context().close();
	expect((await path.page(undefined, address)).status).toBe(303);
});

test('a FHIR bundle from other software: a file for each patient, and the rest is counted', async () => {
	const page = await browse();
	await page.goto(address);
	const patient = {
		resourceType: 'Patient',
		name: [{ text: 'Odile Nadeau' }],
		telecom: [{ system: 'phone', value: '418-555-0144' }],
	};
	const entry = [{ resource: patient }, { resource: { resourceType: 'Observation' } }];
	const bundle = Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
	await page.setInputFiles('#list', { name: 'lot.json', mimeType: 'application/fhir+json', buffer: bundle });
	await page.getByRole('button', { name: 'Lire la liste' }).click();
	await page.getByText('C’est fini : 1 ligne dans un dossier, 0 à reprendre.').waitFor();
	await page.getByText('1 Observation', { exact: false }).waitFor();
	await page.getByRole('link', { name: 'Dossier ouvert' }).click();
	await page.getByText('Odile Nadeau').first().waitFor();
	await page.context().close();
});
