import { fail, redirect } from '@sveltejs/kit';
import { readFirstRun, setupCode } from '#server/app/first-run.ts';
import { inputOf, valuesOf } from '#server/app/form.ts';
import { createPractice } from '#server/app/practices.ts';
import { jarOf, openSession, setSessionCookie } from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { fieldWords } from '#words/fields.ts';
import { refusalText } from '#words/refusals.ts';
import { setup } from '#words/setup.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only before the first practice exists. */
export const load: PageServerLoad = async ({ locals }) => {
	if (locals.practice) redirect(303, `/${locals.lang}`);
	return { needsCode: (await setupCode(locals.app)) !== undefined };
};

export const actions: Actions = {
	create: async (event) => {
		const { locals } = event;
		const { app, lang } = locals;
		if (locals.practice) redirect(303, `/${lang}`);
		const data = await event.request.formData();
		const values = valuesOf(data);
		const code = await setupCode(app);
		if (code !== undefined && values.code !== code)
			return fail(403, { values, fields: { code: setup(lang).wrongCode } });
		const first = readFirstRun(inputOf(values), lang);
		if ('fields' in first)
			return fail(422, {
				values,
				fields: Object.fromEntries(Object.entries(first.fields).map(([k, v]) => [k, fieldWords(lang, v)])),
			});
		const made = await createPractice(app.world, first);
		if (isRefusal(made)) return fail(422, { values, fields: { email: refusalText(lang, made.code).title } });
		const opened = await openSession(app.world, made.practice, {
			account: made.account,
			assurance: 'none',
			began: 'created',
			agent: event.request.headers.get('user-agent') ?? '',
		});
		if (!isRefusal(opened)) setSessionCookie(jarOf(event), opened);
		redirect(303, `/${lang}/account/factors?back=/${lang}/office`);
	},
};
