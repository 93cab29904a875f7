import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '#server/journal/backup/back-up.ts';
import { restore } from '#server/journal/backup/restore.ts';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { systemClock } from '#server/platform/clock.ts';
import { poolOf } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { backupHouse, worldOn } from '../tests/support/backups.ts';
import { embeddedServer, openFolder } from '../tests/support/server.ts';
import { toyStory } from '../tests/support/story.ts';
import { done, toyModel } from '../tests/support/toy.ts';
import { testHouse } from '../tests/support/world.ts';

/** What the rounds showed; times in ms. */
export interface RestoredRounds {
	readonly rounds: number;
	/** Acts acknowledged before a snapshot began, over all rounds; those of them that were not there afterwards. */
	readonly acknowledged: number;
	readonly lost: number;
	readonly findings: number;
	readonly bytes: number;
	readonly longestRpo: number;
	readonly longestRto: number;
}

const WRITERS = 8;

/** Under eight writers: a backup, then a new server, then a restore there. What was acknowledged before is there, and all of it verifies. */
export async function restoreRounds({
	rounds,
	lines,
}: {
	readonly rounds: number;
	readonly lines: number;
}): Promise<RestoredRounds> {
	const folder = openFolder();
	const keysFile = join(folder, 'keys.json');
	const server = await embeddedServer();
	const house = await testHouse({
		server,
		model: toyModel(),
		keys: fileKeys(keysFile),
		connections: 10,
		time: systemClock,
	});
	const story = await toyStory(house);
	const backups = { ...backupHouse(server, house, { keysFile }), clock: systemClock };
	const acknowledged: string[] = [];
	const writing = { on: true };
	const say = async (ref: typeof story.dossier, text: string) => {
		const { entries } = done(await story.send('message.send', ref, { part: JOINT, text }));
		acknowledged.push(`${ref.id} ${entries[0]?.seq}`);
	};
	const writers = Array.from({ length: WRITERS }, async () => {
		const ref = await story.openDossier();
		while (writing.on) await say(ref, `${randomUUID()} ${'mots '.repeat(40)}`);
	});
	const found = { acknowledged: 0, lost: 0, findings: 0, bytes: 0, longestRpo: 0, longestRto: 0 };
	try {
		for (let round = 0; round < rounds; round++) {
			while (acknowledged.length < (round + 1) * lines) await new Promise((wait) => setTimeout(wait, 20));
			await checkpoint(house.world, house.practice, backups.roots);
			const before = [...acknowledged];
			const { name, bytes } = await backUp(backups);
			const lost = Date.now();
			const engineServer = await embeddedServer();
			try {
				const engine = await engineServer.fresh();
				const roots = join(folder, `roots-${round}`);
				const { at } = await restore({ engine, store: backups.store, name, keys: fileKeys(keysFile), roots });
				const world = worldOn(engine, toyModel(), keysFile);
				const owner = poolOf(engine, 1, 'owner');
				const { rows } = await owner.query<{ line: string }>(`select journal_id || ' ' || seq as line from entry`);
				const there = new Set(rows.map((row) => row.line));
				const { findings } = await verifyAll({ db: world.db, world, roots });
				await Promise.all([owner.end(), world.db.destroy()]);
				found.acknowledged += before.length;
				found.lost += before.filter((line) => !there.has(line)).length;
				found.findings += findings.length;
				found.bytes = bytes;
				found.longestRpo = Math.max(found.longestRpo, lost - at);
				found.longestRto = Math.max(found.longestRto, Date.now() - lost);
			} finally {
				await engineServer.stop();
			}
		}
	} finally {
		writing.on = false;
		await Promise.all(writers);
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
	return { rounds, ...found };
}
