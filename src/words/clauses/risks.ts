import type { Clause, Part } from './clause.ts';
import type { ClauseFacts } from './facts.ts';

/** The five risks the norm gives as examples; leaving one out asks the practice for a reason. */
export const riskParts = ['risks.lostCues', 'risks.delays', 'risks.crisis', 'risks.leaks', 'risks.breakdowns'] as const;

const kept = (parts: readonly Part[], { leftOut = [] }: ClauseFacts): readonly Part[] =>
	parts.filter((p) => !leftOut.includes(p.key));

/** What may go wrong (qc-2.02-d): five examples, each its own part. */
export const risks: Clause = {
	fr: (facts) => {
		const parts = kept(
			[
				{
					key: 'risks.lostCues',
					title: 'Moins de signes pour se comprendre',
					text: [
						'On se voit et on s’entend moins bien qu’au bureau. Un geste, une larme ou un silence peut nous échapper. Dites-nous ce que vous vivez. Nous vous le demanderons aussi.',
					],
				},
				{
					key: 'risks.delays',
					title: 'Des réponses en retard',
					text: [
						'Le son peut arriver en retard. Une réponse écrite aussi. On peut alors se couper la parole ou mal se comprendre. Nous prenons notre temps et nous vérifions.',
					],
				},
				{
					key: 'risks.crisis',
					title: 'Une crise, et nous sommes loin',
					text: [
						'Si vous êtes en crise, nous ne sommes pas à côté de vous. Nous ne pouvons pas vous rejoindre tout de suite. C’est pourquoi nous vous demandons chaque fois où vous êtes. Nous faisons aussi un plan avec vous.',
					],
				},
				{
					key: 'risks.leaks',
					title: 'Une fuite de renseignements',
					text: [
						'Quelqu’un pourrait entendre, lire ou prendre ce qui vous concerne. Cela peut se passer chez vous, sur un appareil ou sur le réseau. Nous protégeons ce que nous gardons. Mais aucun moyen n’est sûr à 100 %.',
					],
				},
				{
					key: 'risks.breakdowns',
					title: 'Une coupure ou une panne',
					text: ['La ligne peut couper. Un appareil peut tomber en panne. Nous avons un plan pour ces moments-là.'],
				},
			],
			facts,
		);
		return {
			title: 'Ce qui peut mal se passer',
			summary: parts.map((p) => p.title),
			text: ['Voici les risques. Nous en parlons avec vous avant de commencer.'],
			parts,
			easy: [
				'On se voit et on s’entend moins bien.',
				'Les réponses peuvent tarder.',
				'En cas de crise, nous sommes loin.',
				'Quelqu’un peut entendre ou lire.',
				'La ligne peut couper.',
			],
			question: 'Redites-le dans vos mots : lequel de ces risques vous touche le plus, et que ferions-nous ?',
		};
	},
	en: (facts) => {
		const parts = kept(
			[
				{
					key: 'risks.lostCues',
					title: 'Fewer signs to go by',
					text: [
						'We see and hear each other less well than at the office. We may miss a gesture, a tear or a silence. Tell us what you feel. We will ask you too.',
					],
				},
				{
					key: 'risks.delays',
					title: 'Late answers',
					text: [
						'The sound can come late. So can a written answer. We may then talk over each other or get the wrong idea. We take our time and we check.',
					],
				},
				{
					key: 'risks.crisis',
					title: 'A crisis, and we are far away',
					text: [
						'If you are in crisis, we are not beside you. We cannot come to you at once. That is why we ask each time where you are. We also make a plan with you.',
					],
				},
				{
					key: 'risks.leaks',
					title: 'A leak of private information',
					text: [
						'Someone could hear, read or take what concerns you. It can happen at home, on a device or on the network. We protect what we keep. But no means is 100% safe.',
					],
				},
				{
					key: 'risks.breakdowns',
					title: 'A cut line or a broken device',
					text: ['The line can drop. A device can break down. We have a plan for those times.'],
				},
			],
			facts,
		);
		return {
			title: 'What can go wrong',
			summary: parts.map((p) => p.title),
			text: ['Here are the risks. We talk about them with you before we start.'],
			parts,
			easy: [
				'We see and hear each other less well.',
				'Answers can be late.',
				'In a crisis, we are far away.',
				'Someone may hear or read.',
				'The line can drop.',
			],
			question: 'In your own words: which of these risks matters most to you, and what would we do?',
		};
	},
};
