import type { RequestEvent } from '@sveltejs/kit';
import { attempt, thisDossier } from './http.ts';

/** The form carries a file, and the act takes its bytes as text; a form that came broken is an empty one. */
export async function scanPaper(event: RequestEvent) {
	const form = await event.request.formData().catch(() => new FormData());
	const file = form.get('file');
	const content = file instanceof File ? Buffer.from(await file.arrayBuffer()).toString('base64') : '';
	const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
	const request = new Request(event.url, { method: 'POST', body: new URLSearchParams(fields.map((f) => [...f])) });
	const withoutFile = Object.create(event, { request: { value: request } }) as typeof event;
	return attempt('paper.scan', { journal: thisDossier, input: (typed) => ({ ...typed, content }) })(withoutFile);
}
