import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startRelay } from '../room/relay.ts';
import { sends } from '../support/drive.ts';
import { press, withKeyboardAlone, write } from '../support/hands.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import {
	agrees,
	arrives,
	asks,
	books,
	claims,
	decides,
	informs,
	invites,
	opens,
	reads,
	signs,
} from '../support/journey.ts';
import { arrive, at, moving, seeOneAnother, tryDevices, words } from '../support/meeting.ts';

const server = await testServer();
const web = await webApp(server);
const wide = { viewport: { width: 1280, height: 900 }, permissions: ['camera', 'microphone'] };
const phone = { viewport: { width: 390, height: 844 }, permissions: ['camera', 'microphone'] };

const idIn = (address: string): string => address.split('/').at(-1) ?? '';
const later = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T14:30`;
const written = {
	'body.reason': 'Conflits à la maison.',
	'body.course': 'Écoute, reformulation.',
	'body.plan': 'Revoir mardi.',
};

interface Booked {
	readonly office: Page;
	/** One page for each person, in the order of `persons`. */
	readonly sides: readonly Page[];
	readonly persons: readonly string[];
	readonly dossier: string;
	readonly room: string;
}

/** From the public request to the open room, every step through the pages, each person in a browser of their own. */
async function walkToTheRoom(path: HttpPath, names: readonly string[], use = (page: Page) => page): Promise<Booked> {
	const office = use(await (await path.browse(path.practitioner.actor, wide)).newPage());
	const sides: Page[] = [];
	for (const _ of names) sides.push(use(await (await path.browse(undefined, phone)).newPage()));
	await asks(sides[0] as Page, names);
	const { file, invitations } = await invites(office, names.join(', '));
	const persons = invitations.map((i) => i.person);
	const dossier = idIn(file);
	for (const [i, invitation] of invitations.entries()) {
		await claims(sides[i] as Page, invitation);
		await informs(office, file, invitation.person);
		await reads(sides[i] as Page, dossier);
	}
	await decides(office, file, persons);
	for (const side of sides) await agrees(side, dossier);
	await books(office, file, later(3), persons.length > 1 ? persons : undefined);
	return { office, sides, persons, dossier, room: await opens(office, file) };
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
	const { office, sides, persons, dossier, room } = await walkToTheRoom(path, ['Camille Roy']);
	const [client] = sides as [Page];
	const [person] = persons;

	await client.goto(room);
	await client.getByRole('heading', { name: at.arrival.where }).waitFor();
	await sends(client, `arrive:${person}-withheld`, { alone: 'no' });
	await client.getByRole('heading', { name: at.arrival.waitTitle }).waitFor();
	await tryDevices(client);

	// Nobody knows where the person is: refused, mended from here with a signed reason, and back to the same button.
	await office.getByText('préfère ne pas le dire', { exact: true }).waitFor();
	await sends(office, `admit:${person}`);
	await office.getByRole('link', { name: 'Demander où elle est' }).click();
	await office.waitForURL(/\?for=/);
	await sends(office, `place:${person}-reason`, { reason: 'Elle le dira de vive voix.' });
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
	await sends(office, `sign:${idIn(room)}`, written);
	await office.getByText('Pas encore possible').waitFor();
	await sends(office, `sign:${idIn(room)}`, { 'attests[]': persons });
	await office.getByText('La note est signée.').waitFor();

	await client.goto(`/fr/portal/${dossier}/file`);
	await client.getByText('On se revoit mardi.').first().waitFor();
	await client.goto(`/fr/portal/${dossier}/file/opened`);
	await client.getByText('Ève Tremblay').first().waitFor();
	await Promise.all([office, client].map((p) => p.context().close()));
});

describe('a couple in two places', async () => {
	const secret = 'only-for-this-test';
	const relay = await startRelay(secret);
	const relayed = await openHttpPath(await webApp(server, { TURN_URLS: relay.urls.join(' '), TURN_SECRET: secret }));
	afterAll(() => relay.remove());

	test('meets through a relay alone; the line is cut, comes back, and the cut is in the note that both are attested in', {
		timeout: 180_000,
	}, async () => {
		const { office, sides, persons, dossier, room } = await walkToTheRoom(relayed, ['Dominique Gagnon', 'Alix Morin']);
		for (const side of sides) await side.goto(room);
		for (const side of sides) await arrive(side);
		for (const page of [office, ...sides]) await tryDevices(page);
		await sends(office, `admit:${persons[0]}`);
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
			(await relayed.factsOf({ kind: 'dossier', id: dossier })).dossier.joint.sessions.open[idIn(room)]?.interruptions;
		await expect.poll(cuts, { timeout: 30_000 }).toBe(1);

		await office.getByRole('button', { name: at.session.endGo, exact: true }).click();
		await office.waitForURL(/\/notes/);
		await office.getByText('le réseau, la ligne est revenue').waitFor();
		await sends(office, `sign:${idIn(room)}`, { ...written, 'attests[]': persons });
		await office.getByText('La note est signée.').waitFor();
		await Promise.all(everyone.map((p) => p.context().close()));
	});
});

test('the whole path with the keyboard alone, on both sides', { timeout: 280_000 }, async () => {
	const path = await openHttpPath(web);
	const { office, sides, persons, dossier, room } = await walkToTheRoom(path, ['Camille Roy'], withKeyboardAlone);
	const [side] = sides as [Page];
	const presses = (page: Page, name: string | RegExp, exact = false) =>
		press(page.getByRole('button', { name, exact }));
	const opensDevices = async (page: Page) => {
		await presses(page, at.room.devicesOpen);
		await presses(page, at.room.goOn, true);
	};

	await arrives(side, room, 'new');
	await opensDevices(side);
	await opensDevices(office);
	await presses(office, at.session.admitStart);
	await seeOneAnother([office, side]);

	await presses(side, at.room.closeMicrophone);
	await side.getByRole('button', { name: at.room.openMicrophone }).waitFor();
	for (const page of [office, side]) await presses(page, new RegExp(`^${at.room.chat}`));
	await write(side.getByLabel(at.room.chatLabel), 'Sans souris.');
	await side.keyboard.press('Enter');
	await office.getByText('Sans souris.').waitFor({ timeout: 20_000 });
	await presses(side, at.room.leave, true);
	await press(side.getByRole('dialog').getByRole('button', { name: at.room.leave, exact: true }));
	await side.getByRole('heading', { name: at.arrival.leftTitle }).waitFor();
	const inRoom = async () =>
		(await path.factsOf({ kind: 'dossier', id: dossier })).dossier.joint.sessions.open[idIn(room)]?.admitted;
	await expect.poll(inRoom).toEqual([]);

	await presses(office, at.session.endGo, true);
	await office.waitForURL(/\/notes/);
	await signs(office, room, persons);
	await Promise.all([office, side].map((p) => p.context().close()));
});
