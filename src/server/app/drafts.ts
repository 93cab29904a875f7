import type { RequestEvent } from '@sveltejs/kit';
import { noteTemplates } from '#server/capabilities/notes/templates.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { hmac, idFrom } from '#server/platform/hash.ts';
import type { FormValues } from './form.ts';
import { dropPending, findPending, keepPending } from './pending.ts';

/** The note of one session, of one file. */
export interface Writing {
	readonly dossier: string;
	readonly session: string;
}

/** What was written of a note and is not signed: of its author alone, and no part of the record. */
export interface Draft {
	readonly values: FormValues;
	readonly savedAt: Instant;
}

/** Long enough for a holiday; a note that waits longer has been late for months. */
const KEEP = 90 * DAY;

type Local = Pick<RequestEvent, 'locals'>;
const at = ({ locals }: Local) => ({
	world: locals.app.world,
	practice: locals.practice?.id ?? '',
	account: locals.session?.account ?? '',
});
const idOf = (event: Local, { dossier, session }: Writing): string =>
	idFrom('draft', at(event).account, dossier, session);

/** Keep what is written so far, sealed, over what was kept before. */
export function keepDraft(event: Local, { dossier, session }: Writing, values: FormValues): Promise<void> {
	const { world, practice, account } = at(event);
	const path = `/${event.locals.lang}/office/clients/${dossier}/notes`;
	const draft = { path, values, form: `sign:${session}`, savedAt: world.now(), keepFor: KEEP };
	return keepPending(world, practice, account, idOf(event, { dossier, session }), draft);
}

/** The draft of this note, by whoever is signed in. */
export async function findDraft(event: Local, writing: Writing): Promise<Draft | undefined> {
	const { world, practice, account } = at(event);
	const found = await findPending(world, practice, account, idOf(event, writing));
	return found?.savedAt === undefined ? undefined : { values: found.values, savedAt: found.savedAt };
}

/** It was signed: what was kept of it goes. */
export const dropDraft = (event: Local, writing: Writing): Promise<void> => {
	const { world, practice } = at(event);
	return dropPending(world, practice, idOf(event, writing));
};

/**
 * The key under which a device seals what it could not send. It is never kept there: the page brings it, made anew from
 * this sign-in, so that what was sealed opens for this sign-in alone and for nobody after it.
 */
export async function deviceKey(event: Local): Promise<string> {
	const { world, practice } = at(event);
	const key = await inPractice(world.db, practice, (tx) => world.keyring.current(tx, practice, practice, 'pending'));
	return hmac(key.key, `draft ${event.locals.session?.id ?? ''}`).toString('base64url');
}

type Template = keyof typeof noteTemplates;
const isTemplate = (text: unknown): text is Template => typeof text === 'string' && Object.hasOwn(noteTemplates, text);

/** Under which heading a text goes that has none in the other template. */
const main: Readonly<Record<Template, string>> = { usual: 'course', soap: 'subjective', dap: 'data', free: 'text' };

/** The same words under other headings: no word is lost. */
export function underTemplate(values: FormValues, template: unknown): FormValues {
	if (!isTemplate(template)) return values;
	const kept: Record<string, string | readonly string[]> = { template };
	const moved: string[] = [];
	for (const [name, value] of Object.entries(values)) {
		const heading = name.startsWith('body.') ? name.slice('body.'.length) : undefined;
		if (name === 'template') continue;
		if (heading === undefined || noteTemplates[template].some((h) => h === heading)) kept[name] = value;
		else if (typeof value === 'string' && value.trim()) moved.push(value);
	}
	const field = `body.${main[template]}`;
	const text = [...moved, ...[kept[field] ?? []].flat()].join('\n\n');
	return text ? { ...kept, [field]: text } : kept;
}
