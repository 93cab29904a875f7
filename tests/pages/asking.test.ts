import { expect, test } from 'vitest';
import { accessOf } from '#server/journal/access.ts';
import type { Actor } from '#server/kernel/act.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { request, walk } from '../support/path.ts';
import { hides, shows, visitor } from './visitor.ts';

// Today says who asked for a first meeting and was not answered: nobody should wait because nobody looked.
const web = await webApp(await testServer());

async function aColleague(path: HttpPath, name: string, role: string): Promise<Actor> {
	const account = await path.newAccount('member', name);
	await path.does(path.practitioner.actor, path.practice, 'member.join', { account, name, roles: [role] });
	return { account, assurance: 'passkey' };
}

test('a request stands first on the practitioner’s day, with the safe way to call back and one way to the file', async () => {
	const path = await openHttpPath(web);
	const eve = path.practitioner.actor;
	const { seen } = visitor(path);
	hides(await seen(eve, '/fr/office'), 'Premières rencontres demandées');
	const client = await request(path, { linked: false });
	const page = await seen(eve, '/fr/office');
	shows(page, 'Camille Roy demande une première rencontre', 'Attend une réponse depuis le', '418-555-0199');
	shows(page, 'Pas de message vocal', 'Pas de texto');
	expect(page.leads).toContain('tel:4185550199');
	expect(page.leads.filter((l) => l === `/fr/office/clients/${client.dossier.id}`)).toHaveLength(1);
	shows(await seen(eve, '/en/office'), 'Camille Roy asks for a first meeting', 'Awaiting an answer since');
});

test('opening Today is written down in the file whose safe way to call it showed', async () => {
	const path = await openHttpPath(web);
	const { seen } = visitor(path);
	const client = await request(path, { linked: false });
	await seen(path.practitioner.actor, '/fr/office');
	expect(await accessOf(path.world, path.practice.id, client.dossier.id)).toMatchObject([
		{ account: path.practitioner.account, what: 'read today' },
	]);
});

test('it leaves the list once somebody was reached, invited, offered a meeting or answered no; not when nobody picked up', async () => {
	const path = await openHttpPath(web);
	const eve = path.practitioner.actor;
	const { seen } = visitor(path);
	const answers: readonly (readonly [string, string, object])[] = [
		['Ana Un', 'person.callBack', { outcome: 'reached' }],
		['Bea Deux', 'person.invite', {}],
		['Clara Trois', 'inPerson.offer', { answer: 'accepted' }],
		['Dia Quatre', 'referral.record', { outcome: 'refusedByPerson', reason: 'Elle cherche ailleurs.', told: 'oral' }],
	];
	for (const [name, act, input] of answers) {
		const client = await request(path, { names: [name], linked: false });
		const person = client.persons[0]?.id ?? '';
		shows(await seen(eve, '/fr/office'), `${name} demande une première rencontre`);
		await path.does(eve, client.dossier, 'person.callBack', { person, outcome: 'noAnswer' });
		shows(await seen(eve, '/fr/office'), `${name} demande une première rencontre`);
		await path.does(eve, client.dossier, act, act.startsWith('person.') ? { person, ...input } : input);
		hides(await seen(eve, '/fr/office'), `${name} demande`);
	}
});

test('the desk sees who asked, since when and whose answer is awaited: no number, no way to the file', async () => {
	const path = await openHttpPath(web);
	const { seen } = visitor(path);
	const desk = await aColleague(path, 'Inès Belkacem', 'receptionist');
	const client = await request(path, { linked: false });
	const page = await seen(desk, '/fr/office');
	shows(page, 'Camille Roy demande une première rencontre');
	shows(page, 'Premières rencontres demandées', 'Camille Roy', 'Attend une réponse depuis le', 'Ève Tremblay');
	hides(page, '418-555-0199', 'message vocal', 'Conflits à la maison');
	expect(page.leads.filter((l) => l.includes(client.dossier.id))).toEqual([]);
	await path.does(path.practitioner.actor, client.dossier, 'person.invite', { person: client.persons[0]?.id });
	hides(await seen(desk, '/fr/office'), 'Camille Roy');
});

test('a colleague who does not care for the person sees nothing of it', async () => {
	const path = await openHttpPath(web);
	const luc = await aColleague(path, 'Luc Roy', 'practitioner');
	await request(path, { linked: false });
	hides(await visitor(path).seen(luc, '/fr/office'), 'Camille Roy', 'Premières rencontres demandées');
});

test('a file in care keeps its last step while a question waits, and the question is the thing to do', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	await walk(path, client);
	const { open } = reader(path, path.practitioner.actor);
	const at = `/fr/office/clients/${client.dossier.id}`;
	expect((await open(at)).text).toContain('Étape 7 de 7');
	await path.does(path.practitioner.actor, client.dossier, 'question.ask', {
		person: client.persons[0]?.id,
		document: 'services',
		clause: 'fees',
		text: 'Et si j’annule ?',
	});
	const page = await open(at);
	expect(page.text).toContain('Étape 7 de 7');
	expect(page.text).toContain('Répondre à une question (Camille Roy)');
});

test('the board names the files in which something is missing, and leads to them', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	const page = await visitor(path).seen(path.practitioner.actor, '/fr/office/board');
	shows(page, 'Manque dans 1 dossier', 'Camille Roy');
	expect(page.leads).toContain(`/fr/office/clients/${client.dossier.id}/board`);
});
