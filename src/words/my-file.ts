import { catalog } from './i18n.ts';

interface Who {
	readonly name: string;
}
interface When {
	readonly when: string;
}

/** « Mon dossier »: what is in force, what happened, who opened it. */
export const myFile = catalog(
	{
		title: 'Mon dossier',
		now: 'Ce qui est en vigueur aujourd’hui, et ce qui s’est passé.',
		inForce: 'En vigueur',
		consent: 'Mon accord',
		noConsent: 'Vous n’avez pas encore donné votre accord.',
		given: ({ when }: When) => `Donné le ${when}`,
		withdrawn: ({ when }: When) => `Retiré le ${when}`,
		covers: 'Il couvre',
		see: 'Revoir ce que j’ai signé',
		withdraw: 'Retirer mon accord',
		agree: 'Aller à mon accord',
		means: 'Mes moyens',
		noMeans: 'Vous n’avez dit oui à aucun moyen.',
		since: ({ what, when }: { what: string; when: string }) => `${what}, depuis le ${when}`,
		meansGo: 'Changer mes moyens',
		plans: 'Mes plans',
		noPlans: ({ name }: Who) => `Aucun plan encore. ${name} le fera avec vous.`,
		plan: ({ plan }: { plan: string }) => (plan === 'emergency' ? 'Si ça va très mal' : 'Si la ligne coupe'),
		planAt: ({ when }: When) => `Remis le ${when}`,
		meetings: 'Mes rencontres',
		noMeetings: 'Aucune rencontre encore.',
		minutes: ({ length }: { length: string }) => `(${length})`,
		history: 'Ce qui s’est passé',
		noHistory: 'Rien à montrer ici.',
		earlier: 'Voir plus loin en arrière',
		latest: 'Revenir au plus récent',
		opened: 'Qui a ouvert mon dossier',
		openedText:
			'Chaque ouverture laisse une trace. Seule la vôtre et celle des personnes qui travaillent avec vous sont montrées ici.',
		openedGo: 'Voir qui a ouvert mon dossier',
		openedNow: 'Voici chaque ouverture, la plus récente d’abord.',
		noOpening: 'Personne n’a ouvert votre dossier.',
		strange: 'Quelque chose vous étonne\u00a0? Demandez-nous.',
		ask: 'Écrire un message',
		back: 'Mon dossier',
		who: 'Qui',
		when: 'Quand',
		what: 'Quoi',
		you: 'Vous',
		left: 'Une personne qui ne travaille plus ici',
		role: ({ role }: { role: string }) =>
			({
				practitioner: 'intervention',
				owner: 'direction du cabinet',
				receptionist: 'accueil',
				privacyOfficer: 'protection des renseignements',
				conflictsOfficer: 'conflits d’intérêts',
				representative: 'vous représente',
			})[role] ?? '',
		view: ({ view }: { view: string }) =>
			({
				portal: 'vos pages',
				dossier: 'le dossier',
				board: 'ce que le dossier montre',
				notes: 'les notes',
				messages: 'les messages',
				questions: 'vos questions',
				package: 'vos documents',
				interview: 'l’entrevue',
				assessment: 'l’évaluation',
				consent: 'votre accord',
				plans: 'vos plans',
				persons: 'les personnes du dossier',
				appointments: 'les rendez-vous',
				room: 'la salle de rencontre',
			})[view] ?? 'le dossier',
		times: ({ n }: { n: number }) => ` (${n} fois)`,
		rights: 'Mes droits',
		rightsText: 'Avoir une copie, faire corriger, me plaindre.',
		rightsGo: 'Voir mes droits',
		contact: 'Me joindre',
		contactText: 'Où et quand vous joindre sans crainte, et qui appeler s’il y a danger.',
		contactGo: 'Voir ou changer',
	},
	{
		title: 'My file',
		now: 'What is in force today, and what has happened.',
		inForce: 'In force',
		consent: 'My consent',
		noConsent: 'You have not given your consent yet.',
		given: ({ when }) => `Given on ${when}`,
		withdrawn: ({ when }) => `Withdrawn on ${when}`,
		covers: 'It covers',
		see: 'See what I signed',
		withdraw: 'Withdraw my consent',
		agree: 'Go to my consent',
		means: 'My means',
		noMeans: 'You have said yes to no means.',
		since: ({ what, when }) => `${what}, since ${when}`,
		meansGo: 'Change my means',
		plans: 'My plans',
		noPlans: ({ name }) => `No plan yet. ${name} will make it with you.`,
		plan: ({ plan }) => (plan === 'emergency' ? 'If things go very badly' : 'If the line drops'),
		planAt: ({ when }) => `Handed over on ${when}`,
		meetings: 'My meetings',
		noMeetings: 'No meeting yet.',
		minutes: ({ length }) => `(${length})`,
		history: 'What has happened',
		noHistory: 'Nothing to show here.',
		earlier: 'See further back',
		latest: 'Back to the latest',
		opened: 'Who opened my file',
		openedText: 'Each opening leaves a trace. Only yours and those of the people who work with you are shown here.',
		openedGo: 'See who opened my file',
		openedNow: 'Here is each opening, the latest first.',
		noOpening: 'No one has opened your file.',
		strange: 'Does something surprise you? Ask us.',
		ask: 'Write a message',
		back: 'My file',
		who: 'Who',
		when: 'When',
		what: 'What',
		you: 'You',
		left: 'Someone who no longer works here',
		role: ({ role }) =>
			({
				practitioner: 'practitioner',
				owner: 'runs the practice',
				receptionist: 'reception',
				privacyOfficer: 'privacy officer',
				conflictsOfficer: 'conflicts of interest',
				representative: 'represents you',
			})[role] ?? '',
		view: ({ view }) =>
			({
				portal: 'your pages',
				dossier: 'the file',
				board: 'what the file shows',
				notes: 'the notes',
				messages: 'the messages',
				questions: 'your questions',
				package: 'your documents',
				interview: 'the interview',
				assessment: 'the assessment',
				consent: 'your consent',
				plans: 'your plans',
				persons: 'the persons of the file',
				appointments: 'the appointments',
				room: 'the meeting room',
			})[view] ?? 'the file',
		times: ({ n }) => ` (${n} times)`,
		rights: 'My rights',
		rightsText: 'Have a copy, have something corrected, complain.',
		rightsGo: 'See my rights',
		contact: 'Reaching me',
		contactText: 'Where and when to reach you safely, and whom to call if there is danger.',
		contactGo: 'See or change',
	},
);

