import type { Choice } from './devices.ts';
import { fingerprintOfCertificate, makeCertificate } from './fingerprint.ts';
import { openLocalMedia } from './local-media.ts';
import type { Member } from './member.ts';
import { openMesh } from './mesh.ts';
import type { Kind } from './peer.ts';
import { openPhrase, type PhraseState } from './phrase.ts';
import { openSignalling } from './signalling.ts';

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
};

/** What a call begins with and whom it tells. */
export type CallSettings = {
	/** The address under which the server offers `/events` and `/signal` for this room and this person. */
	readonly base: string;
	readonly tracks: ReadonlyMap<Kind, MediaStreamTrack>;
	readonly choice?: Choice;
	readonly changed: (view: CallView) => void;
	/** `admitted`, `ended`, `message` and other words of the server. */
	readonly heard: (name: string, data: unknown) => void;
	/** The server will not let this person in (any more); 409: they entered from another window. */
	readonly refused: (status: number) => void;
};

const lookEvery = 2000;

/** What a call needs and can have ready before its time: a certificate for this one meeting. */
export const prepareCall = async () => {
	const certificate = await makeCertificate();
	return { certificate, fingerprint: fingerprintOfCertificate(certificate) };
};

/** Enters a room and stays in it until `leave`; prepared while one waits, it is entered sooner. */
export const enterCall = async (settings: CallSettings, prepared = prepareCall()) => {
	const { certificate, fingerprint } = await prepared;
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
	});
	let due = false;
	const changed = () => {
		if (due) return;
		due = true;
		queueMicrotask(() => {
			due = false;
			settings.changed(view());
		});
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
		mesh.leaveAll();
		signalling.close();
		media.close();
	};
	const replaced = () => {
		end();
		settings.refused(409);
	};
	const signalling = openSignalling(settings.base, {
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
	});
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
