import type { Facts } from '#server/capabilities/index.ts';
import type { NoteEntry } from '#server/capabilities/notes/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';

interface Said {
	readonly by: string;
	readonly at: Instant;
}

/** A note that two people answer for: whom it waits for, who signed after its author, what was remarked. */
export interface Countersigning {
	readonly waits?: { readonly supervisor: string; readonly back: boolean; readonly mine: boolean };
	readonly signedAfter?: Said;
	readonly remarks: readonly (Said & { readonly text: string })[];
}

/** How the note in that line stands with its supervisor. */
export function countersigningOf(entries: readonly Entry[], facts: Facts, me: string) {
	const nameOf = (account = '') => facts.practice.practice.members[account]?.name ?? '';
	const lines = entries as readonly NoteEntry[];
	return (note: number): Countersigning => {
		const waits = facts.dossier.joint.notes.counter[note];
		const signed = lines.find((e) => e.kind === 'note.countersigned' && e.data.note === note);
		const remarks = lines.flatMap((e) =>
			e.kind === 'note.sentBack' && e.data.note === note
				? [{ by: nameOf(e.by.account), at: e.at, text: e.data.remark }]
				: [],
		);
		return {
			remarks,
			...(waits && {
				waits: { supervisor: nameOf(waits.supervisor), back: waits.back, mine: waits.supervisor === me && !waits.back },
			}),
			...(signed && { signedAfter: { by: nameOf(signed.by.account), at: signed.at } }),
		};
	};
}

/** A hand that a note of a file waits for, by account: to read and sign it, or to answer a remark. */
export type Hand = readonly [who: string, does: 'sign' | 'answer', author: string];

/** The hands that notes of this file wait for. */
export const handsOf = ({ dossier }: Facts): readonly Hand[] =>
	Object.values(dossier.joint.notes.counter).map(({ author, supervisor, back }) =>
		back ? [author, 'answer', author] : [supervisor, 'sign', author],
	);

interface HandList {
	readonly id: string;
	readonly label: string;
	readonly hands?: readonly Hand[];
}

/** What waits for me, and what of mine waits for somebody else: for each file, how many notes. */
export function handsFor(files: readonly HandList[], me: string) {
	const count = (holds: (hand: Hand) => boolean) =>
		files.flatMap(({ id, label, hands = [] }) => {
			const n = hands.filter(holds).length;
			return n > 0 ? [{ id, label, count: n }] : [];
		});
	return {
		toSign: count(([who, does]) => who === me && does === 'sign'),
		toAnswer: count(([who, does]) => who === me && does === 'answer'),
		waiting: count(([, does, author]) => author === me && does === 'sign'),
	};
}
