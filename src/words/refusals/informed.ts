import type { Sayings } from './saying.ts';

/** What each person is handed, told and explained. */
export const informedWhys: Sayings = {
	'qc-2.02-e': {
		fr: [
			'il manque une autre façon d’avoir de l’aide là où vit la personne',
			'Pour choisir, elle doit connaître au moins une ressource de son coin.',
		],
		en: [
			'another way of getting help where the person lives is missing',
			'To choose, they need to know at least one other source of help near them.',
		],
	},
	'qc-2.02-g': {
		fr: [
			'il reste à dire quels tiers prennent part au service',
			'Chaque personne doit savoir qui d’autre apprend quelque chose d’elle, et quoi.',
		],
		en: [
			'which third parties take part is still to be told',
			'Each person should know who else learns something about them, and what.',
		],
	},
	'qc-2.07-d': {
		fr: [
			'il reste à entendre ce que la personne a compris',
			'Qu’elle le redise dans ses mots\u00a0: c’est une conversation, pas un examen.',
		],
		en: [
			'what the person understood is still to be heard',
			'Have them say it in their own words: it is a talk, not an exam.',
		],
	},
	'qc-2.07-d.again': {
		fr: ['un point n’est pas encore clair', 'Parlez-en de vive voix, puis la personne le redit dans ses mots.'],
		en: ['one point is not clear yet', 'Talk it over by voice, then the person says it in their own words.'],
	},
	'qc-2.09-e1': {
		fr: [
			'il reste à remettre votre nom, votre numéro de permis et l’adresse de l’Ordre',
			'Chaque personne doit savoir qui vous êtes et qui veille sur votre travail.',
		],
		en: [
			'your name, your permit number and the Order’s address are still to be given',
			'Each person should know who you are and who watches over your work.',
		],
	},
	'qc-2.09-e2': {
		fr: [
			'il reste à dire qu’on peut écrire à l’Ordre',
			'Si quelque chose ne va pas, chaque personne doit savoir à qui le dire.',
		],
		en: [
			'each person is still to be told that they may write to the Order',
			'If something is not right, they should know whom to tell.',
		],
	},
	'nb-6-e': {
		fr: [
			'il reste à remettre le texte sur la confidentialité',
			'Chaque personne reçoit celui de l’endroit où elle vit, avec ses limites.',
		],
		en: [
			'the text on confidentiality is still to be given',
			'Each person gets the one for the place where they live, with its limits.',
		],
	},
	'nb-6-e.explain': {
		fr: [
			'il reste à expliquer la confidentialité et ses limites',
			'Le texte est remis\u00a0: dites-le aussi dans vos mots.',
		],
		en: [
			'confidentiality and its limits are still to be explained',
			'The text was given: say it in your own words as well.',
		],
	},
	'nb-6-m': {
		fr: [
			'il reste à remettre le texte sur les risques des appareils',
			'Un appareil sans fil ou partagé peut en montrer trop\u00a0: la personne doit le savoir.',
		],
		en: [
			'the text on the risks of devices is still to be given',
			'A wireless or shared device can show too much: the person should know.',
		],
	},
	'nb-6-m.explain': {
		fr: [
			'il reste à expliquer les risques des appareils',
			'Le texte est remis\u00a0: parlez ensemble de ceux que la personne utilise.',
		],
		en: [
			'the risks of devices are still to be explained',
			'The text was given: talk together about the devices the person uses.',
		],
	},
	'qc-3.01': {
		fr: [
			'il reste à lire les dangers de ce moyen d’échange',
			'Chaque moyen a les siens\u00a0: on doit les connaître avant de s’y confier.',
		],
		en: [
			'the dangers of this channel are still to be read',
			'Each channel has its own: people should know them before they confide in it.',
		],
	},
	'qc-3.05-c': {
		fr: [
			'il reste à noter que la personne connaît l’entente de confidentialité',
			'La note de la séance le dit\u00a0: cochez son nom, puis signez.',
		],
		en: [
			'it is still to be noted that the person knows the confidentiality agreement',
			'The session’s note says so: tick their name, then sign.',
		],
	},
	'qc-3.07': {
		fr: [
			'il reste à dire que la discrétion des autres ne peut être promise',
			'Quand on est plusieurs, chaque personne doit le savoir avant d’entrer.',
		],
		en: [
			'that the others’ discretion cannot be promised is still to be told',
			'When several people meet, each should know it before coming in.',
		],
	},
	'qc-3.09-a': {
		fr: [
			'il reste à dire que textos et messageries protègent mal',
			'Ces moyens servent déjà entre vous\u00a0: chaque personne doit savoir ce qu’ils laissent voir.',
		],
		en: [
			'that texts and messaging protect poorly is still to be told',
			'You already use them together: each person should know what they let others see.',
		],
	},
	'qc-5.01-b': {
		fr: [
			'il reste à expliquer ce que devient le dossier',
			'Chaque personne doit savoir qui le lit, où il est gardé et jusqu’à quand.',
		],
		en: [
			'what becomes of the file is still to be explained',
			'Each person should know who reads it, where it is kept and until when.',
		],
	},
	'nb-6-f': {
		fr: [
			'il reste à expliquer comment le dossier est tenu',
			'Chaque personne doit savoir ce qu’on y écrit et qui le lit.',
		],
		en: [
			'how the file is kept is still to be explained',
			'Each person should know what is written in it and who reads it.',
		],
	},
	'nb-3-h': {
		fr: [
			'il manque le plan en cas d’urgence',
			'Chaque personne doit savoir qui appeler et où aller si elle ne va pas bien.',
		],
		en: [
			'the plan for emergencies is missing',
			'Each person should know whom to call and where to go if they are not well.',
		],
	},
	'nb-3-i': {
		fr: ['il manque le plan pour le cas où la ligne coupe', 'Chaque personne doit savoir quoi faire, et qui rappelle.'],
		en: ['the plan for when the line drops is missing', 'Each person should know what to do, and who calls back.'],
	},
};
