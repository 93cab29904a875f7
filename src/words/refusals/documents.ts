import type { Sayings } from './saying.ts';

/** What a document of the practice must hold, and must be published. */
export const documentWhys: Sayings = {
	'qc-2.02-a': {
		fr: [
			'il manque le document qui présente vos services',
			'Chaque personne doit savoir à quoi s’attendre\u00a0: publiez-le avant le premier suivi.',
		],
		en: [
			'the document that presents your services is missing',
			'Each person should know what to expect: publish it before the first client.',
		],
	},
	'qc-2.02-b': {
		fr: [
			'il manque la clause qui décrit vos services',
			'La personne doit savoir ce que vous offrez, et ce que vous n’offrez pas.',
		],
		en: [
			'the clause that describes your services is missing',
			'The person should know what you offer, and what you do not.',
		],
	},
	'qc-2.02-c': {
		fr: [
			'il manque la clause sur les avantages possibles',
			'Pour choisir, la personne doit voir le bon côté autant que les risques.',
		],
		en: [
			'the clause on possible benefits is missing',
			'To choose, the person should see the good side as well as the risks.',
		],
	},
	'qc-2.02-d': {
		fr: [
			'il manque la clause sur les risques possibles',
			'Indices perdus, délais, secours, fuites, coupures\u00a0: la personne doit les connaître.',
		],
		en: [
			'the clause on possible risks is missing',
			'Lost cues, delays, urgent help, leaks, dropped lines: the person should know them.',
		],
	},
	'qc-2.02-h': {
		fr: [
			'il manque la clause sur les limites de la confidentialité',
			'Avant de se confier, la personne doit savoir ce qui peut devoir être dit.',
		],
		en: [
			'the clause on the limits of confidentiality is missing',
			'Before confiding, the person should know what may have to be told.',
		],
	},
	'qc-2.09-b3': {
		fr: [
			'il manque le texte sur les cartes de crédit',
			'Avant de prendre une carte, dites où vont ses numéros et qui les voit.',
		],
		en: ['the text on credit cards is missing', 'Before you take a card, say where its numbers go and who sees them.'],
	},
	'qc-2.09-d1': {
		fr: [
			'il manque le texte sur ce qu’on fait si la ligne coupe',
			'Publiez-le avant d’ouvrir ce moyen, pour que personne ne reste seul devant l’écran.',
		],
		en: [
			'the text on what to do if the line drops is missing',
			'Publish it before you open this channel, so that nobody is left alone at the screen.',
		],
	},
	'qc-3.05-a': {
		fr: [
			'il manque l’entente de confidentialité',
			'Chaque personne la reçoit avec les autres documents\u00a0: publiez-la d’abord.',
		],
		en: ['the confidentiality agreement is missing', 'Each person gets it with the other documents: publish it first.'],
	},
	'qc-3.05-b': {
		fr: [
			'il manque le résumé des cas où le secret ne tient plus',
			'Ils sont rares, mais la personne doit pouvoir les lire d’avance.',
		],
		en: [
			'the summary of when things no longer stay private is missing',
			'Such cases are rare, but the person should be able to read them in advance.',
		],
	},
	'qc-3.10-b': {
		fr: [
			'il manque le texte sur les incidents de confidentialité',
			'Dites, avant le premier suivi, comment vous préviendriez les personnes touchées.',
		],
		en: [
			'the text on privacy incidents is missing',
			'Say, before the first client, how you would tell the persons concerned.',
		],
	},
	'qc-4.04-a': {
		fr: [
			'il manque la règle sur les messages entre les rendez-vous',
			'La personne doit savoir quand et comment elle aura une réponse.',
		],
		en: [
			'the rule on messages between appointments is missing',
			'The person should know when and how they will get an answer.',
		],
	},
	'qc-4.04-b': {
		fr: [
			'il manque la règle sur les messages en cas d’urgence',
			'Un message peut attendre des heures\u00a0: dites plutôt qui appeler.',
		],
		en: ['the rule on messages in an emergency is missing', 'A message may wait for hours: say whom to call instead.'],
	},
	'qc-4.04-d': {
		fr: [
			'il manque la règle en dehors des heures de travail',
			'Le soir et la fin de semaine aussi, la personne doit savoir à quoi s’attendre.',
		],
		en: [
			'the rule outside working hours is missing',
			'In the evening and on weekends too, the person should know what to expect.',
		],
	},
	'qc-5.01-a': {
		fr: [
			'il manque une clause sur le partage, la garde ou l’archivage du dossier',
			'La personne doit savoir ce que deviennent ses paroles\u00a0: dites les trois.',
		],
		en: [
			'a clause on sharing, keeping or archiving the file is missing',
			'The person should know what becomes of their words: say all three.',
		],
	},
	'qc-5.03-a': {
		fr: [
			'il manque la clause sur l’endroit où le dossier est gardé',
			'La personne doit savoir où il est, qui le garde et s’il y en a une copie.',
		],
		en: [
			'the clause on where the file is kept is missing',
			'The person should know where it is, who keeps it and whether there is a copy.',
		],
	},
	'qc-5.03-a.changed': {
		fr: [
			'le dossier n’est plus gardé là où votre texte le dit',
			'Un texte doit dire vrai\u00a0: relisez-le, puis publiez-le de nouveau.',
		],
		en: [
			'the file is no longer kept where your text says',
			'A text must be true: read it again, then publish it anew.',
		],
	},
	'qc-5.03-b': {
		fr: [
			'il manque la clause sur la durée de conservation',
			'La personne doit savoir jusqu’à quand son dossier est gardé.',
		],
		en: ['the clause on how long the file is kept is missing', 'The person should know until when their file is kept.'],
	},
	'qc-5.03-b.duration': {
		fr: [
			'il manque le nombre d’années de conservation',
			'La clause est là\u00a0: dites maintenant la durée dans la fiche de vos services.',
		],
		en: [
			'the number of years the file is kept is missing',
			'The clause is there: now give the length where you describe your services.',
		],
	},
	'nb-2-j': {
		fr: [
			'il manque la clause sur les moyens de sécurité',
			'Chiffrement, pare-feu, mots de passe\u00a0: dites simplement ce qui protège les échanges.',
		],
		en: [
			'the clause on security means is missing',
			'Encryption, firewall, passwords: say simply what protects the exchanges.',
		],
	},
};
