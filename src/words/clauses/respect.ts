import type { Clause } from './clause.ts';

/** What the client does not publish (qc-3.06); complaints, advice, courts and one's own file stay free. */
export const noRepublish: Clause = {
	fr: () => ({
		title: 'Ce que vous ne publiez pas',
		summary: [
			'Nos échanges sont pour vous.',
			'Pour les montrer, demandez d’abord.',
			'Plainte, conseil, juge et dossier : vous restez libre.',
		],
		text: [
			'Ce que nous vous écrivons est pour vous. Il en va de même pour une image ou un son de nos rencontres. Ne les publiez pas et ne les envoyez pas sans notre accord écrit. Cela vaut aussi pour les autres personnes qui vous aident.',
			'Vous voulez les montrer à quelqu’un ? Demandez-nous. Le plus souvent, nous trouvons une façon.',
			'Vous restez libre de faire une plainte, de demander conseil, de parler à un juge et d’avoir votre dossier. Rien ici ne vous en empêche.',
		],
		easy: [
			'Nos messages sont pour vous.',
			'Ne les publiez pas.',
			'Vous pouvez toujours vous plaindre.',
			'Vous pouvez toujours demander conseil.',
			'Vous pouvez toujours avoir votre dossier.',
		],
		question: 'Redites-le dans vos mots : que ferez-vous avant de montrer un de nos messages ?',
	}),
	en: () => ({
		title: 'What you do not publish',
		summary: [
			'Our exchanges are for you.',
			'To show them, ask first.',
			'Complaint, advice, judge and file: you stay free.',
		],
		text: [
			'What we write to you is for you. The same goes for a picture or a sound of our meetings. Do not publish them or send them on without our written consent. This also holds for other people who help you.',
			'Would you like to show them to someone? Ask us. Most of the time, we find a way.',
			'You stay free to complain, to seek advice, to speak to a judge and to have your file. Nothing here stops you.',
		],
		easy: [
			'Our messages are for you.',
			'Do not publish them.',
			'You can always complain.',
			'You can always ask for advice.',
			'You can always have your file.',
		],
		question: 'In your own words: what will you do before you show one of our messages?',
	}),
};

/** Couples, families, groups: nobody can vouch for the others (qc-3.07). */
export const multiParty: Clause = {
	concerns: ({ client }) => client !== 'one',
	fr: () => ({
		title: 'Quand vous êtes plusieurs',
		summary: [
			'Chaque personne donne son propre accord.',
			'On demande à tous de garder pour soi.',
			'Nous ne pouvons pas garantir ce que feront les autres.',
			'Vous pouvez nous parler à part.',
		],
		text: [
			'Vous êtes plusieurs : couple, famille ou groupe. Chaque personne donne son propre accord. Chaque personne peut le retirer.',
			'Nous demandons à tous de garder pour soi ce que disent les autres. Mais nous ne pouvons pas le garantir. Quelqu’un pourrait répéter, noter ou enregistrer vos paroles.',
			'Choisissez donc ce que vous dites devant les autres. Vous pouvez demander à nous parler à part.',
		],
		easy: [
			'Chacun dit oui pour soi.',
			'Chacun garde pour soi ce que disent les autres.',
			'Nous ne pouvons pas le promettre.',
			'Vous pouvez nous parler à part.',
		],
		question: 'Redites-le dans vos mots : que pourrait faire une autre personne de ce que vous dites ?',
	}),
	en: () => ({
		title: 'When there are several of you',
		summary: [
			'Each person gives their own consent.',
			'Everyone is asked to keep things private.',
			'We cannot promise what the others will do.',
			'You can talk to us alone.',
		],
		text: [
			'There are several of you: a couple, a family or a group. Each person gives their own consent. Each person can take it back.',
			'We ask everyone to keep to themselves what the others say. But we cannot promise it. Someone could repeat, write down or record your words.',
			'So choose what you say in front of the others. You can ask to talk to us alone.',
		],
		easy: [
			'Each of you says yes for yourself.',
			'Each of you keeps what the others say private.',
			'We cannot promise it.',
			'You can talk to us alone.',
		],
		question: 'In your own words: what could someone else do with what you say?',
	}),
};

/** Texting and other companies' messaging protect little (qc-3.09-a); here is the safe way (qc-3.09-b). */
export const thirdPartyMessaging: Clause = {
	fr: () => ({
		title: 'Textos et messageries d’autres entreprises',
		summary: [
			'Ces moyens protègent peu ce que vous nous confiez.',
			'Votre espace est l’endroit sûr pour nous écrire.',
			'Ailleurs, nous ne disons rien de votre situation.',
		],
		text: [
			'Les textos et les messageries d’autres entreprises protègent peu ce que vous nous confiez. L’entreprise peut garder ce qui passe. Un proche peut lire par-dessus votre épaule.',
			'Pour nous écrire en sûreté, passez par votre espace. C’est là que nous vous répondons. Vous pouvez aussi nous appeler.',
			'Si vous nous écrivez ailleurs, nous vous disons vite où continuer. Cette réponse ne dit rien de votre situation.',
		],
		easy: ['Un texto n’est pas un endroit sûr.', 'Écrivez-nous dans votre espace.', 'Ou appelez-nous.'],
		question: 'Redites-le dans vos mots : où pouvez-vous nous écrire sans crainte ?',
	}),
	en: () => ({
		title: 'Texts and other companies’ messaging',
		summary: [
			'These means protect poorly what you tell us.',
			'Your space is the safe place to write to us.',
			'Elsewhere, we say nothing of your situation.',
		],
		text: [
			'Texts and other companies’ messaging protect poorly what you tell us. The company may keep what goes through. Someone close may read over your shoulder.',
			'To write to us safely, use your space. That is where we answer you. You can also call us.',
			'If you write to us elsewhere, we soon tell you where to go on. That reply says nothing of your situation.',
		],
		easy: ['A text is not a safe place.', 'Write to us in your space.', 'Or call us.'],
		question: 'In your own words: where can you write to us safely?',
	}),
};
