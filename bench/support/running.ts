import { registerPractice } from '#server/app/practices.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import { startTestApp, type TestApp } from '../../tests/support/app.ts';
import { type Path, pathIn } from '../../tests/support/path.ts';
import { embeddedServer } from '../../tests/support/server.ts';
import { START } from '../../tests/support/world.ts';

/** The built app in its own process, a practice that answers at its base address, and a way to make its history fast. */
export interface Running {
	readonly web: TestApp;
	/** Acts of this path go through `perform` here, on the app's database. */
	readonly path: Path;
	readonly cookieOf: (actor: Actor) => Promise<string>;
	readonly stop: () => Promise<void>;
}

/** Tests' own instant, in which every permit is valid. */
const clock = { NODE_ENV: 'test', BALISE_CLOCK: new Date(START).toISOString() };

/** Start it; whoever starts stops it. */
export async function openRunning(): Promise<Running> {
	const server = await embeddedServer();
	let practice = '';
	const web = await startTestApp({ server, practice: () => practice, env: { ...clock, LOG_LEVEL: 'info' } });
	const world: World<Facts> = web.app.world;
	// A bench that fails leaves nothing running.
	process.once('exit', () => web.pid !== undefined && isRunning(web.pid) && process.kill(web.pid));
	practice = await registerPractice(world, { slug: 'bench', demo: false });
	const attempt: Path['attempt'] = (actor, journal, act, input, { id = world.newId(), safetyFirst } = {}) =>
		perform(world, { id, practice, journal, act, actor, input, ...(safetyFirst && { safetyFirst }) });
	let made = 0;
	const newAccount = (kind: 'member' | 'client', name: string) => {
		const email = `bench${++made}@example.org`;
		return kind === 'member' ? web.memberAccount(name, email) : web.clientAccount(name, email);
	};
	const path = await pathIn({ world, practice, attempt, newAccount });
	const cookieOf = ({ account = '', assurance }: Actor) => web.cookie(account, assurance);
	return { web, path, cookieOf, stop: server.stop };
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
