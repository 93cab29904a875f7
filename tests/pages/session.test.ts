import { describe, expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, mendOf, reader } from '../support/no-script.ts';
import { request, walkStep } from '../support/path.ts';
import { at, meetingsIn, person } from './meetings.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const eve = path.practitioner.actor;
const { open, send, factsOf, inCare, openRoom, visit, arrives, admits, met } = meetingsIn(path);
const sessionsOf = async (client: Parameters<typeof factsOf>[0]) => (await factsOf(client)).joint.sessions;

describe('appointments', () => {
	const soon = (days: number, hour = 14) => {
		const day = new Date(path.world.now() + days * 86_400_000).toISOString().slice(0, 10);
		return { 'startsAt:t': `${day}T${String(hour).padStart(2, '0')}:30`, 'length:n': '50' };
	};

	test('are booked in the time of a place, moved, and called off', async () => {
		const client = await inCare();
		const page = await open(at(client, 'appointments'));
		const letters = async () => (await open('/fr/office/outbox')).text.split('camille@example.org').length;
		const before = await letters();
		const booked = await send(page, 'book', {
			purpose: 'service',
			mode: 'inPerson',
			zone: 'America/Vancouver',
			...soon(20),
		});
		expect(booked.text).toContain('14 h 30 à 15 h 20');
		expect(booked.text).toContain('À votre heure');
		// No mail server is set here: the invitation waits, to leave by itself.
		expect(await letters()).toBe(before + 1);
		const [one] = Object.values((await factsOf(client)).joint.scheduling.appointments);
		expect(one).toMatchObject({
			mode: 'inPerson',
			zone: 'America/Vancouver',
			persons: [person(client).id],
			practitioner: path.practitioner.account,
		});
		expect(new Date(one?.startsAt ?? 0).toISOString()).toMatch(/T(21|22):30/);
		const moved = await send(booked, `move:${one?.id}`, { ...soon(21, 9), zone: 'America/Toronto' });
		expect(moved.text).toContain('9 h 30 à 10 h 20');
		const off = await send(moved, `cancel:${one?.id}`);
		expect(off.text).toContain('annulé');
		expect((await factsOf(client)).joint.scheduling.appointments[one?.id ?? '']?.state).toBe('cancelled');
	});

	test('two at the same time cannot be: said in plain words, and what was typed stays', async () => {
		const [first, second] = [await inCare(), await inCare(['Paul Blais'])];
		const when = { purpose: 'service', mode: 'video', ...soon(30) };
		await send(await open(at(first, 'appointments')), 'book', when);
		const taken = await send(await open(at(second, 'appointments')), 'book', when);
		expect(taken.status).toBe(422);
		expect(taken.text).toContain('cette heure est déjà prise');
		expect(formOf(taken, 'book').fields).toMatchObject({ mode: 'video', 'startsAt:t': when['startsAt:t'] });
	});

	test('[qc-2.07-a] a first service waits for the preliminary assessment; an interview, in person or not, does not', async () => {
		const client = await inCare(['Camille Roy'], ['assessment', 'accept', 'consent']);
		const page = await open(at(client, 'appointments'));
		const refused = await send(page, 'book', { purpose: 'service', mode: 'video', ...soon(40) });
		expect(dutiesOf(refused)).toEqual(['qc-2.07-a']);
		expect(mendOf(refused)).toContain('/assessment?for=');
		const booked = await send(refused, 'book', { purpose: 'initialInterview', mode: 'inPerson' });
		expect(booked.text).toContain('Le rendez-vous est pris');
	});

	test('a wrong day, no length, no purpose: said beside the field, nothing written', async () => {
		const client = await inCare();
		const page = await open(at(client, 'appointments'));
		const wrong = await send(page, 'book', { purpose: '', mode: 'video', 'startsAt:t': 'demain', 'length:n': '' });
		expect(wrong.status).toBe(422);
		expect(wrong.text).toContain('Donnez une date et une heure.');
		expect(Object.keys((await factsOf(client)).joint.scheduling.appointments)).toEqual([]);
	});

	test('the desk books and sees names and times: not why, not by which means, no room', async () => {
		const guy = await path.newAccount('member', 'Guy Leblanc');
		await path.does(eve, path.practice, 'member.join', { account: guy, name: 'Guy Leblanc', roles: ['receptionist'] });
		const desk = reader(path, { account: guy, assurance: 'passkey' });
		const client = await inCare();
		const page = await desk.open(at(client, 'appointments'));
		const booked = await desk.send(page, 'book', { purpose: 'safety', mode: 'telephone', ...soon(60) });
		const [, list = ''] = booked.html.split('<h1');
		const [coming = ''] = list.split('value="safety"');
		expect(coming).toContain('Camille Roy');
		for (const kept of ['Téléphone', 'Sécurité', 'Ouvrir la salle']) expect(coming).not.toContain(kept);
		expect(booked.html).not.toContain('action="?/open');
		for (const place of ['notes', 'messages', 'timeline'])
			expect((await desk.open(at(client, place))).status).toBe(404);
	});

	test('the room of an appointment opens with one press', async () => {
		const client = await inCare();
		const booked = await send(await open(at(client, 'appointments')), 'book', {
			purpose: 'service',
			mode: 'video',
			...soon(50),
		});
		const [one] = Object.values((await factsOf(client)).joint.scheduling.appointments);
		const room = await send(booked, `open:${one?.id}`);
		expect(room.address).toMatch(new RegExp(`^/fr/room/${client.dossier.id}/[0-9a-f-]{36}$`));
		const [session] = Object.values((await sessionsOf(client)).open);
		expect(session).toMatchObject({
			purpose: 'service',
			mode: 'video',
			appointment: one?.id,
			persons: [person(client).id],
			practitionerTerritory: 'QC',
		});
		expect((await open(at(client, 'appointments'))).text).toContain('Aller dans la salle');
	});
});

