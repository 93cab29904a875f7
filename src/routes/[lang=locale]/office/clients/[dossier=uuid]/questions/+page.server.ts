import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { questionLines, questionsOf } from '#server/app/views/questions.ts';
import type { Actions, PageServerLoad } from './$types';

/** Each person's questions about what they were handed. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'questions');
	return {
		persons: questionsOf(file.facts, await file.bodies(questionLines(file.facts)), event.locals.lang),
		zone: homeZone(file.facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	answer: attempt('question.answer', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, orally: typed.orally === true }),
	}),
	settle: attempt('question.settle', { journal: thisDossier }),
	/** A question said aloud: about which clause of which document. */
	ask: attempt('question.ask', {
		journal: thisDossier,
		input: ({ about, ...typed }) => {
			const [document, clause] = String(about ?? '').split('.');
			return { ...typed, document, clause };
		},
	}),
};
