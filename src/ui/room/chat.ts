/** A message as the file keeps it. */
export type ChatMessage = {
	readonly id: string;
	readonly from: string;
	readonly mine: boolean;
	readonly text: string;
	/** The time as it is read aloud and shown, in the reader's language. */
	readonly at: string;
};

/** A message on its way: written here, not yet said to be in the file. */
export type Draft = { readonly id: string; readonly text: string; readonly state: 'sending' | 'waiting' };

/** What the chat shows: what is in the file, then what is on its way. */
export type ChatLine = (ChatMessage & { readonly state: 'kept' }) | (Draft & { readonly mine: true });

/** Puts kept messages and drafts in one list; a draft whose message has arrived is gone (they share the attempt's id). */
export const chatLines = (kept: readonly ChatMessage[], drafts: readonly Draft[]): readonly ChatLine[] => {
	const arrived = new Set(kept.map(({ id }) => id));
	return [
		...kept.map((message) => ({ ...message, state: 'kept' as const })),
		...drafts.filter(({ id }) => !arrived.has(id)).map((draft) => ({ ...draft, mine: true as const })),
	];
};
