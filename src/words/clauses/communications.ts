import type { Clause } from './clause.ts';
import { crisisLines, means, within } from './phrases.ts';

/** Between appointments (qc-4.04-a). */
export const between: Clause = {
	fr: ({ replyWithin, hours }) => ({
		title: 'Entre deux rencontres',
		summary: [
			`Nous répondons ${within(replyWithin, 'fr')}.`,
			'Les messages servent aux choses courtes.',
			'Les sujets difficiles se disent mieux en rencontre.',
		],
		text: [
			`Entre deux rencontres, écrivez-nous dans votre espace. Nous répondons ${within(replyWithin, 'fr')}. Nos heures : ${hours.fr}.`,
			'Un message sert à déplacer un rendez-vous, à poser une courte question ou à nous remettre un papier. Les sujets difficiles se disent mieux en rencontre : nous vous proposons alors un moment.',
		],
		easy: [
			'Écrivez-nous dans votre espace.',
			`Nous répondons ${within(replyWithin, 'fr')}.`,
			'Pour les sujets difficiles, on se parle.',
		],
		question: 'Redites-le dans vos mots : si vous nous écrivez ce soir, quand aurez-vous une réponse ?',
	}),
	en: ({ replyWithin, hours }) => ({
		title: 'Between two meetings',
		summary: [
			`We answer ${within(replyWithin, 'en')}.`,
			'Messages are for short things.',
			'Hard topics are better said in a meeting.',
		],
		text: [
			`Between two meetings, write to us in your space. We answer ${within(replyWithin, 'en')}. Our hours: ${hours.en}.`,
			'A message is for moving an appointment, asking a short question or handing us a paper. Hard topics are better said in a meeting: we then offer you a time.',
		],
		easy: ['Write to us in your space.', `We answer ${within(replyWithin, 'en')}.`, 'For hard topics, we talk.'],
		question: 'In your own words: if you write to us tonight, when will you have an answer?',
	}),
};

/** In an emergency (qc-4.04-b): the numbers come from the rule pack of the client's place. */
export const emergency: Clause = {
	fr: (facts) => ({
		title: 'S’il y a urgence',
		summary: ['N’attendez pas notre réponse.', 'Appelez un de ces numéros.', 'Dites où vous êtes.'],
		text: [
			'Personne ne lit nos messages jour et nuit. S’il y a danger, n’attendez pas notre réponse. Appelez tout de suite.',
			crisisLines(facts, 'fr'),
			'Dites d’abord où vous êtes. Vous pourrez nous écrire plus tard.',
		],
		easy: ['Danger ? Appelez tout de suite.', ...crisisLines(facts, 'fr'), 'Dites où vous êtes.'],
		question: 'Redites-le dans vos mots : si vous étiez en danger cette nuit, que feriez-vous d’abord ?',
	}),
	en: (facts) => ({
		title: 'If it is urgent',
		summary: ['Do not wait for our answer.', 'Call one of these numbers.', 'Say where you are.'],
		text: [
			'No one reads our messages day and night. If there is danger, do not wait for our answer. Call at once.',
			crisisLines(facts, 'en'),
			'First say where you are. You can write to us later.',
		],
		easy: ['Danger? Call at once.', ...crisisLines(facts, 'en'), 'Say where you are.'],
		question: 'In your own words: if you were in danger tonight, what would you do first?',
	}),
};

/** During holidays (qc-4.04-c): who covers, or that nobody does. */
export const holidays: Clause = {
	fr: ({ cover }) => ({
		title: 'Pendant nos vacances',
		summary: [
			'Nous vous donnons les dates d’avance.',
			cover ? `${cover.name} prend le relais.` : 'Personne ne prend le relais.',
			'Les numéros d’urgence répondent toujours.',
		],
		text: [
			'Nous vous donnons les dates d’avance. Pendant ce temps, un avis répond à vos messages.',
			cover
				? `${cover.name} prend le relais, au ${cover.phone}. Cette personne ne voit de votre dossier que ce qu’il faut pour vous aider.`
				: 'Personne ne prend le relais. Nous lisons vos messages à notre retour. Nous voyons d’avance avec vous qui peut vous aider.',
			'S’il y a urgence, les numéros de votre plan répondent toujours.',
		],
		easy: [
			'Nous disons quand nous partons.',
			cover ? `Appelez ${cover.name} : ${cover.phone}.` : 'Personne ne répond pendant ce temps.',
			'Urgence ? Voyez votre plan.',
		],
	}),
	en: ({ cover }) => ({
		title: 'During our holidays',
		summary: [
			'We give you the dates ahead of time.',
			cover ? `${cover.name} takes over.` : 'No one takes over.',
			'The emergency numbers always answer.',
		],
		text: [
			'We give you the dates ahead of time. While we are away, a notice answers your messages.',
			cover
				? `${cover.name} takes over, at ${cover.phone}. That person sees of your file only what is needed to help you.`
				: 'No one takes over. We read your messages when we come back. We see ahead of time with you who can help.',
			'If it is urgent, the numbers in your plan always answer.',
		],
		easy: [
			'We say when we go away.',
			cover ? `Call ${cover.name}: ${cover.phone}.` : 'No one answers during that time.',
			'Urgent? Look at your plan.',
		],
	}),
};

