import { expect, test } from 'vitest';
import { isRefusal } from '#server/kernel/refusal.ts';
import { testServer } from './support/index.ts';
import { openPath, openSession, request, startSession, walk } from './support/path.ts';

const server = await testServer();

test('an adult goes from request to signed note, and every line is there', async () => {
	const path = await openPath(server);
	const client = await request(path);
	await walk(path, client);
	const session = await openSession(path, client);
	await startSession(path, client, session);
	await path.does(path.practitioner.actor, client.dossier, 'session.end', { id: session });
	await path.does(path.practitioner.actor, client.dossier, 'note.sign', {
		session,
		body: { reason: 'Première rencontre', course: 'A parlé de la semaine.', plan: 'Se revoir mardi.' },
		happened: { mode: 'video' },
		stillFits: 'yes',
		attests: client.persons.map((p) => p.id),
		sources: [],
		authors: [path.practitioner.account],
	});
	const { dossier } = await path.factsOf(client.dossier);
	expect(dossier.joint.notes.signed).toBe(1);
	expect(dossier.joint.sessions.firstService).toBeDefined();
});

test('a couple is let in one by one, each on their own consent', async () => {
	const path = await openPath(server);
	const client = await request(path, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
	await walk(path, client);
	const session = await openSession(path, client);
	await startSession(path, client, session);
	expect((await path.factsOf(client.dossier)).dossier.joint.sessions.open[session]?.admitted).toHaveLength(2);
});

test('a New Brunswick practitioner is bound by New Brunswick’s duties', async () => {
	const path = await openPath(server, { province: 'NB' });
	const client = await request(path);
	await walk(path, client, { without: ['plans'] });
	const session = await openSession(path, client);
	await path.does(path.practitioner.actor, client.dossier, 'session.admit', {
		id: session,
		person: client.persons[0]?.id,
	});
	const refused = await path.attempt(path.practitioner.actor, client.dossier, 'session.start', { id: session });
	expect(isRefusal(refused) && refused.duties.map((d) => d.duty)).toEqual(['nb-3-h', 'nb-3-i']);
});
