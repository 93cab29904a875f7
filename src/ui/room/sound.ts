type Audible = HTMLMediaElement & { readonly setSinkId?: (id: string) => Promise<void> };

/** Sends an element's sound to the chosen speaker, where the browser can. */
export const throughSpeaker = async (element: HTMLMediaElement, speaker: string | undefined): Promise<void> => {
	if (speaker) await (element as Audible).setSinkId?.(speaker).catch(() => {});
};

/** Plays two soft notes through the chosen speaker and resolves when they are over. */
export const playTone = async (speaker: string | undefined): Promise<void> => {
	const context = new AudioContext();
	const out = context.createMediaStreamDestination();
	const volume = new GainNode(context, { gain: 0 });
	const note = new OscillatorNode(context, { frequency: 440 });
	note.connect(volume).connect(out);
	const now = context.currentTime;
	note.frequency.setValueAtTime(587, now + 0.6);
	volume.gain.linearRampToValueAtTime(0.25, now + 0.1);
	volume.gain.setValueAtTime(0.25, now + 1.1);
	volume.gain.linearRampToValueAtTime(0, now + 1.3);
	const element = new Audio();
	element.srcObject = out.stream;
	await throughSpeaker(element, speaker);
	const over = new Promise((resolve) => {
		note.onended = resolve;
	});
	note.start();
	note.stop(now + 1.4);
	await element.play();
	await over;
	await context.close();
};

/** Tells ten times a second how loud a microphone is, from 0 to 1; answers how to stop. */
export const watchLevel = (track: MediaStreamTrack, tell: (level: number) => void): (() => void) => {
	const context = new AudioContext();
	const ear = new AnalyserNode(context, { fftSize: 1024 });
	context.createMediaStreamSource(new MediaStream([track])).connect(ear);
	const wave = new Float32Array(ear.fftSize);
	const timer = setInterval(() => {
		// Before the first click the browser keeps sound asleep.
		if (context.state === 'suspended') void context.resume();
		ear.getFloatTimeDomainData(wave);
		const power = wave.reduce((total, value) => total + value * value, 0) / wave.length;
		tell(Math.min(1, Math.sqrt(power) * 4));
	}, 100);
	return () => {
		clearInterval(timer);
		void context.close();
	};
};

/** Levels below this are the hiss of a dead or covered microphone; a quiet room is above it. */
const hiss = 0.002;

/** Answers whether a microphone that should be heard has been silent for `patience` milliseconds. */
export const silenceWatch = (patience = 8000) => {
	let since: number | undefined;
	return (level: number, muted: boolean, now: number): boolean => {
		since = muted || level > hiss ? undefined : (since ?? now);
		return since !== undefined && now - since >= patience;
	};
};
