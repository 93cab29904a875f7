import type { Clause } from './clause.ts';
import type { ClauseFacts } from './facts.ts';
import { all } from './phrases.ts';

/** What we do when confidential information was lost, stolen or seen (qc-3.10-b, qc-3.10-c). */
export const breach: Clause = {
	fr: ({ breachAuthority: a, vocabulary: v, privacyOfficer: o }) => ({
		title: 'Si vos renseignements sont perdus, volés ou vus par erreur',
		summary: [
			'Nous vous le disons vite.',
			'Nous disons ce qui est sorti et ce que vous pouvez faire.',
			'Nous notons tout.',
		],
		text: [
			`Des renseignements sur vous peuvent être perdus, volés ou vus par erreur. C’est ce qu’on nomme un ${v.breach.fr}. Voici ce que nous faisons alors.`,
			[
				'Nous arrêtons la fuite.',
				'Nous cherchons ce qui est sorti, et qui cela touche.',
				'Nous vous écrivons ou nous vous appelons sans tarder, par un moyen sûr pour vous.',
				'Nous disons quand, quoi, ce que nous avons fait et ce que vous pouvez faire.',
				'Nous notons tout dans un registre, même les petites choses.',
			],
			...(a ? [a.notice.fr, { contact: [a.name.fr, ...a.phones, ...(a.site ? [a.site] : [])] }] : []),
			`Une question ? ${o.name} s’en occupe : ${o.contact}.`,
		],
		easy: ['Une fuite ?', 'Nous vous le disons vite.', 'Nous disons quoi faire.', `Une question ? ${o.name}.`],
	}),
	en: ({ breachAuthority: a, vocabulary: v, privacyOfficer: o }) => ({
		title: 'If your information is lost, stolen or seen by mistake',
		summary: ['We tell you soon.', 'We say what got out and what you can do.', 'We note everything.'],
		text: [
			`Things about you may be lost, stolen or seen by mistake. This is called a ${v.breach.en}. Here is what we then do.`,
			[
				'We stop the leak.',
				'We find out what got out, and whom it touches.',
				'We write or call you without delay, by a means that is safe for you.',
				'We say when, what, what we did and what you can do.',
				'We note it all in a register, even small things.',
			],
			...(a ? [a.notice.en, { contact: [a.name.en, ...a.phones, ...(a.site ? [a.site] : [])] }] : []),
			`Any question? ${o.name} takes care of it: ${o.contact}.`,
		],
		easy: ['A leak?', 'We tell you soon.', 'We say what to do.', `Any question? ${o.name}.`],
	}),
};

/** Looking a client up on the web (qc-2.05-a, qc-2.05-b, with qc-2.06 and qc-3.04). */
export const websearch: Clause = {
	fr: () => ({
		title: 'Chercher votre nom sur le Web',
		summary: [
			'Nous ne cherchons pas sans votre accord.',
			'Une seule exception : un danger.',
			'Nous vous le disons et nous le notons.',
		],
		text: [
			'Nous ne cherchons pas votre nom sur le Web sans votre accord. Si cela peut vous aider, nous vous demandons d’abord. Nous disons où, et pourquoi.',
			'Il y a une exception : un danger pour vous ou pour quelqu’un, et la recherche peut protéger. Dans ce cas, nous vous le disons dès que c’est sans danger.',
			'Toute recherche est notée au dossier : la raison, l’endroit et ce qui a été gardé. Vous pouvez dire ce que vous en pensez.',
			'Et si nous tombons sur vous par hasard ? Nous n’allons pas plus loin, et nous vous en parlons si cela compte pour votre suivi.',
		],
		easy: [
			'Nous ne vous cherchons pas sur le Web.',
			'Nous demandons avant.',
			'Sauf s’il y a un danger.',
			'Nous vous le disons.',
		],
		question: 'Redites-le dans vos mots : quand pourrions-nous chercher votre nom sans demander ?',
	}),
	en: () => ({
		title: 'Looking up your name on the web',
		summary: ['We do not search without your consent.', 'One exception: a danger.', 'We tell you and we note it.'],
		text: [
			'We do not look up your name on the web without your consent. If it can help you, we ask you first. We say where, and why.',
			'There is one exception: a danger to you or to someone, and the search can protect. In that case, we tell you as soon as it is safe.',
			'Every search is noted in the file: the reason, the place and what was kept. You can say what you think of it.',
			'And if we come across you by chance? We go no further, and we talk to you about it if it matters for our work.',
		],
		easy: ['We do not look you up on the web.', 'We ask first.', 'Except if there is a danger.', 'We tell you.'],
		question: 'In your own words: when could we look up your name without asking?',
	}),
};

