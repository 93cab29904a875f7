import { openEventStream } from '#ui/room/event-stream.ts';
import { invalidateAll } from '$app/navigation';

const PAUSE = 60;
let reading = false;
let again = false;

/** Reads the page's data anew, at once; several words of the server close together make one reading more. */
export const readAnew = (): void => {
	again = reading;
	if (reading) return;
	reading = true;
	void invalidateAll().finally(() =>
		setTimeout(() => {
			reading = false;
			if (again) readAnew();
		}, PAUSE),
	);
};

/** Listens at the door, while one is not in the room; answers how to stop. */
export const listenAtDoor = (base: string): (() => void) => {
	const stream = openEventStream({ url: `${base}/changes`, emit: readAnew, line: () => {}, refused: () => {} });
	return () => stream.close();
};
