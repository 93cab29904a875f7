import type { Sayings } from './saying.ts';

/** Regulators, the rules and the privacy law of one's own place, and what a client's place changes. */
export const territoryWhys: Sayings = {
	'def-qc-regulator': {
		fr: [
			'il reste à vérifier les coordonnées de votre organisme',
			'Chaque personne doit savoir à qui s’adresser\u00a0: regardez son site, puis notez le jour.',
		],
		en: [
			'your regulator’s coordinates are still to be checked',
			'Everyone must know whom to turn to: look at its site, then note the day.',
		],
	},
	'def-qc-regulator.stale': {
		fr: [
			'les coordonnées d’un organisme datent de près d’un an ou plus',
			'Elles changent sans bruit\u00a0: regardez son site de nouveau, puis notez le jour.',
		],
		en: [
			'a regulator’s coordinates are about a year old or more',
			'They change quietly: look at its site again, then note the day.',
		],
	},
	'qc-1.09-a': {
		fr: [
			'il reste à lire les règles de chez vous, dans leur dernière édition',
			'Elles encadrent votre travail à distance\u00a0: lisez-les, puis signez que c’est fait.',
		],
		en: [
			'the rules of your place, in their latest edition, are still to be read',
			'They frame your work at a distance: read them, then sign that it is done.',
		],
	},
	'qc-1.09-a.yearly': {
		fr: ['il est temps de relire les règles de chez vous', 'Une fois l’an, on les relit et on le signe.'],
		en: ['it is time to read the rules of your place again', 'Once a year, we read them again and sign so.'],
	},
	'qc-1.09-a.none': {
		fr: [
			'il manque une fiche des règles de votre endroit',
			'Le logiciel ne les connaît pas\u00a0: trouvez-les, puis publiez votre fiche.',
		],
		en: [
			'a sheet of your place’s rules is missing',
			'The software does not know them: find them, then publish your sheet.',
		],
	},
	'nb-4-b': {
		fr: [
			'il reste à lire l’avis sur l’endroit où est la personne',
			'Le service peut être réputé rendu là-bas\u00a0: lisez sa fiche avant de faire entrer.',
		],
		en: [
			'the notice about the place where the person is is still to be read',
			'The service may be deemed given there: read its sheet before letting in.',
		],
	},
	'def-qc-jurisdiction': {
		fr: [
			'il reste à noter l’endroit où vit la personne',
			'Votre endroit et le sien sont deux choses\u00a0: les règles des deux comptent.',
		],
		en: [
			'the place where the person lives is still to be noted',
			'Your place and theirs are two things: the rules of both count.',
		],
	},
	'def-qc-jurisdiction.session': {
		fr: [
			'il reste à noter où était la personne pendant la rencontre',
			'Votre endroit et le sien sont gardés tous les deux avec la rencontre.',
		],
		en: [
			'where the person was during the meeting is still to be noted',
			'Your place and theirs are both kept with the meeting.',
		],
	},
	'def-qc-inperson': {
		fr: [
			'il reste à dire par quel moyen la rencontre se fait',
			'Le rendez-vous prévoyait un autre moyen\u00a0: choisissez le bon avant de commencer, les deux restent au dossier.',
		],
		en: [
			'by which means the meeting is held is still to be said',
			'The appointment was for another means: choose the right one before starting, both stay in the file.',
		],
	},
	'qc-1.06-a': {
		fr: [
			'il reste à offrir une rencontre en personne',
			'Chaque personne peut la préférer\u00a0: offrez-la, ou dites pourquoi elle n’est pas possible.',
		],
		en: [
			'a meeting in person is still to be offered',
			'Anyone may prefer it: offer it, or say why it is not possible.',
		],
	},
	'qc-3.03-a': {
		fr: [
			'il reste à regarder la loi sur la vie privée de chez vous',
			'Elle dit ce que vos outils doivent protéger\u00a0: notez ce qu’elle demande et ce que vous faites.',
		],
		en: [
			'the privacy law of your place is still to be looked at',
			'It says what your tools must protect: note what it asks and what you do.',
		],
	},
	'qc-3.03-a.place': {
		fr: [
			'l’évaluation ne parle pas encore de cet endroit',
			'Avant de garder les dossiers ailleurs, regardez ce que la loi de chez vous en dit.',
		],
		en: [
			'the assessment does not speak of this place yet',
			'Before keeping files elsewhere, look at what the law of your place says of it.',
		],
	},
	'qc-3.03-a.yearly': {
		fr: [
			'il est temps de regarder de nouveau la loi sur la vie privée',
			'Une fois l’an, on vérifie que les outils la suivent toujours.',
		],
		en: ['it is time to look at the privacy law again', 'Once a year, we check that the tools still follow it.'],
	},
};

/** What the practice's own life may answer about them. */
export const territoryCodes: Sayings = {
	'ruleSheet.older': {
		fr: ['une fiche plus récente est déjà publiée', 'Donnez à la vôtre la date de la nouvelle édition.'],
		en: ['a later sheet is published already', 'Give yours the date of the new edition.'],
	},
	'rules.older': {
		fr: ['vous avez déjà lu une édition plus récente', 'Rechargez la page pour voir laquelle.'],
		en: ['you have read a later edition already', 'Reload the page to see which.'],
	},
	'privacyAssessment.toCome': {
		fr: ['cette date n’est pas encore venue', 'Donnez le jour où vous avez vraiment regardé la loi.'],
		en: ['this date has not come yet', 'Give the day you really looked at the law.'],
	},
};
