import { describe, expect, test } from 'vitest';
import { listDossiers } from '#server/app/lists.ts';
import { bodiesOf } from '#server/app/views/bodies.ts';
import { present } from '#server/kernel/dossier.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf, formsIn, reader } from '../support/no-script.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const { world, practice, practitioner } = path;
const anybody = reader(path);
const files = () => listDossiers(world, practice.id, practitioner.account);
const factsFor = async (id: string) => (await path.factsOf({ kind: 'dossier', id })).dossier;
/** What anybody answers to a page: without what is new on each page (ids, nonces). */
const sameness = (html: string): string => html.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|nonce="[^"]*"/g, '');

const mine = {
	'persons.0.name': 'Camille Roy',
	'persons.0.language': 'fr',
	'persons.0.contact.phone': '418-555-0101',
	prefers: 'remote',
	reason: 'Conflits à la maison',
};

describe('the public form', () => {
	test('asks for whom, then how it is safe to reach them, and never who may know', async () => {
		const start = await anybody.open('/fr/request');
		expect(start.text).toContain('Pour qui demandez-vous');
		const page = await anybody.open('/fr/request?who=me');
		expect(page.text).toContain('Vous joindre sans risque');
		expect(page.text).toContain('Voir l’aide immédiate');
		const { fields } = formOf(page, 'send');
		for (const tick of ['voiceMail', 'text', 'othersMayKnow', 'callFirst'])
			expect(fields[`persons.0.contact.${tick}:b`]).toBeUndefined();
		expect(page.html).not.toMatch(/_app\/[^"]*\.js/);
	});

	test('[nb-6-g] opens a file for the practitioner, sealed under what is allowed, and tells of technology', async () => {
		const sent = await anybody.send(await anybody.open('/fr/request?who=me'), 'send', {
			...mine,
			'persons.0.contact.callFirst:b': 'yes',
			territory: 'QC',
		});
		expect(sent.address).toBe('/fr/request/received');
		expect(sent.text).toContain('d’ici 2 jours ouvrables');
		expect(sent.text).toContain('les rencontres se font à distance');
		const [file] = (await files()).filter((f) => f.label === 'Camille Roy');
		const dossier = await factsFor(file?.id ?? '');
		const [person] = present(dossier.joint.dossier);
		const own = dossier.of(person?.id ?? '');
		expect(dossier.joint.dossier).toMatchObject({ kind: 'person', state: 'request', anonymous: false });
		expect(own.intake.contact).toMatchObject({
			phone: '418-555-0101',
			voiceMail: false,
			text: false,
			othersMayKnow: false,
			callFirst: true,
		});
		expect(own.intake.techInfo).toBeDefined();
		const bodies = await bodiesOf(world, {
			practice: practice.id,
			dossier: file?.id ?? '',
			parts: ['joint'],
			seqs: [dossier.joint.intake.request?.evidence.seq],
		});
		expect([...bodies.values()][0]?.data).toMatchObject({
			reason: 'Conflits à la maison',
			territory: 'QC',
			via: 'form',
		});
	});

	test('makes a couple of two, and lets more join a family without losing a word', async () => {
		await anybody.send(await anybody.open('/fr/request?who=couple'), 'send', {
			...mine,
			'persons.0.name': 'Jo Blais',
			'persons.1.name': 'Sam Côté',
			'persons.1.contact.email': 'sam@example.org',
		});
		const couple = (await files()).find((f) => f.label === 'Jo Blais, Sam Côté');
		expect(couple?.kind).toBe('couple');
		const persons = present((await factsFor(couple?.id ?? '')).joint.dossier);
		expect(persons.map((p) => [p.name, p.roles])).toEqual([
			['Jo Blais', ['requester', 'beneficiary']],
			['Sam Côté', ['beneficiary']],
		]);

		const family = await anybody.open('/fr/request?who=family');
		const form = formOf(family, 'send');
		const more = await path.post(undefined, '/fr/request?/more', {
			...(form.fields as Record<string, string>),
			...mine,
			'persons.0.name': 'Lou Roy',
		});
		const again = formsIn(more.text).find((f) => f.action === '?/send');
		expect(again?.fields).toMatchObject({ many: '3', who: 'family', 'persons.0.name': 'Lou Roy', reason: mine.reason });
		expect(again?.fields).toHaveProperty('persons.2.id');
	});

	test('takes somebody without a name, and somebody who asks for another', async () => {
		await anybody.send(await anybody.open('/fr/request?who=anonymous'), 'send', { ...mine, 'persons.0.name': 'Lune' });
		const lune = (await files()).find((f) => f.label === 'Lune');
		expect((await factsFor(lune?.id ?? '')).joint.dossier.anonymous).toBe(true);
		await anybody.send(await anybody.open('/fr/request?who=other'), 'send', {
			...mine,
			'persons.0.name': 'Ana Roy',
			'persons.1.name': 'Théo Roy',
		});
		const other = (await files()).find((f) => f.label === 'Ana Roy, Théo Roy');
		expect(present((await factsFor(other?.id ?? '')).joint.dossier).map((p) => p.roles)).toEqual([
			['requester'],
			['beneficiary'],
		]);
	});

	test('keeps what was typed when nobody could answer, and opens nothing', async () => {
		const before = (await files()).length;
		const { 'persons.0.contact.phone': _, ...unreachable } = mine;
		const page = await anybody.send(await anybody.open('/fr/request?who=me'), 'send', {
			...unreachable,
			'persons.0.name': 'Personne',
		});
		expect(page.status).toBe(422);
		expect(page.text).toContain('Donnez au moins un moyen de vous joindre');
		expect(formOf(page, 'send').fields).toMatchObject({ 'persons.0.name': 'Personne', reason: mine.reason, who: 'me' });
		const elsewhere = await anybody.send(await anybody.open('/fr/request?who=me'), 'send', {
			...mine,
			practitioner: world.newId(),
		});
		expect(elsewhere.status).toBe(422);
		expect((await files()).length).toBe(before);
	});

	test('sent twice opens one file', async () => {
		const page = await anybody.open('/fr/request?who=me');
		const once = await anybody.send(page, 'send', { ...mine, 'persons.0.name': 'Deux Fois' });
		const twice = await anybody.send(page, 'send', { ...mine, 'persons.0.name': 'Deux Fois' });
		expect([once.address, twice.address]).toEqual(['/fr/request/received', '/fr/request/received']);
		expect((await files()).filter((f) => f.label === 'Deux Fois')).toHaveLength(1);
	});

	test('is answered in the same words whoever sends it: a client, a stranger, a member of the practice', async () => {
		const client = await path.newAccount('client', 'Camille Roy');
		const known = reader(path, { account: client, assurance: 'code' });
		const member = reader(path, practitioner.actor);
		const answers = [];
		for (const [who, name] of [
			[anybody, 'Inconnue Totale'],
			[known, 'Camille Roy'],
			[member, 'Camille Roy'],
		] as const) {
			const answer = await who.send(await who.open('/fr/request?who=me'), 'send', { ...mine, 'persons.0.name': name });
			answers.push([answer.address, sameness(answer.html)]);
		}
		expect(answers[1]).toEqual(answers[0]);
		expect(answers[2]).toEqual(answers[0]);
	});

	test('speaks English to who asks in English, and keeps it', async () => {
		const sent = await anybody.send(await anybody.open('/en/request?who=me'), 'send', {
			...mine,
			'persons.0.name': 'Robin Lee',
			'persons.0.language': 'en',
		});
		expect(sent.text).toContain('We have your request');
		const file = (await files()).find((f) => f.label === 'Robin Lee');
		expect(present((await factsFor(file?.id ?? '')).joint.dossier)[0]?.language).toBe('en');
	});

	test('lets the person choose with whom, where there are several', async () => {
		const account = await path.newAccount('member', 'Luc Roy');
		await path.does(practitioner.actor, practice, 'member.join', { account, name: 'Luc Roy', roles: ['practitioner'] });
		const page = await anybody.open('/fr/request?who=me');
		expect(page.text).toContain('Luc Roy');
		await anybody.send(page, 'send', { ...mine, 'persons.0.name': 'Pour Luc', practitioner: account });
		expect((await listDossiers(world, practice.id, account)).map((f) => f.label)).toEqual(['Pour Luc']);
		await path.does(practitioner.actor, practice, 'member.leave', { account });
	});

	test('slows a machine that floods it, and never help now', async () => {
		const flooded = await openHttpPath(web);
		const machine = reader(flooded);
		const page = await machine.open('/fr/request?who=me');
		let last = page;
		for (let i = 0; i < 31; i++)
			last = await machine.send(
				{ ...page, html: page.html.replace(/(name="_attempt" value=")[^"]*/, `$1${flooded.world.newId()}`) },
				'send',
				{ ...mine, dossier: flooded.world.newId(), 'persons.0.id': flooded.world.newId() },
			);
		expect(last.text).toContain('beaucoup de demandes sont parties de cet endroit');
		expect((await machine.open('/fr/help')).status).toBe(200);
	});
});

describe('a request noted after a call', () => {
	test('opens the file with each person’s place, and leads to it', async () => {
		const eve = reader(path, practitioner.actor);
		const page = await eve.open('/fr/office/clients/new');
		const opened = await eve.send(page, 'send', {
			...mine,
			via: 'phone',
			kind: 'person',
			'persons.0.name': 'Au Téléphone',
		});
		expect(opened.address).toMatch(/^\/fr\/office\/clients\/[0-9a-f-]{36}$/);
		expect(opened.text).toContain('À faire maintenant');
		expect(opened.text).toContain('Au Téléphone');
	});

	test('is not for strangers or clients', async () => {
		expect((await anybody.open('/fr/office/clients/new')).status).toBe(303);
		const client = await path.newAccount('client', 'Camille Roy');
		expect((await reader(path, { account: client, assurance: 'code' }).open('/fr/office/clients/new')).status).toBe(
			404,
		);
	});
});
