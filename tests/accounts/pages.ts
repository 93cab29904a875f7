import type { BrowserContext, Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { factsOf } from '#server/app/facts.ts';
import { invite } from '#server/capabilities/accounts/index.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import type { TestServer } from '../support/index.ts';
import { request } from '../support/path.ts';
import { address } from './inviting.ts';
import { codeFor, granted } from './support.ts';

/** Press a button by its words. */
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
/** Wait until a page of ours is there: its address, whatever it asks for. */
export const landed = (page: Page, to: string) => page.waitForURL((url) => url.pathname === to);

/** A running practice, browsers to look at it, and people who are invited to it. */
export async function openPages(server: TestServer) {
	// A mail server that never answers: the pages promise an e-mail, and its letter waits where the test reads it.
	const web = await webApp(server, { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'agenda@example.org' });
	const path = await openHttpPath(web);
	const { world, origin } = path;
	const practice = path.practice.id;
	const contexts: BrowserContext[] = [];
	afterEach(async () => {
		for (const context of contexts.splice(0)) await context.close();
	});
	const codeTo = (email: string) => codeFor({ world, practice }, email);

	return {
		web,
		path,
		origin,
		practice,
		codeTo,
		accounts: web.forPractice(practice),
		where: (page: Page): string => page.url().replace(origin, ''),
		/** A page in a browser of its own, with or without scripts. */
		open: async (to: string, options: Parameters<typeof web.as>[1] = {}): Promise<Page> => {
			const context = await web.as(undefined, { baseURL: origin, ...options });
			contexts.push(context);
			const page = await context.newPage();
			await page.goto(to);
			return page;
		},
		/** A client's dossier, and an invitation for its first person. */
		invited: async () => {
			const client = await request(path);
			const person = client.persons[0]?.id ?? '';
			const to = { to: 'dossier', dossier: client.dossier.id, person } as const;
			const invitation = granted(await invite(world, practice, { to, name: 'Camille Roy', language: 'fr' }));
			const linkedTo = async () =>
				(await factsOf(world, practice, client.dossier))?.facts.dossier.joint.dossier.persons[person]?.account;
			return { ...invitation, linkedTo };
		},
		/** Somebody invited to work here, up to the page where they set up their first factor; answers their address. */
		newcomer: async (page: Page): Promise<string> => {
			const email = address();
			const to = { to: 'practice', roles: ['receptionist'] } as const;
			const invitation = granted(await invite(world, practice, { to, name: 'Rose Cyr', language: 'fr' }));
			await page.goto(invitation.path);
			await page.getByLabel('Code à six chiffres').fill(invitation.second);
			await press(page, 'Continuer');
			await page.getByLabel('Votre courriel').fill(email);
			await press(page, 'M’envoyer un code');
			await page.getByLabel('Code à six chiffres').fill(await codeTo(email));
			await press(page, 'Continuer');
			await landed(page, '/fr/account/factors');
			return email;
		},
	};
}
