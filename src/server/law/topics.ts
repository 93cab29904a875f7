import type { Bilingual, Vocabulary } from '#words/clauses/facts.ts';

/** At what age somebody consents alone to a service. `settled: false`: the text exists, its reach to this service does not. */
export interface AgeOfConsent {
	readonly alone: number;
	readonly settled: boolean;
	/** Who consents below that age. */
	readonly below: Bilingual;
}

/** A number to call or text when things are hard. */
export interface HelpLine {
	readonly key: string;
	readonly kind: 'emergency' | 'suicide' | 'social' | 'community' | 'youth' | 'indigenous' | 'violence';
	readonly name: Bilingual;
	/** As people read it. */
	readonly number: string;
	/** As a telephone link dials it. */
	readonly dial: string;
	/** A number for text messages, where there is one. */
	readonly text?: string;
	readonly site?: string;
	/** What one does, and what one finds there. */
	readonly how: Bilingual;
	/** Absent when not known. */
	readonly hours?: Bilingual;
	/** Absent when not known. */
	readonly languages?: readonly ('fr' | 'en')[];
}

/** The body that watches over the profession in a place, and how one complains to it. */
export interface Regulator {
	readonly key: string;
	readonly name: Bilingual;
	readonly address?: string;
	readonly phones: readonly string[];
	readonly email?: string;
	readonly site: string;
	readonly complaint: Bilingual;
	readonly complaintPage?: string;
}

/** A body that registers the profession in a place, as the directory lists it; `none`: no law registers it there. */
export interface RegulatorListing {
	readonly key: string;
	readonly name: Bilingual;
	readonly site?: string;
	/** Where anybody looks up whether somebody is registered. */
	readonly lookup?: string;
	readonly none?: true;
}

/** What somebody registered in a place reads of its rules on telepractice, edition by edition. */
export interface RuleSheet {
	readonly title: Bilingual;
	readonly points: readonly Bilingual[];
}

/** On what ground something may leave the dossier without consent; the client's agreement lists exactly these. */
export interface SecrecyException {
	readonly basis: 'danger' | 'law' | 'order' | 'professionalDuty';
	readonly clause: Bilingual;
	/** Everything that must be true at once, each shown with its own facts. */
	readonly conditions: readonly Bilingual[];
}

/** How long a record is kept. */
export interface Retention {
	readonly years: number;
	readonly start: 'lastService';
	/** For somebody who was a minor: that many years after majority, if later. */
	readonly minorsYearsAfterMajority?: number;
}

/** What the record of a destruction must say of whose file it was. */
export interface DestructionRecord {
	/** Whose file it was is named; elsewhere the number of the file says enough. */
	readonly individual: boolean;
}

/** Whom to tell when confidential information was lost, stolen or seen, and when. */
export interface BreachAuthority {
	readonly name: Bilingual;
	readonly phones: readonly string[];
	readonly address?: string;
	readonly site?: string;
	/** When the authority and the person are told. */
	readonly notice: Bilingual;
}

/** What decides whether the authority is told of an incident, and what that is called there. */
export interface IncidentRule {
	/** A risk of serious injury; or always, unless no harm and no identification are to be feared. */
	readonly threshold: 'seriousInjury' | 'unlessNoHarm';
	/** The question that somebody answers and signs. */
	readonly question: Bilingual;
	/** When the persons and the authority are told, as the text says it. */
	readonly when: Bilingual;
}

/** What the register says of each incident. */
export const incidentFields = [
	'data',
	'circumstances',
	'dates',
	'aware',
	'count',
	'risk',
	'notices',
	'measures',
] as const;
export type IncidentField = (typeof incidentFields)[number];

/** Where to report that a child may be in danger. */
export interface ChildProtection {
	readonly name: Bilingual;
	readonly phones: readonly { readonly number: string; readonly when?: Bilingual }[];
	readonly duty: Bilingual;
}

/** Whether somebody registered elsewhere may serve a client who is in this place. */
export interface TerritorySheet {
	readonly authorisation: 'unknown' | 'required' | 'exempt';
	/** No route is known for somebody registered in Canada only: an authorisation document must be on file. */
	readonly noRoute?: true;
	readonly regulator?: { readonly name: Bilingual; readonly site?: string };
	readonly notes: Bilingual;
}

/** A privacy law that applies there. */
export interface PrivacyLaw {
	readonly name: Bilingual;
	readonly citation: string;
	readonly appliesTo: Bilingual;
}

/** How long the practice has to answer somebody who asks for their record. */
export interface AccessReply {
	readonly days: number;
	readonly count: 'calendar' | 'business';
	readonly appeal?: Bilingual;
	/** No answer by then counts as a refusal, against which one may complain. */
	readonly silenceRefuses?: true;
}

/** On what ground something may be kept out of the copy that a person asked for. */
export const accessGrounds = ['thirdParty', 'health', 'proceedings', 'law'] as const;
export type AccessGround = (typeof accessGrounds)[number];

/** Where that ground stands in the law of a place. */
export interface GroundInLaw {
	readonly ground: AccessGround;
	readonly citation: string;
}

/** Everything the rule packs can be asked, and the shape of the answer. */
export interface Topics {
	readonly ageOfConsent: AgeOfConsent;
	readonly ageOfMajority: number;
	readonly helpLine: HelpLine;
	readonly regulator: Regulator;
	readonly regulatorListing: RegulatorListing;
	/** Its `from` is its edition: a later one is read and attested again. */
	readonly ruleSheet: RuleSheet;
	/** The regulator's general e-mail address, where it was not read with the rest. */
	readonly regulatorEmail: string;
	readonly secrecyException: SecrecyException;
	readonly retention: Retention;
	readonly destructionRecord: DestructionRecord;
	readonly breachAuthority: BreachAuthority;
	readonly incidentRule: IncidentRule;
	/** What the register of incidents holds, in its order. */
	readonly incidentRegister: readonly IncidentField[];
	/** What the notice to the authority holds beside who sends it, in its order. */
	readonly incidentNotice: readonly IncidentField[];
	/** Years an incident stays in the register of incidents. */
	readonly incidentRegisterYears: number;
	/** Days within which everyone whose information was touched is told. */
	readonly incidentTellingDays: number;
	/** Days within which a use of "safety first" is looked back at. */
	readonly safetyReviewDays: number;
	/** Days before a practitioner's files pass to another within which the regulator is told. */
	readonly cessionNoticeDays: number;
	/** Hours after a meeting within which its note is signed, where the practice says nothing else. */
	readonly noteHours: number;
	/** Days within which a web search about a client is noted, and the client is told of it. */
	readonly webSearchDays: { readonly note: number; readonly tell: number };
	/** Days after which somebody looks again for a copy of a file that was taken out. */
	readonly exportRecallDays: number;
	readonly childProtection: ChildProtection;
	readonly territorySheet: TerritorySheet;
	readonly privacyLaw: PrivacyLaw;
	readonly accessReply: AccessReply;
	readonly accessGround: GroundInLaw;
	readonly vocabulary: Vocabulary;
}

/** What can be asked. */
export type Topic = keyof Topics;
