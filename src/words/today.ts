import { ended } from './dates.ts';
import { catalog } from './i18n.ts';

/** The day of somebody who meets people: what to do now, then the rest. */
export const todayWords = catalog(
	{
		title: 'Aujourd’hui',
		nowWaiting: (name: string) => `${name} vous attend dans la salle d’attente.`,
		nowRunning: (name: string) => `La rencontre avec ${name} est en cours.`,
		nowMeeting: (name: string, time: string) => `Prochain rendez-vous\u00a0: ${name}, à ${time}.`,
		nowStep: (step: string) => `Prochaine étape\u00a0: ${step}.`,
		nowAsks: ({ name, count }: { name: string; count: number }) =>
			count === 1
				? `${name} demande une première rencontre et attend une réponse.`
				: `${count} premières rencontres sont demandées. ${name} attend depuis le plus longtemps.`,
		asks: 'Premières rencontres demandées',
		askedSince: (when: string) => `Attend une réponse depuis le ${when}`,
		nowNotes: (n: number) => (n === 1 ? 'Une note attend votre signature.' : `${n} notes attendent votre signature.`),
		nowQuestions: (n: number) =>
			n === 1 ? 'Une question attend votre réponse.' : `${n} questions attendent votre réponse.`,
		nowNothing: 'Rien ne presse en ce moment.',
		waiting: 'Dans la salle d’attente',
		running: 'Rencontre en cours',
		open: 'Salle ouverte, personne n’est arrivé',
		goRoom: 'Aller à la salle',
		openFile: 'Ouvrir le dossier',
		agenda: (day: string) => `Votre journée\u00a0: ${day}`,
		deskAgenda: (day: string) => `La journée\u00a0: ${day}`,
		agendaEmpty: 'Aucun rendez-vous aujourd’hui',
		from: (start: string, end: string) => `${start} à ${end}`,
		past: 'passé',
		notes: 'Notes à signer',
		questions: 'Questions qui attendent une réponse',
		due: 'À faire bientôt',
		missing: 'Preuves qui manquent à des dossiers',
		more: (n: number) => (n === 1 ? 'et un autre' : `et ${n} autres`),
		dueBy: (when: string) => `d’ici le ${when}`,
		overdue: (when: string) => `en retard depuis le ${when}`,
		permitEnds: (when: string) => `Votre autorisation d’exercer se termine le ${when}. Notez le renouvellement.`,
		board: 'Voir où en est ma pratique',
		steps: 'Pour commencer',
		stepsNow: 'Une demi-heure suffit. Vous pouvez vous arrêter et revenir.',
		stepDone: 'fait',
		step: (key: string) =>
			({
				me: 'dire qui vous êtes',
				regulator: 'vérifier les coordonnées de votre ordre ou association',
				terms: 'décrire vos services',
				policies: 'publier vos documents',
				channels: 'ouvrir un moyen de se parler',
				request: 'noter une première demande',
			})[key] ?? key,
		stepWhy: (key: string) =>
			({
				me: 'Votre nom, votre titre et vos coordonnées vont dans les documents remis aux clients.',
				regulator: 'Chaque personne doit savoir à qui s’adresser si quelque chose ne va pas.',
				terms: 'Honoraires, heures, délais\u00a0: les documents s’écrivent à partir de là.',
				policies: 'Ils sont déjà écrits. Relisez-les, puis publiez-les d’un coup.',
				channels: 'Vidéo, téléphone, messages\u00a0: vous choisissez lesquels, un à la fois.',
				request: 'Au téléphone ou par le formulaire public, tout part de là.',
			})[key] ?? '',
		mode: (mode: string) =>
			({ inPerson: 'en personne', video: 'vidéo', telephone: 'téléphone', chat: 'clavardage', message: 'messages' })[
				mode
			] ?? mode,
		purpose: (purpose: string) =>
			({ rehearsal: 'essai', initialInterview: 'entrevue initiale', service: 'séance', safety: 'sécurité' })[purpose] ??
			purpose,
	},
	{
		title: 'Today',
		nowWaiting: (name) => `${name} is in the waiting room.`,
		nowRunning: (name) => `The meeting with ${name} is under way.`,
		nowMeeting: (name, time) => ended(`Next appointment: ${name}, at ${time}`),
		nowStep: (step) => `Next step: ${step}.`,
		nowAsks: ({ name, count }) =>
			count === 1
				? `${name} asks for a first meeting and awaits an answer.`
				: `${count} first meetings are asked for. ${name} has waited the longest.`,
		asks: 'First meetings asked for',
		askedSince: (when) => `Awaiting an answer since ${when}`,
		nowNotes: (n) => (n === 1 ? 'One note awaits your signature.' : `${n} notes await your signature.`),
		nowQuestions: (n) => (n === 1 ? 'One question awaits your answer.' : `${n} questions await your answer.`),
		nowNothing: 'Nothing is pressing right now.',
		waiting: 'In the waiting room',
		running: 'Meeting under way',
		open: 'Room open, nobody has come yet',
		goRoom: 'Go to the room',
		openFile: 'Open the file',
		agenda: (day) => `Your day: ${day}`,
		deskAgenda: (day) => `The day: ${day}`,
		agendaEmpty: 'No appointment today',
		from: (start, end) => `${start} to ${end}`,
		past: 'past',
		notes: 'Notes to sign',
		questions: 'Questions that await an answer',
		due: 'Due soon',
		missing: 'Evidence missing in files',
		more: (n) => (n === 1 ? 'and one more' : `and ${n} more`),
		dueBy: (when) => `by ${when}`,
		overdue: (when) => `overdue since ${when}`,
		permitEnds: (when) => `Your right to practise ends on ${when}. Note the renewal.`,
		board: 'See where my practice stands',
		steps: 'To begin with',
		stepsNow: 'Half an hour is enough. You can stop and come back.',
		stepDone: 'done',
		step: (key) =>
			({
				me: 'say who you are',
				regulator: 'check how to reach your order or association',
				terms: 'describe your services',
				policies: 'publish your documents',
				channels: 'open a way to talk',
				request: 'note a first request',
			})[key] ?? key,
		stepWhy: (key) =>
			({
				me: 'Your name, title and contact details go into what clients are handed.',
				regulator: 'Each person should know where to turn if something is wrong.',
				terms: 'Fees, hours, delays: the documents are written from these.',
				policies: 'They are already written. Read them, then publish them all at once.',
				channels: 'Video, telephone, messages: you choose which, one at a time.',
				request: 'By phone or by the public form, everything starts there.',
			})[key] ?? '',
		mode: (mode) =>
			({ inPerson: 'in person', video: 'video', telephone: 'telephone', chat: 'chat', message: 'messages' })[mode] ??
			mode,
		purpose: (purpose) =>
			({ rehearsal: 'rehearsal', initialInterview: 'initial interview', service: 'session', safety: 'safety' })[
				purpose
			] ?? purpose,
	},
);
