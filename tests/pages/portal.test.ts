import { expect, test } from 'vitest';
import { packageFor, publication } from '#server/app/documents.ts';
import { asSystem } from '#server/app/practices.ts';
import { inForce } from '#server/capabilities/consent/facts.ts';
import type { Actor } from '#server/kernel/act.ts';
import { dayOf } from '#server/kernel/time.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Client, inDays, request, walk, walkStep } from '../support/path.ts';
import { offers, shows, visitor, who } from './visitor.ts';

const server = await testServer();
const path = await openHttpPath(await webApp(server));
const practitioner = path.practitioner.actor;
const { seen, sends, own } = visitor(path);

/** Everything that the practitioner does before a person can sign. */
const ready = async (client: Client): Promise<void> => {
	for (const step of ['home', 'package', 'explain', 'age', 'capacity', 'discussion'] as const)
		await walkStep(path, client, step);
};

test('from the first page to the signature, each step by its own form, and the words are kept with their proof', async () => {
	const me = who(await request(path));
	shows(await seen(me.actor, '/fr/portal'), 'Vous n’avez rien à faire pour l’instant.');
	await walkStep(path, { dossier: me.dossier, persons: [me] }, 'home');
	await walkStep(path, { dossier: me.dossier, persons: [me] }, 'package');
	shows(await seen(me.actor, '/fr/portal'), 'Prenez un moment pour lire vos documents.');

	const document = await seen(me.actor, `${me.at}/read/services`);
	shows(document, 'Les points clés d’abord.');
	expect((document.text.match(/J’ai une question/g) ?? []).length).toBeGreaterThan(8);
	await sends(me.actor, `${me.at}/read/services?/read`, { person: me.id, document: 'services', 'version:n': '1' });
	expect((await own(me)).consent.read.services?.version).toBe(1);

	await sends(me.actor, `${me.at}/read?/adapt`, { person: me.id, language: 'fr', variant: 'easyRead' });
	shows(await seen(me.actor, `${me.at}/read/services`), 'Voici la version facile à lire.');
	await sends(me.actor, `${me.at}/agree?/offer`, { person: me.id });
	await sends(me.actor, `${me.at}/agree?/channel`, {
		person: me.id,
		channel: 'portal',
		means: 'signature',
		risk: 'channelRisks.internet@1',
	});
	expect((await own(me)).consent.channels.portal?.on).toBe(true);
	expect((await own(me)).consent.acknowledged['channelRisks.internet']?.version).toBe(1);
	shows(await seen(me.actor, `${me.at}/agree`), 'Ce que nous convenons pour les messages');
	for (const notice of ['communications@1', 'noRepublish@1'])
		await sends(me.actor, `${me.at}/agree?/notices`, { person: me.id, means: 'signature', 'read[]': notice });
	await sends(me.actor, `${me.at}/agree?/words`, {
		person: me.id,
		clause: 'limits',
		words: 'Vous gardez tout pour vous, sauf si je suis en danger.',
		clear: 'yes',
	});

	const waiting = await seen(me.actor, `${me.at}/agree`);
	shows(
		waiting,
		'De votre côté, c’est fait. Avant la signature, Ève Tremblay a encore à',
		'vous expliquer vos documents',
	);
	expect(offers(waiting, '?/give')).toBe(false);

	await ready({ dossier: me.dossier, persons: [me] });
	shows(await seen(me.actor, `${me.at}/agree`), 'Je donne mon accord');
	const signed = await sends(me.actor, `${me.at}/agree?/give`, { person: me.id, means: 'signature' });
	expect(signed.location).toBe(`${me.at}/signed`);
	const { consent } = await own(me);
	expect(consent.given?.documents).toEqual(
		Object.fromEntries(Object.entries(consent.sent).map(([k, s]) => [k, s.version])),
	);
	const kept = await seen(me.actor, `${me.at}/signed`);
	shows(kept, 'Signé ici');
	expect(kept.text).toMatch(/[0-9a-f]{64}/);
	const { text: copy, headers } = await path.page(me.actor, `${me.at}/signed/copy`);
	expect(headers['content-disposition']).toMatch(/^attachment; filename="document-[\d-]+\.txt"$/);
	expect(copy).toContain('Entente de confidentialité');
	expect(copy).toContain('"entryHash"');
});

