import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { deviceKey, dropDraft, findDraft, keepDraft, underTemplate, type Writing } from '#server/app/drafts.ts';
import { valuesOf } from '#server/app/form.ts';
import { attempt, type FormAnswer, formName, formState, thisDossier } from '#server/app/http.ts';
import { findPending } from '#server/app/pending.ts';
import { scanPaper } from '#server/app/scan.ts';
import { beside, loosePapers } from '#server/app/views/beside-note.ts';
import { countersigningOf } from '#server/app/views/countersigning.ts';
import { waitsFor } from '#server/app/views/distress.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { walkBack } from '#server/app/views/lines.ts';
import { completeNote, linesOf } from '#server/app/views/note-input.ts';
import { colleagues, dueNotes, laidOut, signedNotes, toAttest } from '#server/app/views/notes.ts';
import { type OpenFile, openFile } from '#server/app/views/open-file.ts';
import { noteTemplates } from '#server/capabilities/notes/templates.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = 10;

/** What waits to be written, prefilled with what happened; what was signed, with its dated additions. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'notes');
	const { facts, world, practice, id, parts, session } = file;
	const waiting = Object.keys(facts.dossier.joint.notes.due);
	const before = Number(event.url.searchParams.get('before')) || undefined;
	const enough = (found: readonly Entry[]) => found.filter((e) => e.kind === 'note.signed').length >= SHOWN;
	const back = await walkBack(world, { practice, dossier: id, parts, before, enough });
	const asked = event.url.searchParams.get('session');
	const counterOf = countersigningOf(back.entries, facts, session.account);
	const { last } = facts.dossier.joint.sessions;
	return {
		due: waiting.length > 0 ? await withDrafts(event, file, waiting) : [],
		templates: Object.keys(noteTemplates),
		attest: toAttest(facts),
		distressed: waiting.filter((s) => waitsFor(facts, s)),
		colleagues: colleagues(facts, session.account),
		signed: signedNotes(back.entries, facts)
			.slice(0, SHOWN)
			.map((note) => ({ ...laidOut(note), counter: counterOf(note.seq), papers: beside(facts, note.session) })),
		papers: loosePapers(facts),
		persons: present(facts.dossier.joint.dossier).map(({ id, name }) => ({ id, name })),
		older: olderThan(back, facts.dossier.joint.notes.signed),
		notBegun: asked !== null && !waiting.includes(asked) && last?.id === asked && last.startedAt === undefined,
		me: session.account,
		at: file.now,
		zone: homeZone(facts),
		...(waiting.length > 0 && { deviceKey: await deviceKey(event) }),
		...(await keptFor(event)),
		/** One came from the page that closes the day, and goes back to it. */
		fromDay: event.url.searchParams.has('day'),
		forms: await formState(event),
	};
};

/** The notes that wait, each with what was kept of it, under the headings it was begun with. */
async function withDrafts(event: RequestEvent, file: OpenFile, waiting: readonly string[]) {
	const { facts, id } = file;
	const { entries } = await linesOf(file, waiting);
	const usual = facts.dossier.joint.notes.template ?? 'usual';
	return Promise.all(
		dueNotes(entries, { facts, lang: event.locals.lang }).map(async (note) => {
			const draft = await findDraft(event, { dossier: id, session: note.session });
			const template = (draft?.values.template ?? usual) as keyof typeof noteTemplates;
			const papers = beside(facts, note.session);
			return {
				...note,
				papers,
				template,
				headings: noteTemplates[template] ?? noteTemplates.usual,
				...(draft && { draft }),
			};
		}),
	);
}

/** What was written for a note that was signed meanwhile: it goes into an addition, not lost. */
async function keptFor({ url, locals }: RequestEvent) {
	const id = url.searchParams.get('for');
	const { app, practice, session } = locals;
	const pending =
		id && practice && session ? await findPending(app.world, practice.id, session.account, id) : undefined;
	return pending?.form.startsWith('sign:') ? { kept: { session: pending.form.slice(5), values: pending.values } } : {};
}

/** Where the page before this one begins: before the oldest note shown, as long as others may lie there. */
function olderThan(
	{ entries, before }: { readonly entries: readonly Entry[]; readonly before: number | undefined },
	signed: number,
): number | undefined {
	const notes = entries.filter((e) => e.kind === 'note.signed');
	if (notes.length > SHOWN) return notes.at(-SHOWN)?.seq;
	return notes.length < signed ? before : undefined;
}

const signing = attempt('note.sign', {
	journal: thisDossier,
	input: (typed, event) => completeNote(typed, event),
	next: (_, { url, locals }) => (url.searchParams.has('day') ? `/${locals.lang}/office/day` : undefined),
});

interface Sent {
	readonly form: FormData;
	readonly writing: Writing;
}

/** The note that a form is about; `undefined` when it names none that waits in this file. */
async function sentIn(event: RequestEvent): Promise<Sent | undefined> {
	const form = await event.request.clone().formData();
	const session = String(form.get('session') ?? '');
	const { facts, id } = await openFile(event, 'notes');
	return facts.dossier.joint.notes.due[session] ? { form, writing: { dossier: id, session } } : undefined;
}

export const actions = {
	/** What was typed is kept before anything else; once signed, it goes. */
	sign: async (event) => {
		const sent = await sentIn(event);
		if (sent) await keepDraft(event, sent.writing, valuesOf(sent.form));
		try {
			const answer = await signing(event);
			if (sent && !('status' in answer)) await dropDraft(event, sent.writing);
			return answer;
		} catch (e) {
			if (sent && isRedirect(e)) await dropDraft(event, sent.writing);
			throw e;
		}
	},
	draft: async (event): Promise<FormAnswer> => {
		const sent = await sentIn(event);
		const form = sent?.form ?? new FormData();
		const values = underTemplate(valuesOf(form), form.get('_template'));
		if (sent) await keepDraft(event, sent.writing, values);
		return { form: formName(form, event), ...(sent && { done: 'draft' }) };
	},
	amend: attempt('note.amend', { journal: thisDossier }),
	countersign: attempt('note.countersign', { journal: thisDossier }),
	sendBack: attempt('note.sendBack', { journal: thisDossier }),
	scan: scanPaper,
	attach: attempt('paper.attach', { journal: thisDossier }),
} satisfies Actions;
