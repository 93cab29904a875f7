import { catalog } from './i18n.ts';

interface Name {
	readonly name: string;
}

/** What stands in the law's words for a ground, without its article. */
export const groundWords = catalog(
	{
		ground: (g: string) =>
			({
				thirdParty: 'Ces mots parlent d’une autre personne, et lui nuiraient',
				health: 'Les lire maintenant nuirait gravement à votre santé',
				proceedings: 'Ils touchent une cause devant un juge',
				law: 'Une loi défend de les donner',
			})[g] ?? g,
		cited: (citation: string) => `(${citation})`,
	},
	{
		ground: (g) =>
			({
				thirdParty: 'These words are about somebody else, and would hurt them',
				health: 'Reading them now would seriously harm your health',
				proceedings: 'They bear on a case before a judge',
				law: 'A law forbids giving them',
			})[g] ?? g,
		cited: (citation) => `(${citation})`,
	},
);

/** The practitioner’s side: what people ask of their record, and the answer. */
export const recordWords = catalog(
	{
		title: 'Demandes sur le dossier',
		now: 'Voir son dossier, le faire corriger\u00a0: chaque demande a son dernier jour.',
		quiet: 'Une demande n’est jamais montrée à une autre personne du dossier. N’en parlez à personne d’autre.',
		none: 'Aucune demande n’attend.',
		asks: (a: string) =>
			({
				read: 'Lire son dossier',
				copy: 'Avoir une copie de son dossier',
				explain: 'Se faire expliquer son dossier',
				portable: 'Avoir ce qu’elle a fourni, à emporter',
			})[a] ?? a,
		corrects: (a: string) => (a === 'correct' ? 'Faire corriger' : 'Ajouter sa version'),
		received: (day: string) => `Reçue le ${day}`,
		due: (day: string) => `Réponse au plus tard le ${day}`,
		noDue: 'Aucun délai connu pour ce lieu\u00a0: répondez sans tarder.',
		late: (day: string) =>
			`La réponse était due le ${day}. Pour la loi, c’est déjà un «\u00a0non\u00a0»\u00a0: répondez quand même.`,
		open: 'Revoir et répondre',
		see: 'Voir la réponse',
		done: (a: string) =>
			({ granted: 'Tout est remis', partly: 'Remis en partie', refused: 'Rien n’est remis' })[a] ?? a,
		on: (day: string) => `le ${day}`,
		otherwise: 'Une demande faite autrement',
		writeDown: 'Noter une demande',
		writeHint: 'Par téléphone, sur papier ou en séance\u00a0: le délai court du jour où elle est arrivée.',
		who: 'Qui demande\u00a0?',
		what: 'Quoi\u00a0?',
		how: 'Comment\u00a0?',
		means: (m: string) => (m === 'oral' ? 'De vive voix' : 'Sur papier'),
		day: 'Reçue quel jour\u00a0?',
		detail: 'Précisions',
		write: 'Noter la demande',
		written: 'C’est noté. Le dernier jour est calculé.',
		corrections: 'Versions et corrections',
		about: (what: string) => `Au sujet de\u00a0: ${what}`,
		seeLine: 'Voir la ligne',
		kept: 'Ces mots restent au dossier, quelle que soit votre réponse.',
		answer: 'Votre réponse',
		answers: (a: string) =>
			({
				accepted: 'Elle a raison\u00a0: je corrige par un ajout daté',
				noted: 'Les deux versions restent, côte à côte',
				refused: 'Je ne change rien',
			})[a] ?? a,
		answered: (a: string) => ({ accepted: 'Corrigé', noted: 'Noté à côté', refused: 'Rien n’est changé' })[a] ?? a,
		why: 'Pourquoi',
		whyHint: 'La personne lira ces mots.',
		send: 'Répondre',
		statement: 'Ses mots',
		correct: 'Noter une correction',
	},
	{
		title: 'Requests about the file',
		now: 'Seeing one’s file, having it corrected: each request has its last day.',
		quiet: 'A request is never shown to another person of the file. Speak of it to nobody else.',
		none: 'No request waits.',
		asks: (a) =>
			({
				read: 'Read their file',
				copy: 'Have a copy of their file',
				explain: 'Have their file explained',
				portable: 'Have what they provided, to take along',
			})[a] ?? a,
		corrects: (a) => (a === 'correct' ? 'Have it corrected' : 'Add their version'),
		received: (day) => `Received on ${day}`,
		due: (day) => `Answer by ${day} at the latest`,
		noDue: 'No delay is known for this place: answer without waiting.',
		late: (day) => `The answer was due on ${day}. To the law it already counts as a "no": answer all the same.`,
		open: 'Look at it and answer',
		see: 'See the answer',
		done: (a) => ({ granted: 'Everything was given', partly: 'Given in part', refused: 'Nothing was given' })[a] ?? a,
		on: (day) => `on ${day}`,
		otherwise: 'A request made another way',
		writeDown: 'Note a request',
		writeHint: 'By telephone, on paper or in a session: the delay runs from the day it came in.',
		who: 'Who asks?',
		what: 'For what?',
		how: 'How?',
		means: (m) => (m === 'oral' ? 'By voice' : 'On paper'),
		day: 'Received on which day?',
		detail: 'Details',
		write: 'Note the request',
		written: 'Noted. The last day is worked out.',
		corrections: 'Versions and corrections',
		about: (what) => `About: ${what}`,
		seeLine: 'See the line',
		kept: 'These words stay in the file, whatever you answer.',
		answer: 'Your answer',
		answers: (a) =>
			({
				accepted: 'They are right: I correct it by a dated addition',
				noted: 'Both versions stay, side by side',
				refused: 'I change nothing',
			})[a] ?? a,
		answered: (a) => ({ accepted: 'Corrected', noted: 'Noted beside it', refused: 'Nothing was changed' })[a] ?? a,
		why: 'Why',
		whyHint: 'The person will read these words.',
		send: 'Answer',
		statement: 'Their words',
		correct: 'Note a correction',
	},
);

