import type { RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { drawingIn, familyTold, partsToDraw } from '#server/app/views/family.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { bondKinds, figures, flows, tieKinds } from '#server/capabilities/family/facts.ts';
import type { Actions, PageServerLoad } from './$types';

/** A family and what is around it, drawn and told. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'family');
	const parts = partsToDraw(file.facts);
	const asked = event.url.searchParams.get('part');
	const part = parts.find((p) => p.id === asked)?.id;
	const drawn = await drawingIn(file, part);
	return {
		parts,
		part,
		...(drawn && {
			drawn: {
				version: drawn.version,
				seq: drawn.evidence.seq,
				at: drawn.evidence.at,
				drawing: drawn.drawing,
				told: familyTold(drawn.drawing, event.locals.lang),
			},
		}),
		choices: { figures, bondKinds, tieKinds, flows },
		zone: homeZone(file.facts),
		state: await formState(event),
	};
};

/** The part stays in the address; the line that is changed comes with the form. */
const inPart = (typed: Record<string, unknown>, { url }: RequestEvent) => {
	const person = url.searchParams.get('part');
	return { ...typed, ...(person && { person }) };
};
const draw = () => attempt('family.draw', { journal: thisDossier, input: inPart });

export const actions: Actions = { member: draw(), bond: draw(), tie: draw(), remove: draw() };
