import type { Sayings } from './saying.ts';

/** Clauses answered one by one, read together, and given in further languages. */
export const clauseCodes: Sayings = {
	'clause.answered': {
		fr: ['la réponse à cette clause est déjà notée', 'Rechargez la page pour la voir, ou pour la changer.'],
		en: ['the answer to this clause is already noted', 'Reload the page to see it, or to change it.'],
	},
	'clause.closesChannel': {
		fr: [
			'la personne a dit non à la clause qui parle de ce moyen',
			'Elle peut changer sa réponse à la clause\u00a0: le moyen s’ouvre ensuite.',
		],
		en: [
			'the person said no to the clause on this means',
			'They can change their answer to the clause: the means opens after that.',
		],
	},
	'reading.notOpen': {
		fr: ['cette lecture n’est plus ouverte', 'Ouvrez-en une autre, à la clause de votre choix.'],
		en: ['this reading is no longer open', 'Open another, at the clause of your choice.'],
	},
	'translation.notPublished': {
		fr: ['cette clause n’est pas encore publiée', 'Une traduction rend un texte publié\u00a0: publiez-le d’abord.'],
		en: ['this clause is not published yet', 'A translation renders a published text: publish it first.'],
	},
	'translation.otherVersion': {
		fr: ['le texte a changé depuis', 'Relisez la nouvelle version, puis rendez-la.'],
		en: ['the text has changed since', 'Read the new version, then render that one.'],
	},
	'translation.sameReader': {
		fr: ['une deuxième personne doit relire', 'Celle qui traduit ne voit pas toujours ce qui manque.'],
		en: ['a second person has to read it again', 'Whoever translates does not always see what is missing.'],
	},
	'translation.unknown': {
		fr: ['cette traduction n’est plus offerte', 'Rechargez la page pour voir celles qui restent.'],
		en: ['this translation is no longer offered', 'Reload the page to see those that remain.'],
	},
};

/** A no to one clause holds back what depended on it. */
export const clauseWhys: Sayings = {
	'qc-2.01-a.clause': {
		fr: [
			'une personne a dit non à une clause nécessaire à distance',
			'Offrez-lui de se voir en personne, ou une autre façon d’avoir de l’aide.',
		],
		en: [
			'a person said no to a clause that distance needs',
			'Offer to see them in person, or another way to get help.',
		],
	},
	'qc-2.01-a.means': {
		fr: ['une personne a dit non à ce moyen', 'Prenez-en un autre\u00a0: le téléphone, ou le bureau.'],
		en: ['a person said no to this means', 'Take another one: the phone, or the office.'],
	},
	'qc-2.01-c.clause': {
		fr: [
			'cette personne a dit non à une clause nécessaire à distance',
			'Elle attend hors de la salle\u00a0: offrez-lui de se voir en personne.',
		],
		en: [
			'this person said no to a clause that distance needs',
			'They wait outside the room: offer to see them in person.',
		],
	},
	'qc-2.01-c.means': {
		fr: ['cette personne a dit non au moyen de cette séance', 'Appelez-la au téléphone, ou voyez-vous au bureau.'],
		en: ['this person said no to the means of this session', 'Call them on the phone, or meet at the office.'],
	},
	'nb-6-j.clause': {
		fr: [
			'une clause du service à distance a reçu un non',
			'Le reste tient\u00a0: voyez la personne au bureau, ou trouvez une autre aide.',
		],
		en: [
			'a clause of the remote service was answered by a no',
			'The rest holds: see the person at the office, or find other help.',
		],
	},
	'nb-6-j.means': {
		fr: [
			'ce moyen a reçu un non de la personne',
			'Le service peut se donner par un autre moyen\u00a0: le téléphone, ou le bureau.',
		],
		en: [
			'this means was answered by a no from the person',
			'The service can be given by another means: the phone, or the office.',
		],
	},
	'qc-3.07.alone': {
		fr: [
			'cette personne ne veut pas être vue avec les autres',
			'Fixez un rendez-vous pour elle seule\u00a0: les autres se voient sans elle.',
		],
		en: [
			'this person does not want to be seen with the others',
			'Book an appointment for them alone: the others meet without them.',
		],
	},
};
