// npm start on a bare machine: installs, builds, runs, and runs again what was killed. Read by the machine's own Node
// (20 or later), before anything is installed: no dependency, nothing newer than Node 20.
import { spawn } from 'node:child_process';
import { build, install, orStop, program, project } from './scripts/prepare.mjs';

const node = orStop(install);
orStop(() => build(node));

const firstWait = 200;
const longestWait = 10_000;
const steady = 30_000;
/** @type {import('node:child_process').ChildProcess} */
let server;
let isAsked = false;
let wasReady = false;
let wait = firstWait;

function run() {
	const since = Date.now();
	const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' };
	// The channel tells the server when this process is gone, however it went, so that nothing is left running.
	server = spawn(node, program, { cwd: project, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
	server.once('message', () => {
		wasReady = true;
	});
	server.once('exit', (code) => {
		if (isAsked || !wasReady) process.exit(code ?? 1);
		wait = Date.now() - since > steady ? firstWait : Math.min(wait * 2, longestWait);
		console.error('Balise s’est arrêtée d’elle-même ; elle redémarre. | Balise ended by itself; it is starting again.');
		setTimeout(run, wait);
	});
}

function stop() {
	isAsked = true;
	if (server.exitCode !== null || server.signalCode !== null) process.exit(0);
	server.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
run();

// npm that is told to end does not tell us: the shell between us dies first, and we are given another parent.
if (process.env.npm_lifecycle_event === 'start') {
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && stop(), 500).unref();
}
