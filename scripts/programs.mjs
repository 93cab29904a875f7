// The programs the browser tests need beside Node: Debian's Chromium, and coturn for the relay.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const programs = [
	{ name: 'chromium', file: '/usr/bin/chromium' },
	{ name: 'coturn', file: '/usr/bin/turnserver' },
];
const missing = () => programs.filter(({ file }) => !existsSync(file)).map(({ name }) => name);

/** Installs what is missing where we may; says what to type where we may not; answers with what is still missing. */
export function missingPrograms() {
	const names = missing();
	if (names.length === 0) return names;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) aptGet(names);
	const still = missing();
	if (still.length > 0) {
		const command = `sudo apt-get install --no-install-recommends ${still.join(' ')}`;
		console.error(`Il manque des programmes : tapez ${command} | Programs are missing: type ${command}`);
	}
	return still;
}

const policy = '/usr/sbin/policy-rc.d';

/** @param {string[]} names */
function aptGet(names) {
	// coturn must not begin to serve because it was installed: the tests start their own.
	const isOurs = !existsSync(policy);
	if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const run = (/** @type {string[]} */ ...args) =>
			spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] });
		run('update');
		run('install', '-y', '--no-install-recommends', ...names);
	} finally {
		if (isOurs) rmSync(policy, { force: true });
	}
}
