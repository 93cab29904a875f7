import { spawnSync } from 'node:child_process';

/** Run a script of the project in a child that inherits our environment, with these additions; answers its exit code. */
export function runScript(
	cwd: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): number | null {
	return spawnSync(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' }).status;
}
