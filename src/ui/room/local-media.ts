import { type Choice, openDevice } from './devices.ts';
import type { Kind } from './peer.ts';

/** What one's own microphone and camera tell. */
export type LocalMediaHooks = {
	/** A track to send from now on, or none. */
	readonly track: (kind: Kind, track: MediaStreamTrack | undefined) => void;
	readonly changed: () => void;
};

/** One's own microphone and camera during a meeting. */
export const openLocalMedia = (begin: ReadonlyMap<Kind, MediaStreamTrack>, hooks: LocalMediaHooks) => {
	const tracks = new Map<Kind, MediaStreamTrack>();
	const picture = new MediaStream();
	const lost = new Set<Kind>();
	let choice: Choice = {};

	const drop = (kind: Kind) => {
		const track = tracks.get(kind);
		track?.stop();
		if (track) picture.removeTrack(track);
		tracks.delete(kind);
	};

	const put = (kind: Kind, track: MediaStreamTrack | undefined) => {
		drop(kind);
		lost.delete(kind);
		if (track) tracks.set(kind, track);
		if (track && kind === 'video') picture.addTrack(track);
		// Unplugged, or taken by another program.
		track?.addEventListener('ended', () => {
			if (tracks.get(kind) !== track) return;
			put(kind, undefined);
			lost.add(kind);
		});
		hooks.track(kind, track);
		hooks.changed();
	};

	for (const [kind, track] of begin) put(kind, track);

	return {
		/** The own picture, without sound. */
		picture,
		/** What stopped by itself and was not opened again. */
		lost: (): ReadonlySet<Kind> => new Set(lost),
		microphone: () => tracks.get('audio')?.enabled ?? false,
		camera: () => tracks.has('video'),
		voice: () => tracks.get('audio'),
		/** Silences or opens the microphone; it stays held, so that it opens at once. Rejects when there is none to open. */
		setMicrophone: async (on: boolean) => {
			if (on && !tracks.has('audio')) put('audio', await openDevice('audio', choice));
			const track = tracks.get('audio');
			if (track) track.enabled = on;
			hooks.changed();
		},
		/** Opens the camera, or lets it go so that its light goes out. Rejects when it cannot be opened. */
		setCamera: async (on: boolean) => put('video', on ? await openDevice('video', choice) : undefined),
		/** Takes another device from now on; what is off stays off. */
		choose: async (wanted: Choice) => {
			const before = choice;
			choice = wanted;
			if (wanted.microphone !== before.microphone && tracks.has('audio')) {
				const enabled = tracks.get('audio')?.enabled ?? true;
				const track = await openDevice('audio', wanted);
				track.enabled = enabled;
				put('audio', track);
			}
			if (wanted.camera !== before.camera && tracks.has('video')) put('video', await openDevice('video', wanted));
		},
		/** Lets everything go. */
		close: () => {
			drop('audio');
			drop('video');
		},
	};
};
