import { fail, type RequestEvent } from '@sveltejs/kit';
import { type TellingMeans, tellingMeans } from '#server/capabilities/policies/told-facts.ts';
import { isRefusal, refuse } from '#server/kernel/refusal.ts';
import { inputOf, valuesOf } from './form.ts';
import { attemptId, type FormAnswer, refused, send, thisPractice } from './http.ts';
import type { Cannot, Concerned } from './views/announcing.ts';
import { concernedBy } from './views/announcing.ts';

/** What noting a notice for many answers: for how many it is noted, and for whom it is not, with why. */
export interface TellAnswer extends FormAnswer {
	readonly told?: number;
	readonly not?: readonly { readonly name: string; readonly why: Cannot | 'already' | 'unknown' }[];
}

interface Asked {
	readonly who?: string;
	readonly people?: readonly string[];
	readonly means?: string;
	readonly on?: string;
}

const idOf = ({ dossier, person }: Pick<Concerned, 'dossier' | 'person'>): string => `${dossier}.${person}`;

/** Those who can be told so, and those who cannot, each with why. */
export function sorted(all: readonly Concerned[], { who, people = [], means }: Asked) {
	const known = tellingMeans.find((m): m is TellingMeans => m === means);
	const asked = who === 'all' ? all.filter((c) => !c.told).map(idOf) : [...new Set(people)];
	const can: Concerned[] = [];
	const not: { readonly name: string; readonly why: Cannot | 'already' | 'unknown' }[] = [];
	for (const id of asked) {
		const one = all.find((c) => idOf(c) === id);
		const why = !one ? 'unknown' : one.told ? 'already' : known && one.cannot[known];
		if (one && !why) can.push(one);
		else not.push({ name: one?.name ?? '', why: why ?? 'unknown' });
	}
	return { can, not };
}

/** Note, in one act, that a notice of the last material change left for everyone or for those ticked. */
export async function tellMany(event: RequestEvent, key: string, version: number) {
	const form = await event.request.formData();
	const values = valuesOf(form);
	const asked = inputOf(values) as Asked;
	const { app, practice, session } = event.locals;
	const found = await concernedBy(app.world, { practice: practice?.id ?? '', account: session?.account ?? '', key });
	const { can, not } = sorted(
		found.map(({ is }) => is),
		asked,
	);
	const people = can.map(({ dossier, person }) => ({ dossier, person }));
	const id = attemptId(form, 'tell', event);
	const input = { document: key, version, means: asked.means, on: asked.on, people };
	const act = 'change.announce';
	const outcome =
		people.length === 0 && not.length > 0
			? refuse('change.nobody')
			: await send(event, { id, act, journal: thisPractice(event), input });
	if (isRefusal(outcome)) {
		const answer = await refused(event, outcome, { id, act, values, which: 'tell', mending: undefined });
		return fail(answer.status, { ...answer.data, not } satisfies TellAnswer);
	}
	return { form: 'tell', done: 'change.announced', told: people.length, not } satisfies TellAnswer;
}
