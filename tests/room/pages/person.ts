import { type Call, type CallView, enterCall, knockAt, prepareCall } from '#ui/room/call.ts';
import { openDevices } from '#ui/room/devices.ts';
import type { Kind } from '#ui/room/peer.ts';
import { phraseIn } from '#ui/room/phrase-words.ts';

/** One person's page in the tests: enters a room, shows each other person in a video, and answers questions. */

const connections: RTCPeerConnection[] = [];
window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
	construct: (target, settings: [RTCConfiguration]) => {
		const pc = new target(...settings);
		connections.push(pc);
		return pc;
	},
});

let call: Call | undefined;
let view: CallView | undefined;
let began = 0;
const firstFrame: Record<string, number> = {};
const heard: [string, unknown][] = [];
const refused: number[] = [];

const show = (id: string, stream: MediaStream) => {
	if (document.getElementById(id)) return;
	const video = Object.assign(document.createElement('video'), { id, autoplay: true, playsInline: true });
	video.srcObject = stream;
	document.body.append(video);
	video.requestVideoFrameCallback(() => {
		firstFrame[id] = performance.now() - began;
	});
	video.play().catch(() => {});
};

const render = (now: CallView) => {
	view = now;
	for (const { id, stream } of now.members) show(id, stream);
	for (const video of document.querySelectorAll('video'))
		if (!now.members.some(({ id }) => id === video.id)) video.remove();
};

const live = () => connections.filter(({ connectionState }) => connectionState !== 'closed');

const inbound = async (kind: string, pick: (stat: Record<string, number>) => number) => {
	const reports = await Promise.all(live().map((pc) => pc.getStats()));
	return reports.map((report) => {
		let total = 0;
		for (const stat of report.values()) if (stat.type === 'inbound-rtp' && stat.kind === kind) total += pick(stat) || 0;
		return total;
	});
};

const hooks = {
	changed: render,
	heard: (name: string, data: unknown) => heard.push([name, data]),
	refused: (status: number) => refused.push(status),
};
let go = async () => {};

const api = {
	join: async (base: string, kinds: Kind[] = ['audio', 'video']) => {
		began = performance.now();
		const { tracks } = await openDevices(kinds, {});
		const asked = performance.now() - began;
		call = await enterCall({ base, tracks, ...hooks });
		return asked;
	},
	/** Looks at oneself first, then enters with the offer in hand. */
	prepare: async (base: string) => {
		const { tracks } = await openDevices(['audio', 'video'], {});
		const prepared = await prepareCall(base);
		go = async () => {
			began = performance.now();
			const knocking = knockAt(base, prepared);
			call = await enterCall({ base, tracks, knocking, ...hooks }, Promise.resolve(prepared));
		};
	},
	go: () => go(),
	connectionsMade: () => connections.length,
	call: () => call,
	leave: () => call?.leave(),
	setVoiceOnly: (on: boolean) => call?.setVoiceOnly(on),
	setCamera: (on: boolean) => call?.setCamera(on),
	setMicrophone: (on: boolean) => call?.setMicrophone(on),
	measure: async () => {
		await call?.measure();
		await new Promise((drawn) => setTimeout(drawn, 30));
	},
	firstFrame: () => firstFrame,
	heard: () => heard,
	refused: () => refused,
	words: () => (view?.phrase.kind === 'words' ? phraseIn('fr', view.phrase.bytes).join(' ') : undefined),
	phrase: () => view?.phrase,
	members: () => view?.members.map(({ stream, ...rest }) => ({ ...rest, tracks: stream.getTracks().length })) ?? [],
	me: () => view?.me,
	line: () => view?.line,
	states: () => live().map(({ connectionState }) => connectionState),
	framesDecoded: () => inbound('video', ({ framesDecoded }) => framesDecoded ?? 0),
	soundReceived: () => inbound('audio', ({ totalAudioEnergy }) => totalAudioEnergy ?? 0),
	/** Bytes on the wire so far, both ways, with the 28 bytes of IP and UDP that each packet costs. */
	wire: async () => {
		let sent = 0;
		let received = 0;
		for (const pc of live()) {
			for (const stat of (await pc.getStats()).values()) {
				if (stat.type !== 'transport') continue;
				sent += stat.bytesSent + 28 * stat.packetsSent;
				received += stat.bytesReceived + 28 * stat.packetsReceived;
			}
		}
		return { at: performance.now(), sent, received };
	},
	candidateTypes: async () => {
		const types = new Set<string>();
		for (const pc of live())
			for (const stat of (await pc.getStats()).values())
				if (stat.type === 'local-candidate') types.add(stat.candidateType);
		return [...types];
	},
	/** The kinds of candidates a set of servers gives, by a connection of its own. */
	gather: async (iceServers: RTCIceServer[], ms: number) => {
		const pc = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
		const kinds: string[] = [];
		pc.onicecandidate = ({ candidate }) => candidate?.type && kinds.push(candidate.type);
		const complete = new Promise((resolve) => {
			pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && resolve(undefined);
			setTimeout(resolve, ms);
		});
		pc.createDataChannel('probe');
		await pc.setLocalDescription();
		await complete;
		pc.close();
		return kinds;
	},
	/** The reference: a bare pair of connections in this page, from asking the camera to the first frame on both sides. */
	barePair: async () => {
		const start = performance.now();
		const stream = await navigator.mediaDevices.getUserMedia({
			audio: true,
			video: { width: 640, height: 360, frameRate: 20 },
		});
		const pair = [new RTCPeerConnection(), new RTCPeerConnection()] as const;
		const frame = pair.map(
			(pc, side) =>
				new Promise<number>((resolve) => {
					pc.ontrack = ({ track }) => {
						if (track.kind !== 'video') return;
						const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true });
						video.srcObject = new MediaStream([track]);
						document.body.append(video);
						video.requestVideoFrameCallback(() => resolve(performance.now() - start));
					};
					pc.onicecandidate = ({ candidate }) => candidate && pair[1 - side]?.addIceCandidate(candidate);
					for (const track of stream.getTracks()) pc.addTrack(track, stream);
				}),
		);
		await pair[0].setLocalDescription();
		await pair[1].setRemoteDescription(pair[0].localDescription as RTCSessionDescription);
		await pair[1].setLocalDescription();
		await pair[0].setRemoteDescription(pair[1].localDescription as RTCSessionDescription);
		const times = await Promise.all(frame);
		for (const pc of pair) pc.close();
		for (const track of stream.getTracks()) track.stop();
		for (const video of document.querySelectorAll('video')) video.remove();
		return times;
	},
};

/** What a test asks this page. */
export type PersonPage = typeof api;

Object.assign(window, { room: api });
