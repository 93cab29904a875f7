import { formState } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { freeMoments } from '#server/app/views/moments.ts';
import {
	freedPlaces,
	inOrder,
	isKept,
	keptBy,
	type Place,
	placeFrom,
	placeKey,
	waitingFor,
} from '#server/app/views/waiting-list.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { PageServerLoad } from './$types';

/** Who waits for a place, in order, and the places that may be offered; from briefs alone. */
export const load: PageServerLoad = async (event) => {
	const { facts, session, roles } = await openPractice(event, 'waiting', ['practitioner', 'receptionist']);
	const { app, practice, lang } = event.locals;
	const { searchParams } = event.url;
	const id = practice?.id ?? '';
	const now = app.world.now();
	const desk = !roles.includes('practitioner');
	const { account } = session;
	const { levels } = facts.practice.waiting;
	const { members } = facts.practice.practice;
	const waiting = inOrder(await waitingFor(app.world, id, { account, desk }), levels);
	const freed = await freedPlaces(app.world, id, desk ? undefined : account);
	const free = desk ? [] : await freeMoments(app.world, id, { facts, practitioner: account });
	const known = new Set(freed.map(placeKey));
	const places: readonly Place[] = [
		...freed,
		...free.map((m) => ({ practitioner: account, ...m })).filter((p) => !known.has(placeKey(p))),
	].filter((p) => !isKept(p, waiting, now));
	const named = placeFrom(searchParams.get('place'));
	const chosen = named && !isKept(named, waiting, now) ? named : undefined;
	const name = (of: string | undefined): string => members[of ?? '']?.name ?? '';
	return {
		zone: homeZone(facts),
		today: dayOf(now),
		now,
		places: places.map((p) => ({
			key: placeKey(p),
			startsAt: p.startsAt,
			endsAt: p.endsAt,
			freed: known.has(placeKey(p)),
			...(desk && { with: name(p.practitioner) }),
		})),
		...(chosen && { chosen: placeKey(chosen) }),
		until: searchParams.get('until') ?? keptBy(now),
		waiting: waiting.map(({ id: file, label, level, since, reviewOn, modes, of, practitioner, kept }) => ({
			id: file,
			label,
			level: levels.find((l) => l.id === level)?.[lang] ?? level,
			since,
			reviewOn,
			modes,
			with: practitioner === undefined ? undefined : name(practitioner),
			mayOffer: chosen !== undefined && of === chosen.practitioner && !(kept && kept.until > now),
			...(kept && { kept: { until: kept.until, isOver: kept.until <= now } }),
		})),
		maySet: roles.includes('practitioner') || roles.includes('owner'),
		state: await formState(event),
	};
};
