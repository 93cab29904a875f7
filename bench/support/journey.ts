import type { Page } from 'playwright-core';
import { questions } from '#server/capabilities/suitability/facts.ts';
import { arrivalWords } from '#words/arrival.ts';
import { sessionWords } from '#words/session.ts';
import { withAuthenticator } from '../../tests/accounts/authenticator.ts';
import { sends } from '../../tests/support/drive.ts';

/** What the practitioner hands over: a link, and a code told by another way. */
export interface Invitation {
	readonly person: string;
	readonly link: string;
	readonly second: string;
}

const arrival = arrivalWords('fr');
const session = sessionWords('fr');

/** Somebody asks for a first meeting by the public form. */
export async function asks(page: Page): Promise<void> {
	await page.goto('/fr/request');
	await page.getByText('Pour moi').first().click();
	await page.getByRole('button', { name: 'Continuer' }).click();
	await sends(page, 'send', {
		'persons.0.name': 'Camille Roy',
		'persons.0.contact.phone': '418-555-0199',
		'persons.0.contact.email': 'camille@example.org',
		territory: 'QC',
		prefers: 'remote',
		reason: 'Ça crie beaucoup à la maison, et nous voulons de l’aide.',
	});
	await page.getByRole('heading', { level: 1, name: /demande/i }).waitFor();
}

/** The practitioner finds the request and prepares an invitation; answers the file's address too. */
export async function invites(page: Page): Promise<Invitation & { readonly file: string }> {
	await page.goto('/fr/office/clients');
	await page.getByRole('link', { name: 'Camille Roy' }).click();
	await page.waitForURL(/\/office\/clients\/[0-9a-f-]{36}$/);
	const file = new URL(page.url()).pathname;
	await page.goto(`${file}/persons`);
	const person = await page.locator('form[action^="?/invite"] input[name="person"]').first().inputValue();
	await sends(page, `invite:${person}`, { how: 'hand' });
	const second = (await page.locator('.second code').textContent()) ?? '';
	const link = (await page.locator('.link code').textContent()) ?? '';
	return { file, person, link, second };
}

/** The client opens the link, types the code, and makes a passkey. */
export async function claims(page: Page, { link, second }: Invitation): Promise<void> {
	await withAuthenticator(page);
	await page.goto(link);
	await page.getByLabel('Code à six chiffres').fill(second);
	await page.getByRole('button', { name: 'Continuer' }).click();
	await page.waitForURL(/\/means/);
	await page
		.getByRole('button', { name: /clé d’accès/i })
		.first()
		.click();
	await page.waitForURL(/\/portal/, { timeout: 30_000 });
}

/** What is said to one person in the interview, noted point by point. */
export async function informs(page: Page, file: string, person: string): Promise<void> {
	await page.goto(`${file}/package`);
	await sends(page, `send:${person}`);
	await page.goto(`${file}/interview`);
	const boxes = page.locator('form[action^="?/explain"]').filter({ has: page.locator(`input[value="${person}"]`) });
	const names = await boxes
		.locator('input[type="checkbox"]')
		.evaluateAll((all) => all.map((e) => (e as HTMLInputElement).name));
	const documents = Object.fromEntries(names.map((name) => [name, true as const]));
	await sends(page, `explain:${person}`, { ...documents, means: 'telephone' });
	await sends(page, `identity:${person}`, { document: 'healthCard', how: 'video' });
	await sends(page, `age:${person}`, { birthDate: '1984-05-06' });
	await sends(page, `capacity:${person}`, { result: 'able', basis: 'Répond clairement, pose ses questions.' });
	await sends(page, `needs:${person}`, { variant: 'standard' });
}

