import type { Page } from 'playwright-core';
import { questions } from '#server/capabilities/suitability/facts.ts';
import { appointmentWords } from '#words/appointments.ts';
import { arrivalWords } from '#words/arrival.ts';
import { requestWords } from '#words/intake.ts';
import { noteWords } from '#words/notes.ts';
import { sessionWords } from '#words/session.ts';
import { withAuthenticator } from '../accounts/authenticator.ts';
import { sends } from './drive.ts';
import { choose, goes, languageOf, press, tick, write } from './hands.ts';

/** What the practitioner hands over: a link, and a code told by another way. */
export interface Invitation {
	readonly person: string;
	readonly link: string;
	readonly second: string;
}

const arrival = (page: Page) => arrivalWords(languageOf(page));
const session = (page: Page) => sessionWords(languageOf(page));

/** Somebody asks for a first meeting by the public form, alone or for their couple. */
export async function asks(
	page: Page,
	names: readonly string[] = ['Camille Roy'],
	who: string = names.length > 1 ? 'couple' : 'me',
): Promise<void> {
	const words = requestWords(languageOf(page));
	await goes(page, `/${languageOf(page)}/request`);
	await tick(page.locator(`input[name="who"][value="${who}"]`));
	await press(page.getByRole('button', { name: words.next }));
	const each = names.map((name, i) => ({
		[`persons.${i}.name`]: name,
		[`persons.${i}.contact.phone`]: '418-555-0199',
		[`persons.${i}.contact.email`]: `${name
			.split(' ')[0]
			?.normalize('NFD')
			.replace(/[^a-zA-Z]/g, '')
			.toLowerCase()}@example.org`,
	}));
	await sends(page, 'send', {
		...Object.assign({}, ...each),
		territory: 'QC',
		prefers: 'remote',
		reason: 'Ça crie beaucoup à la maison, et nous voulons de l’aide.',
	});
	await page.waitForURL(/\/request\/received/);
}

/** The practitioner finds the request and prepares an invitation for each; answers the file's address too. */
export async function invites(
	page: Page,
	name = 'Camille Roy',
): Promise<{ readonly file: string; readonly invitations: readonly Invitation[] }> {
	await goes(page, `/${languageOf(page)}/office/clients`);
	await press(page.getByRole('link', { name }));
	await page.waitForURL(/\/office\/clients\/[0-9a-f-]{36}$/);
	const file = new URL(page.url()).pathname;
	await goes(page, `${file}/persons`);
	const forms = page.locator('form[action^="?/invite"] input[name="person"]');
	const persons = await forms.evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value));
	const invitations: Invitation[] = [];
	for (const person of persons) {
		await sends(page, `invite:${person}`, { how: 'hand' });
		const second = (await page.locator('.second code').textContent()) ?? '';
		const link = (await page.locator('.link code').textContent()) ?? '';
		invitations.push({ person, link, second });
	}
	return { file, invitations };
}

/** The client opens the link, types the code, and makes a passkey. */
export async function claims(page: Page, { link, second }: Invitation): Promise<void> {
	await withAuthenticator(page);
	await page.goto(link);
	await write(page.locator('input[name="code"]'), second);
	await press(page.locator('main form button').first());
	await page.waitForURL(/\/means/);
	await press(page.getByRole('button', { name: /clé d’accès|passkey/i }).first());
	await page.waitForURL(/\/portal/, { timeout: 30_000 });
}

/** What is said to one person in the interview, noted point by point. */
export async function informs(
	page: Page,
	file: string,
	person: string,
	{
		birthDate = '1984-05-06',
		nameless = false,
	}: { readonly birthDate?: string | undefined; readonly nameless?: boolean } = {},
): Promise<void> {
	await goes(page, `${file}/package`);
	await sends(page, `send:${person}`);
	await goes(page, `${file}/interview`);
	const boxes = page.locator('form[action^="?/explain"]').filter({ has: page.locator(`input[value="${person}"]`) });
	const names = await boxes
		.locator('input[type="checkbox"]')
		.evaluateAll((all) => all.map((e) => (e as HTMLInputElement).name));
	const documents = Object.fromEntries(names.map((name) => [name, true as const]));
	await sends(page, `explain:${person}`, { ...documents, means: 'telephone' });
	if (!nameless) {
		await sends(page, `identity:${person}`, { document: 'healthCard', how: 'video' });
		await sends(page, `age:${person}`, { birthDate });
	}
	await sends(page, `capacity:${person}`, { result: 'able', basis: 'Répond clairement, pose ses questions.' });
	await sends(page, `needs:${person}`, { variant: 'standard' });
}

