import type { Clause } from './clause.ts';
import { missedLines, missedParts, missedPoint } from './missed.ts';
import { means, money } from './phrases.ts';

/** What we offer (qc-2.02-b, nb-6-g). */
export const services: Clause = {
	fr: ({ practice, practitioner, channels, inPerson }) => ({
		title: 'Ce que nous offrons',
		summary: [
			`Le service se donne ${means(channels, 'fr')}.`,
			'Nous voyons avec vous si cela vous convient.',
			'Vous pouvez poser des questions, dire non ou changer d’idée.',
		],
		text: [
			`Ici, « nous » veut dire ${practice.name}. ${practitioner.name}, ${practitioner.title.fr}, est la personne qui vous accompagne.`,
			`Nous vous accompagnons à distance, ${means(channels, 'fr')}.${inPerson ? ' Nous pouvons aussi vous voir au bureau.' : ''} Un service qui passe par un appareil se donne à distance, même si nous sommes tout près.`,
			'Nous faisons d’abord le point avec vous. Nous choisissons des buts ensemble. Puis nous avançons pas à pas.',
			'Avant de commencer, nous voyons si cette façon de faire vous convient. Nous y revenons de temps en temps. Si elle ne vous va pas, nous cherchons mieux avec vous.',
			'Vous pouvez poser vos questions quand vous voulez. Vous pouvez dire oui, dire non ou changer d’idée. Cela ne vous fera aucun tort.',
		],
		easy: [
			`Nous vous aidons ${means(channels, 'fr')}.`,
			'Nous voyons ensemble si cela vous va.',
			'Vous pouvez poser des questions.',
			'Vous pouvez dire oui ou non.',
			'Vous pouvez changer d’idée.',
		],
		question: 'Redites-le dans vos mots : que pouvez-vous faire si vous changez d’idée ?',
	}),
	en: ({ practice, practitioner, channels, inPerson }) => ({
		title: 'What we offer',
		summary: [
			`The service is given ${means(channels, 'en')}.`,
			'We look with you at whether it suits you.',
			'You can ask questions, say no or change your mind.',
		],
		text: [
			`Here, “we” means ${practice.name}. ${practitioner.name}, ${practitioner.title.en}, is the person who works with you.`,
			`We work with you at a distance, ${means(channels, 'en')}.${inPerson ? ' We can also see you at the office.' : ''} A service that goes through a device is a service at a distance, even when we are close by.`,
			'First we look at where you stand. We choose goals together. Then we move step by step.',
			'Before we start, we see whether this way of working suits you. We come back to it from time to time. If it does not suit you, we look for something better with you.',
			'You can ask your questions at any time. You can say yes, say no or change your mind. It will not be held against you.',
		],
		easy: [
			`We help you ${means(channels, 'en')}.`,
			'We see together if this is right for you.',
			'You can ask questions.',
			'You can say yes or no.',
			'You can change your mind.',
		],
		question: 'In your own words: what can you do if you change your mind?',
	}),
};

/** What it may bring (qc-2.02-c): shown with the same weight as the risks. */
export const benefits: Clause = {
	fr: () => ({
		title: 'Ce que cela peut vous apporter',
		summary: [
			'De l’aide plus vite',
			'Des heures plus souples',
			'Plus de discrétion',
			'Moins de trajets',
			'Un lieu que vous connaissez',
		],
		text: [
			'Voici ce que plusieurs y gagnent.',
			[
				'Vous pouvez avoir de l’aide plus vite.',
				'Les heures sont plus souples.',
				'C’est discret : personne ne vous voit entrer dans un bureau.',
				'Vous n’avez pas de trajet à faire.',
				'Vous êtes dans un lieu que vous connaissez.',
			],
			'Ce n’est pas la même chose pour tout le monde. Nous en parlons avec vous.',
		],
		easy: [
			'L’aide peut venir plus vite.',
			'Vous choisissez mieux l’heure.',
			'Personne ne vous voit entrer.',
			'Vous n’avez pas à vous déplacer.',
		],
		question: 'Redites-le dans vos mots : qu’est-ce que cela changerait de bon pour vous ?',
	}),
	en: () => ({
		title: 'What it may bring you',
		summary: ['Help sooner', 'More flexible hours', 'More privacy', 'Less travel', 'A place you know'],
		text: [
			'Here is what many people gain from it.',
			[
				'You may get help sooner.',
				'The hours are more flexible.',
				'It is private: no one sees you walk into an office.',
				'You do not have to travel.',
				'You are in a place you know.',
			],
			'It is not the same for everyone. We talk about it with you.',
		],
		easy: [
			'Help can come sooner.',
			'You have more choice of time.',
			'No one sees you come in.',
			'You do not have to travel.',
		],
		question: 'In your own words: what good would this do for you?',
	}),
};

