import { factsOf } from '#server/app/facts.ts';
import type { PageServerLoad } from './$types';

/** How a meeting at a distance goes, and how to do without; the practice's own number where it has one. */
export const load: PageServerLoad = async ({ locals: { app, practice } }) => {
	const found = practice && (await factsOf(app.world, practice.id, { kind: 'practice', id: practice.id }));
	return { phone: found?.facts.practice.practice.profile?.phone ?? '' };
};
