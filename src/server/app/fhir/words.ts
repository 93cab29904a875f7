import type {
	Communication,
	DocumentReference,
	QuestionnaireResponse,
	QuestionnaireResponseItem,
} from '@medplum/fhirtypes';
import type { NoteBody, NoteEntry } from '#server/capabilities/notes/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import { happenedTerms } from '#words/happened-terms.ts';
import { happenedWords, noteWords } from '#words/notes.ts';
import { clauseLines } from '../views/portal-copy.ts';
import { textsOf } from '../views/record-copy.ts';
import {
	aboutWhom,
	authorRef,
	codeOf,
	dataOf,
	type FhirFile,
	lineId,
	type Mapped,
	moment,
	personRef,
	subjectOf,
	toldIn,
} from './file.ts';

const written = new Set(['message.sent', 'message.logged', 'contact.logged', 'person.calledBack']);
const answered = new Set([
	'suitability.answered',
	'suitability.finalised',
	'context.assessed',
	'capacity.assessed',
	'teachBack.given',
	'instrument.used',
]);
const documents = new Set([
	'note.signed',
	'note.amended',
	'package.sent',
	'paper.scanned',
	'mandate.recorded',
	'request.received',
	'correction.asked',
]);

/** A message, a letter, a call: between whom, when, and its words. */
function communication(file: FhirFile, entry: Entry): Mapped {
	const about = aboutWhom(file, entry);
	const texts = textsOf(entry);
	const told = toldIn(file, entry);
	const resource: Communication & { id: string } = {
		resourceType: 'Communication',
		id: lineId(file, entry),
		status: 'completed',
		category: [codeOf('line', entry.kind, told)],
		subject: subjectOf(file, about),
		sent: moment(dataOf<{ at?: number }>(entry).at ?? entry.at),
		sender: authorRef(file, entry),
		...(entry.by.person === undefined && { recipient: about.map((p) => personRef(file, p)) }),
		payload: (texts.length > 0 ? texts : [told]).map((contentString) => ({ contentString })),
	};
	return { resource, about, entry };
}

/** A field of an assessment and what was answered; codes are left as they are. */
const itemsOf = (data: unknown): QuestionnaireResponseItem[] =>
	Object.entries(data as Readonly<Record<string, unknown>>).flatMap(([linkId, value]): QuestionnaireResponseItem[] => {
		if (typeof value === 'boolean') return [{ linkId, answer: [{ valueBoolean: value }] }];
		const isSaid = typeof value === 'string' && value !== '' && linkId !== 'person';
		return isSaid ? [{ linkId, answer: [{ valueString: value }] }] : [];
	});

/** One answer of an assessment. */
function response(file: FhirFile, entry: Entry): Mapped {
	const about = aboutWhom(file, entry);
	const resource: QuestionnaireResponse & { id: string } = {
		resourceType: 'QuestionnaireResponse',
		id: lineId(file, entry),
		questionnaire: `urn:balise:${entry.kind}`,
		status: 'completed',
		subject: subjectOf(file, about),
		authored: moment(entry.at),
		author: authorRef(file, entry),
		item: itemsOf(entry.data),
	};
	return { resource, about, entry };
}

const headed = (lang: FhirFile['lang'], body: NoteBody, label: (key: string) => string): readonly string[] =>
	Object.entries(body).flatMap(([key, text]) =>
		text ? [`${label(key)}${lang === 'fr' ? '\u00a0:' : ':'} ${text}`] : [],
	);

/** The words of a document, as plain text. */
function textOf({ lang }: FhirFile, entry: Entry): string {
	if (entry.kind === 'note.signed') {
		const { body, happened } = (entry as Extract<NoteEntry, { kind: 'note.signed' }>).data;
		const labels = new Map(happenedTerms(happenedWords(lang)));
		const facts = headed(lang, happened, (key) => labels.get(key) ?? key);
		return [...facts, ...headed(lang, body, noteWords(lang).heading)].join('\n\n');
	}
	if (entry.kind !== 'package.sent') return textsOf(entry).join('\n\n');
	const { texts } = dataOf<{ texts: Readonly<Record<string, Readonly<Record<string, ClauseWords>>>> }>(entry);
	return Object.values(texts)
		.flatMap((clauses) => Object.values(clauses).flatMap(clauseLines))
		.join('\n');
}

const types: Readonly<Record<string, string>> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' };

function attached(file: FhirFile, entry: Entry) {
	const title = toldIn(file, entry);
	const scan = dataOf<{ type?: string; content?: string }>(entry);
	if (entry.kind === 'paper.scanned' && scan.content !== undefined)
		return { title, contentType: types[scan.type ?? ''] ?? 'application/octet-stream', data: scan.content };
	const language = dataOf<{ language?: string }>(entry).language ?? file.lang;
	const data = Buffer.from(textOf(file, entry)).toString('base64');
	return { title, contentType: 'text/plain; charset=utf-8', language, ...(data !== '' && { data }) };
}

/** A note, a package that was handed, a paper: with its words. */
function documentOf(file: FhirFile, entry: Entry): Mapped {
	const about = aboutWhom(file, entry);
	const { session, note } = dataOf<{ session?: string; note?: number }>(entry);
	const isHeld = file.entries.some((e) => e.kind === 'session.opened' && dataOf<{ id: string }>(e).id === session);
	const amended = entry.kind === 'note.amended' && file.entries.some((e) => e.seq === note && e.kind === 'note.signed');
	const resource: DocumentReference & { id: string } = {
		resourceType: 'DocumentReference',
		id: lineId(file, entry),
		status: 'current',
		docStatus: 'final',
		type: codeOf('line', entry.kind, toldIn(file, entry)),
		subject: subjectOf(file, about),
		date: moment(entry.at),
		author: [authorRef(file, entry)],
		content: [{ attachment: { ...attached(file, entry), creation: moment(entry.at) } }],
		...(isHeld && { context: { encounter: [{ reference: `Encounter/${session}` }] } }),
		...(amended && {
			relatesTo: [{ code: 'appends', target: { reference: `DocumentReference/${file.id}-${note}` } }],
		}),
	};
	return { resource, about, entry };
}

/** What was written between people, answered and put on file. */
export const words = (file: FhirFile): readonly Mapped[] =>
	file.entries.flatMap((entry) => {
		if (written.has(entry.kind)) return [communication(file, entry)];
		if (answered.has(entry.kind)) return [response(file, entry)];
		return documents.has(entry.kind) ? [documentOf(file, entry)] : [];
	});
