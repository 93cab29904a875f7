import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { refusedPoints } from '#server/app/views/answers.ts';
import { consentsOf, noticesOf } from '#server/app/views/consent.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { Actions, PageServerLoad } from './$types';

/** What each person agreed to, in which versions, by which means. */
export const load: PageServerLoad = async (event) => {
	const { facts, now, bodies } = await openFile(event, 'consent');
	const { lang } = event.locals;
	const persons = consentsOf(facts, { now, lang });
	const refused = await Promise.all(
		persons.map(async ({ id }) => [id, await refusedPoints(facts.dossier.of(id).consent, bodies, lang)] as const),
	);
	return {
		persons,
		refused: Object.fromEntries(refused),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	/** Exactly the versions that were explained: read here, never taken from the browser. */
	record: attempt('consent.record', {
		journal: thisDossier,
		input: async (typed, event) => {
			const { facts } = await openFile(event, 'consent');
			const { explained, sent } = facts.dossier.of(String(typed.person ?? '')).consent;
			const told = Object.entries(explained).filter(([key, { version }]) => sent[key]?.version === version);
			return { ...typed, documents: Object.fromEntries(told.map(([key, { version }]) => [key, version])) };
		},
	}),
	waive: attempt('duty.waive', { journal: thisDossier }),
	withdraw: attempt('consent.withdraw', { journal: thisDossier }),
	/** The notices that were ticked, in their present version. */
	notices: attempt('notice.acknowledge', {
		journal: thisDossier,
		input: async ({ keys, ...typed }, event) => {
			const { facts } = await openFile(event, 'consent');
			const chosen = noticesOf(facts, String(typed.person ?? '')).filter(
				(n) => Array.isArray(keys) && keys.includes(n.key),
			);
			return { ...typed, notices: Object.fromEntries(chosen.map((n) => [n.key, n.version])) };
		},
	}),
	yes: attempt('clause.accept', { journal: thisDossier }),
	agree: attempt('channel.agree', { journal: thisDossier }),
	withdrawChannel: attempt('channel.withdraw', { journal: thisDossier }),
};
