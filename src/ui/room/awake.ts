/** Keeps the screen of a phone on: asleep, it lets camera and line go. Answers how to let it sleep again. */
export const stayAwake = (): (() => void) => {
	let lock: WakeLockSentinel | undefined;
	let wanted = true;
	const ask = async () => {
		if (!wanted || document.visibilityState !== 'visible') return;
		lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
		if (!wanted) void lock?.release();
	};
	document.addEventListener('visibilitychange', ask);
	void ask();
	return () => {
		wanted = false;
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
};
