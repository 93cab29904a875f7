import { describe, expect, test } from 'vitest';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { expectCode, expectRefused } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { happened, incidentsDesk, openedFiles, REGISTER, weighed } from '../support/incidents.ts';
import { testServer } from '../support/index.ts';
import { mailOf } from '../support/mailbox.ts';
import { dutiesOf, formOf, formsIn, reader } from '../support/no-script.ts';
import { request, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const desk = incidentsDesk(path);
const today = dayOf(path.world.now());
const names = ['Anne Lavoie', 'Benoit Caron', 'Chantal Dubé'];

describe('an incident that touches three clients', async () => {
	const clients = await openedFiles(path, names);
	const [anne, benoit, chantal] = clients.map((c) => c.persons[0]?.id ?? '') as [string, string, string];
	const other = await request(path, { names: ['Denis Jamais-Ouvert'] });
	const { address } = await desk.note();

	test('[qc-3.10-d] who is affected is found from the access log: three, and nobody whose file was not opened', async () => {
		expect((await desk.open(address)).text).toContain('Personne encore');
		const page = await desk.find(address);
		for (const name of names) expect(page.text).toContain(name);
		expect(page.text).not.toContain('Denis Jamais-Ouvert');
		expect(page.text).toContain('3 personnes à aviser');
	});

	test('[qc-3.10-d] three plain notices are drafted, each to its person, and the way of telling is chosen for each', async () => {
		const page = await desk.open(address);
		for (const [i, person] of [anne, benoit, chantal].entries()) {
			const { fields, html } = formOf(page, `tell:${person}`);
			expect(fields['people.0.text']).toContain(`Bonjour ${names[i]}`);
			expect(fields['people.0.text']).toContain('Ce que vous pouvez faire');
			expect(html.match(/name="way"/g)?.length).toBeGreaterThanOrEqual(3);
			expect(fields.way).toBeUndefined();
		}
	});

	test('[qc-3.10-d] the clock runs on the dashboard: since when, whom, by when', async () => {
		const day = await desk.open('/fr/office');
		expect(day.text).toContain('Su aujourd’hui');
		expect(day.text).toContain('3 personnes à aviser');
		expect(day.text).toContain('À dire d’ici le');
		expect(day.html).toContain(`href="${address}"`);
		const board = await desk.open('/fr/office/board');
		expect(board.html).toContain(`href="${address}#people"`);
	});

	test('[qc-3.10-d] it is not closed with one person untold and no signed reason; with a reason, it is', async () => {
		await desk.send(await desk.open(address), 'assess', { ...weighed, 'serious:b': 'false' });
		await desk.send(await desk.open(address), 'measure', { measure: 'Verrouillage après deux minutes.' });
		await desk.send(await desk.open(address), `tell:${anne}`, { way: 'mail' });
		await desk.send(await desk.open(address), `tell:${benoit}`, { way: 'telephone', by: 'Ève, 14 h 10' });
		expect((await desk.open('/fr/office')).text).toContain('une personne à aviser');

		const refused = await desk.send(await desk.open(address), 'close');
		expect(refused.status).toBe(409);
		expect(dutiesOf(refused)).toEqual(['qc-3.10-d']);
		const id = address.split('/').at(-1);
		expectRefused(await path.attempt(path.practitioner.actor, path.practice, 'incident.close', { id }), 'qc-3.10-d');
		const unsigned = await desk.send(await desk.open(address), `leave:${chantal}`, { why: 'unsafe', reason: '' });
		expect(unsigned.status).toBe(422);
		expect(dutiesOf(await desk.send(await desk.open(address), 'close'))).toEqual(['qc-3.10-d']);

		await desk.send(await desk.open(address), `leave:${chantal}`, {
			why: 'unsafe',
			reason: 'Elle vit avec la personne qui a vu l’écran.',
		});
		const closed = await desk.send(await desk.open(address), 'close', { learned: 'Verrouiller en se levant.' });
		expect(closed.status).toBe(200);
		const kept = await desk.open(address);
		expect(kept.text).toContain('Cet incident est clos');
		expect(kept.text).toContain('Dit au téléphone');
		expect(kept.text).toContain('lui écrire la mettrait en danger');
		expect(formsIn(kept.html).filter((f) => f.action.startsWith('?/'))).toEqual([]);
		const register = await desk.open(REGISTER);
		expect(register.text).toContain('3 personnes touchées');
		expect(register.text).toMatch(/Au registre au moins jusqu’au .* 2031/);
		expect((await desk.open('/fr/office')).text).not.toContain('personne à aviser');
	});

	test('[qc-3.10-d] the person reads the notice in their own space, told by a mail that says only that a message waits', async () => {
		const [letter] = await (await mailOf(path, 'anne@')).after(1);
		expect(letter?.email.text).toContain('Un message vous attend');
		expect(`${letter?.email.subject} ${letter?.email.text}`).not.toMatch(
			/incident|renseignement|confidentialité|dossier/i,
		);
		const own = reader(path, clients[0]?.persons[0]?.actor);
		expect((await own.open('/fr/portal')).text).toContain('Un avis important');
		const notice = await own.open(`/fr/portal/${clients[0]?.dossier.id}/incident`);
		expect(notice.text).toContain('Bonjour Anne Lavoie');
		expect(notice.text).toContain('Nous écrire');
		expect((await desk.open(address)).text).toContain('Ouvert par la personne le');
	});

	test('who was told by voice, or not told for their safety, finds nothing in their space that others might see', async () => {
		for (const client of clients.slice(1)) {
			const own = reader(path, client.persons[0]?.actor);
			expect((await own.open('/fr/portal')).text).not.toContain('Un avis important');
			expect((await own.open(`/fr/portal/${client.dossier.id}/incident`)).text).toContain('Aucun avis');
		}
	});

	test('somebody who works here without answering for the practice opens none of it', async () => {
		const account = await path.newAccount('member', 'Luc Roy');
		await path.does(path.practitioner.actor, path.practice, 'member.join', {
			account,
			name: 'Luc Roy',
			roles: ['practitioner'],
		});
		const luc = { account, assurance: 'passkey' } as const;
		for (const page of [REGISTER, address, `${address}/who`, `${address}/letters`, `${address}/notice`])
			expect((await path.page(luc, page)).status).toBe(404);
		const typed = { ...happened(path), id: path.world.newId(), exercise: false, data: ['notes'] };
		expectCode(await path.attempt(luc, path.practice, 'incident.open', typed), 'act.notYours');
		expect(other.persons).toHaveLength(1);
	});
});

describe('a rehearsal', () => {
	test('[qc-3.10-d] goes the same way and is refused alike, and nothing leaves the house', async () => {
		const house = await openHttpPath(web);
		const at = incidentsDesk(house);
		const clients = await openedFiles(house, ['Emma Roy', 'Félix Roy', 'Gabriel Roy']);
		const mail = await mailOf(house, 'emma@');
		const { address } = await at.note('rehearse');
		const page = await at.find(address);
		expect(page.text).toContain('rien ne sort d’ici');
		const [first, ...others] = clients.map((c) => c.persons[0]?.id ?? '');
		expect(formOf(page, `tell:${first}`).fields['people.0.text']).toContain('CECI EST UN EXERCICE');
		await at.send(page, `tell:${first}`, { way: 'mail' });
		await at.send(await at.open(address), 'assess', { ...weighed, 'serious:b': 'false' });
		await at.send(await at.open(address), 'measure', { measure: 'Rien à changer.' });
		expect(dutiesOf(await at.send(await at.open(address), 'close'))).toEqual(['qc-3.10-d']);
		for (const person of others)
			await at.send(await at.open(address), `tell:${person}`, { way: 'inPerson', by: 'Ève' });
		expect((await at.send(await at.open(address), 'close')).status).toBe(200);

		await mail.after(0);
		for (const client of clients)
			expect((await reader(house, client.persons[0]?.actor).open('/fr/portal')).text).not.toContain(
				'Un avis important',
			);
		const register = await at.open(REGISTER);
		expect(register.text).toContain('Aucun incident au registre');
		expect(register.text).toContain('Exercice du');
		expect((await at.open('/fr/office')).text).not.toContain('à aviser');
	});
});

describe('writing to somebody can be a danger', () => {
	test('[qc-3.10-d] where a talk about safety leaves a doubt, the page says so, prints no letter, and other ways are open', async () => {
		const client = await request(path, { names: ['Hélène Roy'] });
		const person = client.persons[0]?.id ?? '';
		const { actor } = path.practitioner;
		const contact = {
			phone: '418-555-0177',
			address: '3, rue du Port, Matane',
			voiceMail: false,
			text: false,
			othersMayKnow: false,
			callFirst: true,
		};
		await path.does(actor, client.dossier, 'contact.set', { person, contact });
		const { address } = await desk.note();
		const byHand = await desk.open(`${address}/who?one=${client.dossier.id}`);
		const added = await desk.send({ ...byHand, address: `${address}/who` }, 'affect:byHand', {
			'people[]': [`${client.dossier.id}.${person}`],
			reason: 'Une enveloppe perdue.',
		});
		expect(added.status).toBe(200);
		expect((await desk.open(`${address}/letters`)).text).toContain('Bonjour Hélène Roy');
		expect((await desk.open(address)).text).toContain('Les autres à cette adresse ne doivent pas savoir');

		await path.does(actor, client.dossier, 'safetyTalk.record', { person, held: 'yes', together: 'notOk' });
		expect((await desk.open(address)).text).toContain('pourrait la mettre en danger');
		const letters = await desk.open(`${address}/letters`);
		expect(letters.text).not.toContain('Bonjour Hélène Roy');
		expect(letters.text).toContain('Une lettre n’est pas ici');
		expect(formOf(await desk.open(address), `tell:${person}`).html).toMatch(/value="telephone"[\s\S]*value="inPerson"/);
	});
});

describe('the authority', () => {
	test('[qc-3.10-d] is told where somebody concluded so: the notice holds what it must, and names no client', async () => {
		const house = await openHttpPath(web);
		const at = incidentsDesk(house);
		await openedFiles(house, ['Irène Roy']);
		const { address } = await at.note('open', { details: 'Deux pages.' });
		await at.find(address);
		await at.send(await at.open(address), 'assess', { ...weighed, 'serious:b': 'true' });
		await at.send(await at.open(address), 'measure', { measure: 'Session fermée.' });
		const [person] = [...(await at.open(address)).html.matchAll(/name="people.0.person" value="([^"]+)"/g)].map(
			(m) => m[1],
		);
		await at.send(await at.open(address), `tell:${person}`, { way: 'portal' });
		expect((await at.send(await at.open(address), 'close')).text).toContain('il manque l’avis à l’autorité');
		const { text } = await at.open(`${address}/notice`);
		for (const told of [
			'Commission d’accès à l’information',
			'Renseignements en cause',
			'Deux pages.',
			'Circonstances et cause',
			'Un ordinateur est resté ouvert',
			'Nombre de personnes',
			'1 personne',
			...Object.values(weighed),
			'Mesures prises',
			'Session fermée.',
		])
			expect(text).toContain(told);
		expect(text).not.toContain('Irène');
		await at.send(await at.open(address), 'notify', { to: 'QC', how: 'Poste, suivi RN 123' });
		expect((await at.send(await at.open(address), 'close')).status).toBe(200);
	});

	test('in New Brunswick the Ombud is told, and nobody is left out there either', async () => {
		const house = await openHttpPath(web, { province: 'NB' });
		const at = incidentsDesk(house);
		await openedFiles(house, ['Jean Roy']);
		const { address } = await at.note();
		const page = await at.find(address);
		expect(page.text).toContain('Ombud');
		expect(page.text).toContain('Peut-on craindre un tort');
		await at.send(page, 'assess', { ...weighed, 'serious:b': 'false' });
		await at.send(await at.open(address), 'measure', { measure: 'Session fermée.' });
		const refused = await at.send(await at.open(address), 'close');
		expect(refused.status).toBe(422);
		expect(refused.text).toContain('il reste des personnes à aviser');
	});
});

