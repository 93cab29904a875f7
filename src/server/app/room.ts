import { error, isHttpError, type RequestEvent } from '@sveltejs/kit';
import { keepSession } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { Session as RoomSession } from '#server/capabilities/sessions/facts.ts';
import { reachOf } from '#server/kernel/dossier.ts';
import { iceServers } from '#server/platform/turn.ts';
import { factsOf } from './facts.ts';
import { GRACE, keepSeat, leaveSeat, type Room, type Seat, seatBeside, seatOf, takeSeat } from './seats.ts';
import { signedIn } from './view.ts';
import type { App } from './world.ts';

/** Who is at the door of a room, and what the room is. */
interface AtDoor {
	readonly app: App;
	readonly room: Room;
	readonly facts: Facts;
	readonly open: RoomSession;
	readonly account: string;
	readonly person: string | undefined;
}

/** Only the practitioner of the file, and whoever was let in, or represents them, once it has begun; to anyone else there is no room. */
async function atDoor(event: RequestEvent): Promise<AtDoor> {
	const { session, practice } = signedIn(event);
	const { app } = event.locals;
	const found = await factsOf(app.world, practice, { kind: 'dossier', id: event.params.dossier ?? '' });
	const open = found?.facts.dossier.joint.sessions.open[event.params.session ?? ''];
	if (!found || open?.state !== 'started') error(404);
	const { dossier } = found.facts.dossier.joint;
	const reach = reachOf(dossier, session.account, [], app.world.now());
	if (!reach || reach === 'desk') error(404);
	const follows = dossier.careTeam[session.account] !== undefined;
	const person = follows ? undefined : reach.find((part) => open.admitted.includes(part));
	if (!follows && !person) error(404);
	return { app, room: { practice, session: open.id }, facts: found.facts, open, account: session.account, person };
}

const channelOf = ({ practice, session }: Room): string => `room:${practice}:${session}`;

/** Relay addresses with a pass for one place. */
const iceFor = ({ config, world }: App, seat: string) => iceServers(config, seat, world.now());

/** Direct media shows addresses: the relay is the default, where there is one, for several persons and for the anonymous. */
const relayOnly = ({ app, facts }: AtDoor): boolean => {
	const { kind, anonymous } = facts.dossier.joint.dossier;
	return app.config.turn !== undefined && (kind !== 'person' || anonymous);
};

function participant({ facts }: AtDoor, seat: Pick<Seat, 'id' | 'account_id' | 'person_id' | 'role'>) {
	const { persons } = facts.dossier.joint.dossier;
	const name = seat.person_id ? persons[seat.person_id]?.name : facts.practice.practice.members[seat.account_id]?.name;
	return { id: seat.id, name: name ?? '', role: seat.role };
}

const encoder = new TextEncoder();
const eventText = (name: string, data: unknown, id?: bigint): Uint8Array =>
	encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

/** What travels on the room's channel: to everyone, or to one place. */
interface Passed {
	readonly to?: string;
	readonly from?: string;
	readonly data: unknown;
}

