import { error } from '@sveltejs/kit';
import { signedIn } from '#server/app/view.ts';
import type { LayoutServerLoad } from './$types';

/** The office is for people who work in the practice, with a strong factor. */
export const load: LayoutServerLoad = (event) => {
	const { session } = signedIn(event);
	if (session.kind !== 'member') error(404);
	const { practice } = event.locals;
	return {
		me: { name: session.name, roles: session.roles, account: session.account },
		practice: practice && { slug: practice.slug, demo: practice.demo },
	};
};
