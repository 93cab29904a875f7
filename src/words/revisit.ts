import { catalog } from './i18n.ts';

interface Trigger {
	readonly trigger: string;
	/** The means one changes to. */
	readonly mode?: string | undefined;
}
interface Who {
	readonly name: string;
}
interface When {
	readonly when: string;
}

const par: Readonly<Record<string, string>> = { video: 'par vidéo', chat: 'par clavardage', message: 'par messages' };
const by: Readonly<Record<string, string>> = { video: 'by video', chat: 'by chat', message: 'by messages' };

/** Going over a consent again: on the person's side, and on the practitioner's. */
export const revisitWords = catalog(
	{
		title: 'Revoir mon accord',
		back: 'Accueil',
		why: ({ trigger, mode = '' }: Trigger) =>
			({
				mode: `Vous allez vous rencontrer ${par[mode] ?? 'autrement'}. Relisez d’abord ces points.`,
				periodic: 'Du temps a passé depuis votre accord. Prenez un moment pour revoir ces points.',
				participant: 'Quelqu’un s’est joint à vous. Relisez ce que cela change.',
				purpose: 'Le but de votre suivi a changé. Relisez ces points.',
				policy: 'Un document a changé. Relisez ces points.',
				thirdParty: 'Quelqu’un d’autre prend part au service. Relisez ce point.',
			})[trigger] ?? 'Relisez ces points.',
		nothing: 'Vous n’avez rien à revoir pour l’instant.',
		done: 'C’est noté. Merci.',
		ask: 'J’ai une question sur ce point',
		choose: 'Que souhaitez-vous\u00a0?',
		kept: 'Je suis toujours d’accord',
		talk: 'Je veux d’abord en parler',
		talkHint: ({ name }: Who) => `${name} en parlera avec vous. Rien ne change en attendant.`,
		save: 'Envoyer',
		stop: 'Retirer mon accord',
		home: 'Revoir mon accord',
		homeGo: 'Relire ces points',
		office: 'Retour sur le consentement',
		officeNow: 'Reprenez les points importants avec la personne, puis notez ce qu’elle veut.',
		officeFine: 'Rien n’est à revoir en ce moment.',
		noConsent: 'Cette personne n’a pas de consentement en vigueur.',
		officeWhy: ({ trigger, mode = '' }: Trigger) =>
			({
				mode: `Le moyen change\u00a0: ${par[mode] ?? mode}. La première séance attend.`,
				periodic: 'Du temps a passé depuis la dernière fois.',
				participant: 'Quelqu’un s’est joint au suivi.',
				purpose: 'Le but du suivi a changé.',
				policy: 'Un document a changé.',
				thirdParty: 'Un tiers s’est ajouté.',
			})[trigger] ?? '',
		wantsTalk: 'La personne veut en parler d’abord.',
		dueBy: ({ when }: When) => `à faire d’ici le ${when}`,
		last: ({ when }: When) => `Dernière fois\u00a0: le ${when}`,
		points: 'Les points relus ensemble',
		means: 'Comment l’a-t-elle dit\u00a0?',
		oral: 'De vive voix',
		paper: 'Sur papier',
		result: 'Ce qu’elle veut',
		resultKept: 'Elle est toujours d’accord',
		resultChanged: 'Elle est d’accord, avec un changement noté au dossier',
		resultTalk: 'Elle veut y penser encore',
		record: 'Noter cette relecture',
		recorded: 'C’est noté au dossier.',
		askFor: 'Autre chose a changé\u00a0: demander à revoir',
		askWhat: 'Ce qui a changé',
		changed: ({ trigger }: Trigger) =>
			({ purpose: 'Le but du suivi', participant: 'Qui prend part', policy: 'Une règle ou un document' })[trigger] ??
			trigger,
		reason: 'En une phrase',
		askSave: 'Demander la relecture',
		asked: 'C’est demandé. La personne le voit dans son espace.',
	},
	{
		title: 'Going over my consent',
		back: 'Home',
		why: ({ trigger, mode = '' }) =>
			({
				mode: `You are going to meet ${by[mode] ?? 'another way'}. First read these points again.`,
				periodic: 'Time has passed since your consent. Take a moment to go over these points.',
				participant: 'Someone joined you. Read again what this changes.',
				purpose: 'The purpose of your work here has changed. Read these points again.',
				policy: 'A document has changed. Read these points again.',
				thirdParty: 'Someone else takes part in the service. Read this point again.',
			})[trigger] ?? 'Read these points again.',
		nothing: 'There is nothing to go over for now.',
		done: 'It is noted. Thank you.',
		ask: 'I have a question about this point',
		choose: 'What do you wish?',
		kept: 'I still agree',
		talk: 'I want to talk about it first',
		talkHint: ({ name }) => `${name} will talk about it with you. Nothing changes until then.`,
		save: 'Send',
		stop: 'Withdraw my consent',
		home: 'Going over my consent',
		homeGo: 'Read these points again',
		office: 'Back to the consent',
		officeNow: 'Go over the important points with the person, then note what they want.',
		officeFine: 'Nothing is to be gone over right now.',
		noConsent: 'This person has no consent in force.',
		officeWhy: ({ trigger, mode = '' }) =>
			({
				mode: `The means changes: ${by[mode] ?? mode}. The first session waits.`,
				periodic: 'Time has passed since the last time.',
				participant: 'Someone joined the work.',
				purpose: 'The purpose of the work changed.',
				policy: 'A document changed.',
				thirdParty: 'A third party was added.',
			})[trigger] ?? '',
		wantsTalk: 'The person wants to talk about it first.',
		dueBy: ({ when }) => `due by ${when}`,
		last: ({ when }) => `Last time: ${when}`,
		points: 'The points gone over together',
		means: 'How did they say so?',
		oral: 'By voice',
		paper: 'On paper',
		result: 'What they want',
		resultKept: 'They still agree',
		resultChanged: 'They agree, with a change noted in the file',
		resultTalk: 'They want to think about it',
		record: 'Note this review',
		recorded: 'It is noted in the file.',
		askFor: 'Something else changed: ask to go over it',
		askWhat: 'What changed',
		changed: ({ trigger }) =>
			({ purpose: 'The purpose of the work', participant: 'Who takes part', policy: 'A rule or a document' })[
				trigger
			] ?? trigger,
		reason: 'In one sentence',
		askSave: 'Ask for the review',
		asked: 'It is asked. The person sees it in their space.',
	},
);
