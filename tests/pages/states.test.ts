import { expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, mendOf, reader } from '../support/no-script.ts';
import { openSession, request, walk } from '../support/path.ts';

const web = await webApp(await testServer());

test('a client in the state of New York: said at the door, its sheet by default, its own check before the meeting', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	await walk(path, client);
	const session = await openSession(path, client, { arrive: false });
	const [person] = client.persons;
	if (!person) throw new Error('nobody');
	const room = `/fr/room/${client.dossier.id}/${session}`;
	const [theirs, desk] = [reader(path, person.actor), reader(path, path.practitioner.actor)];

	const door = await theirs.open(room);
	const list = formOf(door, `arrive:${person.id}-new`).html;
	expect(list).toContain('<optgroup label="États-Unis">');
	expect(list).not.toContain('value="US"');
	const where = { territory: 'US-NY', town: 'Plattsburgh', alone: 'yes', callBack: '418-555-0199' };
	expect((await theirs.send(door, `arrive:${person.id}-new`, where)).text).toContain('Plattsburgh, New York (État)');

	const seen = await desk.open(room);
	for (const words of ['réputé rendu dans l’État de New York', 'aucune fiche de cet État n’a été lue', '911', '9-8-8'])
		expect(seen.text).toContain(words);
	await desk.send(seen, `admit:${person.id}`);
	const refused = await desk.send(await desk.open(room), 'start');
	expect(dutiesOf(refused)).toContain('qc-1.09-b');
	expect(mendOf(refused)).toContain('place=US-NY');

	const sheet = await desk.open(mendOf(refused) ?? '');
	expect(sheet.text).toContain('aucune fiche de cet État n’a été lue');
	const read = { 'rulesRead:b': 'yes', 'orderRulesRead:b': 'yes', 'privacyRead:b': 'yes', until: '2099-01-01' };
	const unsourced = await desk.send(sheet, 'check:US-NY', { ...read, 'authorisation.kind': 'exemption' });
	expect(unsourced.status).toBe(422);
	// The answer comes back on the same state’s form, with what was typed.
	expect(formOf(unsourced, 'check:US-NY').fields.until).toBe('2099-01-01');
	const right = { 'authorisation.kind': 'exemption', 'authorisation.source': 'Lettre du Board' };
	await desk.send(unsourced, 'check:US-NY', { ...read, ...right });
	const { checks } = (await path.factsOf(path.practitioner.journal)).practitioner.jurisdiction;
	expect(checks['US-NY']).toMatchObject({ territory: 'US-NY', sheetOf: '2026-11-01' });
	expect(dutiesOf(await desk.send(await desk.open(room), 'start'))).not.toContain('qc-1.09-b');
	expect((await desk.open('/fr/office/me/territories')).text).toContain('Vérifié, jusqu’au');
});

test('« aux États-Unis » said long ago stays readable, and is not offered again: the state is asked', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	await walk(path, client);
	const session = await openSession(path, client, { arrive: false });
	const [person] = client.persons;
	if (!person) throw new Error('nobody');
	const old = { person: person.id, session, place: 'new', territory: 'US', town: 'Plattsburgh', alone: 'yes' };
	await path.does(person.actor, client.dossier, 'arrival.declare', old);
	await path.does(path.practitioner.actor, client.dossier, 'home.declare', { territory: 'US' });
	const desk = reader(path, path.practitioner.actor);
	const home = await desk.open(`/fr/office/clients/${client.dossier.id}/persons`);
	expect(formOf(home, 'home').fields.territory).toBe('');
	const room = await desk.open(`/fr/room/${client.dossier.id}/${session}`);
	expect(room.text).toContain('États-Unis (État non précisé)');
	expect(room.html).not.toContain(`${person.id}-same`);
});
