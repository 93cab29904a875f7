// One process: our own http server, the database it needs, and the web framework as the last handler.
import { currentConfig } from './src/server/platform/config.ts';
import { resolveEngine } from './src/server/platform/postgres/engine.ts';
import { handOver, stopApp } from './src/server/platform/postgres/handover.ts';
import { isStartError } from './src/server/platform/start-error.ts';
import { openDoors, trusted } from './src/server/platform/web/doors.ts';

// Read when the framework is loaded: it must believe our own server, and no header that a client could write.
process.env.PROTOCOL_HEADER = trusted.scheme;
process.env.HOST_HEADER = trusted.host;
process.env.ADDRESS_HEADER = trusted.address;
// A sealed file of another practice; every other address is held to far less at the door (doors.ts).
process.env.BODY_SIZE_LIMIT ??= '64M';

/** The framework, once it is loaded. */
const app = /** @type {PromiseWithResolvers<import('./src/server/platform/web/doors.ts').Answer>} */ (
	Promise.withResolvers()
);
const built = './build/handler.js';
/**
 * What has been opened so far, and must be closed.
 * @type {{ doors?: import('./src/server/platform/web/doors.ts').Doors, engine?: import('./src/server/platform/postgres/engine.ts').Engine }}
 */
const opened = {};

/** The port first: when it is taken nothing else is touched, and whoever comes early waits for the first page. */
async function start() {
	const config = currentConfig();
	opened.doors = await openDoors(config, (request, response) => {
		app.promise.then(
			(handle) => handle(request, response),
			() => response.destroy(),
		);
	});
	opened.engine = await resolveEngine(config, { log: databaseLog(config.logLevel), onExit: sayDatabaseEnded });
	handOver(opened.engine);
	const { handler } = await import(built);
	app.resolve((request, response) => handler(request, response, () => response.writeHead(404).end()));
	console.log(`Balise : ${config.origin} (Ctrl-C pour arrêter) | Balise: ${config.origin} (Ctrl-C to stop)`);
	process.send?.('ready');
}

/** Last come, first gone: people, then the app, then the database it writes to. */
async function stop() {
	await started;
	await opened.doors?.close();
	for (const failure of await stopApp()) console.error(failure);
	await opened.engine?.stop();
}

/** @param {string} level */
const databaseLog = (level) => {
	const wanted = /^(debug|trace)$/.test(level) ? /./ : / (WARNING|FATAL|PANIC): (?!.*administrator command)/;
	/** @param {string} line */
	return (line) => {
		if (wanted.test(line)) console.error(`PostgreSQL ${line}`);
	};
};

const sayDatabaseEnded = () =>
	console.error('La base de données s’est arrêtée ; elle redémarre. | The database ended; it is starting again.');

let isStopping = false;
/** @param {number} code */
function stopOnce(code) {
	if (isStopping) return;
	isStopping = true;
	// A stop that hangs is cut: what was acknowledged is on disk.
	setTimeout(() => process.exit(1), 40_000).unref();
	stop().then(
		() => process.exit(code),
		(error) => {
			console.error(error);
			process.exit(1);
		},
	);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, () => stopOnce(0));

const started = start().catch((error) => {
	console.error(isStartError(error) ? error.message : error);
	app.promise.catch(() => {});
	app.reject(error);
	stopOnce(1);
});
