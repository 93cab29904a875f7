import { breachedCount } from './breached.ts';
import { FREE_GUESSES } from './throttle.ts';

/** What is asked at the way in, as the code that asks it has it: nothing here is a setting. */
export const signInPolicy = {
	breachedPasswords: breachedCount,
	guesses: FREE_GUESSES,
	boundToDevice: true,
	secondFactor: true,
	register: true,
} as const;
