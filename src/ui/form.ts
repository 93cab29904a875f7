import type { FormAnswer, FormState } from '#server/app/http.ts';

/** What was typed in a form and must be shown again: after a refusal, or when coming back from mending one. */
export const typed = (name: string, state: FormState, answer: FormAnswer | null | undefined) => {
	const values = answer?.form === name ? answer.values : state.form === name ? state.values : undefined;
	return (field: string): string | undefined => {
		const value = values?.[field];
		return typeof value === 'string' ? value : undefined;
	};
};

/** The sentence for a field that was not readable, by the name of the input. */
export const fieldError =
	(name: string, answer: FormAnswer | null | undefined) =>
	(field: string): string | undefined => {
		const path = field.split(':')[0]?.replace(/\[\]$/, '') ?? '';
		return answer?.form === name ? answer.refusal?.fields[path] : undefined;
	};
