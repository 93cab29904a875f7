import { catalog } from './i18n.ts';

/** The answer to a request: accept, or point to other help and decline. */
export const decisionWords = catalog(
	{
		title: 'Réponse à la demande',
		now: 'Acceptez le suivi, ou dirigez la personne vers une aide qui lui convient.',
		accepted: 'Ce suivi est accepté.',
		declined: 'Vous avez répondu que vous ne preniez pas ce suivi.',
		closed: 'Ce suivi est terminé.',
		accept: 'Accepter le suivi',
		acceptHint: 'Balise vérifie ce que vos normes demandent avant. S’il manque quelque chose, un bouton y mène.',
		decline: 'Ne pas prendre ce suivi',
		declineHint: 'Une autre ressource se propose d’abord, même si la personne n’en veut pas.',
		referred: (date: string) => `Une autre ressource a été proposée le ${date}.`,
		notReferred: 'Aucune autre ressource n’a été proposée.',
		referGo: 'Proposer une autre ressource',
		reason: 'Raison',
		reasonHint: 'Elle reste au dossier. La personne n’en reçoit pas le texte.',
		declineDo: 'Répondre non',
		next: 'Passer aux consentements',
	},
	{
		title: 'Answer to the request',
		now: 'Accept the client, or direct the person to help that suits them.',
		accepted: 'This client is accepted.',
		declined: 'You answered that you are not taking this on.',
		closed: 'This work is over.',
		accept: 'Accept the client',
		acceptHint: 'Balise checks what your norms ask before. If something is missing, a button leads there.',
		decline: 'Not take this on',
		declineHint: 'Other help is suggested first, even if the person does not want it.',
		referred: (date) => `Other help was suggested on ${date}.`,
		notReferred: 'No other help was suggested.',
		referGo: 'Suggest other help',
		reason: 'Reason',
		reasonHint: 'It stays in the file. The person does not receive these words.',
		declineDo: 'Answer no',
		next: 'Go on to consents',
	},
);

/** Other help, and meeting in person. */
export const referralWords = catalog(
	{
		title: 'Une autre aide',
		now: 'Personne ne repart sans une piste, ou sans avoir dit qu’elle n’en voulait pas.',
		inPerson: 'Se voir en personne',
		inPersonHint: (prefers: string) => `La personne a dit\u00a0: ${prefers}.`,
		inPersonAnswer: 'Qu’a-t-elle répondu à l’offre de se voir\u00a0?',
		answerIs: (a: string) =>
			({
				accepted: 'Elle accepte de venir',
				declined: 'Elle préfère à distance',
				noOffice: 'Je n’ai pas de bureau où la recevoir',
			})[a] ?? a,
		inPersonSave: 'Noter l’offre',
		inPersonSaved: 'Offre notée.',
		offeredOn: ({ answer, date }: { answer: string; date: string }) => `${date}\u00a0: ${answer}.`,
		referral: 'Diriger vers une autre ressource',
		alternatives: 'Ressources que votre cabinet connaît pour ce lieu',
		helpLines: 'Lignes d’aide de ce lieu',
		outcome: 'Ce qui s’est passé',
		outcomeIs: (o: string) =>
			({ given: 'J’ai proposé une ressource', refusedByPerson: 'La personne n’en veut pas' })[o] ?? o,
		to: 'Vers qui\u00a0?',
		toHint: 'Nécessaire si vous avez proposé une ressource.',
		reason: 'Pourquoi cette ressource, ou pourquoi aucune',
		told: 'Comment la personne l’a-t-elle su\u00a0?',
		toldIs: (t: string) =>
			({ written: 'Par écrit, par un moyen sûr', oral: 'De vive voix', notReachable: 'Elle n’a pas pu être jointe' })[
				t
			] ?? t,
		followUpOn: 'Prendre des nouvelles le',
		save: 'Noter',
		saved: 'C’est noté.',
		doneOn: ({ outcome, date }: { outcome: string; date: string }) => `${date}\u00a0: ${outcome}.`,
		back: 'Revenir à la réponse',
	},
	{
		title: 'Other help',
		now: 'Nobody leaves without a lead, or without having said they did not want one.',
		inPerson: 'Meeting in person',
		inPersonHint: (prefers) => `The person said: ${prefers}.`,
		inPersonAnswer: 'What did they answer to the offer to meet?',
		answerIs: (a) =>
			({
				accepted: 'They accept to come',
				declined: 'They prefer a distance',
				noOffice: 'I have no office to receive them',
			})[a] ?? a,
		inPersonSave: 'Note the offer',
		inPersonSaved: 'Offer noted.',
		offeredOn: ({ answer, date }) => `${date}: ${answer}.`,
		referral: 'Direct to other help',
		alternatives: 'Help your practice knows for this place',
		helpLines: 'Help lines of this place',
		outcome: 'What happened',
		outcomeIs: (o) => ({ given: 'I suggested other help', refusedByPerson: 'The person does not want any' })[o] ?? o,
		to: 'To whom?',
		toHint: 'Needed if you suggested other help.',
		reason: 'Why this help, or why none',
		told: 'How did the person learn of it?',
		toldIs: (t) =>
			({ written: 'In writing, by a safe way', oral: 'Aloud', notReachable: 'They could not be reached' })[t] ?? t,
		followUpOn: 'Ask for news on',
		save: 'Note',
		saved: 'Noted.',
		doneOn: ({ outcome, date }) => `${date}: ${outcome}.`,
		back: 'Go back to the answer',
	},
);
