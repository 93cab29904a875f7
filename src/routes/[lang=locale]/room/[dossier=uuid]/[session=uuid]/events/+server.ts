import { roomEvents } from '#server/app/room.ts';
import type { RequestHandler } from './$types';

/** What happens in the room, as server-sent events. */
export const GET: RequestHandler = (event) => roomEvents(event);
