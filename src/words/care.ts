import { catalog } from './i18n.ts';

/** Who interprets, and why people are seen together all the same: what an appointment or a start may lack. */
export const meetingWords = catalog(
	{
		interpreterFor: ({ names }: { names: string }) => `Interprète pour ${names}`,
		interpreterSome: 'Interprète, s’il en faut un',
		interpreter: 'Nom de l’interprète',
		noInterpreter: 'Sinon, pourquoi il n’y en a pas',
		together: 'Se voir ensemble quand même',
		togetherHint: 'Ce choix est noté, sans autre mot\u00a0: la partie commune du dossier se lit à plusieurs.',
		togetherNone: 'Non\u00a0: voir d’abord chacune seule',
		togetherBecause: (r: string) =>
			({
				knownOtherwise: 'La question est déjà réglée autrement',
				ordered: 'Un tribunal ou la loi le demande',
				judgement: 'C’est mon jugement clinique',
			})[r] ?? r,
	},
	{
		interpreterFor: ({ names }) => `Interpreter for ${names}`,
		interpreterSome: 'Interpreter, if one is needed',
		interpreter: 'Name of the interpreter',
		noInterpreter: 'Otherwise, why there is none',
		together: 'Meet together all the same',
		togetherHint: 'This choice is noted, with no other word: the joint part of the file is read by several.',
		togetherNone: 'No: see each one alone first',
		togetherBecause: (r) =>
			({
				knownOtherwise: 'The question is settled in another way',
				ordered: 'A court or the law asks for it',
				judgement: 'It is my clinical judgement',
			})[r] ?? r,
	},
);

/** Distress while writing, and what was done: one tap each. */
export const distressWords = catalog(
	{
		title: 'Quelqu’un ne va pas bien',
		now: ({ names }: { names: string }) => `Joignez ${names} de vive voix, ou dites pourquoi l’écrit suffit.`,
		nowNone: 'Rien n’attend ici.',
		flag: 'Signaler une détresse',
		flagWho: ({ name }: { name: string }) => `${name} ne va pas bien`,
		flagged: ({ when, by }: { when: string; by: string }) =>
			by === 'person' ? `A demandé de l’aide le ${when}.` : `Signalé par vous le ${when}.`,
		telephone: 'J’appelle maintenant',
		video: 'Passer en vidéo',
		inPerson: 'Se voir en personne',
		none: 'L’écrit suffit',
		reason: 'Pourquoi',
		number: ({ number }: { number: string }) => `Numéro sûr\u00a0: ${number}`,
		noNumber: 'Aucun numéro au dossier.',
		chosen: (to: string) =>
			({
				telephone: 'Suite\u00a0: téléphone.',
				video: 'Suite\u00a0: vidéo.',
				inPerson: 'Suite\u00a0: en personne.',
				none: 'Suite\u00a0: l’écrit a suffi.',
			})[to] ?? to,
		done: 'C’est noté au dossier.',
		thread: 'Revenir à la conversation',
		help: 'Secours de l’endroit',
		past: 'Déjà suivi',
		note: 'Cette personne n’allait pas bien. Si vous avez continué par écrit, dites pourquoi.',
		happened: ({ name, to }: { name: string; to: string }) => `${name}\u00a0: ${to}`,
		tos: (to: string) =>
			({ telephone: 'téléphone', video: 'vidéo', inPerson: 'en personne', none: 'écrit seulement' })[to] ?? to,
	},
	{
		title: 'Someone is not well',
		now: ({ names }) => `Reach ${names} by voice, or say why writing is enough.`,
		nowNone: 'Nothing waits here.',
		flag: 'Flag distress',
		flagWho: ({ name }) => `${name} is not well`,
		flagged: ({ when, by }) => (by === 'person' ? `Asked for help on ${when}.` : `Flagged by you on ${when}.`),
		telephone: 'I am calling now',
		video: 'Switch to video',
		inPerson: 'Meet in person',
		none: 'Writing is enough',
		reason: 'Why',
		number: ({ number }) => `Safe number: ${number}`,
		noNumber: 'No number on file.',
		chosen: (to) =>
			({
				telephone: 'Next: telephone.',
				video: 'Next: video.',
				inPerson: 'Next: in person.',
				none: 'Next: writing was enough.',
			})[to] ?? to,
		done: 'It is noted in the file.',
		thread: 'Back to the conversation',
		help: 'Emergency services there',
		past: 'Already followed up',
		note: 'This person was not well. If you went on in writing, say why.',
		happened: ({ name, to }) => `${name}: ${to}`,
		tos: (to) => ({ telephone: 'telephone', video: 'video', inPerson: 'in person', none: 'writing only' })[to] ?? to,
	},
);

/** Uses of "safety first" in this file, and looking back at them. */
export const safetyWords = catalog(
	{
		title: 'La sécurité d’abord',
		now: (n: number) =>
			n === 1 ? 'Un moment attend qu’on y revienne, pour apprendre.' : `${n} moments attendent qu’on y revienne.`,
		nowNone: 'Rien n’attend ici.',
		crisis: 'Une crise est en cours',
		crisisNow: 'La personne d’abord. Le dossier attendra.',
		help: ({ name }: { name: string }) => `Secours pour ${name}`,
		plans: 'Voir son plan pour les moments difficiles',
		used: ({ when, by }: { when: string; by: string }) => `${when}, par ${by}`,
		passed: 'Exigences passées',
		by: (date: string) => `À faire d’ici le ${date}.`,
		late: (date: string) => `En retard depuis le ${date}.`,
		peer: 'Une ou un collègue de l’équipe du dossier y revient avec vous. Ce n’est jamais retenu contre personne.',
		peerJoin: 'Faire entrer une ou un collègue',
		alone:
			'Vous suivez seul ou seule ce dossier, et le cabinet compte d’autres personnes. Dites avec qui vous en avez parlé, et pourquoi elle ne peut pas le noter ici.',
		learned: 'Ce que ce moment apprend',
		save: 'Noter ce retour',
		saved: 'Retour noté.',
		done: (date: string) => `Revu le ${date}.`,
		ours: (days: number) => `Délai de Balise\u00a0: ${days} jours. Aucune règle lue n’en fixe un.`,
		not: 'Ce passage ne sert jamais à publier, à demander un paiement, ni à signer un consentement.',
	},
	{
		title: 'Safety first',
		now: (n) =>
			n === 1 ? 'One moment waits to be looked back at, to learn.' : `${n} moments wait to be looked back at.`,
		nowNone: 'Nothing waits here.',
		crisis: 'A crisis is under way',
		crisisNow: 'The person first. The file will wait.',
		help: ({ name }) => `Emergency services for ${name}`,
		plans: 'See their plan for hard moments',
		used: ({ when, by }) => `${when}, by ${by}`,
		passed: 'Duties passed',
		by: (date) => `To be done by ${date}.`,
		late: (date) => `Late since ${date}.`,
		peer: 'A colleague of the file’s team looks back with you. It is never held against anyone.',
		peerJoin: 'Let a colleague in',
		alone:
			'You follow this file alone, and the practice has other people. Say with whom you talked it over, and why they cannot note it here.',
		learned: 'What this moment teaches',
		save: 'Note this look back',
		saved: 'Look back noted.',
		done: (date) => `Looked back at on ${date}.`,
		ours: (days) => `Balise’s own delay: ${days} days. No rule that was read sets one.`,
		not: 'This way through never serves to publish, to ask for a payment, or to sign a consent.',
	},
);
