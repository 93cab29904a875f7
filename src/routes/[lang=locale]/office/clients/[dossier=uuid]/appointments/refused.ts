import type { FormAnswer } from '#server/app/http.ts';

/** What a duty said to a form of the page, to stand beside the field that answers it; undefined when it said nothing. */
export function refusedFor(form: FormAnswer | null, name: string, duty: string): string | undefined {
	const refusal = form?.form === name ? form.refusal : undefined;
	if (refusal?.duties.some((d) => d.id === duty)) return refusal.title;
	return refusal?.others.find((o) => o.duties.some((d) => d.id === duty))?.title;
}
