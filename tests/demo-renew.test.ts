import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DEMO_LOCK, demoState, prepareDemo, renewDemo } from '#server/app/demo/prepare.ts';
import { demoPractice } from '#server/app/demo/tenant.ts';
import type { App } from '#server/app/world.ts';
import { rootsFile } from '#server/journal/roots.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { factsCache } from '#server/journal/world.ts';
import { count, openDemoHouse } from './support/demo.ts';
import { testServer } from './support/index.ts';

// The demonstration comes, is asked for twice, and is begun anew, beside a practice that must not notice.
const server = await testServer();
const { app, second, main, config, rowsOf } = await openDemoHouse(server);
const { world, ownerPool } = app;
const slugs = async () => (await ownerPool.query('select slug from practice order by slug')).rows.map((r) => r.slug);

test('while another process tells the story this one only looks, and tells it when that one died', async () => {
	const another = await ownerPool.connect();
	await another.query('select pg_advisory_lock($1)', [DEMO_LOCK]);
	await prepareDemo(app);
	expect(await demoState(app)).toEqual({ is: 'preparing', chapter: 0 });
	expect(await slugs()).toEqual(['cabinet']);
	another.release(true);
	const isHeld = 'select 1 from pg_locks where locktype = $1 and objid = $2';
	while ((await ownerPool.query(isHeld, ['advisory', DEMO_LOCK])).rowCount) await sleep(20);
	await Promise.all([prepareDemo(app), prepareDemo(second)]);
	expect(await slugs()).toEqual(['cabinet', 'demo']);
	expect(await demoState(second)).toMatchObject({ is: 'ready' });
});

test('a second press within the minute is not a second wish', async () => {
	const before = await demoPractice(world);
	await renewDemo(app);
	expect(await demoPractice(world)).toEqual(before);
});

/** The same app in the first minute of next year: the story can be told at any hour of any day. */
function nextYear(): App {
	const now = Date.parse(`${new Date(world.now()).getUTCFullYear() + 1}-01-01T05:01:00Z`);
	return { ...app, world: { ...world, now: () => now } };
}

test('begun anew, it leaves no row, no key and no root of the old one, and nobody else notices', async () => {
	const old = (await demoPractice(world))?.id ?? '';
	const before = await rowsOf(main.practice);
	expect(count(before)).toBeGreaterThan(20);
	expect(count(await rowsOf(old))).toBeGreaterThan(2000);
	expect(existsSync(rootsFile(config.dataDir, old))).toBe(true);
	// What a process that was killed halfway left behind.
	const halfTold = randomUUID();
	const key = await world.keys.rotate(halfTold);
	const insert = 'insert into practice (id, slug, demo, key_name, created_at) values ($1, $2, true, $3, 0)';
	await ownerPool.query(insert, [halfTold, `demo-new-${halfTold}`, key]);
	const working = renewDemo(nextYear());
	await expect.poll(async () => (await demoState(second)).is).toBe('preparing');
	await working;
	const renewed = (await demoPractice(world))?.id ?? '';
	expect(renewed).not.toBe(old);
	expect(await slugs()).toEqual(['cabinet', 'demo']);
	for (const gone of [old, halfTold]) {
		expect(count(await rowsOf(gone))).toBe(0);
		expect(readFileSync(config.keysFile, 'utf8')).not.toContain(gone);
		expect(existsSync(rootsFile(config.dataDir, gone))).toBe(false);
	}
	expect(await rowsOf(main.practice)).toEqual(before);
	const fresh = { ...world, cache: factsCache() };
	expect((await verifyAll({ db: world.db, world: fresh, roots: config.dataDir })).findings).toEqual([]);
});
