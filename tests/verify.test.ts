import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { keyring } from '#server/journal/keyring.ts';
import { receiptFor } from '#server/journal/receipt.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { factsCache } from '#server/journal/world.ts';
import { systemClock } from '#server/platform/clock.ts';
import { databaseOf, migrate, poolOf } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { done, openFolder } from './support/index.ts';
import { realModel, realPractice } from './support/real.ts';

// A data folder as Balise leaves it, made by the product's own acts.
const folder = openFolder();
const dataDir = join(folder, 'data');
const keysFile = join(folder, 'keys', 'keys.json');
mkdirSync(join(folder, 'keys'));
const server = await startEmbedded({ dataDir, log: () => {} });
let stopped = false;
const stop = async () => {
	if (stopped) return;
	stopped = true;
	await Promise.all([pool.end(), owner.end()]);
	await server.stop();
};
await migrate(server);
const pool = poolOf(server, 4, 'app');
const owner = poolOf(server, 1, 'owner');
const keys = fileKeys(keysFile);
const world = {
	...systemClock,
	model: realModel(),
	db: databaseOf(pool),
	keys,
	keyring: keyring(keys, systemClock),
	cache: factsCache(),
	announce: () => {},
};
const { practice, dossier, person, send } = await realPractice(world);
for (let i = 0; i < 20; i++)
	done(await send('message.log', dossier, { person, channel: 'telephone', body: `Message ${i}`, on: '2026-11-18' }));
await checkpoint(world, practice, dataDir);
afterAll(async () => {
	await stop();
	rmSync(folder, { recursive: true, force: true });
});

const run = promisify(execFile);
const { DATABASE_URL: _, ...inherited } = process.env;
async function verifyCommand(
	...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
	const env = { ...inherited, BALISE_DATA: dataDir, BALISE_KEYS: keysFile };
	try {
		const { stdout, stderr } = await run(process.execPath, ['src/server/app/cli/verify.ts', ...args], { env });
		return { code: 0, out: stdout, err: stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
		return { code, out: stdout, err: stderr };
	}
}

test("the product's own acts, norms and briefs verify, to the last projected row", async () => {
	const { findings, read } = await verifyAll({
		db: world.db,
		world: { ...world, cache: factsCache() },
		roots: dataDir,
	});
	expect(findings).toEqual([]);
	expect(read.opened).toBe(read.lines);
	expect(read).toMatchObject({ practices: 1, journals: 3, briefs: 1, checkpoints: 1 });
});

describe('npm run verify', () => {
	test('looks while Balise runs, and says what it read', async () => {
		const { code, out, err } = await verifyCommand();
		expect(err).toBe('');
		expect(out).toContain('3 journaux');
		expect(out).toContain('Tout se tient.');
		expect(code).toBe(0);
		expect((await verifyCommand('--lang', 'en', '--practice', 'essai')).out).toContain('Everything holds together.');
	});

	test('without the keys reads nothing and checks the chains', async () => {
		const { code, out } = await verifyCommand('--without-keys', '--lang', 'en');
		expect(out).toContain('nothing read');
		expect(code).toBe(0);
	});

	test('names the first broken line and ends with 1', async () => {
		const { rows } = await owner.query('update entry set at = at + 1 where journal_id = $1 and seq = 7 returning at', [
			dossier.id,
		]);
		expect(rows).toHaveLength(1);
		const { code, out } = await verifyCommand();
		expect(out).toContain(`Journal ${dossier.id} : la ligne 7 n’est plus celle qui a été écrite.`);
		expect(out).toMatch(/\d+ ruptures\.|Une rupture\./);
		expect(code).toBe(1);
		const json = JSON.parse((await verifyCommand('--json')).out);
		// The line is named; so is the sending that wrote it, whose mark no longer meets it.
		expect(json.findings).toContainEqual(
			expect.objectContaining({ journal: dossier.id, seq: 7, code: 'lineChanged', words: expect.any(String) }),
		);
		await owner.query('update entry set at = at - 1 where journal_id = $1 and seq = 7', [dossier.id]);
	});

	test("takes a client's receipt and says whether it still holds", async () => {
		const file = join(folder, 'receipt.json');
		const receipt = await receiptFor(world, practice, dossier.id, 5);
		writeFileSync(file, JSON.stringify(receipt));
		expect(await verifyCommand('--receipt', file)).toMatchObject({
			code: 0,
			out: expect.stringContaining('Le reçu tient'),
		});
		await owner.query("update entry set hash = sha256('x') where journal_id = $1 and seq = 5", [dossier.id]);
		expect(await verifyCommand('--receipt', file)).toMatchObject({
			code: 1,
			out: expect.stringContaining('n’est plus celle qui a été remise'),
		});
		writeFileSync(file, JSON.stringify({ ...receipt, seq: 6 }));
		expect(await verifyCommand('--receipt', file, '--lang', 'en')).toMatchObject({
			code: 1,
			out: expect.stringContaining('not signed'),
		});
		writeFileSync(file, 'no receipt');
		expect(await verifyCommand('--receipt', file)).toMatchObject({
			code: 2,
			err: expect.stringContaining('n’est pas un reçu'),
		});
		await owner.query('update entry set hash = decode($3, $4) where journal_id = $1 and seq = $2', [
			dossier.id,
			5,
			receipt?.entryHash,
			'hex',
		]);
	});

	test('says in one line why it cannot look', async () => {
		expect(await verifyCommand('--practice', 'nobody')).toMatchObject({
			code: 2,
			err: expect.stringContaining('nobody'),
		});
	});

	test('starts the database itself where Balise does not run, and leaves it stopped', async () => {
		await stop();
		expect(await verifyCommand()).toMatchObject({ code: 0, out: expect.stringContaining('Tout se tient.') });
		const again = await startEmbedded({ dataDir, log: () => {} });
		await again.stop();
	});

	test('says so where there are no data, and makes none', async () => {
		const env = { ...inherited, BALISE_DATA: join(folder, randomUUID()), BALISE_KEYS: keysFile };
		const failing = run(process.execPath, ['src/server/app/cli/verify.ts'], { env });
		await expect(failing).rejects.toMatchObject({
			code: 2,
			stderr: expect.stringContaining('Il n’y a pas de données'),
		});
	});
});
