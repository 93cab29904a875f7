import { catalog } from './i18n.ts';

interface Who {
	/** The practitioner's name. */
	readonly name: string;
}

/** Messages with the practitioner. */
export const writing = catalog(
	{
		title: 'Messages',
		now: ({ name }: Who) => `Écrivez à ${name}, ou lisez une réponse.`,
		none: 'Aucun message encore',
		noneText:
			'Un message sert à une courte question ou à un rendez-vous. Les sujets difficiles se disent mieux en rencontre.',
		write: 'Écrire un message',
		reply: 'Répondre',
		replyTo: 'Votre réponse',
		body: 'Votre message',
		why: 'Pourquoi écrivez-vous\u00a0?',
		purpose: ({ purpose }: { purpose: string }) =>
			({
				care: 'Mon suivi',
				appointment: 'Un rendez-vous',
				administration: 'Un papier, un reçu ou mon dossier',
				safety: 'Ma sécurité',
			})[purpose] ?? purpose,
		chat: 'Clavardage pendant une rencontre',
		who: 'Qui pourra lire ce message\u00a0?',
		alone: 'Seulement vous deux',
		aloneHint: ({ names }: { names: string }) => `Le lisent\u00a0: vous, ${names}.`,
		together: 'Toutes les personnes du dossier',
		togetherHint: ({ names }: { names: string }) => `Le lisent\u00a0: vous, ${names}.`,
		readBy: ({ names }: { names: string }) => `Lisent cette conversation\u00a0: vous, ${names}.`,
		inFile: 'Ce message ira dans votre dossier.',
		send: 'Envoyer',
		hours: ({ hours }: { hours: string }) => `Nos heures\u00a0: ${hours}.`,
		within: ({ amount, unit }: { amount: number; unit: 'hour' | 'businessDay' }) =>
			unit === 'hour'
				? `Réponse en ${amount} h au plus, à nos heures.`
				: amount === 1
					? 'Réponse en un jour ouvrable.'
					: `Réponse en ${amount} jours ouvrables.`,
		urgent: 'C’est urgent',
		urgentText: 'Personne ne lit les messages jour et nuit. S’il y a danger, n’attendez pas\u00a0: appelez maintenant.',
		call: ({ number }: { number: string }) => `Appeler le ${number}`,
		moreHelp: 'Voir toutes les lignes d’aide',
		sent: ({ name }: Who) => `Votre message est remis à ${name}.`,
		sentRead: 'Hors de nos heures, il sera lu à notre retour.',
		sentUrgent: 'S’il y a danger, n’attendez pas la réponse\u00a0: appelez une ligne d’aide.',
		you: 'Vous',
		count: ({ n }: { n: number }) => (n === 1 ? 'un message' : `${n} messages`),
		last: ({ who, when }: { who: string; when: string }) => `Dernier\u00a0: ${who}, le ${when}`,
		earlier: ({ name }: Who) => `Les messages plus anciens sont gardés au dossier. Demandez-les à ${name}.`,
		back: 'Tous mes messages',
		open: 'Lire la conversation',
		asked: ({ n }: { n: number }) =>
			n === 1 ? 'Une question à propos de vos documents' : `${n} questions à propos de vos documents`,
	},
	{
		title: 'Messages',
		now: ({ name }) => `Write to ${name}, or read an answer.`,
		none: 'No message yet',
		noneText: 'A message is for a short question or an appointment. Hard topics are better said in a meeting.',
		write: 'Write a message',
		reply: 'Reply',
		replyTo: 'Your reply',
		body: 'Your message',
		why: 'Why are you writing?',
		purpose: ({ purpose }) =>
			({
				care: 'My follow-up',
				appointment: 'An appointment',
				administration: 'A paper, a receipt or my file',
				safety: 'My safety',
			})[purpose] ?? purpose,
		chat: 'Chat during a meeting',
		who: 'Who will be able to read this message?',
		alone: 'Only the two of you',
		aloneHint: ({ names }) => `Read by: you, ${names}.`,
		together: 'Everyone in the file',
		togetherHint: ({ names }) => `Read by: you, ${names}.`,
		readBy: ({ names }) => `This conversation is read by: you, ${names}.`,
		inFile: 'This message will go into your file.',
		send: 'Send',
		hours: ({ hours }) => `Our hours: ${hours}.`,
		within: ({ amount, unit }) =>
			unit === 'hour'
				? `Answer within ${amount} h at most, in our hours.`
				: amount === 1
					? 'Answer within one business day.'
					: `Answer within ${amount} business days.`,
		urgent: 'It is urgent',
		urgentText: 'No one reads messages day and night. If there is danger, do not wait: call now.',
		call: ({ number }) => `Call ${number}`,
		moreHelp: 'See all the help lines',
		sent: ({ name }) => `Your message was handed to ${name}.`,
		sentRead: 'Outside our hours, it will be read when we are back.',
		sentUrgent: 'If there is danger, do not wait for the answer: call a help line.',
		you: 'You',
		count: ({ n }) => (n === 1 ? 'one message' : `${n} messages`),
		last: ({ who, when }) => `Last: ${who}, ${when}`,
		earlier: ({ name }) => `Older messages are kept in the file. Ask ${name} for them.`,
		back: 'All my messages',
		open: 'Read the conversation',
		asked: ({ n }) => (n === 1 ? 'One question about your documents' : `${n} questions about your documents`),
	},
);
