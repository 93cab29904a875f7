import type { Clause } from './clause.ts';
import type { ClauseFacts } from './facts.ts';

/** Who else may see the record (qc-5.01-a). */
export const sharing: Clause = {
	fr: () => ({
		title: 'À qui votre dossier peut être montré',
		summary: [
			'À personne sans votre accord, sauf les exceptions.',
			'Nous demandons conseil sans dire votre nom.',
			'Chaque envoi est noté.',
		],
		text: [
			'Votre dossier ne sort pas d’ici sans votre accord, sauf dans les cas que nous vous avons expliqués.',
			'Nous pouvons demander conseil à des collègues. Nous le faisons alors sans dire qui vous êtes.',
			'Chaque fois que quelque chose sort du dossier, nous notons quoi, à qui et pourquoi.',
		],
		easy: [
			'Nous demandons avant de montrer votre dossier.',
			'Nous notons ce qui sort.',
			'Un conseil ? Sans dire votre nom.',
		],
	}),
	en: () => ({
		title: 'Who may be shown your file',
		summary: [
			'No one without your consent, save for the exceptions.',
			'We seek advice without your name.',
			'Everything sent out is noted.',
		],
		text: [
			'Your file does not leave here without your consent, except in the cases we have explained to you.',
			'We may ask colleagues for advice. We then do it without saying who you are.',
			'Each time something leaves the file, we note what, to whom and why.',
		],
		easy: ['We ask before we show your file.', 'We note what goes out.', 'Advice? Without your name.'],
	}),
};

/** What is kept, and how (qc-5.01-a, nb-6-f). */
export const keeping: Clause = {
	fr: () => ({
		title: 'Ce que nous écrivons dans votre dossier',
		summary: [
			'Chaque contact y est noté.',
			'Une note signée ne change plus.',
			'Une erreur est corrigée par un ajout daté.',
			'À plusieurs, chacun a sa partie.',
		],
		text: [
			'Nous notons chaque contact et chaque service : le jour, le moyen, la durée et ce qui a été fait.',
			'Une note signée ne change plus. S’il y a une erreur, nous ajoutons une correction avec sa date. Vous pouvez demander une correction ou ajouter vos mots.',
			'Si vous êtes plusieurs, il y a une partie commune et une partie pour chaque personne. Les autres ne voient pas la vôtre.',
		],
		easy: [
			'Nous notons chaque rencontre.',
			'Une note signée reste.',
			'Vous pouvez demander une correction.',
			'Votre partie est à vous.',
		],
		question: 'Redites-le dans vos mots : que trouve-t-on dans votre dossier ?',
	}),
	en: () => ({
		title: 'What we write in your file',
		summary: [
			'Each contact is noted in it.',
			'A signed note no longer changes.',
			'A mistake is mended by a dated addition.',
			'When you are several, each has their part.',
		],
		text: [
			'We note each contact and each service: the day, the means, the length and what was done.',
			'A signed note no longer changes. If there is a mistake, we add a correction with its date. You can ask for a correction or add your own words.',
			'If there are several of you, there is a shared part and a part for each person. The others do not see yours.',
		],
		easy: ['We note each meeting.', 'A signed note stays.', 'You can ask for a correction.', 'Your part is yours.'],
		question: 'In your own words: what is found in your file?',
	}),
};

/** What becomes of it when the service ends (qc-5.01-a). */
export const archiving: Clause = {
	fr: ({ practice }) => ({
		title: 'Quand le service prend fin',
		summary: [
			'Le dossier est fermé et reste protégé.',
			'Personne ne l’ouvre sans raison.',
			'Si nous fermons, vous saurez qui le garde.',
		],
		text: [
			'Quand le service prend fin, nous fermons votre dossier. Il reste protégé comme avant. Personne ne l’ouvre sans raison, et chaque ouverture laisse une trace.',
			`Si ${practice.name} ferme ou cède ses dossiers, nous vous disons qui garde le vôtre et comment l’avoir.`,
		],
		easy: ['À la fin, nous fermons le dossier.', 'Il reste protégé.', 'Vous pouvez encore le demander.'],
	}),
	en: ({ practice }) => ({
		title: 'When the service ends',
		summary: [
			'The file is closed and stays protected.',
			'No one opens it without a reason.',
			'If we close, you will know who keeps it.',
		],
		text: [
			'When the service ends, we close your file. It stays protected as before. No one opens it without a reason, and each opening leaves a trace.',
			`If ${practice.name} closes or hands over its files, we tell you who keeps yours and how to get it.`,
		],
		easy: ['At the end, we close the file.', 'It stays protected.', 'You can still ask for it.'],
	}),
};

