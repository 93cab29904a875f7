import { error, type RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { type AskedPoint, consequencesOf, pointsOf, refusing } from '#server/app/views/answers.ts';
import { frameOf, type OpenPortal, openPortal } from '#server/app/views/portal.ts';
import { saidBack } from '#server/app/views/portal-agree.ts';
import { askedQuestions, documentTitle, handedDocuments, handedTexts } from '#server/app/views/portal-reading.ts';
import { readAlongOf } from '#server/app/views/together.ts';
import { keepingLanguage, languagesFor, languageToRead, renderedIn } from '#server/app/views/translations.ts';
import type { Done } from '#server/journal/perform.ts';
import type { Actions, PageServerLoad } from './$types';

/** What can be answered beside each clause of a document, with what follows a no. */
async function asked(open: OpenPortal, document: string): Promise<Readonly<Record<string, readonly AskedPoint[]>>> {
	const { consent } = open.own;
	const consequence = await consequencesOf(open, [document]);
	const clauses = consent.sent[document]?.clauses ?? [];
	return Object.fromEntries(
		clauses.map((clause) => [clause, pointsOf(consent, { document, clause, lang: open.lang }, consequence)]),
	);
}

/** One document as it was handed, with the person's questions and answers beside their clauses. */
export const load: PageServerLoad = async (event) => {
	const key = event.params.document;
	const open = await openPortal(event, 'read');
	const text = (await handedTexts(open, [key])).get(key);
	if (!text) error(404);
	const { consent } = open.own;
	const documents = handedDocuments(consent, open.lang);
	const next = documents.find((d) => !d.read && d.key !== key);
	const rendered = await renderedIn(open, consent, { key, language: languageToRead(event, consent) });
	const along = readAlongOf(open, text);
	return {
		frame: frameOf(open),
		// The page speaks its own language; the words that were handed keep theirs.
		title: documentTitle(key, open.lang),
		text,
		languages: languagesFor(open.facts, consent, key),
		...(rendered && { rendered }),
		variant: consent.needs?.variant ?? 'standard',
		questions: await askedQuestions(open, key),
		points: await asked(open, key),
		...(along && { along }),
		live: `/${open.lang}/live/${open.id}/changes`,
		read: documents.some((d) => d.key === key && d.read),
		...(next && { next: next.key }),
		state: await formState(event),
	};
};

/** The page again, at the question that was spoken of. */
const atQuestion = ({ entries }: Done, event: RequestEvent): string =>
	keepingLanguage(event, event.url.pathname, `#q-${(entries[0]?.data as { id?: string } | undefined)?.id ?? ''}`);
/** The page again, at the clause that was answered. */
const atClause = ({ entries }: Done, event: RequestEvent): string => {
	const { clause = '' } = (entries[0]?.data ?? {}) as { clause?: string };
	return keepingLanguage(event, event.url.pathname, `#${clause.split('.')[0]}`);
};

export const actions = {
	ask: attempt('question.ask', { journal: thisDossier, next: atQuestion }),
	settle: attempt('question.settle', { journal: thisDossier, next: atQuestion }),
	yes: attempt('clause.accept', { journal: thisDossier, next: atClause }),
	no: attempt('clause.refuse', {
		journal: thisDossier,
		input: async (typed, event) => refusing(await openPortal(event, 'read'), typed),
		next: atClause,
	}),
	words: attempt('teachBack.record', {
		journal: thisDossier,
		input: saidBack,
		next: (_, event) => keepingLanguage(event, event.url.pathname, '#together'),
	}),
	read: attempt('document.read', {
		journal: thisDossier,
		next: (_, event) => keepingLanguage(event, event.url.pathname.replace(/\/[^/]+$/, '')),
	}),
} satisfies Actions;