/** One thing that happened, told to the person it concerns; `by` is who did it. */
interface Happening {
	readonly kind: string;
	readonly by: 'me' | 'practitioner' | 'other' | 'system';
	readonly n: number;
	readonly name: string;
}

const fr = ({ by, n, name }: Happening): Readonly<Record<string, string>> => {
	const someone = by === 'other' ? 'Une autre personne du dossier' : name;
	const you = by === 'me';
	return {
		'request.received': 'Votre première demande a été reçue.',
		'person.invited': `${name} vous a invité ou invitée dans votre espace.`,
		'person.linked': 'Votre compte a été relié à ce dossier.',
		'contact.set': you ? 'Vous avez dit comment vous joindre.' : 'La façon de vous joindre a été notée.',
		'emergencyContact.set': you
			? 'Vous avez choisi qui appeler s’il y a danger.'
			: 'La personne à appeler s’il y a danger a été notée.',
		'package.sent': `${name} vous a remis vos documents.`,
		'document.read': n > 1 ? `Vous avez lu ${n} documents.` : 'Vous avez lu un document.',
		'document.explained': n > 1 ? `${name} vous a expliqué ${n} documents.` : `${name} vous a expliqué un document.`,
		'question.asked': n > 1 ? `Vous avez posé ${n} questions.` : 'Vous avez posé une question.',
		'question.answered': n > 1 ? `${name} a répondu à ${n} questions.` : `${name} a répondu à votre question.`,
		'question.settled': 'Une réponse vous a convenu.',
		'teachBack.given': 'Vous avez redit un point dans vos mots.',
		'identity.checked': `${name} a vu qui vous êtes. Aucune copie n’est gardée.`,
		'notice.acknowledged': n > 1 ? `Vous avez lu ${n} points à connaître.` : 'Vous avez lu un point à connaître.',
		'channel.agreed': n > 1 ? `Vous avez dit oui à ${n} moyens.` : 'Vous avez dit oui à un moyen.',
		'channel.withdrawn': 'Vous avez dit non à un moyen.',
		'consent.given': you ? 'Vous avez donné votre accord.' : `Votre accord a été noté par ${someone}.`,
		'consent.withdrawn': you
			? 'Vous avez retiré votre accord.'
			: `Le retrait de votre accord a été noté par ${someone}.`,
		'plan.given': n > 1 ? `${name} vous a remis vos plans.` : `${name} vous a remis un plan.`,
		'client.accepted': 'Votre suivi a été accepté.',
		'client.declined': 'Votre demande n’a pas été retenue ici.',
		'dossier.closed': 'Votre suivi a pris fin.',
		'appointment.booked': 'Un rendez-vous a été pris.',
		'appointment.moved': 'Un rendez-vous a été déplacé.',
		'appointment.cancelled': n > 1 ? `${n} rendez-vous ont été annulés.` : 'Un rendez-vous a été annulé.',
		'arrival.declared': 'Vous avez dit où vous étiez avant une rencontre.',
		'message.sent': you
			? n > 1
				? `Vous avez écrit ${n} messages.`
				: 'Vous avez écrit un message.'
			: n > 1
				? `${someone} a écrit ${n} messages.`
				: `${someone} a écrit un message.`,
	};
};

