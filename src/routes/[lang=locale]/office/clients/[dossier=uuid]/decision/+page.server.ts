import type { RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { Done } from '#server/journal/perform.ts';
import type { Actions, PageServerLoad } from './$types';

/** The answer to the request. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openFile(event, 'decision');
	const { intake } = facts.dossier.joint;
	return {
		...(intake.referral && { referredAt: intake.referral.evidence.at }),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

const overview = (_: Done, { locals, params }: RequestEvent) => `/${locals.lang}/office/clients/${params.dossier}`;

export const actions: Actions = {
	accept: attempt('client.accept', { journal: thisDossier, next: overview }),
	decline: attempt('client.decline', { journal: thisDossier, next: overview }),
	/** What ended asks for its summary, unless it is signed already. */
	close: attempt('dossier.close', { journal: thisDossier, next: (done, event) => `${overview(done, event)}/closing` }),
	waive: attempt('duty.waive', { journal: thisDossier }),
};
