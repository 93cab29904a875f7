/** A start that cannot go on, for a reason a person can mend; its message is one line, French then English. */
export type StartError = Error & { readonly name: 'StartError' };

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** Makes the error that stops a start: what happened and what to do, in both languages. */
export const startError = (fr: string, en: string, cause?: unknown): StartError =>
	Object.assign(new Error(oneLine(`${fr} | ${en}`), { cause }), { name: 'StartError' as const });

/** Is this one of ours, to be shown as one line without a stack? */
export const isStartError = (error: unknown): error is StartError =>
	error instanceof Error && error.name === 'StartError';
