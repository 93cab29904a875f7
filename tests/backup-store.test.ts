import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bucketStore } from '#server/platform/backup/bucket.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { folderStore, type Store } from '#server/platform/backup/store.ts';
import { readConfig } from '#server/platform/config.ts';
import { startBucket } from './support/bucket.ts';
import { openFolder } from './support/index.ts';

const keys = { accessKeyId: 'AKTEST', secretAccessKey: 'only for this test', region: 'ca-central-1' };
const folder = openFolder();
const bucket = await startBucket(keys);
afterAll(async () => {
	await bucket.stop();
	rmSync(folder, { recursive: true, force: true });
});
const place = { bucket: 'copies', prefix: 'cabinet/balise', endpoint: bucket.url, ...keys };

// One suite for every place where backups may lie.
const stores: Readonly<Record<string, () => Store>> = {
	'a folder': () => folderStore(join(folder, 'backups')),
	'a bucket': () => bucketStore(place),
};
async function* pieces(bytes: Buffer, size = 700_000): AsyncGenerator<Buffer> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of source) chunks.push(chunk);
	return Buffer.concat(chunks);
}

describe.each(Object.entries(stores))('%s', (_, open) => {
	const big = randomBytes(20 * 1024 * 1024);

	test('gives back what was written, to another process as well, and shows nothing before it is kept', async () => {
		const store = open();
		expect(await store.list()).toEqual([]);
		expect(await store.write('a.backup', pieces(big))).toBe(big.length);
		expect((await all(store.readDraft('a.backup'))).equals(big)).toBe(true);
		expect(await store.list()).toEqual([]);
		await store.keep('a.backup');
		expect(await open().list()).toEqual(['a.backup']);
		expect((await all(open().read('a.backup'))).equals(big)).toBe(true);
	});
	test('keeps several, writes one over another, removes one and no other', async () => {
		const store = open();
		for (const name of ['b.backup', 'keys.1', 'keys.2']) {
			await store.write(name, pieces(Buffer.from(name)));
			await store.keep(name);
		}
		await store.write('b.backup', pieces(Buffer.from('again')));
		await store.keep('b.backup');
		expect((await all(store.read('b.backup'))).toString()).toBe('again');
		await store.remove('keys.1');
		await store.remove('keys.1');
		expect([...(await store.list())].sort()).toEqual(['a.backup', 'b.backup', 'keys.2']);
		await expect(all(store.read('keys.1'))).rejects.toThrow();
	});
	test('fails when its source does, and keeps what was there', async () => {
		const store = open();
		const struck = async function* () {
			yield Buffer.from('half');
			throw new Error('struck');
		};
		await expect(store.write('c.backup', struck())).rejects.toThrow('struck');
		expect(await store.list()).not.toContain('c.backup');
	});
});

describe('the bucket', () => {
	test('is asked with signed requests of at most 64 MiB, and refuses others', async () => {
		expect(bucket.refused.filter((status) => status === 403)).toEqual([]);
		expect(Math.max(...[...bucket.objects.values()].map((body) => body.length))).toBeLessThanOrEqual(64 * 1024 * 1024);
		expect([...bucket.objects.keys()]).toContain('copies/cabinet/balise/a.backup.part-00002');
		const other = bucketStore({ ...place, secretAccessKey: 'another' });
		await expect(other.list()).rejects.toThrow('403');
	});
	test('is asked again when it is busy', async () => {
		bucket.fail(2);
		expect(await bucketStore(place).list()).toContain('a.backup');
	});
	test('an archive that lost one part is cut', async () => {
		bucket.objects.delete('copies/cabinet/balise/a.backup.part-00002');
		await expect(all(bucketStore(place).read('a.backup'))).rejects.toThrow(ArchiveBroken);
	});
	test('is named by the settings; half of them stop the start', () => {
		const env = {
			BALISE_BACKUPS: 's3://copies/cabinet/balise/',
			AWS_ENDPOINT_URL: bucket.url,
			AWS_REGION: keys.region,
			AWS_ACCESS_KEY_ID: keys.accessKeyId,
			AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
		};
		expect(readConfig({ ...env, HOME: folder }).backups.place).toEqual(place);
		const { AWS_SECRET_ACCESS_KEY: _, ...half } = env;
		expect(() => readConfig({ ...half, HOME: folder })).toThrow('AWS_SECRET_ACCESS_KEY');
		expect(() => readConfig({ ...env, HOME: folder, BALISE_BACKUPS: 's3://' })).toThrow('BALISE_BACKUPS');
		expect(() => readConfig({ HOME: folder, BALISE_BACKUPS_KEPT: 'all' })).toThrow('BALISE_BACKUPS_KEPT');
		expect(readConfig({ HOME: folder, BALISE_DATA: '/srv/balise' }).backups).toEqual({
			place: { folder: '/srv/balise-backups' },
			keeping: { days: 7, weeks: 5, months: 12 },
		});
	});
});
