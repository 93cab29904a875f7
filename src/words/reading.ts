import { catalog } from './i18n.ts';

interface Who {
	/** The practitioner's name. */
	readonly name: string;
}
interface When {
	readonly when: string;
}

/** The documents a person was handed, read clause by clause. */
export const reading = catalog(
	{
		title: 'Mes documents',
		now: 'Lisez à votre rythme. Demandez tout ce que vous voulez.',
		none: 'Vos documents ne sont pas encore arrivés',
		noneText: ({ name }: Who) => `${name} vous les remettra. Vous n’avez rien à faire.`,
		sent: ({ when }: When) => `Remis le ${when}`,
		read: 'Lu',
		toRead: 'À lire',
		open: 'Lire',
		next: 'Lire le premier',
		goOn: 'Lire la suite',
		agree: 'Continuer vers mon accord',
		waiting: ({ n }: { n: number }) =>
			n === 1 ? 'une question attend sa réponse' : `${n} questions attendent leur réponse`,
		answered: ({ n }: { n: number }) => (n === 1 ? 'une réponse vous attend' : `${n} réponses vous attendent`),
		variant: 'De quelle façon voulez-vous être informé ou informée\u00a0?',
		variantOf: ({ variant }: { variant: string }) =>
			({
				standard: 'Par écrit',
				easyRead: 'En version facile à lire',
				audio: 'À l’oreille',
				oral: 'De vive voix, avec quelqu’un',
			})[variant] ?? variant,
		variantHint: ({ variant }: { variant: string }) =>
			({
				standard: 'Les points clés, puis tout le texte.',
				easyRead: 'Des phrases courtes, une idée par ligne.',
				audio: 'Votre appareil lit le texte tout haut, s’il le peut.',
				oral: 'On vous explique tout en parlant.',
			})[variant] ?? '',
		variantNow: ({ variant }: { variant: string }) => `Vous êtes informé ou informée ainsi\u00a0: ${variant}.`,
		variantChange: 'Changer de façon',
		variantSave: 'Garder ce choix',
		back: 'Mes documents',
		documentNow: 'Les points clés d’abord. Tout le texte est dessous.',
		contents: 'Dans ce document',
		easyNow: 'Voici la version facile à lire.',
		version: ({ n, when }: { n: number; when: string }) => `Version ${n}, remise le ${when}`,
		whole: 'Tout le texte',
		easy: 'Version facile à lire',
		listen: 'Écouter',
		stop: 'Arrêter la lecture',
		noVoice:
			'Votre appareil n’a pas de voix pour lire ce texte. Demandez qu’on vous le lise\u00a0: nous le faisons volontiers.',
		question: 'J’ai une question',
		another: 'J’ai une autre question',
		yourQuestion: 'Votre question',
		questionHint: ({ name }: Who) => `${name} la recevra. Vous ne signez rien avant d’avoir la réponse.`,
		ask: 'Envoyer ma question',
		asked: ({ when }: When) => `Votre question du ${when}`,
		noAnswer: ({ name }: Who) => `${name} va vous répondre ici.`,
		answer: ({ name }: Who) => `Réponse de ${name}`,
		orally: 'Répondu de vive voix.',
		settle: 'Cette réponse me convient',
		settled: 'Cette réponse vous convient.',
		markRead: 'J’ai lu ce document',
		isRead: 'Vous avez lu ce document.',
	},
	{
		title: 'My documents',
		now: 'Read at your own pace. Ask anything you want.',
		none: 'Your documents are not here yet',
		noneText: ({ name }) => `${name} will hand them to you. There is nothing for you to do.`,
		sent: ({ when }) => `Handed over on ${when}`,
		read: 'Read',
		toRead: 'To read',
		open: 'Read',
		next: 'Read the first one',
		goOn: 'Read on',
		agree: 'Go on to my consent',
		waiting: ({ n }) =>
			n === 1 ? 'one question is waiting for its answer' : `${n} questions are waiting for their answer`,
		answered: ({ n }) => (n === 1 ? 'one answer is waiting for you' : `${n} answers are waiting for you`),
		variant: 'In which form would you like to be informed?',
		variantOf: ({ variant }) =>
			({ standard: 'In writing', easyRead: 'In easy-read form', audio: 'By ear', oral: 'By voice, with someone' })[
				variant
			] ?? variant,
		variantHint: ({ variant }) =>
			({
				standard: 'The key points, then the whole text.',
				easyRead: 'Short sentences, one idea a line.',
				audio: 'Your device reads the text aloud, if it can.',
				oral: 'Everything is explained to you by talking.',
			})[variant] ?? '',
		variantNow: ({ variant }) => `You are informed this way: ${variant}.`,
		variantChange: 'Change this form',
		variantSave: 'Keep this choice',
		back: 'My documents',
		documentNow: 'The key points first. The whole text is below.',
		contents: 'In this document',
		easyNow: 'Here is the easy-read version.',
		version: ({ n, when }) => `Version ${n}, handed over on ${when}`,
		whole: 'The whole text',
		easy: 'Easy-read version',
		listen: 'Listen',
		stop: 'Stop reading aloud',
		noVoice: 'Your device has no voice for this text. Ask us to read it to you: we are glad to.',
		question: 'I have a question',
		another: 'I have another question',
		yourQuestion: 'Your question',
		questionHint: ({ name }) => `${name} will get it. You sign nothing before you have the answer.`,
		ask: 'Send my question',
		asked: ({ when }) => `Your question of ${when}`,
		noAnswer: ({ name }) => `${name} will answer you here.`,
		answer: ({ name }) => `Answer from ${name}`,
		orally: 'Answered by voice.',
		settle: 'This answer will do',
		settled: 'This answer suits you.',
		markRead: 'I have read this document',
		isRead: 'You have read this document.',
	},
);

