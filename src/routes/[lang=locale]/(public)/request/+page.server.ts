import { error, type RequestEvent } from '@sveltejs/kit';
import { factsOf } from '#server/app/facts.ts';
import { valuesOf } from '#server/app/form.ts';
import { attempt, type FormAnswer, formState } from '#server/app/http.ts';
import {
	askers,
	isAsker,
	personsOfSort,
	publicRequest,
	receivers,
	tooManyRequests,
	unanswerable,
} from '#server/app/request-form.ts';
import { isId } from '#server/kernel/journal.ts';
import { receivedWords } from '#words/intake.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST = 12;

/** First for whom, then the form with as many persons as that asks; the practice is known by its host alone. */
export const load: PageServerLoad = async (event) => {
	const { app, practice } = event.locals;
	const found = practice && (await factsOf(app.world, practice.id, { kind: 'practice', id: practice.id }));
	const who = event.url.searchParams.get('who') ?? undefined;
	return {
		sorts: askers,
		...(isAsker(who) && { who, first: personsOfSort(who) }),
		practitioners: found ? receivers(found.facts) : [],
		phone: found?.facts.practice.practice.profile?.phone ?? '',
		dossier: app.world.newId(),
		bodyId: app.world.newId(),
		ids: Array.from({ length: MOST }, () => app.world.newId()),
		state: await formState(event),
	};
};

/** A request is the same whoever sends it: somebody who is signed in asks as anybody does. */
const asAnybody = (event: RequestEvent): RequestEvent =>
	Object.create(event, { locals: { value: { ...event.locals, session: undefined } } }) as RequestEvent;

export const actions: Actions = {
	send: async (event) => {
		let dossier = '';
		return attempt('request.receive', {
			journal: (_, typed) => {
				dossier =
					typeof typed.dossier === 'string' && isId(typed.dossier) ? typed.dossier : event.locals.app.world.newId();
				return { kind: 'dossier', id: dossier };
			},
			input: async (typed, { locals, getClientAddress }) => {
				const { app, practice } = locals;
				const found = practice && (await factsOf(app.world, practice.id, { kind: 'practice', id: practice.id }));
				if (!practice || !found) error(404);
				// The answer page itself says that technology is used, and how (nb-6-g).
				const request = { ...publicRequest(typed), told: receivedWords(locals.lang).techMeans };
				return (
					unanswerable(request, found.facts) ??
					(await tooManyRequests(app.world, practice.id, getClientAddress())) ??
					request
				);
			},
			next: (_, sent) => `/${sent.locals.lang}/request/received`,
		})(asAnybody(event));
	},
	/** One more person, with what was typed already. */
	more: async ({ request }): Promise<FormAnswer> => {
		const values = valuesOf(await request.formData());
		return { form: 'send', values: { ...values, many: String(Math.min(MOST, Number(values.many ?? 1) + 1)) } };
	},
};
