import type { Room } from './seats.ts';

/** Somebody in a room whose stream of events is held by this very process. */
interface Sitting extends Room {
	readonly id: string;
	readonly account: string;
	/** Hears what another says, straight from hand to hand; the same under its note comes through the database too. */
	readonly hear: (note: string, name: string, data: unknown) => void;
}

const places = new Map<string, Sitting>();

const isBeside = (a: Room, b: Room): boolean => a.practice === b.practice && a.session === b.session;

/** Take a place in this process, where one person sits once; answers how to give it back. */
export function sit(place: Sitting): () => void {
	const before = sittingAs(place, place.account);
	if (before) places.delete(before.id);
	places.set(place.id, place);
	return () => void places.delete(place.id);
}

/** Where an account sits in this room. */
export const sittingAs = (room: Room, account: string): Sitting | undefined =>
	places.values().find((place) => place.account === account && isBeside(place, room));

/** Who sits at that place of this room. */
export const sittingAt = (room: Room, id: string): Sitting | undefined => {
	const place = places.get(id);
	return place && isBeside(place, room) ? place : undefined;
};