/** The review of what leaves, line by line, and the answer. */
export const reviewWords = catalog(
	{
		title: ({ name }: Name) => `Demande de ${name}`,
		back: 'Demandes sur le dossier',
		now: ({ n }: { n: number }) =>
			n === 0
				? 'Tout ce qui devait être revu l’est. Il reste à répondre.'
				: n === 1
					? 'Une ligne parle d’une autre personne\u00a0: dites si elle part.'
					: `${n} lignes parlent d’une autre personne\u00a0: dites de chacune si elle part.`,
		parts: ({ name }: Name) =>
			`La copie tient la partie commune et la partie de ${name}. Jamais celle d’une autre personne.`,
		own: ({ name }: Name) => `La copie tient la partie de ${name} seulement.`,
		drafts: 'Vos brouillons n’en sont pas.',
		marked: 'À revoir avant de remettre',
		mark: (w: string) => (w === 'written' ? 'écrit par quelqu’un d’autre' : 'parle de quelqu’un d’autre'),
		others: ({ n }: { n: number }) => `Les autres lignes (${n})`,
		othersNow: 'Elles partent telles quelles, sauf celles que vous retenez ici.',
		line: 'La ligne',
		left: 'Ce qui partirait',
		nothing: 'Rien\u00a0: la ligne entière est retenue.',
		noWords: 'Sans mots.',
		decide: 'Cette ligne',
		choose: 'Choisir',
		leaves: 'part telle quelle',
		words: 'part sans certains mots',
		whole: 'ne part pas',
		sentences: 'Retenir ces phrases',
		typed: 'Ou ces mots exacts, un par ligne',
		ground: 'Motif',
		keep: 'Garder ce choix',
		kept: 'C’est gardé.',
		looked: (a: string) => ({ leaves: 'Part telle quelle', words: 'Part en partie', whole: 'Ne part pas' })[a] ?? a,
		restLeaves: 'Les autres à revoir partent telles quelles',
		earlier: 'Voir les lignes suivantes',
		answer: 'Répondre',
		answers: 'Votre réponse',
		give: (a: string) =>
			({ granted: 'Tout est remis', partly: 'Une partie est remise', refused: 'Rien n’est remis' })[a] ?? a,
		way: 'Par quel moyen\u00a0?',
		ways: (w: string) =>
			({ space: 'Dans son espace', paper: 'Sur papier, en main propre', voice: 'De vive voix, sans copie' })[w] ?? w,
		reason: 'La raison, dite à la personne',
		reasonHint: 'Pour tout ce qui n’est pas remis. Sans nommer ce qui est retenu.',
		harm: 'À qui cette copie pourrait-elle nuire\u00a0?',
		harms: (h: string) =>
			({ nobody: 'À personne, j’y ai pensé', lessened: 'À quelqu’un, et voici ce qui est fait' })[h] ??
			'Aucune copie ne part',
		care: 'Ce qui est fait pour sa sécurité',
		careHint: 'Par exemple\u00a0: remise en main propre, hors de la maison. La personne ne le lira pas.',
		complain: ({ name }: Name) => `Avec la réponse, la personne lit qu’elle peut se plaindre à\u00a0: ${name}.`,
		send: 'Remettre la réponse',
		sent: 'La réponse est remise.',
		proof: ({ lines, hash }: { lines: number; hash: string }) => `${lines} lignes remises. Empreinte\u00a0: ${hash}`,
		copy: 'La copie, telle que remise',
	},
	{
		title: ({ name }) => `Request of ${name}`,
		back: 'Requests about the file',
		now: ({ n }) =>
			n === 0
				? 'Everything that had to be looked at was. Only the answer is left.'
				: n === 1
					? 'One line speaks of somebody else: say whether it leaves.'
					: `${n} lines speak of somebody else: say of each whether it leaves.`,
		parts: ({ name }) => `The copy holds the joint part and the part of ${name}. Never another person’s.`,
		own: ({ name }) => `The copy holds the part of ${name} only.`,
		drafts: 'Your drafts are not in it.',
		marked: 'To look at before it leaves',
		mark: (w) => (w === 'written' ? 'written by somebody else' : 'speaks of somebody else'),
		others: ({ n }) => `The other lines (${n})`,
		othersNow: 'They leave as they are, save those you hold back here.',
		line: 'The line',
		left: 'What would leave',
		nothing: 'Nothing: the whole line is held back.',
		noWords: 'No words.',
		decide: 'This line',
		choose: 'Choose',
		leaves: 'leaves as it is',
		words: 'leaves without some words',
		whole: 'does not leave',
		sentences: 'Hold back these sentences',
		typed: 'Or these exact words, one per line',
		ground: 'Ground',
		keep: 'Keep this choice',
		kept: 'Kept.',
		looked: (a) => ({ leaves: 'Leaves as it is', words: 'Leaves in part', whole: 'Does not leave' })[a] ?? a,
		restLeaves: 'The others to look at leave as they are',
		earlier: 'See the next lines',
		answer: 'Answer',
		answers: 'Your answer',
		give: (a) => ({ granted: 'Everything is given', partly: 'A part is given', refused: 'Nothing is given' })[a] ?? a,
		way: 'By which means?',
		ways: (w) => ({ space: 'In their space', paper: 'On paper, by hand', voice: 'By voice, without a copy' })[w] ?? w,
		reason: 'The reason, told to the person',
		reasonHint: 'For all that is not given. Without naming what is held back.',
		harm: 'Who could be hurt by this copy?',
		harms: (h) =>
			({ nobody: 'Nobody, I have thought about it', lessened: 'Somebody, and here is what is done' })[h] ??
			'No copy leaves',
		care: 'What is done for their safety',
		careHint: 'For example: handed over in person, away from home. The person will not read it.',
		complain: ({ name }) => `With the answer, the person reads that they may complain to: ${name}.`,
		send: 'Give the answer',
		sent: 'The answer is given.',
		proof: ({ lines, hash }) => `${lines} lines given. Fingerprint: ${hash}`,
		copy: 'The copy, as it was given',
	},
);
