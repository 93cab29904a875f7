import { expect, test } from 'vitest';
import { asSystem, registerPractitioner } from '#server/app/practices.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf, reader } from '../support/no-script.ts';
import { request, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const day = (path: HttpPath, days: number): string => dayOf(path.world.now() + days * DAY);

test('[qc-intro-a] a tablet lent to a client: their own in the portal, late on Today, back only when wiped', async () => {
	const path = await openHttpPath(web);
	const client = await request(path, { names: ['Camille Roy', 'Alix Morin'], kind: 'couple' });
	await walk(path, client, { upTo: 'identity' });
	const [camille, alix] = client.persons;
	if (!camille || !alix) throw new Error('nobody');
	const desk = reader(path, path.practitioner.actor);
	const place = `/fr/office/clients/${client.dossier.id}/access`;
	const typed = { what: 'Tablette n° 3', from: day(path, -30), until: day(path, -2) };
	const unsaid = await desk.send(await desk.open(place), `lend:${camille.id}`, typed);
	expect(unsaid.status).toBe(422);
	expect(formOf(unsaid, `lend:${camille.id}`).fields.what).toBe('Tablette n° 3');
	await desk.send(await desk.open(place), `lend:${camille.id}`, { ...typed, 'agreed:b': 'yes' });
	const { dossier } = await path.factsOf(client.dossier);
	const [id = ''] = Object.keys(dossier.of(camille.id).loans.out);
	expect(dossier.of(alix.id).loans.out).toEqual({});

	expect((await desk.open('/fr/office')).text).toContain('appareil à rendre depuis le');
	expect((await desk.open(`/fr/office/clients/${client.dossier.id}/assessment`)).text).toContain(
		'Elle a de quoi se connecter : Tablette n° 3',
	);
	const home = await reader(path, camille.actor).open('/fr/portal');
	expect(home.text).toContain('L’appareil qui vous est prêté');
	expect((await reader(path, alix.actor).open('/fr/portal')).text).not.toContain('L’appareil qui vous est prêté');
	const mine = `/fr/portal/${client.dossier.id}/loan`;
	const theirs = await reader(path, camille.actor).open(mine);
	for (const words of ['Tablette n° 3', 'ne le prêtez à personne', 'S’il est perdu ou volé'])
		expect(theirs.text).toContain(words);
	expect(theirs.text.replaceAll('\u2060', '')).toContain('418-555-0142');
	expect((await reader(path, alix.actor).open(mine)).text).not.toContain('Tablette');

	const dirty = await desk.send(await desk.open(place), `back:${id}`, { 'wiped:b': 'yes' });
	expect(dirty.status).toBe(422);
	expect(dirty.text).toContain('l’appareil doit être effacé et vérifié');
	const back = await desk.send(dirty, `back:${id}`, { 'wiped:b': 'yes', 'checked:b': 'yes' });
	expect(back.status).toBe(200);
	expect((await desk.open('/fr/office')).text).not.toContain('appareil à rendre');
	expect((await desk.open(`/fr/office/clients/${client.dossier.id}/timeline`)).text).toContain('Appareil prêté');
});

test('a client who lost it says so from the portal: a task at once, with whom to tell, until it is dealt with', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	await walk(path, client, { upTo: 'identity' });
	const [person] = client.persons;
	if (!person) throw new Error('nobody');
	const desk = reader(path, path.practitioner.actor);
	const place = `/fr/office/clients/${client.dossier.id}/access`;
	const typed = { what: 'Téléphone n° 7', from: day(path, 0), until: day(path, 90), 'agreed:b': 'yes' };
	await desk.send(await desk.open(place), `lend:${person.id}`, typed);
	expect((await desk.open('/fr/office')).text).not.toContain('appareil');
	const [id = ''] = Object.keys((await path.factsOf(client.dossier)).dossier.of(person.id).loans.out);
	const theirs = reader(path, person.actor);
	const said = await theirs.send(await theirs.open(`/fr/portal/${client.dossier.id}/loan`), `lost:${id}`, {
		how: 'stolen',
	});
	expect(said.text).toContain('Vous nous l’avez dit le');
	expect((await desk.open('/fr/office')).text).toContain('appareil perdu ou volé : à suivre maintenant');
	const page = await desk.open(place);
	expect(page.text).toContain('effacez-le à distance');
	expect(page.text).toContain('Commission d’accès à l’information');
	expect((await desk.send(page, `settle:${id}`)).status).toBe(422);
	await desk.send(await desk.open(place), `settle:${id}`, { note: 'Effacé à distance, police avisée.' });
	expect((await desk.open('/fr/office')).text).not.toContain('appareil perdu');
});

test('[nb-6-l] the register: what colleagues were lent is the owner’s to note, and the colleague’s to see', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const account = await path.newAccount('member', 'Rachel Cormier');
	await asSystem(path.world, path.practice.id, path.practice, 'member.join', {
		account,
		name: 'Rachel Cormier',
		roles: ['practitioner'],
	});
	await registerPractitioner(path.world, path.practice.id, account, {
		practitioner: {
			name: 'Rachel Cormier',
			title: 'TSI',
			order: 'ATSNB',
			territory: 'NB',
			address: '3, rue du Moulin',
			phone: '506-555-0143',
			email: 'r@ruisseau.example',
			office: true,
		},
		permit: { regulator: 'ATSNB', number: 'TS-1', from: '2026-04-01', until: '2027-04-01' },
	});
	const owner = reader(path, path.practitioner.actor);
	const rachel = reader(path, { account, assurance: 'passkey' });
	const place = '/fr/office/practice/devices';
	const typed = { what: 'Portable n° 2', from: day(path, -10), until: day(path, 3), 'agreed:b': 'yes' };
	await owner.send(await owner.open(place), `lend:${account}`, typed);
	expect((await rachel.open('/fr/office')).text).toContain('Appareil prêté à vous : Portable n° 2');
	const seen = await rachel.open(place);
	expect(seen.text).toContain('Portable n° 2');
	expect(seen.text).not.toContain('Prêter un appareil');
	const [id = ''] = Object.keys((await path.factsOf({ kind: 'practitioner', id: account })).practitioner.loans.out);
	await rachel.send(seen, `lost:${id}`, { how: 'lost' });
	const again = await owner.open(place);
	expect(again.text).toContain('Perdu, dit le');
	await owner.send(again, `settle:${id}`, { note: 'Accès fermés.' });
	expect((await owner.open(place)).text).not.toContain('Portable n° 2');
});
