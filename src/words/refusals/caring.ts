import type { Sayings } from './saying.ts';

/** Context, instruments, plans, distress, and looking back at "safety first": what is missing, and why it matters. */
export const caringWhys: Sayings = {
	'qc-1.03-b': {
		fr: [
			'il reste à parler de sa culture, de sa vie et de sa langue',
			'Cela peut changer le service\u00a0: notez ce qui compte, et s’il faut un interprète.',
		],
		en: [
			'the person’s culture, life and language are still to be talked about',
			'They may change the service: note what matters, and whether an interpreter is needed.',
		],
	},
	'qc-1.03-b.later': {
		fr: [
			'il manque l’interprète d’une rencontre déjà prise',
			'Le besoin a été noté après\u00a0: dites qui interprète, ou pourquoi personne.',
		],
		en: [
			'the interpreter of a meeting already booked is missing',
			'The need was noted afterwards: say who interprets, or why nobody does.',
		],
	},
	'qc-1.03-b.interpreter': {
		fr: [
			'il manque le nom de l’interprète',
			'Cette personne a besoin d’un interprète\u00a0: nommez-le juste ici, ou dites pourquoi il n’y en a pas.',
		],
		en: [
			'the name of the interpreter is missing',
			'This person needs an interpreter: name them right here, or say why there is none.',
		],
	},
	'qc-1.05-b.follow': {
		fr: [
			'il reste à demander ce que la ressource a donné',
			'Le jour choisi est passé\u00a0: demandez à la personne si elle a trouvé de l’aide.',
		],
		en: [
			'asking what came of the other help is still to be done',
			'The day chosen has passed: ask the person whether they found help.',
		],
	},
	'nb-3-c.follow': {
		fr: [
			'il reste à savoir si la personne a trouvé de l’aide ailleurs',
			'Le jour choisi est passé\u00a0: demandez-lui ce que la ressource a donné.',
		],
		en: [
			'whether the person found help elsewhere is still to be asked',
			'The day chosen has passed: ask them what came of it.',
		],
	},
	'nb-intro-e': {
		fr: [
			'il reste à évaluer cet outil clinique',
			'Il n’est pas sur la liste du cabinet\u00a0: voyez d’où il vient, ce qu’il vaut et pour qui.',
		],
		en: [
			'this clinical instrument is still to be appraised',
			'It is not on the practice’s list: see where it comes from, what it is worth and for whom.',
		],
	},
	'nb-intro-e.unsafe': {
		fr: [
			'le cabinet a choisi de ne pas employer cet outil',
			'Ses limites étaient trop grandes\u00a0: prenez-en un autre, ou évaluez-le de nouveau.',
		],
		en: [
			'the practice chose not to use this instrument',
			'Its limits were too great: take another one, or appraise it again.',
		],
	},
	'nb-3-j': {
		fr: [
			'il reste à écrire les deux plans de cette personne',
			'Quand ça va mal, on cherche un papier, pas un souvenir\u00a0: écrivez-les avec elle.',
		],
		en: [
			'this person’s two plans are still to be written',
			'In a hard moment one looks for a page, not a memory: write them together.',
		],
	},
	'nb-3-j.undelivered': {
		fr: [
			'la personne n’a pas encore la dernière version de son plan',
			'Le plan a changé\u00a0: elle doit l’ouvrir dans son espace, ou le recevoir autrement.',
		],
		en: [
			'the person does not have the latest version of their plan yet',
			'The plan has changed: they need to open it in their space, or get it another way.',
		],
	},
	'nb-3-d': {
		fr: [
			'il manque le plan d’intervention',
			'Il dit les buts, les méthodes, et comment chacune s’adapte à la distance.',
		],
		en: [
			'the intervention plan is missing',
			'It says the goals, the methods, and how each one is adapted to distance.',
		],
	},
	'nb-3-d.review': {
		fr: [
			'il reste à revoir le plan d’intervention',
			'Son jour est passé\u00a0: dites ce qu’il a donné, et s’il continue.',
		],
		en: [
			'the intervention plan is still to be reviewed',
			'Its day has passed: say what came of it, and if it goes on.',
		],
	},
	'nb-caution-d': {
		fr: [
			'il manque la suite donnée à une détresse',
			'Quelqu’un n’allait pas bien en écrivant\u00a0: dites comment vous l’avez joint, ou pourquoi non.',
		],
		en: [
			'what was done about someone’s distress is missing',
			'Someone was not well while writing: say how you reached them, or why not.',
		],
	},
	'nb-caution-b': {
		fr: [
			'il reste à revenir sur un moment où la sécurité a passé d’abord',
			'Ce n’est jamais un reproche\u00a0: on regarde ensemble ce qui s’est passé, pour apprendre.',
		],
		en: [
			'a moment when safety came first is still to be looked back at',
			'It is never held against you: you look together at what happened, to learn.',
		],
	},
	'nb-caution-b.peer': {
		fr: [
			'il manque le regard d’une ou d’un collègue',
			'Le cabinet compte d’autres personnes\u00a0: parlez-en avec l’une d’elles, puis dites-le ici.',
		],
		en: [
			'a colleague’s eye is missing',
			'The practice has other people: talk it over with one of them, then say so here.',
		],
	},
	'nb-caution-b.together': {
		fr: [
			'il reste à voir chaque personne seule avant une séance ensemble',
			'Parlez d’abord de sécurité avec chacune, seul à seul\u00a0: rien de ce qui s’y dit ne paraît aux autres.',
		],
		en: [
			'each person is still to be seen alone before a session together',
			'Talk about safety with each one alone first: nothing that is said there shows to the others.',
		],
	},
	'qc-2.08-g.together': {
		fr: [
			'il reste un point à voir avec chaque personne avant une séance ensemble',
			'Parlez d’abord de sécurité avec chacune, seul à seul\u00a0: rien de ce qui s’y dit ne paraît aux autres.',
		],
		en: [
			'one thing is still to be seen with each person before a session together',
			'Talk about safety with each one alone first: nothing that is said there shows to the others.',
		],
	},
};

