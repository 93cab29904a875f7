import type { RequestEvent } from '@sveltejs/kit';
import { send, thisDossier } from '#server/app/http.ts';
import { frameOf, type OpenPortal, openPortal } from '#server/app/views/portal.ts';
import { planTexts } from '#server/app/views/portal-plans.ts';
import type { PageServerLoad } from './$types';

/** One's plans in the version in force; opened here by the person, they have reached them. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'plans');
	await reached(event, open);
	return { frame: frameOf(open), plans: await planTexts(open) };
};

/** Written down once for each version, when the person, or who represents them, opens it. */
async function reached(event: RequestEvent, { own, who, world }: OpenPortal): Promise<void> {
	for (const plan of ['emergency', 'failure'] as const) {
		const copy = own.consent.copies[plan];
		if (!copy || copy.had) continue;
		await send(event, {
			id: world.newId(),
			act: 'plan.deliver',
			journal: thisDossier(event),
			input: { person: who.id, plan, version: copy.version, channel: 'portal' },
		});
	}
}
