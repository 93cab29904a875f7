// Debian's packages, where we may install them.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const policy = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian packages when we are root on a Debian; answers whether it could.
 * @param {readonly string[]} names
 */
export function aptGet(names) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
	console.error(`Installation : ${names.join(', ')}… | Installing: ${names.join(', ')}…`);
	// Nothing must begin to serve because it was installed: the tests start their own.
	const isOurs = !existsSync(policy);
	if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		return run('update') && run('install', '-y', '--no-install-recommends', ...names);
	} finally {
		if (isOurs) rmSync(policy, { force: true });
	}
}

/** @param {string[]} args */
function run(...args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { status, stdout, stderr } = spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
	if (status !== 0) console.error(`${stdout}\n${stderr}`);
	return status === 0;
}
