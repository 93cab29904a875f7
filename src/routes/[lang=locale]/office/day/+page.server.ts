import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { dropDraft, findDraft } from '#server/app/drafts.ts';
import { inputOf } from '#server/app/form.ts';
import { attempt, attemptId, type FormAnswer, formName, formState, send, thisPractice } from '#server/app/http.ts';
import { presentRefusal } from '#server/app/refusals.ts';
import { openPractice } from '#server/app/view.ts';
import { caseload, monthOf, monthsAt, notesLeft, unsaidIn } from '#server/app/views/day.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { completeNote } from '#server/app/views/note-input.ts';
import { isId } from '#server/kernel/journal.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { HOUR } from '#server/kernel/time.ts';
import { noteWithin } from '#server/norms/writing.ts';
import type { Actions, PageServerLoad } from './$types';

/** The day closes on one screen: notes to write or to read and sign, gaps, and what the month adds up to. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'day', ['practitioner']);
	const now = event.locals.app.world.now();
	const zone = homeZone(facts);
	const files = await caseload(event);
	const [month, before] = monthsAt(now, zone);
	const isBefore = event.url.searchParams.get('month') === before;
	return {
		at: now,
		zone,
		notes: await notesLeft(event, files),
		gaps: unsaidIn(files, now),
		count: monthOf(files, isBefore ? before : month),
		before: isBefore ? undefined : before,
		limit: {
			hours: noteWithin(facts, now) / HOUR,
			own: facts.practice.notes.hours !== undefined,
			mine: roles.includes('owner'),
		},
		state: await formState(event),
	};
};

/** What was kept of a note is signed as it was read; what it lacks is said, and its own page completes it. */
async function sign(event: RequestEvent) {
	const form = await event.request.formData();
	const which = formName(form, event);
	const writing = { dossier: String(form.get('dossier') ?? ''), session: String(form.get('session') ?? '') };
	const draft = isId(writing.dossier) && isId(writing.session) ? await findDraft(event, writing) : undefined;
	if (!draft) error(404);
	const typed = { ...(inputOf(draft.values) as Record<string, unknown>), session: writing.session };
	const outcome = await send(event, {
		id: attemptId(form, which, event),
		act: 'note.sign',
		journal: { kind: 'dossier', id: writing.dossier },
		input: await completeNote(typed, event, writing.dossier),
	});
	if (isRefusal(outcome)) {
		const at = { lang: event.locals.lang, dossier: writing.dossier, office: true, act: 'note.sign' };
		const answer: FormAnswer = { form: which, refusal: presentRefusal(outcome, at) };
		return fail(outcome.duties.length > 0 ? 409 : 422, answer);
	}
	await dropDraft(event, writing);
	return { form: which, done: 'note.signed' } satisfies FormAnswer;
}

export const actions = {
	sign,
	limit: attempt('noteLimit.set', { journal: thisPractice }),
} satisfies Actions;
