import { isUtf8 } from 'node:buffer';
import { createDecipheriv, createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '#server/journal/backup/back-up.ts';
import { copyKeys, keysCopies, readKeys } from '#server/journal/backup/keys-copy.ts';
import { restore } from '#server/journal/backup/restore.ts';
import { destroyParts, forgetDestroyed } from '#server/journal/destroy.ts';
import { readEntries } from '#server/journal/read.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { DAY } from '#server/kernel/time.ts';
import { readHead } from '#server/platform/backup/archive.ts';
import { keysHeld } from '#server/platform/backup/key-file.ts';
import { makeSheet, openBySheet, readSheet } from '#server/platform/backup/sheet.ts';
import { inPractice } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { open } from '#server/platform/seal.ts';
import { type BackupHouse, backupHouse, worldOn } from '../tests/support/backups.ts';
import { filesUnder, foundOnDisk } from '../tests/support/disk.ts';
import { openFolder, served, type TestServer } from '../tests/support/server.ts';
import { type Story, toyStory } from '../tests/support/story.ts';
import { done, type ToyFacts, toyModel } from '../tests/support/toy.ts';
import { type Stored, type TestHouse, testHouse } from '../tests/support/world.ts';

/** What the rounds showed. */
export interface Ended {
	readonly rounds: number;
	/** How many sealed things, each with every key that is still held. */
	readonly tried: number;
	/** How many of them a key still held opens: must be none. */
	readonly opened: number;
	/** Words, part keys or practice keys that still stand somewhere on disk, and lines that a restore lets read: none. */
	readonly readable: number;
	/** What does not verify, here or once restored: nothing. */
	readonly findings: number;
}

const SECRET = 'Zéphirine a peur de rentrer chez elle';
/** Tables of which a thief took a copy before. */
const sealedTables = ['entry', 'snapshot', 'brief'] as const;

interface Ground {
	readonly folder: string;
	readonly server: TestServer;
	readonly house: TestHouse<ToyFacts>;
	readonly story: Story;
	readonly backups: BackupHouse;
	readonly keysFile: string;
	readonly secret: Buffer;
}

/** What somebody took before the end: sealed rows, wrapped keys, and the keys as they truly were. */
interface Taken {
	readonly rows: readonly Stored[];
	readonly wrapped: readonly Stored[];
	readonly partKeys: readonly Buffer[];
	readonly practiceKeys: Readonly<Record<string, string>>;
}

/** One part, then the whole file destroyed, again and again; with backups made before. Can anything still be read, anywhere? */
export async function destroyed({ rounds }: { readonly rounds: number }): Promise<Ended> {
	const found = { rounds, tried: 0, opened: 0, readable: 0, findings: 0 };
	for (let round = 0; round < rounds; round++) {
		const one = await oneRound();
		found.tried += one.tried;
		found.opened += one.opened;
		found.readable += one.readable;
		found.findings += one.findings;
	}
	return found;
}

async function oneRound(): Promise<Omit<Ended, 'rounds'>> {
	const folder = openFolder();
	const { stop, ...address } = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined });
	const server = served('embedded', (database) => ({ ...address, database }), stop);
	try {
		const keysFile = join(folder, 'keys', 'keys.json');
		const house = await testHouse({ server, model: toyModel(), keys: fileKeys(keysFile) });
		const sheet = makeSheet();
		const story = await toyStory(house);
		const sheetOf = async () => ({ id: randomUUID(), publicKey: sheet.publicKey });
		const backups = backupHouse(server, house, { keysFile, sheetOf, folder: join(folder, 'kept') });
		const secret = readSheet(sheet.groups.join(' ')) as Buffer;
		const ground = { folder, server, house, story, backups, keysFile, secret };
		const ofPart = await endAndLook(ground, story.anne.person);
		const ofWhole = await endAndLook(ground, 'whole');
		return {
			tried: ofPart.tried + ofWhole.tried,
			opened: ofPart.opened + ofWhole.opened,
			readable: ofPart.readable + ofWhole.readable,
			findings: ofPart.findings + ofWhole.findings,
		};
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Write, back up, take a copy of all; destroy; then look with every key that is still held. */
async function endAndLook(ground: Ground, of: string) {
	const { house, story, backups, folder } = ground;
	const { dossier, anne, send } = story;
	const part = of === 'whole' ? JOINT : anne.person;
	for (let n = 0; n < 12; n++) done(await send('message.send', dossier, { part, text: `${SECRET} ${n}` }));
	const before = await backUp(backups);
	const taken = await take(ground, of);
	house.clock.advance(DAY);
	await destroyParts(house.world, house.practice, [{ journal: dossier.id, of }]);
	await copyKeys(backups);
	house.clock.advance(DAY);
	await backUp(backups);
	await house.owner('checkpoint');
	const { tried, opened } = await tryEveryKey(ground, taken);
	const restored = await lookInBackup(ground, before.name);
	// After the restore: its own tables and its share of the write-ahead log are on this disk as well.
	const needles = {
		words: Buffer.from(SECRET),
		...Object.fromEntries(taken.partKeys.map((key, n) => [`part key ${n}`, key])),
		...Object.fromEntries(
			Object.entries(taken.practiceKeys).flatMap(([name, text]) => [
				[`${name} as text`, Buffer.from(text)],
				[name, Buffer.from(text, 'base64url')],
			]),
		),
	};
	const left = foundOnDisk(folder, needles);
	for (const where of left) console.error(where);
	if (!filesUnder(folder).some((file) => file.includes('pg_wal'))) throw new Error('the log was not looked at');
	return { tried, opened, readable: left.length + restored.readable, findings: restored.findings };
}

async function take({ house, story, keysFile }: Ground, of: string): Promise<Taken> {
	const { owner, practice, world } = house;
	const doomed = await owner(`select * from key_ledger where journal_id = $1 and ($2 = 'whole' or part = $2)`, [
		story.dossier.id,
		of,
	]);
	const ids = new Set(doomed.map((row) => row.id));
	const rows: Stored[] = [];
	for (const table of sealedTables)
		rows.push(...(await owner(`select key_id, sealed from ${table} where journal_id = $1`, [story.dossier.id])));
	const keys: KeyObject[] = [];
	for (const { id } of doomed) {
		const key = await inPractice(world.db, practice, (tx) => world.keyring.byId(tx, practice, id));
		if (key) keys.push(key);
	}
	const partKeys = keys.map((key) => key.export());
	const sealed = rows.filter((row) => ids.has(row.key_id));
	// Otherwise nothing below would prove anything.
	if (!sealed.some((row) => partKeys.some((key) => opens(key, row.sealed))))
		throw new Error('nothing opened before either');
	const own = Object.entries(keysHeld(keysFile)).filter(([name]) => name.startsWith(`${practice}/`));
	return { rows: sealed, wrapped: doomed, partKeys, practiceKeys: Object.fromEntries(own) };
}

/** Without its tag and context, as somebody would try who knows neither: does this key give words? */
function opens(key: Buffer, sealed: Buffer): boolean {
	const counter = Buffer.concat([sealed.subarray(0, 12), Buffer.from([0, 0, 0, 2])]);
	const plain = createDecipheriv('aes-256-ctr', key, counter).update(sealed.subarray(28));
	return plain.includes(SECRET) || (isUtf8(plain) && plain.length > 16);
}

/** Every key of the port, of every box that the sheet opens in any copy, and every part key that they unwrap. */
async function heldKeys({ backups, keysFile, secret, house }: Ground): Promise<readonly Buffer[]> {
	const port = fileKeys(keysFile);
	const named: Record<string, string> = { ...keysHeld(keysFile) };
	const ledger = [...(await house.owner('select wrapped, wrapped_by from key_ledger'))];
	for (const name of await keysCopies(backups.store)) {
		const { sheets = [] } = await readHead(backups.store.read(name), 'balise-keys');
		for (const { box } of sheets) Object.assign(named, JSON.parse(openBySheet(secret, box) ?? '{}'));
		const { practices } = await readKeys(port, backups.store.read(name));
		for (const { wrapped, wrapped_by } of practices.flatMap((p) => p.ledger))
			ledger.push({ wrapped: Buffer.from(wrapped, 'base64'), wrapped_by });
	}
	const parts = ledger.flatMap(({ wrapped, wrapped_by }) => {
		const text = named[wrapped_by];
		if (text === undefined) return [];
		return [open(createSecretKey(Buffer.from(text, 'base64url')), `wrap|${wrapped_by}`, wrapped).subarray(0, 32)];
	});
	return [...Object.values(named).map((text) => Buffer.from(text, 'base64url')), ...parts];
}

async function tryEveryKey(ground: Ground, { rows, wrapped, partKeys }: Taken) {
	const held = await heldKeys(ground);
	if (held.length < 4) throw new Error('no key is held to try with');
	let opened = 0;
	for (const key of held) {
		for (const { sealed } of rows) if (opens(key, sealed)) opened++;
		for (const row of wrapped) {
			const counter = Buffer.concat([row.wrapped.subarray(0, 12), Buffer.from([0, 0, 0, 2])]);
			const plain = createDecipheriv('aes-256-ctr', key, counter).update(row.wrapped.subarray(28));
			if (partKeys.some((part) => plain.subarray(0, 32).equals(part))) opened++;
		}
		if (partKeys.some((part) => part.equals(key))) opened++;
	}
	return { tried: held.length * (rows.length + wrapped.length), opened };
}

/** The backup made before, restored into another database of the same server, with every key still held. */
async function lookInBackup({ server, house, story, backups, keysFile, folder }: Ground, name: string) {
	const engine = await server.fresh();
	const roots = join(folder, `restored-${name}`);
	const { destroyedSince } = await restore({ engine, store: backups.store, name, keys: fileKeys(keysFile), roots });
	const world = worldOn(engine, toyModel(), keysFile, house.clock);
	try {
		await forgetDestroyed(
			world,
			house.practice,
			destroyedSince.map(({ journal }) => journal),
		);
		const { findings } = await verifyAll({ db: world.db, world, roots });
		const parts = { parts: [JOINT, story.anne.person, story.luc.person], limit: 100 };
		const { entries } = await readEntries(world, house.practice, story.dossier, parts);
		const readable = entries.filter((e) => JSON.stringify(e.data).includes(SECRET)).length;
		return { findings: findings.length, readable };
	} finally {
		await world.db.destroy();
	}
}