/** How card data are kept, shared and used (qc-2.09-b3). */
export const cards: Clause = {
	fr: ({ cards: c }) => ({
		title: 'Payer par carte',
		summary: c
			? [`Vous payez chez ${c.provider}.`, 'Nous n’avons jamais le numéro de la carte.']
			: ['Nous ne prenons pas de carte.'],
		text: c
			? [
					`Vous payez par carte sur la page de ${c.provider}. Nous ne voyons pas le numéro de la carte et nous ne le gardons pas.`,
					`${c.provider} reçoit votre nom, le montant et la date. Son nom ou le nôtre peut paraître sur votre relevé. Rien n’y dit quel service vous avez eu.`,
					'Nous gardons la preuve de paiement. Vous pouvez aussi payer d’une autre façon.',
				]
			: ['Nous ne prenons pas de carte. Nous n’avons donc aucun numéro de carte, et n’en demandons jamais.'],
		easy: c
			? [`Vous payez chez ${c.provider}.`, 'Nous ne voyons pas votre carte.', 'Vous pouvez payer autrement.']
			: ['Nous ne prenons pas de carte.'],
	}),
	en: ({ cards: c }) => ({
		title: 'Paying by card',
		summary: c ? [`You pay at ${c.provider}.`, 'We never have the card number.'] : ['We do not take cards.'],
		text: c
			? [
					`You pay by card on the page of ${c.provider}. We do not see the card number and we do not keep it.`,
					`${c.provider} gets your name, the amount and the date. Its name or ours may show on your statement. Nothing there says what service you had.`,
					'We keep the proof of payment. You can also pay another way.',
				]
			: ['We do not take cards. So we have no card number, and we never ask for one.'],
		easy: c
			? [`You pay at ${c.provider}.`, 'We do not see your card.', 'You can pay another way.']
			: ['We do not take cards.'],
	}),
};

const laws = ({ privacyLaws }: ClauseFacts, locale: 'fr' | 'en'): readonly string[] =>
	privacyLaws.length === 0
		? []
		: [
				locale === 'fr'
					? `Les lois suivies : ${all(
							privacyLaws.map((l) => l.name.fr),
							'fr',
						)}.`
					: `The laws we follow: ${all(
							privacyLaws.map((l) => l.name.en),
							'en',
						)}.`,
			];