test('[qc-3.10-d] past the days of the rule pack it is late, and says so', async () => {
	const house = await openHttpPath(web);
	const at = incidentsDesk(house);
	await openedFiles(house, ['Kim Roy']);
	const before = dayOf(house.world.now() - 10 * DAY);
	const { address } = await at.note('open', { from: before, awareOn: before });
	const unknown = await at.open('/fr/office');
	expect(unknown.text).toContain('on ne sait pas encore qui est touché');
	await at.find(address);
	expect((await at.open('/fr/office')).text).toMatch(/Su depuis 1[01] jours/);
	expect((await at.open('/fr/office')).text).toContain('En retard');
	expect(today).not.toBe(before);
});

test('what is typed is kept when something is missing, and a way that does not reach somebody is said', async () => {
	const house = await openHttpPath(web);
	const at = incidentsDesk(house);
	const half = await at.send(await at.open(REGISTER), 'open', {
		...happened(house),
		circumstances: '',
		details: 'Deux pages.',
	});
	expect(half.status).toBe(422);
	expect(formOf(half, 'open').fields).toMatchObject({ details: 'Deux pages.', 'data[]': ['contact', 'notes'] });
	const client = await request(house, { names: ['Léo Roy'], linked: false });
	await walk(house, client, { upTo: 'home' });
	await house.page(house.practitioner.actor, `/fr/office/clients/${client.dossier.id}`);
	const { address } = await at.note();
	const page = await at.find(address);
	const person = client.persons[0]?.id ?? '';
	const no = await at.send(page, `tell:${person}`, { way: 'portal', 'people.0.text': 'Mes mots à moi.' });
	expect(no.text).toContain('n’a pas d’espace en ligne');
	expect(formOf(no, `tell:${person}`).fields['people.0.text']).toBe('Mes mots à moi.');
});

