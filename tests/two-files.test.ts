import { expect, test } from 'vitest';
import { asSystem, registerPractitioner } from '#server/app/practices.ts';
import type { Actor } from '#server/kernel/act.ts';
import { openHttpPath, webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';
import { type Client, type Path, request, walk } from './support/path.ts';

const server = await testServer();
const path = await openHttpPath(await webApp(server));
const eve = path.practitioner.actor;

/** Another practitioner of the same practice. */
async function colleague(): Promise<Actor> {
	const account = await path.newAccount('member', 'Noa Pelletier');
	await asSystem(path.world, path.practice.id, path.practice, 'member.join', {
		account,
		name: 'Noa Pelletier',
		roles: ['practitioner'],
	});
	const profile = (await path.factsOf(path.practice)).practitioner.practitioner.profile;
	await registerPractitioner(path.world, path.practice.id, account, {
		practitioner: { ...profile, name: 'Noa Pelletier', email: 'noa@ruisseau.example' },
		permit: { regulator: 'OTSTCFQ', number: 'TS-1', from: '2026-04-01', until: '2027-04-01' },
	} as Parameters<typeof registerPractitioner>[3]);
	return { account, assurance: 'passkey' };
}

const of = (by: Actor): Path => ({
	...path,
	practitioner: { account: by.account ?? '', actor: by, journal: { kind: 'practitioner', id: by.account ?? '' } },
});
const at = (client: Client) => `/fr/portal/${client.dossier.id}`;

test('the same person in two files: each file is shown to its own people, and neither shows the other', async () => {
	const noa = await colleague();
	const couple = await request(path, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
	await walk(path, couple);
	const alone = await request(of(noa), { names: ['Camille Roy'], linked: false });
	const [camille, dominique] = couple.persons;
	const self = alone.persons[0]?.id ?? '';
	const { account } = camille?.actor ?? {};
	await asSystem(path.world, path.practice.id, alone.dossier, 'person.link', { person: self, account });
	const thread = path.world.newId();
	const secret = { thread, purpose: 'care', channel: 'portal', person: self, body: 'Je pense partir.' };
	await path.does(camille?.actor ?? eve, alone.dossier, 'message.send', secret);

	// Camille has both, each by its own way in.
	const home = await path.page(camille?.actor, '/fr/portal');
	expect(home.text).toContain(couple.dossier.id);
	expect(home.text).toContain(alone.dossier.id);
	expect((await path.page(camille?.actor, `${at(alone)}/messages/${thread}`)).text).toContain('Je pense partir.');

	// The partner, and each practitioner, find nothing of the file that is not theirs: it answers as one that does not exist.
	const nothing = `/fr/portal/${path.world.newId()}/file`;
	for (const place of ['file', 'messages', 'file/opened']) {
		const theirs = await path.page(dominique?.actor, `${at(couple)}/${place}`);
		expect(theirs.status).toBe(200);
		expect(theirs.text).not.toContain(alone.dossier.id);
		expect(theirs.text).not.toContain('Je pense partir.');
	}
	const refused = await path.page(dominique?.actor, `${at(alone)}/file`);
	expect([refused.status, (await path.page(dominique?.actor, nothing)).status]).toEqual([404, 404]);
	expect((await path.page(noa, `/fr/office/clients/${alone.dossier.id}`)).status).toBe(200);
	expect((await path.page(noa, `/fr/office/clients/${couple.dossier.id}`)).status).toBe(404);
	const list = (await path.page(noa, '/fr/office/clients')).text;
	expect(list).toContain(alone.dossier.id);
	expect(list).not.toContain(couple.dossier.id);
	// Whoever owns the practice is its desk: names and times, never what was said.
	const desk = await path.page(eve, `/fr/office/clients/${alone.dossier.id}/messages`);
	expect(desk.text).not.toContain('Je pense partir.');
});

test('a couple separates: who leaves keeps reading their own part, and the other’s file goes on without them', async () => {
	const couple = await request(path, { names: ['Alix Morin', 'Sacha Côté'], kind: 'couple' });
	await walk(path, couple);
	const [stays, leaves] = couple.persons;
	const own = { thread: path.world.newId(), purpose: 'care', channel: 'portal', body: 'Pour moi seulement.' };
	await path.does(leaves?.actor ?? eve, couple.dossier, 'message.send', { ...own, person: leaves?.id });
	await path.does(eve, couple.dossier, 'person.leave', { person: leaves?.id });
	const later = { thread: path.world.newId(), purpose: 'care', channel: 'portal', body: 'Ce qui vient après.' };
	await path.does(eve, couple.dossier, 'message.send', later);

	expect((await path.page(leaves?.actor, `${at(couple)}/messages`)).text).not.toContain(later.thread);
	expect((await path.page(leaves?.actor, `${at(couple)}/messages/${own.thread}`)).text).toContain(
		'Pour moi seulement.',
	);
	expect((await path.page(leaves?.actor, `${at(couple)}/messages/${later.thread}`)).status).toBe(404);
	expect((await path.page(stays?.actor, `${at(couple)}/messages/${later.thread}`)).text).toContain(
		'Ce qui vient après.',
	);
	expect((await path.page(stays?.actor, `${at(couple)}/messages/${own.thread}`)).status).toBe(404);
	// Nothing more is written by, or for, the one who left.
	const wrote = await path.attempt(leaves?.actor ?? eve, couple.dossier, 'message.send', {
		...own,
		person: leaves?.id,
	});
	expect(wrote).toMatchObject({ refused: true });
});
