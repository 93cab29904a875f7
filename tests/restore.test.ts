import { expect, test } from 'vitest';
import { destroyed } from '../faults/destroyed.ts';
import { restoreRounds } from '../faults/restore.ts';

test('a backup under eight writers, restored on a new server: all that was acknowledged before it is there, and verifies', async () => {
	const found = await restoreRounds({ rounds: 1, lines: 200 });
	expect(found).toMatchObject({ rounds: 1, lost: 0, findings: 0 });
	expect(found.acknowledged).toBeGreaterThanOrEqual(200);
});

test('one part, then the whole file destroyed: nothing opens it again, in what lies on disk, in older backups, with every key held', async () => {
	const found = await destroyed({ rounds: 1 });
	expect(found).toMatchObject({ rounds: 1, opened: 0, readable: 0, findings: 0 });
	expect(found.tried).toBeGreaterThan(20);
});
