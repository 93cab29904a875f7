import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The room's side of the server as the browser expects it, in memory, for tests: it can also cut, refuse and lie. */
type Seat = {
	readonly person: string;
	readonly id: string;
	readonly log: { readonly id: number; readonly name: string; readonly data: unknown }[];
	response: ServerResponse | undefined;
	timer: ReturnType<typeof setTimeout> | undefined;
	seq: number;
};

/** How one room of the test server behaves. */
export type RoomRules = {
	readonly ice: readonly object[];
	readonly relayOnly: boolean;
	/** Milliseconds after which somebody whose line is gone has left. */
	readonly grace: number;
	/** The person whose page receives every signal in place of whom it was meant for. */
	readonly attacker?: string;
	/** Signals to swallow before any is passed on. */
	readonly lose?: number;
	/** Milliseconds after which the others hear of a newcomer, who has been welcomed before. */
	readonly lateJoin?: number;
};

const honest: RoomRules = { ice: [], relayOnly: false, grace: 3000 };
const csp =
	"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; media-src 'self' blob:; font-src 'self'";

const write = (response: ServerResponse, { id, name, data }: Seat['log'][number]) =>
	response.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

const tell = (seat: Seat, name: string, data: unknown) => {
	seat.seq += 1;
	const event = { id: seat.seq, name, data };
	seat.log.push(event);
	if (seat.response) write(seat.response, event);
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
	let text = '';
	for await (const piece of request) text += piece;
	return JSON.parse(text);
};

const shown = (seat: Seat) => ({
	id: seat.id,
	name: seat.person.toUpperCase(),
	role: seat.person === 'p0' ? 'practitioner' : 'client',
});

const openRooms = () => {
	const rooms = new Map<string, Map<string, Seat>>();
	const rules = new Map<string, RoomRules>();
	/** Rooms whose server is out of reach for now. */
	const dark = new Set<string>();
	const seats = (room: string) => {
		const found = rooms.get(room) ?? new Map<string, Seat>();
		rooms.set(room, found);
		return found;
	};
	const ruleOf = (room: string) => rules.get(room) ?? honest;

	const leave = (room: string, seat: Seat) => {
		if (seats(room).get(seat.person) !== seat) return;
		seats(room).delete(seat.person);
		for (const other of seats(room).values()) tell(other, 'leave', { id: seat.id });
	};

	const sit = (room: string, person: string, response: ServerResponse, offer: unknown) => {
		const before = seats(room).get(person);
		if (before) {
			tell(before, 'leave', { id: before.id });
			leave(room, before);
		}
		const seat: Seat = { person, id: randomUUID(), log: [], response, timer: undefined, seq: 0 };
		const hidden = person === ruleOf(room).attacker;
		const others = [...seats(room).values()].filter((other) => other.person !== ruleOf(room).attacker);
		const { ice, relayOnly, lateJoin } = ruleOf(room);
		const join = () => {
			for (const other of others) tell(other, 'join', shown(seat));
		};
		if (lateJoin) setTimeout(join, lateJoin);
		else if (!hidden) join();
		seats(room).set(person, seat);
		const offered = offer && !hidden ? others[0]?.id : undefined;
		tell(seat, 'welcome', { me: seat.id, peers: hidden ? [] : others.map(shown), ice, relayOnly, offered });
		if (offered) signal(room, person, { to: offered, data: offer });
		return seat;
	};

	const resume = (seat: Seat, response: ServerResponse, last: number) => {
		clearTimeout(seat.timer);
		seat.response?.end();
		seat.response = response;
		for (const event of seat.log) if (event.id > last) write(response, event);
		return seat;
	};

	const events = async (room: string, person: string, request: IncomingMessage, response: ServerResponse) => {
		const said = request.method === 'POST' ? ((await bodyOf(request)) as { data: unknown }) : undefined;
		response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform' });
		response.write(': here\n\n');
		const last = Number(request.headers['last-event-id'] ?? 0);
		const before = seats(room).get(person);
		const seat = before && last > 0 ? resume(before, response, last) : sit(room, person, response, said?.data);
		const ping = setInterval(() => response.write(': ping\n\n'), 1000);
		response.on('close', () => {
			clearInterval(ping);
			if (seat.response !== response) return;
			seat.response = undefined;
			seat.timer = setTimeout(() => leave(room, seat), ruleOf(room).grace);
		});
	};

	const lost = new Map<string, number>();
	const signal = (room: string, person: string, body: { to: string; data: unknown; as?: string }): number => {
		const all = [...seats(room).values()];
		const from = seats(room).get(person);
		const to = all.find(({ id }) => id === body.to);
		const spy = all.find((seat) => seat.person === ruleOf(room).attacker);
		if (!from || !to) return 410;
		if (to === from) {
			leave(room, from);
			return 204;
		}
		lost.set(room, (lost.get(room) ?? 0) + 1);
		if ((lost.get(room) ?? 0) <= (ruleOf(room).lose ?? 0)) return 204;
		if (spy && from !== spy) tell(spy, 'signal', { from: from.id, to: to.id, data: body.data });
		else tell(to, 'signal', { from: spy && body.as ? body.as : from.id, data: body.data });
		return 204;
	};

	return { rooms, rules, dark, seats, events, signal };
};

