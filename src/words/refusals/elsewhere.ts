import type { Sayings } from './saying.ts';

/** The right to practise, other territories, channels and tools. */
export const elsewhereWhys: Sayings = {
	'def-qc-regulated': {
		fr: [
			'il manque un permis d’exercice en vigueur',
			'Vos clients ont droit à une personne autorisée\u00a0: notez votre permis et ses dates.',
		],
		en: [
			'a permit in force is missing',
			'Your clients are entitled to someone authorised: note your permit and its dates.',
		],
	},
	'qc-1.01-a': {
		fr: [
			'il manque une formation à ce moyen, avec sa preuve',
			'On se sert bien de ce qu’on a appris\u00a0: un plan signé et daté peut suffire d’ici là.',
		],
		en: [
			'training on this channel, with its proof, is missing',
			'We use well what we have learned: a signed and dated plan can do until then.',
		],
	},
	'nb-2-a': {
		fr: [
			'il reste à faire l’exercice pratique de ce moyen',
			'Mieux vaut avoir tout fait une fois avant une vraie rencontre\u00a0: faire entrer, couper le son, rappeler.',
		],
		en: [
			'the practical drill of this channel is still to be done',
			'Better to have done it all once before a real meeting: let in, mute, call back.',
		],
	},
	'nb-intro-c': {
		fr: ['il reste à lire les risques de ce moyen', 'Les connaître aide à en parler simplement avec vos clients.'],
		en: [
			'the risks of this channel are still to be read',
			'Knowing them helps to talk about them simply with your clients.',
		],
	},
	'def-nb-technology': {
		fr: [
			'l’outil de cette rencontre n’est pas dans la liste du cabinet',
			'Chaque outil qui sert avec les clients y est noté\u00a0: ajoutez celui-ci.',
		],
		en: [
			'the tool of this meeting is not on the practice’s list',
			'Each tool used with clients is noted there: add this one.',
		],
	},
	'qc-annex-no-cyberintervention': {
		fr: [
			'ce réseau social n’est pas encore jugé assez sûr',
			'Pour une rencontre, un outil doit garder le secret\u00a0: évaluez celui-ci, ou prenez-en un autre.',
		],
		en: [
			'this social network was not found safe enough yet',
			'For a meeting, a tool must keep things private: assess this one, or use another.',
		],
	},
	'qc-1.09-b': {
		fr: [
			'il reste à lire les règles de l’endroit où est la personne',
			'Elles s’ajoutent aux vôtres dès qu’une rencontre passe une frontière.',
		],
		en: [
			'the rules of the place where the person is are still to be read',
			'They add to yours as soon as a meeting crosses a border.',
		],
	},
	'qc-3.03-b': {
		fr: [
			'il reste à lire la loi sur la vie privée de l’endroit où est la personne',
			'Quand elle est ailleurs, la loi de cet endroit la protège aussi.',
		],
		en: [
			'the privacy law of the place where the person is is still to be read',
			'When they are elsewhere, that place’s law protects them too.',
		],
	},
	'qc-7.01-a': {
		fr: [
			'il reste à lire les règles de l’Ordre sur la pratique hors frontières',
			'La personne vit ailleurs\u00a0: ces règles disent comment vous pouvez l’aider.',
		],
		en: [
			'the Order’s rules on practice across borders are still to be read',
			'The person lives elsewhere: these rules say how you may help them.',
		],
	},
	'qc-7.01-b': {
		fr: [
			'il manque la règle de votre milieu de travail',
			'Elle dit si l’on peut y suivre des personnes qui vivent ailleurs.',
		],
		en: ['your workplace’s rule is missing', 'It says whether persons who live elsewhere may be served there.'],
	},
	'qc-7.01-b.no': {
		fr: [
			'votre milieu de travail ne suit pas de personnes d’ailleurs',
			'Proposez à celle-ci quelqu’un de son coin qui pourra l’aider.',
		],
		en: ['your workplace does not serve persons from elsewhere', 'Suggest to this one someone near them who can help.'],
	},
	'qc-7.01-b.approval': {
		fr: [
			'il manque l’accord de votre milieu de travail',
			'Sa règle le demande pour qui vit ailleurs\u00a0: la personne responsable peut le donner.',
		],
		en: [
			'your workplace’s approval is missing',
			'Its rule asks for it when someone lives elsewhere: the person in charge can give it.',
		],
	},
	'nb-4-a': {
		fr: [
			'il reste à lire les règles des deux endroits',
			'Celles de l’Association et celles de l’endroit où est la personne comptent ensemble.',
		],
		en: [
			'the rules of both places are still to be read',
			'The Association’s and those of the place where the person is count together.',
		],
	},
	'nb-4-c': {
		fr: [
			'il reste à écrire à l’organisme de réglementation de cet endroit',
			'Il doit savoir que vous comptez y offrir des services\u00a0: la lettre ne dit rien de vos clients.',
		],
		en: [
			'the regulator of that place is still to be written to',
			'It should know that you plan to offer services there: the letter says nothing of your clients.',
		],
	},
	'nb-4-d': {
		fr: [
			'il reste à lire ce que la loi demande à cet endroit',
			'Les lois changent\u00a0: une lecture récente vous protège, et la personne aussi.',
		],
		en: [
			'what the law asks in that place is still to be read',
			'Laws change: a recent reading protects you, and the person too.',
		],
	},
	'nb-4-e': {
		fr: [
			'il manque le droit d’exercer là où est la personne',
			'Notez votre immatriculation, un permis temporaire ou ce qui vous en dispense.',
		],
		en: [
			'the right to practise where the person is is missing',
			'Note your registration, a temporary permit or what exempts you from one.',
		],
	},
	'nb-6-n': {
		fr: [
			'il reste à lire les lois sur la vie privée des deux endroits',
			'Elles protègent la personne chez elle comme chez vous.',
		],
		en: ['the privacy laws of both places are still to be read', 'They protect the person at home and at your end.'],
	},
};
