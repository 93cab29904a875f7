import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { send } from '#server/app/http.ts';
import { presentRefusal } from '#server/app/refusals.ts';
import { journalKinds } from '#server/kernel/journal.ts';
import { isRefusal, refuse } from '#server/kernel/refusal.ts';
import type { Locale } from '#words/i18n.ts';
import type { RequestHandler } from './$types';

const sending = z.strictObject({
	id: z.uuid(),
	act: z.string().max(60),
	journal: z.strictObject({ kind: z.enum(journalKinds), id: z.uuid() }),
	input: z.unknown(),
	safetyFirst: z.strictObject({ reason: z.string().trim().min(3).max(2000) }).optional(),
});

/** Not a form that another site could post: JSON, from our own pages. */
const isOurs = (request: Request, origin: string): boolean =>
	(request.headers.get('content-type') ?? '').startsWith('application/json') &&
	(request.headers.get('origin') ?? origin) === origin;

const languageOf = (request: Request): Locale =>
	/^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'fr';

/** One act, sent as JSON: the same door as every form. Answers 200 with what was written, or why not. */
export const POST: RequestHandler = async (event) => {
	const lang = languageOf(event.request);
	const say = (code: string, status: number) =>
		json({ refusal: presentRefusal(refuse(code), { lang, office: false }) }, { status });
	if (!isOurs(event.request, event.url.origin)) return say('act.notOurs', 415);
	if (!event.locals.practice) return say('act.notYourDossier', 404);
	const body = sending.safeParse(await event.request.json().catch(() => undefined));
	if (!body.success) return say('act.invalidInput', 400);
	const { id, act, journal, input, safetyFirst } = body.data;
	const outcome = await send(event, { id, act, journal, input, ...(safetyFirst && { safetyFirst }) });
	if (!isRefusal(outcome))
		return json({ entries: outcome.entries.map(({ kind, seq }) => ({ kind, seq })), repeated: outcome.repeated });
	const dossier = journal.kind === 'dossier' ? journal.id : undefined;
	const refusal = presentRefusal(outcome, { lang, dossier, office: event.locals.session?.kind === 'member' });
	const status =
		outcome.duties.length > 0
			? 409
			: outcome.code === 'act.notYourDossier'
				? 404
				: outcome.code === 'act.notYours'
					? 403
					: 422;
	return json({ refusal }, { status });
};