const answer =
	({ dark, events, signal }: ReturnType<typeof openRooms>, files: ReadonlyMap<string, string>) =>
	async (request: IncomingMessage, response: ServerResponse) => {
		const [, first = '', room = '', person = '', what = ''] = new URL(request.url ?? '/', 'http://x').pathname.split(
			'/',
		);
		if (first === 'rooms' && dark.has(room)) return void response.destroy();
		if (first === 'rooms' && what === 'ice') return void response.end(JSON.stringify({ ice: [], relayOnly: false }));
		if (first === 'rooms' && what === 'events') return events(room, person, request, response);
		if (first === 'rooms' && what === 'signal') {
			return void response
				.writeHead(signal(room, person, (await bodyOf(request)) as { to: string; data: unknown }))
				.end();
		}
		const file = files.get(first);
		const type = { js: 'text/javascript', css: 'text/css' }[first.split('.').pop() ?? ''] ?? 'text/html; charset=utf-8';
		response
			.writeHead(file === undefined ? 404 : 200, { 'Content-Type': type, 'Content-Security-Policy': csp })
			.end(file);
	};

/** Starts the test server on loopback, serving these files under their names. */
export const startRoomServer = async (files: ReadonlyMap<string, string>) => {
	const state = openRooms();
	const server = createServer((request, response) => {
		answer(state, files)(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { rules, dark, seats } = state;
	const hangUp = (room: string) => {
		for (const { response } of seats(room).values()) response?.destroy();
	};
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		rule: (room: string, rule: Partial<RoomRules>) => void rules.set(room, { ...honest, ...rule }),
		/** Breaks the event streams of a room once. */
		hangUp,
		/** Takes the server of a room out of reach, or gives it back. */
		darken: (room: string, on: boolean) => {
			if (on) dark.add(room);
			else dark.delete(room);
			if (on) hangUp(room);
		},
		idOf: (room: string, person: string) => seats(room).get(person)?.id,
		/** Tells one person something, as if from another. */
		forge: (room: string, person: string, name: string, data: unknown) => {
			const seat = seats(room).get(person);
			if (seat) tell(seat, name, data);
		},
		/** The last signal somebody was told, to be altered. */
		lastDescription: (room: string, person: string) =>
			seats(room)
				.get(person)
				?.log.map(
					({ data }) =>
						data as { from?: string; data?: { description?: { type: string; sdp: string; number: number } }[] },
				)
				.findLast(({ data }) => Array.isArray(data) && data.some(({ description }) => description)),
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
};

/** The test server. */
export type RoomServer = Awaited<ReturnType<typeof startRoomServer>>;
