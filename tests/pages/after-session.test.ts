import { describe, expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, mendOf, reader } from '../support/no-script.ts';
import { openSession, request, type Step, walk, walkStep } from '../support/path.ts';
import { at, meetingsIn, person, written } from './meetings.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const eve = path.practitioner.actor;
const { open, send, factsOf, inCare, openRoom, arrives, admits, met } = meetingsIn(path);

describe('the timeline', () => {
	test('tells every line, and one part alone when asked', async () => {
		const couple = await inCare(['Dominique Gagnon', 'Alix Morin']);
		const all = await open(at(couple, 'timeline'));
		for (const told of ['Partie de Dominique Gagnon', 'Consentement donné', 'Suivi accepté'])
			expect(all.text).toContain(told);
		const own = await open(`${at(couple, 'timeline')}?part=${person(couple).id}`);
		expect(own.text).toContain('Consentement donné');
		expect(own.text).not.toContain('Suivi accepté');
		const joint = await open(`${at(couple, 'timeline')}?part=joint`);
		expect(joint.text).toContain('Suivi accepté');
		expect(joint.text).not.toContain('Consentement donné');
	});
	test('tells like lines once, says which is which, and keeps every entry within reach', async () => {
		const client = await inCare(['Camille Roy']);
		const { html, text } = await open(at(client, 'timeline'));
		const seqs = [...html.matchAll(/id="e-(\d+)"/g)].map((m) => Number(m[1])).toSorted((a, b) => a - b);
		expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, i) => i + 1));
		expect(seqs.length).toBeGreaterThan(40);
		expect(text.match(/Document expliqué/g)?.length).toBeLessThan(seqs.length / 8);
		expect(text).toContain('Habitudes avec la technologie');
		expect(text).not.toMatch(/receptionist|practitioner|public/);
		expect(text.match(/heure de l’Est/g)?.length).toBeLessThan(5);
	});
});

test('what the board shows of a file leads to the very line; what stands in another journal leads nowhere', async () => {
	const client = await inCare();
	const { html } = await open(at(client, 'board'));
	const [, place = '', line] = /href="([^"]*\/timeline\?before=\d+)#(e-\d+)"/.exec(html) ?? [];
	expect((await open(place)).html).toContain(`id="${line}"`);
	const [, permit] = /href="\/fr\/norms\/def-qc-regulated"[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(html) ?? [];
	expect(permit).toContain('Entrée');
	expect(permit).not.toContain('href');
});

