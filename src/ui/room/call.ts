import type { Choice } from './devices.ts';
import { type Knock, knock } from './event-stream.ts';
import { fingerprintOfCertificate, makeCertificate } from './fingerprint.ts';
import { openLocalMedia } from './local-media.ts';
import type { Member } from './member.ts';
import { openMesh } from './mesh.ts';
import type { Kind } from './peer.ts';
import { openPhrase, type PhraseState } from './phrase.ts';
import { openSignalling, type RoomListeners } from './signalling.ts';
import { makeSpare, type Ways } from './spare.ts';

/** Everything a room's page shows, read anew at each change. */
export type CallView = {
	readonly me: string;
	readonly line: 'up' | 'down';
	readonly members: readonly Member[];
	readonly phrase: PhraseState;
	readonly picture: MediaStream;
	readonly microphone: boolean;
	readonly camera: boolean;
	readonly voiceOnly: boolean;
	/** What stopped by itself at our side: unplugged, or taken by another program. */
	readonly lost: ReadonlySet<Kind>;
};

/** What a call begins with and whom it tells. */
export type CallSettings = {
	/** The address under which the server offers `/events` and `/signal` for this room and this person. */
	readonly base: string;
	readonly tracks: ReadonlyMap<Kind, MediaStreamTrack>;
	readonly choice?: Choice;
	/** From `knockAt`, with the same prepared call. */
	readonly knocking?: Knock | undefined;
	readonly changed: (view: CallView) => void;
	/** `admitted`, `ended`, `message` and other words of the server. */
	readonly heard: (name: string, data: unknown) => void;
	/** The server will not let this person in (any more); 409: they entered from another window. */
	readonly refused: (status: number) => void;
};

const lookEvery = 2000;
const drawAfter = 10;

/**
 * What a call needs and can have ready before its time: a certificate for this one meeting and, where one may go straight in,
 * the first connection with its offer.
 */
export const prepareCall = async (base?: string) => {
	const [certificate, ways] = await Promise.all([makeCertificate(), base === undefined ? undefined : waysInto(base)]);
	const spare = ways && (await makeSpare(certificate, ways));
	return { certificate, fingerprint: spare?.fingerprint ?? fingerprintOfCertificate(certificate), spare };
};

/** What has been prepared for one meeting. */
export type Prepared = Awaited<ReturnType<typeof prepareCall>>;

const waysInto = async (base: string): Promise<Ways | undefined> => {
	const answer = await fetch(`${base}/ice`, { cache: 'no-store' }).catch(() => undefined);
	return answer?.ok ? ((await answer.json()) as Ways) : undefined;
};

/** Asks to come in with the offer in hand, at the very click: the room is drawn while the server answers. */
export const knockAt = (base: string, { spare }: Prepared): Knock | undefined =>
	spare && knock(`${base}/events`, { data: spare.offer() });

/** Enters a room and stays in it until `leave`; prepared while one waits, it is entered sooner. */
export const enterCall = async (settings: CallSettings, prepared = prepareCall()) => {
	const { certificate, fingerprint, ...ready } = await prepared;
	let { spare } = ready;
	let me = '';
	let line: 'up' | 'down' = 'up';
	let phrase: PhraseState = { kind: 'alone' };
	let voiceOnly = false;

	const view = (): CallView => ({
		me,
		line,
		members: mesh.members(),
		phrase,
		picture: media.picture,
		microphone: media.microphone(),
		camera: media.camera(),
		voiceOnly,
		lost: media.lost(),
	});
	let due: ReturnType<typeof setTimeout> | undefined;
	const changed = () => {
		// Drawing waits until what has just been set going, an offer or its answer, is on its way.
		due ??= setTimeout(() => {
			due = undefined;
			settings.changed(view());
		}, drawAfter);
	};

	const words = openPhrase(fingerprint, {
		send: (to, text) => mesh.sendPhrase(to, text),
		fingerprint: (id) => mesh.fingerprint(id),
		changed: (state) => {
			phrase = state;
			changed();
		},
	});
	const mesh = openMesh(certificate, {
		signal: (to, signal) => signalling.send(to, signal),
		changed,
		members: words.members,
		phraseReady: words.ready,
		phraseHeard: words.hear,
		swapped: words.swapped,
		spare: () => {
			const first = settings.knocking && spare;
			spare = undefined;
			return first;
		},
	});
	const media = openLocalMedia(settings.tracks, {
		track: mesh.setTrack,
		changed: () => {
			changed();
			queueMicrotask(() => mesh.say({ microphone: media.microphone(), camera: media.camera() }));
		},
	});
	const end = () => {
		clearInterval(looking);
		clearTimeout(due);
		removeEventListener('pagehide', goodBye);
		mesh.leaveAll();
		spare?.pc.close();
		goodBye();
		signalling.close();
		media.close();
	};
	const replaced = () => {
		end();
		settings.refused(409);
	};
	const listeners: RoomListeners = {
		welcome: (welcome) => {
			me = welcome.me;
			mesh.welcome(welcome);
		},
		join: mesh.join,
		leave: ({ id }) => (id === me ? replaced() : mesh.leave(id)),
		signal: ({ from, data }) => {
			for (const signal of data) mesh.receive(from, signal);
		},
		ice: ({ ice }) => mesh.setIce(ice),
		other: settings.heard,
		line: (state) => {
			line = state;
			mesh.line(state);
			changed();
		},
		refused: settings.refused,
	};
	const signalling = openSignalling(settings.base, listeners, settings.knocking);
	const goodBye = () => signalling.leave();
	addEventListener('pagehide', goodBye);
	const looking = setInterval(() => void mesh.measure(), lookEvery);

	return {
		setMicrophone: media.setMicrophone,
		setCamera: async (on: boolean) => {
			if (on && voiceOnly) {
				voiceOnly = false;
				mesh.setVoiceOnly(false);
			}
			await media.setCamera(on);
		},
		/** Voice alone for a thin line: lets the camera go and asks the others for no picture. */
		setVoiceOnly: async (on: boolean) => {
			voiceOnly = on;
			mesh.setVoiceOnly(on);
			await (on ? media.setCamera(false) : undefined);
			changed();
		},
		choose: media.choose,
		voice: media.voice,
		measure: mesh.measure,
		/** Leaves the room and lets camera and microphone go. */
		leave: end,
	};
};

/** A call that has been entered. */
export type Call = Awaited<ReturnType<typeof enterCall>>;
