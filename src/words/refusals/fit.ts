import type { Sayings } from './saying.ts';

/** Does this service fit: the preliminary assessment, its decision, what follows from a no. */
export const fitWhys: Sayings = {
	'qc-1.05-a': {
		fr: [
			'il manque votre décision sur le service en ligne',
			'Avant d’accepter, dites s’il peut vraiment répondre aux besoins de la personne.',
		],
		en: [
			'your decision on the online service is missing',
			'Before accepting, say whether it can really meet the person’s needs.',
		],
	},
	'qc-1.05-a.no': {
		fr: [
			'vous avez jugé que le service en ligne ne convient pas',
			'Proposez plutôt quelqu’un qui pourra aider cette personne.',
		],
		en: ['you found that the online service does not fit', 'Suggest instead someone who can help this person.'],
	},
	'qc-1.05-b': {
		fr: [
			'il manque quelqu’un qui pourra aider cette personne',
			'On ne laisse personne sans suite\u00a0: nommez une ressource, ou notez que la personne n’en veut pas.',
		],
		en: [
			'someone who can help this person is missing',
			'Nobody is left without a next step: name other help, or note that they do not want it.',
		],
	},
	'qc-1.06-b': {
		fr: [
			'il manque quelqu’un qui peut la voir en personne',
			'C’est ce qu’elle souhaite\u00a0: nommez une ressource, ou notez qu’elle n’en veut pas.',
		],
		en: [
			'someone who can see them in person is missing',
			'It is what they wish: name other help, or note that they do not want it.',
		],
	},
	'nb-3-c': {
		fr: [
			'il manque votre évaluation de la personne et des moyens',
			'Avant d’accepter, dites si l’intervention et la distance lui conviennent.',
		],
		en: [
			'your assessment of the person and the means is missing',
			'Before accepting, say whether the intervention and the distance suit them.',
		],
	},
	'nb-3-c.no': {
		fr: [
			'vous avez jugé que l’intervention ou ces moyens ne conviennent pas',
			'Proposez plutôt quelqu’un qui pourra aider cette personne.',
		],
		en: [
			'you found that the intervention or these means do not suit',
			'Suggest instead someone who can help this person.',
		],
	},
	'qc-2.07-a': {
		fr: ['il manque l’évaluation préliminaire', 'Elle dit si la distance convient, avant de fixer une séance.'],
		en: ['the preliminary assessment is missing', 'It says whether distance suits, before a session is booked.'],
	},
	'qc-2.08-0a': {
		fr: [
			'il reste à dire s’il faut d’abord se rencontrer autrement',
			'Certaines personnes gagnent à se voir ou à se parler d’abord\u00a0: l’évaluation le dit.',
		],
		en: [
			'whether to meet another way first is still to be said',
			'Some people do better to meet or talk first: the assessment says so.',
		],
	},
	'qc-2.08-0a.first': {
		fr: [
			'il reste à tenir la première rencontre prévue',
			'Vous avez jugé qu’il faut d’abord se rencontrer autrement\u00a0: prenez ce rendez-vous.',
		],
		en: [
			'the planned first meeting is still to be held',
			'You found that you should first meet another way: book that appointment.',
		],
	},
	'qc-2.08-0b': {
		fr: [
			'il reste à dire si cette forme de service convient toujours',
			'Du temps a passé ou quelque chose a changé\u00a0: répondez, ou dites pourquoi vous attendez.',
		],
		en: [
			'whether this kind of service still fits is still to be said',
			'Time has passed or something changed: answer, or say why you wait.',
		],
	},
};
