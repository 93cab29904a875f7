import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { keysBySheet } from '#server/journal/backup/keys-copy.ts';
import { NotEmpty } from '#server/journal/backup/restore.ts';
import { isBroken } from '#server/journal/verify.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { keysHeld, writeKeyFile } from '#server/platform/backup/key-file.ts';
import { readSheet } from '#server/platform/backup/sheet.ts';
import { storeAt } from '#server/platform/backup/store.ts';
import { type Config, configWith } from '#server/platform/config.ts';
import { type Engine, poolOf } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { backupHostWords } from '#words/backups-host.ts';
import { isLocale } from '#words/i18n.ts';
import { proofWords } from '#words/proof.ts';
import { newestArchive, type RestoreReport, restoreInto, tryRestore } from '../restoring.ts';
import { say, stopHere } from './host.ts';
import { reach } from './reach.ts';

/*
 * npm run restore -- --from dir|s3://bucket/prefix [--archive name] [--keys file | --sheet] [--lang en]
 *   into the empty BALISE_DATA or DATABASE_URL of this machine; --sheet reads the printed groups from the keyboard
 * npm run restore -- --try     the newest backup, apart, proved, then erased
 * Ends with 0 when every chain holds, 1 when one does not, 2 when nothing was restored.
 */
const { values: asked } = parseArgs({
	options: {
		from: { type: 'string' },
		archive: { type: 'string' },
		keys: { type: 'string' },
		sheet: { type: 'boolean', default: false },
		try: { type: 'boolean', default: false },
		lang: { type: 'string', default: 'fr' },
	},
});
const lang = isLocale(asked.lang) ? asked.lang : 'fr';
const words = backupHostWords(lang);

/** A key file to work with, and what makes it the one of this machine once everything is there. */
interface KeysGiven {
	readonly file: string;
	readonly keep: () => void;
	readonly drop: () => void;
}
const nothing = (): void => undefined;

async function keysGiven(config: Config): Promise<KeysGiven> {
	const { keysFile } = config;
	if (!asked.keys && !asked.sheet) {
		if (!existsSync(keysFile)) stopHere(words.noKeys(keysFile));
		return { file: keysFile, keep: nothing, drop: nothing };
	}
	if (existsSync(keysFile)) stopHere(words.keysThere(keysFile));
	mkdirSync(dirname(keysFile), { recursive: true, mode: 0o700 });
	const file = `${keysFile}.restoring`;
	rmSync(file, { force: true });
	if (asked.keys) {
		if (!isKeyFile(asked.keys)) stopHere(words.notAKeyFile(asked.keys));
		copyFileSync(asked.keys, file);
		return { file, keep: () => renameSync(file, keysFile), drop: () => rmSync(file, { force: true }) };
	}
	writeKeyFile(file, await keysTyped(config));
	return { file, keep: () => renameSync(file, keysFile), drop: () => rmSync(file, { force: true }) };
}

function isKeyFile(path: string): boolean {
	try {
		return Object.keys(keysHeld(path)).length > 0;
	} catch {
		return false;
	}
}

/** Each line is the sheet of one practice; an empty line, or the end, ends them. */
async function keysTyped(config: Config): Promise<Readonly<Record<string, string>>> {
	const store = storeAt(config.backups.place);
	let keys: Readonly<Record<string, string>> = {};
	say(words.typeSheet);
	for await (const typed of createInterface({ input: process.stdin })) {
		if (typed.trim() === '') break;
		const secret = readSheet(typed);
		if ('wrongGroup' in secret) stopHere(words.wrongGroup(secret.wrongGroup));
		keys = { ...keys, ...(await keysBySheet(store, secret)) };
	}
	if (Object.keys(keys).length === 0) stopHere(words.wrongGroup(1));
	return keys;
}

/** The database of this machine: given, running, or made now. */
async function emptyDatabase({ databaseUrl, dataDir }: Config) {
	if (databaseUrl || existsSync(join(dataDir, 'balise.json'))) return reach({ databaseUrl, dataDir }, () => dataDir);
	const { stop, ...engine } = await startEmbedded({ dataDir, log: () => undefined });
	return { engine: engine as Engine, stop };
}

async function restoreHere(config: Config, name: string): Promise<RestoreReport> {
	const { file, keep, drop } = await keysGiven(config);
	try {
		const { engine, stop } = await emptyDatabase(config);
		try {
			const done = await restoreInto(engine, { config: { ...config, keysFile: file }, name });
			keep();
			return done;
		} finally {
			await stop();
		}
	} finally {
		drop();
	}
}

async function tryIt(config: Config, name: string): Promise<RestoreReport> {
	const { engine, stop } = await reach(config, () => words.noKeys(config.keysFile));
	const pool = poolOf(engine, 1, 'owner');
	try {
		return await tryRestore(config, name, pool);
	} finally {
		await pool.end();
		await stop();
	}
}

function conclude({ restored, report, isWhole, rpo, rto }: RestoreReport): number {
	const proof = proofWords(lang);
	for (const { code, journal = '', seq = '', table = '' } of report.findings)
		say(`✗ ${proof[code]({ journal, seq, table })}`);
	const lines = restored.manifest.held.reduce((sum, held) => sum + held.lines, 0);
	const at = new Date(restored.at).toISOString();
	say(words.restored({ at, minutes: (rpo / 60_000).toFixed(1), seconds: (rto / 1000).toFixed(1), lines }));
	if (restored.destroyedSince.length > 0) say(words.destroyed(restored.destroyedSince.length));
	say(isWhole ? proof.whole() : proof.broken(report.findings.filter(isBroken).length));
	say(asked.try ? words.tried : words.newSheet);
	return isWhole ? 0 : 1;
}

async function main(): Promise<number> {
	if (!asked.from && !asked.try) stopHere(words.howRestore);
	const config = configWith(asked.from);
	const store = storeAt(config.backups.place);
	const name = asked.archive ?? (await newestArchive(store)) ?? stopHere(words.noArchive(store.place));
	return conclude(asked.try ? await tryIt(config, name) : await restoreHere(config, name));
}

process.exitCode = await main().catch((error: Error) => {
	const why =
		error instanceof NotEmpty ? words.notEmpty : error instanceof ArchiveBroken ? words[error.why] : undefined;
	process.stderr.write(`${why ?? error.message}\n`);
	return 2;
});
