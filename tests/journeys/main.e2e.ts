import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { questions } from '#server/capabilities/suitability/facts.ts';
import { withAuthenticator } from '../accounts/authenticator.ts';
import { startRelay } from '../room/relay.ts';
import { sends, tabTo } from '../support/drive.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { arrive, at, moving, seeOneAnother, tryDevices, words } from '../support/meeting.ts';
import { type Client, request, walk } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);
const wide = { viewport: { width: 1280, height: 900 }, permissions: ['camera', 'microphone'] };
const phone = { viewport: { width: 390, height: 844 }, permissions: ['camera', 'microphone'] };

const idIn = (page: Page): string =>
	/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(new URL(page.url()).pathname)?.[0] ?? '';
const later = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T14:30`;
const written = {
	'body.reason': 'Conflits à la maison.',
	'body.course': 'Écoute, reformulation.',
	'body.plan': 'Revoir mardi.',
};

/** Somebody asks for a first meeting by the public form. */
async function asks(page: Page): Promise<void> {
	await page.goto('/fr/request');
	await page.getByText('Pour moi').first().click();
	await page.getByRole('button', { name: 'Continuer' }).click();
	await sends(page, 'send', {
		'persons.0.name': 'Camille Roy',
		'persons.0.contact.phone': '418-555-0199',
		'persons.0.contact.email': 'camille@example.org',
		territory: 'QC',
		prefers: 'remote',
		reason: 'Ça crie beaucoup à la maison.',
	});
	await page.getByRole('heading', { level: 1, name: /demande/i }).waitFor();
}

/** The practitioner finds the request, and hands over an invitation with its second secret. */
async function invites(
	page: Page,
): Promise<{ readonly link: string; readonly second: string; readonly person: string }> {
	await page.goto('/fr/office/clients');
	await page.getByRole('link', { name: 'Camille Roy' }).click();
	await page.waitForURL(/\/office\/clients\/[0-9a-f-]{36}$/);
	await page.goto(`${page.url()}/persons`);
	const person = (await page.locator('form[action^="?/invite"] input[name="person"]').first().inputValue()) ?? '';
	await sends(page, `invite:${person}`, { how: 'hand' });
	const second = (await page.locator('.second code').textContent()) ?? '';
	const link = (await page.locator('.link code').textContent()) ?? '';
	return { link, second, person };
}

/** The client opens the link, says the secret that was told by voice, and makes a passkey. */
async function claims(page: Page, { link, second }: { readonly link: string; readonly second: string }): Promise<void> {
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

/** Everything that is said in the interview, noted point by point. */
async function interviews(page: Page, file: string, person: string): Promise<void> {
	await page.goto(`${file}/package`);
	await sends(page, `send:${person}`);
	await page.goto(`${file}/interview`);
	const explained = page.locator(`form[action^="?/explain"] input[type="checkbox"]`);
	const documents = Object.fromEntries(
		await explained.evaluateAll((all) => all.map((e) => [(e as HTMLInputElement).name, true as const])),
	);
	await sends(page, `explain:${person}`, { ...documents, means: 'telephone' });
	await sends(page, `identity:${person}`, { document: 'healthCard', how: 'video' });
	await sends(page, `age:${person}`, { birthDate: '1984-05-06' });
	await sends(page, `capacity:${person}`, { result: 'able', basis: 'Répond clairement, pose ses questions.' });
	await sends(page, `needs:${person}`, { variant: 'standard' });
	await page.goto(`${file}/assessment`);
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

/** The client reads, asks, says it back, agrees to the means, and signs. */
async function agrees(page: Page, dossier: string): Promise<void> {
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

/** An appointment is booked for a service, and its room opened. */
async function booksAndOpens(page: Page, file: string, persons?: readonly string[]): Promise<string> {
	await page.goto(`${file}/appointments`);
	await sends(page, 'book', {
		purpose: 'service',
		mode: 'video',
		'startsAt:t': later(3),
		...(persons && { 'persons[]': persons }),
	});
	await page.getByText('Le rendez-vous est pris').waitFor();
	await page.getByRole('button', { name: 'Ouvrir la salle' }).first().click();
	await page.waitForURL(/\/room\//);
	return new URL(page.url()).pathname;
}

/** Words written on one side are read on the other. */
async function chats(from: Page, to: Page, text: string): Promise<void> {
	for (const page of [from, to]) {
		const box = page.getByLabel(at.room.chatLabel);
		if (!(await box.isVisible())) await page.getByRole('button', { name: new RegExp(`^${at.room.chat}`) }).click();
	}
	await from.getByLabel(at.room.chatLabel).fill(text);
	await from.keyboard.press('Enter');
	await to.getByText(text).waitFor({ timeout: 20_000 });
}

test('from the first request to the signed note: one person, two browsers', { timeout: 180_000 }, async () => {
	const path = await openHttpPath(web);
	const office = await (await path.browse(path.practitioner.actor, wide)).newPage();
	const client = await (await path.browse(undefined, phone)).newPage();

	await asks(client);
	const invitation = await invites(office);
	const dossier = idIn(office);
	const file = `/fr/office/clients/${dossier}`;
	await claims(client, invitation);
	await interviews(office, file, invitation.person);
	await agrees(client, dossier);

	const room = await booksAndOpens(office, file);
	await client.goto(room);
	await client.getByRole('heading', { name: at.arrival.where }).waitFor();
	await sends(client, `arrive:${invitation.person}-withheld`, { alone: 'no' });
	await client.getByRole('heading', { name: at.arrival.waitTitle }).waitFor();
	await tryDevices(client);

	// Nobody knows where the person is: refused, mended from here with a signed reason, and back to the same button.
	await office.getByText('préfère ne pas le dire', { exact: true }).waitFor();
	await sends(office, `admit:${invitation.person}`);
	await office.getByRole('link', { name: 'Demander où elle est' }).click();
	await office.waitForURL(/\?for=/);
	await sends(office, `place:${invitation.person}-reason`, { reason: 'Elle le dira de vive voix.' });
	await office.waitForURL(/\?resume=/);
	await tryDevices(office);
	await office.getByRole('button', { name: at.session.admitStart }).click();

	await seeOneAnother([office, client]);
	await chats(client, office, 'Je vous entends bien.');
	await chats(office, client, 'Moi aussi.');

	// The client's network goes: what is written waits, and leaves by itself when it is back.
	await client.context().setOffline(true);
	await client.getByLabel(at.room.chatLabel).fill('Le réseau tousse.');
	await client.keyboard.press('Enter');
	await client.getByText(at.room.chatWaiting).waitFor({ timeout: 20_000 });
	await client.context().setOffline(false);
	await office.getByText('Le réseau tousse.').waitFor({ timeout: 30_000 });

	// The client's page goes altogether, and comes back into the same meeting.
	await client.reload();
	await tryDevices(client);
	await seeOneAnother([office, client]);

	await office.getByLabel(at.session.agreed).fill('On se revoit mardi.');
	await office.getByRole('button', { name: at.session.endGo, exact: true }).click();
	await client.getByRole('heading', { name: at.arrival.closedTitle }).waitFor({ timeout: 20_000 });
	await office.waitForURL(/\/notes/);
	for (const told of ['Camille Roy, Ève Tremblay', 'lieu non demandé', '3 messages', 'On se revoit mardi.'])
		await office.getByText(told).first().waitFor();
	await sends(office, `sign:${room.split('/').at(-1)}`, written);
	await office.getByText('Pas encore possible').waitFor();
	await sends(office, `sign:${room.split('/').at(-1)}`, { 'attests[]': [invitation.person] });
	await office.getByText('La note est signée.').waitFor();

	await client.goto(`/fr/portal/${dossier}/file`);
	await client.getByText('On se revoit mardi.').first().waitFor();
	await client.goto(`/fr/portal/${dossier}/file/opened`);
	await client.getByText('Ève Tremblay').first().waitFor();
	await Promise.all([office, client].map((p) => p.context().close()));
});

/** Somebody in care, on the practitioner's and on each person's screen. */
async function inCare(
	path: HttpPath,
	names: readonly string[],
): Promise<{ readonly client: Client; readonly office: Page; readonly sides: readonly Page[] }> {
	const client = await request(path, { names, kind: names.length > 1 ? 'couple' : 'person' });
	await walk(path, client);
	const office = await (await path.browse(path.practitioner.actor, wide)).newPage();
	const sides = await Promise.all(client.persons.map(async (p) => (await path.browse(p.actor, phone)).newPage()));
	return { client, office, sides };
}

describe('a couple in two places', async () => {
	const secret = 'only-for-this-test';
	const relay = await startRelay(secret);
	const relayed = await openHttpPath(await webApp(server, { TURN_URLS: relay.urls.join(' '), TURN_SECRET: secret }));
	afterAll(() => relay.remove());

	test('meets through a relay alone; the line is cut, comes back, and the cut is in the note that both are attested in', {
		timeout: 180_000,
	}, async () => {
		const { client, office, sides } = await inCare(relayed, ['Dominique Gagnon', 'Alix Morin']);
		const room = await booksAndOpens(
			office,
			`/fr/office/clients/${client.dossier.id}`,
			client.persons.map((p) => p.id),
		);
		for (const side of sides) await side.goto(room);
		for (const side of sides) await arrive(side);
		for (const page of [office, ...sides]) await tryDevices(page);
		const [first, second] = client.persons.map((p) => p.id);
		await sends(office, `admit:${first}`);
		await office.getByText('Dans la salle').waitFor();
		await office.getByRole('button', { name: at.session.admitStart }).click();
		const everyone = [office, ...sides];
		await seeOneAnother(everyone);
		const before = await words(office);
		for (const page of everyone) await page.getByText(at.room.relayed).first().waitFor({ timeout: 20_000 });

		await relay.stop();
		for (const page of everyone) await page.getByText(at.room.cutNow).waitFor({ timeout: 30_000 });
		await relay.start();
		for (const page of everyone) await expect.poll(() => moving(page), { timeout: 60_000 }).toBe(3);
		expect(await words(office)).toBe(before);
		const cuts = async () =>
			(await relayed.factsOf(client.dossier)).dossier.joint.sessions.open[room.split('/').at(-1) ?? '']?.interruptions;
		await expect.poll(cuts, { timeout: 30_000 }).toBe(1);

		await office.getByRole('button', { name: at.session.endGo, exact: true }).click();
		await office.waitForURL(/\/notes/);
		await office.getByText('le réseau, la ligne est revenue').waitFor();
		await sends(office, `sign:${room.split('/').at(-1)}`, { ...written, 'attests[]': [first ?? '', second ?? ''] });
		await office.getByText('La note est signée.').waitFor();
		await Promise.all(everyone.map((p) => p.context().close()));
	});
});

test('with the keyboard alone, from the address to the good-bye', { timeout: 120_000 }, async () => {
	const path = await openHttpPath(web);
	const { client, office, sides } = await inCare(path, ['Sacha Côté']);
	const [side] = sides as [Page];
	const room = await booksAndOpens(office, `/fr/office/clients/${client.dossier.id}`);
	await tryDevices(office);
	const keys = side.keyboard;
	const press = async (name: string | RegExp, key = 'Enter') => {
		await tabTo(side, name);
		await keys.press(key);
	};

	await side.goto(room);
	await tabTo(side, at.arrival.territory);
	await keys.type('Qué');
	await tabTo(side, at.arrival.town);
	await keys.type('Rimouski');
	await press(at.arrival.aloneYes, 'Space');
	await press(at.arrival.here);
	await side.getByRole('heading', { name: at.arrival.waitTitle }).waitFor();
	await press(at.room.devicesOpen, 'Space');
	await side.getByRole('button', { name: at.room.goOn, exact: true }).waitFor();
	await press(new RegExp(`^${at.room.goOn}$`));
	await office.getByRole('button', { name: at.session.admitStart }).click();
	await seeOneAnother([office, side]);

	await press(at.room.closeMicrophone, 'Space');
	await side.getByRole('button', { name: at.room.openMicrophone }).waitFor();
	await press(new RegExp(`^${at.room.chat}`), 'Space');
	await keys.type('Sans souris.');
	await keys.press('Enter');
	await office.getByRole('button', { name: new RegExp(`^${at.room.chat}`) }).click();
	await office.getByText('Sans souris.').waitFor({ timeout: 20_000 });
	await press(at.room.leave);
	await press(at.room.leave);
	await side.getByRole('heading', { name: at.arrival.leftTitle }).waitFor();
	const inRoom = async () =>
		(await path.factsOf(client.dossier)).dossier.joint.sessions.open[room.split('/').at(-1) ?? '']?.admitted;
	await expect.poll(inRoom).toEqual([]);
	await Promise.all([office, side].map((p) => p.context().close()));
});
