import { type Member, memberAt, type OnAndOff, readOnAndOff, type Seat } from './member.ts';
import { type Channel, type Kind, openPeer, type Peer } from './peer.ts';
import { judge, sampleOf } from './quality.ts';
import type { Participant, RoomEvents, Signal } from './signalling.ts';
import type { Spare } from './spare.ts';
import { pictureBudget } from './thrift.ts';

/** What a mesh tells. */
export type MeshHooks = {
	readonly signal: (to: string, signal: Signal) => void;
	readonly changed: () => void;
	/** Who is in the room now, myself included. */
	readonly members: (me: string, ids: readonly string[]) => void;
	readonly phraseReady: (id: string) => void;
	readonly phraseHeard: (id: string, text: string) => void;
	readonly swapped: (id: string) => void;
	/** A connection made before, for whoever was given its offer; once. */
	readonly spare: () => Spare | undefined;
};

/** Enough for one offer and its candidates. */
const earlyLimit = 40;

/** A room of two to four: one connection from each browser to each other. */
export const openMesh = (certificate: RTCCertificate, hooks: MeshHooks) => {
	const seats = new Map<string, Seat>();
	/** Signals that overtook the news of who sends them. */
	const early = new Map<string, Signal[]>();
	const tracks = new Map<Kind, MediaStreamTrack>();
	let me = '';
	let ice: readonly RTCIceServer[] = [];
	let relayOnly = false;
	let voiceOnly = false;
	let says: OnAndOff = { microphone: false, camera: false };

	const everyPeer = (tell: (peer: Peer) => void) => {
		for (const { peer } of seats.values()) tell(peer);
	};

	const settle = () => {
		everyPeer((peer) => peer.setBudget(pictureBudget(seats.size)));
		hooks.members(me, [me, ...seats.keys()]);
		hooks.changed();
	};

	const remove = (id: string) => {
		seats.get(id)?.peer.close();
		if (seats.delete(id)) settle();
	};

	const heard = (id: string, channel: Channel, text: string) => {
		if (channel === 'phrase') return hooks.phraseHeard(id, text);
		const seat = seats.get(id);
		const said = readOnAndOff(text);
		if (!seat || !said) return;
		if (said.bye) return remove(id);
		seat.says = said;
		hooks.changed();
	};

	const add = (who: Participant, offers: boolean, spare?: Spare) => {
		const { id } = who;
		const settings = { ice, relayOnly, certificate, polite: me > id, offers, spare, tracks, voiceOnly };
		const peer = openPeer(settings, {
			signal: (signal) => hooks.signal(id, signal),
			changed: hooks.changed,
			ready: (channel) => (channel === 'phrase' ? hooks.phraseReady(id) : peer.send('state', JSON.stringify(says))),
			heard: (channel, text) => heard(id, channel, text),
			swapped: () => hooks.swapped(id),
		});
		seats.set(id, { who, peer, says: { microphone: true, camera: false } });
	};

	const receive = (from: string, signal: Signal) => {
		const seat = seats.get(from);
		if (seat) return seat.peer.receive(signal);
		const waiting = early.get(from) ?? [];
		if (waiting.length < earlyLimit) early.set(from, [...waiting, signal]);
	};

	const clear = () => {
		everyPeer((peer) => peer.close());
		seats.clear();
		early.clear();
	};

	return {
		welcome: (welcome: RoomEvents['welcome']) => {
			clear();
			({ me, ice, relayOnly } = welcome);
			const spare = hooks.spare();
			const isOffered = ({ id }: Participant) => id === welcome.offered;
			for (const who of welcome.peers) add(who, true, isOffered(who) ? spare : undefined);
			if (!welcome.peers.some(isOffered)) spare?.pc.close();
			settle();
		},
		join: (who: Participant) => {
			if (who.id === me || seats.has(who.id)) return; // told twice after a cut: the phrase stays
			add(who, false);
			settle();
			for (const signal of early.get(who.id) ?? []) receive(who.id, signal);
			early.delete(who.id);
		},
		leave: remove,
		receive,
		line: (state: 'up' | 'down') => everyPeer((peer) => peer.line(state)),
		setIce: (fresh: readonly RTCIceServer[]) => {
			ice = fresh;
			everyPeer((peer) => peer.setIce(fresh));
		},
		setTrack: (kind: Kind, track: MediaStreamTrack | undefined) => {
			if (track) tracks.set(kind, track);
			else tracks.delete(kind);
			everyPeer((peer) => peer.setTrack(kind, track));
		},
		/** Voice alone, both ways, at about 30 kbit/s. */
		setVoiceOnly: (on: boolean) => {
			voiceOnly = on;
			everyPeer((peer) => peer.setVoiceOnly(on));
		},
		/** Tells the others what is on here. */
		say: (now: OnAndOff) => {
			says = now;
			everyPeer((peer) => peer.send('state', JSON.stringify(now)));
		},
		sendPhrase: (to: string, text: string) => seats.get(to)?.peer.send('phrase', text),
		fingerprint: (id: string) => seats.get(id)?.peer.fingerprint(),
		/** Looks at every line; call it every two seconds or so. */
		measure: async () => {
			const look = async (seat: Seat) => {
				const now = sampleOf(await seat.peer.stats());
				const { microphone, camera } = seat.says;
				seat.quality = judge(now, seat.sample, {
					connected: seat.peer.state() === 'connected',
					sending: microphone || camera,
				});
				seat.sample = now;
			};
			await Promise.all([...seats.values()].map(look));
			hooks.changed();
		},
		members: (): readonly Member[] => [...seats.values()].map(memberAt),
		leaveAll: () => {
			everyPeer((peer) => peer.send('state', JSON.stringify({ bye: true })));
			// A closed connection drops what it has not sent yet: leave the good-bye a moment.
			const leaving = [...seats.values()];
			seats.clear();
			setTimeout(() => {
				for (const { peer } of leaving) peer.close();
			}, 300);
		},
	};
};
