import { roomEvents } from '#server/app/room.ts';
import type { RequestHandler } from './$types';

/** What happens in the room, as server-sent events. */
export const GET: RequestHandler = (event) => roomEvents(event);

/** The same, for whoever comes in with an offer in hand. */
export const POST: RequestHandler = (event) => roomEvents(event);
