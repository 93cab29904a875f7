import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { authorisationsOf, numbersOf, offeredLines, registerOf } from '#server/app/views/disclosure.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Actions, PageServerLoad } from './$types';

/** What may leave this file, on which ground, and what left. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'disclose');
	const { lang } = event.locals;
	return {
		numbers: numbersOf(file, lang),
		persons: present(file.facts.dossier.joint.dossier).map(({ id, name }) => ({ id, name })),
		authorisations: await authorisationsOf(file),
		lines: await offeredLines(file, lang),
		register: await registerOf(file),
		today: file.today,
		zone: homeZone(file.facts),
		state: await formState(event),
	};
};

/** A sheet to print opens at once where words of the file leave. */
const toSheet = ({ entries }: { readonly entries: readonly { seq: number; data: unknown }[] }, path: string) => {
	const [told] = entries;
	const { lines = [] } = (told?.data ?? {}) as { lines?: readonly number[] };
	return told && lines.length > 0 ? `${path}/${told.seq}` : undefined;
};

export const actions: Actions = {
	authorise: attempt('authorisation.give', { journal: thisDossier }),
	revoke: attempt('authorisation.revoke', { journal: thisDossier }),
	disclose: attempt('record.disclose', {
		journal: thisDossier,
		next: (done, { locals, params }) => toSheet(done, `/${locals.lang}/office/clients/${params.dossier}/disclose`),
	}),
	note: attempt('disclosure.note', { journal: thisDossier }),
	complete: attempt('disclosure.complete', { journal: thisDossier }),
};
