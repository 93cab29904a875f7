import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { keyring } from '#server/journal/keyring.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { fileKeys, type KeyPort } from '#server/platform/keys.ts';
import { done, frozenCache, openFolder, testHouse, testServer, toyModel, toyStory } from './support/index.ts';
import { kmsKeys, startKms } from './support/kms.ts';

const run = promisify(execFile);
const folder = openFolder();
mkdirSync(join(folder, 'keys'));
const file = join(folder, 'keys', 'keys.json');
const kms = await startKms();
const server = await testServer();
afterAll(async () => {
	await kms.stop();
	rmSync(folder, { recursive: true, force: true });
});

// One suite for every place where practice keys may live; each call opens the same store anew, as another process would.
const ports: Readonly<Record<string, () => KeyPort>> = {
	'the key file': () => fileKeys(file),
	'a key service': () => kmsKeys(kms.url),
};

describe.each(Object.entries(ports))('%s', (_, open) => {
	const key = randomBytes(32);

	test('unwraps what it wrapped, also when it is opened again', async () => {
		const name = await open().rotate(randomUUID());
		const wrapped = await open().wrap(name, key);
		expect(await open().unwrap(name, wrapped)).toEqual(key);
		expect(wrapped.includes(key)).toBe(false);
	});

	test('wraps the same key differently each time', async () => {
		const port = open();
		const name = await port.rotate(randomUUID());
		expect(await port.wrap(name, key)).not.toEqual(await port.wrap(name, key));
	});

	test('refuses what another key wrapped, what was changed, and a name it does not know', async () => {
		const port = open();
		const practice = randomUUID();
		const [name, other] = [await port.rotate(practice), await port.rotate(practice)];
		const wrapped = await port.wrap(name, key);
		await expect(port.unwrap(other, wrapped)).rejects.toThrow();
		await expect(port.unwrap('nobody/1', wrapped)).rejects.toThrow();
		await expect(port.wrap('nobody/1', key)).rejects.toThrow();
		for (const at of [0, 13, wrapped.length - 1]) {
			const changed = Buffer.from(wrapped);
			changed[at] = (changed[at] ?? 0) ^ 1;
			await expect(port.unwrap(name, changed)).rejects.toThrow();
		}
		await expect(port.unwrap(name, wrapped.subarray(0, 8))).rejects.toThrow();
	});

	test('goes on with a new key and still opens what the old one wrapped', async () => {
		const port = open();
		const practice = randomUUID();
		const [first, second] = [await port.rotate(practice), await port.rotate(practice)];
		expect(first).not.toBe(second);
		const wrapped = [await port.wrap(first, key), await port.wrap(second, key)];
		for (const [i, name] of [first, second].entries())
			expect(await open().unwrap(name, wrapped[i] as Buffer)).toEqual(key);
	});

	test('destroys one key for good, for every process, and no other', async () => {
		const [port, elsewhere] = [open(), open()];
		const [gone, kept] = [await port.rotate(randomUUID()), await port.rotate(randomUUID())];
		const wrapped = await port.wrap(gone, key);
		const others = await port.wrap(kept, key);
		expect(await elsewhere.unwrap(gone, wrapped)).toEqual(key);
		await port.destroy(gone);
		await expect(port.unwrap(gone, wrapped)).rejects.toThrow();
		await expect(open().unwrap(gone, wrapped)).rejects.toThrow();
		await expect(elsewhere.unwrap(gone, wrapped)).rejects.toThrow();
		expect(await elsewhere.unwrap(kept, others)).toEqual(key);
	});

	test('loses no key when two processes make one at the same moment', async () => {
		const names = await Promise.all([open(), open(), open()].map((port) => port.rotate(randomUUID())));
		for (const name of names) expect(await open().wrap(name, key)).toBeInstanceOf(Buffer);
	});

	test('carries a whole practice: written, read by another process, verified', async () => {
		const house = await testHouse({ server, model: toyModel(), keys: open() });
		const { send, dossier } = await toyStory(house);
		for (let i = 0; i < 10; i++) done(await send('message.send', dossier, { part: JOINT, text: `${i}` }));
		const keys = open();
		const world = { ...house.world, keys, keyring: keyring(keys, house.clock), cache: frozenCache() };
		done(await send('message.send', dossier, { part: JOINT, text: 'elsewhere' }, { world }));
		expect((await verifyAll({ db: world.db, world })).findings).toEqual([]);
	});

	test('that cannot be reached or holds no key refuses to write rather than write what nobody can read', async () => {
		const house = await testHouse({ server, model: toyModel(), keys: open() });
		const { send, dossier } = await toyStory(house);
		const absent = kmsKeys('http://127.0.0.1:9');
		const world = { ...house.world, keys: absent, keyring: keyring(absent, house.clock), cache: frozenCache() };
		await expect(send('message.send', dossier, { part: JOINT, text: 'x' }, { world })).rejects.toThrow();
		expect((await verifyAll({ db: house.world.db, world: house.another() })).findings).toEqual([]);
	});
});

test('the key file loses no key when several processes write it at once', async () => {
	const shared = join(folder, 'keys', 'shared.json');
	const script = `const { fileKeys } = await import(${JSON.stringify(resolve('src/server/platform/keys.ts'))});
		const keys = fileKeys(${JSON.stringify(shared)});
		for (let i = 0; i < 25; i++) console.log(await keys.rotate('${randomUUID()}'));`;
	const made = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, ['--input-type=module', '-e', script])));
	const names = made.flatMap(({ stdout }) => stdout.trim().split('\n'));
	expect(names).toHaveLength(100);
	expect(Object.keys(JSON.parse(readFileSync(shared, 'utf8')).keys).sort()).toEqual(names.sort());
	expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['keys.json', 'shared.json']);
});

test('the key file is closed to others and holds nothing but keys', () => {
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const { version, keys } = JSON.parse(readFileSync(file, 'utf8'));
	expect(version).toBe(1);
	for (const [name, text] of Object.entries(keys)) {
		expect(name).toMatch(/^[0-9a-f-]{36}\/\d+-[0-9a-f]{8}$/);
		expect(Buffer.from(text as string, 'base64url')).toHaveLength(32);
	}
});