const en = ({ by, n, name }: Happening): Readonly<Record<string, string>> => {
	const someone = by === 'other' ? 'Someone else in the file' : name;
	const you = by === 'me';
	return {
		'request.received': 'Your first request was received.',
		'person.invited': `${name} invited you to your space.`,
		'person.linked': 'Your account was linked to this file.',
		'contact.set': you ? 'You said how to reach you.' : 'How to reach you was noted.',
		'emergencyContact.set': you
			? 'You chose whom to call if there is danger.'
			: 'The person to call if there is danger was noted.',
		'package.sent': `${name} handed you your documents.`,
		'document.read': n > 1 ? `You read ${n} documents.` : 'You read a document.',
		'document.explained': n > 1 ? `${name} explained ${n} documents to you.` : `${name} explained a document to you.`,
		'question.asked': n > 1 ? `You asked ${n} questions.` : 'You asked a question.',
		'question.answered': n > 1 ? `${name} answered ${n} questions.` : `${name} answered your question.`,
		'question.settled': 'An answer suited you.',
		'teachBack.given': 'You said a point again in your own words.',
		'identity.checked': `${name} saw who you are. No copy is kept.`,
		'notice.acknowledged': n > 1 ? `You read ${n} things to know.` : 'You read a thing to know.',
		'channel.agreed': n > 1 ? `You said yes to ${n} means.` : 'You said yes to a means.',
		'channel.withdrawn': 'You said no to a means.',
		'consent.given': you ? 'You gave your consent.' : `Your consent was written down by ${someone}.`,
		'consent.withdrawn': you
			? 'You withdrew your consent.'
			: `The withdrawal of your consent was written down by ${someone}.`,
		'plan.given': n > 1 ? `${name} handed you your plans.` : `${name} handed you a plan.`,
		'client.accepted': 'Your follow-up was accepted.',
		'client.declined': 'Your request was not taken up here.',
		'dossier.closed': 'Your follow-up ended.',
		'appointment.booked': 'An appointment was made.',
		'appointment.moved': 'An appointment was moved.',
		'appointment.cancelled': n > 1 ? `${n} appointments were cancelled.` : 'An appointment was cancelled.',
		'arrival.declared': 'You said where you were before a meeting.',
		'message.sent': you
			? n > 1
				? `You wrote ${n} messages.`
				: 'You wrote a message.'
			: n > 1
				? `${someone} wrote ${n} messages.`
				: `${someone} wrote a message.`,
	};
};

/** What happened, in a sentence; empty for what is not told. */
export const happened = catalog({ what: (h: Happening) => fr(h)[h.kind] ?? '' }, { what: (h) => en(h)[h.kind] ?? '' });
