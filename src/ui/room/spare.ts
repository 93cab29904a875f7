import { fingerprintOf } from './fingerprint.ts';
import type { Channel, Kind } from './peer.ts';
import type { Signal } from './signalling.ts';

/** What the relays of a room are, before one is in it. */
export type Ways = { readonly ice: readonly RTCIceServer[]; readonly relayOnly: boolean };

/** The settings of every connection of a room. */
export const policyOf = ({ ice, relayOnly }: Ways, certificate: RTCCertificate): RTCConfiguration => ({
	iceServers: [...ice],
	iceTransportPolicy: relayOnly ? 'relay' : 'all',
	bundlePolicy: 'max-bundle',
	certificates: [certificate],
});

const channelIds: Readonly<Record<Channel, number>> = { phrase: 0, state: 1 };

/** Opens one of the two text lines. */
export const openLine = (pc: RTCPeerConnection, channel: Channel): RTCDataChannel =>
	pc.createDataChannel(channel, { negotiated: true, id: channelIds[channel] });

const settle = (pc: RTCPeerConnection) => {
	const outgoing = new MediaStream();
	for (const kind of ['audio', 'video'] satisfies Kind[]) pc.addTransceiver(kind).sender.setStreams?.(outgoing);
	return new Map((['phrase', 'state'] satisfies Channel[]).map((channel) => [channel, openLine(pc, channel)]));
};

/**
 * A connection for the first person one will find in the room, with its offer and its ways already found; it carries nothing
 * yet. One's own fingerprint is read from it.
 */
export const makeSpare = async (certificate: RTCCertificate, ways: Ways) => {
	const pc = new RTCPeerConnection(policyOf(ways, certificate));
	const lines = settle(pc);
	const found: RTCIceCandidate[] = [];
	pc.onicecandidate = ({ candidate }) => candidate && found.push(candidate);
	await pc.setLocalDescription();
	let told = 0;
	return {
		pc,
		lines,
		fingerprint: fingerprintOf(pc.localDescription?.sdp ?? ''),
		/** The offer with every way found so far. */
		offer: (): readonly Signal[] => {
			told = found.length;
			return [{ description: { type: 'offer', sdp: pc.localDescription?.sdp ?? '', number: 1 } }];
		},
		/** The ways found since. */
		later: (): readonly Signal[] => found.slice(told).map((candidate) => ({ candidate: candidate.toJSON() })),
	};
};

/** A connection that waits for somebody. */
export type Spare = Awaited<ReturnType<typeof makeSpare>>;
