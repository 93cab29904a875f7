import type { Sayings } from './saying.ts';

/** Codes of what is written at length in a file. */
export const writtenCodes: Sayings = {
	'closing.none': {
		fr: ['le bilan n’est pas encore signé', 'Signez d’abord le bilan\u00a0: vous le remettrez ensuite.'],
		en: ['the summary is not signed yet', 'Sign the summary first: you will then give it.'],
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
