import type { Locale } from '../i18n.ts';
import { channelRisks, deviceRisks } from './channel-risks.ts';
import { type Block, type Clause, type ClauseText, isContact } from './clause.ts';
import { afterHours, between, emergency, holidays, messaging } from './communications.ts';
import { agreement, exceptions, limits, security } from './confidentiality.ts';
import { type ClauseKey, type DocumentKey, documentOf } from './documents.ts';
import type { ClauseFacts } from './facts.ts';
import { typeset } from './phrases.ts';
import { emergencyPlan, interruption } from './plans.ts';
import { breach, cards, identityLimits, privacy, websearch } from './practice.ts';
import { privacyFacts } from './privacy-facts.ts';
import { accessRight, archiving, commsInRecord, keeping, sharing } from './records.ts';
import { complaint, regulatorNotice } from './regulator.ts';
import { multiParty, noRepublish, thirdPartyMessaging } from './respect.ts';
import { risks } from './risks.ts';
import { alternatives, benefits, fees, services, thirdParties } from './services.ts';
import { retention, storage } from './storage.ts';
import { staffSafety, workplaceRules } from './workplace.ts';

const library: Readonly<Record<ClauseKey, Clause>> = {
	services,
	benefits,
	risks,
	alternatives,
	fees,
	thirdParties,
	limits,
	channelRisks,
	deviceRisks,
	noRepublish,
	multiParty,
	thirdPartyMessaging,
	agreement,
	exceptions,
	security,
	between,
	emergency,
	holidays,
	afterHours,
	messaging,
	sharing,
	keeping,
	archiving,
	storage,
	retention,
	commsInRecord,
	accessRight,
	regulatorNotice,
	complaint,
	emergencyPlan,
	interruption,
	breach,
	websearch,
	cards,
	privacy,
	privacyFacts,
	identityLimits,
	staffSafety,
	workplaceRules,
};

/** A clause that was written, ready to be read, signed, asked about. */
export interface ComposedClause extends ClauseText {
	readonly key: ClauseKey;
}

/** A document filled with facts: what was written, and what could not be because its facts are not there. */
export interface Composed {
	readonly document: DocumentKey;
	readonly language: Locale;
	readonly title: string;
	readonly clauses: readonly ComposedClause[];
	/** Clauses that are lacking: the gates refuse a document for them. */
	readonly missing: readonly ClauseKey[];
}

const set = (text: ClauseText, locale: Locale): ClauseText => {
	const one = (words: string): string => typeset(words, locale);
	const block = (b: Block): Block => {
		if (typeof b === 'string') return one(b);
		return isContact(b) ? { contact: b.contact.map(one) } : b.map(one);
	};
	return {
		title: one(text.title),
		summary: text.summary.map(one),
		text: text.text.map(block),
		...(text.parts && { parts: text.parts.map((p) => ({ ...p, title: one(p.title), text: p.text.map(block) })) }),
		easy: text.easy.map(one),
		...(text.question !== undefined && { question: one(text.question) }),
	};
};

/** Fill a document with what is so. Pure: the same facts give the same text, and a changed fact a new version. */
export function compose(key: DocumentKey, facts: ClauseFacts, locale: Locale): Composed {
	const { clauses, titles } = documentOf(key);
	const concerned = clauses.filter((c) => library[c].concerns?.(facts) ?? true);
	const ready = (c: ClauseKey): boolean => library[c].needs?.(facts) ?? true;
	return {
		document: key,
		language: locale,
		title: typeset(titles[locale], locale),
		clauses: concerned.filter(ready).map((c) => ({ key: c, ...set(library[c][locale](facts), locale) })),
		missing: concerned.filter((c) => !ready(c)),
	};
}
