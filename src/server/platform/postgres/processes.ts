import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const linux = process.platform === 'linux';

/**
 * Frees a cluster whose Balise was killed: its server, still running on its own, is stopped; processes that are ending
 * are waited for; lock files (the cluster's, the socket's) that name nobody of this cluster are removed.
 */
export async function clearOrphan(cluster: string, socketLock: string): Promise<number | undefined> {
	const lock = join(cluster, 'postmaster.pid');
	const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : undefined;
	const orphan = pid !== undefined && isServerOf(pid, cluster) ? pid : undefined;
	if (orphan !== undefined) await stopOrphan(orphan);
	await within(15_000, () => processesOf(cluster).length === 0);
	// A killed server that nothing has reaped still answers signals, and a number is used again: PostgreSQL would refuse.
	if (linux && processesOf(cluster).length === 0) for (const file of [lock, socketLock]) rmSync(file, { force: true });
	return orphan;
}

async function stopOrphan(pid: number): Promise<void> {
	for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
		try {
			process.kill(pid, signal);
		} catch {
			return;
		}
		if (await within(10_000, () => !isRunning(pid))) return;
	}
}

async function within(ms: number, isDone: () => boolean): Promise<boolean> {
	for (const end = performance.now() + ms; performance.now() < end; await sleep(20)) if (isDone()) return true;
	return isDone();
}

/** Never signal a stranger that was given a used number again: it must be a server of this very cluster. */
function isServerOf(pid: number, cluster: string): boolean {
	if (linux) return isRunning(pid) && processesOf(cluster).includes(pid);
	return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster);
}

/** The server and its workers: exactly the processes whose working folder is the cluster. */
function processesOf(cluster: string): readonly number[] {
	if (!linux) return [];
	const real = realpathSync(cluster);
	const cwd = (pid: string) => {
		try {
			return readlinkSync(`/proc/${pid}/cwd`);
		} catch {
			return undefined;
		}
	};
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && cwd(name) === real)
		.map(Number);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
	return !isZombie(pid);
}

function isZombie(pid: number): boolean {
	if (!linux) return false;
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat[stat.lastIndexOf(')') + 2] === 'Z';
	} catch {
		return true;
	}
}
