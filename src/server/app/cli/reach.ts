import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { Config } from '#server/platform/config.ts';
import type { Engine } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { port, prepareFolders } from '#server/platform/postgres/folders.ts';

/** What keeps a command from doing anything at all, in words for whoever typed it. */
export class CannotLook extends Error {}

/** A database that a command works on, and what to do once it is finished. */
interface Reached {
	readonly engine: Engine;
	readonly stop: () => Promise<void>;
}

/** The database that was given; the embedded one where it already runs; else started for as long as the command lasts. */
export async function reach(
	{ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
	noData: (folder: string) => string,
): Promise<Reached> {
	if (databaseUrl) return { engine: { url: databaseUrl }, stop: async () => undefined };
	if (!existsSync(join(dataDir, 'balise.json'))) throw new CannotLook(noData(dataDir));
	const running = { host: prepareFolders(resolve(dataDir)).socket, port, user: 'balise', database: 'postgres' };
	if (await answers(running)) return { engine: running, stop: async () => undefined };
	const { stop, ...engine } = await startEmbedded({ dataDir, log: () => undefined });
	return { engine, stop };
}

async function answers(address: pg.ClientConfig): Promise<boolean> {
	const client = new pg.Client({ ...address, connectionTimeoutMillis: 2000 });
	client.on('error', () => undefined);
	return client.connect().then(
		() => client.end().then(() => true),
		() => false,
	);
}
