import { attempt, type FormState, formState, myJournal } from '#server/app/http.ts';
import { findPending } from '#server/app/pending.ts';
import { askedOf, channelsOf } from '#server/app/views/me.ts';
import { openMyLife } from '#server/app/views/my-life.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Each way to talk: what is on record for it, what is missing before it is opened, and how to mend it here. */
export const load: PageServerLoad = async (event) => {
	const { facts, now, zone } = await openMyLife(event, 'channels');
	const state = await formState(event);
	const resumed = await channelBeingOpened(event, state);
	return {
		channels: channelsOf(facts, { now, lang: event.locals.lang }, resumed),
		asked: askedOf(facts),
		resumed,
		waiveUntil: dayOf(now + 90 * DAY),
		zone,
		state,
	};
};

/** A reason holds to the end of its day. */
const endOf = (day: unknown): number => Date.parse(`${String(day)}T23:59:59Z`);

/** The channel that somebody was opening when they were sent to mend what it lacked, here or on another page. */
async function channelBeingOpened(
	{ locals, url }: RequestEvent,
	{ form, mending }: FormState,
): Promise<string | undefined> {
	const { app, practice, session } = locals;
	const waiting =
		mending && practice && session && (await findPending(app.world, practice.id, session.account, mending));
	const name = form ?? (waiting && waiting.path === url.pathname ? waiting.form : undefined);
	return name?.startsWith('enable:') ? name.slice('enable:'.length) : undefined;
}

export const actions: Actions = {
	train: attempt('training.record', { journal: myJournal, input: (typed) => ({ proof: false, ...typed }) }),
	plan: attempt('training.plan', { journal: myJournal }),
	drill: attempt('drill.pass', { journal: myJournal, input: (typed) => ({ steps: [], ...typed }) }),
	risks: attempt('risk.read', { journal: myJournal }),
	enable: attempt('channel.enable', { journal: myJournal }),
	disable: attempt('channel.disable', { journal: myJournal }),
	waive: attempt('practitioner.waive', {
		journal: myJournal,
		input: ({ duty, reason, day }) => ({ duty, reason, until: endOf(day) }),
	}),
};
