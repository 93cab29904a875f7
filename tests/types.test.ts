import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

test('the type check sees a wrong type in a module and in a component', async () => {
	mkdirSync('.svelte-kit', { recursive: true });
	const folder = mkdtempSync('.svelte-kit/wrong-');
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	writeFileSync(join(folder, 'tsconfig.json'), '{ "extends": "../../tsconfig.json", "include": ["*.ts", "*.svelte"] }');
	writeFileSync(join(folder, 'module.ts'), `export const wrong: number = 'one';\n`);
	writeFileSync(
		join(folder, 'Component.svelte'),
		`<script lang="ts">\n\tconst wrong: number = 'two';\n</script>\n{wrong}\n`,
	);
	const check = ['node_modules/svelte-check/bin/svelte-check', '--tsgo', '--workspace', folder, '--output', 'machine'];
	const { code, stdout } = await promisify(execFile)(process.execPath, [...check, '--tsconfig', 'tsconfig.json']).then(
		({ stdout }) => ({ code: 0, stdout }),
		(error: { code: number; stdout: string }) => error,
	);
	expect(code).toBe(1);
	expect(stdout).toMatch(/ERROR "module\.ts" 1:/);
	expect(stdout).toMatch(/ERROR "Component\.svelte" 2:/);
});
