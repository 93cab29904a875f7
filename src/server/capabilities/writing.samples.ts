import { lea, NOON, noe, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { ActivityEntry, ContactEntry } from './contacts/facts.ts';
import type { NoteRuleEntry } from './notes/rule-facts.ts';

/** What is written about contacts outside of sessions, about one's own practice, about notes as a whole. */
export type WritingEntry = ContactEntry | ActivityEntry | NoteRuleEntry;
type Lines = { readonly [K in WritingEntry['kind']]: readonly Extract<WritingEntry, { kind: K }>['data'][] };

/** A believable line of each. */
export const writingSamples: Lines = {
	'contact.logged': [
		{ id: uid(86), kind: 'call', way: 'out', at: NOON, minutes: 10, persons: [lea.person], text: said },
		{ id: uid(87), kind: 'team', at: NOON, minutes: 30, persons: [], others: said, text: said },
		{ id: uid(88), kind: 'visit', at: NOON, persons: [lea.person, noe.person], appointment: uid(81) },
	],
	'contact.corrected': [{ contact: 5, kind: 'textMessage', at: NOON, others: said, text: said, why: said }],
	'activity.logged': [{ id: uid(89), kind: 'supervision', at: NOON, minutes: 60, others: said, text: said }],
	'noteLimit.set': [{ hours: 24 }],
};
