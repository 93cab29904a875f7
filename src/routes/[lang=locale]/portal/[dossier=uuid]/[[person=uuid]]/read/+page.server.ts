import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { refusedPoints } from '#server/app/views/answers.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { standingOf } from '#server/app/views/portal-agree.ts';
import { handedDocuments } from '#server/app/views/portal-reading.ts';
import { readTogether } from '#server/app/views/together.ts';
import { languagesHeld } from '#server/app/views/translations.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everything this person was handed, and the form in which they want to be informed. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'read');
	const { needs } = open.own.consent;
	const { state } = standingOf(open);
	return {
		frame: frameOf(open),
		documents: handedDocuments(open.own.consent, open.lang),
		language: open.who.language,
		refused: await refusedPoints(open.own.consent, open.bodies, open.lang),
		languages: languagesHeld(open.facts, open.own.consent),
		together: readTogether(open.facts, open.own.consent, open.lang),
		signed: state === 'given',
		...(needs && { variant: needs.variant }),
		state: await formState(event),
	};
};

export const actions = {
	adapt: attempt('information.adapt', { journal: thisDossier }),
	yes: attempt('clause.accept', { journal: thisDossier, next: (_, { url }) => url.pathname }),
} satisfies Actions;
