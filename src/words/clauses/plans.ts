import type { Clause, Part } from './clause.ts';
import type { Channel, ClauseFacts } from './facts.ts';
import { crisisLines, minutes } from './phrases.ts';

/** What we do if something serious happens (nb-3-h, nb-3-j, qc-2.09-c). */
export const emergencyPlan: Clause = {
	fr: (facts) => ({
		title: 'Votre plan pour les moments difficiles',
		summary: [
			'Nous faisons ce plan avec vous.',
			'Chaque fois, nous vous demandons où vous êtes.',
			'S’il y a danger, nous pouvons vous envoyer de l’aide.',
		],
		text: [
			'Avant de commencer, nous faisons ce plan avec vous. Vous en gardez une copie.',
			[
				'Où vous êtes, et le numéro d’urgence de cet endroit',
				'Qui appeler près de vous, et qui ne pas appeler',
				'Ce qui vous aide quand ça va mal',
				'Un mot convenu, si vous ne pouvez pas parler',
			],
			'Chaque fois, nous vous demandons où vous êtes. Si vous êtes en danger et que le contact se perd, nous pouvons y envoyer de l’aide.',
			'Vous pouvez aussi appeler vous-même, jour et nuit.',
			crisisLines(facts, 'fr'),
		],
		easy: [
			'Nous faisons un plan ensemble.',
			'Vous nous dites où vous êtes.',
			'Danger ? Appelez :',
			...crisisLines(facts, 'fr'),
		],
		question: 'Redites-le dans vos mots : si ça va très mal, qui appelez-vous d’abord ?',
	}),
	en: (facts) => ({
		title: 'Your plan for hard times',
		summary: [
			'We make this plan with you.',
			'Each time, we ask where you are.',
			'If there is danger, we can send you help.',
		],
		text: [
			'Before we start, we make this plan with you. You keep a copy.',
			[
				'Where you are, and the emergency number of that place',
				'Whom to call near you, and whom not to call',
				'What helps you when things go badly',
				'An agreed word, if you cannot speak',
			],
			'Each time, we ask where you are. If you are in danger and we lose contact, we can send help there.',
			'You can also call by yourself, day and night.',
			crisisLines(facts, 'en'),
		],
		easy: ['We make a plan together.', 'You tell us where you are.', 'Danger? Call:', ...crisisLines(facts, 'en')],
		question: 'In your own words: if things go very badly, whom do you call first?',
	}),
};

/** How each means picks up again after a cut, by who calls whom. */
const steps = ({ interruption: i }: ClauseFacts) => {
	const wait = minutes(i?.waitMinutes ?? 0);
	const number = i?.number ?? '';
	const call =
		i?.whoCalls === 'client' ? { fr: 'appelez-nous', en: 'call us' } : { fr: 'nous vous appelons', en: 'we call you' };
	return { wait, number, call };
};

const channelParts: Readonly<Record<Channel, (facts: ClauseFacts) => { readonly fr: Part; readonly en: Part }>> = {
	video: (facts) => {
		const { wait, call } = steps(facts);
		const key = 'interruption.video';
		return {
			fr: {
				key,
				title: 'En vidéo',
				text: [`Restez sur la page : elle cherche à revenir toute seule. Après ${wait}, ${call.fr}.`],
			},
			en: {
				key,
				title: 'On video',
				text: [`Stay on the page: it tries to come back by itself. After ${wait}, ${call.en}.`],
			},
		};
	},
	phone: (facts) => {
		const { wait, call } = steps(facts);
		const key = 'interruption.phone';
		return {
			fr: { key, title: 'Au téléphone', text: [`Raccrochez et laissez la ligne libre. Après ${wait}, ${call.fr}.`] },
			en: { key, title: 'On the phone', text: [`Hang up and leave the line free. After ${wait}, ${call.en}.`] },
		};
	},
	chat: (facts) => {
		const { wait, call } = steps(facts);
		const key = 'interruption.chat';
		return {
			fr: {
				key,
				title: 'En clavardage',
				text: [`Ouvrez la page de nouveau : vos mots y sont encore. Si rien ne bouge après ${wait}, ${call.fr}.`],
			},
			en: {
				key,
				title: 'In chat',
				text: [`Open the page again: your words are still there. If nothing moves after ${wait}, ${call.en}.`],
			},
		};
	},
	email: () => {
		const key = 'interruption.email';
		return {
			fr: {
				key,
				title: 'Par courriel',
				text: [
					`Pas de réponse dans le temps prévu ? Votre courriel n’est peut-être pas arrivé. Écrivez dans votre espace, ou appelez-nous.`,
				],
			},
			en: {
				key,
				title: 'By e-mail',
				text: [`No answer in the time we said? Your e-mail may not have come. Write in your space, or call us.`],
			},
		};
	},
	text: () => {
		const key = 'interruption.text';
		return {
			fr: {
				key,
				title: 'Par texto',
				text: [`Un texto peut se perdre. Si nous ne répondons pas, ne comptez pas dessus. Appelez-nous.`],
			},
			en: {
				key,
				title: 'By text',
				text: [`A text can get lost. If we do not answer, do not count on it. Call us.`],
			},
		};
	},
};

/** What to do when a call, a chat or a message fails, means by means (qc-2.09-d1, qc-2.09-d2, nb-3-i). */
export const interruption: Clause = {
	needs: ({ interruption: i }) => i !== undefined && i.number.trim() !== '',
	fr: (facts) => {
		const { wait, call, number } = steps(facts);
		return {
			title: 'Si la ligne coupe',
			summary: ['Restez où vous êtes.', `Après ${wait}, ${call.fr}.`, 'Si personne ne répond, nous vous écrivons.'],
			text: [
				'Une coupure arrive. Ce n’est la faute de personne.',
				`Notre numéro : ${number}. Gardez-le près de vous. Si personne ne répond, nous vous écrivons pour trouver un autre moment.`,
				'Si vous alliez mal quand la ligne a coupé, nous suivons votre plan pour les moments difficiles. N’attendez pas pour appeler à l’aide.',
			],
			parts: facts.channels.map((c) => channelParts[c](facts).fr),
			easy: ['La ligne coupe ? Restez là.', `Après ${wait}, ${call.fr}.`, 'Ça va mal ? Appelez à l’aide.'],
			question: 'Redites-le dans vos mots : que faites-vous si l’image disparaît ?',
		};
	},
	en: (facts) => {
		const { wait, call, number } = steps(facts);
		return {
			title: 'If the line drops',
			summary: ['Stay where you are.', `After ${wait}, ${call.en}.`, 'If no one answers, we write to you.'],
			text: [
				'Lines drop. It is no one’s fault.',
				`Our number: ${number}. Keep it near you. If no one answers, we write to you to find another time.`,
				'If you were not well when the line dropped, we follow your plan for hard times. Do not wait to call for help.',
			],
			parts: facts.channels.map((c) => channelParts[c](facts).en),
			easy: ['The line drops? Stay there.', `After ${wait}, ${call.en}.`, 'Not well? Call for help.'],
			question: 'In your own words: what do you do if the picture goes away?',
		};
	},
};
