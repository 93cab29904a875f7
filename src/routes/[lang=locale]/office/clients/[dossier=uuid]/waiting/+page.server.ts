import { error, type RequestEvent } from '@sveltejs/kit';
import { factsOf } from '#server/app/facts.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { openDossier } from '#server/app/view.ts';
import { bodiesOf } from '#server/app/views/bodies.ts';
import { interpreted } from '#server/app/views/context.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { freeMoments } from '#server/app/views/moments.ts';
import { toldOf, waitInOffice, waitLines } from '#server/app/views/wait.ts';
import { freedPlaces, isKept, keptBy, placeFrom, placeKey, waitingFor } from '#server/app/views/waiting-list.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries, responsibleOf } from '#server/kernel/dossier.ts';
import { MINUTE } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** The wait of one file: what was told, when it is looked at again, the place that may be offered. The desk sees names and times. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'waiting');
	if (session.kind !== 'member') error(404);
	const { app, practice, lang } = event.locals;
	const desk = reach === 'desk';
	const place = { practice: practice?.id ?? '', dossier: event.params.dossier };
	const bodies = desk ? new Map() : await bodiesOf(app.world, { ...place, parts: reach, seqs: waitLines(facts) });
	const { joint } = facts.dossier;
	return {
		...waitInOffice(facts, { now: app.world.now(), lang }),
		told: toldOf(facts, bodies),
		zone: homeZone(facts),
		keep: keptBy(app.world.now()),
		interpreterFor: desk ? [] : interpreted(facts),
		letters: desk ? [] : beneficiaries(joint.dossier).map(({ id, name }) => ({ id, name })),
		places: joint.waiting.wait ? await placesFor(event, facts, session.account, desk) : [],
		chosen: event.url.searchParams.get('place') ?? undefined,
		forms: await formState(event),
	};
};

/** Those that came free, then the free moments of the practitioner's hours; none that is kept for another file. */
async function placesFor({ locals, params }: RequestEvent, facts: Facts, account: string, desk: boolean) {
	const { world } = locals.app;
	const practice = locals.practice?.id ?? '';
	const practitioner = responsibleOf(facts.dossier.joint.dossier) ?? '';
	const others = (await waitingFor(world, practice, { account, desk })).filter((w) => w.id !== params.dossier);
	const freed = await freedPlaces(world, practice, practitioner);
	const free = (await freeMoments(world, practice, { facts, practitioner })).map((m) => ({ practitioner, ...m }));
	const known = new Set(freed.map(placeKey));
	return [...freed, ...free.filter((p) => !known.has(placeKey(p)))]
		.filter((p) => !isKept(p, others, world.now()))
		.map((p) => ({ key: placeKey(p), startsAt: p.startsAt, endsAt: p.endsAt, freed: known.has(placeKey(p)) }));
}

const journal = thisDossier;

/** One press: the place, and the last day on which it is kept; who meets whom, and how, is known. */
async function offered({ place: key, until, ...said }: Record<string, unknown>, event: RequestEvent) {
	const { world } = event.locals.app;
	const found = await factsOf(world, event.locals.practice?.id ?? '', thisDossier(event));
	const place = placeFrom(key);
	if (!found) error(404);
	const { facts } = found;
	const { dossier, waiting } = facts.dossier.joint;
	const zone = homeZone(facts);
	const remote = waiting.wait?.modes.filter((m) => m !== 'inPerson') ?? [];
	return {
		...said,
		purpose: dossier.state === 'accepted' ? 'service' : 'initialInterview',
		practitioner: place?.practitioner,
		persons: beneficiaries(dossier).map((p) => p.id),
		zone,
		modes: remote.length > 0 ? remote : ['telephone'],
		inPerson: facts.practitioner.practitioner.profile?.office === true,
		slots: place ? [{ id: world.newId(), startsAt: place.startsAt, endsAt: place.endsAt }] : [],
		keptUntil: Math.min(endOf(until, zone), place?.startsAt ?? Number.POSITIVE_INFINITY),
	};
}

/** The last minute of a day where the practitioner is; no number when it is no day. */
function endOf(day: unknown, zone: string): number {
	try {
		return Temporal.PlainDate.from(String(day)).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - MINUTE;
	} catch {
		return Number.NaN;
	}
}

export const actions = {
	enter: attempt('waiting.enter', { journal }),
	review: attempt('waiting.review', { journal }),
	end: attempt('waiting.end', { journal }),
	offer: attempt('slots.offer', { journal, input: offered }),
	decline: attempt('slots.decline', { journal }),
} satisfies Actions;
