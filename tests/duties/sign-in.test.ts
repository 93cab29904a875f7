import { get } from 'node:http';
import { expect, test } from 'vitest';
import {
	accountOf,
	beginTotp,
	finishTotp,
	type Opened,
	openSession,
	setPassword,
} from '#server/capabilities/accounts/index.ts';
import { totpAt } from '#server/capabilities/accounts/totp.ts';
import { granted, keyIn, PASSWORD } from '../accounts/support.ts';
import { missingOn } from '../support/board.ts';
import { firefox, iphone, type Plain, plainBrowser } from '../support/browser-of.ts';
import { onTheWay } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { request } from '../support/path.ts';

const web = await webApp(await testServer());
const from = { address: '203.0.113.9', agent: firefox };

/** A practitioner with a password and an app. */
async function withApp(path: HttpPath) {
	const { world } = path;
	const { account } = path.practitioner;
	const begun = granted(
		await openSession(world, path.practice.id, { account, assurance: 'none', began: 'created', agent: firefox }),
	);
	await setPassword(world, path.practice.id, { session: begun.session, password: PASSWORD });
	const { uri } = granted(await beginTotp(world, path.practice.id, begun.session));
	const key = keyIn(uri);
	const code = (later: number) => totpAt(key, Math.floor(Date.now() / 30_000) + later);
	granted(await finishTotp(world, path.practice.id, { session: begun.session, code: code(-1), from }));
	const email = (await accountOf(world, path.practice.id, account))?.email ?? '';
	return { email, code };
}

/** Signed in on a device of its own. */
async function signedOn(path: HttpPath, agent: string): Promise<Plain> {
	const { account } = path.practitioner;
	const opened: Opened = granted(
		await openSession(path.world, path.practice.id, {
			account,
			assurance: 'passkey',
			began: 'created',
			agent,
			device: '',
		}),
	);
	const held = [
		['balise-session', opened.token],
		['balise-device', opened.device ?? ''],
	] as const;
	return plainBrowser(path.origin, agent, new Map(held));
}

/** The register as the owner of the practice reads it. */
const registerOf = async (path: HttpPath): Promise<string> =>
	(await path.page(path.practitioner.actor, '/fr/office/practice/access')).text;

test('[qc-3.02-b2] a password that has leaked is not taken, and the register says so', async () => {
	const qc = await openHttpPath(web);
	const me = await signedOn(qc, firefox);
	for (const leaked of ['motdepasse2026', 'qwertyuiop123', 'Passwordpassword1!']) {
		const answer = await me.post('/fr/account/factors?/password', { password: leaked });
		expect(answer.status, leaked).toBe(422);
		expect(answer.text).toContain('ce mot de passe a déjà fuité ailleurs');
	}
	expect(await registerOf(qc)).toContain('Mot de passe qui a fuité ailleurs');
	const answer = await me.post('/fr/account/factors?/password', { password: PASSWORD });
	expect(answer.status).toBe(200);
	expect(await registerOf(qc)).toContain('Mot de passe choisi');
});

test('[qc-3.02-b2] twenty wrong guesses close the door, even to the right password, and the register says so', async () => {
	const qc = await openHttpPath(web);
	const { email } = await withApp(qc);
	const thief = plainBrowser(qc.origin, firefox);
	const statuses: number[] = [];
	for (let i = 0; i < 20; i++)
		statuses.push((await thief.post('/fr/sign-in?/password', { email, password: `ce que je devine ${i}` })).status);
	expect(statuses.filter((s) => s === 422).length).toBeLessThanOrEqual(5);
	expect(statuses.slice(5)).toEqual(Array(15).fill(429));
	expect((await thief.post('/fr/sign-in?/password', { email, password: PASSWORD })).status).toBe(429);
	const register = await registerOf(qc);
	expect(register).toContain('Mot de passe non reconnu');
	expect(register).toContain('Trop d’essais');
});

test('[qc-3.02-b2] the cookie of a session opens nothing on another device: the session ends, and the register says so', async () => {
	const qc = await openHttpPath(web);
	const client = await request(qc);
	const file = `/fr/office/clients/${client.dossier.id}`;
	const mine = await signedOn(qc, firefox);
	expect((await mine.get(file)).status).toBe(200);
	// Somebody copies the one cookie that says who is signed in.
	const thief = plainBrowser(
		qc.origin,
		firefox,
		new Map([['balise-session', mine.cookies.get('balise-session') ?? '']]),
	);
	const answer = await thief.get(file);
	expect(answer.status).toBe(303);
	expect(answer.text).not.toContain('Camille');
	expect((await mine.get(file)).status).toBe(303);
	// Somebody copies everything, onto another kind of device.
	const again = await signedOn(qc, firefox);
	expect((await plainBrowser(qc.origin, iphone, again.cookies).get(file)).status).toBe(303);
	expect((await again.get(file)).status).toBe(303);
	expect((await registerOf(qc)).match(/présenté par un autre appareil/g)).toHaveLength(2);
});

test('[qc-3.02-b2] a practitioner’s password alone opens no page of the office, and the register says so', async () => {
	const qc = await openHttpPath(web);
	const { email, code } = await withApp(qc);
	const client = await request(qc);
	const file = `/fr/office/clients/${client.dossier.id}`;
	const me = plainBrowser(qc.origin, firefox);
	expect((await me.post('/fr/sign-in?/password', { email, password: PASSWORD })).headers.location).toMatch(/second/);
	for (const page of ['/fr/office', file, '/fr/office/board']) {
		const answer = await me.get(page);
		expect(answer.status, page).toBe(303);
		expect(answer.headers.location).toContain('/fr/sign-in');
	}
	expect(await registerOf(qc)).toContain('Sans second moyen');
	await me.post('/fr/sign-in/second?/app', { code: code(0) });
	expect((await me.get(file)).status).toBe(200);
});

