import { afterAll, inject } from 'vitest';
import { embeddedServer, remoteServer, sharedServer, systemPostgres, type TestServer } from './server.ts';

export * from './forger.ts';
export * from './lived.ts';
export * from './server.ts';
export * from './story.ts';
export * from './toy.ts';
export * from './vault.ts';
export * from './world.ts';

/** This file's share of the run's PostgreSQL; what it made there goes after its last test. */
export async function testServer(): Promise<TestServer> {
	return ending(sharedServer(inject('postgres')));
}

/** Both engines for a contract suite: the embedded one, and the machine's own through an address when it has one. */
export async function testEngines(): Promise<readonly TestServer[]> {
	const programs = systemPostgres();
	const servers = [await embeddedServer(), ...(programs ? [await remoteServer(programs)] : [])];
	return servers.map(ending);
}

const ending = (server: TestServer): TestServer => {
	afterAll(() => server.stop());
	return server;
};
