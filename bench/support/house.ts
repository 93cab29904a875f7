import { modelOf } from '#server/app/model.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { perform } from '#server/journal/perform.ts';
import { factsCache, type Model, type World } from '#server/journal/world.ts';
import { type Path, pathIn, testSystem } from '../../tests/support/path.ts';
import { embeddedServer } from '../../tests/support/server.ts';
import { type TestHouse, testHouse } from '../../tests/support/world.ts';

/** A practice that is ready to receive, on a real embedded server, with the product's own model; acts go through `perform`. */
export interface House {
	readonly world: World<Facts>;
	readonly path: Path;
	readonly test: TestHouse<Facts>;
	readonly stop: () => Promise<void>;
}

/** How many connections, and what is changed in the model for the bench alone. */
export interface Asked {
	readonly connections?: number;
	readonly model?: (own: Model<Facts>) => Model<Facts>;
}

/** Open it; whoever opens stops it. The cache is the product's own, not the one that tests freeze. */
export async function openHouse({ connections = 6, model = (own) => own }: Asked = {}): Promise<House> {
	const server = await embeddedServer();
	const test = await testHouse<Facts>({ server, model: model(modelOf(() => testSystem)), connections });
	const world: World<Facts> = { ...test.world, cache: factsCache() };
	const attempt: Path['attempt'] = (actor, journal, act, input, { id = world.newId(), safetyFirst } = {}) =>
		perform(world, { id, practice: test.practice, journal, act, actor, input, ...(safetyFirst && { safetyFirst }) });
	const ground = { world, practice: test.practice, attempt, newAccount: async () => world.newId() };
	return { world, path: await pathIn(ground), test, stop: server.stop };
}
