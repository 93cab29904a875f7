import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import { dayOf, type Instant } from '#server/kernel/time.ts';
import { distressWords } from '#words/care.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { helpForPractitioner } from './arrivals.ts';

/** Everyone who was not well while writing, what was done, and how to reach them safely. */
export const distressOf = (facts: Facts, lang: Locale, now: Instant) =>
	beneficiaries(facts.dossier.joint.dossier).flatMap(({ id, name }) => {
		const { care, intake, identity } = facts.dossier.of(id);
		const number = intake.contact?.phone;
		const place =
			identity.lastPlace?.territory ??
			facts.dossier.joint.place.home?.territory ??
			facts.practitioner.practitioner.profile?.territory;
		return Object.entries(care.distress)
			.map(([flag, d]) => ({
				flag,
				person: id,
				name,
				at: d.evidence.at,
				by: d.by,
				from: d.from,
				...(d.thread !== undefined && { thread: d.thread }),
				...(d.session !== undefined && facts.dossier.joint.sessions.open[d.session] && { session: d.session }),
				...(d.answer && { to: d.answer.to, answeredAt: d.answer.evidence.at }),
				...(number !== undefined && { number }),
				help: helpForPractitioner(territoryOf(place), dayOf(now), lang),
			}))
			.sort((a, b) => b.at - a.at);
	});

/** What was done about somebody's distress in that session, for the note that opens prefilled; whose it was stays in their own part. */
export function escalatedIn(facts: Facts, session: string, lang: Locale): string {
	const served = beneficiaries(facts.dossier.joint.dossier);
	const words = distressWords(lang);
	return served
		.flatMap(({ id, name }) =>
			Object.values(facts.dossier.of(id).care.distress)
				.filter((d) => d.session === session && d.answer)
				.map((d) => words.tos(d.answer?.to ?? ''))
				.map((to) => (served.length > 1 ? to : words.happened({ name, to }))),
		)
		.join(' ; ');
}

/** Was somebody not well in that session, with nothing done yet? */
export const waitsFor = (facts: Facts, session: string): boolean =>
	beneficiaries(facts.dossier.joint.dossier).some(({ id }) =>
		Object.values(facts.dossier.of(id).care.distress).some((d) => d.session === session && !d.answer),
	);
