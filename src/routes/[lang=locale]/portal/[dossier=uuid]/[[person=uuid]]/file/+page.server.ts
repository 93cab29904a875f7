import { owedBy } from '#server/app/views/missed.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { historyOf, inForceFor } from '#server/app/views/portal-file.ts';
import { myGoals, mySummary } from '#server/app/views/portal-goals.ts';
import { searchesFor } from '#server/app/views/web-search.ts';
import { keptUntil } from '#server/norms/retention.ts';
import type { PageServerLoad } from './$types';

/** « Mon dossier »: what is in force, the meetings, what happened; never the practitioner's own notes. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'file');
	const asked = Number(event.url.searchParams.get('before'));
	const before = Number.isSafeInteger(asked) && asked > 1 ? asked : undefined;
	return {
		frame: frameOf(open),
		keptUntil: keptUntil(open.facts, event.locals.app.world.now()),
		inForce: await inForceFor(open),
		goals: await myGoals(open),
		summary: await mySummary(open),
		owed: owedBy(open),
		searches: await searchesFor(open),
		choices: Object.values(open.own.uses.uses).filter((u) => u.state === 'proposed').length,
		history: await historyOf(open, before),
		earlier: before !== undefined,
	};
};
