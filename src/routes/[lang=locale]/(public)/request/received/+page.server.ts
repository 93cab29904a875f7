import { factsOf } from '#server/app/facts.ts';
import type { PageServerLoad } from './$types';

/** What happens now: the same words for everyone, from the practice's own terms. */
export const load: PageServerLoad = async ({ locals: { app, practice } }) => {
	const found = practice && (await factsOf(app.world, practice.id, { kind: 'practice', id: practice.id }));
	const terms = found?.facts.practice.practice.terms;
	return { ...(terms && { replyWithin: { amount: terms.replyWithin.amount, unit: terms.replyWithin.unit } }) };
};
