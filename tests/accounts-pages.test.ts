import { describe, expect, test } from 'vitest';
import { factsOf } from '#server/app/facts.ts';
import { totpAt } from '#server/capabilities/accounts/totp.ts';
import { withAuthenticator } from './accounts/authenticator.ts';
import { address } from './accounts/inviting.ts';
import { landed, openPages, press } from './accounts/pages.ts';
import { keyIn, PASSWORD } from './accounts/support.ts';
import { testServer } from './support/index.ts';
import { faultsOf } from './support/screens.ts';

const { web, path, origin, practice, codeTo, accounts, where, open, invited, newcomer } = await openPages(
	await testServer(),
);
const withoutScript = { javaScriptEnabled: false };

describe('without JavaScript', () => {
	test('a colleague claims, chooses a password and an app, keeps the codes, signs out and in again', async () => {
		const page = await open('/fr/sign-in', withoutScript);
		const email = await newcomer(page);
		await page.getByLabel('Nouveau mot de passe').fill('aaaaaaaaaaaaaa');
		await press(page, 'Choisir ce mot de passe');
		await expect.poll(() => page.textContent('[data-refusal]')).toContain('se devine trop vite');
		await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
		await press(page, 'Choisir ce mot de passe');
		await press(page, 'Relier une application');
		const key = keyIn(
			`otpauth://totp/x?secret=${((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')}`,
		);
		const code = (later = 0) => totpAt(key, Math.floor(Date.now() / 30_000) + later);
		await page.getByLabel('Code de l’application').fill(code());
		await press(page, 'Relier');
		expect(await page.locator('ol code').count()).toBe(10);
		const facts = await factsOf(path.world, practice, path.practice);
		expect(Object.values(facts?.facts.practice.practice.members ?? {})).toContainEqual(
			expect.objectContaining({ name: 'Rose Cyr', roles: ['receptionist'] }),
		);

		await page.goto('/fr/account');
		await press(page, 'Fermer ma session');
		await landed(page, '/fr');
		await page.goto('/fr/account/devices');
		expect(where(page)).toBe('/fr/sign-in?back=%2Ffr%2Faccount%2Fdevices');
		await page.getByText('Équipe du cabinet').click();
		const form = page.locator('form', { has: page.getByLabel('Mot de passe') });
		await form.getByLabel('Votre courriel').fill(email);
		await form.getByLabel('Mot de passe').fill('pas le bon, désolée');
		await form.getByRole('button').click();
		expect(await page.textContent('[data-refusal]')).toContain('nous ne reconnaissons pas');
		expect(await form.getByLabel('Votre courriel').inputValue()).toBe(email);
		await form.getByLabel('Mot de passe').fill(PASSWORD);
		await form.getByRole('button').click();
		expect(where(page)).toMatch(/^\/fr\/sign-in\/second/);
		await page.goto('/fr/account');
		expect(where(page)).toMatch(/^\/fr\/sign-in/);
		await page.goto('/fr/sign-in/second?back=/fr/account/devices');
		await page.getByLabel('Code à six chiffres').fill(code(1));
		await press(page, 'Entrer');
		expect(where(page)).toBe('/fr/account/devices');
		expect(await page.locator('main').textContent()).toContain('cet appareil');
	});

	test('a client claims with a code, is linked to their file, and signs in with another one', async () => {
		const invitation = await invited();
		const email = address();
		const said = web.said();
		const page = await open(invitation.path, withoutScript);
		await page.getByLabel('Code à six chiffres').fill('000000');
		await press(page, 'Continuer');
		expect(await page.textContent('[data-refusal]')).toContain('Il reste 4 essais');
		await page.getByLabel('Code à six chiffres').fill(invitation.second);
		await press(page, 'Continuer');
		expect(where(page)).toBe(`${invitation.path}/means`);
		await page.getByLabel('Votre courriel').fill(email);
		await press(page, 'M’envoyer un code');
		expect(await page.getByLabel('Votre nom').inputValue()).toBe('Camille Roy');
		await page.getByLabel('Code à six chiffres').fill('000000');
		await press(page, 'Continuer');
		expect(await page.textContent('[data-refusal]')).toContain('ce code n’est pas le bon');
		await page.getByLabel('Votre nom').fill('Camille R.');
		const code = await codeTo(email);
		expect(web.said().slice(said.length)).not.toContain(code);
		await page.getByLabel('Code à six chiffres').fill(code);
		await press(page, 'Continuer');
		expect(where(page)).toBe('/fr/portal');
		expect(await invitation.linkedTo()).toMatch(/^[0-9a-f-]{36}$/);

		await page.goto('/fr/account');
		expect(await page.getByLabel('Votre nom').inputValue()).toBe('Camille R.');
		await press(page, 'Fermer ma session');
		await landed(page, '/fr');
		await page.goto('/fr/sign-in?back=/fr/account');
		const form = page.locator('form', { has: page.getByRole('button', { name: 'M’envoyer un code' }) });
		await form.getByLabel('Votre courriel').fill(email);
		await form.getByRole('button').click();
		await page.getByLabel('Code à six chiffres').fill(await codeTo(email));
		await press(page, 'Entrer');
		expect(where(page)).toBe('/fr/account');
		await page.goto(invitation.path);
		expect(await page.locator('main').textContent()).toContain('Cette invitation a déjà servi');
	});
});

