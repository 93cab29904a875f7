import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { findPending } from '#server/app/pending.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { consentAge, interviewLines, interviewOf } from '#server/app/views/interview.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the initial interview goes through with each person. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'interview');
	const { lang } = event.locals;
	const state = await formState(event);
	const waiting = state.mending
		? await findPending(file.world, file.practice, file.session.account, state.mending)
		: undefined;
	const mending = waiting && (waiting.path.endsWith('/consent') ? 'consent.record' : 'service.start');
	return {
		persons: interviewOf(file.facts, await file.bodies(interviewLines(file.facts)), { now: file.now, lang, mending }),
		law: consentAge(file.facts, file.today, lang),
		zone: homeZone(file.facts),
		state,
	};
};

/** A tick that was left empty is a no, not a missing answer. */
const ticked = (typed: Readonly<Record<string, unknown>>, ...names: readonly string[]) => ({
	...typed,
	...Object.fromEntries(names.map((name) => [name, typed[name] === true])),
});

export const actions: Actions = {
	explain: attempt('document.explain', { journal: thisDossier, input: (typed) => ({ documents: {}, ...typed }) }),
	identity: attempt('identity.check', { journal: thisDossier }),
	waiveIdentity: attempt('identity.waive', { journal: thisDossier }),
	limits: attempt('limits.tell', { journal: thisDossier }),
	word: attempt('codeWord.agree', { journal: thisDossier }),
	forward: attempt('identity.comeForward', { journal: thisDossier }),
	age: attempt('age.record', { journal: thisDossier }),
	capacity: attempt('capacity.assess', { journal: thisDossier }),
	needs: attempt('information.adapt', { journal: thisDossier }),
	offer: attempt('questions.offer', { journal: thisDossier }),
	discussion: attempt('discussion.record', {
		journal: thisDossier,
		input: (typed) => ticked(typed, 'risks', 'benefits', 'voluntary'),
	}),
	teachBack: attempt('teachBack.record', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, inConversation: true }),
	}),
};