describe('arrival', () => {
	test('[qc-2.04-b] says where one is, answered in silence; help of that place and what to do if the line drops are there', async () => {
		const client = await inCare();
		const room = await openRoom(client);
		const before = await visit(client, room);
		expect(before.text).toContain('Où êtes-vous aujourd’hui');
		expect(before.text).toMatch(/Si elle ne revient pas en 5 minutes, Ève Tremblay vous appelle/);
		const after = await arrives(client, room, { alone: 'no', callBack: '418 555-0177' });
		expect(after.text).toContain('Salle d’attente');
		expect(after.text).toContain('Appeler le 911');
		expect(after.html).toContain('http-equiv="refresh"');
		expect(after.text).not.toContain('quelqu’un peut entendre : ');
		const seen = await open(room.address);
		for (const told of [
			'Rimouski, Québec',
			'non, quelqu’un peut entendre',
			'418 555-0177',
			'non vérifié',
			'Urgence : 911',
		])
			expect(seen.text).toContain(told);
	});

	test('is one press for who comes back to the same place', async () => {
		const client = await inCare();
		await met(client);
		const room = await openRoom(client);
		const side = reader(path, person(client).actor);
		const page = await side.open(room.address);
		expect(page.text).toContain('Comme la dernière fois : Rimouski, Québec');
		const after = await side.send(page, `arrive:${person(client).id}-same`);
		expect(after.text).toContain('Vous avez dit où vous êtes : Rimouski, Québec.');
		expect((await open(room.address)).text).toContain('Rimouski, Québec');
	});

	test('[qc-2.04-b] the province alone is enough; nothing at all takes a signed reason, and the client is never told of a refusal', async () => {
		const client = await inCare();
		const { id, actor } = person(client);
		const room = await openRoom(client);
		const side = reader(path, actor);
		const silent = await side.send(await side.open(room.address), `arrive:${id}-withheld`);
		expect(silent.text).toContain('Salle d’attente');
		const refused = await admits(client, room);
		expect(dutiesOf(refused)).toEqual(['qc-2.04-b']);
		expect(refused.text).toContain('préfère ne pas le dire');
		expect((await side.open(room.address)).text).not.toContain('Pas encore possible');
		const mend = await open(mendOf(refused) ?? '');
		const back = await send(mend, `place:${id}-reason`, { reason: 'Appel d’une cabine, en détresse.' });
		expect(back.address).toContain('?resume=');
		const inside = await send(back, `admit:${id}`);
		expect(inside.text).toContain('Dans la salle');

		const other = await openRoom(client);
		await side.send(await side.open(other.address), `arrive:${id}-withheld`, { territory: 'NB' });
		await admits(client, other);
		expect((await sessionsOf(client)).open[other.address.split('/').at(-1) ?? '']?.admitted).toEqual([id]);
	});

	test('by voice is noted by the practitioner, as the person’s own word', async () => {
		const client = await inCare();
		const room = await openRoom(client, { by: 'telephone:x' });
		expect(room.text).toContain('Appelez la personne à son numéro');
		const noted = await send(room, `arrive:${person(client).id}-new`, {
			territory: 'QC',
			town: 'Matane',
			alone: 'yes',
		});
		expect(noted.text).toContain('Matane, Québec');
		expect((await factsOf(client)).of(person(client).id).identity.arrival).toMatchObject({
			town: 'Matane',
			alone: 'yes',
		});
		const started = await admits(client, room);
		expect(started.text).toContain('La rencontre a commencé');
	});

	test('in person is one press, and asks no place of the person', async () => {
		const client = await inCare();
		const room = await openRoom(client, { by: 'inPerson:inPerson' });
		await send(room, `place:${person(client).id}-here`);
		const started = await admits(client, room);
		expect(started.text).toContain('La rencontre a commencé');
		expect((await factsOf(client)).of(person(client).id).identity.lastPlace).toBeUndefined();
	});
});

