import { valuesOf } from '#server/app/form.ts';
import { attempt, type FormAnswer, formState } from '#server/app/http.ts';
import { notedRequest, receivers } from '#server/app/request-form.ts';
import { openPractice } from '#server/app/view.ts';
import { clientKinds } from '#server/kernel/dossier.ts';
import { isId } from '#server/kernel/journal.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST = 12;

/** A request that came by telephone, in person or by another service; whoever answers may write it down. */
export const load: PageServerLoad = async (event) => {
	const { facts, session } = await openPractice(event, 'new request', ['practitioner', 'receptionist', 'owner']);
	const { newId } = event.locals.app.world;
	return {
		practitioners: receivers(facts),
		mine: session.account,
		kinds: clientKinds,
		territory: facts.practice.practice.profile?.territory ?? 'QC',
		dossier: newId(),
		ids: Array.from({ length: MOST }, () => newId()),
		state: await formState(event),
	};
};

export const actions: Actions = {
	send: async (event) => {
		let dossier = '';
		return attempt('request.receive', {
			journal: (_, typed) => {
				dossier =
					typeof typed.dossier === 'string' && isId(typed.dossier) ? typed.dossier : event.locals.app.world.newId();
				return { kind: 'dossier', id: dossier };
			},
			input: notedRequest,
			next: (_, { locals }) => `/${locals.lang}/office/clients/${dossier}`,
		})(event);
	},
	/** One more person, with what was typed already. */
	more: async ({ request }): Promise<FormAnswer> => {
		const values = valuesOf(await request.formData());
		return { form: 'send', values: { ...values, many: String(Math.min(MOST, Number(values.many ?? 1) + 1)) } };
	},
};