/** Other ways to get help (qc-2.02-e): at least one that can be used where the client is. */
export const alternatives: Clause = {
	needs: ({ alternatives: others }) => others.length > 0,
	fr: ({ alternatives: others }) => ({
		title: 'D’autres façons d’avoir de l’aide',
		summary: ['Il y a d’autres voies.', 'Vous pouvez choisir la vôtre.', 'Nous vous aidons à y aller.'],
		text: [
			'Ce service n’est pas la seule voie. En voici d’autres.',
			others.map((o) => o.fr),
			'Si vous aimez mieux une de ces voies, dites-le. Nous vous aidons à y aller. Vous pouvez changer en cours de route.',
		],
		easy: ['Il y a d’autres sortes d’aide.', ...others.map((o) => o.fr), 'Dites-nous ce que vous aimez mieux.'],
	}),
	en: ({ alternatives: others }) => ({
		title: 'Other ways to get help',
		summary: ['There are other ways.', 'You can choose yours.', 'We help you get there.'],
		text: [
			'This service is not the only way. Here are others.',
			others.map((o) => o.en),
			'If you like one of these better, tell us. We help you get there. You can change along the way.',
		],
		easy: ['There are other kinds of help.', ...others.map((o) => o.en), 'Tell us what you like better.'],
	}),
};

/** What it costs (qc-2.02-f, nb-2-k), and what a missed meeting may cost where the practice says so. */
export const fees: Clause = {
	needs: ({ fees: list }) => list === 'free' || list.length > 0,
	fr: ({ fees: list, missed }) =>
		list === 'free'
			? {
					title: 'Les honoraires',
					summary: missed
						? ['Vos rencontres sont gratuites.', missedPoint(missed, 'fr')]
						: ['Vous n’avez rien à payer.'],
					text: [
						missed
							? 'Vos rencontres sont gratuites. Si cela devait changer, nous vous le dirions avant.'
							: 'Vous n’avez rien à payer pour ce service. Si cela devait changer, nous vous le dirions avant.',
					],
					...missedParts(missed, 'fr'),
					easy: ['C’est gratuit pour vous.', ...(missed ? missedLines(missed, 'fr') : [])],
				}
			: {
					title: 'Les honoraires',
					summary: [
						'Vous savez d’avance combien vous payez.',
						missed ? missedPoint(missed, 'fr') : 'Rien d’autre ne vous est demandé.',
						'Tout changement attend votre accord.',
					],
					text: [
						'Voici ce que vous payez.',
						list.map((f) => `${f.label.fr} : ${money(f.amount, f.currency, 'fr')}`),
						`Nous ne vous demandons rien qui n’est pas ${missed ? 'ici' : 'dans cette liste'}. Si un montant doit changer, nous vous le disons avant. Le nouveau montant attend votre accord. Si payer devient dur, parlez-nous-en.`,
					],
					...missedParts(missed, 'fr'),
					easy: [
						...list.map((f) => `${f.label.fr} : ${money(f.amount, f.currency, 'fr')}`),
						...(missed ? missedLines(missed, 'fr') : []),
						'Vous ne payez rien d’autre.',
						'Si cela change, nous vous le disons avant.',
					],
					question: 'Redites-le dans vos mots : que payez-vous, et que se passe-t-il si un montant change ?',
				},
	en: ({ fees: list, missed }) =>
		list === 'free'
			? {
					title: 'Fees',
					summary: missed ? ['Your meetings are free.', missedPoint(missed, 'en')] : ['You have nothing to pay.'],
					text: [
						missed
							? 'Your meetings are free. If that were to change, we would tell you first.'
							: 'You have nothing to pay for this service. If that were to change, we would tell you first.',
					],
					...missedParts(missed, 'en'),
					easy: ['It is free for you.', ...(missed ? missedLines(missed, 'en') : [])],
				}
			: {
					title: 'Fees',
					summary: [
						'You know ahead of time what you pay.',
						missed ? missedPoint(missed, 'en') : 'Nothing else is asked of you.',
						'Any change waits for your yes.',
					],
					text: [
						'Here is what you pay.',
						list.map((f) => `${f.label.en}: ${money(f.amount, f.currency, 'en')}`),
						`We do not ask for anything that is not ${missed ? 'here' : 'on this list'}. If an amount must change, we tell you first. The new amount waits for your yes. If paying gets hard, talk to us.`,
					],
					...missedParts(missed, 'en'),
					easy: [
						...list.map((f) => `${f.label.en}: ${money(f.amount, f.currency, 'en')}`),
						...(missed ? missedLines(missed, 'en') : []),
						'You pay nothing else.',
						'If it changes, we tell you first.',
					],
					question: 'In your own words: what do you pay, and what happens if an amount changes?',
				},
};

