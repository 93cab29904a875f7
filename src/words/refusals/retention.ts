import type { Sayings } from './saying.ts';

/** Why a file cannot end yet, by duty. */
export const retentionWhys: Sayings = {
	'qc-5.03-c': {
		fr: ['la date de destruction n’est pas arrivée', 'Le dossier a été promis pour toute cette durée\u00a0: il reste.'],
		en: ['the day of destruction has not come', 'The file was promised for all that time: it stays.'],
	},
	'qc-5.03-c.hold': {
		fr: ['une raison de garder ce dossier est notée', 'Levez-la d’abord, si elle n’existe plus.'],
		en: ['a reason to keep this file is noted', 'Lift it first, if it is over.'],
	},
	'qc-5.03-c.review': {
		fr: ['il reste à relire ce dossier', 'On ne détruit rien sans l’avoir relu\u00a0: rien ne revient ensuite.'],
		en: ['this file is still to be read again', 'Nothing is destroyed unread: nothing comes back afterwards.'],
	},
	'qc-5.03-c.second': {
		fr: ['il manque l’accord d’une deuxième personne', 'Quelqu’un d’autre du cabinet relit et accepte.'],
		en: ['the agreement of a second person is missing', 'Somebody else of the practice looks and agrees.'],
	},
	'qc-5.03-c.due': {
		fr: ['ce dossier a dépassé sa date de destruction', 'Relisez-le, puis détruisez-le ou dites pourquoi il reste.'],
		en: ['this file is past its day of destruction', 'Read it again, then destroy it or say why it stays.'],
	},
};

/** Why a step towards the end of a file cannot be taken so. */
export const retentionCodes: Sayings = {
	'hold.unknown': {
		fr: ['cette raison n’est plus notée', 'Elle a déjà été levée\u00a0: rechargez la page.'],
		en: ['this reason is no longer noted', 'It was already lifted: reload the page.'],
	},
	'destruction.papersWhere': {
		fr: ['il manque où est le papier', 'Dites où il est gardé et pourquoi\u00a0: il doit finir aussi.'],
		en: ['where the paper is, is missing', 'Say where it is kept and why: it must end too.'],
	},
	'destruction.notReviewed': {
		fr: ['ce dossier n’a pas été relu', 'La personne qui le suit le relit et signe d’abord.'],
		en: ['this file was not read again', 'Whoever follows it reads it and signs first.'],
	},
	'destruction.sameEye': {
		fr: ['une autre personne doit accepter', 'Vous avez relu ce dossier\u00a0: un deuxième regard est demandé.'],
		en: ['somebody else must agree', 'You read this file again: another eye is asked for.'],
	},
	'destruction.already': {
		fr: ['ce dossier est déjà à sa fin', 'Il n’y a plus rien à faire\u00a0: rechargez la page.'],
		en: ['this file has already come to its end', 'There is no more to do: reload the page.'],
	},
};
