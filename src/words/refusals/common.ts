import type { Sayings } from './saying.ts';

/** Codes of the door itself, and of the practice's own life. */
export const commonCodes: Sayings = {
	'act.invalidInput': {
		fr: [
			'une réponse est à revoir',
			'Regardez les réponses marquées sur la page, corrigez-les, puis envoyez de nouveau.',
		],
		en: ['an answer needs another look', 'Look at the answers marked on the page, correct them, then send again.'],
	},
	'act.noSuchPerson': {
		fr: [
			'cette personne n’est pas dans ce dossier',
			'Elle l’a peut-être quitté\u00a0: rechargez la page, puis choisissez de nouveau.',
		],
		en: ['this person is not in this file', 'They may have left it: reload the page, then choose again.'],
	},
	'act.normUnmet': {
		fr: ['une chose manque encore', 'Rechargez la page pour voir laquelle.'],
		en: ['something is still missing', 'Reload the page to see what.'],
	},
	'act.notForThem': {
		fr: [
			'cette parole appartient à une autre personne',
			'Elle seule, ou quelqu’un qui la représente, peut parler ou signer pour elle.',
		],
		en: [
			'these words belong to someone else',
			'Only they, or someone who represents them, can speak or sign for them.',
		],
	},
	'act.notYourDossier': {
		fr: ['cette page ne vous est pas ouverte', 'Vérifiez l’adresse, ou revenez à l’accueil.'],
		en: ['this page is not open to you', 'Check the address, or go back to the home page.'],
	},
	'act.notYourPart': {
		fr: [
			'cette partie du dossier ne vous est pas ouverte',
			'Chaque personne a sa partie à elle\u00a0: écrivez dans la vôtre ou dans la partie commune.',
		],
		en: [
			'this part of the file is not open to you',
			'Each person has a part of their own: write in yours or in the common part.',
		],
	},
	'act.notYours': {
		fr: [
			'ce geste revient à quelqu’un d’autre',
			'Votre rôle ici ne le permet pas\u00a0: demandez à la personne qui en a la charge.',
		],
		en: ['this step belongs to someone else', 'Your role here does not allow it: ask the person in charge of it.'],
	},
	'act.unknown': {
		fr: ['cette page a changé depuis que vous l’avez ouverte', 'Rechargez-la, puis recommencez.'],
		en: ['this page has changed since you opened it', 'Reload it, then start again.'],
	},
	'attempt.reused': {
		fr: [
			'cette page a déjà servi à envoyer autre chose',
			'Ce premier envoi est gardé\u00a0: ouvrez la page de nouveau pour en faire un autre.',
		],
		en: [
			'this page was already used to send something else',
			'What was sent first is kept: open the page again to send another.',
		],
	},
	'member.lastOwner': {
		fr: [
			'le cabinet n’aurait plus de responsable',
			'Nommez d’abord une autre personne responsable, puis retirez celle-ci.',
		],
		en: ['the practice would have nobody in charge', 'First name another person in charge, then remove this one.'],
	},
	'member.unknown': {
		fr: [
			'cette personne ne travaille pas dans ce cabinet',
			'La liste a peut-être changé\u00a0: rechargez la page, puis choisissez de nouveau.',
		],
		en: [
			'this person does not work in this practice',
			'The list may have changed: reload the page, then choose again.',
		],
	},
	'safety.unknown': {
		fr: [
			'il n’y a rien à revoir à cette ligne',
			'Ouvrez la liste de ce qui attend un regard, puis choisissez de nouveau.',
		],
		en: ['there is nothing to look back at on this line', 'Open the list of what waits for a look, then choose again.'],
	},
	'tool.unknown': {
		fr: ['cet outil n’est pas dans la liste du cabinet', 'Ajoutez-le d’abord à la liste, puis évaluez-le.'],
		en: ['this tool is not on the practice’s list', 'Add it to the list first, then assess it.'],
	},
	'thirdParty.unknown': {
		fr: ['ce tiers n’est pas dans la liste du cabinet', 'Il en a peut-être déjà été retiré\u00a0: rechargez la page.'],
		en: ['this third party is not on the practice’s list', 'It may already have been removed: reload the page.'],
	},
	'permit.unknown': {
		fr: [
			'cette autorisation d’exercer n’est pas dans la liste',
			'La liste a peut-être changé\u00a0: rechargez la page, puis choisissez de nouveau.',
		],
		en: [
			'this permit or registration is not on the list',
			'The list may have changed: reload the page, then choose again.',
		],
	},
	'drill.incomplete': {
		fr: [
			'il reste des étapes à l’exercice',
			'Faites les cinq\u00a0: faire entrer, couper le son, retirer, changer de moyen, terminer.',
		],
		en: ['the drill has steps left', 'Do all five: let in, mute, remove, fall back, end.'],
	},
	'clause.bySystem': {
		fr: [
			'cette clause s’écrit d’elle-même',
			'Elle dit ce que le logiciel fait vraiment : changez plutôt le réglage dont elle parle.',
		],
		en: [
			'this clause writes itself',
			'It says what the software really does: change the setting it speaks of instead.',
		],
	},
	'clause.omissionReason': {
		fr: [
			'il manque la raison de ce que vous retirez',
			'La norme prévoit cette partie\u00a0: dites en une phrase pourquoi elle n’y est pas.',
		],
		en: [
			'the reason for what you leave out is missing',
			'The norm expects this part: say in one sentence why it is not there.',
		],
	},
	'clause.unknown': {
		fr: [
			'cette clause n’est pas dans le brouillon',
			'Elle en a peut-être déjà été retirée\u00a0: rechargez la page pour voir le texte actuel.',
		],
		en: [
			'this clause is not in the draft',
			'It may already have been removed: reload the page to see the current text.',
		],
	},
	'policy.draftChanged': {
		fr: ['le brouillon a changé pendant que vous le lisiez', 'Relisez-le tel qu’il est maintenant, puis publiez.'],
		en: ['the draft changed while you were reading it', 'Read it again as it is now, then publish.'],
	},
	'policy.noDraft': {
		fr: [
			'il n’y a pas encore de brouillon à publier',
			'Prenez d’abord les clauses de la bibliothèque, ou écrivez les vôtres.',
		],
		en: ['there is no draft to publish yet', 'First take the clauses from the library, or write your own.'],
	},
	'practice.addressTaken': {
		fr: ['cette adresse est déjà celle d’un autre cabinet', 'Choisissez-en une autre, puis recommencez.'],
		en: ['this address already belongs to another practice', 'Choose another one, then start again.'],
	},
};
