import type { room } from '#words/room.ts';
import type { Blocked, Browser } from './devices.ts';

/** Words that take no value. */
type Plain = {
	[K in keyof ReturnType<typeof room>]: ReturnType<typeof room>[K] extends string ? K : never;
}[keyof ReturnType<typeof room>];

const why: Readonly<Record<Blocked, Plain>> = {
	insecure: 'blockedInsecure',
	refused: 'blockedRefused',
	dismissed: 'blockedDismissed',
	system: 'blockedSystem',
	busy: 'blockedBusy',
	missing: 'blockedMissing',
	unknown: 'blockedUnknown',
};

const unblock: Readonly<Record<Browser, Plain>> = {
	iphone: 'unblockIphone',
	android: 'unblockAndroid',
	firefox: 'unblockFirefox',
	safari: 'unblockSafari',
	chromium: 'unblockChromium',
};

/** The words that say why a device cannot be used, then what to do about it, in that browser. */
export const guidance = (reason: Blocked, browser: Browser): readonly Plain[] => {
	if (reason === 'system') return [why[reason], 'blockedSystemHow'];
	return reason === 'refused' ? [why[reason], unblock[browser]] : [why[reason]];
};