test('a colleague who does not answer for the practice is given no link that would not open', async () => {
	const house = await openHttpPath(web);
	const { address } = await incidentsDesk(house).note();
	const account = await house.newAccount('member', 'Luc Roy');
	const roles = ['practitioner'];
	await house.does(house.practitioner.actor, house.practice, 'member.join', { account, name: 'Luc Roy', roles });
	const luc = reader(house, { account, assurance: 'passkey' });
	for (const page of ['/fr/office', '/fr/office/board']) {
		expect((await incidentsDesk(house).open(page)).html).toContain(address);
		const shown = await luc.open(page);
		expect(shown.status).toBe(200);
		expect(shown.html).not.toContain(address);
	}
});

test('anyone reads what the practice does about an incident, from its public page; nothing is there before it is published', async () => {
	const { open } = reader(path);
	const home = await open('/fr');
	expect(home.html).toContain('href="/fr/incidents"');
	const policy = await open('/fr/incidents');
	expect(policy.status).toBe(200);
	expect(policy.text).toContain('Commission d’accès à l’information');
	expect((await open('/en/incidents')).text).toContain('privacy incident');
	const bare = reader(await openHttpPath(web, { bare: true }));
	expect((await bare.open('/fr')).html).not.toContain('href="/fr/incidents"');
	expect((await bare.open('/fr/incidents')).status).toBe(404);
});