describe('before letting in', () => {
	test('[qc-1.09-b] [qc-3.03-b] another territory is said before, with its rules one press away', async () => {
		const client = await inCare();
		const room = await openRoom(client);
		await arrives(client, room, { territory: 'ON', town: 'Ottawa' });
		const seen = await open(room.address);
		expect(seen.text).toContain('Camille Roy est en Ontario');
		expect(seen.html).toContain('/fr/office/me/territories#ON');
		for (const duty of ['qc-1.09-b', 'qc-3.03-b']) expect(seen.html).toContain(`/fr/norms/${duty}"`);
		const refused = await send(await admits(client, room), 'start');
		expect(dutiesOf(refused)).toEqual(['qc-1.09-b', 'qc-3.03-b']);
		const check = {
			sheetOf: '2026-11-01',
			rulesRead: true,
			orderRulesRead: true,
			privacyRead: true,
			authorisation: { kind: 'notRequired' },
			until: '2027-11-01',
		};
		await path.does(eve, path.practitioner.journal, 'territory.check', { territory: 'ON', ...check });
		expect((await send(await open(room.address), 'start')).text).toContain('La rencontre a commencé');
	});

	test('[qc-2.08-g] a new town makes the supports and emergency services on file stale: a warning, not a wall', async () => {
		const client = await inCare();
		const room = await openRoom(client);
		await arrives(client, room, { town: 'Gaspé' });
		const seen = await open(room.address);
		expect(seen.text).toContain('Camille Roy n’est plus à Rimouski');
		expect(seen.html).toContain(`${at(client, 'assessment')}#p-${person(client).id}`);
		expect((await admits(client, room)).text).toContain('La rencontre a commencé');
	});

	test('[qc-2.01-c] the partner who has not consented is held at the door; the other is seen alone', async () => {
		const couple = await inCare(['Dominique Gagnon', 'Alix Morin'], ['consent']);
		const [one, two] = couple.persons;
		await walkStep(path, { ...couple, persons: one ? [one] : [] }, 'consent');
		const room = await openRoom(couple, { 'persons[]': [one?.id ?? '', two?.id ?? ''] });
		await arrives(couple, room, {}, 0);
		await arrives(couple, room, {}, 1);
		const held = await admits(couple, room, 1);
		expect(dutiesOf(held)).toContain('qc-2.01-c');
		expect(mendOf(held)).toMatch(new RegExp(`/consent\\?for=[0-9a-f-]{36}#p-${two?.id}$`));
		await admits(couple, room, 0);
		expect((await sessionsOf(couple)).open[room.address.split('/').at(-1) ?? '']?.admitted).toEqual([one?.id]);
		expect((await reader(path, two?.actor).open(room.address)).text).toContain('Salle d’attente');
	});

	test('[qc-3.07] with several persons, who was not told about the others’ discretion is held; one alone is never asked', async () => {
		const couple = await inCare(['Dominique Gagnon', 'Alix Morin'], ['notices', 'channels', 'consent']);
		for (const p of couple.persons) {
			const notices = { 'channelRisks.video': 1, 'channelRisks.internet': 1, thirdParties: 9, thirdPartyMessaging: 1 };
			await path.does(p.actor, couple.dossier, 'notice.acknowledge', { person: p.id, notices, means: 'signature' });
		}
		await walkStep(path, couple, 'channels');
		await walkStep(path, couple, 'consent');
		const room = await openRoom(couple, { 'persons[]': couple.persons.map((p) => p.id) });
		await arrives(couple, room);
		expect(dutiesOf(await admits(couple, room))).toContain('qc-3.07');
		const alone = await inCare(['Paul Blais'], ['notices', 'channels', 'consent']);
		const other = await openRoom(alone);
		await arrives(alone, other);
		const held = await admits(alone, other);
		expect(held.html).toContain('/fr/norms/qc-2.01-c"');
		expect(held.html).not.toContain('/fr/norms/qc-3.07"');
	});

	test('[qc-2.03-c] what is missing is told before the button, and the button says the same; mended, the meeting starts', async () => {
		const client = await inCare();
		const { id, actor } = person(client);
		await path.does(actor, client.dossier, 'question.ask', {
			person: id,
			document: 'services',
			clause: 'fees',
			text: 'Et si j’annule ?',
		});
		const [question] = Object.keys((await factsOf(client)).of(id).consent.questions);
		const room = await openRoom(client);
		await arrives(client, room);
		const seen = await admits(client, room);
		expect(seen.text).toContain('Avant de commencer, il manque encore');
		const refused = await send(seen, 'start');
		expect(dutiesOf(refused)).toEqual(['qc-2.03-c']);
		expect(mendOf(refused)).toMatch(new RegExp(`/questions\\?for=[0-9a-f-]{36}#p-${id}$`));
		await path.does(eve, client.dossier, 'question.answer', {
			person: id,
			id: question,
			text: 'Rien à payer, la veille.',
			orally: false,
		});
		await path.does(actor, client.dossier, 'question.settle', { person: id, id: question, means: 'signature' });
		expect((await send(await open(room.address), 'start')).text).toContain('La rencontre a commencé');
	});

	test('safety first: with a reason, the meeting starts whatever is missing, and what was skipped is on file', async () => {
		const client = await request(path, { names: ['Sacha Côté'] });
		const room = await openRoom(client);
		await arrives(client, room);
		await admits(client, room, 0, { _safety: 'Idées suicidaires au téléphone.' });
		const started = await send(await open(room.address), 'start', { _safety: 'Idées suicidaires au téléphone.' });
		expect(started.text).toContain('La rencontre a commencé');
		const { skipped } = (await factsOf(client)).joint.dossier;
		expect(skipped.map((s) => s.duty)).toEqual(expect.arrayContaining(['qc-2.01-c', 'qc-2.01-a']));
	});
});

