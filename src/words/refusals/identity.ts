import type { Sayings } from './saying.ts';

/** Who and where: what is known of a person, on which devices, and the line that asks for no name. */
export const identityWhys: Sayings = {
	'nb-5-c': {
		fr: [
			'une de ses coordonnées n’est pas encore vérifiée',
			'En cas de danger, il faut un numéro et une adresse dont on est certain.',
		],
		en: [
			'one of their contact details is not verified yet',
			'In danger, one needs a number and an address that are sure.',
		],
	},
	'nb-5-i': {
		fr: [
			'rien ne dit pourquoi ce service se passe d’un nom',
			'Une ligne sans nom s’approuve d’avance, avec sa raison\u00a0; sinon, notez la raison pour cette personne.',
		],
		en: [
			'nothing says why this service does without a name',
			'A line without names is approved ahead, with its reason; else note the reason for this person.',
		],
	},
	'nb-5-i.limits': {
		fr: [
			'les limites d’un service sans nom restent à dire',
			'Sans nom ni lieu, on ne peut envoyer aucun secours\u00a0: la personne doit le savoir.',
		],
		en: [
			'the limits of a service without a name are still to be told',
			'Without a name or a place no help can be sent: the person must know it.',
		],
	},
	'nb-6-l': {
		fr: [
			'un de vos appareils n’est pas encore décrit',
			'Dites de chacun si son écran se verrouille, et si ce qu’il garde est chiffré.',
		],
		en: [
			'one of your devices is not described yet',
			'Say of each whether its screen locks, and whether what it keeps is encrypted.',
		],
	},
	'nb-6-l.open': {
		fr: [
			'un de vos appareils s’ouvre sans verrou, ou garde tout en clair',
			'Qui le trouve lit vos dossiers\u00a0: verrouillez-le, ou retirez-le.',
		],
		en: [
			'one of your devices opens without a lock, or keeps things in the clear',
			'Whoever finds it reads your files: lock it, or remove it.',
		],
	},
	'qc-3.02-b2': {
		fr: [
			'une des protections de l’entrée n’est pas en place',
			'Mot de passe connu, essais répétés, appareil étranger, second moyen\u00a0: chacun doit arrêter.',
		],
		en: [
			'one of the protections of the way in is not in place',
			'Known password, repeated guesses, foreign device, second factor: each must stop.',
		],
	},
	'nb-5-c.none': {
		fr: ['aucune façon de joindre cette personne n’est notée', 'Demandez-lui un numéro, un courriel ou une adresse.'],
		en: ['no way to reach this person is noted', 'Ask them for a number, an e-mail or an address.'],
	},
};
