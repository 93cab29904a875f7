import { attempt, formState, myJournal } from '#server/app/http.ts';
import { absencesOf } from '#server/app/views/absences.ts';
import { permitsOf } from '#server/app/views/me.ts';
import { openMyLife } from '#server/app/views/my-life.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who I am, and the three pages of what I may do, with which means, and where. */
export const load: PageServerLoad = async (event) => {
	const { facts, known, now, today, zone } = await openMyLife(event, 'me');
	const { profile, channels } = facts.practitioner.practitioner;
	const { evidence: _, ...shown } = profile ?? { evidence: undefined };
	const house = facts.practice.practice.profile;
	return {
		known,
		profile: profile ? shown : undefined,
		...(house && { house: { territory: house.territory, address: house.address, phone: house.phone } }),
		name: event.locals.session?.name ?? '',
		permit: permitsOf(facts, today).find((p) => p.state === 'inForce'),
		channels: Object.keys(channels),
		checked: Object.keys(facts.practitioner.jurisdiction.checks),
		absence: absencesOf(facts, now)[0]?.from,
		zone,
		state: await formState(event),
	};
};

const withOffice = (typed: Readonly<Record<string, unknown>>): unknown => ({ office: false, ...typed });

export const actions: Actions = {
	/** Somebody who joined a practice opens their own practice life here. */
	register: attempt('practitioner.register', { journal: myJournal, input: withOffice }),
	describe: attempt('practitioner.describe', { journal: myJournal, input: withOffice }),
};
