import { type ActionFailure, error, type RequestEvent } from '@sveltejs/kit';
import { waitingInvitation } from '#server/capabilities/accounts/index.ts';
import { isRefusal, refuse } from '#server/kernel/refusal.ts';
import { HOUR } from '#server/kernel/time.ts';
import { countOneMore } from './counted.ts';
import { inputOf, valuesOf } from './form.ts';
import { type FormAnswer, refused, sendAsSystem } from './http.ts';

const AN_HOUR = 10;

/**
 * « Rappelez-moi pour m’aider », from somebody who holds an invitation and is not in yet: the link says who they are,
 * well enough to be called at the number that the file holds, and shows nothing of the file.
 */
export async function askForHelp(event: RequestEvent): Promise<FormAnswer | ActionFailure<FormAnswer>> {
	const { practice, app } = event.locals;
	const values = valuesOf(await event.request.formData());
	const to = practice && (await waitingInvitation(app.world, practice.id, event.params.token ?? ''));
	if (!practice || to?.to !== 'dossier') error(404);
	const id = app.world.newId();
	const about = `help|${event.getClientAddress()}|${Math.floor(app.world.now() / HOUR)}`;
	const isFlood = (await countOneMore(app.world, practice.id, about)) > AN_HOUR;
	const outcome = isFlood
		? refuse('request.tooMany')
		: await sendAsSystem(event, {
				id,
				act: 'help.ask',
				journal: { kind: 'dossier', id: to.dossier },
				input: { ...(inputOf(values) as object), person: to.person },
			});
	if (isRefusal(outcome)) return refused(event, outcome, { id, values, which: 'callMe', mending: undefined });
	return { done: 'help.asked', form: 'callMe' };
}
