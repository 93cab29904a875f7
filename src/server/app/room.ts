import { error, isHttpError, type RequestEvent } from '@sveltejs/kit';
import { keepSession } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { Session as RoomSession } from '#server/capabilities/sessions/facts.ts';
import { reachOf } from '#server/kernel/dossier.ts';
import { iceServers } from '#server/platform/turn.ts';
import { whenEnded } from './door.ts';
import { factsOf } from './facts.ts';
import { GRACE, isHeld, keepSeat, leaveSeat, type Room, type Seat, seatOf, takeSeat } from './seats.ts';
import { sit, sittingAs, sittingAt } from './sitting.ts';
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
	const reach = reachOf(dossier, session.account, session.roles, app.world.now());
	if (!reach || reach === 'desk') error(404);
	const follows = dossier.careTeam[session.account] !== undefined;
	const person = follows ? undefined : reach.find((part) => open.admitted.includes(part));
	if (!follows && !person) error(404);
	return { app, room: { practice, session: open.id }, facts: found.facts, open, account: session.account, person };
}

const roomAsked = (event: RequestEvent): Room & { readonly account: string } => {
	const { session, practice } = signedIn(event);
	return { practice, session: event.params.session ?? '', account: session.account };
};

const channelOf = ({ practice, session }: Room): string => `room:${practice}:${session}`;

/** Relay addresses with a pass for one place. */
const iceFor = ({ config, world }: App, seat: string) => iceServers(config, seat, world.now());

/** Direct media shows addresses: the relay is the default, where there is one, for several persons and for the anonymous. */
const relayOnly = ({ app, facts }: AtDoor): boolean => {
	const { kind, anonymous } = facts.dossier.joint.dossier;
	// Somebody without a name is never shown, relay or not: without one, the room is for writing.
	return anonymous || (app.config.turn !== undefined && kind !== 'person');
};

function participant({ facts }: AtDoor, seat: Pick<Seat, 'id' | 'account_id' | 'person_id' | 'role'>) {
	const { persons } = facts.dossier.joint.dossier;
	const name = seat.person_id ? persons[seat.person_id]?.name : facts.practice.practice.members[seat.account_id]?.name;
	return { id: seat.id, name: name ?? '', role: seat.role };
}

/** How long the page's own reading waits after somebody came in (milliseconds). */
const FIRST_READING = 1_500;

const encoder = new TextEncoder();
const eventText = (name: string, data: unknown, id?: bigint): Uint8Array =>
	encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

/** How far one has come, for whoever resumes; nothing is heard of it. */
const bookmark = (id: bigint): Uint8Array => encoder.encode(`id: ${id}\n\n`);

/** What travels on the room's channel: to everyone, or to one place. */
interface Passed {
	readonly to?: string;
	readonly from?: string;
	/** The place that this one takes over: the same person, from another window. */
	readonly instead?: string;
	/** Under which it may have been heard already. */
	readonly note?: string;
	readonly data: unknown;
}

