/*
 * A Balise that is killed: its own PostgreSQL on a data folder, eight writers, and a file in which each acknowledged
 * act is noted only once `perform` has answered. Started by faults/kill.ts as a process of its own.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyring } from '#server/journal/keyring.ts';
import { perform } from '#server/journal/perform.ts';
import { factsCache, type World } from '#server/journal/world.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { systemClock } from '#server/platform/clock.ts';
import { databaseOf, poolOf } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { type ToyFacts, toyModel } from './toy.ts';

const [dataDir = '', keysFile = '', acknowledged = '', practice = '', account = '', ...dossiers] =
	process.argv.slice(2);

const server = await startEmbedded({ dataDir, log: () => undefined });
const keys = fileKeys(keysFile);
const world: World<ToyFacts> = {
	...systemClock,
	model: toyModel(),
	db: databaseOf(poolOf(server, 8, 'app')),
	keys,
	keyring: keyring(keys, systemClock),
	cache: factsCache(),
	announce: () => undefined,
};

const file = openSync(acknowledged, 'a');
/** What the person's browser knows: their act was taken. */
function acknowledge(line: string): void {
	writeSync(file, `${line}\n`);
	fsyncSync(file);
}

/** One browser: it sends an act again, under the same id, until it gets an answer. */
async function write(dossier: string): Promise<never> {
	for (let n = 0; ; n++) {
		const id = randomUUID();
		const seq = await untilAnswered(id, dossier, `${n} ${'x'.repeat(n % 900)}`);
		acknowledge(`${id} ${dossier} ${seq}`);
	}
}

async function untilAnswered(id: string, dossier: string, text: string): Promise<number> {
	const actor = { account, assurance: 'passkey' } as const;
	const journal = { kind: 'dossier', id: dossier } as const;
	for (;;) {
		try {
			const answer = await perform(world, {
				id,
				practice,
				journal,
				act: 'message.send',
				actor,
				input: { part: JOINT, text },
			});
			if ('refused' in answer) throw new Error(`refused: ${answer.code}`);
			return answer.entries[0]?.seq ?? 0;
		} catch (error) {
			if (error instanceof Error && error.message.startsWith('refused')) process.exit(3);
			await sleep(20);
		}
	}
}

for (const dossier of dossiers) void write(dossier);
process.on('exit', () => closeSync(file));
