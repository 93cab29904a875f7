import { error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { cast, doors, isDoor } from '#server/app/demo/cast.ts';
import { bringSomebody, enterAs } from '#server/app/demo/enter.ts';
import { demoState, renewDemo } from '#server/app/demo/prepare.ts';
import { dayAround } from '#server/app/views/today.ts';
import { demoOrigin } from '#server/app/world.ts';
import { jarOf, setSessionCookie } from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { zoneOf } from '#words/zones.ts';
import { visitorOf } from '../sign-in/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ZONE = zoneOf('QC');

/** Every other host has no demonstration. */
const isHere = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): boolean =>
	url.hostname === new URL(demoOrigin(locals.app.config)).hostname;

/** Who one may be; or, the first time and after « Remettre à neuf », how far the story is told. */
export const load: PageServerLoad = async (event) => {
	const { app, lang, session } = event.locals;
	if (!isHere(event)) {
		const origin = demoOrigin(app.config);
		redirect(303, `${origin}/${lang}/demo`, { external: [origin] });
	}
	const state = await demoState(app);
	event.setHeaders({ 'cache-control': 'no-store', ...(state.is === 'preparing' && { refresh: '2' }) });
	if (state.is !== 'ready') return { state };
	const isStale = state.since < dayAround(app.world.now(), ZONE).from;
	return {
		state: { is: state.is, since: state.since, isStale },
		zone: ZONE,
		people: doors.map((door) => ({ door, name: cast[door].name, kind: cast[door].kind })),
		...(session && { me: { name: session.name, home: homeOf(lang, session.kind) } }),
	};
};

const homeOf = (lang: string, kind: string): string => `/${lang}/${kind === 'member' ? 'office' : 'portal'}`;

/** Only the demonstration answers these; anywhere else there is no such page. */
function demoOr404(event: RequestEvent) {
	const { practice } = event.locals;
	if (!isHere(event) || practice?.demo !== true) error(404);
	return practice;
}

export const actions: Actions = {
	enter: async (event) => {
		const practice = demoOr404(event);
		const door = (await event.request.formData()).get('who');
		if (!isDoor(door)) return fail(422, { said: 'gone' as const });
		const { agent, device = '' } = visitorOf(event);
		const opened = await enterAs(event.locals.app.world, { practice, door, agent, device });
		if (isRefusal(opened)) return fail(422, { said: 'gone' as const });
		setSessionCookie(jarOf(event), opened);
		redirect(303, homeOf(event.locals.lang, opened.session.kind));
	},
	bring: async (event) => {
		const practice = demoOr404(event);
		const done = await bringSomebody(event.locals.app.world, practice);
		return done ? { said: 'brought' as const } : fail(409, { said: 'notBrought' as const });
	},
	renew: async (event) => {
		demoOr404(event);
		void renewDemo(event.locals.app);
		redirect(303, `/${event.locals.lang}/demo`);
	},
};