/** The preliminary assessment, the relation, the conflicts, and the decision to accept. */
export async function decides(page: Page, file: string, persons: readonly string[]): Promise<void> {
	await page.goto(`${file}/assessment`);
	for (const person of persons)
		for (const question of questions)
			await sends(page, `answer:${person}.${question}`, {
				finding: 'noObstacle',
				note: 'Rien à signaler.',
				...(question === 'safety' && { town: 'Rimouski' }),
			});
	await sends(page, 'finalise', {
		fit: 'yes',
		'interventionFits:b': 'true',
		'meansFit:b': 'true',
		firstMeeting: 'none',
	});
	await page.goto(`${file}/boundaries`);
	await sends(page, 'relation', { link: 'none', 'communityConsidered:b': true, decision: 'proceed' });
	await sends(page, 'search');
	await sends(page, 'decide', { decision: 'none', reason: 'Aucun autre dossier ne les nomme.' });
	await page.goto(`${file}/decision`);
	await sends(page, 'accept');
}

/** The client reads the key points of every document that was handed over, and says so; the whole text stays folded. */
export async function reads(page: Page, dossier: string): Promise<void> {
	const list = `/fr/portal/${dossier}/read`;
	await page.goto(list);
	const places = await page
		.locator(`a[href*="${list}/"]`)
		.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
	for (const place of new Set(places)) {
		await page.goto(place);
		if (await page.locator('form[action^="?/read"]').count()) await sends(page, 'read');
	}
}

/** The client offers questions, agrees to the means, acknowledges, says it in their own words, and signs. */
export async function agrees(page: Page, dossier: string): Promise<void> {
	const agree = `/fr/portal/${dossier}/agree`;
	await page.goto(agree);
	await sends(page, 'offer');
	await page.goto(`${agree}?step=means`);
	for (const channel of ['video', 'portal']) await sends(page, `channel:${channel}`);
	await page.goto(`${agree}?step=notices`);
	if (await page.locator('form[action^="?/notices"]').count()) await sends(page, 'notices', { 'read[]': true });
	await page.goto(`${agree}?step=words`);
	await sends(page, 'words', { words: 'Rien ne sort, sauf si je suis en danger.', clear: 'yes' });
	await page.goto(`${agree}?step=sign`);
	await sends(page, 'give');
}

/** A time is agreed on. */
export async function books(page: Page, file: string, startsAt: string): Promise<void> {
	await page.goto(`${file}/appointments`);
	await sends(page, 'book', { purpose: 'service', mode: 'video', 'startsAt:t': startsAt });
	await page.getByText('Le rendez-vous est pris').waitFor();
}

/** The practitioner opens the room of a meeting that is booked. */
export async function opens(page: Page, file: string): Promise<string> {
	await page.goto(`${file}/appointments`);
	await page.getByRole('button', { name: 'Ouvrir la salle' }).first().click();
	await page.waitForURL(/\/room\//);
	return new URL(page.url()).pathname;
}

/** The client says where they are: in so many words, or as the last time. */
export async function arrives(page: Page, room: string, where: 'new' | 'same'): Promise<void> {
	await page.goto(room);
	if (where === 'new') {
		await page.getByLabel(arrival.territory).first().selectOption('QC');
		await page.getByLabel(arrival.town).fill('Rimouski');
		await page.getByRole('button', { name: arrival.here }).click();
	} else {
		await page.locator('form[action^="?/arrive"]').first().locator('button').last().click();
	}
	await page.getByRole('heading', { name: arrival.waitTitle }).waitFor();
}

/** The practitioner lets the last one in, which starts the meeting, and ends it. */
export async function meets(page: Page): Promise<void> {
	await page.getByRole('button', { name: session.admitStart }).click();
	await page.getByRole('button', { name: session.endGo, exact: true }).click();
	await page.waitForURL(/\/notes/);
}

/** The note is written and signed. */
export async function signs(page: Page, room: string, attests: readonly string[]): Promise<void> {
	await sends(page, `sign:${room.split('/').at(-1)}`, {
		'body.reason': 'Conflits à la maison.',
		'body.course': 'Écoute, reformulation.',
		'body.plan': 'Revoir mardi.',
		...(attests.length > 0 && { 'attests[]': attests }),
	});
	await page.getByText('La note est signée.').waitFor();
}
