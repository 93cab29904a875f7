import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import { allForClient } from '#server/law/look-up.ts';
import type { Locale } from '#words/i18n.ts';
import { planWords } from '#words/plans.ts';
import { territoryOf } from '../documents.ts';
import { bodyAt } from './bodies.ts';

/** The lines whose words the page shows again: the plans, and whom to call near the person. */
export const planLines = (facts: Facts): readonly (number | undefined)[] =>
	beneficiaries(facts.dossier.joint.dossier).flatMap(({ id }) => {
		const { consent, intake, suitability } = facts.dossier.of(id);
		return [
			consent.plans.emergency?.seq,
			consent.plans.failure?.seq,
			intake.emergencyContact?.seq,
			suitability.answers.safety?.evidence.seq,
		];
	});

type Plan = { readonly details: Readonly<Record<string, string>> };
type Near = { readonly name: string; readonly phone: string; readonly relation: string };

/** Each person's two plans: as they were given, or what the rule pack, the terms and the file already say to start from. */
export function plansOf(
	facts: Facts,
	bodies: ReadonlyMap<number, Entry>,
	{ day, lang }: { readonly day: LocalDate; readonly lang: Locale },
) {
	const territory = territoryOf(
		facts.dossier.joint.place.home?.territory ?? facts.practitioner.practitioner.profile?.territory,
	);
	const known = allForClient('helpLine', territory, day);
	const lines = known
		.filter((l) => l.kind !== 'emergency')
		.map((l) => planWords(lang).line({ name: l.name[lang], number: l.number }));
	const emergencyNumber = known.find((l) => l.kind === 'emergency')?.number;
	const { terms } = facts.practice.practice;
	return {
		territory,
		...(terms && {
			interruption: {
				waitMinutes: terms.interruption.waitMinutes,
				whoCalls: terms.interruption.whoCalls,
				number: terms.interruption.number,
			},
		}),
		persons: beneficiaries(facts.dossier.joint.dossier).map(({ id, name }) => {
			const { consent, intake, suitability, identity } = facts.dossier.of(id);
			const near = bodyAt<Near>(bodies, intake.emergencyContact?.seq, 'emergencyContact.set');
			const safety = bodyAt<{ note: string }>(
				bodies,
				suitability.answers.safety?.evidence.seq,
				'suitability.answered',
			)?.note;
			const town = identity.lastPlace?.town ?? suitability.answers.safety?.town;
			const given = (plan: 'emergency' | 'failure') => {
				const evidence = consent.plans[plan];
				const copy = consent.copies[plan];
				return (
					evidence && {
						at: evidence.at,
						details: bodyAt<Plan>(bodies, evidence.seq, 'plan.given')?.details ?? {},
						version: copy?.version ?? 1,
						...(copy?.had && { had: { way: copy.had.way, at: copy.had.evidence.at } }),
					}
				);
			};
			const [emergency, failure] = [given('emergency'), given('failure')];
			return {
				id,
				name,
				...(emergency && { emergency }),
				...(failure && { failure }),
				...(intake.contact?.phone !== undefined && {
					number: { phone: intake.contact.phone, verified: intake.verified.phone !== undefined },
				}),
				start: {
					lines,
					...(emergencyNumber !== undefined && { emergencyNumber }),
					...(town !== undefined && { town }),
					...(near && { near: planWords(lang).line({ name: `${near.name} (${near.relation})`, number: near.phone }) }),
					...(safety !== undefined && { safety }),
					...(intake.contact?.phone !== undefined && { phone: intake.contact.phone }),
				},
			};
		}),
	};
}
