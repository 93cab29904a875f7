import type { Entry } from '#server/kernel/entry.ts';

/** What a line is about, as people sort a file: the filters of the timeline and of the search. */
export const families = [
	'notes',
	'messages',
	'contacts',
	'meetings',
	'consents',
	'assessment',
	'papers',
	'access',
	'file',
] as const;
export type Family = (typeof families)[number];

/** The first half of a kind of line → what it is about. */
const byTopic: Readonly<Record<string, Family>> = {
	...all('notes', 'note'),
	...all('messages', 'message absence filing'),
	...all('contacts', 'contact'),
	...all('meetings', 'appointment session slots arrival place placeNotice interpreter missedFee waiting codeWord'),
	...all('meetings', 'coaching rehearsal home loan feed payment'),
	...all('consents', 'consent document clause question questions capacity discussion teachBack review reading'),
	...all('consents', 'channel notice information package use authorisation copy'),
	...all('assessment', 'suitability age context safetyTalk instrument interventionPlan relation other conflict'),
	...all('assessment', 'identity limits distress plan protocol crossBorder mandate safety duty referral inPerson'),
	...all('papers', 'paper letter'),
	...all('access', 'record disclosure access correction search emergencySearch invitation incident hold destruction'),
	...all('access', 'help export transfer cession succession connection consequence'),
	...all('assessment', 'closing family goal supervision'),
	...all('file', 'dossier person representative careTeam client request emergencyContact techInfo change'),
};

/** Kinds whose first half says something else. */
const byKind: Readonly<Record<string, Family>> = {
	'person.calledBack': 'contacts',
	'contact.set': 'file',
	'contact.verified': 'file',
	'contact.escalated': 'assessment',
	'person.invited': 'access',
};

function all(family: Family, topics: string): Readonly<Record<string, Family>> {
	return Object.fromEntries(topics.split(' ').map((topic) => [topic, family]));
}

/** What a line is about; the file itself where nothing else is said. */
export const familyOf = (kind: string): Family => byKind[kind] ?? byTopic[kind.split('.')[0] ?? ''] ?? 'file';

/** Kinds that were sorted by name. */
export const isSorted = (kind: string): boolean => kind in byKind || (kind.split('.')[0] ?? '') in byTopic;

/** The fields of a line in which somebody's words stand, the first of them told in the timeline. */
export const bodies = [
	...(['text', 'body', 'note', 'reason', 'reasons', 'basis', 'words', 'agreed', 'analysis', 'summary'] as const),
	...(['outcome', 'learned', 'label', 'consequence', 'statement'] as const),
] as const;

/** Where even a single word is somebody’s own; elsewhere one word alone is a code, as some outcomes are. */
const wordy = new Set<string>([
	...bodies.filter((name) => name !== 'outcome'),
	'notes',
	'name',
	'title',
	'course',
	'goal',
]);
/** Written by Balise itself, or not words. */
const unread = new Set(['happened', 'content', 'wording', 'digest', 'snapshot', 'agent']);
const CODE = /^[\w.:/+=-]+$/;
const DIGITS = /^[\d\s:./TZ+-]+$/;

/** What people wrote in a line, piece by piece; instants, ids and codes are not words. */
export function wordsOf({ data }: Pick<Entry, 'data'>): readonly string[] {
	const found: string[] = [];
	const walk = (value: unknown, key: string): void => {
		if (typeof value === 'string') {
			if (isWords(value, key)) found.push(value);
		} else if (Array.isArray(value)) for (const one of value) walk(one, key);
		else if (value !== null && typeof value === 'object')
			for (const [name, one] of Object.entries(value)) if (!unread.has(name)) walk(one, wordy.has(key) ? key : name);
	};
	walk(data, '');
	return found;
}

const isWords = (text: string, key: string): boolean => {
	if (text.trim() === '' || DIGITS.test(text)) return false;
	return wordy.has(key) ? !ID.test(text) : !CODE.test(text);
};
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
