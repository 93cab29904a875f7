import { territoryOf } from '#server/app/documents.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { allForClient } from '#server/law/look-up.ts';
import { planWords } from '#words/plans.ts';
import type { Actions, PageServerLoad } from './$types';

/** Other help: what the practice and the rule pack know for this place, and what was suggested. */
export const load: PageServerLoad = async (event) => {
	const { facts, today } = await openFile(event, 'referral');
	const { lang } = event.locals;
	const { intake, place } = facts.dossier.joint;
	const territory = territoryOf(place.home?.territory ?? facts.practitioner.practitioner.profile?.territory);
	return {
		...(intake.request && { prefers: intake.request.prefers }),
		...(intake.inPerson && { inPerson: { answer: intake.inPerson.answer, at: intake.inPerson.evidence.at } }),
		...(intake.referral && {
			referral: {
				outcome: intake.referral.outcome,
				at: intake.referral.evidence.at,
				...(intake.referral.followUpOn !== undefined && { followUpOn: intake.referral.followUpOn }),
			},
		}),
		alternatives: (facts.practice.practice.terms?.alternatives[territory] ?? []).map((a) => a[lang]),
		helpLines: allForClient('helpLine', territory, today).map((l) =>
			planWords(lang).line({ name: l.name[lang], number: l.number }),
		),
		today,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	offer: attempt('inPerson.offer', { journal: thisDossier }),
	follow: attempt('referral.followUp', { journal: thisDossier }),
	refer: attempt('referral.record', { journal: thisDossier }),
};