/** The preliminary assessment, signed. */
export async function assesses(page: Page, file: string, persons: readonly string[]): Promise<void> {
	await goes(page, `${file}/assessment`);
	for (const person of persons)
		for (const question of questions)
			await sends(page, `answer:${person}.${question}`, {
				finding: 'noObstacle',
				note: 'Rien à signaler.',
				...(question === 'safety' && { town: 'Rimouski' }),
			});
	// Before people are seen together, each is seen alone.
	if (persons.length > 1)
		for (const person of persons) await sends(page, `talk:${person}`, { held: 'yes', together: 'ok' });
	await sends(page, 'finalise', {
		fit: 'yes',
		'interventionFits:b': 'true',
		'meansFit:b': 'true',
		firstMeeting: 'none',
	});
}

/** The preliminary assessment, the relation, the conflicts, and the decision to accept. */
export async function decides(page: Page, file: string, persons: readonly string[]): Promise<void> {
	await assesses(page, file, persons);
	await goes(page, `${file}/boundaries`);
	await sends(page, 'relation', { link: 'none', 'communityConsidered:b': true, decision: 'proceed' });
	await sends(page, 'search');
	await sends(page, 'decide', { decision: 'none', reason: 'Aucun autre dossier ne les nomme.' });
	await goes(page, `${file}/decision`);
	await sends(page, 'accept');
}

/** The client reads the key points of every document that was handed over, and says so; the whole text stays folded. */
export async function reads(page: Page, dossier: string): Promise<void> {
	const list = `/${languageOf(page)}/portal/${dossier}/read`;
	await goes(page, list);
	const places = await page
		.locator(`a[href*="${list}/"]`)
		.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
	for (const place of new Set(places)) {
		await goes(page, place);
		if (await page.locator('form[action^="?/read"]').count()) await sends(page, 'read');
	}
}

/** The client offers questions, agrees to the means, acknowledges, says it in their own words, and signs. */
export async function agrees(page: Page, dossier: string, { sign = true } = {}): Promise<void> {
	const agree = `/${languageOf(page)}/portal/${dossier}/agree`;
	await goes(page, agree);
	await sends(page, 'offer');
	await goes(page, `${agree}?step=means`);
	for (const channel of ['video', 'portal']) await sends(page, `channel:${channel}`);
	await goes(page, `${agree}?step=notices`);
	if (await page.locator('form[action^="?/notices"]').count()) await sends(page, 'notices', { 'read[]': true });
	await goes(page, `${agree}?step=words`);
	await sends(page, 'words', { words: 'Rien ne sort, sauf si je suis en danger.', clear: 'yes' });
	if (!sign) return;
	await goes(page, `${agree}?step=sign`);
	await sends(page, 'give');
}

/** A time is agreed on, with everyone or with those named. */
export async function books(page: Page, file: string, startsAt: string, persons?: readonly string[]): Promise<void> {
	await goes(page, `${file}/appointments`);
	const whom = persons && { 'persons[]': persons };
	await sends(page, 'book', { purpose: 'service', mode: 'video', 'startsAt:t': startsAt, ...whom });
	await page.getByText(appointmentWords(languageOf(page)).booked).waitFor();
}

/** The practitioner opens the room of a meeting that is booked. */
export async function opens(page: Page, file: string): Promise<string> {
	await goes(page, `${file}/appointments`);
	await press(page.getByRole('button', { name: appointmentWords(languageOf(page)).open }).first());
	await page.waitForURL(/\/room\//);
	return new URL(page.url()).pathname;
}

/** The client says where they are: in so many words, or as the last time. */
export async function arrives(page: Page, room: string, where: 'new' | 'same'): Promise<void> {
	await goes(page, room);
	const words = arrival(page);
	if (where === 'new') {
		await choose(page.getByLabel(words.territory).first(), 'QC');
		await write(page.getByLabel(words.town), 'Rimouski');
		await press(page.getByRole('button', { name: words.here }));
	} else {
		await press(page.locator('form[action^="?/arrive"]').first().locator('button').last());
	}
	await page.getByRole('heading', { name: words.waitTitle }).waitFor();
}

/** The practitioner lets the last one in, which starts the meeting, and ends it. */
export async function meets(page: Page): Promise<void> {
	await press(page.getByRole('button', { name: session(page).admitStart }));
	await press(page.getByRole('button', { name: session(page).endGo, exact: true }));
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
	await page.getByText(noteWords(languageOf(page)).signed).waitFor();
}