/** The privacy practices, whole and short (nb-6-h, qc-2.09-b1). */
export const privacy: Clause = {
	fr: (facts) => {
		const { privacyOfficer: o, breachAuthority: a } = facts;
		return {
			title: 'Vos renseignements et votre vie privée',
			summary: [
				'Nous demandons le moins possible.',
				'Nous disons pourquoi, et nous ne faisons rien d’autre.',
				'Rien n’est vendu.',
				'Vous pouvez voir, corriger et retirer.',
				`${o.name} répond à vos questions.`,
			],
			text: [
				'Nous demandons le moins possible : qui vous êtes, comment vous joindre, où vous êtes et ce qui sert à votre suivi.',
				'Cela sert à vous accompagner, à vous protéger et à vous faire un reçu. Nous n’en faisons rien d’autre. Rien n’est vendu. Aucun logiciel ne décide à votre sujet.',
				'Vous pouvez voir votre dossier, demander une correction, en avoir une copie et retirer un accord. Vous pouvez voir qui l’a ouvert.',
				'Notre site ne vous suit pas ailleurs sur le Web. Il ne garde chez vous que ce qu’il faut pour que la page marche.',
				`${o.name} veille à tout cela : ${o.contact}.${a ? ` Vous pouvez aussi vous adresser à cet organisme public : ${a.name.fr}.` : ''}`,
				...laws(facts, 'fr'),
			],
			easy: [
				'Nous demandons peu de choses.',
				'Nous ne vendons rien.',
				'Vous pouvez voir et corriger.',
				`Une question ? ${o.name}.`,
			],
			question: 'Redites-le dans vos mots : que pouvez-vous nous demander au sujet de vos renseignements ?',
		};
	},
	en: (facts) => {
		const { privacyOfficer: o, breachAuthority: a } = facts;
		return {
			title: 'Your information and your privacy',
			summary: [
				'We ask for as little as we can.',
				'We say why, and we do nothing else with it.',
				'Nothing is sold.',
				'You can see, correct and take back.',
				`${o.name} answers your questions.`,
			],
			text: [
				'We ask for as little as we can: who you are, how to reach you, where you are and what our work with you needs.',
				'It serves to work with you, to protect you and to make you a receipt. We do nothing else with it. Nothing is sold. No software makes decisions about you.',
				'You can see your file, ask for a correction, have a copy of it and take back a consent. You can see who opened it.',
				'Our site does not follow you elsewhere on the web. It keeps on your side only what the page needs to work.',
				`${o.name} watches over all this: ${o.contact}.${a ? ` You can also turn to this public body: ${a.name.en}.` : ''}`,
				...laws(facts, 'en'),
			],
			easy: ['We ask for few things.', 'We sell nothing.', 'You can see and correct.', `Any question? ${o.name}.`],
			question: 'In your own words: what can you ask us about your information?',
		};
	},
};

/** What cannot be offered to someone whose identity was not checked (qc-2.04-c); nothing is asked back. */
export const identityLimits: Clause = {
	fr: () => ({
		title: 'Si nous n’avons pas vérifié qui vous êtes',
		summary: [
			'Vous pouvez nous parler sans dire votre nom.',
			'Certains services ne sont alors pas possibles.',
			'S’il y a danger, nous aurons du mal à vous trouver.',
		],
		text: [
			'Vous pouvez nous parler sans dire qui vous êtes, ou sans le prouver. Voici ce qui ne sera pas possible.',
			[
				'Écrire une lettre, un rapport ou un reçu à votre nom',
				'Parler de vous à quelqu’un, même si vous le demandez',
				'Vous remettre un dossier, car il pourrait être à une autre personne',
				'Vous envoyer de l’aide vite, si nous ne savons pas où vous êtes',
			],
			'Vous pouvez nous dire qui vous êtes quand vous voulez. Nous regardons alors une pièce d’identité, sans en garder de copie.',
		],
		easy: ['Vous pouvez taire votre nom.', 'Alors, pas de lettre ni de reçu.', 'Alors, l’aide vous trouve moins vite.'],
	}),
	en: () => ({
		title: 'If we have not checked who you are',
		summary: [
			'You can talk to us without giving your name.',
			'Some services are then not possible.',
			'In danger, we will find it hard to reach you.',
		],
		text: [
			'You can talk to us without saying who you are, or without proving it. Here is what will not be possible.',
			[
				'To write a letter, a report or a receipt in your name',
				'To speak of you to someone, even if you ask',
				'To hand you a file, for it could be someone else’s',
				'To send you help fast, if we do not know where you are',
			],
			'You can tell us who you are at any time. We then look at a piece of ID, and keep no copy of it.',
		],
		easy: ['You can keep your name to yourself.', 'Then, no letter and no receipt.', 'Then, help finds you less fast.'],
	}),
};
