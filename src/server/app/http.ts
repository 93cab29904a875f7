import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { type Done, perform } from '#server/journal/perform.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { idFrom } from '#server/platform/hash.ts';
import { noteRefusal } from './access.ts';
import { judgeFilesAgain } from './beside.ts';
import { type FormValues, inputOf, valuesOf } from './form.ts';
import { dropPending, findPending, keepPending } from './pending.ts';
import { type PresentedRefusal, presentRefusal } from './refusals.ts';

/** What a page's form gives back: a refusal to show and what was typed, or the word that it was done. */
export interface FormAnswer {
	readonly refusal?: PresentedRefusal;
	readonly values?: FormValues;
	/** Which form of the page answered: its action, and its instance where several are alike. */
	readonly form: string;
	readonly done?: string;
	/** The refused form that waits, to come back to once it was mended. */
	readonly pending?: string;
}

interface Sending {
	/** A new journal takes its id from the form, so that a repeat opens it once. */
	readonly journal: JournalRef | ((event: RequestEvent, typed: Readonly<Record<string, unknown>>) => JournalRef);
	/** Changes the input that the form gave: ids, texts composed on the server. It may say no itself. */
	readonly input?: (input: Record<string, unknown>, event: RequestEvent) => unknown | Promise<unknown>;
	/** Where to go when it is done; without it the page stays and says so. */
	readonly next?: (done: Done, event: RequestEvent) => string | undefined | Promise<string | undefined>;
}

/** The journal of the dossier named in the address. */
export const thisDossier = (event: RequestEvent): JournalRef => ({
	kind: 'dossier',
	id: uuidOr404(event.params.dossier),
});
/** The practice's own journal. */
export const thisPractice = ({ locals }: RequestEvent): JournalRef => ({
	kind: 'practice',
	id: locals.practice?.id ?? '',
});
/** The journal of the practitioner who is signed in. */
export const myJournal = ({ locals }: RequestEvent): JournalRef => ({
	kind: 'practitioner',
	id: locals.session?.account ?? '',
});

/** The journal of the practitioner whom the form names: theirs to write, or the owner's. */
export const theirJournal = (_: RequestEvent, { account }: Readonly<Record<string, unknown>>): JournalRef => ({
	kind: 'practitioner',
	id: uuidOr404(typeof account === 'string' ? account : undefined),
});

const uuidOr404 = (text: string | undefined): string =>
	text && UUID.test(text) ? text : '00000000-0000-0000-0000-000000000000';

/** The form of one act, as a SvelteKit action: `actions = { give: attempt('consent.record', { journal: thisDossier }) }`. */
export const attempt =
	(act: string, sending: Sending) =>
	async (event: RequestEvent): Promise<FormAnswer | ActionFailure<FormAnswer>> => {
		const form = await event.request.formData();
		const values = valuesOf(form);
		const typed = inputOf(values) as Record<string, unknown>;
		const input = sending.input ? await sending.input(typed, event) : typed;
		const which = formName(form, event);
		const id = attemptId(form, which, event);
		const reason = form.get('_safety');
		const journal = typeof sending.journal === 'function' ? sending.journal(event, typed) : sending.journal;
		const outcome = isRefusal(input)
			? input
			: await send(event, {
					act,
					journal,
					input,
					id,
					...(typeof reason === 'string' && reason.trim() && { safetyFirst: { reason: reason.trim().slice(0, 2000) } }),
				});
		if (isRefusal(outcome))
			return refused(event, outcome, { id, act, values, which, mending: waitingFor(event, form) });
		return finished(event, outcome, { sending, form, id, which });
	};

/** The action of the address (`?/give`) and the form's instance: a page may hold the same form once per person. */
export const formName = (form: FormData, { url }: RequestEvent): string => {
	const action = [...url.searchParams.keys()].find((k) => k.startsWith('/'))?.slice(1) ?? 'default';
	const instance = form.get('_instance');
	return typeof instance === 'string' && instance ? `${action}:${instance}` : action;
};

