import { randomUUID } from 'node:crypto';
import type { Instant } from '#server/kernel/time.ts';

/** Time and fresh identifiers: the only place that reads the machine's clock; tests pass their own. */
export interface Clock {
	readonly now: () => Instant;
	readonly newId: () => string;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now(), newId: randomUUID };

/** A clock that stands where it was put and moves only when told. */
export function fixedClock(
	start: Instant,
): Clock & { readonly set: (at: Instant) => void; readonly advance: (ms: number) => void } {
	let at = start;
	return {
		now: () => at,
		newId: randomUUID,
		set: (to) => {
			at = to;
		},
		advance: (ms) => {
			at += ms;
		},
	};
}
