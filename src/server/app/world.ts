import { createSecretKey, hkdfSync } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { signInPolicy, sweepAccounts } from '#server/capabilities/accounts/index.ts';
import { acts, type Facts, type SystemFacts } from '#server/capabilities/index.ts';
import type { House } from '#server/journal/backup/house.ts';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { endRetired } from '#server/journal/destroy.ts';
import { keyring } from '#server/journal/keyring.ts';
import { openRelay, type Relay } from '#server/journal/relay.ts';
import { factsCache, type World } from '#server/journal/world.ts';
import { MINUTE } from '#server/kernel/time.ts';
import { duties } from '#server/norms/catalogue.ts';
import { fixedClock, systemClock } from '#server/platform/clock.ts';
import type { Config } from '#server/platform/config.ts';
import { databaseOf, type Engine, migrate, poolOf } from '#server/platform/database.ts';
import { type Jobs, startJobs } from '#server/platform/jobs.ts';
import { keyPlace } from '#server/platform/key-place.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { type Live, openLive } from '#server/platform/live.ts';
import { type Log, openLog } from '#server/platform/log.ts';
import { openMail } from '#server/platform/mail.ts';
import { open, seal } from '#server/platform/seal.ts';
import { backUpWhenDue, backupHouse, overwriteKeyCopies } from './backups.ts';
import { applyWaitingClaims } from './claims.ts';
import { DEMO } from './demo/tenant.ts';
import { finishDestructions } from './destructions.ts';
import { verifyWhenDue } from './integrity.ts';
import { modelOf } from './model.ts';
import { sweepPending } from './pending.ts';
import { closeBookings } from './permits.ts';
import { rejudge } from './rejudge.ts';
import { remind } from './reminders.ts';

/** The running product: the world that acts and views work with, and what carries events between processes. */
export interface App {
	readonly world: World<Facts>;
	readonly config: Config;
	readonly live: Live;
	readonly pool: pg.Pool;
	readonly ownerPool: pg.Pool;
	readonly log: Log;
	/** What backups work with. */
	readonly backups: House;
	/** Mail may be waiting in that practice: look now rather than at the next round. */
	readonly poke: (practice: string) => void;
	readonly stop: () => Promise<void>;
}

/** What the running system is, for the notices that speak of it. */
export const systemOf = (config: Config): SystemFacts => ({
	tls: config.origin.startsWith('https:'),
	mail: config.mail !== undefined,
	relay: config.turn !== undefined,
	signIn: signInPolicy,
	// Asked anew each time: a key file that is moved or opened to others is seen at once.
	get keys() {
		return keyPlace(config.keysFile, config.dataDir);
	},
	storage: config.databaseUrl
		? { place: 'hostedServer', provider: new URL(config.databaseUrl).hostname, territory: 'QC', encrypted: true }
		: { place: 'ownComputer', territory: 'QC', encrypted: true },
});

/** Open everything once: database brought up to date, keys, live events, mail, what comes round. The caller stops it. */
export async function openApp(config: Config, engine: Engine): Promise<App> {
	await migrate(engine);
	const log = openLog({ level: config.logLevel });
	log.know([...Object.keys(acts), ...duties.map((d) => d.id)]);
	let stopping = false;
	// Connections that were given back may still be closing when the database stops behind us: nothing is lost then.
	const trouble = (error: unknown) => void (stopping || log.error('database.lost', error));
	const pool = poolOf(engine, 12, 'app', trouble);
	const ownerPool = poolOf(engine, 6, 'owner', trouble);
	const clock = config.clock ? fixedClock(Date.parse(config.clock)) : systemClock;
	const keys = fileKeys(config.keysFile);
	const live = openLive(ownerPool, liveSeal(await liveSecret(ownerPool)), trouble);
	const system = systemOf(config);
	const mail = openMail(config.mail);
	const poked: { relay?: Relay } = {};
	const poke = (practice: string) => poked.relay?.poke(practice);
	const world: World<Facts> = {
		...clock,
		model: modelOf(() => system),
		db: databaseOf(pool),
		keys,
		keyring: keyring(keys, clock),
		cache: factsCache(),
		announce: (practice, journal, seq) => {
			poke(practice);
			void live.publish(`journal:${practice}:${journal}`, { name: 'changed', data: { seq } }).catch(trouble);
		},
	};
	const relay = openRelay(world, { mail, originOf: (practice) => originOf(world, config, practice), log });
	poked.relay = relay;
	const backups = backupHouse(world, config, ownerPool);
	const jobs = startJobs(ownerPool, log, { ...relay.jobs, ...roundsOf(world, config, backups) });
	const stop = async () => {
		await Promise.all([relay.stop(), jobs.stop()]);
		mail.close();
		await live.close();
		stopping = true;
		await Promise.all([world.db.destroy(), ownerPool.end()]);
	};
	return { world, config, live, pool, ownerPool, log, backups, poke, stop };
}

