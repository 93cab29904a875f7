import type { RequestEvent } from '@sveltejs/kit';
import { factsOf } from '#server/app/facts.ts';
import { attempt, formState, send, thisDossier } from '#server/app/http.ts';
import { modeAndTool } from '#server/app/views/appointments.ts';
import { openRoom } from '#server/app/views/open-room.ts';
import type { Actions, PageServerLoad } from './$types';

/** One address for both sides: the door, the waiting room, the meeting. */
export const load: PageServerLoad = async (event) => ({ ...(await openRoom(event)), forms: await formState(event) });

const journal = thisDossier;
const idOf = ({ params }: RequestEvent) => params.session ?? '';

/** Once everyone who is expected is in, letting in the last one starts the meeting; what refuses it is on the page. */
async function startWithTheLast(_: unknown, event: RequestEvent): Promise<undefined> {
	const { app, practice } = event.locals;
	const found = await factsOf(app.world, practice?.id ?? '', thisDossier(event));
	const session = found?.facts.dossier.joint.sessions.open[idOf(event)];
	// What was booked in person is said again when it begins: it may turn out to be something else (def-qc-inperson).
	if (session?.state !== 'waiting' || session.planned === 'inPerson') return;
	if (session.admitted.length < session.persons.length) return;
	await send(event, {
		id: app.world.newId(),
		act: 'session.start',
		journal: thisDossier(event),
		input: { id: session.id },
	});
}

/** « Comme la dernière fois » says in so many words where that was: the line must be understood by itself later. */
async function arrived(typed: Record<string, unknown>, event: RequestEvent): Promise<unknown> {
	const found = await factsOf(event.locals.app.world, event.locals.practice?.id ?? '', thisDossier(event));
	const last = typed.place === 'same' ? found?.facts.dossier.of(String(typed.person)).identity.lastPlace : undefined;
	return { alone: 'notSaid', ...typed, ...last, session: idOf(event) };
}

export const actions = {
	arrive: attempt('arrival.declare', { journal, input: arrived }),
	admit: attempt('session.admit', {
		journal,
		input: ({ person, togetherBecause }, event) => ({ id: idOf(event), person, togetherBecause }),
		next: startWithTheLast,
	}),
	word: attempt('codeWord.hear', { journal, input: (typed, event) => ({ ...typed, session: idOf(event) }) }),
	place: attempt('place.waive', { journal, input: (typed, event) => ({ ...typed, session: idOf(event) }) }),
	start: attempt('session.start', {
		journal,
		input: ({ by, togetherBecause }, event) => ({
			id: idOf(event),
			togetherBecause,
			...(by !== undefined && modeAndTool(by, undefined)),
		}),
	}),
	notice: attempt('placeNotice.read', { journal, input: (typed, event) => ({ ...typed, session: idOf(event) }) }),
	/** Somebody is not well: the practitioner goes to where one reaches them, a client reads what to do meanwhile. */
	flag: attempt('distress.flag', {
		journal,
		input: (typed, event) => ({ ...typed, session: idOf(event), id: event.locals.app.world.newId() }),
		next: (_, { locals, params }) =>
			locals.session?.kind === 'member' ? `/${locals.lang}/office/clients/${params.dossier}/distress` : undefined,
	}),
	waive: attempt('duty.waive', { journal }),
	cut: attempt('session.interrupt', { journal, input: (typed, event) => ({ ...typed, id: idOf(event) }) }),
	end: attempt('session.end', {
		journal,
		input: (typed, event) => ({ ...typed, id: idOf(event) }),
		next: (_, { locals, params }) => `/${locals.lang}/office/clients/${params.dossier}/notes?session=${params.session}`,
	}),
} satisfies Actions;
