import type { Sayings } from './saying.ts';

/** Codes of what is written at length in a file. */
export const writtenCodes: Sayings = {
	'closing.none': {
		fr: ['le bilan n’est pas encore signé', 'Signez d’abord le bilan\u00a0: vous le remettrez ensuite.'],
		en: ['the summary is not signed yet', 'Sign the summary first: you will then give it.'],
	},
	'family.changed': {
		fr: [
			'le dessin a changé pendant ce temps',
			'Rechargez la page\u00a0: vous ajouterez votre ligne au dessin d’aujourd’hui.',
		],
		en: ['the drawing changed in the meantime', 'Reload the page: you will add your line to the drawing of today.'],
	},
	'family.full': {
		fr: ['ce dessin est plein', 'Quarante personnes au plus\u00a0: retirez ce qui ne sert pas.'],
		en: ['this drawing is full', 'Forty people at most: take away what is of no use.'],
	},
	'family.turnsAround': {
		fr: [
			'une personne serait parent de son propre parent',
			'Inversez les deux personnes, ou choisissez un autre lien.',
		],
		en: ['a person would be the parent of their own parent', 'Swap the two people, or choose another bond.'],
	},
	'family.twoPeople': {
		fr: ['un lien va d’une personne à une autre', 'Choisissez deux personnes du dessin.'],
		en: ['a bond goes from one person to another', 'Choose two people of the drawing.'],
	},
	'note.notForYou': {
		fr: ['cette note n’attend pas votre signature', 'Rechargez la page pour voir qui doit la lire maintenant.'],
		en: ['this note does not wait for your signature', 'Reload the page to see who is to read it now.'],
	},
	'paper.unknown': {
		fr: ['ce papier n’est pas dans ce dossier', 'Choisissez-le dans la liste, ou gardez-le d’abord.'],
		en: ['this paper is not in this file', 'Choose it in the list, or keep it first.'],
	},
	'supervision.isSupervised': {
		fr: ['cette personne est elle-même supervisée ici', 'Choisissez quelqu’un dont personne ne contresigne les notes.'],
		en: ['someone else reads the notes of this person', 'Choose a person whose notes no one else signs.'],
	},
	'supervision.none': {
		fr: ['personne ne contresigne ces notes', 'Rechargez la page pour voir qui contresigne quoi.'],
		en: ['nobody countersigns these notes', 'Reload the page to see who countersigns what.'],
	},
	'supervision.notOneself': {
		fr: ['c’est à quelqu’un d’autre de l’équipe de le dire', 'On ne choisit pas seul qui contresigne ses notes.'],
		en: ['somebody else of the team is to say so', 'Nobody chooses alone who countersigns their notes.'],
	},
};
