import type { Config } from '../config.ts';
import { type EmbeddedAddress, startEmbedded } from './embedded.ts';
import type { Exit, Log } from './server.ts';

/** How the app reaches its database: the embedded server's address, or the one that was given. */
export type Connection = EmbeddedAddress | { readonly url: string };
/** The database of this process, whoever runs it. */
export type Engine = { readonly connection: Connection; readonly stop: () => Promise<void> };
type Watch = { readonly log: Log; readonly onExit?: (exit: Exit) => void };

/** With DATABASE_URL, that server and nothing started here; without, the embedded one on the data folder. */
export async function resolveEngine(config: Pick<Config, 'databaseUrl' | 'dataDir'>, watch: Watch): Promise<Engine> {
	if (config.databaseUrl) return { connection: { url: config.databaseUrl }, stop: async () => undefined };
	const { stop, ...connection } = await startEmbedded({ dataDir: config.dataDir, ...watch });
	return { connection, stop };
}
