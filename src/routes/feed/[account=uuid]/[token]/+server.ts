import { error, type RequestHandler } from '@sveltejs/kit';
import { busyTimes } from '#server/app/feed.ts';
import { offerWords } from '#words/offers.ts';

/** When a practitioner is busy, for a calendar that holds the secret address: times alone. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { app, practice } = locals;
	const { account = '', token = '' } = params;
	const title = offerWords(url.searchParams.get('lang') === 'en' ? 'en' : 'fr').busy;
	const text = practice && (await busyTimes(app.world, { practice: practice.id, account, token, title }));
	if (!text) error(404);
	return new Response(text, {
		headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
	});
};
