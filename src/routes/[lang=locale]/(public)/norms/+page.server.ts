import { dayOf } from '#server/kernel/time.ts';
import { dutiesAt } from '#server/norms/catalogue.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { PageServerLoad } from './$types';
import { sectionOf } from './sections.ts';

/** The duties in force today, by document and section, each with its words in the language of the page. */
export const load: PageServerLoad = ({ params }) => {
	const duties = dutiesAt(dayOf(systemClock.now()));
	const documents = (['OTSTCFQ', 'ATSNB'] as const).map((document) => {
		const ofIt = duties.filter((duty) => duty.edition.document === document);
		const sections = Map.groupBy(ofIt, ({ id }) => sectionOf(id));
		return {
			document,
			count: ofIt.length,
			sections: [...sections].map(([section, list]) => ({
				section,
				duties: list.map(({ id, words }) => ({ id, words: words[params.lang] })),
			})),
		};
	});
	return { documents };
};
