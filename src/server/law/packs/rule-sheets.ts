import { type AnyLine, line } from '../line.ts';
import { readAgain } from './help.ts';

const one = { topic: 'ruleSheet', verifiedOn: readAgain, confidence: 'seen' } as const;

/** What members read of their own body's rules on telepractice; a practice may publish a later edition of its own. */
export const ruleSheets: readonly AnyLine[] = [
	line({
		...one,
		territory: 'QC',
		from: '2015-12-15',
		value: {
			title: {
				fr: 'OTSTCFQ\u00a0: normes sur l’emploi des technologies',
				en: 'OTSTCFQ: norms on the use of technology',
			},
			points: [
				{
					fr: 'Un permis en vigueur, et une formation à chaque moyen que l’on emploie.',
					en: 'A permit in force, and training on each channel one uses.',
				},
				{
					fr: 'Un consentement libre et éclairé de chaque personne, avant le premier service.',
					en: 'Free and informed consent of each person, before the first service.',
				},
				{
					fr: 'À chaque rencontre\u00a0: savoir à qui l’on parle et où la personne se trouve.',
					en: 'At each meeting: know whom one speaks to and where the person is.',
				},
				{
					fr: 'Les règles de votre endroit et celles de l’endroit du client s’appliquent toutes les deux.',
					en: 'The rules of your place and those of the client’s place both apply.',
				},
				{
					fr: 'Une rencontre en personne est toujours offerte, ou une autre ressource.',
					en: 'A meeting in person is always offered, or another resource.',
				},
			],
		},
		source: 'OTSTCFQ, norms on technology',
	}),
	line({
		...one,
		territory: 'NB',
		from: '2007-01-01',
		value: {
			title: {
				fr: 'ATSNB\u00a0: normes sur la technologie',
				en: 'NBASW: standards on technology',
			},
			points: [
				{
					fr: 'Savoir se servir de chaque moyen, et en connaître les risques.',
					en: 'Know how to use each channel, and know its risks.',
				},
				{
					fr: 'Un consentement éclairé, écrit, avant le premier service.',
					en: 'Informed consent, in writing, before the first service.',
				},
				{
					fr: 'Par endroits, le service est réputé rendu là où est le client\u00a0: les règles de là-bas comptent.',
					en: 'In some places the service is deemed given where the client is: the rules there count.',
				},
				{
					fr: 'Faites connaître votre intention à l’organisme de l’endroit, et ayez le droit d’y exercer s’il l’exige.',
					en: 'Tell the body of that place of your intention, and be registered there if it requires it.',
				},
				{
					fr: 'Un plan pour les urgences et un plan pour les pannes, remis à chaque personne.',
					en: 'A plan for emergencies and a plan for breakdowns, given to each person.',
				},
			],
		},
		source: 'ATSNB, norms on technology',
	}),
];
