/** What a note is written under: the Order's usual headings, two that are taught everywhere, or one text. */
export const noteTemplates = {
	usual: ['reason', 'course', 'plan'],
	soap: ['subjective', 'objective', 'assessment', 'plan'],
	dap: ['data', 'assessment', 'plan'],
	free: ['text'],
} as const;
export type NoteTemplate = keyof typeof noteTemplates;
export const templateNames = Object.keys(noteTemplates) as readonly NoteTemplate[];

/** Every heading there is, once. */
export const headings: readonly string[] = [...new Set(Object.values(noteTemplates).flat())];

/** What happened in a session, as it is read from the file, in order. */
export const happenedKeys = [
	'who',
	'when',
	'length',
	'where',
	'means',
	'privacy',
	'identity',
	'interruptions',
	'written',
	'agreed',
	'distress',
] as const;

/** What the note of a meeting at a distance says beside its words (nb-6-o). */
export const remoteKeys = ['means', 'where', 'who', 'interruptions', 'identity', 'privacy'] as const;
