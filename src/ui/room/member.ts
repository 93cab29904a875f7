import type { Peer } from './peer.ts';
import type { Path, Quality, Sample } from './quality.ts';
import type { Participant } from './signalling.ts';

/** What is on at somebody's side, as they say it themselves. */
export type OnAndOff = { readonly microphone: boolean; readonly camera: boolean };

/** Somebody else in the room, as seen from here. */
export type Member = Participant &
	OnAndOff & {
		readonly stream: MediaStream;
		readonly connected: boolean;
		readonly quality: Quality | undefined;
		readonly path: Path;
	};

/** Somebody's place: who they are, the connection to them, and what is known of both. */
export type Seat = {
	readonly who: Participant;
	readonly peer: Peer;
	says: OnAndOff;
	sample?: Sample;
	quality?: Quality;
};

/** What a place shows. */
export const memberAt = ({ who, peer, says, quality, sample }: Seat): Member => ({
	...who,
	...says,
	stream: peer.stream,
	connected: peer.state() === 'connected',
	quality,
	path: sample?.path ?? 'unknown',
});

/** What somebody says on the state line: what is on, or good-bye. */
export const readOnAndOff = (text: string): (OnAndOff & { readonly bye: boolean }) | undefined => {
	try {
		const { microphone, camera, bye } = JSON.parse(text) as Record<string, unknown>;
		return { microphone: microphone === true, camera: camera === true, bye: bye === true };
	} catch {
		return undefined;
	}
};
