import { expect, test } from 'vitest';
import { asSystem, registerPractitioner } from '#server/app/practices.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { expectDone, expectRefused } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, mendOf, reader } from '../support/no-script.ts';
import {
	inDays,
	openSession,
	regulators,
	request,
	type Someone,
	type Step,
	startSession,
	walk,
	walkStep,
} from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);

const monthsAgo = (path: HttpPath, months: number): string =>
	Temporal.PlainDate.from(dayOf(path.world.now())).subtract({ months }).toString();

/** What the practitioner's board shows of one duty, when something is missing or due. */
async function onBoard(path: HttpPath, duty: string): Promise<string> {
	const { html } = await reader(path, path.practitioner.actor).open('/fr/office/board');
	const [missing = ''] = html.split('</h2>').slice(1, 3).slice(-1);
	const row = missing.split('<h3').find((part) => part.includes(`/norms/${duty}"`)) ?? '';
	return row.replace(/<!--[\s\S]*?-->|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('[def-qc-regulator] an entry verified 13 months ago is listed as stale, and the public page shows its date', async () => {
	const path = await openHttpPath(web);
	const { actor } = path.practitioner;
	const { open, send } = reader(path, actor);
	const old = monthsAgo(path, 13);
	await path.does(actor, path.practice, 'regulator.verify', { ...regulators.QC, verifiedOn: old });
	const stale = 'es coordonnées d’un organisme datent de près d’un an ou plus';
	expect(await onBoard(path, 'def-qc-regulator')).toContain(stale);
	expect((await open('/fr/office')).text).toContain(stale);
	const year = old.slice(0, 4);
	expect((await reader(path).open('/fr')).text).toMatch(new RegExp(`[Vv]érifiées? le .*${year}`));
	const directory = await open('/fr/office/practice/regulators');
	expect(directory.text).toContain('il y a plus d’un an');
	await send(directory, 'verify:OTSTCFQ', { verifiedOn: dayOf(path.world.now()) });
	expect((await open('/fr/office')).text).not.toContain(stale);
	expect(await onBoard(path, 'def-qc-regulator')).not.toContain(stale);
});

test('[def-qc-regulator] the directory has every province and territory, says what is not known, and keeps what one found', async () => {
	const path = await openHttpPath(web);
	const { open, send } = reader(path, path.practitioner.actor);
	const page = await open('/fr/office/practice/regulators');
	for (const place of ['Alberta', 'Yukon', 'Nunavut', 'Île-du-Prince-Édouard', 'Terre-Neuve-et-Labrador'])
		expect(page.text).toContain(place);
	expect(page.text).toContain('Organisme à trouver');
	expect(page.text).toContain('à vérifier');
	await send(page, 'verify:PEISW', {
		name: 'Conseil d’inscription',
		address: '1, rue Queen, Charlottetown',
		'phones[]': ['902-555-0100', ''],
		email: 'info@conseil.example',
		site: 'https://conseil.example',
		verifiedOn: monthsAgo(path, 14),
	});
	const again = await open('/fr/office/practice/regulators');
	expect(again.text).toContain('Conseil d’inscription');
	expect((await open('/fr/office')).text).toContain('les coordonnées d’un organisme datent');
});

/** Somebody else who meets clients here. */
async function colleague(path: HttpPath, name: string, territory: 'QC' | 'NB'): Promise<Someone> {
	const account = await path.newAccount('member', name);
	await asSystem(path.world, path.practice.id, path.practice, 'member.join', {
		account,
		name,
		roles: ['practitioner'],
	});
	await registerPractitioner(path.world, path.practice.id, account, {
		practitioner: {
			name,
			title: 'T.S.',
			order: territory === 'QC' ? 'OTSTCFQ' : 'ATSNB',
			territory,
			address: '3, rue du Moulin',
			phone: '418-555-0143',
			email: 'c@ruisseau.example',
			office: true,
		},
		permit: { regulator: 'OTSTCFQ', number: 'TS-1', from: '2026-04-01', until: '2027-04-01' },
	});
	return { account, actor: { account, assurance: 'passkey' }, journal: { kind: 'practitioner', id: account } };
}

test('[qc-1.09-a] a new rule sheet for QC: each QC practitioner gets a task to read and attest, and the page shows who has not', async () => {
	const path = await openHttpPath(web);
	const eve = reader(path, path.practitioner.actor);
	const ana = await colleague(path, 'Ana Roy', 'QC');
	await colleague(path, 'Rachel Cormier', 'NB');
	const others = reader(path, ana.actor);
	const task = 'il reste à lire les règles de chez vous, dans leur dernière édition';
	for (const side of [eve, others]) await side.send(await side.open('/fr/office/me/territories'), 'read');
	expect((await eve.open('/fr/office')).text).not.toContain(task);
	expect((await eve.open('/fr/office/practice/rules')).text).toContain('Ana Roy : lu le');
	await eve.send(await eve.open('/fr/office/practice/rules'), 'publish', {
		territory: 'QC',
		edition: dayOf(path.world.now()),
		'title.fr': 'Directives révisées',
		'title.en': 'Revised guidelines',
		'points.fr': 'Dire son numéro de permis.\nVérifier l’endroit.',
		'points.en': 'Say one’s permit number.\nCheck the place.',
		source: 'Bulletin de l’Ordre',
	});
	for (const side of [eve, others]) expect((await side.open('/fr/office')).text).toContain(task);
	expect(await onBoard(path, 'qc-1.09-a')).toContain('à faire d’ici');
	const sheet = await others.open('/fr/office/me/territories');
	expect(sheet.text).toContain('Vérifier l’endroit.');
	await others.send(sheet, 'read');
	expect((await others.open('/fr/office')).text).not.toContain(task);
	const { text } = await eve.open('/fr/office/practice/rules');
	expect(text).toContain('Ana Roy : lu le');
	expect(text).toContain('Ève Tremblay : pas encore lu');
	expect(text).not.toContain('Ana Roy : pas encore lu');
});

const assessment = (path: HttpPath, hosting: string, day = dayOf(path.world.now())) => ({
	law: 'P-39.1',
	measures: 'Accès par rôle, chiffrement, copies chiffrées, tiers nommés.',
	hosting,
	reviewedOn: day,
});

test('[qc-3.03-a] without a privacy assessment for its own territory the duty is unmet, and hosting elsewhere is refused', async () => {
	const path = await openHttpPath(web);
	const { open, send } = reader(path, path.practitioner.actor);
	const rules = '/fr/office/practice/rules';
	const missing = 'l reste à regarder la loi sur la vie privée de chez vous';
	expect(await onBoard(path, 'qc-3.03-a')).toContain(missing);
	const refused = await send(await open(rules), 'host', { territory: 'US' });
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toEqual(['qc-3.03-a']);
	expectRefused(
		await path.attempt(path.practitioner.actor, path.practice, 'hosting.choose', { territory: 'ON' }),
		'qc-3.03-a',
	);
	expectDone(await path.attempt(path.practitioner.actor, path.practice, 'hosting.choose', { territory: 'QC' }));
	const back = await send(await open(mendOf(refused) ?? ''), 'assess', assessment(path, 'US'));
	expect(back.text).toContain('Voici ce que vous aviez écrit');
	await send(back, 'host');
	expect((await path.factsOf(path.practice)).system.storage.territory).toBe('US');
	expect(await onBoard(path, 'qc-3.03-a')).not.toContain(missing);
});

test('[qc-3.03-a] an assessment older than a year, or of another place, does not do', async () => {
	const path = await openHttpPath(web);
	const { actor } = path.practitioner;
	const record = (hosting: string, day?: string) =>
		path.does(actor, path.practice, 'privacyAssessment.record', { territory: 'QC', ...assessment(path, hosting, day) });
	const host = () => path.attempt(actor, path.practice, 'hosting.choose', { territory: 'ON' });
	await record('ON', dayOf(path.world.now() - 400 * DAY));
	expectRefused(await host(), 'qc-3.03-a');
	await record('QC');
	expectRefused(await host(), 'qc-3.03-a');
	await record('ON');
	expectDone(await host());
});

const travels = async (path: HttpPath, territory: string) => {
	const client = await request(path);
	await walk(path, client);
	const session = await openSession(path, client, { arrive: false });
	const [person] = client.persons;
	if (!person) throw new Error('nobody');
	await path.does(person.actor, client.dossier, 'arrival.declare', {
		person: person.id,
		session,
		place: 'new',
		territory,
		town: 'Ottawa',
		alone: 'yes',
		callBack: '418-555-0199',
	});
	return { client, person, session, room: `/fr/room/${client.dossier.id}/${session}` };
};

test('[nb-4-b] a client in another territory: the notice and its sheet are at the door, before anybody is let in', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const { client, person, room } = await travels(path, 'ON');
	const { open, send } = reader(path, path.practitioner.actor);
	const door = await open(room);
	expect(door.text).toContain('Le service peut être réputé rendu en Ontario');
	expect(door.text).toContain('pratique électronique');
	expect(door.text).toContain('Ottawa, Ontario');
	expect(door.html.indexOf('réputé rendu')).toBeLessThan(door.html.indexOf(`?/admit`));
	const board = `/fr/office/clients/${client.dossier.id}/board`;
	const missing = 'Il reste à lire l’avis sur l’endroit où est la personne';
	expect((await open(board)).text).toContain(missing);
	const read = await send(door, `notice:${person.id}`);
	expect(read.text).toContain('Vous avez lu cet avis');
	expect((await open(board)).text).not.toContain(missing);
	expect((await path.factsOf(client.dossier)).dossier.of(person.id).place.noticesRead.ON).toMatchObject({
		sheetOf: '2026-11-01',
	});
	await send(await open(room), `admit:${person.id}`);
	expect((await open(`/fr/office/clients/${client.dossier.id}/timeline`)).text).toContain('Avis lu');
});

test('[def-qc-jurisdiction] practitioner in QC, client in NB: the session stores both, and the rules shown are the union', async () => {
	const path = await openHttpPath(web);
	const { open } = reader(path, path.practitioner.actor);
	const begun = await request(path);
	const boardOf = (id: string) => `/fr/office/clients/${id}/board`;
	expect((await open(boardOf(begun.dossier.id))).text).toContain('Il reste à noter l’endroit où vit la personne');
	const { client, person, session, room } = await travels(path, 'NB');
	const check = {
		territory: 'NB',
		sheetOf: '2026-11-22',
		rulesRead: true,
		orderRulesRead: true,
		privacyRead: true,
		authorisation: { kind: 'exemption', source: 'Lettre' },
		until: '2099-01-01',
	};
	await path.does(path.practitioner.actor, path.practitioner.journal, 'territory.check', check);
	const { text } = await open(room);
	expect(text).toContain('Vous : Québec · La personne : Nouveau-Brunswick');
	for (const rule of ['P-39.1', 'R-22.1', 'P-7.05', 'OTSTCFQ', 'ATSNB', '19 ans (Nouveau-Brunswick)', 'au moins 7 ans'])
		expect(text).toContain(rule);
	await startSession(path, client, session);
	const { sessions } = (await path.factsOf(client.dossier)).dossier.of(person.id);
	expect(sessions.placed).toMatchObject({ id: session, practitionerTerritory: 'QC', clientTerritory: 'NB' });
	expect((await open(`/fr/office/clients/${client.dossier.id}/timeline`)).text).toContain(
		'Vous : Québec · La personne : Nouveau-Brunswick',
	);
	expect((await open(boardOf(client.dossier.id))).text).not.toContain('Il reste à noter l’endroit où vit la personne');
});

test('[def-qc-jurisdiction] the place of one person of a couple is in their own part, never in the joint one', async () => {
	const path = await openHttpPath(web);
	const client = await request(path, { names: ['Dominique Gagnon', 'Alix Morin'], kind: 'couple' });
	await walk(path, client);
	await startSession(path, client, await openSession(path, client));
	const { dossier } = await path.factsOf(client.dossier);
	expect(dossier.joint.sessions.placed).toBeUndefined();
	for (const { id } of client.persons) expect(dossier.of(id).sessions.placed?.clientTerritory).toBe('QC');
});

/** Somebody in care with an appointment in person. */
async function bookedInPerson(path: HttpPath, without: readonly Step[] = []) {
	const client = await request(path);
	await walk(path, client, { without });
	const id = path.world.newId();
	await path.does(path.practitioner.actor, client.dossier, 'appointment.book', {
		id,
		purpose: 'service',
		mode: 'inPerson',
		persons: client.persons.map((p) => p.id),
		practitioner: path.practitioner.account,
		...inDays(path.world, 1),
	});
	return { client, appointment: id, person: client.persons[0]?.id ?? '' };
}

test('[def-qc-inperson] booked in person, then started by video: remote gates apply, and the record shows both', async () => {
	const path = await openHttpPath(web);
	const { client, appointment, person } = await bookedInPerson(path, ['notices', 'channels']);
	const { open, send } = reader(path, path.practitioner.actor);
	const room = await send(await open(`/fr/office/clients/${client.dossier.id}/appointments`), `open:${appointment}`);
	expect(room.text).toContain('La rencontre se fait en personne.');
	await send(room, `place:${person}-here`);
	const inside = await send(await open(room.address), `admit:${person}`);
	const [video = ''] = /value="(video:[0-9a-f-]{36})"/.exec(formOf(inside, 'start').html)?.slice(1) ?? [];
	expect(formOf(inside, 'start').fields.by).toBe('inPerson:inPerson');
	const refused = await send(inside, 'start', { by: video });
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toContain('qc-3.01');
	for (const step of ['notices', 'channels'] as const) await walkStep(path, client, step);
	expect(dutiesOf(await send(await open(room.address), 'start', { by: video }))).toContain('qc-2.04-b');
	const where = { territory: 'QC', town: 'Rimouski', alone: 'yes' };
	const placed = await send(await open(room.address), `arrive:${person}-new`, where);
	expect(placed.status).toBe(200);
	await send(await open(room.address), 'start', { by: video });
	const [session] = Object.values((await path.factsOf(client.dossier)).dossier.joint.sessions.open);
	expect(session).toMatchObject({ state: 'started', mode: 'video', planned: 'inPerson' });
	const timeline = (await open(`/fr/office/clients/${client.dossier.id}/timeline`)).text;
	expect(timeline).toMatch(/Moyen prévu au rendez-vous[^.]*en personne/);
	expect(timeline).toMatch(/Séance commencée[^.]*vidéo/);
	const ended = await send(await open(room.address), 'end', { agreed: 'À mardi.' });
	expect(ended.text).toContain('vidéo (service), prévu : en personne');
});

test('[def-qc-inperson] a room opened by video for an appointment in person does not start before it is said', async () => {
	const path = await openHttpPath(web);
	const { client, appointment, person } = await bookedInPerson(path);
	const tools = Object.values((await path.factsOf(path.practice)).practice.practice.tools);
	const tool = tools.find((t) => t.channel === 'video')?.id ?? '';
	const id = await openSession(path, client, { mode: 'video', tool, appointment });
	const { actor } = path.practitioner;
	await path.does(actor, client.dossier, 'session.admit', { id, person });
	expectRefused(await path.attempt(actor, client.dossier, 'session.start', { id }), 'def-qc-inperson');
	expectDone(await path.attempt(actor, client.dossier, 'session.start', { id, mode: 'video', tool }));
	expect((await path.factsOf(client.dossier)).dossier.joint.sessions.open[id]).toMatchObject({
		mode: 'video',
		planned: 'inPerson',
		modeSaid: true,
	});
});
