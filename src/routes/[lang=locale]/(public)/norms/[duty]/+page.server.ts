import { error } from '@sveltejs/kit';
import { dayOf } from '#server/kernel/time.ts';
import { dutiesAt, editions } from '#server/norms/catalogue.ts';
import { systemClock } from '#server/platform/clock.ts';
import { sectionOf } from '../sections.ts';
import type { PageServerLoad } from './$types';

/** One duty: its words, whence it comes, whom it binds, what the software does about it. */
export const load: PageServerLoad = ({ params }) => {
	const inForce = dutiesAt(dayOf(systemClock.now()));
	const duty = inForce.find(({ id }) => id === params.duty);
	if (!duty) error(404);
	const { id, words, who, strength, kind, stages, basis, applies, edition, limit, overlaps } = duty;
	return {
		duty: { id, words: words[params.lang], who, strength, kind, stages, basis, document: edition.document },
		section: sectionOf(id),
		place: duty.section,
		elsewhere: applies.clientPlace === 'elsewhere',
		edition: editions[edition.document].why[params.lang],
		limit: limit?.[params.lang],
		same: inForce
			.filter((other) => overlaps.includes(other.id))
			.map((other) => ({ id: other.id, words: other.words[params.lang] })),
	};
};
