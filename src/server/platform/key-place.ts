import { realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';

const OTHERS = 0o077;

const realOf = (path: string): string | undefined => {
	try {
		return realpathSync(path);
	} catch {
		return undefined; // it is not there yet
	}
};

/** Where the key file truly lies now, links followed: apart from the data, and closed to everybody else of the machine. */
export function keyPlace(file: string, dataDir: string): { readonly apart: boolean; readonly private: boolean } {
	const [keys, data] = [realOf(file), realOf(dataDir)];
	if (keys === undefined) return { apart: true, private: true };
	const apart = data === undefined || /^\.\.(\/|$)/.test(relative(data, keys));
	const mode = statSync(keys, { throwIfNoEntry: false })?.mode ?? 0;
	return { apart, private: process.platform === 'win32' || (mode & OTHERS) === 0 };
}
