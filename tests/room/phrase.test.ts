import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPhrase, type PhraseState } from '#ui/room/phrase.ts';
import { englishWords, frenchWords, phraseIn } from '#ui/room/phrase-words.ts';

type Party = {
	readonly phrase: ReturnType<typeof openPhrase>;
	readonly sent: string[];
	state: PhraseState;
	sees: readonly string[];
};
type Link = { readonly from: string; readonly to: string; readonly texts: string[] };

/** A room without network: a link opens when both know of each other, and is moved on when the schedule says so. */
type Simulation = {
	/** The certificate somebody sees of somebody. */
	readonly seen?: (by: string, of: string) => string;
	/** The numbers drawn, when chance must not play. */
	readonly drawn?: (by: string) => Uint8Array;
};
const simulate = ({ seen = (_, of) => `print of ${of}`, drawn }: Simulation = {}) => {
	const parties = new Map<string, Party>();
	const links = new Map<string, Link>();

	const link = (from: string, to: string) => {
		const key = `${from}>${to}`;
		const found = links.get(key) ?? { from, to, texts: [] };
		links.set(key, found);
		return found;
	};
	const linked = (a: string, b: string) => parties.get(a)?.sees.includes(b) && parties.get(b)?.sees.includes(a);
	const seat = (id: string): Party => {
		const party: Party = {
			sent: [],
			sees: [],
			state: { kind: 'alone' },
			phrase: openPhrase(seen(id, id), {
				send: (to, text) => {
					if (!linked(id, to)) return;
					party.sent.push(text);
					link(id, to).texts.push(text);
				},
				fingerprint: (of) => seen(id, of),
				...(drawn ? { random: () => drawn(id) } : {}),
				changed: (state) => {
					party.state = state;
				},
			}),
		};
		parties.set(id, party);
		return party;
	};
	const deliver = async ({ from, to, texts }: Link) => {
		const text = texts.shift();
		const party = parties.get(to);
		if (text === undefined || !party) return;
		party.phrase.hear(from, text);
		await party.phrase.settled();
	};
	const busy = () => [...links.values()].filter(({ texts }) => texts.length > 0);

	return {
		parties,
		seat,
		busy,
		deliver,
		see: async (id: string, ids: readonly string[]) => {
			const party = parties.get(id) ?? seat(id);
			const known = party.sees;
			party.sees = ids;
			party.phrase.members(id, ids);
			for (const other of ids.filter((one) => one !== id && !known.includes(one) && linked(id, one))) {
				party.phrase.ready(other);
				parties.get(other)?.phrase.ready(id);
				await parties.get(other)?.phrase.settled();
			}
			await party.phrase.settled();
		},
		drain: async () => {
			for (let [next] = busy(); next; [next] = busy()) await deliver(next);
		},
	};
};

const words = (state: PhraseState | undefined) =>
	state?.kind === 'words' ? phraseIn('fr', state.bytes).join(' ') : state?.kind;

describe('the words themselves', () => {
	it.each([
		['French', frenchWords],
		['English', englishWords],
	])('%s: 256, all different, none close to another', (_, list) => {
		const plain = list.map((word) => word.normalize('NFD').replace(/[^a-z]/g, ''));
		expect(new Set(plain).size).toBe(256);
		for (const word of plain) expect(word.length).toBeGreaterThan(3);
		const close = plain.flatMap((a, i) =>
			plain
				.slice(i + 1)
				.filter((b) => distance(a, b) < 3)
				.map((b) => `${a}/${b}`),
		);
		expect(close).toEqual([]);
	});
});

