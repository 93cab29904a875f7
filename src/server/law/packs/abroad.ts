import { type AnyLine, line } from '../line.ts';
import { always, emergencyHow, emergencyNote, emergencyNumberUntil, read, readAgain } from './help.ts';

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
		territory: 'US',
		topic: 'helpLine',
		value: {
			key: '911',
			kind: 'emergency',
			name: { fr: 'Urgence', en: 'Emergency' },
			number: '911',
			dial: '911',
			how: emergencyHow,
			hours: always,
		},
		source: 'liveandworkwell.com, rush.edu: 988 and 911 in the United States',
		verifiedOn: readAgain,
		confidence: 'secondary',
		expiresOn: emergencyNumberUntil,
		note: emergencyNote,
	}),
	line({
		territory: 'US',
		topic: 'helpLine',
		from: '2022-07-16',
		value: {
			key: '988',
			kind: 'suicide',
			name: { fr: 'Ligne d’aide en cas de crise de suicide', en: 'Suicide & Crisis Lifeline' },
			number: '9-8-8',
			dial: '988',
			text: '988',
			site: 'https://988lifeline.org',
			how: {
				fr: 'Appelez ou textez. Gratuit, partout aux États-Unis. En anglais et en espagnol.',
				en: 'Call or text. Free, everywhere in the United States. In English and Spanish.',
			},
			hours: always,
			languages: ['en'],
		},
		source: 'reimaginecrisis.org, webmd.com: in force since 2022-07-16, everywhere in the United States',
		verifiedOn: readAgain,
		confidence: 'secondary',
	}),
	line({
		territory: 'US-MS',
		topic: 'ageOfMajority',
		value: 21,
		source: 'general knowledge: the highest age of majority of the states; sources differ, so the stricter stands',
		verifiedOn: readAgain,
		confidence: 'general',
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
