import { describe, expect, it } from 'vitest';
import { chatLines } from '#ui/room/chat.ts';
import { blockedBy, browserOf } from '#ui/room/devices.ts';
import { eventCutter, type StreamEvent } from '#ui/room/event-stream.ts';
import { fingerprintOf } from '#ui/room/fingerprint.ts';
import { type Cut, type CutStore, watchCuts } from '#ui/room/interruption.ts';
import { openOutbox, type Posting } from '#ui/room/outbox.ts';
import { judge, type Sample } from '#ui/room/quality.ts';
import { silenceWatch } from '#ui/room/sound.ts';
import { thrifty } from '#ui/room/thrift.ts';

describe('the event stream', () => {
	it('reads events whole, however they were cut on the way', () => {
		const text =
			': here\n\nid: 4\nevent: join\ndata: {"id":"é"}\n\nid: 5\r\nevent: leave\r\ndata: a\r\ndata: b\r\n\r\n';
		for (let size = 1; size < 12; size += 1) {
			const seen: StreamEvent[] = [];
			const cut = eventCutter((event) => seen.push(event));
			for (let at = 0; at < text.length; at += size) cut(text.slice(at, at + size));
			expect(seen).toEqual([
				{ id: '4', name: 'join', data: '{"id":"é"}' },
				{ id: '5', name: 'leave', data: 'a\nb' },
			]);
		}
	});
});

describe('a bookmark', () => {
	it('is remembered and not heard', () => {
		const seen: StreamEvent[] = [];
		const marks: string[] = [];
		eventCutter(
			(event) => seen.push(event),
			(id) => marks.push(id),
		)('id: 7\n\nevent: changed\ndata: {}\n\nid: 8\n\n');
		expect(seen.map(({ name }) => name)).toEqual(['changed']);
		expect(marks).toEqual(['7', '8']);
	});
});