/** The room's stream of events for one browser (the contract is src/ui/room/signalling.ts). */
export async function roomEvents(event: RequestEvent): Promise<Response> {
	const door = await atDoor(event);
	const { app, room, account, person } = door;
	const { session } = signedIn(event);
	const last = /^\d{1,18}$/.exec(event.request.headers.get('last-event-id') ?? '')?.[0];
	const held = last === undefined ? undefined : await seatOf(app, room, account);
	const seat: Omit<Seat, 'seen_at'> = held ?? {
		id: app.world.newId(),
		account_id: account,
		person_id: person ?? null,
		role: person ? 'client' : 'practitioner',
	};
	const ends: (() => void)[] = [];
	const body = new ReadableStream<Uint8Array>({
		start: async (out) => {
			const write = (bytes: Uint8Array) => {
				try {
					out.enqueue(bytes);
				} catch {
					end(); // the browser is gone
				}
			};
			const early: (() => void)[] = [];
			let welcomed = held !== undefined;
			const known = new Set<string>([seat.id]);
			const pass = (name: string, id: bigint, { to, from, data }: Passed) => {
				if ((to !== undefined && to !== seat.id) || (name === 'join' && from !== undefined && known.has(from))) return;
				if (name === 'leave' && from) known.delete(from);
				write(eventText(name, data, id));
			};
			ends.push(
				app.live.subscribe(channelOf(room), held && last ? BigInt(last) : undefined, ({ id, name, data }) => {
					const now = () => pass(name, id, data as Passed);
					if (welcomed) now();
					else early.push(now);
				}),
				app.live.subscribe(`journal:${room.practice}:${event.params.dossier}`, undefined, () => {
					write(eventText('changed', {}));
					// Whoever left, and everyone once it has ended, hears nothing more of this room.
					void atDoor(event).catch((no: unknown) => isHttpError(no) && shut(out));
				}),
			);
			write(encoder.encode('retry: 500\n\n'));
			if (!held) {
				const { others, before } = await takeSeat(app, room, seat);
				for (const other of others) known.add(other.id);
				write(
					eventText('welcome', {
						me: seat.id,
						peers: others.map((o) => participant(door, o)),
						ice: iceFor(app, seat.id),
						relayOnly: relayOnly(door),
					}),
				);
				welcomed = true;
				for (const now of early.splice(0)) now();
				// What was written between the page and this stream is not missed.
				write(eventText('changed', {}));
				if (before) await tell(app, room, 'leave', { from: before, data: { id: before } });
				await tell(app, room, 'join', { from: seat.id, data: participant(door, seat) });
			}
			const beat = setInterval(() => {
				write(encoder.encode(': here\n\n'));
				void stillHere(app, room, seat.id);
				void keepSession(app.world, room.practice, session).then(
					(open) => open || shut(out),
					() => undefined,
				);
			}, 5_000);
			const refresh = setInterval(() => write(eventText('ice', { ice: iceFor(app, seat.id) })), 45 * 60_000);
			ends.push(
				() => clearInterval(beat),
				() => clearInterval(refresh),
			);
			if (over) end(); // gone before everything was in place
		},
		cancel: () => end(),
	});
	const shut = (out: ReadableStreamDefaultController<Uint8Array>) => {
		end();
		try {
			out.close();
		} catch {
			// closed by the browser before
		}
	};
	let over = false;
	const end = () => {
		over = true;
		for (const stop of ends.splice(0)) stop();
		const gone = app.world.now();
		setTimeout(() => void leave(app, room, seat.id, gone), GRACE).unref();
	};
	event.request.signal.addEventListener('abort', end, { once: true });
	return new Response(body, {
		headers: {
			'Content-Type': 'text/event-stream',
			'Cache-Control': 'no-cache, no-transform',
			'X-Accel-Buffering': 'no',
		},
	});
}

const tell = (app: App, room: Room, name: string, passed: Passed): Promise<void> =>
	app.live.publish(channelOf(room), { name, data: passed });

async function stillHere(app: App, room: Room, seat: string): Promise<void> {
	for (const gone of await keepSeat(app, room, seat).catch(() => []))
		await tell(app, room, 'leave', { from: gone, data: { id: gone } }).catch(() => undefined);
}

async function leave(app: App, room: Room, seat: string, since: number): Promise<void> {
	if (await leaveSeat(app, room, seat, since).catch(() => false))
		await tell(app, room, 'leave', { from: seat, data: { id: seat } }).catch(() => undefined);
}

const LARGEST = 256 * 1024;

/** One browser's words for another, passed on unread: the server cannot hear or see the meeting in them. */
export async function roomSignal(event: RequestEvent): Promise<Response> {
	const { app, room, account } = await atDoor(event);
	const text = await event.request.text();
	if (text.length > LARGEST) return new Response(null, { status: 413 });
	const body = parsed(text);
	if (!body) return new Response(null, { status: 400 });
	const seat = await seatBeside(app, room, { account, to: body.to });
	if (!seat) return new Response(null, { status: 410 });
	await tell(app, room, 'signal', { to: body.to, data: { from: seat.id, data: body.data } });
	return new Response(null, { status: 204 });
}

function parsed(text: string): { readonly to: string; readonly data: object } | undefined {
	try {
		const { to, data } = JSON.parse(text) as { to?: unknown; data?: unknown };
		const ok = typeof to === 'string' && /^[0-9a-f-]{36}$/.test(to) && typeof data === 'object' && data !== null;
		return ok ? { to, data } : undefined;
	} catch {
		return undefined;
	}
}
