import { canadian, type Territory } from '#words/territories.ts';
import { type AnyLine, line } from '../line.ts';
import { always, both, emergencyHow, emergencyNote, emergencyNumberUntil, readAgain, soon } from './help.ts';

const here = (territory: Territory) => ({ territory, topic: 'helpLine', verifiedOn: readAgain }) as const;

/** 911 outside Québec and New Brunswick, whose packs have their own line. */
const emergency = (territory: Territory): AnyLine =>
	line({
		...here(territory),
		value: {
			key: '911',
			kind: 'emergency',
			name: { fr: 'Urgence', en: 'Emergency' },
			number: '911',
			dial: '911',
			how: emergencyHow,
			hours: always,
		},
		source: 'crtc.gc.ca, 9-1-1 services; Telecom Regulatory Policy 2014-342 (96 % of the population)',
		// Nunavut has no 911 that covers all of it: a number that may not answer is worse than none.
		confidence: territory === 'NU' ? 'general' : 'secondary',
		expiresOn: emergencyNumberUntil,
		note: {
			fr: `Quelques endroits éloignés n’ont pas le 911. ${emergencyNote.fr}`,
			en: `Some remote places have no 911. ${emergencyNote.en}`,
		},
	});

const suicide = (territory: Territory): AnyLine =>
	line({
		...here(territory),
		from: '2023-11-30',
		value: {
			key: '988',
			kind: 'suicide',
			name: { fr: 'Ligne d’aide en cas de crise de suicide', en: 'Suicide Crisis Helpline' },
			number: '9-8-8',
			dial: '988',
			text: '988',
			site: 'https://988.ca',
			how: {
				fr: 'Appelez ou textez, pour vous ou pour quelqu’un. Gratuit, partout au Canada.',
				en: 'Call or text, for you or for someone. Free, everywhere in Canada.',
			},
			hours: always,
			languages: both,
		},
		source: 'Government of Canada, news release of 2023-11-30; 988.ca',
		confidence: 'seen',
		...(territory === 'QC' && {
			note: {
				fr: 'Au Québec, l’appel est dirigé vers le 1 866 APPELLE.',
				en: 'In Québec the call is passed on to 1 866 APPELLE.',
			},
		}),
	});

const youth = (territory: Territory): AnyLine =>
	line({
		...here(territory),
		value: {
			key: 'kids-help-phone',
			kind: 'youth',
			name: { fr: 'Jeunesse, J’écoute', en: 'Kids Help Phone' },
			number: '1-800-668-6868',
			dial: '+18006686868',
			text: '686868',
			how: { fr: 'Pour les jeunes : parlez ou textez.', en: 'For young people: talk or text.' },
		},
		source: 'gnb.ca, news release 2020.05.0259 (voice); muskoka411.com 2023 (text)',
		confidence: 'secondary',
		expiresOn: soon,
	});

const indigenous = (territory: Territory): AnyLine =>
	line({
		...here(territory),
		value: {
			key: 'hope-for-wellness',
			kind: 'indigenous',
			name: { fr: 'Ligne d’écoute d’espoir', en: 'Hope for Wellness Helpline' },
			number: '1-855-242-3310',
			dial: '+18552423310',
			how: {
				fr: 'Pour les personnes des Premières Nations, inuites et métisses.',
				en: 'For First Nations, Inuit and Métis people.',
			},
		},
		source: 'general knowledge',
		confidence: 'general',
	});

/** What one may call from anywhere in Canada. */
export const canada: readonly AnyLine[] = canadian.flatMap((territory) => [
	...(territory === 'QC' || territory === 'NB' ? [] : [emergency(territory)]),
	suicide(territory),
	youth(territory),
	indigenous(territory),
]);
