import { roomSignal } from '#server/app/room.ts';
import type { RequestHandler } from './$types';

/** What one browser of the room has to tell another. */
export const POST: RequestHandler = (event) => roomSignal(event);