/** One page gives one id; each of its forms sends under an id of its own, derived from it. */
export const attemptId = (form: FormData, which: string, { locals }: RequestEvent): string => {
	const given = form.get('_attempt');
	return typeof given === 'string' && UUID.test(given) ? idFrom(given, which) : locals.app.world.newId();
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Sent {
	readonly id: string;
	readonly act: string;
	readonly journal: JournalRef;
	readonly input: unknown;
	readonly safetyFirst?: { readonly reason: string };
}

/** Attempt an act as whoever is signed in; a refusal of somebody known is written in the access log. */
export async function send(
	{ locals }: Pick<RequestEvent, 'locals'>,
	{ id, act, journal, input, safetyFirst }: Sent,
): Promise<Done | Refusal> {
	const { session, practice, app } = locals;
	if (!practice) throw redirect(303, '/');
	const actor = session ? { account: session.account, assurance: session.assurance } : { assurance: 'none' as const };
	const outcome = await perform(app.world, {
		id,
		practice: practice.id,
		journal,
		act,
		actor,
		input,
		...(safetyFirst && { safetyFirst }),
	});
	if (isRefusal(outcome)) await noteRefusal(app.world, practice.id, { session, act, journal, refusal: outcome });
	else if (journal.kind === 'practice') await judgeFilesAgain(app.world, practice.id, outcome.entries);
	return outcome;
}

/** Attempt an act as the system itself: what follows from what a person proved elsewhere (an invitation claimed…). */
export async function sendAsSystem(
	{ locals }: Pick<RequestEvent, 'locals'>,
	{ id, act, journal, input }: Omit<Sent, 'safetyFirst'>,
): Promise<Done | Refusal> {
	return perform(locals.app.world, {
		id,
		practice: locals.practice?.id ?? '',
		journal,
		act,
		actor: { assurance: 'none', system: true },
		input,
	});
}

interface Refused {
	readonly id: string;
	readonly act?: string;
	readonly values: FormValues;
	readonly which: string;
	readonly mending: string | undefined;
}

/** Show a refusal on the page of its form, and keep what was typed while a duty is mended. */
export async function refused(event: RequestEvent, refusal: Refusal, { id, act, values, which, mending }: Refused) {
	const { app, practice, session, lang } = event.locals;
	const waits = practice && session && refusal.duties.length > 0;
	if (waits)
		await keepPending(app.world, practice.id, session.account, id, {
			path: event.url.pathname,
			values,
			form: which,
			...(mending && { mending }),
		});
	const office = event.route.id?.includes('/office') ?? false;
	const dossier = event.params.dossier;
	const view = presentRefusal(refusal, {
		lang,
		dossier,
		attempt: session ? id : undefined,
		office: office || session?.kind === 'member',
		act,
	});
	return fail(refusal.duties.length > 0 ? 409 : 422, {
		refusal: view,
		values,
		form: which,
		...(waits && { pending: id }),
	} satisfies FormAnswer);
}

interface Answering {
	readonly sending: Sending;
	readonly form: FormData;
	readonly id: string;
	readonly which: string;
}

async function finished(event: RequestEvent, done: Done, { sending, form, id, which }: Answering): Promise<FormAnswer> {
	const { app, practice } = event.locals;
	if (practice) await dropPending(app.world, practice.id, id);
	const back = await wayBack(event, form);
	const to = back ?? (await sending.next?.(done, event));
	if (to) redirect(303, to);
	return { done: done.entries[0]?.kind ?? 'done', form: which };
}

/** The form that waits while this one mends what it lacked. */
function waitingFor({ url }: Pick<RequestEvent, 'url'>, form?: FormData): string | undefined {
	const id = url.searchParams.get('for') ?? form?.get('_for');
	return typeof id === 'string' && UUID.test(id) ? id : undefined;
}

/** A person who came to mend something goes back to the form that waits for them; `_stay`: there is more to mend here. */
async function wayBack(event: RequestEvent, form: FormData): Promise<string | undefined> {
	const { app, practice, session } = event.locals;
	const id = waitingFor(event, form);
	if (!id || !practice || !session || form.has('_stay')) return undefined;
	const pending = await findPending(app.world, practice.id, session.account, id);
	return pending ? `${pending.path}?resume=${id}` : undefined;
}

/** What a page's load gives its forms. */
export interface FormState {
	readonly attempt: string;
	/** What was typed before a refusal that was mended since, and in which form. */
	readonly values: FormValues;
	readonly form?: string;
	/** The attempt that waits while this page mends it. */
	readonly mending?: string;
}

/** A fresh attempt id, and what was typed before a refusal was mended. */
export async function formState({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>): Promise<FormState> {
	const { app, practice, session } = locals;
	const id = url.searchParams.get('resume');
	const pending =
		id && practice && session ? await findPending(app.world, practice.id, session.account, id) : undefined;
	const mine = pending?.path === url.pathname ? pending : undefined;
	const mending = waitingFor({ url }) ?? mine?.mending;
	return {
		attempt: app.world.newId(),
		values: mine?.values ?? {},
		...(mine && { form: mine.form }),
		...(mending && { mending }),
	};
}
