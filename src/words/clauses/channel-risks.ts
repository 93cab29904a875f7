import type { Clause } from './clause.ts';

/** The four families of means whose risks are told each on their own. */
export const channelRiskParts = [
	'channelRisks.internet',
	'channelRisks.socialMedia',
	'channelRisks.texting',
	'channelRisks.video',
] as const;

/** What may come of confiding over each family of means (qc-3.01): a risk and its consequence, four times. */
export const channelRisks: Clause = {
	fr: (facts) => ({
		title: 'Les risques de chaque moyen',
		summary: [
			'Chaque moyen a ses risques.',
			'Ce qui est parti ne se reprend pas.',
			'Vous choisissez les moyens qui vous vont.',
		],
		text: ['Chaque moyen a ses risques. Dites oui aux uns et non aux autres, comme il vous convient.'],
		parts: [
			{
				key: 'channelRisks.internet',
				title: 'Internet et courriel',
				text: [
					'Le risque : un courriel passe par plusieurs mains. On peut le lire, le copier ou l’envoyer à la mauvaise personne.',
					'Ce qui peut arriver : un proche, un patron ou un inconnu apprend ce que vous vivez. Ce qui est parti ne se reprend pas.',
				],
			},
			{
				key: 'channelRisks.socialMedia',
				title: 'Réseaux sociaux',
				text: [
					'Le risque : presque tout y est public, ou peut le devenir. Le réseau garde la trace de ce que vous y faites.',
					'Ce qui peut arriver : on devine que vous nous consultez. Vos mots sont repris ailleurs, hors de leur sens. Ne nous y confiez rien.',
				],
			},
			{
				key: 'channelRisks.texting',
				title: 'Textos',
				text: [
					'Le risque : un texto s’affiche sur l’écran, même verrouillé. Il est peu protégé en route. Votre compagnie de téléphone en garde la trace.',
					'Ce qui peut arriver : une personne près de vous le lit. Ou il n’arrive jamais, et vous attendez pour rien.',
				],
			},
			{
				key: 'channelRisks.video',
				title: 'Vidéo',
				text: [
					'Le risque : quelqu’un entend dans la pièce, voit l’écran ou enregistre sans le dire.',
					'Ce qui peut arriver : vos paroles ou votre image sont montrées à d’autres. Fermez la porte. Mettez des écouteurs. Dites-nous si quelqu’un est là.',
					...(facts.security.endToEndVideo
						? [
								'Nos rencontres vidéo sont chiffrées de bout en bout : l’image et le son ne s’ouvrent que chez les personnes qui y sont.',
							]
						: []),
				],
			},
		],
		easy: [
			'Un courriel peut être lu par d’autres.',
			'Un réseau social est public.',
			'Un texto se voit sur l’écran.',
			'En vidéo, quelqu’un peut entendre.',
			'Vous choisissez le moyen.',
		],
		question: 'Redites-le dans vos mots : quel moyen choisissez-vous, et quel est son risque ?',
	}),
	en: (facts) => ({
		title: 'The risks of each means',
		summary: ['Each means has its risks.', 'What is sent cannot be taken back.', 'You choose the means that suit you.'],
		text: ['Each means has its risks. Say yes to some and no to others, as suits you.'],
		parts: [
			{
				key: 'channelRisks.internet',
				title: 'Internet and e-mail',
				text: [
					'The risk: an e-mail goes through many hands. It can be read, copied or sent to the wrong person.',
					'What may come of it: someone close, a boss or a stranger learns what you live through. What is sent cannot be taken back.',
				],
			},
			{
				key: 'channelRisks.socialMedia',
				title: 'Social media',
				text: [
					'The risk: almost all of it is public, or can become so. The network keeps a trace of what you do there.',
					'What may come of it: people guess that you come to us. Your words turn up elsewhere and mean something else. Do not confide in us there.',
				],
			},
			{
				key: 'channelRisks.texting',
				title: 'Texting',
				text: [
					'The risk: a text shows on the screen, even when it is locked. It is poorly protected on its way. Your phone company keeps a trace of it.',
					'What may come of it: someone near you reads it. Or it never comes, and you wait for nothing.',
				],
			},
			{
				key: 'channelRisks.video',
				title: 'Video',
				text: [
					'The risk: someone hears in the room, sees the screen or records without telling.',
					'What may come of it: your words or your face are shown to others. Close the door. Wear earphones. Tell us if someone is there.',
					...(facts.security.endToEndVideo
						? [
								'Our video meetings are encrypted end to end: the picture and the sound open only for the people who are in them.',
							]
						: []),
				],
			},
		],
		easy: [
			'Others may read an e-mail.',
			'Social media are public.',
			'A text shows on the screen.',
			'On video, someone may hear.',
			'You choose the means.',
		],
		question: 'In your own words: which means do you choose, and what is its risk?',
	}),
};

/** Wireless and new devices (nb-6-m). */
export const deviceRisks: Clause = {
	fr: () => ({
		title: 'Vos appareils',
		summary: [
			'Un appareil se perd, se vole ou se prête.',
			'Le Wi-Fi public peut être écouté.',
			'Des objets de la maison peuvent écouter.',
			'Quelques gestes simples vous protègent.',
		],
		text: [
			'Un téléphone sans fil se perd, se vole ou se prête. Le Wi-Fi d’un café peut être écouté. Une montre, une télé ou un haut-parleur peut capter ce que vous dites.',
			'Voici ce que vous pouvez faire.',
			[
				'Mettez un code à votre appareil, et gardez-le pour vous.',
				'Prenez le réseau de la maison ou celui de votre téléphone.',
				'Cachez les messages sur l’écran verrouillé.',
				'Mettez des écouteurs. Éloignez les objets qui écoutent.',
				'Fermez la page quand vous avez fini, surtout sur un appareil partagé.',
			],
			'Si vous perdez un appareil ou si quelqu’un surveille le vôtre, dites-le-nous d’un endroit sûr. Nous changeons de moyen avec vous.',
		],
		easy: [
			'Mettez un code à votre appareil.',
			'N’utilisez pas le Wi-Fi d’un café.',
			'Mettez des écouteurs.',
			'Fermez la page à la fin.',
			'Appareil perdu ? Dites-le-nous.',
		],
		question: 'Redites-le dans vos mots : que ferez-vous pour que personne n’entende ou ne lise ?',
	}),
	en: () => ({
		title: 'Your devices',
		summary: [
			'A device gets lost, stolen or lent.',
			'Public Wi-Fi can be listened to.',
			'Things in the house may listen.',
			'A few simple steps protect you.',
		],
		text: [
			'A wireless phone gets lost, stolen or lent. The Wi-Fi of a café can be listened to. A watch, a TV or a speaker can pick up what you say.',
			'Here is what you can do.',
			[
				'Put a code on your device, and keep it to yourself.',
				'Use your home network or that of your phone.',
				'Hide messages on the locked screen.',
				'Wear earphones. Move away the things that listen.',
				'Close the page when you are done, above all on a shared device.',
			],
			'If you lose a device, or if someone watches yours, tell us from a safe place. We change means with you.',
		],
		easy: [
			'Put a code on your device.',
			'Do not use the Wi-Fi of a café.',
			'Wear earphones.',
			'Close the page at the end.',
			'Lost your device? Tell us.',
		],
		question: 'In your own words: what will you do so that no one hears or reads?',
	}),
};
