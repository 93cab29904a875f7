import type { Sayings } from './saying.ts';

/** The questions of the preliminary assessment, one by one. */
export const suitabilityWhys: Sayings = {
	'qc-1.03-a': {
		fr: [
			'il reste à parler de ses habitudes avec la technologie',
			'On ne s’en sert pas partout de la même façon\u00a0: demandez à la personne comment elle fait.',
		],
		en: [
			'the person’s habits with technology are still to be talked about',
			'It is not used the same way everywhere: ask the person how they do.',
		],
	},
	'qc-2.07-b': {
		fr: [
			'il reste à dire si le service en ligne convient à cette personne',
			'C’est votre jugement, pour elle, avec ce que vous savez d’elle.',
		],
		en: [
			'whether the online service suits this person is still to be said',
			'It is your judgement, for them, with what you know of them.',
		],
	},
	'qc-2.07-c': {
		fr: [
			'il reste à voir si la personne peut se servir des outils',
			'La pensée, les émotions, le corps\u00a0: regardez les trois, et ce qui peut s’adapter.',
		],
		en: [
			'whether the person can use the tools is still to be seen',
			'Mind, feelings, body: look at all three, and at what can be adapted.',
		],
	},
	'qc-2.08-b': {
		fr: [
			'il reste à regarder le côté clinique',
			'Certaines situations se vivent mal à distance\u00a0: notez ce qui pourrait nuire.',
		],
		en: [
			'the clinical side is still to be looked at',
			'Some situations go badly at a distance: note what could get in the way.',
		],
	},
	'qc-2.08-c': {
		fr: [
			'il reste à dire si la personne a l’habitude de ces outils',
			'Qui les connaît peu peut y être aidé\u00a0: notez ce qu’elle sait faire.',
		],
		en: [
			'whether the person is used to these tools is still to be said',
			'Those who know them little can be helped: note what they can do.',
		],
	},
	'qc-2.08-d': {
		fr: [
			'il reste à voir les adaptations qu’il faut à la personne',
			'Un handicap ne ferme pas la porte quand on adapte le service\u00a0: notez comment.',
		],
		en: [
			'the adaptations the person needs are still to be seen',
			'A disability closes no door when the service adapts: note how.',
		],
	},
	'qc-2.08-e': {
		fr: [
			'il reste à voir comment la personne parle, lit et comprend',
			'Cela change la façon de l’informer\u00a0: notez ce qui l’aide.',
		],
		en: [
			'how the person speaks, reads and understands is still to be seen',
			'It changes how to inform them: note what helps.',
		],
	},
	'qc-2.08-f': {
		fr: [
			'il reste à penser à sa culture et à ses valeurs',
			'Le service doit les respecter\u00a0: notez ce qui compte pour la personne.',
		],
		en: [
			'the person’s culture and values are still to be considered',
			'The service should respect them: note what matters to the person.',
		],
	},
	'qc-2.08-g': {
		fr: [
			'il manque les soutiens et les secours près de la personne',
			'À distance, vous devez savoir qui peut aller vers elle, et vite.',
		],
		en: [
			'the supports and emergency services near the person are missing',
			'At a distance, you need to know who can reach them, and fast.',
		],
	},
	'qc-2.08-g.moved': {
		fr: [
			'les soutiens notés sont ceux d’une autre ville',
			'La personne n’est plus au même endroit\u00a0: voyez qui peut aller vers elle, là où elle est.',
		],
		en: [
			'the supports on file are those of another town',
			'The person is no longer in the same place: see who can reach them where they are.',
		],
	},
};
