import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { handedTexts } from '#server/app/views/portal-reading.ts';
import { clausesFor, reviewWaiting } from '#server/app/views/revisit.ts';
import type { Actions, PageServerLoad } from './$types';

/** The clauses to read again, in the words this person holds, and what they wish. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'review');
	const waiting = reviewWaiting(open.facts, open.who.id, open.now);
	const points = waiting ? clausesFor(open.facts, open.who.id, waiting) : [];
	const parts = points.map((p) => p.split('.') as [string, string]);
	const texts = await handedTexts(open, [...new Set(parts.map(([document]) => document))]);
	const easy = open.own.consent.needs?.variant === 'easyRead';
	return {
		frame: frameOf(open),
		...(waiting && { trigger: waiting.trigger, mode: waiting.mode }),
		clauses: parts.flatMap(([document, key]) => {
			const text = texts.get(document);
			const words = text?.clauses.find((c) => c.key === key);
			return text && words ? [{ point: `${document}.${key}`, document, words, language: text.language, easy }] : [];
		}),
		points,
		done: event.url.searchParams.has('done'),
		state: await formState(event),
	};
};

export const actions = {
	review: attempt('consent.review', { journal: thisDossier, next: (_, { url }) => `${url.pathname}?done` }),
} satisfies Actions;