/** The room's stream of events for one browser (the contract is src/ui/room/signalling.ts). */
export async function roomEvents(event: RequestEvent): Promise<Response> {
	const here = roomAsked(event);
	const body = event.request.method === 'POST' ? await said(event) : undefined;
	if (body instanceof Response) return body;
	const offer = body?.data;
	// Where the channel stands before anything is read: whatever comes after it is passed on, now or after a cut.
	const [door, now] = await Promise.all([atDoor(event), event.locals.app.live.position(channelOf(here))]);
	const { app, room, account, person } = door;
	const { session } = signedIn(event);
	const last = /^\d{1,18}$/.exec(event.request.headers.get('last-event-id') ?? '')?.[0];
	const held = last === undefined ? undefined : await seatOf(app, room, account);
	const from = held && last ? BigInt(last) : now;
	const seat: Omit<Seat, 'seen_at'> = held ?? {
		id: app.world.newId(),
		account_id: account,
		person_id: person ?? null,
		role: person ? 'client' : 'practitioner',
	};
	const ends: (() => void)[] = [];
	const shut = (out: ReadableStreamDefaultController<Uint8Array>) => {
		end();
		void leave(app, room, seat.id, app.world.now()); // a place gives the right to speak: gone with the right to be here
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
	const stream = new ReadableStream<Uint8Array>({
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
			const heard = new Set<string>();
			const known = new Set<string>([seat.id]);
			const pass = (name: string, id: bigint, { to, from, instead, note, data }: Passed) => {
				if (to !== undefined && to !== seat.id) return;
				if (note !== undefined && heard.delete(note)) return write(bookmark(id));
				if (instead) pass('leave', id, { from: instead, data: { id: instead } });
				if (name === 'join' && from !== undefined && known.has(from)) return;
				if (name === 'leave' && from) known.delete(from);
				if (name === 'leave' && from === seat.id) stand();
				write(eventText(name, data, id));
			};
			let stand = () => {};
			const hear = (note: string, name: string, data: unknown) => {
				heard.add(note);
				if (name === 'join') known.add((data as { readonly id: string }).id);
				write(eventText(name, data));
			};
			ends.push(
				() => stand(),
				whenEnded(app, room.practice, session, () => shut(out)),
				app.live.subscribe(channelOf(room), from, ({ id, name, data }) => {
					const passOn = () => pass(name, id, data as Passed);
					if (welcomed) passOn();
					else early.push(passOn);
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
				const me = participant(door, seat);
				stand = sit({ ...room, id: seat.id, account, hear });
				const offered = offer && handOver(app, room, { me, offer, to: others[0]?.id });
				const peers = others.map((o) => participant(door, o));
				const ways = { ice: iceFor(app, seat.id), relayOnly: relayOnly(door) };
				write(eventText('welcome', { me: seat.id, peers, ...ways, ...(offered && { offered }) }));
				// The position follows once the others know of the newcomer: cut off before that, one begins anew.
				await tell(app, room, 'join', { from: seat.id, ...(before && { instead: before }), data: me });
				write(bookmark(from));
				welcomed = true;
				for (const passOn of early.splice(0)) passOn();
			}
			// What was written before we listened is not missed; not at once, for the page's reading would delay the picture.
			const first = setTimeout(() => write(eventText('changed', {})), FIRST_READING);
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
				() => clearTimeout(first),
				() => clearInterval(beat),
				() => clearInterval(refresh),
			);
			if (over) end(); // gone before everything was in place
		},
		cancel: () => end(),
	});
	event.request.signal.addEventListener('abort', end, { once: true });
	return new Response(stream, {
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

/**
 * One browser's words for another, passed on unread: the server cannot hear or see the meeting in them. Whoever holds a place
 * may speak: it was given at the door, and is taken back with the right to be here.
 */
export async function roomSignal(event: RequestEvent): Promise<Response> {
	const { app } = event.locals;
	const { account, ...room } = roomAsked(event);
	const seat = sittingAs(room, account) ?? (await seatOf(app, room, account));
	if (!seat) await atDoor(event); // to a stranger there is no room at all
	const body = await said(event);
	if (body instanceof Response) return body;
	const { to, data } = body;
	if (!to) return new Response(null, { status: 400 });
	if (!seat) return new Response(null, { status: 410 });
	return new Response(null, { status: await passOn(app, room, seat.id, { to, data }) });
}

/** From hand to hand within this process, and through the database for those elsewhere and for those who resume. */
async function passOn(app: App, room: Room, from: string, { to, data }: Required<Said>): Promise<204 | 410> {
	const said = { from, data };
	const beside = sittingAt(room, to);
	const note = app.world.newId();
	if (to === from) await leave(app, room, from, app.world.now());
	else if (beside) {
		beside.hear(note, 'signal', said);
		void tell(app, room, 'signal', { to, note, data: said }).catch(() => undefined);
	} else if (await isHeld(app, room, to)) await tell(app, room, 'signal', { to, data: said });
	else return 410;
	return 204;
}

/** With an offer in hand, the first whom one finds there knows of it at once. */
function handOver(
	app: App,
	room: Room,
	{ me, offer, to }: { readonly me: { readonly id: string }; readonly offer: object; readonly to: string | undefined },
): string | undefined {
	if (to === undefined) return undefined;
	sittingAt(room, to)?.hear(app.world.newId(), 'join', me);
	void passOn(app, room, me.id, { to, data: offer }).catch(() => undefined);
	return to;
}

/** The relays, for whoever may go in: with them the way is found before one does. */
export async function roomIce(event: RequestEvent): Promise<Response> {
	const door = await atDoor(event);
	return Response.json({ ice: iceFor(door.app, door.app.world.newId()), relayOnly: relayOnly(door) });
}

interface Said {
	readonly to?: string;
	readonly data: object;
}

async function said(event: RequestEvent): Promise<Said | Response> {
	const text = await event.request.text();
	if (text.length > LARGEST) return new Response(null, { status: 413 });
	try {
		const { to, data } = JSON.parse(text) as { to?: unknown; data?: unknown };
		const isTo = to === undefined || (typeof to === 'string' && /^[0-9a-f-]{36}$/.test(to));
		if (isTo && typeof data === 'object' && data !== null) return { data, ...(to !== undefined && { to }) };
	} catch {
		// as any other body that says nothing
	}
	return new Response(null, { status: 400 });
}
