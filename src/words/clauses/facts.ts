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
	/** « … est membre de l’Ordre … » */
	readonly regulator: Bilingual;
	/** « son numéro de permis » */
	readonly registrationNumber: Bilingual;
	/** « vous pouvez demander une enquête au syndic » */
	readonly complain: Bilingual;
	/** « incident de confidentialité » */
	readonly breach: Bilingual;
}

/** Who watches over the profession, as the client is told: six items (qc-2.09-e1). */
export interface RegulatorFacts {
	readonly name: Bilingual;
	readonly address: string;
	readonly phones: readonly string[];
	readonly email: string;
	readonly site: string;
	/** How a complaint is made there, in full sentences. */
	readonly complaint: Bilingual;
}
