import { catalog } from './i18n.ts';

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
		'access.restored': `${name} vous a reconnu ou reconnue, et vous a redonné accès à votre espace.`,
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
		'package.posted': `${name} vous a remis vos documents sur papier.`,
		'copy.sent': `${name} vous a remis une copie écrite de votre accord.`,
		'payment.requested': n > 1 ? `${n} paiements ont été demandés.` : 'Un paiement a été demandé.',
		'paper.scanned': `${name} a versé une feuille à votre dossier.`,
		'use.proposed': n > 1 ? `${name} vous a demandé ${n} choix à part.` : `${name} vous a demandé un choix à part.`,
		'use.agreed': 'Vous avez dit oui à un choix à part.',
		'use.refused': 'Vous avez dit non à un choix à part.',
		'use.ended': 'Vous avez repris un oui.',
		'search.told': `${name} vous a dit qu’on a cherché votre nom sur le Web.`,
		'help.asked': 'Vous avez demandé de l’aide pour vous connecter.',
		'help.closed': `${name} a donné suite à votre demande d’aide.`,
		'change.told': 'Vous avez été avisé ou avisée d’un changement dans nos documents.',
		'loan.made': `${name} vous a prêté un appareil.`,
		'loan.lost': you ? 'Vous avez dit que l’appareil prêté est perdu ou volé.' : 'L’appareil prêté est perdu ou volé.',
		'loan.ended': 'Le prêt de l’appareil est terminé.',
		'rehearsal.held': 'Vous avez essayé votre appareil.',
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
		'access.restored': `${name} recognised you and gave you access to your space again.`,
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
		'package.posted': `${name} handed you your documents on paper.`,
		'copy.sent': `${name} gave you a written copy of your consent.`,
		'payment.requested': n > 1 ? `${n} payments were asked for.` : 'A payment was asked for.',
		'paper.scanned': `${name} put a sheet on your file.`,
		'use.proposed': n > 1 ? `${name} asked you for ${n} separate choices.` : `${name} asked you for a separate choice.`,
		'use.agreed': 'You said yes to a separate choice.',
		'use.refused': 'You said no to a separate choice.',
		'use.ended': 'You took a yes back.',
		'search.told': `${name} told you that your name was looked up on the web.`,
		'help.asked': 'You asked for help to connect.',
		'help.closed': `${name} followed up on your request for help.`,
		'change.told': 'You were told of a change in our documents.',
		'loan.made': `${name} lent you a device.`,
		'loan.lost': you
			? 'You said that the device lent to you is lost or stolen.'
			: 'The device lent to you is lost or stolen.',
		'loan.ended': 'The loan of the device has ended.',
		'rehearsal.held': 'You tried your device.',
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
