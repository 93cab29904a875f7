import { type AnyLine, line } from '../line.ts';
import { always, both, emergencyHow, emergencyNote, emergencyNumberUntil, read, readAgain, soon } from './help.ts';

const here = { territory: 'NB', topic: 'helpLine', verifiedOn: readAgain } as const;

/** Where to find help at once in New Brunswick. CHIMO is left out on purpose. */
export const newBrunswickHelp: readonly AnyLine[] = [
	line({
		...here,
		value: {
			key: '911',
			kind: 'emergency',
			name: { fr: 'Urgence', en: 'Emergency' },
			number: '911',
			dial: '911',
			how: emergencyHow,
			hours: always,
			languages: both,
		},
		source: 'Emergency 911 Act, 2011, c. 146, s. 1; gnb.ca, NB 911 Bureau',
		confidence: 'seen',
		expiresOn: emergencyNumberUntil,
		note: emergencyNote,
	}),
	line({
		...here,
		value: {
			key: 'nb-mental-health',
			kind: 'social',
			name: {
				fr: 'Ligne d’aide en santé mentale et dépendances',
				en: 'Addiction and Mental Health Helpline',
			},
			number: '1-866-355-5550',
			dial: '+18663555550',
			how: {
				fr: 'Parlez à une personne formée. Gratuit, confidentiel, dans les deux langues.',
				en: 'Talk to a trained person. Free, confidential, in both languages.',
			},
			hours: always,
			languages: both,
		},
		source: 'gnb.ca, news release 2023.07.0347',
		confidence: 'seen',
	}),
	line({
		...here,
		verifiedOn: read,
		value: {
			key: '211',
			kind: 'community',
			name: { fr: 'Services près de chez vous', en: 'Services near you' },
			number: '211',
			dial: '211',
			how: {
				fr: 'Pour trouver de l’aide qui n’est pas urgente : logement, repas, soutien.',
				en: 'To find help that is not urgent: housing, food, support.',
			},
		},
		source: '211 New Brunswick',
		confidence: 'seen',
	}),
	line({
		...here,
		value: {
			key: '811',
			kind: 'social',
			name: { fr: 'Télé-Soins', en: 'Tele-Care' },
			number: '811',
			dial: '811',
			how: {
				fr: 'Conseils de santé par téléphone, dans les deux langues.',
				en: 'Health advice by phone, in both languages.',
			},
			hours: always,
			languages: both,
		},
		source: 'Government of New Brunswick, Seniors’ Guide, November 2016',
		confidence: 'secondary',
		expiresOn: soon,
	}),
];
