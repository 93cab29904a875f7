import { fail } from '@sveltejs/kit';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { copyLetter, outboxOf } from '#server/app/views/outbox.ts';
import type { Actions, PageServerLoad } from './$types';

/** What left the house, what waits and why; never a code, never a link by itself. */
export const load: PageServerLoad = async (event) => {
	const { facts, session } = await openPractice(event, 'outbox');
	const { app, practice } = event.locals;
	const reader = { facts, account: session.account, origin: event.url.origin };
	return {
		...(await outboxOf(app.world, practice?.id ?? '', reader)),
		hasServer: app.config.mail !== undefined,
		zone: homeZone(facts),
	};
};

export const actions: Actions = {
	copy: async (event) => {
		const { facts, session } = await openPractice(event, 'outbox');
		const { app, practice } = event.locals;
		const id = String((await event.request.formData()).get('id') ?? '');
		const known = /^[0-9a-f-]{36}$/.test(id);
		const letter = known
			? await copyLetter(app.world, practice?.id ?? '', { id, origin: event.url.origin, by: session.account, facts })
			: undefined;
		return letter ? { id, letter } : fail(409, { id, letter: undefined });
	},
};
