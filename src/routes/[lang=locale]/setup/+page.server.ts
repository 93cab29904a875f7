import { error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { noPracticeYet, readFirstRun, setupCode } from '#server/app/first-run.ts';
import { inputOf, valuesOf } from '#server/app/form.ts';
import { createPractice } from '#server/app/practices.ts';
import { demoOrigin } from '#server/app/world.ts';
import { jarOf, openSession, setSessionCookie } from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { fieldWords } from '#words/fields.ts';
import { refusalText } from '#words/refusals.ts';
import { setup } from '#words/setup.ts';
import { visitorOf } from '../sign-in/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only before the first practice exists: on its own host it is shown, on a host that is nobody's there is no page. */
async function beforeAnyPractice({ locals }: Pick<RequestEvent, 'locals'>): Promise<void> {
	if (await noPracticeYet(locals.app)) return;
	if (locals.practice) redirect(303, `/${locals.lang}`);
	error(404);
}

export const load: PageServerLoad = async (event) => {
	await beforeAnyPractice(event);
	const { app, lang } = event.locals;
	const { origin, hostname } = new URL(app.config.origin);
	// What is made here answers on our own host: the cookie of whoever makes it must be of that host.
	if (event.url.hostname.endsWith(`.${hostname}`)) redirect(303, `${origin}/${lang}/setup`, { external: [origin] });
	return { needsCode: (await setupCode(app)) !== undefined, demo: `${demoOrigin(app.config)}/${lang}/demo` };
};

export const actions: Actions = {
	create: async (event) => {
		const { locals } = event;
		const { app, lang } = locals;
		await beforeAnyPractice(event);
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
		// The same form sent twice, or somebody faster: the practice that was made is the one that answers here.
		if (isRefusal(made) && made.code === 'practice.addressTaken') redirect(303, `/${lang}`);
		if (isRefusal(made)) return fail(422, { values, fields: { email: refusalText(lang, made.code).title } });
		const { agent, device = '' } = visitorOf(event);
		const opened = await openSession(app.world, made.practice, {
			account: made.account,
			assurance: 'none',
			began: 'created',
			agent,
			device,
		});
		if (!isRefusal(opened)) setSessionCookie(jarOf(event), opened);
		redirect(303, `/${lang}/account/factors?back=/${lang}/office`);
	},
};
