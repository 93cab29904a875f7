import type { Clause } from './clause.ts';
import type { ClauseFacts } from './facts.ts';

const known = ({ exceptions }: ClauseFacts): boolean => exceptions.length > 0;

/** Where secrecy ends, in short, inside the information package (qc-2.02-h, nb-6-e). */
export const limits: Clause = {
	needs: known,
	fr: ({ exceptions }) => ({
		title: 'Quand nous pouvons parler à d’autres sans votre accord',
		summary: [
			'Ce que vous nous dites reste entre nous.',
			'Il y a des exceptions, et elles sont toutes ici.',
			'Nous disons alors le moins possible.',
		],
		text: [
			'Ce que vous nous dites reste entre nous. Rien ne sort sans votre accord, sauf dans ces cas.',
			exceptions.map((e) => e.clause.fr),
			'Nous disons alors seulement ce qu’il faut, aux personnes en danger ou qui peuvent aider. Quand c’est sans risque, nous vous en parlons d’abord.',
		],
		easy: ['Nous gardons pour nous ce que vous dites.', 'Sauf dans ces cas :', ...exceptions.map((e) => e.clause.fr)],
		question: 'Redites-le dans vos mots : quand pourrions-nous parler à quelqu’un sans votre accord ?',
	}),
	en: ({ exceptions }) => ({
		title: 'When we may speak to others without your consent',
		summary: [
			'What you tell us stays between us.',
			'There are exceptions, and they are all here.',
			'We then say as little as we can.',
		],
		text: [
			'What you tell us stays between us. Nothing leaves here without your yes, except in these cases.',
			exceptions.map((e) => e.clause.en),
			'We then tell only what is needed, to those in danger or able to help. When it is safe, we talk to you first.',
		],
		easy: ['We keep to ourselves what you say.', 'Except in these cases:', ...exceptions.map((e) => e.clause.en)],
		question: 'In your own words: when could we speak to someone without your yes?',
	}),
};

/** The confidentiality agreement itself (qc-3.05-a, nb-6-e). */
export const agreement: Clause = {
	fr: () => ({
		title: 'Notre entente de confidentialité',
		summary: [
			'Nous gardons pour nous ce que vous dites.',
			'Seules les personnes qui travaillent avec vous ouvrent votre dossier.',
			'Vous voyez qui l’a ouvert.',
			'Vous donnez votre accord, et vous pouvez le retirer.',
		],
		text: [
			'Nous gardons pour nous ce que vous nous dites, ce que vous écrivez et même le fait que vous nous consultez.',
			'Seules les personnes qui travaillent avec vous ouvrent votre dossier. Chaque ouverture laisse une trace. Vous pouvez voir cette trace dans votre espace.',
			'Pour parler de vous à quelqu’un, nous demandons votre accord. Nous écrivons quoi, à qui, pourquoi et jusqu’à quand. Vous pouvez retirer cet accord aussi facilement que vous l’avez donné.',
			'De votre côté, vous gardez votre accès pour vous, et vous ne publiez pas nos échanges.',
		],
		easy: [
			'Nous gardons pour nous ce que vous dites.',
			'Peu de gens ouvrent votre dossier.',
			'Vous pouvez voir qui l’a ouvert.',
			'Nous demandons avant de parler de vous.',
			'Vous pouvez dire non.',
		],
		question: 'Redites-le dans vos mots : que faisons-nous avant de parler de vous à quelqu’un ?',
	}),
	en: () => ({
		title: 'Our confidentiality agreement',
		summary: [
			'We keep to ourselves what you say.',
			'Only those who work with you open your file.',
			'You see who opened it.',
			'You give your consent, and you can take it back.',
		],
		text: [
			'We keep to ourselves what you tell us, what you write and even the fact that you come.',
			'Only those who work with you open your file. Each opening leaves a trace. You can see that trace in your space.',
			'To speak of you to someone, we ask for your consent. We write down what, to whom, why and until when. You can take it back as easily as you gave it.',
			'On your side, you keep your access to yourself, and you do not publish our exchanges.',
		],
		easy: [
			'We keep to ourselves what you say.',
			'Few people open your file.',
			'You can see who opened it.',
			'We ask before we speak of you.',
			'You can say no.',
		],
		question: 'In your own words: what do we do before we speak of you to someone?',
	}),
};

