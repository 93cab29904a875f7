import type { Bilingual } from '#words/clauses/facts.ts';
import type { Territory } from '#words/territories.ts';
import type { Confidence } from '../line.ts';
import { type AnyLine, line } from '../line.ts';
import type { RegulatorListing } from '../topics.ts';
import { readAgain, soon } from './help.ts';

type Known = Omit<RegulatorListing, 'name'> & {
	readonly name: Bilingual | string;
	readonly source: string;
	readonly confidence?: Confidence;
};

const listing = (territory: Territory, { name, source, confidence = 'secondary', ...rest }: Known): AnyLine =>
	line({
		territory,
		topic: 'regulatorListing',
		value: { ...rest, name: typeof name === 'string' ? { fr: name, en: name } : name },
		source,
		confidence,
		verifiedOn: readAgain,
		expiresOn: soon,
	});

const nobody = (territory: Territory, key: string): AnyLine =>
	listing(territory, {
		key,
		none: true,
		name: {
			fr: 'Aucun organisme\u00a0: la profession n’y est pas réglementée',
			en: 'No body: the profession is not regulated there',
		},
		source: 'casw-acts.ca, regulatory environment',
	});

/** Who registers the profession, place by place; the rest is for the practice to look up and date. */
export const directory: readonly AnyLine[] = [
	listing('QC', {
		key: 'OTSTCFQ',
		name: {
			fr: 'Ordre des travailleurs sociaux et des thérapeutes conjugaux et familiaux du Québec',
			en: 'Ordre des travailleurs sociaux et des thérapeutes conjugaux et familiaux du Québec',
		},
		site: 'https://www.otstcfq.org',
		source: 'otstcfq.org',
		confidence: 'seen',
	}),
	listing('NB', {
		key: 'ATSNB',
		name: {
			fr: 'Association des travailleuses et des travailleurs sociaux du Nouveau-Brunswick',
			en: 'New Brunswick Association of Social Workers',
		},
		site: 'https://www.nbasw-atsnb.ca',
		source: 'nbasw-atsnb.ca',
		confidence: 'seen',
	}),
	listing('ON', {
		key: 'OTSTTSO',
		name: {
			fr: 'Ordre des travailleurs sociaux et des techniciens en travail social de l’Ontario',
			en: 'Ontario College of Social Workers and Social Service Workers',
		},
		site: 'https://www.ocswssw.org',
		source: 'ocswssw.org',
		confidence: 'seen',
	}),
	listing('NS', {
		key: 'NSCSW',
		name: 'Nova Scotia College of Social Workers',
		site: 'https://nscsw.org',
		source: 'nscsw.org',
		confidence: 'seen',
	}),
	listing('NL', {
		key: 'NLCSW',
		name: 'Newfoundland and Labrador College of Social Workers',
		source: 'Newfoundland and Labrador College of Social Workers',
		confidence: 'seen',
	}),
	listing('MB', {
		key: 'MCSW',
		name: 'Manitoba College of Social Workers',
		site: 'https://mcsw.ca',
		source: 'mcsw.ca, history of the College',
	}),
	listing('SK', {
		key: 'SASW',
		name: 'Saskatchewan Association of Social Workers',
		site: 'https://www.sasw.ca',
		source: 'casw-acts.ca, regulatory environment',
	}),
	listing('AB', {
		key: 'ACSW',
		name: 'Alberta College of Social Workers',
		source: 'casw-acts.ca, regulatory environment; firstsession.com 2024-02',
	}),
	listing('BC', {
		key: 'BCCSW',
		name: 'British Columbia College of Social Workers',
		site: 'https://bccsw.ca',
		source: 'bccsw.ca, board and committees',
	}),
	listing('PE', {
		key: 'PEISW',
		name: { fr: 'Organisme à trouver', en: 'Body still to be found' },
		source: 'not found',
		confidence: 'notFound',
	}),
	listing('NT', {
		key: 'NTSW',
		name: { fr: 'Organisme à trouver', en: 'Body still to be found' },
		source: 'not found',
		confidence: 'notFound',
	}),
	nobody('YT', 'YTSW'),
	nobody('NU', 'NUSW'),
];
