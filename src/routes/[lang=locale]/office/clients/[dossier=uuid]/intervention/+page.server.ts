import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { appraisalBodies, instrumentsOf } from '#server/app/views/instruments.ts';
import { interventionLines, planOf, resultsOf } from '#server/app/views/intervention.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { HOUR } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** The plan of intervention, and the instruments used with each person, their limits beside each result. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'intervention');
	const { facts, world, practice, now } = file;
	const bodies = await file.bodies(interventionLines(facts));
	const known = instrumentsOf(facts, await appraisalBodies(world, practice, facts));
	return {
		...planOf(facts, bodies, now),
		persons: resultsOf(facts, bodies, known),
		known: known.map(({ id, name, decision }) => ({ id, name, allowed: decision === 'allowed' })),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

type Row = Readonly<Record<string, unknown>>;
const listOf = (rows: unknown): readonly Row[] => Object.values((rows ?? {}) as Record<string, Row>);

/** The rows of the form, those that were left empty aside. */
const rowsOf = ({ methods, lines, ...typed }: Record<string, unknown>): unknown => ({
	...typed,
	lines: listOf(lines).filter((line) => line.goal !== undefined),
	methods: listOf(methods),
});

/** One of the list by its name there; another by the name that was typed. */
async function named(typed: Record<string, unknown>, event: Parameters<PageServerLoad>[0]): Promise<unknown> {
	const { instrument, otherName, ...rest } = typed;
	if (instrument === undefined || instrument === 'other') return { ...rest, name: otherName };
	const { facts } = await openFile(event, 'intervention');
	return { ...rest, instrument, name: facts.practice.instruments.instruments[String(instrument)]?.name };
}

export const actions: Actions = {
	write: attempt('interventionPlan.write', { journal: thisDossier, input: rowsOf }),
	review: attempt('interventionPlan.review', { journal: thisDossier }),
	use: attempt('instrument.use', { journal: thisDossier, input: (typed, event) => named(typed, event as never) }),
	/** A reason to use what nobody appraised is for this use: an hour later, another use asks again. */
	waive: attempt('duty.waive', {
		journal: thisDossier,
		input: (typed, { locals }) => ({ ...typed, until: locals.app.world.now() + HOUR }),
	}),
};
