import { error, type RequestEvent } from '@sveltejs/kit';
import { factsOf } from '#server/app/facts.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { openDossier } from '#server/app/view.ts';
import { appointmentsOf, modeAndTool, toolFor } from '#server/app/views/appointments.ts';
import { MINUTE } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is agreed, and what it takes to book, move, cancel and open; the desk sees names and times. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'appointments');
	if (session.kind !== 'member') error(404);
	const { world } = event.locals.app;
	const view = appointmentsOf(facts, { now: world.now(), desk: reach === 'desk', lang: event.locals.lang });
	return { ...view, newId: world.newId(), forms: await formState(event) };
};

const journal = thisDossier;

/** The end is told as a length. */
const until = (typed: Record<string, unknown>) => {
	const { length, ...rest } = typed;
	return { ...rest, endsAt: Number(typed.startsAt) + Number(length ?? Number.NaN) * MINUTE };
};

const toRoom = (session: unknown, { locals, params }: RequestEvent): string =>
	`/${locals.lang}/room/${params.dossier}/${String(session)}`;

/** From where the practitioner works: their own place, until they say another. */
async function fromHere(event: RequestEvent) {
	const found = await factsOf(event.locals.app.world, event.locals.practice?.id ?? '', thisDossier(event));
	if (!found) error(404);
	const { territory } = found.facts.practitioner.practitioner.profile ?? {};
	return { facts: found.facts, ...(territory !== undefined && { practitionerTerritory: territory }) };
}

const opened = (done: { readonly entries: readonly { readonly data: unknown }[] }, event: RequestEvent) =>
	toRoom((done.entries.at(-1)?.data as { id?: string } | undefined)?.id, event);

export const actions = {
	book: attempt('appointment.book', { journal, input: until }),
	notice: attempt('placeNotice.read', { journal }),
	move: attempt('appointment.move', { journal, input: until }),
	cancel: attempt('appointment.cancel', { journal }),
	/** The room of an appointment: everything it needs was said when it was booked. */
	open: attempt('session.open', {
		journal,
		input: async ({ id, appointment }, event) => {
			const { facts, ...here } = await fromHere(event);
			const a = facts.dossier.joint.scheduling.appointments[String(appointment)];
			return (
				a && {
					id,
					appointment: a.id,
					purpose: a.purpose,
					mode: a.mode,
					persons: a.persons,
					tool: toolFor(facts, a.mode),
					...here,
				}
			);
		},
		next: opened,
	}),
	now: attempt('session.open', {
		journal,
		input: async ({ by, otherTool, ...typed }, event) => {
			const { facts: _, ...here } = await fromHere(event);
			return { ...typed, ...modeAndTool(by, otherTool), ...here };
		},
		next: opened,
	}),
} satisfies Actions;
