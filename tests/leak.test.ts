import { expect, test } from 'vitest';
import { leak } from '../faults/leak.ts';

test('a client’s words leave in no log, no letter, no file of the database, no backup and no process argument', async () => {
	const { read, backups, leaks, quoted } = await leak();
	expect(leaks).toEqual([]);
	expect(quoted, 'the server did quote her').toBe(true);
	expect(read.letters).toBe(3);
	expect(read.lines).toBeGreaterThan(8);
	expect(read.files).toBeGreaterThan(500);
	expect(read.processes).toBeGreaterThan(3);
	expect(backups).toBe(2);
});
