import type { Sayings } from './saying.ts';

/** Relations, conflicts of interest, messages, and whose words a note holds. */
export const limitWhys: Sayings = {
	'qc-4.01': {
		fr: [
			'il reste à dire si vous avez un autre lien avec ces personnes',
			'Un lien double peut brouiller l’aide\u00a0: dites ce qu’il en est, même quand il n’y en a pas.',
		],
		en: [
			'whether you have another relation with these persons is still to be said',
			'A double tie can blur the help: say how it stands, even when there is none.',
		],
	},
	'qc-4.01.refer': {
		fr: ['vous avez décidé de diriger ces personnes ailleurs', 'Nommez maintenant quelqu’un qui pourra les aider.'],
		en: ['you decided to send these persons elsewhere', 'Now name someone who can help them.'],
	},
	'qc-4.01.analysis': {
		fr: [
			'il manque votre réflexion sur ce lien',
			'Écrivez ce que ce lien change, et pourquoi vous pouvez aider quand même.',
		],
		en: [
			'your thoughts on this relation are missing',
			'Write what this tie changes, and why you can help all the same.',
		],
	},
	'qc-4.02': {
		fr: [
			'il reste à chercher les conflits d’intérêts',
			'Chaque nom du dossier doit avoir été cherché, même celui des dernières personnes venues.',
		],
		en: [
			'the search for conflicts of interest is still to be done',
			'Each name in the file must have been searched, the latest to join too.',
		],
	},
	'qc-4.02.decision': {
		fr: [
			'il manque la décision sur les conflits d’intérêts',
			'Les noms ont été cherchés\u00a0: la personne qui en répond doit décider et signer.',
		],
		en: [
			'the decision on conflicts of interest is missing',
			'The names were searched: the person who answers for it must decide and sign.',
		],
	},
	'qc-4.02.conflict': {
		fr: [
			'la décision sur les conflits d’intérêts ne permet pas ce suivi',
			'Proposez à la personne quelqu’un qui pourra l’aider, sans avoir à lui dire pourquoi.',
		],
		en: [
			'the decision on conflicts of interest does not allow this work',
			'Suggest to the person someone who can help, without having to say why.',
		],
	},
	'qc-4.11': {
		fr: [
			'il reste à dire si vous avez eu un lien personnel avec ces personnes',
			'Autant que possible, on ne suit pas en ligne quelqu’un qu’on a connu de près.',
		],
		en: [
			'whether you had a personal relation with these persons is still to be said',
			'As far as possible, one does not serve online someone one knew closely.',
		],
	},
	'qc-4.11.personal': {
		fr: [
			'il manque les précautions pour ce lien personnel',
			'Écrivez la raison, ce qui protège la personne et la date où vous y reviendrez.',
		],
		en: [
			'the safeguards for this personal relation are missing',
			'Write the reason, what protects the person and the date when you will look again.',
		],
	},
	'qc-4.03-a': {
		fr: [
			'il manque la raison du message',
			'On écrit pour le suivi, un rendez-vous, l’administration ou la sécurité\u00a0: dites laquelle.',
		],
		en: [
			'the reason for the message is missing',
			'One writes for care, an appointment, administration or safety: say which.',
		],
	},
	'qc-4.03-b': {
		fr: ['il manque l’accord de la personne pour ce moyen', 'Chaque moyen de la joindre demande son oui à elle.'],
		en: ['the person’s agreement to this channel is missing', 'Each way of reaching them needs their own yes.'],
	},
	'qc-4.03-b.withdrawn': {
		fr: [
			'la personne a repris son accord pour ce moyen',
			'Choisissez un autre moyen de la joindre, ou demandez-lui ce qui lui convient.',
		],
		en: [
			'the person took back their agreement to this channel',
			'Choose another way of reaching them, or ask what suits them.',
		],
	},
	'nb-2-i': {
		fr: [
			'il reste à convenir de l’usage des messages',
			'Quand, comment et pourquoi on s’écrit\u00a0: mettez-vous d’accord avant le premier message.',
		],
		en: [
			'how messages are used is still to be agreed on',
			'When, how and why you write: agree before the first message.',
		],
	},
	'qc-3.10-a': {
		fr: [
			'on ne se confie pas par ce moyen',
			'Vos mots sont protégés ici\u00a0: par courriel ou texto, seul un avis sans détails peut partir.',
		],
		en: [
			'this channel is not for confidences',
			'Your words are protected here: only a notice without details may go by e-mail or text.',
		],
	},
	'qc-6.04-a': {
		fr: [
			'il manque le nom de quelqu’un qui a écrit une partie de la note',
			'Vous reprenez ses mots\u00a0: son nom doit les suivre.',
		],
		en: [
			'the name of someone who wrote part of the note is missing',
			'You use their words: their name should go with them.',
		],
	},
	'nb-caution-c': {
		fr: [
			'il reste à noter l’humeur et la détresse',
			'Par écrit, elles se voient mal\u00a0: dites ce que vous avez vu ou demandé.',
		],
		en: ['mood and distress are still to be noted', 'In writing, they are hard to see: say what you saw or asked.'],
	},
};
