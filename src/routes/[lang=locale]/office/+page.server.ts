import type { RequestEvent } from '@sveltejs/kit';
import { type Listed, listDossiers } from '#server/app/lists.ts';
import { openPractice } from '#server/app/view.ts';
import { absenceSoon } from '#server/app/views/absences.ts';
import { askingAtDesk, askingOf, withContacts } from '#server/app/views/asking.ts';
import { backupTasks } from '#server/app/views/backups.ts';
import { handsFor } from '#server/app/views/countersigning.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openIncidents } from '#server/app/views/incidents.ts';
import { lentToday } from '#server/app/views/lending.ts';
import { ownTasks } from '#server/app/views/own-tasks.ts';
import {
	agendaOf,
	dayAround,
	dueOf,
	isWaiting,
	type Meeting,
	missingOf,
	nowOf,
	permitEnding,
	stepsOf,
} from '#server/app/views/today.ts';
import { freedPlaces, isKept, waitingFor, waitingOf } from '#server/app/views/waiting-list.ts';
import { emergenciesOf } from '#server/app/views/web-search.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { PageServerLoad } from './$types';

type Members = Readonly<Record<string, { readonly name: string }>>;
type ShownMeeting = Pick<Meeting, 'id' | 'label' | 'startsAt' | 'endsAt'> &
	Partial<Meeting> & { readonly with?: string };

/** What do I do now: the people who wait, the day, what is left to write; from briefs alone. */
export const load: PageServerLoad = async (event) => {
	const { facts, session, roles } = await openPractice(event, 'today');
	const { app, lang, practice } = event.locals;
	const id = practice?.id ?? '';
	const now = app.world.now();
	const zone = homeZone(facts);
	const meets = roles.includes('practitioner');
	const mine = meets ? { practitioner: session.account } : {};
	const answers = roles.includes('owner') || roles.includes('privacyOfficer');
	const desk = !meets && roles.includes('receptionist');
	const meetings = meets || desk ? await agendaOf(app.world, id, { ...dayAround(now, zone), ...mine }) : [];
	const briefs = meets ? await listDossiers(app.world, id, session.account) : [];
	const supervised = meets ? await listDossiers(app.world, id, session.account, 'supervisor') : [];
	const steps = meets || roles.includes('owner') ? stepsOf(facts, { clients: briefs.length, day: dayOf(now) }) : [];
	const members = facts.practice.practice.members;
	const rooms = briefs
		.filter((b) => b.room)
		.map((b) => ({ dossier: b.id, label: b.label, ...b.room, waits: isWaiting(b) }));
	const waiting = meets || desk ? await waitingNow(event, { account: session.account, desk, briefs }) : undefined;
	const asked = desk ? await askingAtDesk(app.world, id) : [];
	return {
		desk,
		meets,
		zone,
		at: now,
		first: nowOf({ asking: desk ? asked : askingOf(briefs), briefs, meetings, steps, now }),
		asking: await withContacts(event, askingOf(briefs)),
		deskAsking: asked.map(({ label, since, practitioner }) => ({
			label,
			since,
			with: members[practitioner]?.name ?? '',
		})),
		rooms: rooms.sort((a, b) => Number(b.waits) - Number(a.waits)),
		meetings: meetings.map((m) => (desk ? deskMeeting(m, members) : ownMeeting(m))),
		notes: briefs.filter((b) => b.notesDue > 0).map(({ id, label, notesDue }) => ({ id, label, count: notesDue })),
		hands: handsFor([...briefs, ...supervised], session.account),
		summaries: briefs.flatMap(({ id, label, summaryBy }) => (summaryBy === undefined ? [] : [{ id, label, count: 1 }])),
		questions: briefs
			.filter((b) => b.questions > 0)
			.map(({ id, label, questions }) => ({ id, label, count: questions })),
		waiting,
		undecided: briefs.flatMap(({ id, label, undecided = 0 }) =>
			undecided > 0 ? [{ id, label, count: undecided }] : [],
		),
		due: dueOf(briefs, { lang, now }),
		emergencies: roles.includes('privacyOfficer')
			? emergenciesOf(facts).filter(({ seenAt }) => seenAt === undefined).length
			: 0,
		tasks: [
			...(roles.includes('owner') && !practice?.demo
				? await backupTasks(app.backups, { recovery: facts.practice.recovery, now, lang })
				: []),
			...(meets || answers ? ownTasks(facts, { now, lang, roles }) : []),
		],
		incidents: answers ? openIncidents(facts, now) : [],
		lent: lentToday(briefs, facts, now),
		missing: missingOf(briefs, lang),
		away: meets ? absenceSoon(facts, now) : undefined,
		permitEnds: meets ? permitEnding(facts, now) : undefined,
		steps: steps.some((s) => !s.done) ? steps : [],
	};
};

interface Looks {
	readonly account: string;
	readonly desk: boolean;
	readonly briefs: readonly Listed[];
}

/** How many wait for a place, and how many places came free for them. */
async function waitingNow({ locals }: RequestEvent, { account, desk, briefs }: Looks) {
	const { world } = locals.app;
	const practice = locals.practice?.id ?? '';
	const waiting = desk ? await waitingFor(world, practice, { account, desk }) : waitingOf(briefs, account);
	if (waiting.length === 0) return undefined;
	const freed = await freedPlaces(world, practice, desk ? undefined : account);
	return { count: waiting.length, freed: freed.filter((p) => !isKept(p, waiting, world.now())).length };
}

const ownMeeting = ({ practitioner: _, ...meeting }: Meeting): ShownMeeting => meeting;

/** The desk sees names and times, and who meets whom: not why, not by which means, and no way to the file. */
const deskMeeting = ({ id, label, startsAt, endsAt, practitioner = '' }: Meeting, members: Members): ShownMeeting => ({
	id,
	label,
	startsAt,
	endsAt,
	with: members[practitioner]?.name ?? '',
});
