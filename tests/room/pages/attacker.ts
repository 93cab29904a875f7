import { fingerprintOfCertificate, makeCertificate } from '#ui/room/fingerprint.ts';
import { type Channel, openPeer, type Peer } from '#ui/room/peer.ts';
import { openPhrase } from '#ui/room/phrase.ts';
import type { Signal } from '#ui/room/signalling.ts';

/**
 * The page of whoever sits in between, served by a lying server: it answers both callers in the other's name with its own
 * certificate, passes picture and voice on, and does with the phrase what its mode says.
 */
type Mode =
	/** Passes every text on, word for word. */
	| 'pass'
	/** Plays the other's part honestly on each side, with its own certificate and numbers. */
	| 'own'
	/** Waits for a number before it promises its own. */
	| 'wait'
	/** Promises one number and shows another. */
	| 'change';

const seen: { readonly from: string; readonly text: string }[] = [];

const flipped = (text: string) =>
	text.replace(/"drawn":"(.)/, (_, first: string) => `"drawn":"${first === '0' ? '1' : '0'}`);

const sit = async (base: string, mode: Mode) => {
	const certificate = await makeCertificate();
	const own = await fingerprintOfCertificate(certificate);
	const sides = new Map<string, { readonly peer: Peer; readonly phrase: ReturnType<typeof openPhrase> }>();

	const post = (to: string, as: string, data: readonly Signal[]) =>
		fetch(`${base}/signal`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ to, as, data }),
		});
	let outbox: Promise<unknown> = Promise.resolve();

	/** What came before the other side could hear it waits: texts pass word for word, whenever they come. */
	const waiting = new Map<string, (() => void)[]>();
	const pass = (to: string, channel: Channel, text: string) => {
		const say = () => sides.get(to)?.peer.send(channel, text);
		const line = waiting.get(`${to} ${channel}`);
		if (line) line.push(say);
		else say();
	};
	const flush = (to: string, channel: Channel) => {
		for (const say of waiting.get(`${to} ${channel}`) ?? []) say();
		waiting.delete(`${to} ${channel}`);
	};

	/** Opens the side that faces `victim` in the name of `as`. */
	const face = (victim: string, as: string, offers: boolean) => {
		if (sides.has(victim)) return;
		for (const channel of ['phrase', 'state']) waiting.set(`${victim} ${channel}`, []);
		const phrase = openPhrase(own, {
			send: (_, text) => peer.send('phrase', mode === 'change' ? flipped(text) : text),
			fingerprint: () => peer.fingerprint(),
			changed: () => {},
		});
		const passOn = () => {
			for (const track of peer.stream.getTracks()) sides.get(as)?.peer.setTrack(track.kind as 'audio' | 'video', track);
			for (const track of sides.get(as)?.peer.stream.getTracks() ?? [])
				peer.setTrack(track.kind as 'audio' | 'video', track);
		};
		const peer = openPeer(
			{ ice: [], relayOnly: false, certificate, polite: true, offers, tracks: new Map(), voiceOnly: false },
			{
				signal: (signal) => {
					outbox = outbox.then(() => post(victim, as, [signal]));
				},
				changed: passOn,
				ready: (channel) => {
					flush(victim, channel);
					if (channel === 'phrase' && (mode === 'own' || mode === 'change')) phrase.members(as, [as, victim]);
				},
				heard: (channel, text) => {
					seen.push({ from: victim, text });
					if (channel === 'state' || mode === 'pass') pass(as, channel, text);
					else if (mode === 'own' || mode === 'change') phrase.hear(victim, text);
				},
				swapped: () => {},
			},
		);
		sides.set(victim, { peer, phrase });
	};

	const events = new EventSource(`${base}/events`);
	events.addEventListener('signal', ({ data: text }: MessageEvent<string>) => {
		const { from, to, data } = JSON.parse(text) as { from: string; to: string; data: readonly Signal[] };
		face(from, to, false);
		face(to, from, true);
		for (const signal of data) sides.get(from)?.peer.receive(signal);
	});
	await new Promise((resolve) => events.addEventListener('welcome', resolve, { once: true }));
};

const api = {
	sit,
	/** Numbers a victim has shown to us. */
	numbersSeen: () => seen.filter(({ text }) => text.includes('"drawn"')).length,
	promisesSeen: () => seen.filter(({ text }) => text.includes('"promise"')).length,
};

/** What a test asks the attacker's page. */
export type AttackerPage = typeof api;

Object.assign(window, { attacker: api });