/** Codes of the same acts. */
export const caringCodes: Sayings = {
	'distress.unknown': {
		fr: ['ce signalement n’est pas dans ce dossier', 'Rechargez la page pour voir où on en est.'],
		en: ['this is not in this file', 'Reload the page to see where things stand.'],
	},
	'distress.reasonMissing': {
		fr: ['il manque votre raison', 'Si l’écrit suffit, une phrase dit pourquoi.'],
		en: ['your reason is missing', 'If writing is enough, one sentence says why.'],
	},
	'interventionPlan.none': {
		fr: ['il n’y a pas encore de plan à revoir', 'Écrivez d’abord le plan d’intervention.'],
		en: ['there is no plan to review yet', 'Write the intervention plan first.'],
	},
	'interventionPlan.reviewDay': {
		fr: ['il manque un jour pour revoir le plan', 'Choisissez un jour à venir, d’ici un an au plus.'],
		en: ['a day to review the plan is missing', 'Choose a day to come, a year from now at most.'],
	},
	'plan.notThisVersion': {
		fr: ['ce n’est pas la dernière version du plan', 'Rechargez la page\u00a0: c’est la dernière qui compte.'],
		en: ['this is not the latest version of the plan', 'Reload the page: the latest one is what counts.'],
	},
	'referral.none': {
		fr: [
			'aucune autre ressource n’est encore proposée',
			'Proposez-en une d’abord\u00a0: vous direz ensuite ce qu’elle a donné.',
		],
		en: ['no other help was suggested yet', 'Suggest one first: you will then say what came of it.'],
	},
	'safety.byAnother': {
		fr: [
			'c’est à une autre personne de l’équipe de regarder',
			'Vous avez agi ce jour-là\u00a0: un autre regard aide à apprendre.',
		],
		en: ['someone else of the team is to look', 'You acted that day: another eye helps to learn.'],
	},
};
