import type { Sayings } from './saying.ts';

/** Why a loan of a device, or a change told to many, cannot be noted so. */
export const lendingCodes: Sayings = {
	'loan.known': {
		fr: ['ce prêt est déjà noté', 'Rechargez la page pour le voir.'],
		en: ['this loan is already noted', 'Reload the page to see it.'],
	},
	'loan.many': {
		fr: ['trop d’appareils sont prêtés à la même personne', 'Notez d’abord le retour de l’un d’eux.'],
		en: ['too many devices are lent to the same person', 'First note that one of them came back.'],
	},
	'loan.unknown': {
		fr: ['cet appareil n’est plus noté ainsi', 'Il est revenu, ou sa perte a déjà été dite\u00a0: rechargez la page.'],
		en: ['this device no longer stands so', 'It came back, or its loss was already said: reload the page.'],
	},
	'loan.notWiped': {
		fr: [
			'l’appareil doit être effacé et vérifié',
			'Faites-le d’abord\u00a0: les mots d’une personne peuvent y être restés.',
		],
		en: ['the device must be wiped and checked', 'Do so first: a person’s words may still be on it.'],
	},
	'loan.notSettled': {
		fr: ['il manque ce qui a été fait', 'Une perte se clôt après qu’elle a été dite, avec ce que vous avez fait.'],
		en: ['what was done is missing', 'A loss is closed after it was said, with what you did about it.'],
	},
	'change.other': {
		fr: ['ce n’est pas le dernier changement important de ce document', 'Rechargez la page\u00a0: il a changé depuis.'],
		en: ['this is not the last important change of this document', 'Reload the page: it changed since.'],
	},
	'change.toCome': {
		fr: ['ce jour n’est pas encore venu', 'Notez l’envoi le jour où il part, ou après.'],
		en: ['that day has not come yet', 'Note the sending on the day it leaves, or after.'],
	},
	'change.nobody': {
		fr: ['il n’y a personne à aviser ainsi', 'Voyez pourquoi, nom par nom, puis choisissez un autre moyen.'],
		en: ['there is nobody to tell in this way', 'See why, name by name, then choose another way.'],
	},
};
