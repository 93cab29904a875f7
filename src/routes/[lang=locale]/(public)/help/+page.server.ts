import { dayOf } from '#server/kernel/time.ts';
import { allForClient } from '#server/law/look-up.ts';
import { systemClock } from '#server/platform/clock.ts';
import { isTerritory, type Territory } from '#words/territories.ts';
import type { PageServerLoad } from './$types';

/** The provinces whose norms Balise holds, shown while no place is chosen. */
const ours: readonly Territory[] = ['QC', 'NB'];

/** The lines of the asked place that may be told to a client as fact; the others stay with the practitioner. */
export const load: PageServerLoad = ({ url }) => {
	const asked = url.searchParams.get('place') ?? undefined;
	const place = isTerritory(asked) ? asked : undefined;
	const today = dayOf(systemClock.now());
	const found = (place ? [place] : ours).map((territory) => ({
		territory,
		lines: allForClient('helpLine', territory, today),
	}));
	return {
		place,
		emergency: found.flatMap(({ lines }) => lines).find(({ kind }) => kind === 'emergency'),
		groups: found.map(({ territory, lines }) => ({
			territory,
			lines: lines.filter(({ kind }) => kind !== 'emergency'),
		})),
	};
};
