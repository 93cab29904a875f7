// The programs the browser tests need beside Node: Debian's Chromium, and coturn for the relay.
import { existsSync } from 'node:fs';
import { aptGet } from './apt.mjs';

const programs = [
	{ name: 'chromium', file: '/usr/bin/chromium' },
	{ name: 'coturn', file: '/usr/bin/turnserver' },
];
const missing = () => programs.filter(({ file }) => !existsSync(file)).map(({ name }) => name);

/** Installs what is missing where we may; says what to type where we may not; answers with what is still missing. */
export function missingPrograms() {
	const names = missing();
	if (names.length === 0) return names;
	aptGet(names);
	const still = missing();
	if (still.length > 0) {
		const command = `sudo apt-get install --no-install-recommends ${still.join(' ')}`;
		console.error(`Il manque des programmes : tapez ${command} | Programs are missing: type ${command}`);
	}
	return still;
}
