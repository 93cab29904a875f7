import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Channel } from '#server/kernel/field.ts';

/** What somebody asks help with before a first meeting at a distance. */
export const helpSubjects = ['connection', 'device', 'space', 'reading', 'other'] as const;
export type HelpSubject = (typeof helpSubjects)[number];

/** How somebody comes to a tool that is new to them: marked, offered to try it, tried. */
export interface Coaching {
	readonly needed?: Evidence;
	readonly offered?: { readonly answer: 'accepted' | 'declined' | 'later'; readonly evidence: Evidence };
	readonly held?: { readonly result: 'worked' | 'partly' | 'didNot'; readonly evidence: Evidence };
}

export interface AccessFacts {
	/** « Rappelez-moi pour m’aider »: what waits for somebody to call. */
	readonly help: Readonly<Record<string, { readonly about: HelpSubject; readonly asked: Evidence }>>;
	/** The last time somebody was helped. */
	readonly helped?: { readonly outcome: 'helped' | 'notReached' | 'noLonger'; readonly evidence: Evidence };
	readonly coaching: Readonly<Partial<Record<Channel, Coaching>>>;
}

export type AccessEntry =
	| Entry<'help.asked', { person: string; id: string; about: HelpSubject; phone?: string; when?: string }>
	| Entry<'help.closed', { person: string; id: string; outcome: 'helped' | 'notReached' | 'noLonger'; note?: string }>
	| Entry<'coaching.needed', { person: string; channel: Channel }>
	| Entry<
			'rehearsal.offered',
			{ person: string; channel: Channel; answer: 'accepted' | 'declined' | 'later'; reason?: string }
	  >
	| Entry<
			'rehearsal.held',
			{ person: string; channel: Channel; result: 'worked' | 'partly' | 'didNot'; changed?: string }
	  >;

const coached = (f: AccessFacts, channel: Channel, more: Coaching): AccessFacts => ({
	...f,
	coaching: { ...f.coaching, [channel]: { ...f.coaching[channel], ...more } },
});

function fold(f: AccessFacts, e: AccessEntry): AccessFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'help.asked':
			return { ...f, help: { ...f.help, [e.data.id]: { about: e.data.about, asked: evidence } } };
		case 'help.closed': {
			const help = Object.fromEntries(Object.entries(f.help).filter(([id]) => id !== e.data.id));
			return { ...f, help, helped: { outcome: e.data.outcome, evidence } };
		}
		case 'coaching.needed':
			return coached(f, e.data.channel, { needed: evidence });
		case 'rehearsal.offered':
			return coached(f, e.data.channel, { offered: { answer: e.data.answer, evidence } });
		case 'rehearsal.held':
			return coached(f, e.data.channel, { held: { result: e.data.result, evidence } });
	}
	return f;
}

export const accessFold = foldOf('dossier', 1, { help: {}, coaching: {} } as AccessFacts, fold);
