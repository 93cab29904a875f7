import { digest, hex, type Message, promiseOf, readMessage } from './phrase-messages.ts';

/**
 * The state of the group phrase. `alarm` says that somebody's promise did not hold: another machine may sit in between.
 */
export type PhraseState =
	| { readonly kind: 'alone' }
	| { readonly kind: 'waiting' }
	| { readonly kind: 'words'; readonly bytes: readonly number[] }
	| { readonly kind: 'alarm'; readonly who: readonly string[] };

/** What the phrase needs of the room. */
export type PhraseHooks = {
	readonly send: (to: string, text: string) => void;
	/** The DTLS fingerprint of somebody, as seen from here. */
	readonly fingerprint: (id: string) => string | undefined;
	readonly changed: (state: PhraseState) => void;
	readonly random?: (length: number) => Uint8Array;
};

/** One drawing of lots among one set of people; a new one begins whenever somebody joins or leaves. */
type Round = {
	readonly number: number;
	readonly drawn: string;
	readonly promises: Map<string, { readonly promise: string; readonly members: string }>;
	readonly shown: Map<string, string>;
	promise: string;
	revealed: boolean;
};

const draw = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Six words that everybody in the room reads aloud. They come from every certificate in use and from a number drawn by each
 * browser; each promises its number (SHA-256) to every other and shows it only when it holds the promises of all, so that
 * whoever sits in between has one guess in 2^48 and cannot search for certificates that give the same words (as in ZRTP).
 */
export const openPhrase = (
	ownFingerprint: string | Promise<string>,
	{ send, fingerprint, changed, random = draw }: PhraseHooks,
) => {
	let me = '';
	let own: string | undefined;
	let members: readonly string[] = [];
	let round: Round | undefined;
	let queue: Promise<unknown> = Promise.resolve();
	const alarms = new Set<string>();

	const others = () => members.filter((id) => id !== me);
	const seen = (id: string) => (id === me ? own : fingerprint(id));
	const tellAll = (message: Message) => {
		for (const id of others()) send(id, JSON.stringify(message));
	};
	const tell = (state: PhraseState) => {
		const who = [...alarms].filter((id) => members.includes(id));
		changed(who.length > 0 ? { kind: 'alarm', who } : state);
	};
	const alarm = (id: string) => {
		alarms.add(id);
		tell({ kind: 'waiting' });
	};
	const ownPromise = ({ number, promise }: Round): Message => ({ round: number, members, promise });

	/** Begins with a number nobody has seen: showing it before all have promised would give the game away. */
	const begin = async (number: number) => {
		const drawn = hex(random(32));
		own = await ownFingerprint;
		const promise = await promiseOf(number, me, own, drawn);
		round = { number, drawn, promise, promises: new Map(), shown: new Map(), revealed: false };
		tell({ kind: others().length === 0 ? 'alone' : 'waiting' });
		tellAll(ownPromise(round));
	};

	const finish = async (current: Round) => {
		if (!current.revealed || !others().every((id) => current.shown.has(id))) return;
		const lines = members.map((id) => [id, seen(id), id === me ? current.drawn : current.shown.get(id)]);
		const bytes = await digest(['words', current.number, ...lines]);
		tell({ kind: 'words', bytes: [...bytes.slice(0, 6)] });
	};

	const reveal = async (current: Round) => {
		const view = JSON.stringify(members);
		if (current.revealed || !others().every((id) => current.promises.get(id)?.members === view)) return;
		current.revealed = true;
		tellAll(ownPromise(current)); // again, in case a line opened between our promise and theirs: a number without its promise alarms
		tellAll({ round: current.number, drawn: current.drawn });
		await finish(current);
	};

	const hearPromise = async (from: string, message: Extract<Message, { promise: string }>) => {
		if (message.round > (round?.number ?? 0) && message.round < (round?.number ?? 0) + 100_000)
			await begin(message.round);
		if (!round || message.round !== round.number) return;
		const promised = { promise: message.promise, members: JSON.stringify(message.members) };
		const before = round.promises.get(from);
		if (before && (before.promise !== promised.promise || before.members !== promised.members)) return alarm(from);
		round.promises.set(from, promised);
		await reveal(round);
	};

	const hearDrawn = async (from: string, message: Extract<Message, { drawn: string }>) => {
		if (!round || message.round !== round.number) return;
		const promised = round.promises.get(from);
		const kept = (await promiseOf(round.number, from, seen(from), message.drawn)) === promised?.promise;
		if (!kept) return alarm(from);
		round.shown.set(from, message.drawn);
		await finish(round);
	};

	const inTurn = (task: () => Promise<void>) => {
		queue = queue.then(task);
	};

	return {
		/** Who is in the room now; anybody more or less makes a new phrase. */
		members: (self: string, ids: readonly string[]) =>
			inTurn(async () => {
				me = self;
				members = [...ids].sort();
				await begin((round?.number ?? 0) + 1);
			}),
		/** The line to somebody is open: they may not have our promise yet. */
		ready: (id: string) =>
			inTurn(async () => {
				if (round && members.includes(id)) send(id, JSON.stringify(ownPromise(round)));
			}),
		/** A text of somebody on the phrase line. */
		hear: (from: string, text: string) =>
			inTurn(async () => {
				const message = readMessage(text);
				if (!message || !members.includes(from)) return;
				await ('promise' in message ? hearPromise(from, message) : hearDrawn(from, message));
			}),
		/** Somebody's certificate changed under way. */
		swapped: (id: string) => inTurn(async () => alarm(id)),
		/** Resolves when everything heard so far has been dealt with. */
		settled: () => queue,
	};
};
