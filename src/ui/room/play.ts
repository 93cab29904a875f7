import { throughSpeaker } from './sound.ts';

/** How a stream is shown by an element. */
export type Playing = {
	readonly stream: MediaStream | undefined;
	readonly speaker?: string | undefined;
	/** The browser wants a click before it lets sound play. */
	readonly blocked?: () => void;
};

/** An attachment that shows a stream in a video element. */
export const play =
	({ stream, speaker, blocked }: Playing) =>
	(video: HTMLVideoElement): void => {
		if (video.srcObject !== (stream ?? null)) video.srcObject = stream ?? null;
		void throughSpeaker(video, speaker);
		if (stream)
			video
				.play()
				.catch((error: unknown) => error instanceof DOMException && error.name === 'NotAllowedError' && blocked?.());
	};