/** The only cases in which secrecy yields, as the place's rule pack lists them (qc-3.05-b). */
export const exceptions: Clause = {
	needs: known,
	fr: ({ exceptions: cases }) => ({
		title: 'Les seules exceptions',
		summary: ['Voici les seuls cas.', 'Nous disons le moins possible.', 'Nous écrivons à qui, et pourquoi.'],
		text: [
			'Voici les seuls cas où nous pouvons parler sans votre accord.',
			cases.map((e) => e.clause.fr),
			'Dans ces cas, nous disons le moins possible. Nous écrivons au dossier ce qui a été dit, à qui et pourquoi. Nous vous le disons dès que c’est sans danger.',
		],
		easy: ['Voici les seuls cas :', ...cases.map((e) => e.clause.fr), 'Nous vous le disons ensuite.'],
		question: 'Redites-le dans vos mots : donnez un cas où nous pourrions parler, et un où nous gardons le silence.',
	}),
	en: ({ exceptions: cases }) => ({
		title: 'The only exceptions',
		summary: ['These are the only cases.', 'We say as little as we can.', 'We write down to whom, and why.'],
		text: [
			'These are the only cases in which we may speak without your consent.',
			cases.map((e) => e.clause.en),
			'In these cases we say as little as we can. We write in the file what was said, to whom and why. We tell you as soon as it is safe.',
		],
		easy: ['These are the only cases:', ...cases.map((e) => e.clause.en), 'We tell you afterwards.'],
		question: 'In your own words: give one case in which we could speak, and one in which we keep quiet.',
	}),
};

const measures = {
	fr: ({ security: s, storage }: ClauseFacts): readonly string[] => [
		s.encryptedInTransit
			? 'Ce qui passe entre vous et nous est chiffré : un inconnu qui le capte n’y comprend rien.'
			: 'Ce qui passe entre vous et nous n’est pas chiffré.',
		s.endToEndVideo
			? 'La vidéo est chiffrée de bout en bout : elle s’ouvre seulement chez les personnes présentes.'
			: 'La vidéo n’est pas chiffrée de bout en bout.',
		storage.encrypted
			? 'Votre dossier est chiffré là où il est gardé.'
			: 'Votre dossier n’est pas chiffré là où il est gardé.',
		s.strongSignIn
			? 'Pour ouvrir un dossier, il nous faut plus qu’un mot de passe.'
			: 'Pour ouvrir un dossier, il nous faut un mot de passe.',
		s.firewallAttested
			? 'Un pare-feu bloque la porte du réseau.'
			: 'Nous ne pouvons pas vous dire s’il y a un pare-feu.',
	],
	en: ({ security: s, storage }: ClauseFacts): readonly string[] => [
		s.encryptedInTransit
			? 'What goes between you and us is encrypted: a stranger who catches it can make nothing of it.'
			: 'What goes between you and us is not encrypted.',
		s.endToEndVideo
			? 'Video is encrypted end to end: it opens only for the people who are there.'
			: 'Video is not encrypted end to end.',
		storage.encrypted ? 'Your file is encrypted where it is kept.' : 'Your file is not encrypted where it is kept.',
		s.strongSignIn ? 'To open a file, we need more than a password.' : 'To open a file, we need a password.',
		s.firewallAttested ? 'A firewall bars the door of the network.' : 'We cannot tell you whether there is a firewall.',
	],
};

/** How it is protected: encryption, passwords, firewall, as the running system does it (nb-2-j). */
export const security: Clause = {
	fr: (facts) => ({
		title: 'Comment nous protégeons ce qui vous concerne',
		summary: ['Voici ce que nous faisons, tel quel.', 'Aucun moyen n’est sûr à 100 %.', 'Vous aussi pouvez aider.'],
		text: [
			'Voici ce qui est en place aujourd’hui.',
			measures.fr(facts),
			`La personne qui entretient nos machines peut atteindre ce qui y est gardé. Si elle trichait, elle pourrait changer une page.${facts.security.endToEndVideo ? ' Elle ne peut ni voir ni entendre nos rencontres vidéo.' : ''}`,
			'Aucun moyen n’est sûr à 100 %. Gardez votre appareil verrouillé et votre accès pour vous.',
		],
		easy: measures.fr(facts),
	}),
	en: (facts) => ({
		title: 'How we protect what concerns you',
		summary: ['Here is what we do, as it is.', 'No means is 100% safe.', 'You can help too.'],
		text: [
			'Here is what is in place today.',
			measures.en(facts),
			`The person who looks after our machines can get at what is kept there. By cheating, that person could change a page.${facts.security.endToEndVideo ? ' They cannot see or hear our video meetings.' : ''}`,
			'No means is 100% safe. Keep your device locked and your access to yourself.',
		],
		easy: measures.en(facts),
	}),
};