describe('the outbox', () => {
	it('sends one letter at a time, in order, again while the network is away, and drops what will never be taken', async () => {
		const outcomes: Posting[] = ['taken', 'again', 'again', 'taken', 'never', 'taken'];
		const sent: string[] = [];
		let together = 0;
		const outbox = openOutbox<number>('/x', async ({ to, data }) => {
			together += 1;
			expect(together).toBe(1);
			await new Promise((resolve) => setTimeout(resolve, 2));
			together -= 1;
			return outcomes[sent.push(`${to}${data.join('')}`) - 1] ?? 'taken';
		});
		for (const [to, n] of [
			['a', 1],
			['b', 2],
			['b', 3],
			['a', 4],
			['c', 5],
		] as const)
			outbox.send(to, n);
		while (sent.length < 6) {
			outbox.hurry();
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		expect(sent).toEqual(['a1', 'b23', 'b23', 'b23', 'a4', 'c5']);
	});

	it('forgets what a past session wanted to say, also what it was trying to', async () => {
		const sent: string[] = [];
		const outbox = openOutbox<number>('/x', async ({ data }) => (sent.push(data.join('')) < 2 ? 'again' : 'taken'));
		outbox.send('a', 1);
		outbox.send('b', 2);
		await new Promise((resolve) => setTimeout(resolve, 2));
		outbox.empty();
		outbox.send('a', 3);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(sent).toEqual(['1', '3']);
	});
});

describe('a certificate’s fingerprint', () => {
	const line = (print: string, hash = 'sha-256') => `a=fingerprint:${hash} ${print}\r\n`;
	it('is the one that every section names', () => expect(fingerprintOf(line('ab:cd') + line('AB:CD'))).toBe('AB:CD'));
	it('is none when there are two', () => expect(fingerprintOf(line('AB:CD') + line('AB:CE'))).toBeUndefined());
	it('is none when there is a second one by a weaker hash', () =>
		expect(fingerprintOf(line('AB:CD') + line('AB', 'sha-1'))).toBeUndefined());
	it('is none when nothing is named', () => expect(fingerprintOf('v=0\r\n')).toBeUndefined());
});

describe('a thin line', () => {
	it('asks Opus, and nothing else, for little', () => {
		const sdp = 'm=audio 9 X 111 126\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 useinbandfec=1\r\na=fmtp:126 0-15\r\n';
		const thin = thrifty(sdp);
		expect(thin).toContain(
			'a=fmtp:111 useinbandfec=1;maxaveragebitrate=14000;stereo=0\r\na=ptime:60\r\na=fmtp:126 0-15\r\n',
		);
		expect(thrifty('v=0\r\n')).toBe('v=0\r\n');
	});
});

describe('the line in words', () => {
	const sample = (change: Partial<Sample> = {}): Sample => ({
		received: 1000,
		lost: 0,
		jitter: 0.005,
		roundTrip: 0.04,
		path: 'direct',
		...change,
	});
	const ends = { connected: true, sending: true };
	const before = sample({ received: 900 });
	it.each([
		['good', sample()],
		['fair', sample({ roundTrip: 0.35 })],
		['fair', sample({ received: 995, lost: 5 })],
		['weak', sample({ received: 985, lost: 15 })],
		['weak', sample({ roundTrip: 0.9 })],
		['weak', sample({ jitter: 0.2 })],
		['lost', sample({ received: 900 })],
	] as const)('%s', (word, now) => expect(judge(now, before, ends)).toBe(word));
	it('is lost without a path', () => expect(judge(sample(), before, { connected: false, sending: true })).toBe('lost'));
	it('is not lost when the other sends nothing', () =>
		expect(judge(sample({ received: 900 }), before, { connected: true, sending: false })).toBe('good'));
});

describe('a camera or microphone that cannot be used', () => {
	const error = (name: string, message = '') => new DOMException(message, name);
	it.each([
		['refused', error('NotAllowedError', 'Permission denied')],
		['dismissed', error('NotAllowedError', 'Permission dismissed')],
		['system', error('NotAllowedError', 'Permission denied by system')],
		['missing', error('NotFoundError')],
		['busy', error('NotReadableError')],
		['unknown', 'nonsense'],
	])('%s', (reason, thrown) => expect(blockedBy(thrown)).toBe(reason));

	it.each([
		[
			'iphone',
			'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1',
		],
		['android', 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'],
		['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
		[
			'chromium',
			'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
		],
		['safari', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15'],
	])('is looked for where %s hides it', (browser, userAgent) => expect(browserOf(userAgent)).toBe(browser));
});

describe('a silent microphone', () => {
	it('is noticed after eight seconds, not when muted, not in a quiet room', () => {
		const silent = silenceWatch();
		expect(silent(0, false, 0)).toBe(false);
		expect(silent(0.0005, false, 7900)).toBe(false);
		expect(silent(0, false, 8000)).toBe(true);
		expect(silent(0.01, false, 8100)).toBe(false);
		expect(silent(0, true, 20_000)).toBe(false);
		expect(silent(0, false, 20_100)).toBe(false);
	});
});

describe('a cut', () => {
	const memory = (): CutStore => {
		let cuts: readonly Cut[] = [];
		return {
			read: () => cuts,
			write: (now) => {
				cuts = now;
			},
		};
	};
	const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

	it('is told once the line is back, again until it is taken, and then no more', async () => {
		const told: Cut[] = [];
		const answers = [false, true];
		const store = memory();
		const watch = watchCuts(store, async (cut) => {
			told.push(cut);
			return answers.shift() ?? true;
		});
		expect(watch.see({ server: 'up', others: 'heard' }, 0)).toBeUndefined();
		expect(watch.see({ server: 'down', others: 'lost' }, 1000)).toBeUndefined();
		expect(watch.see({ server: 'down', others: 'lost' }, 9000)).toEqual({ since: 1000, cause: 'network' });
		expect(watch.see({ server: 'down', others: 'heard' }, 21_000)).toBeUndefined();
		expect(told).toEqual([]);
		for (const at of [22_000, 23_000, 24_000]) {
			watch.see({ server: 'up', others: 'heard' }, at);
			await settle();
		}
		expect(told).toEqual(Array(2).fill({ since: 1000, until: 21_000, cause: 'network' }));
		expect(store.read()).toEqual([]);
	});

	it('is not told when it lasted less than five seconds', async () => {
		const told: Cut[] = [];
		const store = memory();
		const watch = watchCuts(store, async (cut) => told.push(cut) > 0);
		watch.see({ server: 'up', others: 'lost' }, 0);
		watch.see({ server: 'up', others: 'heard' }, 4000);
		await settle();
		expect(told).toEqual([]);
		expect(store.read()).toEqual([]);
	});

	it('of the other side is told as such; nobody else in the room is no cut', () => {
		const watch = watchCuts(memory(), async () => true);
		expect(watch.see({ server: 'up', others: 'none' }, 0)).toBeUndefined();
		expect(watch.see({ server: 'up', others: 'none' }, 9000)).toBeUndefined();
		watch.see({ server: 'up', others: 'lost' }, 10_000);
		expect(watch.see({ server: 'up', others: 'lost' }, 13_000)?.cause).toBe('other-side');
	});
});

describe('the chat', () => {
	it('shows what is in the file, then what is on its way, each once', () => {
		const kept = [{ id: '1', from: 'Ana', mine: true, text: 'Bonjour', at: '14 h 30' }];
		const drafts = [
			{ id: '1', text: 'Bonjour', state: 'sending' as const },
			{ id: '2', text: 'Vous m’entendez ?', state: 'waiting' as const },
		];
		expect(chatLines(kept, drafts).map(({ id, state }) => [id, state])).toEqual([
			['1', 'kept'],
			['2', 'waiting'],
		]);
	});
});