describe('the note', () => {
	test('[qc-3.05-c] opens filled in with what happened, asks for the attestation, and keeps the text', async () => {
		const client = await inCare();
		const room = await openRoom(client);
		await arrives(client, room);
		await admits(client, room);
		await send(await open(room.address), 'cut', { cause: 'network', side: 'client', fallback: 'reconnect' });
		const page = await send(await open(room.address), 'end', { agreed: 'On se revoit mardi.' });
		expect(page.address).toContain('/notes?session=');
		for (const told of [
			'Camille Roy, Ève Tremblay',
			'Camille Roy : Rimouski, Québec',
			'vidéo (service)',
			'le réseau, la ligne est revenue',
			'On se revoit mardi.',
		])
			expect(page.text).toContain(told);
		const [due] = Object.keys((await factsOf(client)).joint.notes.due);
		const refused = await send(page, `sign:${due}`, written);
		expect(dutiesOf(refused)).toEqual(['qc-3.05-c']);
		expect(mendOf(refused)).toBeUndefined();
		expect(formOf(refused, `sign:${due}`).fields).toMatchObject(written);
		const signed = await send(refused, `sign:${due}`, { 'attests[]': [person(client).id] });
		expect(signed.text).toContain('La note est signée.');
		expect(signed.text).toContain('Écoute, reformulation.');
		expect(signed.text).toContain('Atteste l’entente de confidentialité de Camille Roy');
		expect((await factsOf(client)).joint.notes).toMatchObject({
			due: {},
			signed: 1,
			attested: { [person(client).id]: {} },
		});
	});

	test('[nb-2-f] what happened comes from the file, whatever a browser sends; a signed note gets additions, never edits', async () => {
		const client = await inCare();
		const page = await met(client);
		const [due] = Object.keys((await factsOf(client)).joint.notes.due);
		const signed = await send(page, `sign:${due}`, {
			...written,
			'attests[]': [person(client).id],
			'happened.length': '47 h',
			'happened.who': 'Personne',
		});
		expect(signed.text).not.toContain('47 h');
		expect(signed.text).toContain('Camille Roy, Ève Tremblay');
		const seq = /name="note:n" value="(\d+)"/.exec(signed.html)?.[1];
		const added = await send(signed, `amend:${seq}`, { text: 'La mère a rappelé le lendemain.' });
		for (const told of ['Revoir mardi.', 'La mère a rappelé le lendemain.', 'Ajout de Ève Tremblay'])
			expect(added.text).toContain(told);
	});

	test('[qc-2.08-0b] asks again whether this form fits once something changed: answered or put off with a reason, never ready', async () => {
		const client = await inCare();
		const first = await met(client);
		const attests = { 'attests[]': [person(client).id] };
		const [one] = Object.keys((await factsOf(client)).joint.notes.due);
		expect(formOf(first, `sign:${one}`).fields).not.toHaveProperty('stillFits');
		await send(first, `sign:${one}`, { ...written, ...attests });
		const room = await openRoom(client);
		await arrives(client, room, { town: 'Gaspé' });
		await admits(client, room);
		const page = await send(await open(room.address), 'end');
		const [two] = Object.keys((await factsOf(client)).joint.notes.due);
		const refused = await send(page, `sign:${two}`, written);
		expect(dutiesOf(refused)).toEqual(['qc-2.08-0b']);
		expect(formOf(refused, `sign:${two}`).fields).toMatchObject(written);
		const later = await send(refused, `sign:${two}`, { stillFits: 'deferred', deferredBecause: 'Elle rentre samedi.' });
		expect(later.text).toContain('La note est signée.');
		expect(later.text).toContain('Elle rentre samedi.');
	});

	test('[qc-6.04-a] whoever wrote the words stays their author', async () => {
		const colleague = await path.newAccount('member', 'Paul Blais');
		await path.does(eve, path.practice, 'member.join', {
			account: colleague,
			name: 'Paul Blais',
			roles: ['practitioner'],
		});
		const client = await inCare();
		const page = await met(client);
		const [due] = Object.keys((await factsOf(client)).joint.notes.due);
		const borrowed = { ...written, 'attests[]': [person(client).id], 'sources[]': [colleague] };
		const refused = await send(page, `sign:${due}`, borrowed);
		expect(dutiesOf(refused)).toEqual(['qc-6.04-a']);
		const signed = await send(refused, `sign:${due}`, { 'authors[]': [colleague] });
		expect(signed.text).toContain('Écrite par Ève Tremblay, Paul Blais');
	});

	test('a session that never started asks for no note', async () => {
		const client = await inCare();
		const room = await openRoom(client);
		const page = await send(room, 'end');
		expect(page.text).toContain('Cette séance n’a pas commencé');
		expect(page.text).toContain('Aucune note n’attend');
	});
});

