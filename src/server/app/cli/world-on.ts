import type { Facts } from '#server/capabilities/index.ts';
import { keyring } from '#server/journal/keyring.ts';
import { factsCache, type World } from '#server/journal/world.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { Config } from '#server/platform/config.ts';
import type { Database } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { modelOf } from '../model.ts';
import { systemOf } from '../world.ts';

/** A world that reads, for a command: nothing comes round in it, and nobody is told. */
export function worldOn(db: Database, config: Config): World<Facts> {
	const keys = fileKeys(config.keysFile);
	const system = systemOf(config);
	return {
		...systemClock,
		model: modelOf(() => system),
		db,
		keys,
		keyring: keyring(keys, systemClock),
		cache: factsCache(),
		announce: () => undefined,
	};
}