describe('with a passkey', () => {
	test('a client claims, signs in without a name, and shows it again before something grave', async () => {
		const invitation = await invited();
		const page = await open(invitation.path);
		await withAuthenticator(page);
		await page.getByLabel('Code à six chiffres').fill(invitation.second);
		await press(page, 'Continuer');
		await press(page, 'Créer une clé d’accès sur cet appareil');
		await landed(page, '/fr/portal');
		expect(await invitation.linkedTo()).toMatch(/^[0-9a-f-]{36}$/);
		await page.goto('/fr/account');
		await press(page, 'Fermer ma session');
		await landed(page, '/fr');
		await page.goto('/fr/sign-in?back=/fr/account/close');
		await press(page, 'Entrer avec ma clé d’accès');
		await landed(page, '/fr/account/close');

		// Eleven minutes later, as far as this session is concerned.
		await web.app.ownerPool.query('update account_session set fresh_at = fresh_at - 660000 where practice_id = $1', [
			practice,
		]);
		await page.getByLabel('Je comprends, et je ferme mon compte.').check();
		await press(page, 'Fermer mon compte pour de bon');
		await landed(page, '/fr/account/confirm');
		expect(where(page)).toBe('/fr/account/confirm?back=%2Ffr%2Faccount%2Fclose');
		await press(page, 'Montrer ma clé d’accès');
		await landed(page, '/fr/account/close');
		await page.getByLabel('Je comprends, et je ferme mon compte.').check();
		await press(page, 'Fermer mon compte pour de bon');
		await landed(page, '/fr');
		await page.goto('/fr/sign-in');
		await press(page, 'Entrer avec ma clé d’accès');
		await expect.poll(() => page.locator('[data-refusal]').textContent()).toContain('n’est pas reconnue ici');
	});

	test('a colleague sets one up as their first factor, and cannot remove the last one', async () => {
		const page = await open('/fr/sign-in');
		await withAuthenticator(page);
		await newcomer(page);
		await press(page, 'Ajouter une clé d’accès sur cet appareil');
		await page.waitForSelector('ol code');
		await page.goto('/fr/account/factors');
		await page.getByRole('button', { name: /^Retirer Chrome/ }).click();
		await expect
			.poll(() => page.locator('[data-refusal]').textContent())
			.toContain('vous n’auriez plus de façon d’entrer');
	});

	test('a device that stops before the end is no dead end', async () => {
		const page = await open('/fr/sign-in');
		await withAuthenticator(page); // with no passkey in it
		const button = page.getByRole('button', { name: 'Entrer avec ma clé d’accès' });
		await button.click();
		await page.getByText('Vous pouvez recommencer').waitFor();
		expect(await button.isEnabled()).toBe(true);
	});

	test('a browser that knows no passkeys says so', async () => {
		const page = await open('/fr/sign-in');
		await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
		await page.reload();
		await page.getByText('Ce navigateur ne connaît pas les clés d’accès').waitFor();
		expect(await page.getByRole('button', { name: 'Entrer avec ma clé d’accès' }).isVisible()).toBe(false);
	});

	test('a refusal of the server is told as it is', async () => {
		const page = await open('/fr/sign-in');
		await page.route('**/sign-in/passkey?for=signIn', (route) =>
			route.fulfill({ status: 429, json: { notYet: { title: 'il faut attendre un peu', why: 'Réessayez.' } } }),
		);
		await press(page, 'Entrer avec ma clé d’accès');
		await page.getByText('il faut attendre un peu. Réessayez.').waitFor();
	});
});

describe('what is seen', () => {
	const wide = { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } as const;
	const narrow = { viewport: { width: 320, height: 640 }, colorScheme: 'light' } as const;

	test.each([
		['fr', narrow],
		['en', narrow],
		['fr', wide],
		['en', wide],
	] as const)(
		'%s, %j: every page passes',
		async (lang, look) => {
			const page = await open(`/${lang}/sign-in`, look);
			const seen = async (address: string) => {
				await page.goto(address);
				expect(await faultsOf(page), address).toEqual([]);
			};
			const invitation = await invited();
			const link = invitation.path.replace('/fr/', `/${lang}/`);
			for (const address of [`/${lang}/sign-in`, `/${lang}/sign-in/code`, link, `/${lang}/claim/nothing`])
				await seen(address);
			await page.goto(link);
			await page.locator('[name=code]').fill('000000');
			await page.locator('main form button').first().click();
			expect(await faultsOf(page), 'refused').toEqual([]);
			await page.locator('[name=code]').fill(invitation.second);
			await page.locator('main form button').first().click();
			expect(await faultsOf(page), 'means').toEqual([]);
			const [name = '', value = ''] = (await accounts.cookie(path.practitioner.account)).split('=');
			await page.context().addCookies([{ name, value, url: origin }]);
			for (const part of ['', '/email', '/devices', '/factors', '/close', '/confirm'])
				await seen(`/${lang}/account${part}`);
		},
		240_000,
	);
});