/** Taking back one's consent, and keeping what one signed. */
export const signedWords = catalog(
	{
		title: 'Ce que j’ai signé',
		now: 'Voici les mots exacts. Gardez-en une copie si c’est sûr pour vous.',
		none: 'Vous n’avez rien signé ici.',
		back: 'Mon dossier',
		who: 'Qui',
		when: 'Quand',
		how: 'Comment',
		means: ({ means }: { means: string }) =>
			({ signature: 'Signé ici', oral: 'De vive voix', paper: 'Sur papier' })[means] ?? means,
		byOther: ({ name }: Who) => `Signé par ${name}, en votre nom`,
		writtenBy: ({ name }: Who) => `Noté par ${name}`,
		withdrawn: ({ when }: When) => `Retiré le ${when}`,
		documents: 'Les documents',
		version: ({ n }: { n: number }) => `version ${n}`,
		print: 'Pour imprimer, prenez le menu de votre navigateur.',
		download: 'Télécharger une copie',
		downloadHint: 'La copie reste sur votre appareil, même après une sortie rapide.',
		between:
			'Votre copie est à vous. Vous pouvez la montrer pour vous plaindre, demander conseil ou parler à un juge. Ne publiez pas nos échanges sans accord.',
		proof: 'La preuve',
		proofText:
			'Gardez ces chiffres avec votre copie. Si ces mots changeaient après coup, même par nous, cela se verrait.',
		entry: 'Empreinte de l’entrée',
		root: 'Empreinte du registre',
		rootAt: 'Registre signé le',
		whole: 'Lire tout le texte',
	},
	{
		title: 'What I signed',
		now: 'Here are the exact words. Keep a copy if that is safe for you.',
		none: 'You have signed nothing here.',
		back: 'My file',
		who: 'Who',
		when: 'When',
		how: 'How',
		means: ({ means }) => ({ signature: 'Signed here', oral: 'By voice', paper: 'On paper' })[means] ?? means,
		byOther: ({ name }) => `Signed by ${name}, in your name`,
		writtenBy: ({ name }) => `Written down by ${name}`,
		withdrawn: ({ when }) => `Withdrawn on ${when}`,
		documents: 'The documents',
		version: ({ n }) => `version ${n}`,
		print: 'To print, use the menu of your browser.',
		download: 'Download a copy',
		downloadHint: 'The copy stays on your device, even after a quick exit.',
		between:
			'Your copy is yours. You can show it to complain, to seek advice or to speak to a judge. Do not publish our exchanges without consent.',
		proof: 'The proof',
		proofText: 'Keep these figures with your copy. If these words were changed afterwards, even by us, it would show.',
		entry: 'Fingerprint of the entry',
		root: 'Fingerprint of the register',
		rootAt: 'Register signed on',
		whole: 'Read the whole text',
	},
);

/** Withdrawing, with its effects said first. */
export const withdrawWords = catalog(
	{
		title: 'Retirer mon accord',
		now: 'Vous pouvez le faire maintenant, sans donner de raison.',
		back: 'Mon dossier',
		what: 'Ce que cela change',
		stops: 'Aucune nouvelle rencontre de service ne commencera.',
		bookings: ({ n }: { n: number }) =>
			n === 1 ? 'Votre rendez-vous à venir sera annulé.' : `Vos ${n} rendez-vous à venir seront annulés.`,
		noBookings: 'Vous n’avez aucun rendez-vous à annuler.',
		running: 'Une rencontre déjà commencée n’est pas coupée\u00a0: vous la terminez ensemble.',
		kept: 'Votre dossier est gardé le temps que la loi demande.',
		others: 'L’accord des autres personnes ne change pas.',
		again: 'Vous pourrez donner votre accord de nouveau.',
		talk: ({ name }: Who) => `Vous pouvez aussi en parler à ${name} d’abord. Ce n’est pas nécessaire.`,
		reason: 'Voulez-vous dire pourquoi\u00a0?',
		submit: 'Retirer mon accord maintenant',
		done: 'C’est fait. Votre accord est retiré.',
		doneText: ({ name }: Who) =>
			`${name} le voit et pourra en parler avec vous, si vous voulez. L’aide immédiate reste ouverte.`,
		none: 'Vous n’avez pas d’accord en vigueur. Il n’y a rien à retirer.',
		write: 'Écrire un message',
		home: 'Revenir à l’accueil',
	},
	{
		title: 'Withdraw my consent',
		now: 'You can do it now, without giving a reason.',
		back: 'My file',
		what: 'What it changes',
		stops: 'No new service meeting will begin.',
		bookings: ({ n }) =>
			n === 1 ? 'Your coming appointment will be cancelled.' : `Your ${n} coming appointments will be cancelled.`,
		noBookings: 'You have no appointment to cancel.',
		running: 'A meeting that has begun is not cut: you end it together.',
		kept: 'Your file is kept for as long as the law asks.',
		others: 'The consent of the other persons does not change.',
		again: 'You will be able to consent again.',
		talk: ({ name }) => `You can also talk to ${name} first. You do not have to.`,
		reason: 'Would you like to say why?',
		submit: 'Withdraw my consent now',
		done: 'Done. Your consent is withdrawn.',
		doneText: ({ name }) => `${name} sees it and can talk about it with you, if you wish. Help now stays open.`,
		none: 'You have no consent in force. There is nothing to withdraw.',
		write: 'Write a message',
		home: 'Back to the home page',
	},
);
