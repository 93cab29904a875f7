import { notBuiltGates } from '#server/norms/judge.ts';
import { currentConfig } from '#server/platform/config.ts';
import { resolveEngine } from '#server/platform/postgres/engine.ts';
import { onStop, runningEngine } from '#server/platform/postgres/handover.ts';
import { noPracticeYet, setupCode } from './first-run.ts';
import { type App, openApp } from './world.ts';

let app: App | undefined;

/** Open the app on the database that the server started, or on one of our own (development). */
export async function startApp(): Promise<App> {
	const config = currentConfig();
	const engine = runningEngine() ?? (await resolveEngine(config, { log: () => undefined }));
	app = await openApp(config, engine.connection);
	for (const duty of notBuiltGates()) app.log.info('duty.notBuilt', { duty: duty.id });
	const code = (await noPracticeYet(app)) ? await setupCode(app) : undefined;
	if (code) console.log(`Code du premier lancement : ${code} | First run code: ${code}`);
	onStop(app.stop);
	return app;
}

/** The running app; a request before `init` is a bug. */
export function theApp(): App {
	if (!app) throw new Error('the app has not started');
	return app;
}
