import { redirect } from '@sveltejs/kit';
import { attempt, formState } from '#server/app/http.ts';
import { callerOf, callOf, lineOf } from '#server/app/line.ts';
import { clearSessionCookie, endAnonymity, jarOf, signOut } from '#server/capabilities/accounts/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** The caller waits here; the room opens from here; and here they may say who they are. */
export const load: PageServerLoad = async (event) => {
	const { session, practice } = callerOf(event);
	const call = await callOf(event.locals.app.world, practice, session.account);
	// The page looks again by itself, except while a name is being written.
	const naming = event.url.searchParams.get('name');
	event.setHeaders({ 'cache-control': 'no-store', ...(naming === null && { refresh: '8' }) });
	const line = call && lineOf(call.facts, event.locals.lang);
	return {
		name: session.name,
		answers: line?.name ?? '',
		needsName: naming === 'needed',
		naming: naming !== null,
		...(call && { dossier: call.dossier, person: call.person?.id }),
		...(call?.room && { room: `/${event.locals.lang}/room/${call.dossier}/${call.room}` }),
		state: await formState(event),
	};
};

export const actions: Actions = {
	forward: async (event) => {
		const { session, practice } = callerOf(event);
		const { world } = event.locals.app;
		const call = await callOf(world, practice, session.account);
		let name = '';
		return attempt('identity.comeForward', {
			journal: { kind: 'dossier', id: call?.dossier ?? '' },
			input: (typed) => {
				name = String(typed.name ?? '');
				return { person: call?.person?.id, name: typed.name };
			},
			next: async () => {
				await endAnonymity(world, practice, { session, name: name.trim() });
				return `/${event.locals.lang}/portal`;
			},
		})(event);
	},
	leave: async (event) => {
		const { session, practice } = callerOf(event);
		await signOut(event.locals.app.world, practice, session);
		clearSessionCookie(jarOf(event));
		redirect(303, `/${event.locals.lang}`);
	},
};
