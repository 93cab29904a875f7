import { expect, test } from 'vitest';
import { isRefusal } from '#server/kernel/refusal.ts';
import { openHttpPath, webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';
import { openSession, request, startSession, walk } from './support/path.ts';

const server = await testServer();

test('the whole path holds over HTTP, and a stranger finds nothing there', async () => {
	const path = await openHttpPath(await webApp(server));
	const client = await request(path);
	await walk(path, client);
	const id = await openSession(path, client);
	await startSession(path, client, id);
	const stranger = { account: await path.newAccount('client', 'Alix Morin'), assurance: 'passkey' } as const;
	const seen = await path.attempt(stranger, client.dossier, 'session.end', { id });
	const nothing = await path.attempt(stranger, { kind: 'dossier', id: path.world.newId() }, 'session.end', { id });
	expect(isRefusal(seen)).toBe(true);
	expect(seen).toEqual(nothing);
	expect((await path.page(stranger, `/fr/office/clients/${client.dossier.id}`)).status).toBe(404);
	expect((await path.page(path.practitioner.actor, '/fr/office/clients')).text).toContain('Camille Roy');
});
