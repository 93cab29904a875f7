import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { everyLook, lookAt } from '../support/screens.ts';
import { embeddedServer } from '../support/server.ts';
import { openStage } from '../support/stage.ts';

/** `npm run a11y [-- --pictures <folder>]`: every page, both languages, light and dark, 320 and 1280 px. */
const { values } = parseArgs({ options: { pictures: { type: 'string' } } });
const server = await embeddedServer();
let found = 0;
try {
	const stage = await openStage(server);
	if (values.pictures) mkdirSync(values.pictures, { recursive: true });
	for (const look of everyLook) {
		const { seen, wrong } = await lookAt(
			stage,
			{ ...look, all: true },
			values.pictures
				? (page, name) => page.screenshot({ path: `${values.pictures}/${name}.png`, fullPage: true })
				: undefined,
		);
		console.log(`${look.lang} ${look.width} px ${look.scheme}: ${seen} pages, ${wrong.length} findings`);
		for (const line of wrong) console.log(`  ${line}`);
		found += wrong.length;
	}
} finally {
	await server.stop();
}
process.exitCode = found > 0 ? 1 : 0;
