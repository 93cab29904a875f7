import { accountZone } from '#server/app/views/home-zone.ts';
import { listSessions, revokeOtherSessions, revokeSession } from '#server/capabilities/accounts/index.ts';
import { notYet, text } from '../../sign-in/door.server.ts';
import type { DoorAnswer } from '../../sign-in/door.ts';
import { me } from '../me.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, practice } = me(event);
	const { world } = event.locals.app;
	return {
		devices: await listSessions(world, practice, session),
		zone: await accountZone(world, practice, session),
	};
};

export const actions: Actions = {
	end: async (event) => {
		const { session, practice } = me(event);
		const id = text(await event.request.formData(), 'id');
		await revokeSession(event.locals.app.world, practice, { mine: session, id });
		return { form: 'end', done: 'end' } satisfies DoorAnswer;
	},
	others: async (event) => {
		const { session, practice } = me(event);
		const ended = await revokeOtherSessions(event.locals.app.world, practice, session);
		return typeof ended === 'number'
			? ({ form: 'others', done: 'end' } satisfies DoorAnswer)
			: notYet(event, 'others', ended);
	},
};
