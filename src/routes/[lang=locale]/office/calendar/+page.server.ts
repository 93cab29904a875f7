import { newFeed } from '#server/app/feed.ts';
import { attempt, formState, myJournal } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { agendaOf } from '#server/app/views/today.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

const AHEAD = 14;

/** The next two weeks, and the hours from which moments are offered. */
export const load: PageServerLoad = async (event) => {
	const { facts, session } = await openPractice(event, 'calendar', ['practitioner']);
	const { app, practice } = event.locals;
	const now = app.world.now();
	const span = { from: now, to: now + AHEAD * DAY, practitioner: session.account };
	const meetings = await agendaOf(app.world, practice?.id ?? '', span);
	const { week, days } = facts.practitioner.availability;
	return {
		zone: week?.zone ?? homeZone(facts),
		meetings: meetings.map(({ id, dossier, label, startsAt, endsAt }) => ({ id, dossier, label, startsAt, endsAt })),
		minutes: week?.minutes ?? 60,
		hours: (week?.hours ?? []).map(({ day, from, to }) => ({ day, from, to })),
		days: Object.entries(days)
			.filter(([day]) => day >= dayOf(now))
			.toSorted(([a], [b]) => a.localeCompare(b))
			.map(([day, hours]) => ({ day, hours: hours.map(({ from, to }) => ({ from, to })) })),
		feedSince: facts.practitioner.availability.feed?.evidence.at,
		state: await formState(event),
	};
};

const listed = (value: unknown): readonly Record<string, string>[] =>
	Object.values((value ?? {}) as Readonly<Record<string, Record<string, string>>>);

/** A stretch left empty is not sent; one that is half filled in is told. */
const week = ({ hours, ...typed }: Record<string, unknown>): unknown => ({
	...typed,
	hours: Object.entries((hours ?? {}) as Readonly<Record<string, Record<string, string>>>).map(([key, span]) => ({
		day: Number(key.charAt(0)),
		...span,
	})),
});
const day = ({ hours, ...typed }: Record<string, unknown>): unknown => ({ ...typed, hours: listed(hours) });

export const actions: Actions = {
	week: attempt('availability.set', { journal: myJournal, input: week }),
	except: attempt('availability.except', { journal: myJournal, input: day }),
	/** The address is shown once, and never again. */
	feed: async (event) => {
		const { token, digest } = newFeed();
		const answer = await attempt('feed.open', { journal: myJournal, input: () => ({ digest }) })(event);
		const { session, lang } = event.locals;
		return 'done' in answer
			? { ...answer, address: `${event.url.origin}/feed/${session?.account}/${token}?lang=${lang}` }
			: answer;
	},
	closeFeed: attempt('feed.close', { journal: myJournal, input: () => ({}) }),
};
