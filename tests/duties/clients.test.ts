import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { asSystem } from '#server/app/practices.ts';
import { accessOf } from '#server/journal/access.ts';
import { accompanied, deskOf, portal } from '../support/desk.ts';
import { onTheWay } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Fields, formOf, reader } from '../support/no-script.ts';
import { type Client, makeReady, walk, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

test('[def-qc-client-b] a request, declined, stays a record like any other: sealed, seen by its addressee alone, its readings logged, its time of keeping said', async () => {
	const bare = await openHttpPath(web, { bare: true });
	const desk = deskOf(bare);
	const secret = 'Violence-conjugale-à-Matane';
	const anybody = reader(bare);
	await anybody.send(await anybody.open('/fr/request?who=me'), 'send', {
		'persons.0.name': 'Solange Paré',
		'persons.0.language': 'fr',
		'persons.0.contact.phone': '418-555-0111',
		prefers: 'remote',
		reason: secret,
	});
	const list = await desk.open('/fr/office/clients');
	const id = /clients\/([0-9a-f-]{36})"[^>]*>Solange Paré/.exec(list.html)?.[1] ?? '';
	const client = { dossier: { kind: 'dossier', id } } as const;
	expect(await desk.lacks(client)).toContain('def-qc-client-b');
	await makeReady(bare, 'QC');
	expect(await desk.lacks(client)).not.toContain('def-qc-client-b');

	await bare.does(bare.practitioner.actor, client.dossier, 'referral.record', {
		outcome: 'given',
		to: 'Maison d’hébergement',
		reason: 'Plus proche et ouverte jour et nuit.',
		told: 'oral',
	});
	await desk.fills(client, 'decision', 'decline', { reason: 'Une autre ressource convient mieux.' });
	const after = await desk.open(desk.at(client, ''));
	expect(after.text).toMatch(/Elle se garde comme tout dossier, au moins jusqu’au [^.]* 203\d/);
	expect(after.text).toContain(secret);

	const rows = await bare.world.db.transaction().execute(async (tx) => {
		await sql`select set_config('app.practice_id', ${bare.practice.id}, true)`.execute(tx);
		return (await sql<{ line: string }>`select entry::text as line from entry where journal_id = ${id}`.execute(tx))
			.rows;
	});
	expect(rows.length).toBeGreaterThan(3);
	for (const { line } of rows)
		for (const form of [secret, Buffer.from(secret).toString('hex'), 'Solange']) expect(line).not.toContain(form);

	const colleague = await bare.newAccount('member', 'Luc Roy');
	await bare.does(bare.practitioner.actor, bare.practice, 'member.join', {
		account: colleague,
		name: 'Luc Roy',
		roles: ['practitioner'],
	});
	const luc = { account: colleague, assurance: 'passkey' } as const;
	expect((await bare.page(luc, desk.at(client, 'timeline'))).status).toBe(404);
	expect((await bare.page(luc, '/fr/office/clients')).text).not.toContain('Solange');
	const opened = await accessOf(bare.world, bare.practice.id, id);
	expect(opened.filter((l) => l.account === bare.practitioner.account).length).toBeGreaterThan(1);
});

/** A request by mandate, typed at the office: the agency asks, one person is served. */
async function mandated(path: HttpPath): Promise<Client & { readonly person: string; readonly agency: string }> {
	const desk = deskOf(path);
	const file = await desk.send(await desk.open('/fr/office/clients/new'), 'send', {
		via: 'mandate',
		kind: 'person',
		reason: 'Suivi ordonné',
		prefers: 'either',
		'persons.0.name': 'Marc Boudreau',
		'persons.0.language': 'fr',
		'persons.0.roles[]': ['requester', 'beneficiary'],
		'persons.0.contact.phone': '506-555-0177',
	});
	const id = file.address.split('/').at(-1) ?? '';
	const dossier = { kind: 'dossier', id } as const;
	const [person = ''] = Object.keys((await path.factsOf(dossier)).dossier.joint.dossier.persons);
	expect(await desk.lacks({ dossier })).toContain('def-nb-client-b');
	const page = await desk.open(desk.at({ dossier }, 'persons'));
	await desk.send(page, 'add', {
		'persons.0.name': 'Ministère du Développement social',
		'persons.0.body:b': 'yes',
		'persons.0.roles[]': ['requester'],
		'persons.0.contact.phone': '506-555-0100',
	});
	const persons = (await path.factsOf(dossier)).dossier.joint.dossier.persons;
	const agency = Object.values(persons).find((p) => p.body)?.id ?? '';
	return { dossier, person, agency, persons: [{ id: person, actor: path.practitioner.actor }] };
}

test('[def-nb-client-b] a mandate asked by an agency: two parties, the mandate on file, consent to services and to reporting asked apart', async () => {
	const desk = deskOf(nb);
	const client = await mandated(nb);
	const { person, agency } = client;
	expect(await desk.mend(client, 'def-nb-client-b')).toContain('/mandate');
	const asks = { kind: 'court', issuer: 'Cour du Banc du Roi', on: '2026-11-02' };
	const record = await desk.fills(client, 'mandate', 'record', {
		...asks,
		requester: agency,
		'reporting:b': 'yes',
	});
	expect(record.text).toContain('il reste à dire quel rapport est demandé');
	await desk.fills(client, 'mandate', 'record', {
		...asks,
		requester: agency,
		'reporting:b': 'yes',
		asks: 'Présences, chaque mois, au ministère',
	});
	expect(await desk.mend(client, 'def-nb-client-b')).toContain('/uses');
	const ask = { use: 'reporting', scope: 'Vos présences, chaque mois, au ministère, rien de plus' };
	expect((await desk.fills(client, 'uses', `ask:${person}`, ask)).text).toContain(
		'il reste à dire ce que change un non',
	);
	await desk.fills(client, 'uses', `ask:${person}`, {
		...ask,
		consequence: 'Le ministère saura que vous ne voulez pas de rapport. Vos rencontres continuent.',
	});
	expect(await desk.lacks(client)).toContain('def-nb-client-b');
	const [use] = Object.keys((await nb.factsOf(client.dossier)).dossier.of(person).uses.uses);
	await desk.fills(client, 'uses', `no:${use}`, { means: 'oral' });
	expect(await desk.lacks(client)).not.toContain('def-nb-client-b');
	const file = await desk.open(desk.at(client, 'mandate'));
	for (const said of ['Demandé par : Ministère du Développement social', 'Reçoivent le service : Marc Boudreau', 'non'])
		expect(file.text).toContain(said);

	await walkStep(nb, client, 'home');
	await walkStep(nb, client, 'package');
	await accompanied(nb, client);
	await desk.fills(client, 'interview', `offer:${person}`);
	await desk.fills(client, 'consent', `record:${person}`, { means: 'paper', witness: 'Luc Roy' });
	expect((await nb.factsOf(client.dossier)).dossier.of(person).consent.given).toBeDefined();
	expect(Object.values((await nb.factsOf(client.dossier)).dossier.of(person).uses.uses)[0]?.state).toBe('refused');
});

const sixKinds = {
	person: [['Ana Roy', ['requester', 'beneficiary']]],
	couple: [
		['Léa Roy', ['requester', 'beneficiary']],
		['Noé Caron', ['beneficiary']],
	],
	family: [
		['Lou Roy', ['requester', 'payer', 'beneficiary']],
		['Zoé Roy', ['beneficiary']],
	],
	group: [
		['Ève Paul', ['requester', 'beneficiary']],
		['Max Lord', ['beneficiary']],
	],
	organisation: [
		['Coop du Port', ['requester', 'beneficiary', 'payer'], 'body'],
		['Lise Roy', ['representative']],
	],
	community: [
		['Conseil de bande', ['beneficiary'], 'body'],
		['Aîné Paul', ['requester', 'representative']],
	],
} as const;

/** One client of that kind, through the office form, each person with their own language, place and way to be reached. */
async function ofKind(path: HttpPath, kind: keyof typeof sixKinds): Promise<Client> {
	const desk = deskOf(path);
	const named: readonly (readonly [string, readonly string[], string?])[] = sixKinds[kind];
	let page = await desk.open('/fr/office/clients/new');
	const typed: Fields = {
		via: 'inPerson',
		kind,
		reason: 'Première demande',
		prefers: 'either',
		...Object.assign(
			{},
			...named.map(([name, roles, body], i) => ({
				[`persons.${i}.name`]: name,
				[`persons.${i}.language`]: i === 0 ? 'fr' : 'en',
				[`persons.${i}.roles[]`]: roles,
				[`persons.${i}.contact.email`]: `${kind}${i}@example.org`,
				...(body && { [`persons.${i}.body:b`]: 'yes' }),
			})),
		),
	};
	if (named.length > 1) {
		const fields = Object.entries({ ...formOf(page, 'send').fields, ...typed });
		const pairs = fields.flatMap(([field, value]) => [value].flat().map((v) => [field, v]));
		const more = await path.post(path.practitioner.actor, '/fr/office/clients/new?/more', pairs as never);
		page = { ...page, html: more.text };
	}
	const file = await desk.send(page, 'send', typed);
	const dossier = { kind: 'dossier', id: file.address.split('/').at(-1) ?? '' } as const;
	const persons = Object.values((await path.factsOf(dossier)).dossier.joint.dossier.persons);
	return { dossier, persons: persons.map(({ id }) => ({ id, actor: path.practitioner.actor })) };
}

/** Give a person of a file an account that is linked to them. */
async function linked(path: HttpPath, { dossier }: Client, person: string, name: string) {
	const account = await path.newAccount('client', name);
	await asSystem(path.world, path.practice.id, dossier, 'person.link', { person, account });
	return { account, assurance: 'code' } as const;
}

for (const [order, path, duty] of [
	['Québec', qc, 'def-qc-client-a'],
	['New Brunswick', nb, 'def-nb-client-a'],
] as const)
	test(`[${duty}] in ${order}, one client of each of the six kinds; a body is one once somebody with proof of authority speaks for it`, async () => {
		const desk = deskOf(path);
		for (const kind of Object.keys(sixKinds) as (keyof typeof sixKinds)[]) {
			const client = await ofKind(path, kind);
			const { dossier } = (await path.factsOf(client.dossier)).dossier.joint;
			expect(dossier.kind).toBe(kind);
			expect(Object.values(dossier.persons).map((p) => [p.name, p.roles])).toEqual(
				sixKinds[kind].map(([name, roles]) => [name, roles]),
			);
			const isBody = kind === 'organisation' || kind === 'community';
			const lacks = await desk.lacks(client);
			if (!isBody) expect(lacks).not.toContain(duty);
			if (!isBody) continue;
			expect(lacks).toContain(duty);
			const [of, by] = client.persons.map((p) => p.id);
			const naming = { of: of ?? '', by: by ?? '', authority: 'mandatary' };
			await desk.fills(client, 'persons', 'represent', naming);
			expect(await desk.lacks(client)).toContain(duty);
			await desk.fills(client, 'persons', 'represent', { ...naming, 'proofSeen:b': 'yes' });
			expect(await desk.lacks(client)).not.toContain(duty);
		}
	});

test('[def-nb-client-a] for a body its representative signs; its staff reach no individual’s file', async () => {
	const body = await ofKind(nb, 'organisation');
	const [coop, lise] = body.persons.map((p) => p.id);
	const desk = deskOf(nb);
	expect(await desk.lacks(body)).toContain('def-nb-client-a');
	await desk.fills(body, 'persons', 'represent', {
		of: coop ?? '',
		by: lise ?? '',
		authority: 'mandatary',
		'proofSeen:b': 'yes',
	});
	const actor = await linked(nb, body, lise ?? '', 'Lise Roy');
	const client: Client = { dossier: body.dossier, persons: [{ id: coop ?? '', actor }] };
	for (const step of ['home', 'package', 'explain', 'capacity', 'discussion', 'needs', 'questions', 'consent'] as const)
		await walkStep(nb, client, step);
	expect((await nb.factsOf(body.dossier)).dossier.of(coop ?? '').consent.given).toMatchObject({ by: 'representative' });
	const { client: individual } = await onTheWay(nb, [], ['Dominique Roy']);
	for (const place of ['', 'file', 'read']) expect((await nb.page(actor, portal(individual, place))).status).toBe(404);
});

test('[def-qc-client-a] each partner of a couple has their own identity check, consent, way to be reached and view; neither sees the other’s private exchanges', async () => {
	const desk = deskOf(qc);
	const couple = await ofKind(qc, 'couple');
	const [lea = '', noe = ''] = couple.persons.map((p) => p.id);
	await desk.fills(couple, 'persons', `contact:${noe}`, { 'contact.email': 'couple0@example.org' });
	expect(await desk.lacks(couple)).toContain('def-qc-client-a');
	await desk.fills(couple, 'persons', `contact:${noe}`, { 'contact.email': 'noe@example.org' });
	expect(await desk.lacks(couple)).not.toContain('def-qc-client-a');
	const client: Client = {
		dossier: couple.dossier,
		persons: [
			{ id: lea, actor: await linked(qc, couple, lea, 'Léa Roy') },
			{ id: noe, actor: await linked(qc, couple, noe, 'Noé Caron') },
		],
	};
	await walk(qc, client);
	const of = (await qc.factsOf(client.dossier)).dossier.of;
	for (const person of [lea, noe]) {
		expect(of(person).identity.checked).toBeDefined();
		expect(of(person).consent.given).toMatchObject({ by: 'self' });
	}
	const [hers, his] = client.persons.map((p) => reader(qc, p.actor));
	const words = 'J’ai peur de lui quand il boit.';
	const thread = qc.world.newId();
	await qc.does(client.persons[0]?.actor ?? qc.practitioner.actor, client.dossier, 'message.send', {
		id: qc.world.newId(),
		thread,
		purpose: 'care',
		channel: 'portal',
		body: words,
		person: lea,
	});
	expect((await hers?.open(portal(client, `messages/${thread}`)))?.text).toContain(words);
	for (const place of ['messages', `messages/${thread}`, 'file', 'contact'])
		expect((await his?.open(portal(client, place)))?.text).not.toContain(words);
	expect((await his?.open(portal(client, `messages/${thread}`)))?.status).toBe(404);

	await desk.fills(client, 'persons', `leave:${noe}`);
	expect((await qc.factsOf(client.dossier)).dossier.of(noe).consent.given).toBeDefined();
	expect((await his?.open(portal(client, 'file')))?.text).not.toContain(words);
	expect((await hers?.open(portal(client, `messages/${thread}`)))?.text).toContain(words);
});
