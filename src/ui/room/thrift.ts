const opusLine = /^a=fmtp:(\d+) (.*)$/gm;

/**
 * Makes a description ask for voice at about 30 kbit/s all told: 14 kbit/s of Opus in packets of 60 ms, since at 20 ms the
 * headers alone cost 20 kbit/s.
 */
export const thrifty = (sdp: string): string => {
	const opus = sdp.match(/^a=rtpmap:(\d+) opus\//im)?.[1];
	if (!opus) return sdp;
	return sdp.replace(opusLine, (line, type: string, settings: string) =>
		type === opus ? `a=fmtp:${type} ${settings};maxaveragebitrate=14000;stereo=0\r\na=ptime:60` : line,
	);
};

/** Bits per second of picture to each of `others`, so that a room of four stays within an ordinary home line. */
export const pictureBudget = (others: number): number => (others <= 1 ? 900_000 : others === 2 ? 500_000 : 300_000);
