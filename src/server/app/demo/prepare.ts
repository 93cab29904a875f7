import { sql } from 'kysely';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import type { App } from '../world.ts';
import { tellAll } from './build.ts';
import { DEMO, demoPractice, PREPARING, removeOthers, takePlace } from './tenant.ts';

/** Where the demonstration stands. `chapter`: how many files were opened so far, of those that are told. */
export type DemoState =
	| { readonly is: 'ready'; readonly practice: string; readonly since: Instant }
	| { readonly is: 'preparing'; readonly chapter: number }
	| { readonly is: 'failed' };

/** One process at a time prepares it, whichever was asked first; the number is only ours. */
export const DEMO_LOCK = 741_853;
/** A second press on the button is not a second wish. */
const JUST_NOW = MINUTE;

const running = new WeakMap<App, Promise<void>>();
const failures = new WeakMap<App, Instant>();

/** Look at it; the first visitor has it prepared. */
export async function demoState(app: App): Promise<DemoState> {
	if (running.has(app) || (await isPrepared(app))) return { is: 'preparing', chapter: await chapterOf(app) };
	const found = await demoPractice(app.world);
	if (found) return { is: 'ready', practice: found.id, since: found.since };
	if (app.world.now() - (failures.get(app) ?? 0) < JUST_NOW) return { is: 'failed' };
	void prepareDemo(app);
	return { is: 'preparing', chapter: 0 };
}

/** Tell the story anew, and put it in the place of the one that is there; goes on whoever leaves the page. */
export const renewDemo = (app: App): Promise<void> => prepareDemo(app, { anew: true });

/** Prepare it in this process unless somebody does; ends when it is done, and never throws. */
export function prepareDemo(app: App, { anew = false }: { readonly anew?: boolean } = {}): Promise<void> {
	const known = running.get(app);
	if (known) return known;
	app.log.know([DEMO]);
	const work = alone(app, () => prepare(app, anew))
		.catch((error: unknown) => {
			failures.set(app, app.world.now());
			app.log.error('jobs.failed', error, { task: DEMO });
		})
		.finally(() => running.delete(app));
	running.set(app, work);
	return work;
}

async function prepare({ world, ownerPool, config }: App, anew: boolean): Promise<void> {
	const house = { world, ownerPool, dataDir: config.dataDir };
	const found = await demoPractice(world);
	if (found && (!anew || world.now() - found.since < JUST_NOW)) return;
	await removeOthers(house);
	const practice = await tellAll(world, `${PREPARING}-${world.newId()}`, config.dataDir);
	await takePlace(house, practice);
	await removeOthers(house);
}

/** Hold the lock for as long as the work lasts, on a connection that is closed after it: a process that dies gives it back. */
async function alone({ ownerPool }: App, work: () => Promise<void>): Promise<void> {
	const client = await ownerPool.connect();
	try {
		const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [DEMO_LOCK]);
		if (rows[0]?.mine) await work();
	} finally {
		client.release(true);
	}
}

/** Does some process hold the lock? */
async function isPrepared({ ownerPool }: App): Promise<boolean> {
	const { rowCount } = await ownerPool.query(
		`select 1 from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = $1
			and database = (select oid from pg_database where datname = current_database())`,
		[DEMO_LOCK],
	);
	return rowCount === 1;
}

async function chapterOf({ world }: App): Promise<number> {
	const { rows } = await sql<{ id: string }>`select id from practice
		where demo and slug like ${`${PREPARING}-%`} limit 1`.execute(world.db);
	const id = rows[0]?.id;
	if (!id) return 0;
	return inPractice(world.db, id, async (tx) => {
		const { rows: files } = await sql<{ n: number }>`select count(*)::int as n from journal
			where practice_id = ${id} and kind = 'dossier'`.execute(tx);
		return files[0]?.n ?? 0;
	});
}