test('the room bears the neutral name on the side of who is accompanied', async () => {
	const client = await inCare();
	const room = await openRoom(client);
	const headOf = async (actor: typeof eve) => (await path.page(actor, room.address)).text.split('<main')[0];
	expect(await headOf(person(client).actor)).toContain('Agenda');
	expect(await headOf(eve)).not.toContain('Agenda');
});

describe('strangers', () => {
	test('a room is nobody’s but theirs: other clients, the partner who is not expected, nobody signed in', async () => {
		const couple = await inCare(['Dominique Gagnon', 'Alix Morin']);
		const [one, two] = couple.persons;
		const room = await openRoom(couple, { 'persons[]': [one?.id ?? ''] });
		const other = await inCare(['Paul Blais']);
		expect((await reader(path, two?.actor).open(room.address)).status).toBe(404);
		expect((await reader(path, person(other).actor).open(room.address)).status).toBe(404);
		expect((await reader(path).open(room.address)).status).toBe(303);
		for (const end of ['events', 'changes'])
			expect((await path.page(person(other).actor, `${room.address}/${end}`)).status).toBe(404);
	});

	test('no picture passes before the start, nor to who was not let in, nor after the end', async () => {
		const client = await inCare();
		const room = await openRoom(client);
		await arrives(client, room);
		const events = (actor: typeof eve) => path.page(actor, `${room.address}/signal`).then((r) => r.status);
		const signal = async (actor: typeof eve) => (await path.post(actor, `${room.address}/signal`, {})).status;
		expect(await signal(person(client).actor)).toBe(404);
		expect(await signal(eve)).toBe(404);
		await admits(client, room);
		expect(await signal(person(client).actor)).toBe(400);
		await send(await open(room.address), 'end');
		expect(await signal(person(client).actor)).toBe(404);
		expect(await events(eve)).toBeGreaterThanOrEqual(400);
		expect((await visit(client, room)).text).toContain('La rencontre est terminée');
		expect((await open(room.address)).text).toContain('Cette rencontre est terminée');
	});
});