/** Letters to change, add or drop between two words. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap);
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

describe('the group phrase', () => {
	it('is the same for all, whatever the order in which news and texts arrive', async () => {
		const ids = ['a', 'b', 'c', 'd'];
		const order = fc.infiniteStream(fc.nat());
		await fc.assert(
			fc.asyncProperty(order, fc.integer({ min: 2, max: 4 }), async (pick, size) => {
				const room = simulate();
				const inside = ids.slice(0, size);
				// Everybody hears every arrival in the same order, but not at the same time.
				const news = inside.flatMap((id, at) =>
					inside.slice(at).map((_, later) => ({ id, ids: inside.slice(0, at + later + 1) })),
				);
				for (const id of inside) room.seat(id);
				const waiting = new Map(inside.map((id) => [id, news.filter((one) => one.id === id)]));
				const choose = <T>(from: readonly T[]) => from[(pick.next().value as number) % from.length] as T;
				for (;;) {
					const pending = [...waiting.values()].filter((list) => list.length > 0);
					const busy = room.busy();
					if (pending.length + busy.length === 0) break;
					const what = choose([...pending, ...busy]);
					if ('texts' in what) await room.deliver(what);
					else {
						const next = what.shift();
						if (next) await room.see(next.id, next.ids);
					}
				}
				const said = inside.map((id) => words(room.parties.get(id)?.state));
				expect(said[0]?.split(' ')).toHaveLength(6);
				expect(new Set(said).size).toBe(1);
			}),
			{ numRuns: 150 },
		);
	});

	it('is new when somebody leaves and the same two remain', async () => {
		const room = simulate();
		const said: (string | undefined)[] = [];
		for (const ids of [
			['a', 'b'],
			['a', 'b', 'c'],
			['a', 'b'],
		]) {
			for (const id of ids) await room.see(id, ids);
			await room.drain();
			expect(words(room.parties.get('a')?.state)).toBe(words(room.parties.get('b')?.state));
			said.push(words(room.parties.get('a')?.state));
		}
		expect(new Set(said).size).toBe(3);
	});

	it('comes from every certificate and every number drawn', async () => {
		const ids = ['a', 'b', 'c'];
		const phraseOf = async (certificates: string, numbers: readonly number[]) => {
			const room = simulate({
				seen: (_, of) => `print of ${of}${certificates.includes(of) ? ' changed' : ''}`,
				drawn: (by) => new Uint8Array(32).fill(numbers[ids.indexOf(by)] ?? 0),
			});
			for (const id of ids) await room.see(id, ids);
			await room.drain();
			return words(room.parties.get('b')?.state);
		};
		const first = await phraseOf('', [1, 2, 3]);
		expect(await phraseOf('', [1, 2, 3])).toBe(first);
		const others = [phraseOf('a', [1, 2, 3]), phraseOf('b', [1, 2, 3]), phraseOf('c', [1, 2, 3])];
		const more = [phraseOf('', [9, 2, 3]), phraseOf('', [1, 9, 3]), phraseOf('', [1, 2, 9]), phraseOf('', [2, 1, 3])];
		expect(new Set([first, ...(await Promise.all([...others, ...more]))]).size).toBe(8);
	});

	it('shows no number before every promise is there', async () => {
		const room = simulate();
		for (const id of ['a', 'b', 'c']) await room.see(id, ['a', 'b', 'c']);
		for (const link of room.busy()) if (link.from !== 'c') while (link.texts.length > 0) await room.deliver(link);
		for (const id of ['a', 'b'])
			expect(room.parties.get(id)?.sent.some((text) => text.includes('"drawn"'))).toBe(false);
		await room.drain();
		expect(words(room.parties.get('a')?.state)).toBe(words(room.parties.get('c')?.state));
	});

	it('alarms when a promise was made with another certificate than the one seen here', async () => {
		const room = simulate({
			seen: (by, of) => (by === 'a' && of === 'b' ? 'print of somebody else' : `print of ${of}`),
		});
		for (const id of ['a', 'b', 'c']) await room.see(id, ['a', 'b', 'c']);
		await room.drain();
		expect(room.parties.get('a')?.state).toEqual({ kind: 'alarm', who: ['b'] });
		expect(words(room.parties.get('b')?.state)).not.toBe('alarm');
	});

	it('keeps the alarm for as long as that person stays', async () => {
		const room = simulate({
			seen: (by, of) => (by === 'a' && of === 'b' ? 'print of somebody else' : `print of ${of}`),
		});
		for (const ids of [
			['a', 'b'],
			['a', 'b', 'c'],
		]) {
			for (const id of ids) await room.see(id, ids);
			await room.drain();
			expect(room.parties.get('a')?.state).toEqual({ kind: 'alarm', who: ['b'] });
		}
		for (const id of ['a', 'c']) await room.see(id, ['a', 'c']);
		await room.drain();
		expect(room.parties.get('a')?.state.kind).toBe('words');
	});

	it('alarms at a second promise in one round, and at a number nobody promised', async () => {
		for (const text of [
			JSON.stringify({ round: 1, members: ['a', 'b'], promise: 'f'.repeat(64) }),
			JSON.stringify({ round: 1, drawn: 'f'.repeat(64) }),
		]) {
			const room = simulate();
			for (const id of ['a', 'b']) await room.see(id, ['a', 'b']);
			await room.drain();
			room.parties.get('a')?.phrase.hear('b', text);
			await room.parties.get('a')?.phrase.settled();
			expect(room.parties.get('a')?.state.kind).toBe('alarm');
		}
	});

	it('takes no harm from texts that are none', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
				const room = simulate();
				for (const id of ['a', 'b']) await room.see(id, ['a', 'b']);
				room.parties.get('a')?.phrase.hear('b', text);
				room.parties.get('a')?.phrase.hear('stranger', text);
				await room.drain();
				expect(words(room.parties.get('a')?.state)).toBe(words(room.parties.get('b')?.state));
			}),
			{ numRuns: 100 },
		);
	});
});
