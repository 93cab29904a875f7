import { join } from 'node:path';
import { type App, openApp } from '#server/app/world.ts';
import type { Config } from '#server/platform/config.ts';
import { readConfig } from '#server/platform/config.ts';
import { migrations } from '#server/platform/migrations/index.ts';
import { type RealPractice, realPractice } from './real.ts';
import { openFolder, type TestServer } from './server.ts';

/** Every row of a practice as text, table by table. */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** Two processes on one database, and a practice that is nobody's demonstration. */
export interface DemoHouse {
	readonly app: App;
	readonly second: App;
	readonly main: RealPractice;
	readonly config: Config;
	readonly rowsOf: (practice: string) => Promise<Rows>;
}

const tables = migrations.flatMap(({ tenantTables }) => Object.keys(tenantTables));

/** Open them; the demonstration is still to be told. */
export async function openDemoHouse(server: TestServer): Promise<DemoHouse> {
	const folder = openFolder();
	const config = readConfig({
		BALISE_KEYS: join(folder, 'keys.json'),
		BALISE_DATA: join(folder, 'data'),
		LOG_LEVEL: 'error',
	});
	const engine = await server.fresh();
	const [app, second] = [await openApp(config, engine), await openApp(config, engine)];
	server.before(() => Promise.all([app.stop(), second.stop()]));
	const rowsOf = async (practice: string) => {
		const all: Record<string, readonly string[]> = {};
		for (const table of tables) {
			const text = `select t::text as row from ${table} t where practice_id = $1 order by 1`;
			all[table] = (await app.ownerPool.query<{ row: string }>(text, [practice])).rows.map((r) => r.row);
		}
		return all;
	};
	return { app, second, config, rowsOf, main: await realPractice(app.world, 'cabinet') };
}

/** How many rows that is. */
export const count = (rows: Rows): number => Object.values(rows).reduce((n, list) => n + list.length, 0);
