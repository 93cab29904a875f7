import type pg from 'pg';

/** One event on a channel: what happened, and something about it that JSON can carry. */
export type LiveEvent = { readonly name: string; readonly data: unknown };
/** An event as it is read back; ids grow within a channel and serve as `id:` of a server-sent event. */
export type LiveRow = LiveEvent & { readonly id: bigint };
/** Closes what is written and opens what is read; the channel belongs to the seal. */
export type LiveSeal = {
	readonly seal: (channel: string, plain: string) => Uint8Array;
	readonly open: (channel: string, sealed: Uint8Array) => string;
};
/** Hears each event of a channel once, in order. */
export type LiveListener = (event: LiveRow) => void;
/** What goes wrong in the background: a lost connection, a listener that throws. It is retried; this is for the log. */
export type LiveTrouble = (error: unknown) => void;

/**
 * The table, for the migration. Unlogged: the events are worth a minute. The sequence is not, so that ids never go back
 * after a crash: a browser that waits for what follows 5000 would wait for ever.
 */
export const liveTable = `
create sequence live_event_id;
create unlogged table live_event (
	id bigint primary key default nextval('live_event_id'),
	channel text not null,
	body bytea not null,
	at timestamptz not null default now()
);
create index live_event_channel on live_event (channel, id);
create index live_event_at on live_event (at);
`;

const hint = 'live_event';
const batch = 500;

/**
 * Writes after the writers before it on the same channel: without the lock a later id could become readable before an
 * earlier one, and a reader would pass the earlier one by.
 */
const write = `
with turn as materialized (select pg_advisory_xact_lock(hashtextextended('live_event ' || $1, 0)))
insert into live_event (channel, body) select $1, $2 from turn`;
// `live_event.id`: a bare `id` would sort by the text it is selected as, 10 before 9.
const read = `select id::text, body from live_event where channel = $1 and id > $2 order by live_event.id limit ${batch}`;
const newest = 'select coalesce(max(id), 0)::text as id from live_event where channel = $1';
const sweep = `delete from live_event where at < now() - interval '1 minute'`;

/** How often to look and to sweep without being told, in milliseconds. */
export type LivePace = { readonly look: number; readonly sweep: number };
/** Hints can be lost (a process that dies between writing and telling); nothing waits longer than `look`. */
const usualPace: LivePace = { look: 10_000, sweep: 20_000 };

type Subscription = { last: bigint | undefined; readonly listener: LiveListener };
type Channel = { readonly subscriptions: Set<Subscription>; looking: boolean; again: boolean };

/** Holds one connection that hears hints, and begins again whenever it is lost. */
function hearHints(pool: pg.Pool, heard: (channel: string) => void, back: () => void, trouble: LiveTrouble) {
	let open = true;
	let hangUp = () => {};

	const once = async () => {
		const client = await pool.connect();
		const ended = new Promise<void>((resolve) => {
			hangUp = resolve;
			client.once('end', resolve);
			client.on('error', (error) => {
				trouble(error);
				resolve();
			});
		});
		try {
			client.on('notification', ({ payload }) => heard(payload ?? ''));
			await client.query(`listen ${hint}`);
			back();
			if (open) await ended;
		} finally {
			client.release(true);
		}
	};
	const run = async () => {
		for (let wait = 100; open; wait = Math.min(wait * 2, 2000)) {
			const began = Date.now();
			await once().catch(trouble);
			if (Date.now() - began > 5000) wait = 100;
			if (open) await pause(wait);
		}
	};
	const pause = (ms: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, ms);
			hangUp = () => {
				clearTimeout(timer);
				resolve();
			};
		});

	const over = run();
	return async () => {
		open = false;
		hangUp();
		await over;
	};
}

/**
 * Carries events between the processes of one database: signalling, and "something changed". Rows are the truth, NOTIFY is
 * only a hint, so that nothing is lost while the hearing connection is. Events live about a minute: whoever was away longer
 * begins anew.
 */
