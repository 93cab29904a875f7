import { expect, test } from 'vitest';
import { kill } from '../faults/kill.ts';

test('kill -9 of the app, of the database, of both, twelve times under eight writers: nothing acknowledged is lost', {
	timeout: 300_000,
}, async () => {
	const found = await kill({ rounds: 12 });
	expect(found).toMatchObject({ rounds: 12, lost: 0, torn: 0, findings: 0 });
	expect(found.acknowledged).toBeGreaterThan(100);
});
