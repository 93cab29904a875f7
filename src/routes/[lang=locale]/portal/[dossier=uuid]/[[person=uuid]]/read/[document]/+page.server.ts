import { error, type RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { askedQuestions, documentTitle, handedDocuments, handedTexts } from '#server/app/views/portal-reading.ts';
import type { Done } from '#server/journal/perform.ts';
import type { Actions, PageServerLoad } from './$types';

/** One document as it was handed, with the person's questions beside their clauses. */
export const load: PageServerLoad = async (event) => {
	const key = event.params.document;
	const open = await openPortal(event, 'read');
	const text = (await handedTexts(open, [key])).get(key);
	if (!text) error(404);
	const documents = handedDocuments(open.own.consent, open.lang);
	const next = documents.find((d) => !d.read && d.key !== key);
	return {
		frame: frameOf(open),
		// The page speaks its own language; the words that were handed keep theirs.
		title: documentTitle(key, open.lang),
		text,
		variant: open.own.consent.needs?.variant ?? 'standard',
		questions: await askedQuestions(open, key),
		read: documents.some((d) => d.key === key && d.read),
		...(next && { next: next.key }),
		state: await formState(event),
	};
};

/** The page again, at the question that was spoken of. */
const atQuestion = ({ entries }: Done, { url }: RequestEvent): string =>
	`${url.pathname}#q-${(entries[0]?.data as { id?: string } | undefined)?.id ?? ''}`;

export const actions = {
	ask: attempt('question.ask', { journal: thisDossier, next: atQuestion }),
	settle: attempt('question.settle', { journal: thisDossier, next: atQuestion }),
	read: attempt('document.read', { journal: thisDossier, next: (_, { url }) => url.pathname.replace(/\/[^/]+$/, '') }),
} satisfies Actions;
