import type { MessageEntry, MessagePurpose, Thread } from '#server/capabilities/messages/facts.ts';
import { type Lines, readEntries } from '#server/journal/read.ts';
import { type Person, present, representativesOf, shares } from '#server/kernel/dossier.ts';
import type { Author, Entry } from '#server/kernel/entry.ts';
import { JOINT, type PartId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Away } from './absences.ts';
import { type OpenPortal, practitionerName } from './portal.ts';

/** Who wrote, as this person sees it: `me`, or a name. */
export type Writer = 'me' | { readonly name: string };

/** One conversation in a list. */
export interface ShownThread {
	readonly id: string;
	readonly part: PartId;
	readonly purpose: MessagePurpose;
	readonly chat: boolean;
	readonly count: number;
	readonly at: Instant;
	readonly by: Writer;
}

/** One message. */
export interface ShownMessage {
	readonly at: Instant;
	readonly by: Writer;
	readonly body: string;
	/** A line of the system: the practitioner is away. */
	readonly told?: Told;
}

/** What somebody who wrote during an absence was told, in their language. */
export interface Told extends Away {
	readonly name: string;
}

/** Oneself among the persons one speaks for. */
export const oneself = ({ mine, session, who }: OpenPortal): Person =>
	mine.find((p) => p.account === session.account) ?? who;

function writer({ facts, session }: OpenPortal, { account, as, person }: Partial<Author>): Writer {
	if (account === session.account) return 'me';
	const { dossier } = facts.dossier.joint;
	const member = facts.practice.practice.members[account ?? '']?.name;
	const known =
		dossier.persons[person ?? '']?.name ?? Object.values(dossier.persons).find((p) => p.account === account)?.name;
	return { name: known ?? member ?? (as === 'system' ? '' : practitionerName(facts)) };
}

const shown = (open: OpenPortal, part: PartId, { id, purpose, session, count, last, lastBy }: Thread): ShownThread => ({
	id,
	part,
	purpose,
	chat: session !== undefined,
	count,
	at: last.at,
	by: writer(open, { account: lastBy }),
});

/** The conversations of the joint part and of one's own, the latest first. */
export function threadsOf(open: OpenPortal): readonly ShownThread[] {
	const { facts, parts } = open;
	return parts
		.flatMap((part) => {
			const { messages } = part === JOINT ? facts.dossier.joint : facts.dossier.of(part);
			return Object.values(messages.threads)
				.filter((t) => t.persons === undefined || open.mine.some((p) => t.persons?.includes(p.id)))
				.map((t) => shown(open, part, t));
		})
		.toSorted((a, b) => b.at - a.at);
}

/** Who can read what is written in a part: the persons, and whoever represents them; the care team always. */
export function readersOf({ facts, now, session }: OpenPortal, part: PartId): readonly string[] {
	const { dossier } = facts.dossier.joint;
	const persons = present(dossier).filter((p) =>
		part === JOINT
			? shares(dossier, p, now)
			: p.id === part || representativesOf(dossier, part, now).some((r) => r.by === p.id && r.reads !== false),
	);
	return [practitionerName(facts), ...persons.filter((p) => p.account !== session.account).map((p) => p.name)];
}

const PAGE = 200;
const FURTHEST = 20;

type Sent = Extract<MessageEntry, { kind: 'message.sent' }>;
const isOf =
	(thread: string) =>
	(e: Entry): e is Sent & Entry =>
		e.kind === 'message.sent' && (e as Sent).data.thread === thread;

type ToldLine = Extract<MessageEntry, { kind: 'absence.told' }>;
const isTold =
	(thread: string) =>
	(e: Entry): e is ToldLine & Entry =>
		e.kind === 'absence.told' && (e as ToldLine).data.thread === thread;

function shownMessage(open: OpenPortal, thread: string, e: Entry): ShownMessage {
	const line = { at: e.at, by: writer(open, e.by) };
	if (!isTold(thread)(e)) return { ...line, body: (e as Sent).data.body };
	const { until, notice, cover } = e.data;
	const told = {
		name: practitionerName(open.facts),
		last: until - 1,
		notice: notice[open.lang],
		...(cover && { cover }),
	};
	return { ...line, body: '', told };
}

/** The messages of one conversation, oldest first; `earlier` when some lie too far back to be shown at once. */
export async function messagesOf(
	open: OpenPortal,
	{ id: thread, part, count }: ShownThread,
): Promise<{ readonly messages: readonly ShownMessage[]; readonly earlier: boolean }> {
	const { world, practice, id } = open;
	const found: Entry[] = [];
	const written = () => found.filter(isOf(thread)).length;
	let before: number | undefined = Number.MAX_SAFE_INTEGER;
	for (let page = 0; before !== undefined && written() < count && page < FURTHEST; page++) {
		const lines: Lines = await readEntries(
			world,
			practice,
			{ kind: 'dossier', id },
			{ parts: [part], before, limit: PAGE },
		);
		found.unshift(...lines.entries.filter((e) => isOf(thread)(e) || isTold(thread)(e)));
		before = lines.before;
	}
	const messages = found.map((e) => shownMessage(open, thread, e));
	return { messages, earlier: written() < count };
}
