import type { Sayings } from './saying.ts';

/** Looking somebody up on the web: what is missing, and why it matters. */
export const searchWhys: Sayings = {
	'qc-2.05-a': {
		fr: [
			'il reste à publier la règle du cabinet sur ces recherches',
			'Chaque personne doit savoir d’avance quand on cherche son nom, et pourquoi.',
		],
		en: [
			'the practice’s policy on these searches is still to be published',
			'Each person should know beforehand when their name is looked up, and why.',
		],
	},
	'qc-2.05-b': {
		fr: [
			'la personne n’a pas la règle d’aujourd’hui sur les recherches',
			'Remettez-lui ses documents\u00a0: cette règle en fait partie.',
		],
		en: [
			'the person does not have today’s policy on searches',
			'Hand them their documents: this policy is one of them.',
		],
	},
	'qc-2.05-b.read': {
		fr: [
			'la personne n’a pas encore lu la règle sur les recherches',
			'Elle l’a reçue\u00a0: elle peut la lire dans son espace, ou vous la lui expliquez.',
		],
		en: [
			'the person has not read the policy on searches yet',
			'They have received it: they can read it in their space, or you explain it.',
		],
	},
	'qc-2.06-a': {
		fr: [
			'il reste à dire au client qu’une recherche a été faite',
			'Dites-le dès que c’est sans danger, ou signez la raison d’attendre.',
		],
		en: [
			'the client is still to be told that a search was made',
			'Say it as soon as it is safe, or sign the reason to wait.',
		],
	},
	'qc-2.06-b': {
		fr: [
			'il reste à noter ce que la recherche a donné',
			'Dites où vous avez cherché, ce que vous avez trouvé et ce que vous gardez.',
		],
		en: ['what the search gave is still to be noted', 'Say where you looked, what you found and what you keep.'],
	},
	'qc-2.06-b.reason': {
		fr: ['il manque la raison de cette recherche', 'La personne pourra la lire\u00a0: une phrase suffit.'],
		en: ['the reason for this search is missing', 'The person will be able to read it: one sentence is enough.'],
	},
	'qc-3.04-a': {
		fr: [
			'il manque l’accord de la personne pour cette recherche',
			'Demandez-le d’abord\u00a0: sans lui, on ne cherche que s’il y a un danger.',
		],
		en: [
			'the person’s agreement to this search is missing',
			'Ask for it first: without it, one searches only where there is a danger.',
		],
	},
	'qc-3.04-a.made': {
		fr: [
			'une recherche a été faite sans l’accord de la personne',
			'C’est dit, et c’est bien\u00a0: revenez-y, pour la suite.',
		],
		en: [
			'a search was made without the person’s agreement',
			'It is said, and that is good: look back at it, for what comes next.',
		],
	},
	'qc-3.04-b': {
		fr: [
			'il manque ce qui rend cette recherche urgente',
			'Dites le danger, qui elle peut protéger, et pourquoi vous n’avez pas pu demander.',
		],
		en: ['what makes this search urgent is missing', 'Say the danger, whom it may protect, and why you could not ask.'],
	},
};

/** Codes of the same acts. */
export const searchCodes: Sayings = {
	'search.noReason': {
		fr: ['il manque pourquoi vous cherchez', 'Une phrase suffit, et la personne pourra la lire.'],
		en: ['why you are looking is missing', 'One sentence is enough, and the person will be able to read it.'],
	},
	'search.undescribed': {
		fr: [
			'il manque le danger, qui protéger, ou pourquoi ne pas avoir demandé',
			'Sans ces trois réponses, ce n’est pas une urgence.',
		],
		en: [
			'the danger, whom to protect or why you did not ask is missing',
			'Without these three answers it is not an emergency.',
		],
	},
	'search.unknown': {
		fr: ['cette recherche n’est pas ici', 'Rechargez la page pour voir où on en est.'],
		en: ['this search is not here', 'Reload the page to see where things stand.'],
	},
	'search.done': {
		fr: ['c’est déjà noté', 'Rechargez la page pour voir où en est cette recherche.'],
		en: ['it is already noted', 'Reload the page to see where this search stands.'],
	},
	'search.day': {
		fr: ['il manque un jour qui convient', 'Ce jour vient après la recherche, et il n’est pas à venir.'],
		en: ['a day that fits is missing', 'It comes after the search, and it is not still to come.'],
	},
	'search.deferDay': {
		fr: ['il manque un jour proche où revenir', 'Choisissez un jour à venir, d’ici trois mois au plus.'],
		en: ['a near day to come back to it is missing', 'Choose a day to come, three months from now at most.'],
	},
};
