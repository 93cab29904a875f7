import { get, request } from 'node:http';
import { expect, test } from 'vitest';
import { eventCutter, type StreamEvent } from '#ui/room/event-stream.ts';
import { meetingsIn, person } from '../pages/meetings.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const { inCare, openRoom, arrives, admits } = meetingsIn(path);

type Who = typeof path.practitioner.actor;

const cookieOf = (who: Who) => web.forPractice(path.practice.id).cookie(who.account ?? '', who.assurance);

/** What one browser tells another; answers the status. */
async function say(who: Who, address: string, said: object): Promise<number | undefined> {
	const { host, port } = new URL(path.origin);
	const headers = { host, cookie: await cookieOf(who), 'content-type': 'application/json' };
	const line = request({ host: '127.0.0.1', port, path: `${address}/signal`, method: 'POST', headers });
	return new Promise((resolve, reject) => {
		line.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
		line.end(JSON.stringify(said));
	});
}

/** A browser's line to the room, which can be cut and taken up again. */
async function listen(who: Who, address: string, last?: string) {
	const cookie = await cookieOf(who);
	const heard: StreamEvent[] = [];
	const marks: string[] = [];
	const { host, port } = new URL(path.origin);
	const headers = { host, cookie, ...(last !== undefined && { 'last-event-id': last }) };
	const line = get({ host: '127.0.0.1', port, path: `${address}/events`, headers });
	line.on('error', () => undefined);
	const cut = eventCutter(
		(event) => heard.push(event),
		(id) => marks.push(id),
	);
	line.on('response', (answer) => answer.on('error', () => undefined).on('data', (piece) => cut(String(piece))));
	const named = (name: string) => heard.filter((event) => event.name === name).map(({ data }) => JSON.parse(data));
	return { named, marks, hangUp: () => line.destroy() };
}

test('whoever was cut off right after the welcome misses nothing, and is announced once', async () => {
	const client = await inCare();
	const room = await openRoom(client);
	await arrives(client, room);
	await admits(client, room);
	const office = await listen(path.practitioner.actor, room.address);
	await expect.poll(() => office.marks.length).toBeGreaterThan(0);
	const here = await listen(person(client).actor, room.address);
	await expect.poll(() => here.marks.length).toBeGreaterThan(0);
	const [{ me, peers }] = here.named('welcome');
	expect(peers).toHaveLength(1);
	await expect.poll(() => office.named('join').map(({ id }) => id)).toEqual([me]);
	here.hangUp();
	const said = { to: me, data: [{ candidate: { candidate: 'while you were away' } }] };
	expect(await say(path.practitioner.actor, room.address, said)).toBe(204);
	const back = await listen(person(client).actor, room.address, here.marks[0]);
	await expect.poll(() => back.named('signal')).toEqual([{ from: peers[0].id, data: said.data }]);
	expect(back.named('welcome')).toEqual([]);
	expect(office.named('join')).toHaveLength(1);
	expect(office.named('leave')).toEqual([]);
	for (const line of [office, back]) line.hangUp();
});