/** Outside working hours (qc-4.04-d). */
export const afterHours: Clause = {
	fr: (facts) => ({
		title: 'Hors de nos heures',
		summary: [
			'Personne ne lit vos messages hors de nos heures.',
			'Un avis vous dit quand ils seront lus.',
			'S’il y a urgence, appelez.',
		],
		text: [
			`Nos heures : ${facts.hours.fr}. Le reste du temps, personne ne lit vos messages. Un avis vous dit tout de suite quand ils seront lus.`,
			'S’il y a urgence, n’attendez pas. Appelez un de ces numéros.',
			crisisLines(facts, 'fr'),
		],
		easy: ['Le soir, personne ne lit.', 'Un avis vous dit quand.', 'Urgence ? Appelez.'],
	}),
	en: (facts) => ({
		title: 'Outside our hours',
		summary: [
			'No one reads your messages outside our hours.',
			'A notice tells you when they will be read.',
			'If it is urgent, call.',
		],
		text: [
			`Our hours: ${facts.hours.en}. The rest of the time, no one reads your messages. A notice tells you at once when they will be read.`,
			'If it is urgent, do not wait. Call one of these numbers.',
			crisisLines(facts, 'en'),
		],
		easy: ['In the evening, no one reads.', 'A notice tells you when.', 'Urgent? Call.'],
	}),
};

/** What is agreed about messages: why, how, when (nb-2-i, qc-4.03-a, qc-4.03-b). */
export const messaging: Clause = {
	fr: ({ channels, replyWithin, hours }) => ({
		title: 'Ce que nous convenons pour les messages',
		summary: [
			'Pourquoi : votre suivi, rien d’autre.',
			'Comment : par les moyens que vous avez choisis.',
			`Quand : à nos heures, ${within(replyWithin, 'fr')}.`,
			'Vous pouvez changer d’idée.',
		],
		text: [
			'Voici ce que nous convenons avec vous.',
			[
				'Pourquoi : pour votre suivi et vos rendez-vous. Rien d’autre.',
				`Comment : nous offrons le service ${means(channels, 'fr')}. Vous dites oui ou non à chaque moyen.`,
				`Quand : à nos heures (${hours.fr}). Nous répondons ${within(replyWithin, 'fr')}.`,
			],
			'Par texto, par courriel ou dans une boîte vocale, nous ne disons rien de votre situation. Nous disons seulement qu’un message vous attend.',
			'Dites-nous où et quand vous joindre sans crainte, et qui ne doit rien savoir. Vous pouvez changer d’idée quand vous voulez.',
		],
		easy: [
			'Nous écrivons pour votre suivi.',
			'Vous choisissez le moyen.',
			'Un texto de nous ne dit rien de vous.',
			'Vous pouvez changer d’idée.',
		],
		question: 'Redites-le dans vos mots : par où pouvons-nous vous joindre, et par où jamais ?',
	}),
	en: ({ channels, replyWithin, hours }) => ({
		title: 'What we agree on for messages',
		summary: [
			'Why: your follow-up, nothing else.',
			'How: by the means you have chosen.',
			`When: in our hours, ${within(replyWithin, 'en')}.`,
			'You can change your mind.',
		],
		text: [
			'Here is what we agree on with you.',
			[
				'Why: for your follow-up and your appointments. Nothing else.',
				`How: we offer the service ${means(channels, 'en')}. You say yes or no to each means.`,
				`When: in our hours (${hours.en}). We answer ${within(replyWithin, 'en')}.`,
			],
			'By text, by e-mail or in a voice mailbox, we say nothing of your situation. We only say that a message is waiting for you.',
			'Tell us where and when we can reach you safely, and who must not know. You can change your mind at any time.',
		],
		easy: [
			'We write for your follow-up.',
			'You choose the means.',
			'A text from us says nothing about you.',
			'You can change your mind.',
		],
		question: 'In your own words: how can we reach you, and how must we never?',
	}),
};
