import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { beginCall, openLine } from '#server/app/line.ts';
import { jarOf, type Opened, returnAnonymous, setSessionCookie } from '#server/capabilities/accounts/index.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { refusalText } from '#words/refusals.ts';
import { isTerritory } from '#words/territories.ts';
import { text } from '../../sign-in/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the line cannot do, then the way in. */
export const load: PageServerLoad = async (event) => {
	const { line } = await openLine(event);
	const { session, lang } = event.locals;
	if (session?.began === 'anonymous') redirect(303, `/${lang}/line/here`);
	event.setHeaders({ 'cache-control': 'no-store' });
	return { line };
};

function came(event: RequestEvent, opened: Opened): never {
	setSessionCookie(jarOf(event), opened);
	redirect(303, `/${event.locals.lang}/line/here`);
}

const no = (event: RequestEvent, form: 'begin' | 'back', { code }: Refusal, values: Readonly<Record<string, string>>) =>
	fail(422, { form, notYet: refusalText(event.locals.lang, code), values });

const bands = ['under14', '14to17', 'adult'];

export const actions: Actions = {
	begin: async (event) => {
		const here = await openLine(event);
		const form = await event.request.formData();
		const [band, place, code] = [text(form, 'band'), text(form, 'territory'), text(form, 'code')];
		const values = { band, territory: place };
		// The limits come first: nothing begins before they were read.
		if (text(form, 'read') === '' || !bands.includes(band))
			return fail(422, { form: 'begin' as const, unread: true, values });
		const territory = isTerritory(place) ? place : undefined;
		const opened = await beginCall(here, { lang: event.locals.lang, code, band, territory });
		return isRefusal(opened) ? no(event, 'begin', opened, values) : came(event, opened);
	},
	back: async (event) => {
		const { world, practice } = await openLine(event);
		const opened = await returnAnonymous(world, practice, text(await event.request.formData(), 'code'));
		return isRefusal(opened) ? no(event, 'back', opened, {}) : came(event, opened);
	},
};
