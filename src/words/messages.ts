import { catalog } from './i18n.ts';

/** The messages of a file, as the practitioner reads and writes them. */
export const messageWords = catalog(
	{
		title: 'Messages',
		now: ({ n }: { n: number }) =>
			n === 1 ? 'Une conversation attend votre réponse.' : `${n} conversations attendent votre réponse.`,
		nowNone: 'Personne n’attend de réponse.',
		threads: 'Conversations',
		none: 'Aucune conversation pour l’instant.',
		purpose: (p: string) =>
			({ care: 'Suivi', appointment: 'Rendez-vous', administration: 'Administration', safety: 'Sécurité' })[p] ?? p,
		chat: 'Clavardage d’une rencontre',
		count: ({ n }: { n: number }) => (n === 1 ? 'un message' : `${n} messages`),
		last: ({ name, when }: { name: string; when: string }) => `Dernier\u00a0: ${name}, ${when}`,
		waits: 'attend votre réponse',
		told: 'Avis d’absence donné, avec les numéros d’aide',
		whose: ({ name }: { name: string }) => `Partie de ${name}`,
		joint: 'Partie commune',
		agreed: 'Ce qui est convenu',
		agreedOn: ({ name, date }: { name: string; date: string }) =>
			`${name} a l’entente sur nos communications depuis le ${date}.`,
		agreedNot: ({ name }: { name: string }) => `${name} n’a pas encore l’entente sur nos communications.`,
		portalNot: ({ name }: { name: string }) => `${name} n’a pas accepté les messages dans Balise.`,
		terms: ({ within, hours }: { within: string; hours: string }) =>
			`Réponse annoncée\u00a0: ${within}. Heures\u00a0: ${hours}.`,
		within: ({ amount, unit }: { amount: number; unit: string }) =>
			unit === 'hour' ? `en ${amount} h` : amount === 1 ? 'en un jour ouvrable' : `en ${amount} jours ouvrables`,
		write: 'Écrire',
		writeNow: 'Vos mots restent dans Balise et vont au dossier. Un courriel sans contenu avertit la personne.',
		why: 'Pourquoi vous écrivez',
		whyHints: (p: string) =>
			({
				care: 'Ce qui touche le suivi.',
				appointment: 'Une heure, un lieu.',
				administration: 'Un reçu, un papier, le dossier.',
				safety: 'Quelqu’un pourrait être en danger\u00a0: ce message n’attend rien.',
			})[p] ?? '',
		to: 'À qui',
		toAll: 'Toutes les personnes du dossier',
		toAllHint: ({ names }: { names: string }) => `Le liront\u00a0: ${names}.`,
		toOneHint: ({ name }: { name: string }) => `Seulement ${name} et l’équipe du dossier.`,
		body: 'Votre message',
		send: 'Envoyer',
		sent: 'Le message est envoyé.',
		reply: 'Répondre',
		replyBody: 'Votre réponse',
		back: 'Toutes les conversations',
		earlier: 'Les messages plus anciens sont dans le fil du dossier.',
		log: 'Noter un message reçu ailleurs',
		logNow:
			'Un texto, un message vocal, un courriel\u00a0: écrivez-le tel qu’il est arrivé. La réponse part d’ici, avec l’avis sur ces moyens.',
		logFrom: 'De qui',
		logBy: 'Par quel moyen',
		logOn: 'Reçu le',
		logBody: 'Ce qui était écrit ou dit',
		logGo: 'Noter ce message',
		logged: 'Le message est noté.',
		loggedTitle: 'Reçus ailleurs',
		loggedOne: ({ name, by, date }: { name: string; by: string; date: string }) => `${name}, ${by}, ${date}`,
		channel: (c: string) =>
			({ textMessage: 'texto', voiceMail: 'message vocal', email: 'courriel', telephone: 'téléphone' })[c] ?? c,
	},
	{
		title: 'Messages',
		now: ({ n }) => (n === 1 ? 'One conversation waits for your answer.' : `${n} conversations wait for your answer.`),
		nowNone: 'Nobody is waiting for an answer.',
		threads: 'Conversations',
		none: 'No conversation yet.',
		purpose: (p) =>
			({ care: 'Care', appointment: 'Appointment', administration: 'Administration', safety: 'Safety' })[p] ?? p,
		chat: 'Chat of a meeting',
		count: ({ n }) => (n === 1 ? 'one message' : `${n} messages`),
		last: ({ name, when }) => `Last: ${name}, ${when}`,
		waits: 'waits for your answer',
		told: 'Absence notice given, with the help numbers',
		whose: ({ name }) => `${name}’s own part`,
		joint: 'Joint part',
		agreed: 'What is agreed',
		agreedOn: ({ name, date }) => `${name} has had the agreement on our communications since ${date}.`,
		agreedNot: ({ name }) => `${name} does not have the agreement on our communications yet.`,
		portalNot: ({ name }) => `${name} has not agreed to messages in Balise.`,
		terms: ({ within, hours }) => `Announced answer: ${within}. Hours: ${hours}.`,
		within: ({ amount, unit }) =>
			unit === 'hour'
				? `within ${amount} h`
				: amount === 1
					? 'within one business day'
					: `within ${amount} business days`,
		write: 'Write',
		writeNow: 'Your words stay in Balise and go into the file. An e-mail without content tells the person.',
		why: 'Why you write',
		whyHints: (p) =>
			({
				care: 'What is about their care.',
				appointment: 'A time, a place.',
				administration: 'A receipt, a paper, the file.',
				safety: 'Someone may be in danger: this message waits for nothing.',
			})[p] ?? '',
		to: 'To whom',
		toAll: 'Everyone in the file',
		toAllHint: ({ names }) => `Readers: ${names}.`,
		toOneHint: ({ name }) => `Only ${name} and the file’s team.`,
		body: 'Your message',
		send: 'Send',
		sent: 'The message is sent.',
		reply: 'Answer',
		replyBody: 'Your answer',
		back: 'All conversations',
		earlier: 'Older messages are in the timeline of the file.',
		log: 'Write down a message that came another way',
		logNow:
			'A text, a voice message, an e-mail: write it down as it came. The answer leaves from here, with the notice about those means.',
		logFrom: 'From whom',
		logBy: 'By which means',
		logOn: 'Received on',
		logBody: 'What was written or said',
		logGo: 'Write it down',
		logged: 'The message is written down.',
		loggedTitle: 'Came another way',
		loggedOne: ({ name, by, date }) => `${name}, ${by}, ${date}`,
		channel: (c) =>
			({ textMessage: 'text', voiceMail: 'voice message', email: 'e-mail', telephone: 'telephone' })[c] ?? c,
	},
);
