import { type RequestEvent, redirect } from '@sveltejs/kit';
import {
	accountOf,
	allowRecovery,
	type IdentityCheck,
	type Invitation,
	requireFresh,
	type Session,
} from '#server/capabilities/accounts/index.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { valuesOf } from './form.ts';
import { formName } from './http.ts';
import { keepPending } from './pending.ts';
import { signedIn } from './view.ts';
import type { openFile } from './views/open-file.ts';
import type { Access } from './views/persons.ts';

type File = Awaited<ReturnType<typeof openFile>>;

/** Whoever touches somebody's way in showed their own factor just now; they come back from showing it to what they had typed. */
export async function confirmFirst(event: RequestEvent, session: Session): Promise<void> {
	const { app, practice, lang } = event.locals;
	if (!practice || !requireFresh(session, app.world.now())) return;
	const form = await event.request.clone().formData();
	const id = app.world.newId();
	const path = event.url.pathname;
	await keepPending(app.world, practice.id, session.account, id, {
		path,
		values: valuesOf(form),
		form: formName(form, event),
	});
	redirect(303, `/${lang}/account/confirm?back=${encodeURIComponent(`${path}?resume=${id}`)}`);
}

/** An action that is done only for somebody who showed their factor just now. */
export const freshly =
	<E extends RequestEvent, T>(action: (event: E) => Promise<T>) =>
	async (event: E): Promise<T> => {
		await confirmFirst(event, signedIn(event).session);
		return action(event);
	};

const accountIn = (file: File, person: string): string | undefined =>
	file.facts.dossier.joint.dossier.persons[person]?.account;

/** How each person of a file stands with their way in. */
export async function accessOf(file: File): Promise<Readonly<Record<string, Access>>> {
	const persons = Object.keys(file.facts.dossier.joint.dossier.persons);
	const found = await Promise.all(persons.map(async (person) => [person, await accessFor(file, person)] as const));
	return Object.fromEntries(found);
}

async function accessFor(file: File, person: string): Promise<Access> {
	const id = accountIn(file, person);
	if (id === undefined) return 'none';
	const account = await accountOf(file.world, file.practice, id);
	return !account ? 'closed' : account.kind === 'member' ? 'colleague' : 'open';
}

/** A practitioner gives a client their access back; that of somebody who works here is the owner's to give. */
export async function mayRestore(file: File, person: string): Promise<Refusal | undefined> {
	const access = await accessFor(file, person);
	return access === 'colleague' ? refuse('act.notYours') : access === 'open' ? undefined : refuse('access.none');
}

/** The link and the second secret, for the account of that person. */
export const restore = (
	file: File,
	{ person, check }: { readonly person: string; readonly check: string },
): Promise<Invitation | Refusal> =>
	allowRecovery(file.world, file.practice, {
		account: accountIn(file, person) ?? '',
		by: file.session.account,
		check: check as IdentityCheck,
		dossier: file.id,
	});
