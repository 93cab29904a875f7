import { resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import { explain } from './explain.ts';
import { makeDataFolder, port, prepareFolders } from './folders.ts';
import { type Lock, lockFolder } from './lock.ts';
import { type Exit, type Log, launchServer, makeCluster } from './server.ts';
import { supervise } from './supervise.ts';
import { checkCluster, checkFormat } from './version.ts';

/** How the app reaches the embedded server: `host` is the private folder of its Unix socket. */
export type EmbeddedAddress = {
	readonly host: string;
	readonly port: number;
	readonly user: 'balise';
	readonly database: 'postgres';
};
/** An embedded server that is kept running until it is stopped. */
export type Embedded = EmbeddedAddress & { readonly stop: () => Promise<void> };
/** Where the data lie, who reads the server's log, and who wants to know that it ended and is being started again. */
export type EmbeddedOptions = {
	readonly dataDir: string;
	readonly log: Log;
	readonly onExit?: (exit: Exit) => void;
};

/** Starts PostgreSQL on a data folder, made on first use, and keeps it running; throws a StartError. */
export async function startEmbedded({ dataDir, log, onExit = () => {} }: EmbeddedOptions): Promise<Embedded> {
	const data = resolve(dataDir);
	let lock: Lock | undefined;
	const letGo = () => {
		lock?.release();
		lock = undefined;
	};
	try {
		makeDataFolder(data);
		lock = lockFolder(data);
		checkFormat(data);
		const folders = prepareFolders(data);
		const binaries = findBinaries(folders.runAs);
		await makeCluster(binaries, folders);
		checkCluster(folders.cluster, binaries.major);
		const server = await supervise(() => launchServer(binaries, folders, log), { log, onExit });
		const stop = () => server.stop().finally(letGo);
		return { host: folders.socket, port, user: 'balise', database: 'postgres', stop };
	} catch (error) {
		letGo();
		throw explain(error, data);
	}
}
