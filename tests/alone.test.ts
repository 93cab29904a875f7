import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { totpAt } from '#server/capabilities/accounts/totp.ts';
import { landed, press } from './accounts/pages.ts';
import { keyIn, PASSWORD } from './accounts/support.ts';
import { webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';

const web = await webApp(await testServer());
const contexts: Awaited<ReturnType<typeof web.context>>[] = [];
afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

/** A browser window of its own, without scripts. */
async function window(): Promise<Page> {
	const context = await web.context(web.origin, [], { javaScriptEnabled: false });
	contexts.push(context);
	return context.newPage();
}
const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';
/** The last code on the terminal for that address, as the person at the machine reads it. */
async function shownFor(email: string): Promise<string> {
	const line = new RegExp(`Code pour ${email.replace('.', '\\.')}\\s: (\\d{3} \\d{3})`, 'g');
	await expect.poll(() => web.said().match(line)?.length ?? 0).toBeGreaterThan(0);
	return [...web.said().matchAll(line)].at(-1)?.[1] ?? '';
}

async function protect(page: Page): Promise<void> {
	await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
	await press(page, 'Choisir ce mot de passe');
	await press(page, 'Relier une application');
	const key = keyIn(`otpauth://x?secret=${((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')}`);
	await page.getByLabel('Code de l’application').fill(totpAt(key, Math.floor(Date.now() / 30_000)));
	await press(page, 'Relier');
}

/** The link and the spoken code that a page of the office has just shown. */
async function invitationOn(page: Page): Promise<{ readonly link: string; readonly second: string }> {
	const codes = await page.locator('code').allTextContents();
	const link = codes.find((c) => c.includes('/claim/')) ?? '';
	const second = codes.find((c) => /^\d{3} \d{3}$/.test(c)) ?? '';
	return { link, second };
}

async function claim(page: Page, { link, second }: { link: string; second: string }, email: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Code à six chiffres').fill(second);
	await press(page, 'Continuer');
	expect(await main(page)).toContain('dans le terminal où Balise tourne');
	await page.getByLabel('Votre courriel').fill(email);
	await press(page, 'Obtenir un code');
	await page.getByLabel('Code à six chiffres').fill(await shownFor(email));
	await press(page, 'Continuer');
}

describe('alone on one’s own machine, without a mail server', () => {
	test('from nothing to a client and a colleague who are in, with what the pages and the terminal say', async () => {
		const mine = await window();
		await mine.goto('/fr');
		await landed(mine, '/fr/setup');
		const typed = {
			'Votre nom': 'Ève Tremblay',
			'Votre titre': 'T.S.',
			'Votre courriel': 'eve@example.org',
			Numéro: 'TS-1',
			'Valide depuis le': '2026-04-01',
			'Jusqu’au': '2027-04-01',
			'Nom du cabinet': 'Cabinet Tremblay',
			'Adresse du bureau': '1, rue du Quai, Québec',
			Téléphone: '418-555-0100',
		};
		for (const [label, value] of Object.entries(typed)) await mine.getByLabel(label, { exact: true }).fill(value);
		await mine.getByLabel('Ordre des travailleurs sociaux').check();
		await press(mine, 'Créer le cabinet');
		await landed(mine, '/fr/account/factors');
		await protect(mine);

		await mine.goto('/fr/office/practice');
		await mine.getByLabel('Son nom').fill('Rose Cyr');
		await mine.locator('form[action="?/invite"] input[value=receptionist]').check();
		expect(await main(mine)).toContain('remettez le lien vous-même');
		await press(mine, 'Préparer l’invitation');
		expect(await main(mine)).toContain('dans une fenêtre privée');
		const colleague = await window();
		await claim(colleague, await invitationOn(mine), 'rose@example.org');
		await landed(colleague, '/fr/account/factors');

		await mine.goto('/fr/office/clients/new');
		await mine.getByLabel('Par téléphone').check();
		await mine.getByLabel('Une personne', { exact: true }).check();
		await mine.getByLabel('Raison de la demande').fill('Dort mal depuis un déménagement.');
		await mine.getByLabel('Nom', { exact: true }).fill('Camille Roy');
		await mine.getByLabel('sera accompagnée').check();
		await mine.getByLabel('Courriel').fill('camille@example.org');
		await mine.getByLabel('À distance').check();
		await press(mine, 'Ouvrir le dossier');
		await mine.goto(`${mine.url().replace(/[?#].*/, '')}/persons`);
		expect(await main(mine)).toContain('Le lien s’affichera ici');
		await press(mine, 'Inviter');
		expect(await main(mine)).toContain('À dire de vive voix');
		expect(await main(mine)).toContain('dans une fenêtre privée');
		const client = await window();
		await claim(client, await invitationOn(mine), 'camille@example.org');
		await landed(client, '/fr/portal');
		await mine.reload();
		expect(await main(mine)).not.toContain('Le lien s’affichera ici');
	});
});

test('the last owner gets back in from the machine, and reads the code where Balise runs', async () => {
	const args = ['src/server/app/cli/account.ts', 'recover', '--email', 'eve@example.org'];
	const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...web.env } });
	expect(stdout).toContain('paraîtra dans le terminal');
	const link = /http:\S+/.exec(stdout)?.[0] ?? '';
	const second = /(\d{3} \d{3})/.exec(stdout)?.[1] ?? '';
	const page = await window();
	await claim(page, { link, second }, 'eve@example.org');
	await landed(page, '/fr/account/factors');
	await protect(page);
	await page.goto('/fr/office');
	expect(await main(page)).toContain('Prochaine étape');
});