test('[qc-3.02-b2] the board says what the running system does at the way in, and one’s own register is one’s own', async () => {
	const qc = await openHttpPath(web);
	const board = (await qc.page(qc.practitioner.actor, '/fr/office/board')).text;
	expect(board).toContain('/norms/qc-3.02-b2');
	const { client, actor } = await onTheWay(qc);
	expect((await qc.page(actor, '/fr/office/practice/access')).status).toBe(404);
	const own = (await qc.page(qc.practitioner.actor, '/fr/account/log')).text;
	expect(own).not.toContain(client.dossier.id);
	expect(await missingOn(qc, qc.practitioner.actor, '/fr/office/board')).not.toContain('qc-3.02-b2');
});

/** The id of a device on the page of devices: the current one, or the other. */
const deviceOn = (html: string, which: 'current' | 'other'): string => {
	const items = html.split(/<li[^>]* id="d-/).slice(1);
	const found = items.find((item) => item.includes('<strong>cet appareil') === (which === 'current'));
	return found?.slice(0, 36) ?? '';
};

test('[nb-6-l] a lost phone is revoked: its session and its open stream end at once, and what it kept is cleared', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const client = await request(nb);
	const file = `/fr/office/clients/${client.dossier.id}`;
	const [computer, phone] = [await signedOn(nb, firefox), await signedOn(nb, iphone)];
	const page = await phone.get(file);
	expect(page.status).toBe(200);
	// Nothing of a record may be kept by the browser in the first place.
	expect(page.headers['cache-control']).toContain('no-store');
	const { id } = await opened(nb, client.dossier.id, client.persons[0]?.id ?? '');
	const stream = listen(nb.origin, `/fr/room/${client.dossier.id}/${id}/changes`, phone);
	expect(await stream.begun).toBe(200);

	const devices = (await computer.get('/fr/account/devices')).text;
	expect(devices).toContain('iPhone');
	const revoked = await computer.post('/fr/account/devices?/revoke', { id: deviceOn(devices, 'other') });
	expect(revoked.text.includes('L’appareil est retiré')).toBe(true);
	const before = Date.now();
	await stream.ended;
	expect(Date.now() - before).toBeLessThan(3000);
	const answer = await phone.get(file);
	expect(answer.status).toBe(303);
	expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
	expect(phone.cookies.size).toBe(0);
	expect((await computer.get(file)).status).toBe(200);
	expect(await registerOf(nb)).toContain('Appareil retiré');
});

test('[nb-6-l] a device whose screen does not lock opens no record until it does; the board asks about each device', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const client = await request(nb);
	const file = `/fr/office/clients/${client.dossier.id}`;
	const missing = () => missingOn(nb, nb.practitioner.actor, '/fr/office/board');
	expect(await missing()).toContain('nb-6-l');
	const me = await signedOn(nb, firefox);
	expect((await me.get(file)).status).toBe(200);
	const id = deviceOn((await me.get('/fr/account/devices')).text, 'current');
	await me.post('/fr/account/devices?/attest', { id, locked: 'no', encrypted: 'yes' });
	for (const page of [file, '/fr/office', `${file}/notes`]) {
		const answer = await me.get(page);
		expect(answer.status, page).toBe(303);
		expect(answer.headers.location).toBe('/fr/account/devices?locked=no');
	}
	const act = { act: 'dossier.close', journal: client.dossier, id: nb.world.newId(), input: {} };
	expect((await me.post('/api/acts', act as unknown as Record<string, string>)).status).toBe(403);
	const why = (await me.get('/fr/account/devices?locked=no')).text;
	expect(why).toContain('Les dossiers restent fermés sur cet appareil');
	expect(why).toContain('choisissez un code, une empreinte ou un visage');
	expect(await missing()).toContain('nb-6-l');
	expect(await registerOf(nb)).toContain('Appareil sans verrou');

	await me.post('/fr/account/devices?/attest', { id, locked: 'yes', encrypted: 'yes' });
	expect((await me.get(file)).status).toBe(200);
	expect(await missing()).not.toContain('nb-6-l');
});

/** A session of the file, waiting. */
async function opened(path: HttpPath, dossier: string, person: string) {
	const id = path.world.newId();
	await path.does(path.practitioner.actor, { kind: 'dossier', id: dossier }, 'session.open', {
		id,
		purpose: 'safety',
		mode: 'video',
		tool: 'vidéo',
		persons: [person],
	});
	return { id };
}

/** A stream of events, from its first byte to its end. */
function listen(origin: string, path: string, { cookies }: Plain) {
	const { host, port } = new URL(origin);
	const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	let begin: (status: number) => void = () => {};
	let end: () => void = () => {};
	const begun = new Promise<number>((resolve) => {
		begin = resolve;
	});
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	const headers = { host, cookie, 'user-agent': iphone, accept: 'text/event-stream' };
	get({ host: '127.0.0.1', port, path, headers }, (answer) => {
		begin(answer.statusCode ?? 0);
		answer.on('data', () => {}).on('end', end);
	});
	return { begun, ended };
}
