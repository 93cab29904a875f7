import type { Sayings } from './saying.ts';

/** The papers of a file: what is missing, and why it matters. */
export const paperWhys: Sayings = {
	'nb-6-d': {
		fr: [
			'un papier de ce dossier n’est pas sous clé',
			'Ce qui est écrit sur papier se garde aussi bien que le reste\u00a0: mettez-le sous clé.',
		],
		en: ['a paper of this file is not under lock', 'What is on paper is kept as safe as the rest: lock it away.'],
	},
	'nb-6-d.closing': {
		fr: [
			'il reste à dire où sont les papiers de ce dossier',
			'Avant de finir, dites où est chacun, ou qu’il est détruit.',
		],
		en: [
			'where the papers of this file are is still to be said',
			'Before you end it, say where each one is, or that it is destroyed.',
		],
	},
};

/** Codes of the same acts. */
export const paperCodes: Sayings = {
	'paper.gone': {
		fr: ['ce papier n’est plus au dossier', 'Rechargez la page pour voir où on en est.'],
		en: ['this paper is no longer in the file', 'Reload the page to see where things stand.'],
	},
	'paper.day': {
		fr: ['il manque le jour de la fin du papier', 'Ce jour vient après qu’il a été noté, et il n’est pas à venir.'],
		en: ['the day the paper ended is missing', 'It comes after it was noted, and it is not still to come.'],
	},
};
