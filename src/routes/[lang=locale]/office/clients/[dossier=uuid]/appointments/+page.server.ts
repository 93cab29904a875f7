import { error, type RequestEvent } from '@sveltejs/kit';
import { factsOf } from '#server/app/facts.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { openDossier } from '#server/app/view.ts';
import { saidNoTo } from '#server/app/views/answers.ts';
import { appointmentsOf, modeAndTool, toolFor } from '#server/app/views/appointments.ts';
import { interpreted } from '#server/app/views/context.ts';
import { freeMoments } from '#server/app/views/moments.ts';
import { MINUTE } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is agreed, and what it takes to book, move, cancel and open; the desk sees names and times. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'appointments');
	if (session.kind !== 'member') error(404);
	const { app, practice } = event.locals;
	const { world } = app;
	const view = appointmentsOf(facts, { now: world.now(), desk: reach === 'desk', lang: event.locals.lang });
	const { practitioner } = view;
	const free = reach === 'desk' ? [] : await freeMoments(world, practice?.id ?? '', { facts, practitioner });
	const alone = event.url.searchParams.get('who');
	const mode = event.url.searchParams.get('mode') ?? undefined;
	return {
		...view,
		/** Each with the id of the appointment it may become. */
		moments: free.map((m) => ({ id: world.newId(), ...m })),
		/** Known to whoever cares for them; at the desk, the booking itself says when a name is missing. */
		interpreterFor: reach === 'desk' ? [] : interpreted(facts),
		saidNo: reach === 'desk' ? {} : saidNoTo(facts),
		...(mode !== undefined && { mode }),
		/** Somebody who is to be reached alone: nobody else is invited along. */
		alone: alone ?? undefined,
		newId: world.newId(),
		forms: await formState(event),
	};
};

/** Each box ticked is « id:start:end », as the page made it. */
const offered = async ({ slots = [], modes = [], ...typed }: Record<string, unknown>, event: RequestEvent) => {
	const { facts } = await fromHere(event);
	return {
		...typed,
		modes: [modes].flat(),
		inPerson: facts.practitioner.practitioner.profile?.office === true,
		slots: [slots].flat().map((slot) => {
			const [id = '', startsAt, endsAt] = String(slot).split(':');
			return { id, startsAt: Number(startsAt), endsAt: Number(endsAt) };
		}),
	};
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
	offer: attempt('slots.offer', { journal, input: offered }),
	series: attempt('series.book', { journal, input: until }),
	miss: attempt('appointment.miss', { journal }),
	move: attempt('appointment.move', { journal, input: until }),
	cancel: attempt('appointment.cancel', { journal }),
	interpreter: attempt('interpreter.name', { journal }),
	apply: attempt('missedFee.apply', { journal }),
	letGo: attempt('missedFee.waive', { journal }),
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
