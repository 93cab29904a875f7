import { notBuiltGates } from '#server/norms/judge.ts';
import { currentConfig } from '#server/platform/config.ts';
import { resolveEngine } from '#server/platform/postgres/engine.ts';
import { onStop, runningEngine } from '#server/platform/postgres/handover.ts';
import { hostWords } from '#words/host.ts';
import { locales } from '#words/i18n.ts';
import { noPracticeYet, setupCode } from './first-run.ts';
import { sayCodes, showsCodes } from './terminal.ts';
import { type App, openApp } from './world.ts';

let app: App | undefined;

/** Open the app on the database that the server started, or on one of our own (development). */
export async function startApp(): Promise<App> {
	const config = currentConfig();
	const engine = runningEngine() ?? (await resolveEngine(config, { log: () => undefined }));
	app = withCodes(await openApp(config, engine.connection));
	for (const duty of notBuiltGates()) app.log.info('duty.notBuilt', { duty: duty.id });
	const code = (await noPracticeYet(app)) ? await setupCode(app) : undefined;
	if (code) console.log(`Code du premier lancement : ${code} | First run code: ${code}`);
	onStop(app.stop);
	return app;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** On one's own machine, without a mail server, whoever tries Balise reads the codes where they started it: never in the log. */
function withCodes(opened: App): App {
	if (!showsCodes(opened.config)) return opened;
	print(locales.map((locale) => hostWords(locale).codesHere).join(' | '));
	const poke = (practice: string) => {
		opened.poke(practice);
		sayCodes(opened.world, practice, print).catch((error: unknown) => opened.log.error('mail.failed', error));
	};
	return { ...opened, poke };
}

/** The running app; a request before `init` is a bug. */
export function theApp(): App {
	if (!app) throw new Error('the app has not started');
	return app;
}