/** Who else takes part, and what they are given (qc-2.02-g). */
export const thirdParties: Clause = {
	fr: ({ thirdParties: others }) => ({
		title: 'Qui d’autre prend part au service',
		summary:
			others.length === 0
				? ['Personne d’autre ne reçoit ce qui vous concerne.']
				: [
						'D’autres nous aident à vous offrir le service.',
						'Chacun ne reçoit que ce qu’il lui faut.',
						'Si la liste change, nous vous le disons avant.',
					],
		text:
			others.length === 0
				? [
						'Personne d’autre ne prend part à ce service. Si cela change, nous vous le disons avant, et nous attendons votre accord.',
					]
				: [
						'D’autres nous aident à vous offrir le service. Voici qui, pourquoi, et ce que chacun reçoit.',
						others.map((o) => `${o.name} : ${o.purpose.fr}. Reçoit : ${o.shared.fr}.`),
						'Personne d’autre ne reçoit ce qui vous concerne. Si la liste change, nous vous le disons avant, et nous attendons votre accord.',
					],
		easy:
			others.length === 0
				? ['Personne d’autre n’est au courant.']
				: [
						...others.map((o) => `${o.name} : ${o.purpose.fr}.`),
						'Personne d’autre.',
						'Si cela change, nous vous le disons.',
					],
	}),
	en: ({ thirdParties: others }) => ({
		title: 'Who else takes part',
		summary:
			others.length === 0
				? ['No one else gets anything about you.']
				: [
						'Others help us offer you the service.',
						'Each gets only what they need.',
						'If the list changes, we tell you first.',
					],
		text:
			others.length === 0
				? ['No one else takes part in this service. If that changes, we tell you first, and we wait for your yes.']
				: [
						'Others help us offer you the service. Here is who, why, and what each one gets.',
						others.map((o) => `${o.name}: ${o.purpose.en}. Gets: ${o.shared.en}.`),
						'No one else gets anything about you. If the list changes, we tell you first, and we wait for your yes.',
					],
		easy:
			others.length === 0
				? ['No one else knows.']
				: [...others.map((o) => `${o.name}: ${o.purpose.en}.`), 'No one else.', 'If this changes, we tell you.'],
	}),
};
