import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from './log.ts';

/** Something that comes round by itself; when the house closes, `signal` asks it to end. */
export interface Job {
	/** Milliseconds from one beginning to the next, over all processes. */
	readonly every: number;
	readonly run: (signal: AbortSignal) => Promise<unknown>;
}
/** Every job, by name. */
export type Jobs = Readonly<Record<string, Job>>;

/** How long a process that says nothing keeps a job: one that was killed gives it back by then. */
const HELD_FOR = 60_000;
const SAYS_SO_EVERY = 15_000;
/** After a failure, or when the database is away. */
const WAIT = 15_000;

/**
 * Run each job when its time comes, in one process at a time; the database's clock decides. What fails is told in the
 * log and tried again soon. Answers how to stop: what is running is asked to end, and waited for.
 */
export function startJobs(pool: pg.Pool, log: Log, jobs: Jobs): { readonly stop: () => Promise<void> } {
	log.know(Object.keys(jobs));
	const closing = new AbortController();
	const running = Object.entries(jobs).map(([name, job]) =>
		keepRound(name, job, { pool, log, signal: closing.signal }),
	);
	return {
		stop: async () => {
			closing.abort();
			await Promise.all(running);
		},
	};
}

interface Means {
	readonly pool: pg.Pool;
	readonly log: Log;
	readonly signal: AbortSignal;
}

async function keepRound(name: string, job: Job, means: Means): Promise<void> {
	const { log, signal } = means;
	while (!signal.aborted) {
		let wait = job.every;
		try {
			wait = await roundOf(name, job, means);
		} catch (error) {
			log.error('jobs.failed', error, { task: name });
			wait = Math.min(WAIT, job.every);
		}
		await sleep(wait, undefined, { signal }).catch(() => undefined);
	}
}

/** One turn: run it if it is due and nobody holds it; answers how long until the next look. */
async function roundOf(name: string, { every, run }: Job, { pool, signal }: Means): Promise<number> {
	const { rows } = await pool.query<{ turn: number; wait: number }>(take, [name, every, HELD_FOR]);
	const [{ turn, wait } = { turn: 0, wait: 1000 }] = rows; // no row: another process is writing the first one
	if (turn === 0) return Math.max(100, Math.min(wait, every));
	const beat = setInterval(() => void pool.query(hold, [name, turn, HELD_FOR]).catch(() => undefined), SAYS_SO_EVERY);
	let next = WAIT;
	try {
		await run(signal);
		next = every;
	} finally {
		clearInterval(beat);
		await giveBack(pool, [name, turn, Math.min(next, every)]);
	}
	return 0;
}

/** A connection that was cut is found out by the first try; when it cannot be said at all, the job is free once it is no longer held. */
async function giveBack(pool: pg.Pool, said: readonly unknown[]): Promise<void> {
	const isSaid = () =>
		pool
			.query(give, [...said])
			.then(() => true)
			.catch(() => false);
	for (let wait = 50; wait < 1000 && !(await isSaid()); wait *= 2) await sleep(wait);
}

const now = `(extract(epoch from clock_timestamp()) * 1000)::bigint`;
/** Answers the turn that was taken; without one, how long it is until somebody may take it. */
const take = `
	with taken as (
		insert into job (name, turn, due_at, held_until) values ($1, 1, ${now} + $2::bigint, ${now} + $3::bigint)
		on conflict (name) do update set turn = job.turn + 1, due_at = ${now} + $2::bigint, held_until = ${now} + $3::bigint
			where job.due_at <= ${now} and job.held_until <= ${now}
		returning turn)
	select turn, $2::bigint as wait from taken
	union all
	select 0, greatest(due_at, held_until) - ${now} from job where name = $1 and not exists (select from taken)`;
const hold = `update job set held_until = ${now} + $3::bigint where name = $1 and turn = $2`;
/** Due a whole round after it began, or sooner when it failed. */
const give = `update job set held_until = 0, due_at = least(due_at, ${now} + $3::bigint) where name = $1 and turn = $2`;
