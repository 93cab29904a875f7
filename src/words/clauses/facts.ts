import type { Territory } from '../territories.ts';

/** The same words in both languages. */
export interface Bilingual {
	readonly fr: string;
	readonly en: string;
}

/**
 * How a place's rules name things: Ordre and permis in Québec, Association and immatriculation in New Brunswick. It
 * goes by rule pack, never by language. Each value fits the sentence shown.
 */
export interface Vocabulary {
	/** « vous pouvez écrire à l’Ordre » */
	readonly regulator: Bilingual;
	/** « numéro de permis » */
	readonly registrationNumber: Bilingual;
	/** « vous pouvez demander une enquête au syndic de l’Ordre » */
	readonly complain: Bilingual;
	/** « incident de confidentialité » */
	readonly breach: Bilingual;
}

/** The body that watches over the profession, whole: name, address, phone, e-mail, site, how one complains (qc-2.09-e1). */
export interface RegulatorFacts {
	readonly name: Bilingual;
	readonly address: string;
	readonly phones: readonly string[];
	readonly email: string;
	readonly site: string;
	/** In full sentences. */
	readonly complaint: Bilingual;
}

/** A number to call now; the rule packs' help lines fit. */
export interface CrisisLine {
	readonly name: Bilingual;
	readonly number: string;
	readonly text?: string;
	readonly hours?: Bilingual;
}

/** A copy of the record, and where it is kept. */
export interface BackupFacts {
	readonly territory: Territory;
	readonly encrypted: boolean;
}

/** Where the record lies, as the running system says. */
export interface StorageFacts {
	readonly place: 'ownComputer' | 'ownServer' | 'hostedServer';
	/** Who runs the server, when it is not the practice. */
	readonly provider?: string;
	readonly territory: Territory;
	readonly encrypted: boolean;
	readonly backup?: BackupFacts;
}

/** What protects the exchanges and the record, as the running system says; the firewall is on the practice's word. */
export interface SecurityFacts {
	readonly encryptedInTransit: boolean;
	readonly endToEndVideo: boolean;
	/** Practitioners sign in with two factors or a passkey. */
	readonly strongSignIn: boolean;
	readonly firewallAttested: boolean;
}

/** How long the record is kept. */
export interface RetentionFacts {
	readonly years: number;
	readonly start: 'lastService';
	readonly minorsYearsAfterMajority?: number;
}

/** Somebody else who takes part, why, and what they are given. */
export interface ThirdParty {
	readonly name: string;
	readonly purpose: Bilingual;
	readonly shared: Bilingual;
}

/** What is asked for a service. */
export interface Fee {
	readonly label: Bilingual;
	readonly amount: number;
	/** ISO 4217. */
	readonly currency: string;
}

/** What may be asked after a meeting that was not kept, under a written agreement alone. Amounts in cents. */
export interface MissedRule {
	/** Up to so many hours before, a meeting is called off freely. */
	readonly hours: number;
	/** For a meeting that was missed, or called off later than that. */
	readonly amount: number;
	/** From how many minutes a late start counts, and for how much; absent: it never does. */
	readonly late?: { readonly minutes: number; readonly amount: number };
}

/** The means the practice offers. */
export const channels = ['video', 'phone', 'chat', 'email', 'text'] as const;
/** One of those means. */
export type Channel = (typeof channels)[number];

/** How soon a message is answered. */
export interface ReplyWithin {
	readonly amount: number;
	readonly unit: 'hour' | 'businessDay';
}

/** What happens when the line drops. */
export interface InterruptionFacts {
	readonly waitMinutes: number;
	readonly whoCalls: 'practice' | 'client';
	/** The practice's number. */
	readonly number: string;
}

/** When something may be told without consent; the rule packs' secrecy exceptions fit. */
export interface ExceptionFacts {
	readonly basis: string;
	readonly clause: Bilingual;
}

/** The public body told of a breach; the rule packs' breach authorities fit. */
export interface BreachFacts {
	readonly name: Bilingual;
	readonly phones: readonly string[];
	readonly site?: string;
	readonly notice: Bilingual;
}

/**
 * What the clauses are filled with: the practice's settings, the rule pack of the client's place, and what the running
 * system does. A clause whose facts are lacking is not written, so that no text can promise what nobody set.
 */
export interface ClauseFacts {
	readonly practice: { readonly name: string };
	readonly practitioner: {
		readonly name: string;
		readonly title: Bilingual;
		readonly number: string;
		readonly address: string;
		readonly phone: string;
		readonly email: string;
	};
	/** Where the client is. */
	readonly territory: Territory;
	/** Who the text is for; absent when the practice publishes it for everyone. */
	readonly client?: 'one' | 'several';
	readonly vocabulary: Vocabulary;
	readonly regulator?: RegulatorFacts;
	readonly channels: readonly Channel[];
	readonly inPerson: boolean;
	readonly fees: readonly Fee[] | 'free';
	/** Absent: a meeting that was missed costs nothing. */
	readonly missed?: MissedRule;
	readonly thirdParties: readonly ThirdParty[];
	readonly alternatives: readonly Bilingual[];
	readonly exceptions: readonly ExceptionFacts[];
	readonly storage: StorageFacts;
	readonly security: SecurityFacts;
	readonly retention?: RetentionFacts;
	readonly replyWithin: ReplyWithin;
	/** « du lundi au vendredi, de 9 h à 17 h » */
	readonly hours: Bilingual;
	/** Who answers during holidays; absent: nobody does, and the text says so. */
	readonly cover?: { readonly name: string; readonly phone: string };
	readonly crisis: readonly CrisisLine[];
	readonly interruption?: InterruptionFacts;
	readonly breachAuthority?: BreachFacts;
	readonly accessReply?: { readonly days: number; readonly count: 'calendar' | 'business' };
	readonly privacyOfficer: { readonly name: string; readonly contact: string };
	readonly privacyLaws: readonly { readonly name: Bilingual }[];
	/** Who takes card payments; absent: no card is taken. */
	readonly cards?: { readonly provider: string };
	/** Parts the practice leaves out, each with its own signed reason elsewhere (`risks.lostCues`, …). */
	readonly leftOut?: readonly string[];
}
