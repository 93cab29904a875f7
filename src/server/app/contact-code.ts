import type { RequestEvent } from '@sveltejs/kit';
import { readContactCode, sendContactCode, type Visitor } from '#server/capabilities/accounts/index.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { isLocale } from '#words/i18n.ts';
import { inputOf, valuesOf } from './form.ts';
import { type FormAnswer, formName, refused, sendAsSystem, thisDossier } from './http.ts';
import type { OpenFile } from './views/open-file.ts';
import type { OpenPortal } from './views/portal.ts';

/** A person of a file whose e-mail is being verified, by themself or by whoever follows them. */
interface Asked {
	readonly open: Pick<OpenFile, 'facts' | 'world' | 'practice'> | Pick<OpenPortal, 'facts' | 'world' | 'practice'>;
	readonly person: string;
	readonly typed: Readonly<Record<string, unknown>>;
	readonly from: Visitor;
}
type Read = (event: RequestEvent, typed: Readonly<Record<string, unknown>>) => Promise<Omit<Asked, 'typed'>>;
type Work = (event: RequestEvent, asked: Asked) => Promise<Refusal | undefined>;

const action = (read: Read, done: string, work: Work) => async (event: RequestEvent) => {
	const form = await event.request.formData();
	const values = valuesOf(form);
	const typed = inputOf(values) as Record<string, unknown>;
	const which = formName(form, event);
	const refusal = await work(event, { ...(await read(event, typed)), typed });
	const id = event.locals.app.world.newId();
	return refusal
		? refused(event, refusal, { id, values, which, mending: undefined })
		: ({ done, form: which } satisfies FormAnswer);
};

/** Send a code to the e-mail of the file; it is good for ten minutes. */
export const askContactCode = (read: Read) =>
	action(read, 'contact.codeSent', async (_, { open, person, from }) => {
		const { email } = open.facts.dossier.of(person).intake.contact ?? {};
		const who = open.facts.dossier.joint.dossier.persons[person];
		if (email === undefined || !who) return refuse('contact.notThere');
		const language = isLocale(who.language) ? who.language : 'fr';
		return sendContactCode(open.world, open.practice, { person, email, language, from });
	});

/** The code came back: the e-mail it was sent to is theirs, if it is still the one in the file. */
export const checkContactCode = (read: Read) =>
	action(read, 'contact.verified', async (event, { open, person, typed, from }) => {
		const shown = await readContactCode(open.world, open.practice, { person, code: String(typed.code ?? ''), from });
		if (isRefusal(shown)) return shown;
		const outcome = await sendAsSystem(event, {
			id: open.world.newId(),
			act: 'contact.verify',
			journal: thisDossier(event),
			input: { person, field: 'email', how: 'code', is: shown.email },
		});
		return isRefusal(outcome) ? outcome : undefined;
	});
