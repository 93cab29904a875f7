import { expect, test } from 'vitest';
import { inForce } from '#server/capabilities/consent/facts.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Client, openSession, request, startSession, walk, walkStep } from '../support/path.ts';
import { hides, offers, shows, visitor, who } from './visitor.ts';

const server = await testServer();
const path = await openHttpPath(await webApp(server));
const practitioner = path.practitioner.actor;
const { seen, sends, own } = visitor(path);

test('in a couple, nobody sees the other’s questions, consent, messages or openings', async () => {
	const client = await request(path, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
	const [camille, dominique] = [who(client, 0), who(client, 1)];
	await walk(path, client);
	await sends(dominique.actor, `${dominique.at}/read/services?/ask`, {
		person: dominique.id,
		document: 'services',
		clause: 'fees',
		text: 'Camille le saura-t-elle ?',
	});
	const thread = path.world.newId();
	await sends(dominique.actor, `${dominique.at}/messages?/send`, {
		thread,
		purpose: 'care',
		to: dominique.id,
		body: 'Entre nous seulement.',
	});
	await sends(dominique.actor, `${dominique.at}/withdraw?/withdraw`, { person: dominique.id, means: 'signature' });
	expect(inForce((await own(dominique)).consent)).toBe(false);

	for (const place of [
		'/read',
		'/read/services',
		'/agree',
		'/agree?step=sign',
		'/signed',
		'/file',
		'/file/opened',
		'/messages',
		'/withdraw',
		'/contact',
	]) {
		hides(await seen(camille.actor, camille.at + place), /Camille le saura|Entre nous seulement|retiré votre accord/);
	}
	hides(await seen(camille.actor, `${camille.at}/file/opened`), 'Dominique Gagnon');
	shows(await seen(camille.actor, `${camille.at}/withdraw`), 'Vous pouvez le faire maintenant');
	expect((await path.page(camille.actor, `${camille.at}/messages/${thread}`)).status).toBe(404);
	expect((await path.page(camille.actor, `${camille.at}/${dominique.id}/signed`)).status).toBe(404);
	const forged = await path.post(camille.actor, `${camille.at}/withdraw?/withdraw`, {
		person: dominique.id,
		means: 'signature',
	});
	expect(forged.status).toBe(422);
	expect(inForce((await own(camille)).consent)).toBe(true);
});

test('who opened my file shows the practitioner, by name, and oneself', async () => {
	const client = await request(path);
	const me = who(client);
	await walk(path, client, { upTo: 'package' });
	expect((await seen(me.actor, `${me.at}/file/opened`)).text).not.toMatch(/Ève Tremblay ?, intervention/);
	await seen(practitioner, `/fr/office/clients/${me.dossier.id}/board`);
	const opened = await seen(me.actor, `${me.at}/file/opened`);
	expect(opened.text).toMatch(/Ève Tremblay ?, intervention/);
	shows(opened, 'Vous', 'vos pages');
});

test('[qc-5.02-c] a client writes without any agreement: the file, the hours and the crisis lines are said beside it and after it', async () => {
	const client = await request(path);
	const me = who(client);
	await walkStep(path, client, 'home');
	const compose = await seen(me.actor, `${me.at}/messages`);
	shows(compose, 'Ce message ira dans votre dossier.', 'Réponse en 2 jours ouvrables.', 'C’est urgent', '911');
	expect(
		(await path.post(me.actor, `${me.at}/messages?/send`, { thread: path.world.newId(), body: 'Bonjour' })).status,
	).toBe(422);
	const sent = await sends(me.actor, `${me.at}/messages?/send`, {
		thread: path.world.newId(),
		purpose: 'care',
		body: 'Puis-je venir avec ma sœur ?',
	});
	const after = await seen(me.actor, sent.location ?? '');
	shows(
		after,
		'Puis-je venir avec ma sœur ?',
		'Votre message est remis à Ève Tremblay.',
		'Hors de nos heures',
		'S’il y a danger',
	);
	expect(offers(after, '/fr/help')).toBe(true);
	await sends(me.actor, (sent.location ?? '').replace(/\?.*$/, '?/send'), {
		thread: /messages\/([^?]+)/.exec(sent.location ?? '')?.[1] ?? '',
		purpose: 'care',
		to: 'joint',
		body: 'Merci.',
	});
	shows(await seen(me.actor, `${me.at}/messages`), '2 messages');
});

test('[qc-2.09-e2] from every page of a client, how to complain is one tap away, outside, and so is asking for the file', async () => {
	const client = await request(path);
	const me = who(client);
	await walk(path, client);
	for (const place of [
		'',
		'/read',
		'/read/services',
		'/agree',
		'/withdraw',
		'/signed',
		'/file',
		'/file/opened',
		'/messages',
		'/contact',
	]) {
		const page = await seen(me.actor, place === '' ? '/fr/portal' : me.at + place);
		shows(page, 'Comment porter plainte');
		expect(offers(page, 'https://www.otstcfq.org/public/protection-du-public/demande-d-enquete/'), place).toBe(true);
		expect(offers(page, '/fr/portal/rights#copy'), place).toBe(true);
	}
});

test('a person of somebody else’s file, and the practitioner, find no page of it', async () => {
	const me = who(await request(path));
	const other = who(await request(path, { names: ['Alix Morin'] }));
	for (const place of ['/read', '/agree', '/file', '/messages', '/contact', '/signed/copy']) {
		expect((await path.page(other.actor, me.at + place)).status, place).toBe(404);
		expect((await path.page(practitioner, me.at + place)).status, place).toBe(404);
	}
	expect((await path.page(undefined, `${me.at}/file`)).status).toBe(303);
	expect((await seen(other.actor, '/fr/portal')).leads.some((l) => l.includes(me.dossier.id))).toBe(false);
});

test('the door of an open room is on the first page, for those who are expected there alone', async () => {
	const client = await request(path, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
	await walk(path, client);
	const [camille, dominique] = [who(client, 0), who(client, 1)];
	const alone: Client = { dossier: client.dossier, persons: [camille] };
	const session = await openSession(path, alone);
	expect(offers(await seen(camille.actor, '/fr/portal'), `/fr/room/${camille.dossier.id}/${session}`)).toBe(true);
	expect((await seen(dominique.actor, '/fr/portal')).leads.some((l) => l.includes(session))).toBe(false);
	await startSession(path, alone, session);
	await path.does(practitioner, client.dossier, 'session.end', { id: session });
	hides(await seen(camille.actor, `${camille.at}/file`), 'Aucune rencontre encore.');
	shows(await seen(dominique.actor, `${dominique.at}/file`), 'Aucune rencontre encore.');
});

test('how to reach me is mine to say, and so is whom to call', async () => {
	const me = who(await request(path));
	await sends(me.actor, `${me.at}/contact?/save`, {
		person: me.id,
		'contact.phone': '418-555-0111',
		'contact.text:b': 'yes',
	});
	expect((await own(me)).intake.contact).toMatchObject({
		phone: '418-555-0111',
		text: true,
		voiceMail: false,
		othersMayKnow: false,
	});
	await sends(me.actor, `${me.at}/contact?/emergency`, {
		person: me.id,
		name: 'Lise',
		phone: '418-555-0122',
		relation: 'ma sœur',
	});
	shows(await seen(me.actor, `${me.at}/contact`), 'ma sœur');
	const wrong = await path.post(me.actor, `${me.at}/contact?/save`, { person: me.id, 'contact.phone': 'douze' });
	expect(wrong.status).toBe(422);
	expect(wrong.text).toContain('Écrivez le numéro au complet');
	expect(wrong.text).toContain('douze');
});

test('a clause is read aloud only by a voice of the device itself', async () => {
	const client = await request(path);
	const me = who(client);
	await walk(path, client, { upTo: 'package' });
	const context = await path.browse(me.actor);
	const speaking = (localService: boolean) => `
		globalThis.said = [];
		Object.defineProperty(globalThis, 'speechSynthesis', { value: {
			getVoices: () => [{ lang: 'fr-CA', localService: ${localService} }], addEventListener() {}, cancel() {}, speak: (u) => said.push(u.text) } });
		globalThis.SpeechSynthesisUtterance = function (text) { this.text = text; };`;
	const far = await context.newPage();
	await far.addInitScript(speaking(false));
	await far.goto(`${me.at}/read/services`);
	expect(await far.getByRole('button', { name: 'Écouter' }).count()).toBe(0);
	const near = await context.newPage();
	await near.addInitScript(speaking(true));
	await near.goto(`${me.at}/read/services`);
	await near.getByRole('button', { name: 'Écouter' }).first().click();
	expect(await near.evaluate('said[0]')).toBe('Ce que nous offrons');
	expect(await near.getByRole('button', { name: 'Arrêter la lecture' }).count()).toBe(1);
	await context.close();
});
