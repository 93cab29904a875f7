import { request as ask, type ClientRequest } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { openSession, request, startSession, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const streams: ClientRequest[] = [];
afterAll(() => {
	for (const stream of streams) stream.destroy();
});

/** Somebody's page in the room: the stream it holds open, and whether it was cut. */
async function inRoom(cookie: string, address: string): Promise<{ readonly isCut: () => boolean }> {
	const { host, port } = new URL(path.origin);
	let cut = false;
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const stream = ask({ host: '127.0.0.1', port, path: `${address}/events`, headers: { host, cookie } }, (answer) => {
		if (answer.statusCode !== 200) reject(new Error(`the room answered ${answer.statusCode}`));
		answer.once('data', () => resolve());
		answer.once('close', () => {
			cut = true;
		});
		answer.on('error', () => undefined);
	});
	stream.on('error', () => undefined);
	stream.end();
	streams.push(stream);
	await promise;
	return { isCut: () => cut };
}

describe('during a meeting', () => {
	test('nobody’s session sits idle, though their page asks for nothing; one that is revoked is cut', async () => {
		const client = await request(path);
		await walk(path, client);
		const id = await openSession(path, client);
		await startSession(path, client, id);
		const account = path.practitioner.actor.account ?? '';
		const { rows: before } = await web.app.ownerPool.query('select id from account_session');
		const cookie = await path.web.forPractice(path.practice.id).cookie(account);
		const room = await inRoom(cookie, `/fr/room/${client.dossier.id}/${id}`);
		const known = before.map((r: { id: string }) => r.id);
		const mine = 'practice_id = $1 and account_id = $2 and not (id = any($3))';
		const asked = [path.practice.id, account, known];
		await web.app.ownerPool.query(`update account_session set seen_at = seen_at - 1740000 where ${mine}`, asked);
		const idle = async (): Promise<number> => {
			const { rows } = await web.app.ownerPool.query(`select seen_at from account_session where ${mine}`, asked);
			expect(rows.length).toBe(1);
			return Date.now() - Number(rows[0].seen_at);
		};
		expect(await idle()).toBeGreaterThan(1_700_000);
		await expect.poll(idle, { timeout: 15_000 }).toBeLessThan(60_000);
		expect(room.isCut()).toBe(false);
		await web.app.ownerPool.query(`update account_session set revoked_at = $4 where ${mine}`, [...asked, Date.now()]);
		await expect.poll(room.isCut, { timeout: 15_000 }).toBe(true);
	});
});
