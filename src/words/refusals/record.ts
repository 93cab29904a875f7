import type { Sayings } from './saying.ts';

const reason: Sayings[string] = {
	fr: [
		'il manque le motif et la raison de ce qui n’est pas remis',
		'La personne a le droit de les connaître, et de s’en plaindre.',
	],
	en: [
		'the ground and the reason for what is held back are missing',
		'The person has the right to know them, and to complain.',
	],
};
const copy: Sayings[string] = {
	fr: ['il manque la copie elle-même', 'Ouvrez la demande pour revoir ce qui part, puis répondez.'],
	en: ['the copy itself is missing', 'Open the request to look at what leaves, then answer.'],
};
const looked: Sayings[string] = {
	fr: [
		'des lignes qui parlent d’une autre personne restent à revoir',
		'Une copie ne se reprend pas\u00a0: dites de chacune si elle part.',
	],
	en: [
		'lines that speak of somebody else are still to be looked at',
		'A copy cannot be taken back: say of each whether it leaves.',
	],
};
const held: Sayings[string] = {
	fr: [
		'des mots sont retenus, donc la copie n’est pas entière',
		'Répondez «\u00a0en partie\u00a0», avec la raison, ou laissez tout partir.',
	],
	en: [
		'words are held back, so the copy is not whole',
		'Answer that a part is given, with the reason, or let everything leave.',
	],
};
const nothing: Sayings[string] = {
	fr: [
		'rien n’est retenu, donc la copie est entière',
		'Répondez «\u00a0tout est remis\u00a0», ou dites ce qui ne part pas.',
	],
	en: ['nothing is held back, so the copy is whole', 'Answer that everything is given, or say what does not leave.'],
};
const harm: Sayings[string] = {
	fr: [
		'il reste à dire à qui cette copie pourrait nuire',
		'Elle peut être lue à la maison, par quelqu’un d’autre que la personne.',
	],
	en: [
		'who could be hurt by this copy is still to be said',
		'It may be read at home, by somebody other than the person.',
	],
};

/** Why what a person asks of their record cannot be noted so. */
export const recordCodes: Sayings = {
	'access.reasonMissing': reason,
	'access.copyMissing': copy,
	'access.notLooked': looked,
	'access.heldBack': held,
	'access.nothingHeld': nothing,
	'access.harmMissing': harm,
	'access.toCome': {
		fr: ['ce jour n’est pas encore venu', 'Notez le jour où la demande est arrivée.'],
		en: ['that day has not come yet', 'Note the day on which the request came in.'],
	},
	'access.manyWaiting': {
		fr: ['plusieurs demandes attendent déjà', 'Elles auront d’abord leur réponse.'],
		en: ['several requests wait already', 'They will have their answer first.'],
	},
	'access.unknown': {
		fr: ['cette demande n’est pas dans ce dossier', 'Rechargez la page pour voir celles qui y sont.'],
		en: ['this request is not in this file', 'Reload the page to see those that are.'],
	},
	'access.answered': {
		fr: ['cette demande a déjà sa réponse', 'Rechargez la page pour la lire.'],
		en: ['this request already has its answer', 'Reload the page to read it.'],
	},
	'access.groundMissing': {
		fr: ['il manque le motif', 'Dites pourquoi ces mots ne partent pas\u00a0: la personne le lira.'],
		en: ['the ground is missing', 'Say why these words do not leave: the person will read it.'],
	},
	'access.passagesMissing': {
		fr: ['aucun passage n’est choisi', 'Cochez au moins une phrase, ou retenez la ligne entière.'],
		en: ['no passage is chosen', 'Tick at least one sentence, or hold back the whole line.'],
	},
	'correction.noLine': {
		fr: ['cette ligne n’est pas dans cette partie du dossier', 'Écrivez votre version sans la nommer.'],
		en: ['that line is not in this part of the file', 'Write your version without naming it.'],
	},
	'correction.unknown': {
		fr: ['cette correction n’est pas dans ce dossier', 'Rechargez la page pour voir celles qui y sont.'],
		en: ['this correction is not in this file', 'Reload the page to see those that are.'],
	},
	'correction.answered': {
		fr: ['cette correction a déjà sa réponse', 'Rechargez la page pour la lire.'],
		en: ['this correction already has its answer', 'Reload the page to read it.'],
	},
};

/** What is lacking when somebody asks to see what is written about them. */
export const recordWhys: Sayings = {
	'qc-2.03-e': {
		fr: [
			'rien n’est encore au dossier de ce qui a été dit à la personne',
			'Remettre la trousse laisse cette trace, sans rien taper.',
		],
		en: [
			'nothing is on file yet of what the person was told',
			'Handing over the package leaves that trace, with nothing to type.',
		],
	},
	'qc-5.02-c': {
		fr: [
			'il reste à dire que les messages vont au dossier',
			'Chacun doit savoir où vont ses mots avant de les écrire.',
		],
		en: [
			'it is still to be said that messages go into the file',
			'People should know where their words go before they write.',
		],
	},
	'qc-5.04-a': {
		fr: [
			'il reste à dire qu’on peut demander à voir son dossier',
			'On ne demande pas ce qu’on ne sait pas pouvoir demander.',
		],
		en: [
			'it is still to be said that one may ask to see one’s file',
			'Nobody asks for what they do not know they may ask for.',
		],
	},
	'qc-5.04-b': {
		fr: ['une demande sur le dossier attend sa réponse', 'La loi fixe un dernier jour, et la personne le connaît.'],
		en: ['a request about the file waits for its answer', 'The law sets a last day, and the person knows it.'],
	},
	'qc-5.04-b.reason': reason,
	'qc-5.04-b.copy': copy,
	'qc-5.04-b.looked': looked,
	'qc-5.04-b.held': held,
	'qc-5.04-b.nothing': nothing,
	'qc-5.04-b.harm': harm,
};
