import type { RequestEvent } from '@sveltejs/kit';
import { noteTemplates } from '#server/capabilities/notes/templates.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { walkBack } from './lines.ts';
import { happenedIn } from './notes.ts';
import { type OpenFile, openFile } from './open-file.ts';

/** The lines of the sessions whose notes wait, back to where each was opened. */
export const linesOf = (
	{ world, practice, id, parts }: OpenFile,
	sessions: readonly string[],
): Promise<{ readonly entries: readonly Entry[] }> =>
	walkBack(world, {
		practice,
		dossier: id,
		parts,
		enough: (found) => {
			const opened = new Set(
				found.flatMap((e) => (e.kind === 'session.opened' ? [(e.data as { id: string }).id] : [])),
			);
			return sessions.every((s) => opened.has(s));
		},
	});

type Typed = Readonly<Record<string, unknown>>;

/** Only the headings of the template in use: what stood under others has moved. */
function bodyOf({ template, body }: Typed): Typed {
	const headings = noteTemplates[(template ?? 'usual') as keyof typeof noteTemplates] ?? [];
	const all = (body ?? {}) as Typed;
	return Object.fromEntries(headings.flatMap((h) => (all[h] === undefined ? [] : [[h, all[h]]])));
}

/** What happened is read from the file when the note is signed, never from the browser (nb-2-f). */
export async function completeNote(typed: Typed, event: RequestEvent, dossier?: string): Promise<unknown> {
	const file = await openFile(event, 'notes', dossier ?? event.params.dossier);
	const session = String(typed.session ?? '');
	const { entries } = await linesOf(file, [session]);
	const happened = happenedIn(entries, session, { facts: file.facts, lang: event.locals.lang }) ?? {};
	const others = Array.isArray(typed.authors) ? typed.authors : [];
	return { ...typed, body: bodyOf(typed), happened, authors: [file.session.account, ...others] };
}
