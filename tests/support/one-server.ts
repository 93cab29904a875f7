import type { TestProject } from 'vitest/node';
import { type Shared, startShared } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		postgres: Shared;
	}
}

/** One PostgreSQL for the whole run: to make and migrate one for each file took more time than many a file's tests. */
export default async function oneServer(project: TestProject): Promise<() => Promise<void>> {
	const { shared, stop } = await startShared();
	project.provide('postgres', shared);
	return stop;
}