describe('while it runs', () => {
	test('[nb-6-j] consent taken back never cuts the line: both are told, calmly, and the practitioner closes', async () => {
		const client = await inCare();
		const room = await openRoom(client);
		await arrives(client, room);
		await admits(client, room);
		const { id, actor } = person(client);
		await path.does(actor, client.dossier, 'consent.withdraw', { person: id, means: 'signature' });
		expect((await open(room.address)).text).toContain(
			'Une personne a retiré son consentement. La ligne n’est pas coupée',
		);
		const side = await reader(path, actor).open(room.address);
		expect(side.text).toContain('La ligne reste ouverte. Prenez le temps de finir, calmement.');
		expect(side.text).not.toContain('est terminée');
		expect((await path.post(actor, `${room.address}/signal`, {})).status).toBe(400);
		expect((await send(await open(room.address), 'end')).text).toContain('Une note attend');
	});

	test('somebody who represents a child comes in for them, by their own account', async () => {
		const family = await inCare(['Julie Roy', 'Noah Roy']);
		const [parent, child] = [person(family, 0), person(family, 1)];
		const since = { of: child.id, by: parent.id, authority: 'tutor', proofSeen: true };
		await path.does(eve, family.dossier, 'representative.name', since);
		const room = await openRoom(family, { 'persons[]': [child.id] });
		const side = reader(path, parent.actor);
		const page = await side.open(room.address);
		expect(page.text).toContain('Pour Noah Roy');
		await side.send(page, `arrive:${child.id}-new`, { territory: 'QC', town: 'Rimouski' });
		expect((await path.post(parent.actor, `${room.address}/signal`, {})).status).toBe(404);
		await admits(family, room, 1);
		expect((await path.post(parent.actor, `${room.address}/signal`, {})).status).toBe(400);
	});
});

describe('messages', () => {
	test('[qc-4.03-a] are written for a reason that one says; no other reason exists', async () => {
		const client = await inCare();
		const page = await open(at(client, 'messages'));
		const refused = await send(page, 'write', { body: 'Bonjour' });
		expect(dutiesOf(refused)).toEqual(['qc-4.03-a']);
		expect(formOf(refused, 'write').fields.body).toBe('Bonjour');
		const purposes = [
			...formOf(page, 'write').html.matchAll(/name="purpose"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="purpose"/g),
		].map((m) => m[1] ?? m[2]);
		expect(new Set(purposes)).toEqual(new Set(['care', 'appointment', 'administration', 'safety']));
		const thread = await send(refused, 'write', { purpose: 'care' });
		expect(thread.address).toMatch(/\/messages\/[0-9a-f-]{36}$/);
		expect(thread.text).toContain('Bonjour');
		const answered = await send(thread, 'reply', { body: 'À mardi.' });
		expect(answered.text).toContain('À mardi.');
		expect(formOf(answered, 'reply').fields.body).toBe('');
	});

	test('[qc-4.03-b] a channel that was taken back is not used; the page leads to the consent', async () => {
		const client = await inCare();
		await path.does(person(client).actor, client.dossier, 'channel.withdraw', {
			person: person(client).id,
			channel: 'portal',
			means: 'signature',
		});
		const refused = await send(await open(at(client, 'messages')), 'write', { purpose: 'care', body: 'Bonjour' });
		expect(dutiesOf(refused)).toContain('qc-4.03-b');
		expect(mendOf(refused)).toContain('/consent?for=');
	});

	test('[qc-3.09-a] what came by text is written down as it came; the answer waits for the notice', async () => {
		const client = await inCare(['Camille Roy'], ['notices', 'channels', 'consent']);
		const p = person(client);
		const notices = { 'channelRisks.video': 1, 'channelRisks.internet': 1, thirdParties: 9 };
		await path.does(p.actor, client.dossier, 'notice.acknowledge', { person: p.id, notices, means: 'signature' });
		for (const channel of ['video', 'portal'])
			await path.does(p.actor, client.dossier, 'channel.agree', { person: p.id, channel, means: 'signature' });
		await walkStep(path, client, 'consent');
		const page = await send(await open(at(client, 'messages')), 'log', {
			channel: 'textMessage',
			body: 'jpeux pas mardi',
		});
		expect(page.text).toContain('jpeux pas mardi');
		const refused = await send(page, 'write', { purpose: 'care', body: 'Mercredi alors ?' });
		expect(dutiesOf(refused)).toEqual(['qc-3.09-a']);
		expect(mendOf(refused)).toContain('/consent?for=');
		await path.does(p.actor, client.dossier, 'notice.acknowledge', {
			person: p.id,
			notices: { thirdPartyMessaging: 1 },
			means: 'signature',
		});
		expect(
			(await send(await open(at(client, 'messages')), 'write', { purpose: 'care', body: 'Mercredi alors ?' })).text,
		).toContain('Mercredi alors ?');
	});

	test('somebody who wrote and waits comes first', async () => {
		const client = await inCare();
		const p = person(client);
		await path.does(p.actor, client.dossier, 'message.send', {
			thread: path.world.newId(),
			purpose: 'care',
			channel: 'portal',
			body: 'Avez-vous une minute ?',
			person: p.id,
		});
		const page = await open(at(client, 'messages'));
		expect(page.text).toContain('Une conversation attend votre réponse');
		const address = /href="([^"]*\/messages\/[0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '';
		const thread = await open(address);
		expect(thread.text).toContain('Avez-vous une minute ?');
		await send(thread, 'reply', { body: 'Oui, à 15 h.' });
		expect((await open(at(client, 'messages'))).text).toContain('Personne n’attend de réponse');
		expect((await factsOf(client)).of(p.id).messages.threads[address.split('/').at(-1) ?? '']?.count).toBe(2);
	});
});

