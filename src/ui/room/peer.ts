import { fingerprintOf } from './fingerprint.ts';
import { negotiate } from './negotiation.ts';
import { watchOver } from './recovery.ts';
import type { Signal } from './signalling.ts';
import { openLine, policyOf, type Spare } from './spare.ts';
import { thrifty } from './thrift.ts';

/** A kind of track we send and receive. */
export type Kind = 'audio' | 'video';

/** Which of the two small text lines beside voice and picture: the group phrase, or what is on and off. */
export type Channel = 'phrase' | 'state';

/** What a connection to one person begins with. */
export type PeerSettings = {
	readonly ice: readonly RTCIceServer[];
	readonly relayOnly: boolean;
	readonly certificate: RTCCertificate;
	readonly polite: boolean;
	/** Only the newcomer offers first: a collision of two first offers leaves Chromium without candidates. */
	readonly offers: boolean;
	/** A connection whose offer the other side has been given already. */
	readonly spare?: Spare | undefined;
	readonly tracks: ReadonlyMap<Kind, MediaStreamTrack>;
	readonly voiceOnly: boolean;
};

/** What a connection tells. */
export type PeerHooks = {
	readonly signal: (signal: Signal) => void;
	readonly changed: () => void;
	readonly ready: (channel: Channel) => void;
	readonly heard: (channel: Channel, text: string) => void;
	/** The other end is no longer the browser the connection began with: somebody is in between, or tries to be. */
	readonly swapped: () => void;
};

const firstPicture = 500;

/** One end-to-end encrypted connection to one person. */
export const openPeer = (settings: PeerSettings, hooks: PeerHooks) => {
	const { certificate, relayOnly, polite, spare } = settings;
	const policy = (ice: readonly RTCIceServer[]) => policyOf({ ice, relayOnly }, certificate);
	const pc = spare?.pc ?? new RTCPeerConnection(policy(settings.ice));
	const incoming = new MediaStream();
	const outgoing = new MediaStream();
	const tracks = new Map(settings.tracks);
	const lines = new Map<Channel, RTCDataChannel>();
	let voiceOnly = settings.voiceOnly;
	let pinned: string | undefined;
	let budget = 0;

	const transceiver = (kind: Kind) => pc.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);

	const open = (channel: Channel) => {
		const line = spare?.lines.get(channel) ?? openLine(pc, channel);
		line.onopen = () => hooks.ready(channel);
		line.onmessage = ({ data }) => hooks.heard(channel, String(data));
		lines.set(channel, line);
	};

	/** Not before a picture has left: the line begins low by itself, and a limit set earlier holds the first picture up. */
	const limit = async () => {
		if (pc.connectionState !== 'connected') return;
		const sender = transceiver('video')?.sender;
		const parameters = sender?.getParameters();
		if (!sender || !parameters?.encodings?.[0] || budget === 0) return;
		parameters.encodings[0].maxBitrate = budget;
		await sender.setParameters(parameters).catch(() => {});
	};

	/** Gives our side its voice, picture and text lines: before the first offer, or between the first offer and its answer. */
	const outfit = () => {
		if (lines.size > 0) return;
		for (const kind of ['audio', 'video'] as const) {
			const { sender } = transceiver(kind) ?? pc.addTransceiver(kind);
			void sender.replaceTrack(tracks.get(kind) ?? null);
			if (!spare) sender.setStreams?.(outgoing);
		}
		direct();
		open('phrase');
		open('state');
	};

	const direct = () => {
		for (const kind of ['audio', 'video'] as const) {
			const found = transceiver(kind);
			if (found) found.direction = kind === 'video' && voiceOnly ? 'inactive' : 'sendrecv';
		}
	};

	const trusted = (sdp: string): boolean => {
		const print = fingerprintOf(sdp);
		const same = print !== undefined && (pinned === undefined || pinned === print);
		if (same) pinned = print;
		else hooks.swapped();
		return same;
	};

	const dress = (sdp: string) => (voiceOnly ? thrifty(sdp) : sdp);
	const talks = negotiate({ pc, polite, begun: spare ? 1 : 0, post: hooks.signal, dress, trusted, answering: outfit });
	const watch = watchOver(pc, polite, talks.restart);
	pc.addEventListener('connectionstatechange', () => {
		hooks.changed();
		setTimeout(() => void limit(), firstPicture);
	});
	pc.ontrack = ({ track }) => {
		incoming.addTrack(track);
		hooks.changed();
	};
	if (settings.offers) outfit();
	for (const way of spare?.later() ?? []) hooks.signal(way);

	return {
		stream: incoming,
		receive: talks.receive,
		line: watch.line,
		stats: () => pc.getStats(),
		state: () => pc.connectionState,
		fingerprint: () => pinned,
		send: (channel: Channel, text: string) => {
			const line = lines.get(channel);
			if (line?.readyState === 'open') line.send(text);
		},
		setTrack: (kind: Kind, track: MediaStreamTrack | undefined) => {
			if (track) tracks.set(kind, track);
			else tracks.delete(kind);
			void transceiver(kind)?.sender.replaceTrack(track ?? null);
		},
		setVoiceOnly: (on: boolean) => {
			voiceOnly = on;
			direct();
		},
		setBudget: (bits: number) => {
			budget = bits;
			void limit();
		},
		setIce: (ice: readonly RTCIceServer[]) => pc.setConfiguration(policy(ice)),
		close: () => {
			watch.stop();
			pc.close();
		},
	};
};

/** A connection to one person. */
export type Peer = ReturnType<typeof openPeer>;
