import type { RequestEvent } from '@sveltejs/kit';
import type { Facts } from '#server/capabilities/index.ts';
import { type NoteTemplate, noteTemplates } from '#server/capabilities/notes/templates.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { noteWithin } from '#server/norms/writing.ts';
import { findDraft } from '../drafts.ts';
import { factsOf } from '../facts.ts';
import { listDossiers } from '../lists.ts';
import { unsaidOf } from './contacts.ts';
import { homeZone } from './home-zone.ts';

/** One file of the caseload, and what its facts say. */
export interface OfCaseload {
	readonly id: string;
	readonly label: string;
	readonly facts: Facts;
}

/** Every file of one's caseload, opened by its facts alone: no line is read. */
export async function caseload(event: Pick<RequestEvent, 'locals'>): Promise<readonly OfCaseload[]> {
	const { app, practice, session } = event.locals;
	const [id, account] = [practice?.id ?? '', session?.account ?? ''];
	const listed = await listDossiers(app.world, id, account);
	const all = await Promise.all(
		listed.map(async ({ id: dossier, label }) => {
			const found = await factsOf(app.world, id, { kind: 'dossier', id: dossier }, account);
			return found && { id: dossier, label, facts: found.facts };
		}),
	);
	return all.filter((file) => file !== undefined);
}

/** The notes that wait in every file, the oldest first, each with what was kept of it. */
export async function notesLeft(event: Pick<RequestEvent, 'locals'>, files: readonly OfCaseload[]) {
	const waiting = files.flatMap(({ id, label, facts }) =>
		Object.entries(facts.dossier.joint.notes.due).map(([session, { endedAt }]) => ({
			dossier: id,
			label,
			session,
			endedAt,
			by: endedAt + noteWithin(facts, endedAt),
		})),
	);
	return Promise.all(
		waiting
			.toSorted((a, b) => a.endedAt - b.endedAt)
			.map(async (note) => {
				const draft = await findDraft(event, note);
				const template = (draft?.values.template ?? 'usual') as NoteTemplate;
				const texts = (noteTemplates[template] ?? []).flatMap((heading) => {
					const text = draft?.values[`body.${heading}`];
					return typeof text === 'string' && text.trim() ? [{ heading, text }] : [];
				});
				return { ...note, ...(draft && texts.length > 0 && { draft: { savedAt: draft.savedAt, texts } }) };
			}),
	);
}

/** Appointments that have passed and of which nothing is said, in every file. */
export const unsaidIn = (files: readonly OfCaseload[], now: Instant) =>
	files.flatMap(({ id, label, facts }) =>
		unsaidOf(facts, now).map(({ id: appointment, startsAt }) => ({ dossier: id, label, appointment, startsAt })),
	);

/** From the first instant of a month to the first of the next, where one works. */
function spanOf(month: string, zone: string): { readonly from: Instant; readonly to: Instant } {
	const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
	const at = (day: Temporal.PlainDate): Instant => day.toZonedDateTime(zone).epochMilliseconds;
	return { from: at(first), to: at(first.add({ months: 1 })) };
}

/** The month of an instant, and the one before: facts remember no more than these surely. */
export function monthsAt(now: Instant, zone: string): readonly [string, string] {
	const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
	const month = day.toPlainYearMonth();
	return [month.toString(), month.subtract({ months: 1 }).toString()];
}

/** What a month adds up to: meetings that ended, counted from the sessions; notes and gaps, counted from the notes (nb-6-b). */
export function monthOf(files: readonly OfCaseload[], month: string) {
	const counted = files.map(({ id, label, facts }) => {
		const { from, to } = spanOf(month, homeZone(facts));
		const { sessions, notes } = facts.dossier.joint;
		const within = (minutes: readonly number[]): number =>
			minutes.map((m) => m * MINUTE).filter((at) => from <= at && at < to).length;
		const met = within(sessions.endings);
		const signed = within(notes.noted);
		const left = within(Object.values(notes.due).map((d) => d.endedAt / MINUTE));
		return { id, label, met, signed, left };
	});
	const sum = (field: 'met' | 'signed' | 'left') => counted.reduce((total, c) => total + c[field], 0);
	return {
		month,
		met: sum('met'),
		signed: sum('signed'),
		left: sum('left'),
		/** Files whose meetings have neither their note nor their gap. */
		differ: counted.filter((c) => c.met !== c.signed + c.left).map(({ id, label }) => ({ id, label })),
	};
}
