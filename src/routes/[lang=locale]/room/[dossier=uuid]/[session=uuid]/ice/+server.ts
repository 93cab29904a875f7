import { roomIce } from '#server/app/room.ts';
import type { RequestHandler } from './$types';

/** The relays of the room, for whoever may go in, so that the way to them is found before. */
export const GET: RequestHandler = (event) => roomIce(event);