export function openLive(pool: pg.Pool, { seal, open }: LiveSeal, trouble: LiveTrouble = () => {}, pace = usualPace) {
	const channels = new Map<string, Channel>();
	const starting = new Set<Promise<unknown>>();

	const deliver = (subscriptions: Iterable<Subscription>, event: LiveRow) => {
		for (const subscription of [...subscriptions]) {
			if (subscription.last === undefined || subscription.last >= event.id) continue;
			subscription.last = event.id;
			try {
				subscription.listener(event);
			} catch (error) {
				trouble(error);
			}
		}
	};

	const readOn = async (name: string, { subscriptions }: Channel): Promise<boolean> => {
		const places = [...subscriptions].flatMap(({ last }) => (last === undefined ? [] : [last]));
		const first = places.reduce<bigint | undefined>((low, at) => (low === undefined || at < low ? at : low), undefined);
		if (first === undefined) return false;
		const { rows } = await pool.query<{ id: string; body: Buffer }>(read, [name, String(first)]);
		for (const { id, body } of rows)
			deliver(subscriptions, { id: BigInt(id), ...(JSON.parse(open(name, body)) as LiveEvent) });
		return rows.length === batch;
	};

	const look = async (name: string): Promise<void> => {
		const channel = channels.get(name);
		if (!channel) return;
		channel.again = true;
		if (channel.looking) return;
		channel.looking = true;
		try {
			while (channel.again) {
				channel.again = false;
				if (await readOn(name, channel)) channel.again = true;
			}
		} catch (error) {
			trouble(error); // looked at again when the database is back
		} finally {
			channel.looking = false;
		}
	};
	const lookEverywhere = () => {
		for (const name of channels.keys()) void look(name);
	};

	const position = async (name: string): Promise<bigint> => {
		const { rows } = await pool.query<{ id: string }>(newest, [name]);
		return BigInt(rows[0]?.id ?? 0);
	};
	const start = async (name: string, subscription: Subscription) => {
		const now = await position(name);
		subscription.last ??= now;
	};

	const stopHearing = hearHints(pool, (name) => void look(name), lookEverywhere, trouble);
	const timers = [
		setInterval(lookEverywhere, pace.look).unref(),
		setInterval(() => void pool.query(sweep).catch(trouble), pace.sweep).unref(),
	];

	return {
		/** Writes an event; resolves when every process can read it. Whoever subscribed here before hears it. */
		publish: async (name: string, event: LiveEvent): Promise<void> => {
			await Promise.allSettled(starting);
			await pool.query(write, [name, seal(name, JSON.stringify({ name: event.name, data: event.data }))]);
			void look(name); // whoever listens here need not wait for the hint to come back
			// After the commit and on its own: inside, the lock of NOTIFY would make all writers queue.
			void pool.query('select pg_notify($1, $2)', [hint, name]).catch(trouble);
		},
		/** How far a channel has come: whoever subscribes after it misses nothing from now on. */
		position,
		/** Hears a channel: what comes after the id `after`, or after now; answers how to stop. */
		subscribe: (name: string, after: bigint | undefined, listener: LiveListener): (() => void) => {
			const channel = channels.get(name) ?? { subscriptions: new Set(), looking: false, again: false };
			const subscription: Subscription = { last: after, listener };
			channels.set(name, channel);
			channel.subscriptions.add(subscription);
			const ready = after === undefined ? start(name, subscription) : Promise.resolve();
			const looked = ready.catch(trouble).then(() => look(name));
			starting.add(looked);
			void looked.finally(() => starting.delete(looked));
			return () => {
				channel.subscriptions.delete(subscription);
				if (channel.subscriptions.size === 0 && channels.get(name) === channel) channels.delete(name);
			};
		},
		/** Hears nothing more and gives its connection back. */
		close: async (): Promise<void> => {
			for (const timer of timers) clearInterval(timer);
			channels.clear();
			await stopHearing();
		},
	};
}

/** What `openLive` gives. */
export type Live = ReturnType<typeof openLive>;
