import type { Facts } from '#server/capabilities/index.ts';
import type { MessageEntry, Thread } from '#server/capabilities/messages/facts.ts';
import { beneficiaries, present } from '#server/kernel/dossier.ts';
import type { Author, Entry } from '#server/kernel/entry.ts';
import { JOINT, type PartId } from '#server/kernel/journal.ts';

const personName = (facts: Facts, id: string | undefined): string =>
	facts.dossier.joint.dossier.persons[id ?? '']?.name ?? '';

/** Who wrote a line, by name. */
export function writerName(facts: Facts, { account, person }: Pick<Author, 'account' | 'person'>): string {
	const { persons } = facts.dossier.joint.dossier;
	const member = facts.practice.practice.members[account ?? '']?.name;
	return member ?? persons[person ?? '']?.name ?? Object.values(persons).find((p) => p.account === account)?.name ?? '';
}

const ofPart = (facts: Facts, part: PartId) => (part === JOINT ? facts.dossier.joint : facts.dossier.of(part)).messages;

/** One conversation in the list of a file. */
const listed = (facts: Facts, part: PartId, { id, purpose, session, count, last, lastBy }: Thread) => ({
	id,
	purpose,
	chat: session !== undefined,
	count,
	at: last.at,
	by: writerName(facts, { account: lastBy }),
	/** The last word is a client's: somebody may be waiting for an answer. */
	theirs: facts.practice.practice.members[lastBy] === undefined,
	...(part !== JOINT && { whose: personName(facts, part) }),
});

/** Every conversation of a file, those that wait for an answer first, then the latest. */
export function threadsOf(facts: Facts, parts: readonly PartId[]) {
	const all = parts.flatMap((part) => Object.values(ofPart(facts, part).threads).map((t) => listed(facts, part, t)));
	const waits = (t: (typeof all)[number]) => (t.theirs && !t.chat ? 0 : 1);
	return all.sort((a, b) => waits(a) - waits(b) || b.at - a.at);
}

/** What was agreed with each person about writing, shown above every conversation (nb-2-i). */
export const agreements = (facts: Facts) =>
	beneficiaries(facts.dossier.joint.dossier).map(({ id, name }) => {
		const { consent } = facts.dossier.of(id);
		const told =
			consent.acknowledged.communications?.evidence ??
			(consent.given?.documents.communications ? consent.given.evidence : undefined);
		return { id, name, portal: consent.channels.portal?.on === true, ...(told && { agreedAt: told.at }) };
	});

/** To whom one may write: everyone together, or one person alone; nothing to choose where there is one. */
export const readers = (facts: Facts) => present(facts.dossier.joint.dossier).map(({ id, name }) => ({ id, name }));

/** The terms that the practice gave about writing: within how long it answers, at which hours. */
export const termsOf = ({ practice }: Facts) =>
	practice.practice.terms && { replyWithin: practice.practice.terms.replyWithin, hours: practice.practice.terms.hours };

/** Messages that came by another way, as they were written down. */
export const loggedIn = (entries: readonly Entry[], facts: Facts) =>
	(entries as readonly MessageEntry[])
		.flatMap((e) =>
			e.kind === 'message.logged'
				? [
						{
							seq: e.seq,
							on: e.data.on,
							channel: e.data.channel,
							from: personName(facts, e.data.person),
							body: e.data.body,
						},
					]
				: [],
		)
		.reverse();

/** The part a conversation stands in, and what it is about; undefined when there is none within reach. */
export function findThread(facts: Facts, parts: readonly PartId[], id: string) {
	const part = parts.find((p) => ofPart(facts, p).threads[id]);
	const thread = part && ofPart(facts, part).threads[id];
	return thread && { part, ...listed(facts, part, thread) };
}

/** The words of one conversation, oldest first. */
export const messagesIn = (entries: readonly Entry[], thread: string, facts: Facts) =>
	(entries as readonly MessageEntry[]).flatMap((e) => {
		if (e.kind === 'absence.told' && e.data.thread === thread)
			return [{ seq: e.seq, at: e.at, by: '', ours: true, body: '', told: true as const }];
		return e.kind === 'message.sent' && e.data.thread === thread
			? [
					{
						seq: e.seq,
						at: e.at,
						by: writerName(facts, e.by),
						ours: facts.practice.practice.members[e.by.account ?? ''] !== undefined,
						body: e.data.body,
					},
				]
			: [];
	});
