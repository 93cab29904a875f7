import type { RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { waitsFor } from '#server/app/views/distress.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { walkBack } from '#server/app/views/lines.ts';
import { colleagues, dueNotes, happenedIn, signedNotes, toAttest } from '#server/app/views/notes.ts';
import { type OpenFile, openFile } from '#server/app/views/open-file.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = 10;

/** The lines of the sessions whose notes wait, back to where each was opened. */
const linesOf = (
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

/** What waits to be written, prefilled with what happened; what was signed, with its dated additions. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'notes');
	const { facts, world, practice, id, parts, session } = file;
	const { lang } = event.locals;
	const waiting = Object.keys(facts.dossier.joint.notes.due);
	const before = Number(event.url.searchParams.get('before')) || undefined;
	const enough = (found: readonly Entry[]) => found.filter((e) => e.kind === 'note.signed').length >= SHOWN;
	const back = await walkBack(world, { practice, dossier: id, parts, before, enough });
	const asked = event.url.searchParams.get('session');
	return {
		due: waiting.length > 0 ? dueNotes((await linesOf(file, waiting)).entries, { facts, lang }) : [],
		attest: toAttest(facts),
		distressed: waiting.filter((s) => waitsFor(facts, s)),
		colleagues: colleagues(facts, session.account),
		signed: signedNotes(back.entries, facts).slice(0, SHOWN),
		older: olderThan(back, facts.dossier.joint.notes.signed),
		notBegun:
			asked !== null &&
			!waiting.includes(asked) &&
			facts.dossier.joint.sessions.last?.id === asked &&
			facts.dossier.joint.sessions.last.startedAt === undefined,
		me: session.account,
		zone: homeZone(facts),
		forms: await formState(event),
	};
};

/** Where the page before this one begins: before the oldest note shown, as long as others may lie there. */
function olderThan(
	{ entries, before }: { readonly entries: readonly Entry[]; readonly before: number | undefined },
	signed: number,
): number | undefined {
	const notes = entries.filter((e) => e.kind === 'note.signed');
	if (notes.length > SHOWN) return notes.at(-SHOWN)?.seq;
	return notes.length < signed ? before : undefined;
}

/** What happened is read from the file when the note is signed, never from the browser (nb-2-f). */
async function complete(typed: Record<string, unknown>, event: RequestEvent): Promise<unknown> {
	const file = await openFile(event, 'notes');
	const session = String(typed.session ?? '');
	const { entries } = await linesOf(file, [session]);
	const happened = happenedIn(entries, session, { facts: file.facts, lang: event.locals.lang }) ?? {};
	const others = Array.isArray(typed.authors) ? typed.authors : [];
	return { ...typed, happened, authors: [file.session.account, ...others] };
}

export const actions = {
	sign: attempt('note.sign', { journal: thisDossier, input: complete }),
	amend: attempt('note.amend', { journal: thisDossier }),
} satisfies Actions;
