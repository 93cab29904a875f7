import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** coturn, from the Debian package of that name. */
const program = process.env.TURNSERVER ?? 'turnserver';

/** Is there a relay to be started on this machine? */
export const hasRelay = (): boolean => spawnSync(program, ['--version']).error === undefined;

const freePort = async (): Promise<number> => {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as { port: number };
	probe.close();
	await once(probe, 'close');
	return port;
};

const rules = (port: number, secret: string, folder: string) => `
listening-port=${port}
listening-ip=127.0.0.1
relay-ip=127.0.0.1
min-port=40000
max-port=40400
fingerprint
use-auth-secret
static-auth-secret=${secret}
realm=balise.test
allow-loopback-peers
no-cli
no-tls
no-dtls
no-multicast-peers
log-file=stdout
simple-log
pidfile=${join(folder, 'turn.pid')}
userdb=${join(folder, 'turn.db')}
`;

/** A real coturn on loopback, which can be stopped and started again on the same port. */
export const startRelay = async (secret: string) => {
	const folder = mkdtempSync(join(tmpdir(), 'relay-'));
	const port = await freePort();
	const settings = join(folder, 'turn.conf');
	writeFileSync(settings, rules(port, secret, folder));
	let child: ChildProcess | undefined;

	const start = async () => {
		child = spawn(program, ['-c', settings], { stdio: ['ignore', 'pipe', 'pipe'], cwd: folder });
		const { stdout } = child;
		if (!stdout) throw new Error('no output');
		await new Promise<void>((resolve, reject) => {
			stdout.on(
				'data',
				(text) => /listener opened on : 127|IPv4\. UDP listener opened/i.test(String(text)) && resolve(),
			);
			child?.once('exit', (code) => reject(new Error(`turnserver ended: ${code}`)));
			setTimeout(resolve, 2500);
		});
	};
	const stop = async () => {
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		child.removeAllListeners('exit');
		child.kill('SIGKILL');
		await once(child, 'exit');
	};

	await start();
	return {
		urls: [`turn:127.0.0.1:${port}?transport=udp`, `turn:127.0.0.1:${port}?transport=tcp`],
		start,
		stop,
		remove: async () => {
			await stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
};
