/*
 * npm run faults                  every fault in its long form; figures in faults/results.json
 * npm run faults -- kill race     only these
 *   --share 0.1   so much of the long form
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAll } from '#server/journal/verify.ts';
import { embeddedServer } from '../tests/support/server.ts';
import { toyStory } from '../tests/support/story.ts';
import { toyModel } from '../tests/support/toy.ts';
import { testHouse } from '../tests/support/world.ts';
import { destroyed } from './destroyed.ts';
import { tryBadInputs } from './inputs.ts';
import { kill } from './kill.ts';
import { leak } from './leak.ts';
import { race } from './race.ts';
import { restoreRounds } from './restore.ts';
import { tamper, unproved } from './tamper.ts';

/** What one fault showed: how often it was tried, how often the product held, what was lost. */
interface Fault {
	readonly name: string;
	readonly tried: number;
	readonly survived: number;
	readonly lost: number;
	readonly note: string;
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { share: { type: 'string', default: '1' } },
});
const part = (rounds: number): number => Math.max(1, Math.round(rounds * Number(values.share)));

const faults: Readonly<Record<string, () => Promise<Fault>>> = {
	kill: async () => {
		const { rounds, acknowledged, lost, torn, findings, longestOutage } = await kill({ rounds: part(120) });
		const note = `${acknowledged} acts acknowledged, ${torn} torn, ${findings} broken chains; back after at most ${Math.round(longestOutage)} ms`;
		return { name: 'kill', tried: rounds, survived: lost + torn + findings === 0 ? rounds : 0, lost, note };
	},
	race: async () => {
		const server = await embeddedServer();
		const house = await testHouse({ server, model: toyModel() });
		const story = await toyStory(house);
		const found = await race(story, [house.world, house.another(), house.another()], part(3000));
		const { findings } = await verifyAll({ db: house.world.db, world: house.another() });
		await server.stop();
		const { rounds, forbidden, leftOpen, both, one, none } = found;
		const note = `withdraw ∥ open ∥ open: both opened first ${both}, one ${one}, none ${none}; ${findings.length} broken chains`;
		return { name: 'race', tried: rounds, survived: rounds - forbidden - leftOpen, lost: 0, note };
	},
	tamper: async () => {
		const columns = await tamper({ rounds: part(2000) });
		const proved = columns.filter(({ column }) => !unproved.includes(column));
		const sum = (key: 'tried' | 'found') => proved.reduce((n, column) => n + column[key], 0);
		const missed = proved.filter(({ tried, found }) => found < tried).map(({ column }) => column);
		const note = `any value of ${proved.length} columns changed; missed in: ${missed.join(', ') || 'none'}; proves nothing: ${unproved.join(', ')}`;
		return { name: 'tamper', tried: sum('tried'), survived: sum('found'), lost: 0, note };
	},
	restore: async () => {
		const found = await restoreRounds({ rounds: part(10), lines: 2000 });
		const { rounds, acknowledged, lost, findings, longestRpo, longestRto, bytes } = found;
		const seconds = (ms: number) => (ms / 1000).toFixed(1);
		const note = `under 8 writers; ${acknowledged} acts acknowledged before the snapshots, ${findings} broken chains; RPO at most ${seconds(longestRpo)} s (how long the backup took), RTO at most ${seconds(longestRto)} s for ${(bytes / 1e6).toFixed(1)} MB`;
		return { name: 'restore', tried: rounds, survived: lost + findings === 0 ? rounds : 0, lost, note };
	},
	leak: async () => {
		const rounds = part(5);
		const leaks: string[] = [];
		const read = { letters: 0, lines: 0, files: 0, processes: 0 };
		for (let round = 0; round < rounds; round++) {
			const one = await leak();
			if (!one.quoted || one.backups < 2) throw new Error('nothing was proved');
			leaks.push(...one.leaks);
			for (const of of Object.keys(read) as (keyof typeof read)[]) read[of] += one.read[of];
		}
		for (const one of leaks) console.error(one);
		const { letters, lines, files, processes } = read;
		const note = `planted words sought in ${letters} letters, ${lines} log lines, ${files} files (database, write-ahead log, roots, keys, backups), ${processes} process arguments: ${leaks.length} found`;
		return { name: 'leak', tried: rounds, survived: leaks.length === 0 ? rounds : 0, lost: 0, note };
	},
	destroyed: async () => {
		const { rounds, tried, opened, readable, findings } = await destroyed({ rounds: part(10) });
		const isKept = opened + readable + findings === 0;
		const note = `a part, then the file, with backups made before: ${tried} times a key that is still held on a sealed row or wrapped key, ${opened} opened; ${readable} words or keys left on disk or in a restored backup; ${findings} broken chains`;
		return { name: 'destroyed', tried: rounds * 2, survived: isKept ? rounds * 2 : 0, lost: 0, note };
	},
	inputs: async () => {
		const server = await embeddedServer();
		const { acts, routes } = await tryBadInputs(server, { rounds: part(150), seed: 20261122 });
		await server.stop();
		return {
			name: 'inputs',
			tried: acts + routes,
			survived: acts + routes,
			lost: 0,
			note: `${acts} to acts, ${routes} to routes`,
		};
	},
};

const file = join(import.meta.dirname, 'results.json');
const kept = (): readonly Fault[] => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);

let failed = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(faults)) {
	const fault = await faults[name]?.();
	if (!fault) throw new Error(`no fault ${name}; there are ${Object.keys(faults).join(', ')}`);
	writeFileSync(file, `${JSON.stringify([...kept().filter((k) => k.name !== name), fault], null, '\t')}\n`);
	console.log(`${fault.name}: ${fault.survived} of ${fault.tried} survived, ${fault.lost} lost; ${fault.note}`);
	if (fault.survived < fault.tried || fault.lost > 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
