import { fail } from '@sveltejs/kit';
import { attemptId, send, thisPractice } from '#server/app/http.ts';
import { freshly } from '#server/app/recover.ts';
import { readBack, showSheet } from '#server/app/recovery-sheet.ts';
import { presentRefusal } from '#server/app/refusals.ts';
import { openPractice, signedIn } from '#server/app/view.ts';
import { backupsOf } from '#server/app/views/backups.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { copyKeys } from '#server/journal/backup/keys-copy.ts';
import { isRefusal, refuse } from '#server/kernel/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import type { SheetAnswer } from './sheet.ts';

/** When the practice was last backed up, where, how one comes back; the recovery sheet. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'backups', ['owner', 'privacyOfficer']);
	const { app, practice } = event.locals;
	return {
		name: facts.practice.practice.profile?.name ?? '',
		at: app.world.now(),
		owner: roles.includes('owner'),
		demo: practice?.demo === true,
		backups: await backupsOf(app.backups, { recovery: facts.practice.recovery, now: app.world.now() }),
		zone: homeZone(facts),
		attempt: app.world.newId(),
	};
};

const answer = (of: SheetAnswer): SheetAnswer => of;
const notYours = ({ locals }: RequestEvent, form: SheetAnswer['form']) =>
	fail(422, answer({ form, refusal: presentRefusal(refuse('act.notYours'), { lang: locals.lang, office: true }) }));

/** A new sheet, shown in this answer alone. */
async function make(event: RequestEvent) {
	if (!signedIn(event).session.roles.includes('owner')) return notYours(event, 'make');
	return answer({ form: 'make', made: await showSheet(event) });
}

/** Two groups typed back from the paper: now it is in force, and the keys are copied for it. */
async function keep(event: RequestEvent) {
	if (!signedIn(event).session.roles.includes('owner')) return notYours(event, 'keep');
	const { app } = event.locals;
	const form = await event.request.formData();
	const text = (name: string): string => String(form.get(name) ?? '').slice(0, 2000);
	const token = text('token');
	const read = await readBack(event, token, [text('first'), text('second')]);
	if (read.is === 'gone') return fail(422, answer({ form: 'keep', gone: true }));
	if (read.is === 'wrong') return fail(422, answer({ form: 'keep', wrong: { ask: read.ask, token } }));
	const { id, publicKey } = read;
	const outcome = await send(event, {
		id: attemptId(form, 'keep', event),
		act: 'recoverySheet.keep',
		journal: thisPractice(event),
		input: { id, publicKey },
	});
	if (isRefusal(outcome))
		return fail(
			422,
			answer({ form: 'keep', refusal: presentRefusal(outcome, { lang: event.locals.lang, office: true }) }),
		);
	const copied = await copyKeys(app.backups).then(
		() => true,
		(error: unknown) => {
			app.log.error('jobs.failed', error, { task: 'backup' });
			return false;
		},
	);
	return answer({ form: 'keep', done: 'keep', copied });
}

export const actions: Actions = { make: freshly(make), keep };
