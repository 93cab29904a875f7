import { defineConfig } from 'vitest/config';

// The three kinds of tests (npm test runs them in this order): pure ones in threads; those that start a database or
// another process, two files at a time; journeys through a real browser, two at a time.
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					environment: 'node',
					pool: 'threads',
					testTimeout: 60_000,
					hookTimeout: 60_000,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: 'db',
					include: ['tests/**/*.test.ts'],
					globalSetup: 'tests/support/one-server.ts',
					environment: 'node',
					pool: 'forks',
					maxWorkers: 2,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 1 },
				},
			},
			{
				test: {
					name: 'journeys',
					include: ['tests/journeys/**/*.e2e.ts'],
					globalSetup: 'tests/support/one-server.ts',
					environment: 'node',
					pool: 'forks',
					maxWorkers: 2,
					testTimeout: 300_000,
					hookTimeout: 300_000,
					sequence: { groupOrder: 2 },
				},
			},
		],
	},
});
