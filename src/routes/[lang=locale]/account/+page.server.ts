import { accountOf, changeProfile } from '#server/capabilities/accounts/index.ts';
import { notYet, text } from '../sign-in/door.server.ts';
import type { DoorAnswer } from '../sign-in/door.ts';
import type { Actions, PageServerLoad } from './$types';
import { me } from './me.server.ts';

export const load: PageServerLoad = async (event) => {
	const { session, practice } = me(event);
	const account = await accountOf(event.locals.app.world, practice, session.account);
	return { name: account?.name, language: account?.language, email: account?.email };
};

export const actions: Actions = {
	me: async (event) => {
		const { session, practice } = me(event);
		const form = await event.request.formData();
		const values = { name: text(form, 'name'), language: text(form, 'language') };
		const refusal = await changeProfile(event.locals.app.world, practice, { session, ...values });
		return refusal ? notYet(event, 'me', refusal, values) : ({ form: 'me', done: 'me' } satisfies DoorAnswer);
	},
};
