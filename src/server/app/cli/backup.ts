import { parseArgs } from 'node:util';
import { backUp } from '#server/journal/backup/back-up.ts';
import { configWith } from '#server/platform/config.ts';
import { databaseOf, migrate, poolOf } from '#server/platform/database.ts';
import { backupHostWords } from '#words/backups-host.ts';
import { isLocale } from '#words/i18n.ts';
import { backupHouse } from '../backups.ts';
import { practiceNamed, say, stopHere, wordsIn } from './host.ts';
import { reach } from './reach.ts';
import { worldOn } from './world-on.ts';

/*
 * npm run backup [-- --to dir|s3://bucket/prefix] [--practice cabinet] [--lang en]
 * One backup now, of BALISE_DATA or DATABASE_URL, while Balise runs or not. Ends with 1 when it was not made.
 */
const { values: asked } = parseArgs({
	options: { to: { type: 'string' }, practice: { type: 'string' }, lang: { type: 'string', default: 'fr' } },
});
const words = backupHostWords(isLocale(asked.lang) ? asked.lang : 'fr');

async function main(): Promise<void> {
	const began = performance.now();
	const config = configWith(asked.to);
	const { engine, stop } = await reach(config, wordsIn(asked.lang).noData);
	await migrate(engine);
	const [app, pool] = [poolOf(engine, 2, 'app'), poolOf(engine, 4, 'owner')];
	try {
		const world = worldOn(databaseOf(app), config);
		const house = backupHouse(world, config, pool);
		const only = asked.practice;
		const practice = only === undefined ? undefined : await practiceNamed({ world }, only);
		if (only !== undefined && practice === undefined) stopHere(words.noPractice(only));
		const { name, bytes, manifest, removed } = await backUp(house, { ...(practice !== undefined && { practice }) });
		const lines = manifest.held.reduce((sum, held) => sum + held.lines, 0);
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		say(words.made({ place: house.store.place, name, megabytes: (bytes / 1e6).toFixed(1), seconds, lines }));
		if (removed.length > 0) say(words.removed(removed.length));
		const sheets = await Promise.all(manifest.held.map((held) => house.sheetOf(held.practice)));
		if (sheets.includes(undefined)) say(words.noSheet);
	} finally {
		await Promise.all([app.end(), pool.end()]);
		await stop();
	}
}

await main().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