/** Digital exchanges go into the record (qc-5.02-c). */
export const commsInRecord: Clause = {
	fr: () => ({
		title: 'Vos messages vont dans votre dossier',
		summary: [
			'Vos messages vont au dossier.',
			'Ce que vous écrivez en rencontre aussi.',
			'L’image et le son ne sont pas gardés.',
		],
		text: [
			'Vos courriels, vos textos et vos messages vont dans votre dossier. Ce que vous écrivez pendant une rencontre aussi.',
			'L’image et le son de nos rencontres ne sont pas gardés. Nous gardons l’heure, la durée et qui était là.',
		],
		easy: ['Vos messages sont gardés.', 'La vidéo n’est pas gardée.'],
		question: 'Redites-le dans vos mots : que devient un message que vous nous écrivez ?',
	}),
	en: () => ({
		title: 'Your messages go into your file',
		summary: [
			'Your messages go into the file.',
			'So does what you write in a meeting.',
			'Picture and sound are not kept.',
		],
		text: [
			'Your e-mails, your texts and your messages go into your file. So does what you write during a meeting.',
			'The picture and sound of our meetings are not kept. We keep the time, the length and who was there.',
		],
		easy: ['Your messages are kept.', 'The video is not kept.'],
		question: 'In your own words: what becomes of a message you write to us?',
	}),
};

const replyDays = {
	fr: ({ accessReply: a }: ClauseFacts): string =>
		a
			? `Nous répondons en ${a.days} jours${a.count === 'business' ? ' ouvrables' : ''} au plus.`
			: 'Nous répondons sans tarder.',
	en: ({ accessReply: a }: ClauseFacts): string =>
		a
			? `We answer within ${a.days} ${a.count === 'business' ? 'business ' : ''}days at most.`
			: 'We answer without delay.',
};

/** The right to know what the record contains (qc-5.04-a). */
export const accessRight: Clause = {
	fr: (facts) => ({
		title: 'Votre droit de voir votre dossier',
		summary: [
			'Vous avez le droit de savoir ce qu’il contient.',
			'Demandez-le comme vous voulez.',
			'Si c’est non, nous disons pourquoi et quel est votre recours.',
		],
		text: [
			'Vous avez le droit de savoir ce que contient votre dossier. Demandez-le dans votre espace, par écrit ou de vive voix.',
			`${replyDays.fr(facts)} Nous devrons peut-être cacher ce qui touche une autre personne.`,
			'Si nous disons non, nous disons pourquoi et à qui vous adresser. Vous pouvez aussi demander une correction.',
		],
		easy: ['Vous pouvez voir votre dossier.', 'Demandez-le-nous.', 'Vous pouvez demander une correction.'],
		question: 'Redites-le dans vos mots : comment feriez-vous pour voir votre dossier ?',
	}),
	en: (facts) => ({
		title: 'Your right to see your file',
		summary: [
			'You have the right to know what is in it.',
			'Ask for it any way you like.',
			'If it is no, we say why and where you can turn.',
		],
		text: [
			'You have the right to know what is in your file. Ask for it in your space, in writing or out loud.',
			`${replyDays.en(facts)} We may have to hide what is about someone else.`,
			'If we say no, we say why and where you can turn. You can also ask for a correction.',
		],
		easy: ['You can see your file.', 'Ask us for it.', 'You can ask for a correction.'],
		question: 'In your own words: how would you go about seeing your file?',
	}),
};
