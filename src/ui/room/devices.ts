import type { Kind } from './peer.ts';

/** A camera, microphone or speaker as the browser names it. */
export type Device = { readonly id: string; readonly label: string };

/** What can be chosen from. */
export type Devices = {
	readonly camera: readonly Device[];
	readonly microphone: readonly Device[];
	readonly speaker: readonly Device[];
};

/** What was chosen; what is absent is left to the browser. */
export type Choice = { readonly [K in keyof Devices]?: string };

/**
 * Why a camera or microphone cannot be used: the page is not secure, the person said no or closed the question, the
 * computer or phone forbids it to the browser, another program holds it, there is none.
 */
export type Blocked = 'insecure' | 'refused' | 'dismissed' | 'system' | 'busy' | 'missing' | 'unknown';

/** The browser a person must be guided in; each hides its permissions elsewhere. */
export type Browser = 'iphone' | 'android' | 'firefox' | 'safari' | 'chromium';

/** What was opened, and why the rest was not. */
export type Opened = {
	readonly tracks: ReadonlyMap<Kind, MediaStreamTrack>;
	readonly blocked: ReadonlyMap<Kind, Blocked>;
};

const storageKey = 'balise.devices';

/** The choice made earlier in this tab; it is not kept longer, for the device may be shared. */
export const recallChoice = (): Choice => {
	try {
		return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Choice;
	} catch {
		return {};
	}
};

/** Keeps a choice until this tab is closed. */
export const rememberChoice = (choice: Choice): void => sessionStorage.setItem(storageKey, JSON.stringify(choice));

/** Reads the reason out of the browser's error. */
export const blockedBy = (error: unknown): Blocked => {
	const { name = '', message = '' } = error instanceof Error ? error : {};
	if (name === 'NotAllowedError' && /system/i.test(message)) return 'system';
	if (name === 'NotAllowedError' && /dismissed/i.test(message)) return 'dismissed';
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
	if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
	return 'unknown';
};

/** Which browser family this is, for the guidance alone. */
export const browserOf = (userAgent: string): Browser => {
	if (/iPhone|iPad/.test(userAgent)) return 'iphone';
	if (/Android/.test(userAgent)) return 'android';
	if (/Firefox/.test(userAgent)) return 'firefox';
	return /Chrom|Edg/.test(userAgent) ? 'chromium' : 'safari';
};

const constraints = (kind: Kind, choice: Choice): MediaStreamConstraints => {
	// `ideal`: a device that was unplugged since must not stop the meeting.
	const wanted = (id: string | undefined) => (id ? { deviceId: { ideal: id } } : {});
	return kind === 'audio'
		? { audio: { ...wanted(choice.microphone), echoCancellation: true, noiseSuppression: true } }
		: {
				video: {
					...wanted(choice.camera),
					width: { ideal: 640 },
					height: { ideal: 360 },
					frameRate: { ideal: 20, max: 24 },
				},
			};
};

/** Opens one camera or microphone; rejects with the browser's error. */
export const openDevice = async (kind: Kind, choice: Choice): Promise<MediaStreamTrack> => {
	const [track] = (await navigator.mediaDevices.getUserMedia(constraints(kind, choice))).getTracks();
	if (!track) throw new DOMException('No track', 'NotFoundError');
	return track;
};

const openEach = async (kinds: readonly Kind[], choice: Choice): Promise<Opened> => {
	const tracks = new Map<Kind, MediaStreamTrack>();
	const blocked = new Map<Kind, Blocked>();
	for (const kind of kinds) {
		await openDevice(kind, choice).then(
			(track) => tracks.set(kind, track),
			(error) => blocked.set(kind, blockedBy(error)),
		);
	}
	return { tracks, blocked };
};

/** Opens what is asked, with one question where one is enough; what fails is named piece by piece. */
export const openDevices = async (kinds: readonly Kind[], choice: Choice): Promise<Opened> => {
	if (!navigator.mediaDevices) return { tracks: new Map(), blocked: new Map(kinds.map((kind) => [kind, 'insecure'])) };
	try {
		const asked = Object.assign({}, ...kinds.map((kind) => constraints(kind, choice))) as MediaStreamConstraints;
		const stream = await navigator.mediaDevices.getUserMedia(asked);
		return { tracks: new Map(stream.getTracks().map((track) => [track.kind as Kind, track])), blocked: new Map() };
	} catch (error) {
		const reason = blockedBy(error);
		// They closed the question: asking twice more at once would be pressing.
		if (reason === 'dismissed') return { tracks: new Map(), blocked: new Map(kinds.map((kind) => [kind, reason])) };
		return openEach(kinds, choice);
	}
};

/** What there is to choose from; names are known only once something has been opened. */
export const listDevices = async (): Promise<Devices> => {
	const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
	const of = (kind: MediaDeviceKind): Device[] =>
		all
			.filter((device) => device.kind === kind && device.deviceId)
			.map(({ deviceId, label }) => ({ id: deviceId, label }));
	return { camera: of('videoinput'), microphone: of('audioinput'), speaker: of('audiooutput') };
};
