import { type AnyLine, line } from '../line.ts';
import { read } from './help.ts';

/** What is known of serving somebody who is outside Canada. */
export const abroad: readonly AnyLine[] = [
	line({
		territory: 'US',
		topic: 'territorySheet',
		value: {
			authorisation: 'required',
			noRoute: true,
			notes: {
				fr: 'Chaque État a ses règles. L’entente entre États ne délivre pas encore de permis et demande un État d’attache : pas de voie connue pour une personne autorisée au Canada seulement. Il faut un document d’autorisation au dossier.',
				en: 'Each state has its own rules. The compact among states issues no licence yet and needs a home state: no route is known for somebody registered in Canada only. An authorisation document must be on file.',
			},
		},
		source: 'Social Work Licensure Compact, early 2026 and May 2026',
		verifiedOn: read,
		confidence: 'seen',
	}),
	line({
		territory: 'OTHER',
		topic: 'territorySheet',
		value: {
			authorisation: 'unknown',
			noRoute: true,
			notes: {
				fr: 'Règles non trouvées. Il faut un document d’autorisation au dossier avant le premier service.',
				en: 'Rules not found. An authorisation document must be on file before the first service.',
			},
		},
		source: 'not found',
		verifiedOn: read,
		confidence: 'notFound',
	}),
	line({
		territory: 'OTHER',
		topic: 'ageOfMajority',
		value: 19,
		source: 'general knowledge: the highest age of majority in Canada, used where no other is known',
		verifiedOn: read,
		confidence: 'general',
	}),
];
