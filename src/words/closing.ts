import { catalog } from './i18n.ts';

/** The end of the work: its summary, and giving it. */
export const closingWords = catalog(
	{
		title: 'Bilan de fin de suivi',
		now: 'Écrivez le bilan\u00a0: ce qui s’est passé est déjà là.',
		nowDue: ({ by }: { by: string }) => `Le suivi est terminé\u00a0: son bilan est attendu d’ici le ${by}.`,
		nowLate: ({ by }: { by: string }) => `Le suivi est terminé\u00a0: son bilan était attendu le ${by}.`,
		nowSigned: 'Le bilan est signé. Remettez-le à qui le souhaite.',
		nowNone: 'Un bilan s’écrit quand un suivi a été accepté.',
		happened: 'Ce qui s’est passé, tiré du dossier',
		fact: (key: string) =>
			({
				asked: 'Demande reçue le',
				first: 'Premier service',
				last: 'Dernier service',
				met: 'Rencontres',
				goals: 'Buts, et leur fin',
				referral: 'Autre ressource',
				papers: 'Papiers',
			})[key] ?? key,
		goalOpen: 'encore poursuivi',
		referral: (outcome: string, date: string) =>
			outcome === 'given' ? `proposée le ${date}` : `non voulue, le ${date}`,
		paperCount: ({ n }: { n: number }) => (n === 1 ? 'un papier gardé' : `${n} papiers gardés`),
		heading: (key: string) =>
			({
				reason: 'Ce qui amenait la personne',
				work: 'Ce qui a été fait',
				state: 'Où en sont les choses à la fin',
				advice: 'Pour la suite',
			})[key] ?? key,
		adviceHint: 'Signes à surveiller, autres ressources, comment revenir.',
		write: 'Écrire le bilan',
		again: 'Écrire une nouvelle version',
		againHint: 'La version signée reste au dossier. La nouvelle est à remettre de nouveau.',
		sign: 'Signer le bilan',
		signed: 'Le bilan est signé.',
		by: ({ n, name, when }: { n: number; name: string; when: string }) =>
			n === 1 ? `Signé par ${name}, ${when}` : `Version ${n}, signée par ${name}, ${when}`,
		late: ({ by }: { by: string }) => `Signé en retard\u00a0: il était attendu le ${by}.`,
		give: 'Remettre le bilan',
		giveTo: ({ name }: { name: string }) => `À ${name}`,
		means: 'Comment',
		meansIs: (m: string) =>
			({
				portal: 'Dans son espace en ligne',
				handed: 'En main propre',
				posted: 'Par la poste',
				notWanted: 'La personne n’en veut pas',
			})[m] ?? m,
		giveDo: 'Noter',
		given: 'C’est noté.',
		was: ({ means, when }: { means: string; when: string }) => `${means}, ${when}`,
		close: 'Mettre fin au suivi',
		today: 'Bilans à écrire',
		mineHeading: (key: string) =>
			({
				reason: 'Ce qui vous amenait',
				work: 'Ce qui a été fait',
				state: 'Où en sont les choses',
				advice: 'Pour la suite',
			})[key] ?? key,
		mine: 'Bilan de mon suivi',
		mineFrom: ({ name, when }: { name: string; when: string }) => `Écrit par ${name}, le ${when}`,
	},
	{
		title: 'Closing summary',
		now: 'Write the summary: what happened is already there.',
		nowDue: ({ by }) => `The work is over: its summary is expected by ${by}.`,
		nowLate: ({ by }) => `The work is over: its summary was expected by ${by}.`,
		nowSigned: 'The summary is signed. Give it to whoever wants it.',
		nowNone: 'A summary is written once a client was accepted.',
		happened: 'What happened, taken from the file',
		fact: (key) =>
			({
				asked: 'Request received on',
				first: 'First service',
				last: 'Last service',
				met: 'Meetings',
				goals: 'Goals, and their end',
				referral: 'Other help',
				papers: 'Papers',
			})[key] ?? key,
		goalOpen: 'still pursued',
		referral: (outcome, date) => (outcome === 'given' ? `suggested on ${date}` : `not wanted, on ${date}`),
		paperCount: ({ n }) => (n === 1 ? 'one paper kept' : `${n} papers kept`),
		heading: (key) =>
			({
				reason: 'What brought the person',
				work: 'What was done',
				state: 'Where things stand at the end',
				advice: 'For later',
			})[key] ?? key,
		adviceHint: 'Signs to watch for, other help, how to come back.',
		write: 'Write the summary',
		again: 'Write a new version',
		againHint: 'The signed version stays in the file. The new one has to be given again.',
		sign: 'Sign the summary',
		signed: 'The summary is signed.',
		by: ({ n, name, when }) => (n === 1 ? `Signed by ${name}, ${when}` : `Version ${n}, signed by ${name}, ${when}`),
		late: ({ by }) => `Signed late: it was expected by ${by}.`,
		give: 'Give the summary',
		giveTo: ({ name }) => `To ${name}`,
		means: 'How',
		meansIs: (m) =>
			({
				portal: 'In their online space',
				handed: 'In person',
				posted: 'By post',
				notWanted: 'The person does not want it',
			})[m] ?? m,
		giveDo: 'Note it',
		given: 'It is noted.',
		was: ({ means, when }) => `${means}, ${when}`,
		close: 'End the work',
		today: 'Summaries to write',
		mineHeading: (key) =>
			({
				reason: 'What brought you here',
				work: 'What was done',
				state: 'Where things stand',
				advice: 'For later',
			})[key] ?? key,
		mine: 'Summary of my follow-up',
		mineFrom: ({ name, when }) => `Written by ${name}, on ${when}`,
	},
);
