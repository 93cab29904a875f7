import { type Knock, openEventStream, type StreamEvent } from './event-stream.ts';
import { openOutbox } from './outbox.ts';

/** A person in the room; the id is given by the server and lasts as long as their page stays connected. */
export type Participant = { readonly id: string; readonly name: string; readonly role: string };

/** What two browsers tell each other through the server; the server cannot read picture or voice from it. */
export type Signal = {
	readonly description?: { readonly type: 'offer' | 'answer'; readonly sdp: string; readonly number: number };
	readonly candidate?: RTCIceCandidateInit;
};

/**
 * The events of a room. `welcome` always begins a new session (also after a cut too long to resume), and comes before
 * everything else; `leave` of oneself says that this person entered again from another window.
 */
export type RoomEvents = {
	readonly welcome: {
		readonly me: string;
		readonly peers: readonly Participant[];
		readonly ice: readonly RTCIceServer[];
		readonly relayOnly: boolean;
		/** Who was given the offer one came with. */
		readonly offered?: string;
	};
	readonly join: Participant;
	readonly leave: { readonly id: string };
	/** Everything that was waiting for us from one person, in order. */
	readonly signal: { readonly from: string; readonly data: readonly Signal[] };
	/** Fresh relay credentials before the old ones end. */
	readonly ice: { readonly ice: readonly RTCIceServer[] };
};

/** Who listens to a room; `other` hears `admitted`, `ended`, `message` and whatever the page knows how to read. */
export type RoomListeners = { readonly [K in keyof RoomEvents]: (data: RoomEvents[K]) => void } & {
	readonly other: (name: string, data: unknown) => void;
	readonly line: (state: 'up' | 'down') => void;
	readonly refused: (status: number) => void;
};

/** A person's line to the room's server. */
export type Signalling = {
	readonly send: (to: string, data: Signal) => void;
	/** Says that this place is free again: otherwise the others wait for somebody who will not come back. */
	readonly leave: () => void;
	readonly close: () => void;
};

const known: ReadonlySet<string> = new Set<keyof RoomEvents>(['welcome', 'join', 'leave', 'signal', 'ice']);

/** Listens to `<base>/events` and speaks through `<base>/signal`. */
export const openSignalling = (base: string, listeners: RoomListeners, knocking?: Knock): Signalling => {
	const outbox = openOutbox<Signal>(`${base}/signal`);
	let me = '';

	const hear = ({ name, data }: StreamEvent) => {
		const value: unknown = JSON.parse(data);
		if (!known.has(name)) return listeners.other(name, value);
		if (name === 'welcome') {
			outbox.empty();
			({ me } = value as RoomEvents['welcome']);
		}
		(listeners[name as keyof RoomEvents] as (data: unknown) => void)(value);
	};

	const stream = openEventStream({
		url: `${base}/events`,
		emit: hear,
		line: (state) => {
			if (state === 'up') outbox.hurry();
			listeners.line(state);
		},
		refused: listeners.refused,
		knocking,
	});

	return {
		send: outbox.send,
		leave: () => {
			if (!me) return;
			const body = JSON.stringify({ to: me, data: { bye: true } });
			const headers = { 'Content-Type': 'application/json' };
			// Leaves with the page; nobody is there to read the answer.
			void fetch(`${base}/signal`, { method: 'POST', headers, body, keepalive: true }).catch(() => {});
		},
		close: () => {
			stream.close();
			outbox.close();
		},
	};
};
