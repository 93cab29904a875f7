import type { Sayings } from './saying.ts';

/** Why something may not leave a file yet, by duty. */
export const disclosureWhys: Sayings = {
	'qc-3.08-b': {
		fr: ['il manque qui est en danger, et pourquoi maintenant', 'Une ligne suffit\u00a0: le reste se complète après.'],
		en: ['who is in danger, and why now, is missing', 'One line is enough: the rest is completed afterwards.'],
	},
	'qc-3.08-b.consent': {
		fr: ['il manque l’accord de cette personne', 'Sinon, seuls un danger ou la loi le permettent.'],
		en: ['this person’s agreement is missing', 'Otherwise, only a danger or the law lets one tell.'],
	},
	'qc-3.08-b.complete': {
		fr: ['il reste à dire ce qui fut partagé, et pourquoi', 'Le danger est passé\u00a0: complétez la note.'],
		en: ['what was shared, and why, is still to be said', 'The danger is past: complete the note.'],
	},
	'qc-3.08-c': {
		fr: [
			'il manque la loi ou l’ordonnance',
			'Citez-la comme elle est écrite\u00a0: elle dit ce que vous pouvez donner.',
		],
		en: ['the law or the order is missing', 'Cite it as it is written: it says what you may give.'],
	},
	'qc-3.08-c.scope': {
		fr: ['il manque ce qu’elle demande', 'Seul ce qu’elle nomme peut sortir du dossier.'],
		en: ['what it asks for is missing', 'Only what it names may leave the file.'],
	},
	'nb-6-i': {
		fr: ['il manque un accord qui vaut encore', 'Il n’y en a pas, il a pris fin, ou elle l’a repris.'],
		en: ['an agreement that still holds is missing', 'There is none, it has ended, or they took it back.'],
	},
	'nb-6-i.noted': {
		fr: ['quelque chose a été dit sans accord', 'Relisez ce moment et dites vos raisons.'],
		en: ['something was told without agreement', 'Look back at it and say your reasons.'],
	},
	'nb-2-g': {
		fr: [
			'il manque les mots de cet accord',
			'Dit de vive voix\u00a0: notez les mots, la langue, et qui les a entendus.',
		],
		en: ['the words of this agreement are missing', 'Said aloud: note the words, the language, and who heard them.'],
	},
	'def-nb-confidentiality': {
		fr: [
			'il manque la raison de communiquer',
			'L’accord de la personne, la profession ou la loi\u00a0: une des trois.',
		],
		en: ['the reason to tell is missing', 'The person’s agreement, the profession or the law: one of the three.'],
	},
	'def-nb-confidentiality.danger': {
		fr: ['il manque qui est en danger', 'Dites-le en une ligne, et pourquoi maintenant.'],
		en: ['who is in danger is missing', 'Say it in one line, and why now.'],
	},
	'def-nb-confidentiality.noted': {
		fr: ['quelque chose a été dit sans raison notée', 'Relisez ce moment et dites vos raisons.'],
		en: ['something was told with no reason noted', 'Look back at it and say your reasons.'],
	},
};

/** Why an agreement or a disclosure cannot be noted so. */
export const disclosureCodes: Sayings = {
	'authorisation.unknown': {
		fr: ['cet accord n’est pas au dossier', 'Rechargez la page pour voir ceux qui y sont.'],
		en: ['this agreement is not in the file', 'Reload the page to see those that are.'],
	},
	'authorisation.already': {
		fr: ['cet accord est déjà repris', 'Il n’y a plus rien à faire.'],
		en: ['this agreement was already taken back', 'There is no more to do.'],
	},
	'disclosure.ground': {
		fr: ['il manque la raison de communiquer', 'Choisissez-en une\u00a0: il n’y en a pas d’autre.'],
		en: ['the reason to tell is missing', 'Choose one: there is no other.'],
	},
	'disclosure.notYet': {
		fr: ['ce jour n’est pas encore venu', 'On note ici ce qui a déjà été dit.'],
		en: ['this day has not come yet', 'Here one notes what was already told.'],
	},
	'disclosure.unknown': {
		fr: ['cette communication n’est pas au dossier', 'Rechargez la page pour voir celles qui y sont.'],
		en: ['this is not in the file', 'Reload the page to see what is.'],
	},
	'disclosure.already': {
		fr: ['cette note est déjà complète', 'Il n’y a plus rien à faire.'],
		en: ['this note is already complete', 'There is no more to do.'],
	},
};