describe('in New Brunswick', async () => {
	const house = await openHttpPath(web, { province: 'NB' });
	const there = reader(house, house.practitioner.actor);
	const nb = async (without: readonly Step[] = []) => {
		const client = await request(house);
		await walk(house, client, { without });
		return client;
	};

	test('[nb-caution-c] after a meeting in writing, mood and distress are asked about; one asking, no ready answer', async () => {
		const client = await nb();
		const id = await openSession(house, client, { mode: 'chat' });
		const room = `/fr/room/${client.dossier.id}/${id}`;
		await there.send(await there.open(room), `admit:${person(client).id}`);
		const page = await there.send(await there.open(room), 'end');
		const form = formOf(page, `sign:${id}`);
		expect(form.fields).not.toHaveProperty('mood');
		const refused = await there.send(page, `sign:${id}`, written);
		expect(dutiesOf(refused)).toEqual(['nb-caution-c']);
		const signed = await there.send(refused, `sign:${id}`, { mood: 'nothingObserved' });
		expect(signed.text).toContain('La note est signée.');
	});

	test('[nb-2-i] a first message of care waits for what was agreed about writing, unless a reason is signed; safety never waits', async () => {
		const client = await nb(['consent']);
		const page = await there.open(at(client, 'messages'));
		const refused = await there.send(page, 'write', { purpose: 'care', body: 'Bonjour' });
		expect(dutiesOf(refused)).toEqual(['nb-2-i']);
		expect(refused.text).toContain('n’a pas encore l’entente sur nos communications');
		const back = await there.send(refused, 'waive:nb-2-i', { reason: 'La personne le demande au téléphone.' });
		expect(formOf(back, 'write').fields).toMatchObject({ purpose: 'care', body: 'Bonjour' });
		expect((await there.send(back, 'write')).text).toContain('Bonjour');
		const other = await nb(['consent']);
		const sent = await there.send(await there.open(at(other, 'messages')), 'write', {
			purpose: 'safety',
			body: 'Appelez le 911.',
		});
		expect(sent.text).toContain('Appelez le 911.');
	});

	test('[def-nb-technology] a tool that is not on the inventory asks for a reason', async () => {
		const client = await nb();
		const page = await there.open(at(client, 'appointments'));
		const room = await there.send(page, 'now', { purpose: 'service', by: 'video:other', otherTool: 'Autre vidéo' });
		expect(room.text).toContain('La rencontre se fait avec Autre vidéo');
		const noted = await there.send(room, `arrive:${person(client).id}-new`, { territory: 'NB', town: 'Moncton' });
		const inside = await there.send(noted, `admit:${person(client).id}`);
		const refused = await there.send(inside, 'start');
		expect(dutiesOf(refused)).toEqual(['def-nb-technology']);
		const back = await there.send(refused, 'waive:def-nb-technology', {
			reason: 'L’outil de l’hôpital, une seule fois.',
		});
		expect((await there.send(back, 'start')).text).toContain('La rencontre a commencé');
	});
});
