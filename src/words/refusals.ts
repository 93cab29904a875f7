import type { Locale } from './i18n.ts';
import { accountCodes } from './refusals/accounts.ts';
import { bodyWhys } from './refusals/bodies.ts';
import { careCodes } from './refusals/care.ts';
import { caringCodes, caringWhys } from './refusals/caring.ts';
import { clauseCodes, clauseWhys } from './refusals/clauses.ts';
import { commonCodes } from './refusals/common.ts';
import { consentWhys } from './refusals/consent.ts';
import { disclosureCodes, disclosureWhys } from './refusals/disclosure.ts';
import { documentWhys } from './refusals/documents.ts';
import { elsewhereWhys } from './refusals/elsewhere.ts';
import { exportCodes, exportWhys } from './refusals/exports.ts';
import { fitWhys } from './refusals/fit.ts';
import { identityWhys } from './refusals/identity.ts';
import { incidentCodes, incidentWhys } from './refusals/incidents.ts';
import { informedWhys } from './refusals/informed.ts';
import { intakeCodes, intakeWhys } from './refusals/intake.ts';
import { lendingCodes } from './refusals/lending.ts';
import { limitWhys } from './refusals/limits.ts';
import { mends } from './refusals/mends.ts';
import { paperCodes, paperWhys } from './refusals/papers.ts';
import { policyCodes, policyWhys } from './refusals/policies.ts';
import { recordCodes, recordWhys } from './refusals/record.ts';
import { recoveryCodes } from './refusals/recovery.ts';
import { retentionCodes, retentionWhys } from './refusals/retention.ts';
import { safeCodes, safeWhys } from './refusals/safe.ts';
import { type NotYet, type Sayings, say } from './refusals/saying.ts';
import { suitabilityWhys } from './refusals/suitability.ts';
import { territoryCodes, territoryWhys } from './refusals/territories.ts';
import { transferCodes, transferWhys } from './refusals/transfer.ts';
import { searchCodes, searchWhys } from './refusals/web-search.ts';
import { writingCodes, writingWhys } from './refusals/writing.ts';
import { writtenCodes } from './refusals/written.ts';

const codes: Sayings = {
	...commonCodes,
	...careCodes,
	...caringCodes,
	...accountCodes,
	...territoryCodes,
	...policyCodes,
	...intakeCodes,
	...clauseCodes,
	...lendingCodes,
	...retentionCodes,
	...transferCodes,
	...recoveryCodes,
	...disclosureCodes,
	...exportCodes,
	...recordCodes,
	...writingCodes,
	...writtenCodes,
	...searchCodes,
	...paperCodes,
	...incidentCodes,
	...safeCodes,
};
const whys: Sayings = {
	...consentWhys,
	...informedWhys,
	...fitWhys,
	...suitabilityWhys,
	...caringWhys,
	...limitWhys,
	...elsewhereWhys,
	...identityWhys,
	...documentWhys,
	...territoryWhys,
	...policyWhys,
	...intakeWhys,
	...clauseWhys,
	...bodyWhys,
	...retentionWhys,
	...transferWhys,
	...disclosureWhys,
	...exportWhys,
	...recordWhys,
	...writingWhys,
	...searchWhys,
	...paperWhys,
	...incidentWhys,
	...safeWhys,
};

const someCode = {
	fr: ['une chose manque encore', 'Rechargez la page, puis essayez de nouveau.'],
	en: ['something is still missing', 'Reload the page, then try again.'],
} as const;
const someWhy = {
	fr: ['une preuve manque encore au dossier', 'Ouvrez l’exigence, juste ici, pour lire ce qu’elle demande.'],
	en: ['evidence is still missing from the file', 'Open the duty, right here, to read what it asks for.'],
} as const;

/** What a refusal's code says to a person, when no duty speaks. */
export const refusalText = (lang: Locale, code: string): NotYet => say(lang, codes[code] ?? someCode);

/** What a duty says that is not met yet: what is missing, and why it matters. */
export const whyText = (lang: Locale, key: string): NotYet => say(lang, whys[key] ?? someWhy);

/** The words on the one button that leads to the mending act. */
export const mendWords = (lang: Locale, act: string): string => (mends[act] ?? someMend)[lang];

const someMend = { fr: 'Voir ce qui manque', en: 'See what is missing' } as const;

/** Every key that has words, for the tests that compare them with what the program gives. */
export const spokenKeys = { codes: Object.keys(codes), whys: Object.keys(whys), mends: Object.keys(mends) };
