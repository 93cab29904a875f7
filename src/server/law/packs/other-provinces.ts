import type { Territory } from '#words/territories.ts';
import { type AnyLine, line } from '../line.ts';
import type { TerritorySheet } from '../topics.ts';
import { read } from './help.ts';

const sheet = (territory: Territory, source: string, value: TerritorySheet): AnyLine =>
	line({ territory, topic: 'territorySheet', value, source, verifiedOn: read, confidence: 'seen' });

const unknown = (territory: Territory): AnyLine =>
	line({
		territory,
		topic: 'territorySheet',
		value: {
			authorisation: 'unknown',
			notes: {
				fr: 'Règles non trouvées. Écrivez à l’organisme de réglementation avant le premier service et gardez sa réponse.',
				en: 'Rules not found. Write to the regulator before the first service and keep its answer.',
			},
		},
		source: 'not found',
		verifiedOn: read,
		confidence: 'notFound',
	});

/** What is known of serving somebody who is in another province or territory of Canada. */
export const otherProvinces: readonly AnyLine[] = [
	sheet('ON', 'ocswssw.org', {
		authorisation: 'required',
		regulator: {
			name: {
				fr: 'Ordre des travailleurs sociaux et des techniciens en travail social de l’Ontario',
				en: 'Ontario College of Social Workers and Social Service Workers',
			},
			site: 'https://www.ocswssw.org',
		},
		notes: {
			fr: 'Catégorie « pratique électronique » pour les personnes inscrites ailleurs au Canada, en règle : 50 $ par an.',
			en: '“Electronic practice” class for people registered elsewhere in Canada, in good standing: $50 a year.',
		},
	}),
	sheet('NS', 'nscsw.org', {
		authorisation: 'required',
		regulator: {
			name: { fr: 'Nova Scotia College of Social Workers', en: 'Nova Scotia College of Social Workers' },
			site: 'https://nscsw.org',
		},
		notes: {
			fr: 'Servir à distance une personne qui est en Nouvelle-Écosse, c’est y exercer : il faut en faire la demande.',
			en: 'Serving remotely a person who is in Nova Scotia is practice there: one must apply.',
		},
	}),
	sheet('NL', 'Newfoundland and Labrador College of Social Workers', {
		authorisation: 'required',
		regulator: {
			name: {
				fr: 'Newfoundland and Labrador College of Social Workers',
				en: 'Newfoundland and Labrador College of Social Workers',
			},
		},
		notes: {
			fr: 'Approbation avant de commencer, 100 $ + 150 $, preuve d’assurance. Dites au client où vous êtes membre et qui vous surveille; connaissez les ressources de l’endroit.',
			en: 'Approval before starting, $100 + $150, proof of insurance. Tell the client where you are registered and who regulates you; know the local resources.',
		},
	}),
	...(['PE', 'MB', 'SK', 'AB', 'BC', 'YT', 'NT', 'NU'] as const).map(unknown),
];
