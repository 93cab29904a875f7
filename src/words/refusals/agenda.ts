import type { Sayings } from './saying.ts';

/** Codes of appointments, arrivals and sessions. */
export const agendaCodes: Sayings = {
	'appointment.notYet': {
		fr: ['ce rendez-vous n’a pas encore eu lieu', 'Notez une absence après l’heure prévue.'],
		en: ['this appointment has not come yet', 'Note an absence after its time.'],
	},
	'slot.gone': {
		fr: ['ce moment n’est plus libre', 'Choisissez-en un autre dans la liste, ou demandez-en un.'],
		en: ['this time is no longer free', 'Choose another in the list, or ask for one.'],
	},
	'slot.notByThat': {
		fr: ['ce moyen n’est pas offert pour cette rencontre', 'Choisissez-en un autre dans la liste.'],
		en: ['this means is not offered for this meeting', 'Choose another in the list.'],
	},
	'appointment.known': {
		fr: ['ce rendez-vous est déjà noté', 'Ouvrez le calendrier pour le voir ou changer son heure.'],
		en: ['this appointment is already booked', 'Open the calendar to see it or change its time.'],
	},
	'appointment.length': {
		fr: ['la durée du rendez-vous est à revoir', 'La fin vient après le début, et moins de huit heures plus tard.'],
		en: [
			'the length of the appointment needs another look',
			'The end comes after the start, and less than eight hours later.',
		],
	},
	'appointment.notTheirPractitioner': {
		fr: [
			'ce rendez-vous est avec quelqu’un qui ne suit pas ce dossier',
			'Choisissez une personne de l’équipe du dossier, ou joignez-la d’abord à cette équipe.',
		],
		en: [
			'this appointment is with someone who does not follow this file',
			'Choose someone of the file’s team, or have them join it first.',
		],
	},
	'appointment.past': {
		fr: ['cette heure est passée', 'Choisissez un moment à venir.'],
		en: ['this time has passed', 'Choose a time to come.'],
	},
	'appointment.taken': {
		fr: ['cette heure est déjà prise', 'Un autre rendez-vous l’occupe\u00a0: choisissez un autre moment.'],
		en: ['this time is already taken', 'Another appointment is there: choose another time.'],
	},
	'appointment.unknown': {
		fr: [
			'ce rendez-vous n’est plus au calendrier',
			'Il a peut-être été annulé\u00a0: ouvrez le calendrier pour voir ce qui est prévu.',
		],
		en: [
			'this appointment is no longer on the calendar',
			'It may have been cancelled: open the calendar to see what is planned.',
		],
	},
	'arrival.noLastPlace': {
		fr: ['aucun lieu n’est noté pour la dernière fois', 'Dites cette fois la ville, et la province ou le pays.'],
		en: ['no place is noted for last time', 'This time, give the town, and the province or country.'],
	},
	'arrival.placeMissing': {
		fr: [
			'il manque la ville, ou la province ou le pays',
			'S’il fallait des secours, ils iraient au bon endroit\u00a0: dites où vous êtes aujourd’hui.',
		],
		en: [
			'the town, province or country is missing',
			'If help were needed, it would go to the right place: say where you are today.',
		],
	},
	'session.alreadyIn': {
		fr: ['cette personne est déjà entrée', 'Rechargez la page si vous ne la voyez pas.'],
		en: ['this person is already in', 'Reload the page if you do not see them.'],
	},
	'session.alreadyStarted': {
		fr: ['la séance a déjà commencé', 'Vous pouvez la rejoindre tout de suite.'],
		en: ['the session has already started', 'You can join it right away.'],
	},
	'session.known': {
		fr: ['cette séance a déjà été ouverte', 'Revenez à l’accueil pour la rejoindre, ou pour en ouvrir une autre.'],
		en: ['this session was already opened', 'Go back to the home page to join it, or to open another.'],
	},
	'session.nobodyIn': {
		fr: ['la salle est encore vide', 'Faites entrer une personne de la salle d’attente, puis commencez.'],
		en: ['the room is still empty', 'Let someone in from the waiting room, then start.'],
	},
	'session.notInvited': {
		fr: [
			'cette personne n’est pas attendue à cette séance',
			'Ouvrez une séance avec elle, ou faites entrer une personne attendue.',
		],
		en: ['this person is not expected at this session', 'Open a session with them, or let in someone who is expected.'],
	},
	'session.unknown': {
		fr: [
			'cette séance n’est plus ouverte',
			'Elle est peut-être terminée\u00a0: revenez à l’accueil pour voir la suite.',
		],
		en: ['this session is no longer open', 'It may have ended: go back to the home page to see what comes next.'],
	},
};
