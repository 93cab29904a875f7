import type { Entry } from '#server/kernel/entry.ts';
import { assessmentWords } from '#words/assessment.ts';
import { type DocumentKey, documentKeys, documentOf } from '#words/clauses/documents.ts';
import { pointName } from '#words/clauses/names.ts';
import { officeConsentWords } from '#words/consent-office.ts';
import { contactWords } from '#words/contacts.ts';
import { momentText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { happenedWords } from '#words/notes.ts';
import { bothPlacesWords } from '#words/place-notice.ts';
import { planWords } from '#words/plans.ts';
import { recordWords } from '#words/record.ts';
import { isTerritory, territoryName } from '#words/territories.ts';

type Fields = Readonly<Record<string, unknown>>;
type About = (fields: Fields, lang: Locale, zone: string) => string | undefined;

const textIn = (fields: Fields, name: string): string | undefined => {
	const value = fields[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
};
const named =
	(field: string, nameOf: (lang: Locale) => (key: string) => string): About =>
	(fields, lang) => {
		const key = textIn(fields, field);
		return key && nameOf(lang)(key);
	};

const document = named('document', (lang) => (key) => {
	const known = documentKeys.find((k): k is DocumentKey => k === key);
	return known ? documentOf(known).titles[lang] : key;
});
const clause = named('clause', (lang) => (key) => pointName(key, lang));
const channel = named('channel', (lang) => officeConsentWords(lang).channelName);
const when: About = ({ startsAt }, lang, zone) =>
	typeof startsAt === 'number' ? momentText(lang, startsAt, zone) : undefined;

const means: About = ({ mode }, lang) => (typeof mode === 'string' ? happenedWords(lang).mode(mode) : undefined);
const placeName = (place: unknown, lang: Locale): string =>
	typeof place === 'string' && isTerritory(place) ? territoryName(place, lang) : '?';

/** Of several lines of one kind, which is which: the document, the means, the question, the plan, the time. */
const abouts: Readonly<Record<string, About>> = {
	'document.read': document,
	'document.explained': document,
	'question.asked': document,
	'clause.accepted': clause,
	'clause.refused': clause,
	'reading.begun': document,
	'reading.moved': clause,
	'reading.ended': document,
	'channel.agreed': channel,
	'channel.withdrawn': channel,
	'notice.acknowledged': named('notice', (lang) => officeConsentWords(lang).noticeName),
	'suitability.answered': named('question', (lang) => assessmentWords(lang).questionIs),
	'plan.given': ({ plan }, lang) => planWords(lang)[plan === 'failure' ? 'failure' : 'emergency'],
	'person.added': ({ name }) => (typeof name === 'string' ? name : undefined),
	'session.opened': means,
	'session.started': means,
	'session.planned': means,
	'session.placed': ({ practitionerTerritory, clientTerritory }, lang) =>
		bothPlacesWords(lang).places(placeName(practitionerTerritory, lang), placeName(clientTerritory, lang)),
	'placeNotice.read': ({ territory }, lang) => placeName(territory, lang),
	'contact.logged': named('kind', (lang) => contactWords(lang).kind),
	'contact.corrected': named('kind', (lang) => contactWords(lang).kind),
	'search.noted': ({ where }) => (typeof where === 'string' ? where : undefined),
	'search.recorded': ({ where }) => (typeof where === 'string' ? where : undefined),
	'appointment.booked': when,
	'appointment.moved': when,
	'access.requested': named('asks', (lang) => recordWords(lang).asks),
	'access.delivered': named('answer', (lang) => recordWords(lang).done),
	'correction.answered': named('answer', (lang) => recordWords(lang).answered),
};

/** What a line is about, beside its kind; undefined when its kind says it all. */
export const aboutOf = ({ kind, data }: Entry, lang: Locale, zone: string): string | undefined =>
	abouts[kind]?.(data as Fields, lang, zone);
