import { describe, expect, test } from 'vitest';
import { lookAtInvitation, openInvitation } from '#server/capabilities/accounts/index.ts';
import type { Actor } from '#server/kernel/act.ts';
import { dayOf, HOUR } from '#server/kernel/time.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, formsIn, mendOf, reader } from '../support/no-script.ts';
import { type Client, request, walk, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const { world, practice } = path;
const eve = path.practitioner.actor;
const { open, send } = reader(path, eve);
const at = (client: Client, place = '') => `/fr/office/clients/${client.dossier.id}${place && `/${place}`}`;
const first = (client: Client) => client.persons[0]?.id ?? '';
const dossierOf = async (client: Client) => (await path.factsOf(client.dossier)).dossier;
const from = { address: '203.0.113.7', agent: 'test' };
const pages = [
	'',
	'persons',
	'package',
	'interview',
	'questions',
	'assessment',
	'boundaries',
	'decision',
	'referral',
	'consent',
	'plans',
];

async function member(name: string, roles: readonly string[]): Promise<Actor> {
	const account = await path.newAccount('member', name);
	await path.does(eve, practice, 'member.join', { account, name, roles });
	return { account, assurance: 'passkey' };
}

describe('persons', () => {
	test('an invitation shows its second secret once, and its link until it is used', async () => {
		const client = await request(path, { linked: false });
		const me = first(client);
		const invited = await send(await open(at(client, 'persons')), `invite:${me}`, { how: 'hand' });
		const second = /<code[^>]*>(\d{3} \d{3})<\/code>/.exec(invited.html)?.[1] ?? '';
		const link = /<code[^>]*>(http[^<]+)<\/code>/.exec(invited.html)?.[1] ?? '';
		expect(second).toMatch(/^\d{3} \d{3}$/);
		expect(link).toContain(`${path.origin}/fr/claim/`);
		const later = await open(at(client, 'persons'));
		expect(later.html).not.toContain(second);
		expect(later.html).not.toContain(link);
		expect(later.text).toContain('L’invitation attend.');
		const copied = await send(later, `copy:${me}`);
		expect(copied.html).toContain(link);
		const token = link.split('/').at(-1) ?? '';
		expect(await openInvitation(world, practice.id, { token, second, from })).toHaveProperty('ticket');
		const { intake } = (await dossierOf(client)).of(me);
		expect(intake.invited).toBeDefined();
		await send(copied, `invite:${me}`, { how: 'hand' });
		expect((await lookAtInvitation(world, practice.id, token)).state).toBe('replaced');
	});

	test('nobody invites into a file that is not theirs, and no invitation is left behind', async () => {
		const client = await request(path, { linked: false });
		const luc = reader(path, await member('Luc Roy', ['practitioner']));
		const page = await open(at(client, 'persons'));
		const refused = await luc.send(page, `invite:${first(client)}`, { how: 'hand' });
		expect(refused.status).toBe(404);
		expect(refused.html).not.toMatch(/claim\//);
		expect((await dossierOf(client)).of(first(client)).intake.invited).toBeUndefined();
	});

	test('[nb-5-c] what was verified is to be verified again once it changes', async () => {
		const client = await request(path);
		const me = first(client);
		let page = await send(await open(at(client, 'persons')), `verify:phone.${me}`, {});
		expect((await dossierOf(client)).of(me).intake.verified.phone).toBeDefined();
		page = await send(await open(at(client, 'persons')), `contact:${me}`, {
			'contact.phone': '418-555-0177',
			'contact.text:b': 'yes',
		});
		const { intake } = (await dossierOf(client)).of(me);
		expect(intake.contact).toMatchObject({ phone: '418-555-0177', text: true, voiceMail: false });
		expect(intake.verified).toEqual({});
		expect(page.text).toContain('pas encore vérifié');
	});

	test('call back, technology, emergency contact, a name and a departure are noted where they are said', async () => {
		const client = await request(path, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
		const [a, b] = client.persons;
		let page = await open(at(client, 'persons'));
		page = await send(page, `call:${a?.id}`, { outcome: 'reached', note: 'Préfère le matin.' });
		page = await send(page, `reply:${a?.id}`, { means: 'Au téléphone' });
		page = await send(page, `emergency:${a?.id}`, { name: 'Luce Roy', phone: '418-555-0122', relation: 'sœur' });
		expect((await open(at(client, 'persons'))).text).toContain('Luce Roy, 418-555-0122');
		await send(page, `rename:${a?.id}`, { name: 'Camille Roy-Blais' });
		await send(page, `leave:${b?.id}`);
		const { joint, of } = await dossierOf(client);
		expect(of(a?.id ?? '').intake).toMatchObject({
			calledBack: expect.anything(),
			techInfo: expect.anything(),
			emergencyContact: expect.anything(),
		});
		expect(joint.dossier.persons[a?.id ?? '']?.name).toBe('Camille Roy-Blais');
		expect(joint.dossier.persons[b?.id ?? '']?.leftAt).toBeDefined();
	});
});

describe('the interview', () => {
	test('[qc-2.08-a] shows the age of consenting alone with its mark, its source and the day it was read', async () => {
		const client = await request(path);
		await walkStep(path, client, 'home');
		const { text } = await open(at(client, 'interview'));
		expect(text).toContain('Québec : une personne consent seule à partir de 14 ans. (règle non vérifiée)');
		expect(text).toMatch(/Source : .*Civil Code of Québec, art\. 14; lue le/);
	});

	test('goes point by point to the end, and every point is on file', async () => {
		const client = await request(path);
		const me = first(client);
		await walkStep(path, client, 'home');
		await walkStep(path, client, 'package');
		let page = await open(at(client, 'interview'));
		const sent = (await dossierOf(client)).of(me).consent.sent;
		const ticks = Object.fromEntries(
			Object.entries(sent).map(([key, { version }]) => [`documents.${key}:n`, String(version)]),
		);
		const untouched = await send(page, `explain:${me}`, { means: 'video' });
		expect(untouched.status).toBe(422);
		page = await send(page, `explain:${me}`, { ...ticks, means: 'video' });
		page = await send(page, `waiveIdentity:${me}`, { reason: 'Aucune pièce sous la main aujourd’hui.' });
		page = await send(page, `limits:${me}`, { means: 'voice' });
		page = await send(page, `age:${me}`, { birthDate: '1990-02-03' });
		page = await send(page, `capacity:${me}`, { result: 'withSupport', basis: 'Suit bien avec des phrases courtes.' });
		page = await send(page, `needs:${me}`, { language: 'fr', variant: 'oral', adaptation: 'Tout relu ensemble.' });
		page = await send(page, `offer:${me}`);
		page = await send(page, `discussion:${me}`, { 'risks:b': 'yes', 'benefits:b': 'yes', 'voluntary:b': 'yes' });
		page = await send(page, `teachBack:${me}.risks`, { 'understood:b': 'false' });
		expect(page.text).toContain('reprenez ce point ensemble');
		page = await send(page, `teachBack:${me}.risks`, { 'understood:b': 'true', words: 'Quelqu’un pourrait entendre.' });
		page = await send(page, `teachBack:${me}.limits`, { 'understood:b': 'true' });
		const { consent, identity, suitability } = (await dossierOf(client)).of(me);
		expect(Object.keys(consent.explained).sort()).toEqual(Object.keys(sent).sort());
		expect(identity).toMatchObject({ waived: expect.anything(), limitsTold: expect.anything() });
		expect(suitability.age?.birthDate).toBe('1990-02-03');
		expect(consent).toMatchObject({
			capacity: { result: 'withSupport' },
			needs: { variant: 'oral', adapted: true },
			discussion: { voluntary: true },
			teachBack: { risks: { understood: true }, limits: { understood: true } },
		});
		expect((await open(at(client))).text).toContain('Remplir l’évaluation préliminaire (Camille Roy)');
	});
});

describe('questions', () => {
	test('[qc-2.03-b] [qc-2.03-c] a question said aloud is noted, answered and settled on the person’s word', async () => {
		const client = await request(path);
		const me = first(client);
		await walkStep(path, client, 'home');
		await walkStep(path, client, 'package');
		let page = await send(await open(at(client, 'questions')), `ask:${me}`, {
			about: 'services.risks',
			text: 'Mon ex peut-il lire mon dossier ?',
		});
		const [id = ''] = Object.keys((await dossierOf(client)).of(me).consent.questions);
		expect(page.text).toContain('Mon ex peut-il lire mon dossier');
		expect((await open(at(client, 'interview'))).text).toMatch(/Une question attend.: y répondre/);
		page = await send(page, `answer:${id}`, { text: 'Non, votre partie est à vous.', 'orally:b': 'yes' });
		expect(page.text).toContain('Réponse, dite de vive voix');
		expect(formsIn(page.html).some((f) => f.action.startsWith('?/answer'))).toBe(false);
		await send(page, `settle:${id}`, { means: 'oral' });
		expect((await dossierOf(client)).of(me).consent.questions[id]?.settled).toBeDefined();
	});
});

describe('consents', () => {
	test('[qc-3.01] agreeing to a channel first asks for its notice, read together from there', async () => {
		const client = await request(path);
		const me = first(client);
		await walk(path, client, { upTo: 'accept' });
		const refused = await send(await open(at(client, 'consent')), `agree:${me}.video`, { means: 'oral' });
		expect(dutiesOf(refused)).toEqual(['qc-3.01']);
		const mend = await open(mendOf(refused) ?? '');
		const back = await send(mend, `notices:${me}`, {
			'keys[]': ['channelRisks.video', 'communications'],
			means: 'oral',
		});
		expect(formOf(back, `agree:${me}.video`).fields.means).toBe('oral');
		await send(back, `agree:${me}.video`);
		const { consent } = (await dossierOf(client)).of(me);
		expect(consent.channels.video?.on).toBe(true);
		expect(Object.keys(consent.acknowledged).sort()).toEqual(['channelRisks.video', 'communications']);
		await send(await open(at(client, 'consent')), `withdrawChannel:${me}.video`, { means: 'oral' });
		expect((await dossierOf(client)).of(me).consent.channels.video?.on).toBe(false);
	});

	test('[nb-6-j] says what withdrawing changes before it is done', async () => {
		const client = await request(path);
		const me = first(client);
		await walk(path, client);
		const startsAt = world.now() + 48 * HOUR;
		await path.does(eve, client.dossier, 'appointment.book', {
			id: world.newId(),
			purpose: 'service',
			mode: 'video',
			persons: [me],
			practitioner: path.practitioner.account,
			startsAt,
			endsAt: startsAt + HOUR,
			zone: 'America/Toronto',
		});
		const page = await open(at(client, 'consent'));
		expect(page.text).toContain('Un rendez-vous de service sera annulé.');
		await send(page, `withdraw:${me}`, { means: 'oral' });
		const { joint, of } = await dossierOf(client);
		expect(of(me).consent.withdrawn).toBeDefined();
		expect(Object.values(joint.scheduling.appointments).map((a) => a.state)).toEqual(['cancelled']);
	});

	test('a forged version is not what is agreed to', async () => {
		const client = await request(path);
		const me = first(client);
		await walk(path, client, { upTo: 'channels' });
		await send(await open(at(client, 'consent')), `record:${me}`, { means: 'oral', 'documents.services:n': '99' });
		const { given, explained } = (await dossierOf(client)).of(me).consent;
		expect(given?.documents.services).toBe(explained.services?.version);
	});
});

test('[nb-3-h] [nb-3-i] plans begin with what is known, and are handed as they were talked over', async () => {
	const client = await request(path);
	const me = first(client);
	await walk(path, client, { upTo: 'accept' });
	const page = await open(at(client, 'plans'));
	const emergency = formOf(page, `give:${me}.emergency`).fields;
	expect(emergency['details.where']).toContain('Rimouski');
	expect(emergency['details.where']).toContain('911');
	expect(emergency['details.call']).toContain('Info-Social');
	expect(formOf(page, `give:${me}.failure`).fields['details.number']).toContain('418-555-0199');
	await send(page, `give:${me}.emergency`, { 'details.helps': 'Marcher, appeler sa sœur.' });
	await send(page, `give:${me}.failure`);
	expect((await dossierOf(client)).of(me).consent.plans).toMatchObject({
		emergency: expect.anything(),
		failure: expect.anything(),
	});
	expect(formOf(await open(at(client, 'plans')), `give:${me}.emergency`).fields['details.helps']).toBe(
		'Marcher, appeler sa sœur.',
	);
});

describe('who may see a file', () => {
	test('each page answers strangers, clients and colleagues as if it did not exist', async () => {
		const client = await request(path);
		const colleague = reader(path, await member('Paul Anctil', ['practitioner']));
		const person = reader(path, client.persons[0]?.actor);
		const stranger = reader(path);
		for (const place of pages) {
			expect((await colleague.open(at(client, place))).status, place).toBe(404);
			expect((await person.open(at(client, place))).status, place).toBe(404);
			expect((await stranger.open(at(client, place))).status, place).toBe(303);
			expect(
				(await open(at({ ...client, dossier: { ...client.dossier, id: world.newId() } }, place))).status,
				place,
			).toBe(404);
		}
		expect((await colleague.open(at(client))).text).toBe(
			(await colleague.open(at({ ...client, dossier: { ...client.dossier, id: world.newId() } }))).text,
		);
	});

	test('the desk sees names and times, and no other page', async () => {
		const client = await request(path);
		const desk = reader(path, await member('Rita Blais', ['receptionist']));
		const page = await desk.open(at(client));
		expect(page.status).toBe(200);
		expect(page.text).toContain('Camille Roy');
		for (const secret of ['Conflits à la maison', '418-555-0199', 'camille@example.org'])
			expect(page.html).not.toContain(secret);
		for (const place of pages.slice(1)) expect((await desk.open(at(client, place))).status, place).toBe(404);
	});
});

describe('[qc-4.02] conflicts of interest in a practice of several', () => {
	test('whoever asks reads the same page whether a name is known or not; the officer alone sees it and decides', async () => {
		const several = await openHttpPath(web);
		const join = async (name: string, roles: readonly string[]): Promise<Actor> => {
			const account = await several.newAccount('member', name);
			await several.does(several.practitioner.actor, several.practice, 'member.join', { account, name, roles });
			return { account, assurance: 'passkey' };
		};
		await join('Luc Roy', ['practitioner']);
		const officer = reader(several, await join('Anne Blais', ['conflictsOfficer']));
		// Ève no longer holds that office: she asks, Anne decides.
		const account = several.practitioner.account;
		await several.does(several.practitioner.actor, several.practice, 'member.join', {
			account,
			name: 'Ève Tremblay',
			roles: ['owner', 'practitioner'],
		});
		const me = reader(several, several.practitioner.actor);
		const known = await request(several, { names: ['Camille Roy'] });
		const again = await request(several, { names: ['Camille Roy'] });
		const unknown = await request(several, { names: ['Zoe Xanthos'] });
		await several.does(several.practitioner.actor, unknown.dossier, 'contact.set', {
			person: first(unknown),
			contact: { phone: '418-555-0999', voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
		});
		const plain = (html: string, name: string) =>
			html.replaceAll(name, 'X').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|nonce="[^"]*"|\b\d{13}\b/g, '');
		const [hit, none] = [
			await me.send(await me.open(at(again, 'boundaries')), 'search'),
			await me.send(await me.open(at(unknown, 'boundaries')), 'search'),
		];
		expect(hit.text).toContain('La recherche est faite dans tout le cabinet');
		expect(plain(hit.html, 'Camille Roy')).toBe(plain(none.html, 'Zoe Xanthos'));
		expect(formsIn(hit.html).some((f) => f.action.startsWith('?/decide'))).toBe(false);
		expect((await me.open('/fr/office/conflicts')).status).toBe(404);

		const page = await officer.open('/fr/office/conflicts');
		expect(page.text).toContain(
			'Camille Roy (même courriel, nom, téléphone), dossier « Camille Roy », suivi par Ève Tremblay',
		);
		expect(page.text).toContain('Aucun de ces noms, téléphones ou courriels n’est connu ici.');
		expect((await officer.open(at(again))).status).toBe(404);
		await officer.send(page, `decide:${again.dossier.id}`, {
			decision: 'managed',
			reason: 'Même personne, deux demandes.',
		});
		const answer = await me.open(at(again, 'boundaries'));
		expect(answer.text).toContain('Un risque, géré par des précautions');
		expect(answer.text).not.toContain('Même personne, deux demandes.');
		expect((await several.factsOf(known.dossier)).dossier.joint.boundaries.conflict).toBeUndefined();
	});

	test('a solo practitioner sees their own caseload plainly', async () => {
		const solo = await openHttpPath(web);
		const me = reader(solo, solo.practitioner.actor);
		await request(solo, { names: ['Camille Roy'] });
		const again = await request(solo, { names: ['Camille Roy'] });
		const page = await me.send(await me.open(at(again, 'boundaries')), 'search');
		expect(page.text).toContain('Camille Roy — même courriel, nom, téléphone');
		await me.send(page, 'decide', {
			decision: 'none',
			reason: `Deux personnes du même nom, vérifié le ${dayOf(world.now())}.`,
		});
		expect((await solo.factsOf(again.dossier)).dossier.joint.boundaries.conflict?.decision).toBe('none');
	});

	test('the twenty-first search of a day is not made', async () => {
		const solo = await openHttpPath(web);
		const me = reader(solo, solo.practitioner.actor);
		const client = await request(solo);
		let page = await me.open(at(client, 'boundaries'));
		for (let i = 0; i < 21; i++)
			page = await me.send(
				{ ...page, html: page.html.replace(/(name="_attempt" value=")[^"]*/g, `$1${world.newId()}`) },
				'search',
			);
		expect(page.text).toContain('il y a eu beaucoup de recherches aujourd’hui');
	});
});
