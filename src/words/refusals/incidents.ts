import type { Sayings } from './saying.ts';

/** Whoever is touched by a privacy incident and was not told yet. */
export const incidentWhys: Sayings = {
	'qc-3.10-d': {
		fr: [
			'il reste des personnes à aviser d’un incident de confidentialité',
			'Elles en ont besoin pour se protéger\u00a0: avisez chacune, ou signez pourquoi non.',
		],
		en: [
			'some people are still to be told of a privacy incident',
			'They need it to protect themselves: tell each one, or sign why not.',
		],
	},
	'qc-3.10-d.who': {
		fr: [
			'on ne sait pas encore qui est touché par un incident de confidentialité',
			'Cherchez dans les accès aux dossiers qui est touché, pour aviser chaque personne.',
		],
		en: [
			'it is not known yet who is concerned by a privacy incident',
			'Look in the log of openings for who is concerned, so that each person can be told.',
		],
	},
};

/** Why something cannot be noted so about an incident. */
export const incidentCodes: Sayings = {
	'incident.known': {
		fr: ['cet incident est déjà au registre', 'Rechargez la page pour le voir.'],
		en: ['this incident is already in the register', 'Reload the page to see it.'],
	},
	'incident.unknown': {
		fr: ['cet incident n’est pas au registre', 'Rechargez la page, puis choisissez-le dans la liste.'],
		en: ['this incident is not in the register', 'Reload the page, then choose it in the list.'],
	},
	'incident.isClosed': {
		fr: ['cet incident est clos', 'Le registre le garde tel quel\u00a0: s’il y a du nouveau, notez un autre incident.'],
		en: [
			'this incident is closed',
			'The register keeps it as it is: if there is something new, note another incident.',
		],
	},
	'incident.toCome': {
		fr: ['ce jour n’est pas encore venu', 'Donnez le jour où cela s’est fait.'],
		en: ['that day has not come yet', 'Give the day on which it was done.'],
	},
	'incident.allThere': {
		fr: ['ces personnes sont déjà sur la liste', 'Choisissez-en d’autres, ou passez à la suite.'],
		en: ['these people are already on the list', 'Choose others, or go on.'],
	},
	'incident.nobody': {
		fr: ['il manque les personnes à ajouter', 'Cochez au moins un nom.'],
		en: ['the people to add are missing', 'Tick at least one name.'],
	},
	'incident.notAffected': {
		fr: ['cette personne n’est pas sur la liste', 'Rechargez la page\u00a0: la liste a changé.'],
		en: ['this person is not on the list', 'Reload the page: the list has changed.'],
	},
	'incident.noSpace': {
		fr: ['cette personne n’a pas d’espace en ligne', 'Choisissez la lettre, le téléphone ou une rencontre.'],
		en: ['this person has no space of their own online', 'Choose a letter, the telephone or a meeting.'],
	},
	'incident.noMail': {
		fr: [
			'il n’y a pas de courriel où lui écrire',
			'Choisissez son espace seul, la lettre, le téléphone ou une rencontre.',
		],
		en: ['there is no e-mail to write to', 'Choose their space alone, a letter, the telephone or a meeting.'],
	},
	'incident.notAssessed': {
		fr: [
			'il manque votre conclusion sur le risque',
			'Pesez le risque et signez\u00a0: cela dit aussi qui d’autre aviser.',
		],
		en: ['your conclusion on the risk is missing', 'Weigh the risk and sign: it also says who else is to be told.'],
	},
	'incident.someoneToTell': {
		fr: ['il reste des personnes à aviser', 'Avisez chacune, ou signez pourquoi non.'],
		en: ['some people are still to be told', 'Tell each one, or sign why not.'],
	},
	'incident.authorityToTell': {
		fr: [
			'il manque l’avis à l’autorité',
			'Vous avez conclu à un risque\u00a0: elle doit le savoir, et le registre doit dire quand.',
		],
		en: [
			'the notice to the authority is missing',
			'You concluded that there is a risk: it must know, and the register must say when.',
		],
	},
	'incident.noMeasure': {
		fr: ['il manque ce qui a été fait', 'Notez au moins une mesure\u00a0: le registre doit le dire.'],
		en: ['what was done is missing', 'Note at least one measure: the register must say it.'],
	},
};
