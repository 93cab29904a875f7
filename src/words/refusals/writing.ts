import type { Sayings } from './saying.ts';

/** Codes of contacts written down by hand. */
export const writingCodes: Sayings = {
	'contact.toCome': {
		fr: [
			'ce moment n’est pas encore venu',
			'On note un contact après qu’il a eu lieu\u00a0: changez la date ou l’heure.',
		],
		en: ['this time has not come yet', 'A contact is noted after it happened: change the date or the time.'],
	},
	'contact.unknown': {
		fr: ['ce contact n’est pas dans ce dossier', 'Ouvrez la page des contacts, puis corrigez-le de là.'],
		en: ['this contact is not in this file', 'Open the page of contacts, then correct it from there.'],
	},
};

/** What the duties on writing say while they are not met. */
export const writingWhys: Sayings = {
	'qc-5.02-a': {
		fr: [
			'rien ne dit ce qu’un rendez-vous est devenu',
			'Chaque contact se note, même manqué\u00a0: dites ce qui s’est passé en une ligne.',
		],
		en: [
			'nothing says what became of an appointment',
			'Every contact is noted, even a missed one: say what happened in one line.',
		],
	},
	'qc-5.02-b': {
		fr: ['une note attend votre signature', 'Chaque service laisse sa note, écrite pendant que le souvenir est frais.'],
		en: ['a note waits for your signature', 'Each service leaves its note, written while the memory is fresh.'],
	},
	'nb-6-b': {
		fr: [
			'une rencontre n’a pas encore sa note',
			'Tout service s’écrit : signez la note, ou voyez-la parmi les écarts.',
		],
		en: ['a meeting has no note yet', 'Every service is written down: sign its note, or see it among the gaps.'],
	},
	'nb-2-f': {
		fr: [
			'cette note est déjà signée\u00a0: elle ne change plus',
			'Ce que vous venez d’écrire n’est pas perdu\u00a0: ajoutez-le à la note, avec sa date et votre nom.',
		],
		en: [
			'this note is already signed: it no longer changes',
			'What you just wrote is not lost: add it to the note, with its date and your name.',
		],
	},
	'nb-6-o': {
		fr: [
			'une note à distance ne dit pas tout de la rencontre',
			'Lieu, personnes, intimité, coupures, identité\u00a0: dites dans un ajout ce qui manque, ou pourquoi.',
		],
		en: [
			'a remote note does not tell all of the meeting',
			'Place, people, privacy, interruptions, identity: say in an addition what is missing, or why.',
		],
	},
};
