import { type AnyLine, line } from '../line.ts';
import { always, both, emergencyHow, emergencyNote, emergencyNumberUntil, readAgain } from './help.ts';

const here = { territory: 'QC', topic: 'helpLine', verifiedOn: readAgain } as const;

/** Where to find help at once in Québec. */
export const quebecHelp: readonly AnyLine[] = [
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
		},
		source: 'agence911.org; securitepublique.gouv.qc.ca, centres d’urgence 9-1-1',
		confidence: 'seen',
		expiresOn: emergencyNumberUntil,
		note: {
			fr: `Les villages nordiques et certaines communautés n’ont pas le 911. ${emergencyNote.fr}`,
			en: `Northern villages and some communities have no 911. ${emergencyNote.en}`,
		},
	}),
	line({
		...here,
		value: {
			key: '811',
			kind: 'social',
			name: { fr: 'Info-Social', en: 'Info-Social' },
			number: '811, option 2',
			dial: '811',
			how: {
				fr: 'Détresse, inquiétude, situation difficile : parlez à une personne formée. Gratuit et confidentiel.',
				en: 'Distress, worry, a hard situation: talk to a trained person. Free and confidential.',
			},
			hours: always,
		},
		source: 'lavalensante.com; cisss-at.gouv.qc.ca; ciussswestcentral.ca',
		confidence: 'seen',
	}),
	line({
		...here,
		value: {
			key: 'appelle',
			kind: 'suicide',
			name: { fr: 'Prévention du suicide', en: 'Suicide prevention' },
			number: '1 866 APPELLE (1 866 277-3553)',
			dial: '+18662773553',
			text: '535353',
			site: 'https://suicide.ca',
			how: {
				fr: 'Pour vous ou pour quelqu’un que vous aimez : par téléphone, par texto ou par clavardage.',
				en: 'For you or for someone you love: by phone, text or chat.',
			},
			hours: always,
		},
		source: 'suicide.ca; lavalensante.com; infodimanche.com 2022-10 (535353)',
		confidence: 'seen',
	}),
	line({
		...here,
		value: {
			key: 'sos-violence',
			kind: 'violence',
			name: { fr: 'SOS violence conjugale', en: 'SOS violence conjugale' },
			number: '1 800 363-9010',
			dial: '+18003639010',
			how: {
				fr: 'Violence dans le couple : écoute et hébergement.',
				en: 'Violence in a couple: someone to talk to, shelter.',
			},
			languages: both,
		},
		source: 'general knowledge',
		confidence: 'general',
	}),
];
