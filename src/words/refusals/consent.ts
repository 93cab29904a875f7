import type { Sayings } from './saying.ts';

/** Consent, capacity, age, questions, identity and place. */
export const consentWhys: Sayings = {
	'qc-2.01-a.own': {
		fr: [
			'la personne qui a dit oui ne représente plus ce client',
			'Demandez maintenant l’accord de la personne elle-même, ou de qui la représente aujourd’hui.',
		],
		en: [
			'whoever said yes no longer represents this client',
			'Ask now for the agreement of the person, or of whoever represents them today.',
		],
	},
	'qc-2.01-a': {
		fr: ['il manque le consentement de chaque personne', 'Un service commence quand chacune a compris et a dit oui.'],
		en: ['the consent of each person is missing', 'A service begins when each one has understood and said yes.'],
	},
	'qc-2.01-a.withdrawn': {
		fr: [
			'une personne a retiré son consentement',
			'C’est son droit\u00a0: parlez-en ensemble avant d’aller plus loin.',
		],
		en: ['a person has withdrawn their consent', 'It is their right: talk about it together before going on.'],
	},
	'nb-6-j.own': {
		fr: [
			'l’accord avait été donné par quelqu’un qui ne représente plus cette personne',
			'La personne le donne elle-même, ou qui la représente aujourd’hui.',
		],
		en: [
			'the agreement was given by somebody who no longer represents this person',
			'The person gives it, or whoever represents them today.',
		],
	},
	'nb-6-j': {
		fr: [
			'il manque l’accord de chaque personne pour ce service',
			'Rien ne commence avant que chacune ait dit oui librement.',
		],
		en: ['each person’s agreement to this service is missing', 'Nothing begins before each one has freely said yes.'],
	},
	'nb-6-j.withdrawn': {
		fr: [
			'une personne a retiré son accord',
			'On peut changer d’avis en tout temps\u00a0: parlez-en ensemble avant de continuer.',
		],
		en: [
			'a person has withdrawn their agreement',
			'Anyone may change their mind at any time: talk about it together before going on.',
		],
	},
	'qc-2.01-b': {
		fr: [
			'il manque l’avis sur l’aptitude à consentir',
			'Un oui compte quand la personne peut comprendre et choisir, aujourd’hui, pour ce service.',
		],
		en: [
			'the finding on capacity to consent is missing',
			'A yes counts when the person can understand and choose, today, for this service.',
		],
	},
	'qc-2.01-b.representative': {
		fr: [
			'il manque la personne qui consent pour elle, avec sa preuve',
			'Quand on ne peut pas consentir, quelqu’un qui en a le droit le fait en notre nom.',
		],
		en: [
			'someone to consent on their behalf, with proof, is missing',
			'When a person cannot consent, someone who has the right does so in their name.',
		],
	},
	'qc-2.01-c.own': {
		fr: [
			'une personne avait dit oui par quelqu’un qui ne la représente plus',
			'Elle attend le temps de donner son propre accord.',
		],
		en: [
			'a person had agreed through somebody who no longer represents them',
			'They wait until they give their own agreement.',
		],
	},
	'qc-2.01-c': {
		fr: [
			'il manque le consentement de cette personne',
			'Personne ne dit oui pour les autres\u00a0: voyez cela avec elle pendant qu’elle attend.',
		],
		en: ['this person’s consent is missing', 'Nobody says yes for the others: see to it with them while they wait.'],
	},
	'qc-2.01-c.withdrawn': {
		fr: [
			'cette personne a retiré son consentement',
			'C’est son droit\u00a0: parlez-en avec elle avant de la faire entrer.',
		],
		en: [
			'this person has withdrawn their consent',
			'It is their right: talk about it with them before letting them in.',
		],
	},
	'qc-2.03-a': {
		fr: [
			'il reste à dire sous quelle forme informer la personne',
			'On consent à ce qu’on a compris\u00a0: par écrit, en version facile à lire, à l’oreille ou de vive voix.',
		],
		en: [
			'the form in which to inform the person is still to be said',
			'People consent to what they understood: in writing, easy-read, by ear or by voice.',
		],
	},
	'qc-2.03-a.adaptation': {
		fr: [
			'il reste à adapter l’information à la personne',
			'La forme qu’il lui faut n’existe pas toute faite\u00a0: notez ce que vous avez fait, comme lire ensemble.',
		],
		en: [
			'the information is still to be adapted to the person',
			'The form they need is not ready-made: note what you did, such as reading together.',
		],
	},
	'qc-2.03-b': {
		fr: [
			'il reste à offrir un moment pour les questions',
			'Avant de signer, chaque personne peut demander tout ce qu’elle veut.',
		],
		en: ['time for questions is still to be offered', 'Before signing, each person may ask anything they want.'],
	},
	'qc-2.03-b.open': {
		fr: ['une question attend encore', 'On ne signe rien avant que chaque question ait une réponse qui convient.'],
		en: ['a question is still waiting', 'Nothing is signed before each question has an answer that will do.'],
	},
	'qc-2.03-c': {
		fr: ['une question attend votre réponse', 'La personne y tient\u00a0: répondez-lui avant de commencer.'],
		en: ['a question is waiting for your answer', 'It matters to the person: answer before you begin.'],
	},
	'qc-2.03-c.confirm': {
		fr: [
			'il reste à savoir si votre réponse convient',
			'Vous avez répondu\u00a0: demandez à la personne si c’est clair pour elle.',
		],
		en: [
			'whether your answer will do is still to be known',
			'You answered: ask the person whether it is clear to them.',
		],
	},
	'qc-2.08-a': {
		fr: [
			'il manque l’âge de la personne',
			'L’âge dit qui peut consentir\u00a0: la personne elle-même, ou quelqu’un pour elle.',
		],
		en: ['the person’s age is missing', 'Age says who may consent: the person, or someone on their behalf.'],
	},
	'qc-2.08-a.young': {
		fr: [
			'il manque un parent ou un tuteur, avec sa preuve',
			'À cet âge, là où vit la personne, quelqu’un qui en a l’autorité consent pour elle.',
		],
		en: [
			'a parent or tutor, with proof, is missing',
			'At this age, where the person lives, someone with authority consents for them.',
		],
	},
	'def-nb-consent-b': {
		fr: [
			'il reste à parler des risques et des avantages',
			'Une signature ne suffit pas\u00a0: il faut en avoir parlé et se sentir libre de dire non.',
		],
		en: [
			'the risks and benefits are still to be talked over',
			'A signature is not enough: people need to talk it through and feel free to say no.',
		],
	},
	'qc-2.04-a': {
		fr: [
			'il reste à savoir qui est la personne',
			'Regardez une pièce d’identité avec elle, ou dites pourquoi vous vous en passez.',
		],
		en: ['who the person is is still to be known', 'Look at an identity card with them, or say why you do without.'],
	},
	'nb-5-b': {
		fr: [
			'il reste à confirmer qui est la personne',
			'Un regard sur une pièce d’identité suffit, et rien n’en est copié.',
		],
		en: [
			'who the person is is still to be confirmed',
			'A look at an identity card is enough, and nothing of it is copied.',
		],
	},
	'qc-2.04-c': {
		fr: [
			'il reste à dire ce que le service ne pourra pas offrir',
			'Sans savoir qui est la personne, vous ne pourrez pas tout faire pour elle\u00a0: dites-lui quoi.',
		],
		en: [
			'what the service cannot offer is still to be told',
			'Without knowing who the person is, you cannot do everything for them: tell them what.',
		],
	},
	'qc-2.04-b': {
		fr: [
			'il reste à savoir où est la personne',
			'S’il fallait des secours, ils iraient au bon endroit\u00a0: demandez-le, ou notez pourquoi vous la faites entrer.',
		],
		en: [
			'where the person is is still to be known',
			'If help were needed, it would go to the right place: ask, or note why you let them in.',
		],
	},
};
