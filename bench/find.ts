import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Caseload, openCaseload } from '#server/app/find/caseload.ts';
import { folded, matchOf, termsOf } from '#server/app/find/query.ts';
import { wordsOf } from '#server/app/find/words.ts';
import { openLine, readLines } from '#server/journal/lines.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { inPractice } from '#server/platform/database.ts';
import { type Filled, longFile, withFill } from './support/fill.ts';
import { type House, openHouse } from './support/house.ts';
import { median, quantile, timed } from './support/measure.ts';
import { atMost, type Bench, row } from './support/row.ts';

/** A language of a few thousand words, the first of them everywhere, the last nearly nowhere; the same in each run. */
function speaker() {
	let seed = 20261122;
	const next = () => {
		seed = (seed * 1103515245 + 12345) % 2 ** 31;
		return seed / 2 ** 31;
	};
	const syllables = ['ma', 'ré', 'clô', 'tin', 'vœu', 'ça', 'pha', 'gne', 'bu', 'ù', 'lar', 'sê', 'dro', 'nui', 'fa'];
	const any = () => syllables[Math.floor(next() * syllables.length)] ?? 'a';
	const words = Array.from({ length: 6000 }, () => Array.from({ length: 2 + Math.floor(next() * 3) }, any).join(''));
	const word = () => words[Math.floor(words.length * next() ** 3)] ?? '';
	const sayOf = (letters: number) => {
		let said = '';
		while (said.length < letters) said += `${word()} `;
		return said;
	};
	return { words, sayOf };
}

const noteOf = (sayOf: (letters: number) => string, by: string, session: string): Filled => ({
	kind: 'note.signed',
	data: {
		session,
		body: { reason: sayOf(150), course: sayOf(650), plan: sayOf(150) },
		happened: {},
		attests: [],
		authors: [by],
	},
});

/** What one would do without an index: open every line of every file, on the thread that answers people. */
async function scan({ world, path }: House, files: readonly JournalRef[], looked: string): Promise<number> {
	let hits = 0;
	const wanted = folded(looked);
	for (const { id } of files)
		await inPractice(world.db, path.practice.id, async (tx) => {
			for (const line of await readLines(tx, path.practice.id, id, { after: 0, limit: 100_000 })) {
				const key = await world.keyring.byId(tx, path.practice.id, line.header.key);
				if (key && folded(wordsOf(openLine(key, line)).join('\n')).includes(wanted)) hits++;
			}
		});
	return hits;
}

/** Unlock a caseload, and how long the thread that answers people was held up meanwhile. */
async function unlocking({ world, path }: House) {
	const { account } = path.practitioner;
	world.cache.clear();
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	let caseload: Caseload | undefined;
	const took = await timed(() => {
		caseload = openCaseload(world, { practice: path.practice.id, account, roles: ['practitioner'] });
		return caseload.ready;
	});
	delay.disable();
	if (!caseload) throw new Error('nothing was unlocked');
	return { caseload, took, pause: delay.max / 1e6 };
}

/** Full-text search in the sealed notes of one caseload: unlock, then query; beside opening everything at each question. */
export const find: Bench = async (effort) => {
	const house = await openHouse({ model: withFill });
	const { path } = house;
	const [many, each] = effort.short ? [3, 20] : [250, 200];
	const { words, sayOf } = speaker();
	const files: JournalRef[] = [];
	for (let n = 0; n < many; n++)
		files.push(await longFile(path, each + 3, () => noteOf(sayOf, path.practitioner.account, house.world.newId())));
	const rounds = Array.from({ length: effort.rounds });
	const unlocked = [];
	for (const _ of rounds) {
		await unlocked.at(-1)?.caseload.end();
		unlocked.push(await unlocking(house));
	}
	const caseload = unlocked.at(-1)?.caseload;
	const asked: number[] = [];
	for (let n = 0; n < (effort.short ? 5 : 400); n++) {
		// From the rarest to those that stand in nearly every note, beginnings of words among them.
		const word = words[Math.floor(words.length * ((n % 40) / 40) ** 2)] ?? '';
		const match = matchOf(termsOf(n % 3 === 0 ? word.slice(0, 3) : n % 3 === 1 ? word : `${word} ${words[n % 50]}`));
		asked.push(await timed(() => match && caseload?.find({ match, limit: 50 })));
	}
	const scanned = await timed(() => scan(house, files, words[3000] ?? ''));
	await caseload?.end();
	await house.stop();
	const notes = `${many * each} notes of about 1 KB in ${many} files`;
	const naive = 'reference: opening and scanning every line, on the thread that answers people';
	const ms = { unit: 'ms' } as const;
	return [
		row(
			effort,
			{
				...ms,
				name: 'find.unlock',
				value: median(unlocked.map(({ took }) => took)),
				reference: scanned,
				note: `p50; ${notes}, opened and indexed in a thread of their own, facts cold; ${naive}`,
			},
			atMost(4000),
		),
		row(
			effort,
			{
				...ms,
				name: 'find.query',
				value: quantile(asked, 0.95),
				reference: scanned,
				note: `p95 of rare and common words, beginnings and pairs, heads looked at before each; ${notes}; ${naive}`,
			},
			atMost(30),
		),
		row(effort, {
			...ms,
			name: 'find.pause',
			value: Math.max(...unlocked.map(({ pause }) => pause)),
			note: 'the longest that the thread which answers people was held up while a caseload was unlocked',
		}),
	];
};