/** The practice of our own host: the first that was opened and is not a demonstration. */
const mainPractice = sql`select id from practice where not demo and opened_at is not null order by opened_at limit 1`;

/** Where a practice answers: ours, or its own name under ours. */
export async function originOf(world: World<Facts>, config: Config, practice: string): Promise<string> {
	const { rows } = await sql<{
		slug: string;
		main: boolean;
	}>`select slug, id = (${mainPractice}) as main
		from practice where id = ${practice}`.execute(world.db);
	const url = new URL(config.origin);
	return !rows[0] || rows[0].main ? config.origin : `${url.protocol}//${rows[0].slug}.${url.host}`;
}

/** Where the demonstration answers, whatever host one came in by: under ours, by its own name. */
export function demoOrigin({ origin }: Pick<Config, 'origin'>): string {
	const url = new URL(origin);
	url.hostname = `${DEMO}.${url.hostname}`;
	return url.origin;
}

const everyPractice = async (world: World<Facts>, work: (practice: string) => Promise<unknown>): Promise<void> => {
	const { rows } = await sql<{ id: string }>`select id from practice where opened_at is not null order by id`.execute(
		world.db,
	);
	for (const { id } of rows) await work(id);
};

/** What comes round by itself: checkpoints while something happens, verdicts that change by their date, sweeping. */
const roundsOf = (world: World<Facts>, config: Config, backups: House): Jobs => ({
	backup: { every: 20 * MINUTE, run: () => backUpWhenDue(backups) },
	integrity: { every: 40 * MINUTE, run: () => everyPractice(world, (practice) => verifyWhenDue(world, practice)) },
	checkpoint: {
		every: 10 * MINUTE,
		run: () => everyPractice(world, (practice) => checkpoint(world, practice, config.dataDir)),
	},
	permits: { every: 30 * MINUTE, run: () => everyPractice(world, (practice) => closeBookings(world, practice)) },
	reminders: { every: 10 * MINUTE, run: () => everyPractice(world, (practice) => remind(world, practice)) },
	rejudge: { every: 5 * MINUTE, run: () => everyPractice(world, (practice) => rejudge(world, practice)) },
	destructions: {
		every: 10 * MINUTE,
		run: async () => {
			await everyPractice(world, async (practice) => {
				await finishDestructions(world, practice);
				await endRetired(world, practice);
			});
			await overwriteKeyCopies(world, backups);
		},
	},
	sweep: {
		every: 60 * MINUTE,
		run: () =>
			everyPractice(world, (practice) =>
				Promise.all([
					sweepPending(world, practice),
					sweepAccounts(world, practice),
					applyWaitingClaims(world, practice),
				]),
			),
	},
});

/** One secret for what passes between the processes of this database for a minute; it opens nothing that lasts. */
async function liveSecret(pool: pg.Pool): Promise<Buffer> {
	const { rows } = await pool.query<{ secret: Buffer }>('select secret from live_secret');
	const found = rows[0]?.secret;
	if (!found) throw new Error('the migration that makes live_secret did not run');
	return found;
}

function liveSeal(secret: Buffer) {
	const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'live events', 32)));
	return {
		seal: (channel: string, plain: string) => seal(key, `live|${channel}`, plain),
		open: (channel: string, sealed: Uint8Array) => open(key, `live|${channel}`, sealed).toString(),
	};
}

/** A practice as addresses name it. */
export interface PracticeRow {
	readonly id: string;
	readonly slug: string;
	readonly demo: boolean;
}

/** The practice of a host name: `<slug>.<base>` is that one, the base itself is the first that is not a demonstration. */
export async function practiceOfHost(app: App, host: string): Promise<PracticeRow | undefined> {
	const base = new URL(app.config.origin).hostname;
	const slug = host === base ? undefined : host.endsWith(`.${base}`) ? host.slice(0, -base.length - 1) : undefined;
	const { rows } = await (slug
		? sql<PracticeRow>`select id, slug, demo from practice where slug = ${slug}`
		: sql<PracticeRow>`select id, slug, demo from practice where id = (${mainPractice})`
	).execute(app.world.db);
	return rows[0];
}
