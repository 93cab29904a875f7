import { sql } from 'kysely';
import type { Invitation } from '#server/capabilities/accounts/index.ts';
import { dayOf } from '#server/kernel/time.ts';
import { currentConfig } from '#server/platform/config.ts';
import { hostWords } from '#words/host.ts';
import { isLocale } from '#words/i18n.ts';
import { showsCodes } from '../terminal.ts';
import { type App, openApp, originOf } from '../world.ts';
import { CannotLook, reach } from './reach.ts';

/** The words of a command, in the language that was asked for. */
export const wordsIn = (lang: string | undefined) => hostWords(isLocale(lang) ? lang : 'fr');

/** Say one line to whoever typed the command. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Stop here, and say why. */
export function stopHere(why: string): never {
	throw new CannotLook(why);
}

/** Open Balise on its data for one command, whether it runs or not, and close it again; says what stood in the way. */
export async function onHost(lang: string | undefined, work: (app: App) => Promise<void>): Promise<void> {
	try {
		const config = currentConfig();
		const { engine, stop } = await reach(config, wordsIn(lang).noData);
		try {
			const app = await openApp({ ...config, logLevel: 'warn' }, engine);
			await work(app).finally(app.stop);
		} finally {
			await stop();
		}
	} catch (error) {
		process.stderr.write(`${(error as Error).message}\n`);
		process.exitCode = 1;
	}
}

/** The practice of that address. */
export async function practiceNamed({ world }: Pick<App, 'world'>, slug: string): Promise<string | undefined> {
	const { rows } = await sql<{ id: string }>`select id from practice where slug = ${slug}`.execute(world.db);
	return rows[0]?.id;
}

/** Say an invitation: its link at the practice's own address, the code to tell by voice, until when. */
export async function sayInvitation(
	app: App,
	practice: string,
	{ path, second, expiresAt }: Invitation,
	lang: string | undefined,
): Promise<void> {
	const words = wordsIn(lang);
	say(words.invitation(`${await originOf(app.world, app.config, practice)}${path}`));
	say(words.second(second));
	say(words.until(dayOf(expiresAt)));
	if (!app.config.mail) say(showsCodes(app.config) ? words.codeShows : words.needsMail);
}
