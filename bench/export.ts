import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { archiveOf, manifestOf } from '#server/journal/archive.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { verifyArchive } from '#server/platform/verifier.mjs';
import { openFolder } from '../tests/support/server.ts';
import { longFile, messageLine, withFill } from './support/fill.ts';
import { openHouse } from './support/house.ts';
import { inTurn, timed } from './support/measure.ts';
import { type Bench, row } from './support/row.ts';

/** A long file as it leaves: plain JSON with its chain, written to disk; then checked by the verifier; beside `cat`. */
export const exported: Bench = async (effort) => {
	const house = await openHouse({ model: withFill });
	const { path, world } = house;
	const lines = effort.short ? 200 : 100_000;
	const thread = world.newId();
	const file = await longFile(path, lines, () => messageLine(thread));
	const facts = await path.factsOf(file);
	const parts = [JOINT, ...Object.keys(facts.dossier.joint.dossier.persons)];
	const manifest = await manifestOf(world.db, path.practice.id, file, parts);
	if (!manifest) throw new Error('no file');
	const folder = openFolder();
	const [out, copy] = [join(folder, 'file.json'), join(folder, 'cat.json')];
	await pipeline(Readable.from(archiveOf(world, manifest)), createWriteStream(out));
	const pieces = await Array.fromAsync(archiveOf(world, manifest));
	const archive: unknown = JSON.parse(pieces.join(''));
	const bytes = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
	const perSecond = async (work: () => unknown) => bytes / 1e6 / ((await timed(async () => work())) / 1000);
	const found = await inTurn(effort.rounds, {
		cat: () => perSecond(() => pipeline(createReadStream(out), createWriteStream(copy))),
		write: () => perSecond(() => pipeline(Readable.from(archiveOf(world, manifest)), createWriteStream(out))),
		check: () =>
			perSecond(() => {
				if (verifyArchive(archive).length > 0) throw new Error('it does not verify');
			}),
	});
	await house.stop();
	rmSync(folder, { recursive: true, force: true });
	const given = { unit: 'MB/s', reference: found.cat } as const;
	const size = `${manifest.seq} lines, ${(bytes / 1e6).toFixed(0)} MB; reference: cat of the same bytes to the same disk`;
	return [
		row(effort, {
			...given,
			name: 'export',
			value: found.write,
			note: `each line opened and told with its chain; ${size}`,
		}),
		row(effort, {
			...given,
			name: 'export.check',
			value: found.check,
			note: `every line linked, opened, compared; ${size}`,
		}),
	];
};
