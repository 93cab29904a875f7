import { test } from 'vitest';
import { tryBadInputs } from '../faults/inputs.ts';
import { testServer } from './support/index.ts';

const server = await testServer();

test('bad input of every kind, on every act and every route, is answered with a clear refusal and writes nothing', {
	timeout: 240_000,
}, async () => {
	await tryBadInputs(server, { rounds: 6, seed: 20261122 });
});