test('[qc-2.03-b] a question blocks the signature until it is answered and the answer will do', async () => {
	const client = await request(path);
	const me = who(client);
	await walk(path, client, { without: ['consent'] });
	expect(offers(await seen(me.actor, `${me.at}/agree?step=sign`), '?/give')).toBe(true);
	const asked = await sends(me.actor, `${me.at}/read/services?/ask`, {
		person: me.id,
		document: 'services',
		clause: 'fees',
		text: 'Et si je ne peux pas payer ?',
	});
	expect(asked.location).toMatch(/\/read\/services#q-/);
	shows(await seen(me.actor, `${me.at}/read/services`), 'Et si je ne peux pas payer ?');
	expect(offers(await seen(me.actor, `${me.at}/agree?step=sign`), '?/give')).toBe(false);
	expect((await path.post(me.actor, `${me.at}/agree?/give`, { person: me.id, means: 'signature' })).status).toBe(409);
	expect(inForce((await own(me)).consent)).toBe(false);

	const [id = ''] = Object.keys((await own(me)).consent.questions);
	await path.does(practitioner, me.dossier, 'question.answer', {
		person: me.id,
		id,
		text: 'On en parle avant chaque rencontre.',
		orally: false,
	});
	shows(await seen(me.actor, '/fr/portal'), 'a répondu à votre question');
	shows(await seen(me.actor, `${me.at}/read/services`), 'On en parle avant chaque rencontre.');
	await sends(me.actor, `${me.at}/read/services?/settle`, { person: me.id, id, means: 'signature' });
	await sends(me.actor, `${me.at}/agree?/give`, { person: me.id, means: 'signature' });
	expect(inForce((await own(me)).consent)).toBe(true);
});

test('[nb-6-j] consent is withdrawn in two taps: the page says what it changes, the button does it, a coming meeting is called off', async () => {
	const client = await request(path);
	const me = who(client);
	await walk(path, client);
	const id = path.world.newId();
	await path.does(practitioner, me.dossier, 'appointment.book', {
		id,
		purpose: 'service',
		mode: 'video',
		persons: [me.id],
		practitioner: path.practitioner.account,
		...inDays(path.world, 3),
	});
	expect(offers(await seen(me.actor, '/fr/portal'), `${me.at}/withdraw`)).toBe(true);
	const before = await seen(me.actor, `${me.at}/withdraw`);
	shows(before, 'Votre rendez-vous à venir sera annulé.');
	await sends(me.actor, `${me.at}/withdraw?/withdraw`, { person: me.id, means: 'signature' });
	shows(await seen(me.actor, `${me.at}/withdraw`), 'Votre accord est retiré.');
	const { dossier } = await path.factsOf(me.dossier);
	expect(dossier.of(me.id).consent.withdrawn).toBeDefined();
	expect(dossier.joint.scheduling.appointments[id]?.state).toBe('cancelled');
});

test('[qc-2.07-d] what is not clear waits for a conversation, and ticking again does not replace it', async () => {
	const client = await request(path);
	const me = who(client);
	await walk(path, client, { without: ['teachBack', 'consent'] });
	await sends(me.actor, `${me.at}/agree?/words`, { person: me.id, clause: 'limits', talk: 'yes' });
	shows(await seen(me.actor, `${me.at}/agree?step=words`), 'Ève Tremblay en parlera avec vous de vive voix.');
	expect(
		(
			await path.post(me.actor, `${me.at}/agree?/words`, {
				person: me.id,
				clause: 'limits',
				words: 'Oui oui.',
				clear: 'yes',
			})
		).status,
	).toBe(422);
	await path.does(practitioner, me.dossier, 'teachBack.record', {
		person: me.id,
		clause: 'limits',
		understood: true,
		inConversation: true,
	});
	expect(offers(await seen(me.actor, `${me.at}/agree?step=sign`), '?/give')).toBe(true);
});

test('a parent reads and signs for a young child, in the child’s name, and the child’s page says so', async () => {
	const client = await request(path, { names: ['Leo Roy'] });
	const leo = who(client);
	const parent = {
		id: path.world.newId(),
		name: 'Mélanie Roy',
		language: 'fr',
		roles: ['representative'],
		contact: { voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
	};
	await path.does(practitioner, leo.dossier, 'person.add', parent);
	await path.does(practitioner, leo.dossier, 'representative.name', {
		of: leo.id,
		by: parent.id,
		authority: 'parentalAuthority',
		proofSeen: true,
	});
	const account = await path.newAccount('client', 'Mélanie Roy');
	await asSystem(path.world, path.practice.id, leo.dossier, 'person.link', { person: parent.id, account });
	const mother: Actor = { account, assurance: 'code' };
	await walk(path, client, { without: ['age', 'consent'] });
	await path.does(practitioner, leo.dossier, 'age.record', { person: leo.id, birthDate: '2016-05-06' });
	const page = await seen(mother, `${leo.at}/agree?step=sign`);
	shows(page, 'Je donne mon accord pour Leo Roy');
	const { id } = leo;
	await sends(mother, `${leo.at}/${id}/agree?/give`, { person: id, means: 'signature' });
	expect((await own(leo)).consent.given?.by).toBe('representative');
	shows(await seen(leo.actor, `${leo.at}/signed`), 'Signé par Mélanie Roy, en votre nom');
});

test('a newer version is told, and care goes on', async () => {
	const client = await request(path);
	const me = who(client);
	await walk(path, client);
	const day = dayOf(path.world.now());
	await path.does(practitioner, path.practice, 'policy.publish', {
		...publication(await path.factsOf(path.practice), 'services', day),
		material: true,
	});
	await path.does(practitioner, me.dossier, 'policy.send', packageFor(await path.factsOf(me.dossier), me.id, day));
	shows(await seen(me.actor, '/fr/portal'), 'Un document a changé');
	shows(await seen(me.actor, `${me.at}/agree?step=sign`), 'Votre suivi continue');
	expect(inForce((await own(me)).consent)).toBe(true);
});
