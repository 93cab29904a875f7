import { error, fail, redirect } from '@sveltejs/kit';
import { beginImport, findImport, goOn } from '#server/app/import.ts';
import { openPractice } from '#server/app/view.ts';
import type { Actions, PageServerLoad } from './$types';

const who = ['practitioner'] as const;

/** A list on its way in: how far it is, and what became of each line. */
export const load: PageServerLoad = async (event) => {
	await openPractice(event, 'import', who);
	const id = event.url.searchParams.get('id');
	const state = id ? await findImport(event, id) : undefined;
	if (!id || !state) return {};
	return {
		id,
		done: state.done,
		total: state.files.length,
		report: state.report,
		left: Object.entries(state.left ?? {}),
	};
};

export const actions: Actions = {
	read: async (event) => {
		await openPractice(event, 'import', who);
		const list = (await event.request.formData().catch(() => undefined))?.get('list');
		if (!(list instanceof File) || list.size === 0) return fail(422, { why: 'none' });
		const begun = await beginImport(event, list);
		if (typeof begun === 'string') return fail(422, { why: begun });
		redirect(303, `/${event.locals.lang}/office/clients/import?id=${begun.id}`);
	},
	go: async (event) => {
		await openPractice(event, 'import', who);
		const id = (await event.request.formData()).get('id');
		if (typeof id !== 'string' || !(await findImport(event, id))) error(404);
		await goOn(event, id);
		redirect(303, `/${event.locals.lang}/office/clients/import?id=${id}`);
	},
};
