import { openEventStream } from '#ui/room/event-stream.ts';
import { invalidateAll } from '$app/navigation';

let due = false;

/** Reads the page's data anew; several words of the server at once make one reading. */
export const readAnew = (): void => {
	if (due) return;
	due = true;
	setTimeout(() => {
		due = false;
		void invalidateAll();
	}, 60);
};

/** Listens at the door, while one is not in the room; answers how to stop. */
export const listenAtDoor = (base: string): (() => void) => {
	const stream = openEventStream({ url: `${base}/changes`, emit: readAnew, line: () => {}, refused: () => {} });
	return () => stream.close();
};
