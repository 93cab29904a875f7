import type { Sayings } from './saying.ts';

/** Codes of appointments, arrivals and sessions. */
export const agendaCodes: Sayings = {
	'appointment.notYet': {
		fr: ['ce rendez-vous n’a pas encore eu lieu', 'Notez une absence après l’heure prévue.'],
		en: ['this appointment has not come yet', 'Note an absence after its time.'],
	},
	'careTeam.already': {
		fr: ['cette personne est déjà dans l’équipe du dossier', 'Elle le trouve dans sa liste.'],
		en: ['this person is already in the file’s team', 'They find it in their list.'],
	},
	'careTeam.isPerson': {
		fr: [
			'cette personne est elle-même accompagnée dans ce dossier',
			'On ne peut pas être des deux côtés\u00a0: choisissez quelqu’un d’autre.',
		],
		en: ['this person is accompanied in this file themselves', 'Nobody stands on both sides: choose somebody else.'],
	},
	'careTeam.otherRelation': {
		fr: [
			'il reste à lui demander si un autre lien existe',
			'Posez la question avant d’ouvrir le dossier\u00a0: s’il y a un lien, choisissez quelqu’un d’autre.',
		],
		en: [
			'they are still to be asked about any other relation',
			'Ask before the file opens: if there is one, choose somebody else.',
		],
	},
	'careTeam.notMember': {
		fr: ['cette personne n’intervient pas dans ce cabinet', 'Choisissez un nom dans la liste.'],
		en: ['this person does not practise here', 'Choose a name in the list.'],
	},
	'careTeam.notIn': {
		fr: ['cette personne n’est plus dans l’équipe du dossier', 'Il n’y a rien à faire de plus.'],
		en: ['this person is no longer in the file’s team', 'There is nothing more to do.'],
	},
	'careTeam.responsible': {
		fr: ['cette personne répond du dossier', 'Qui l’a ouvert en répond jusqu’à la fin.'],
		en: ['this person answers for the file', 'Whoever opened it answers for it until the end.'],
	},
	'careTeam.hasMeetings': {
		fr: [
			'cette personne a encore un rendez-vous ici',
			'Annulez-le ou donnez-le à quelqu’un d’autre, puis recommencez.',
		],
		en: ['this person still has a meeting here', 'Cancel it or give it to somebody else, then try again.'],
	},
	'slot.gone': {
		fr: ['ce moment n’est plus libre', 'Choisissez-en un autre dans la liste, ou demandez-en un.'],
		en: ['this time is no longer free', 'Choose another in the list, or ask for one.'],
	},
	'slot.keptPast': {
		fr: ['cette date est passée', 'Dites jusqu’à quel moment à venir la place est gardée.'],
		en: ['this date has passed', 'Say until which moment to come the place is kept.'],
	},
	'missedFee.unknown': {
		fr: [
			'aucune règle ne s’applique à ce rendez-vous',
			'Notez d’abord l’absence, ou publiez une règle avec vos honoraires.',
		],
		en: ['no rule applies to this appointment', 'First note the absence, or publish a rule with your fees.'],
	},
	'missedFee.answered': {
		fr: ['une réponse est déjà notée pour ce rendez-vous', 'Elle reste au dossier telle quelle.'],
		en: ['an answer is already noted for this appointment', 'It stays in the file as it is.'],
	},
	'missedFee.notAgreed': {
		fr: [
			'personne n’avait accepté cette règle par écrit avant la rencontre',
			'Pour la prochaine fois, remettez les documents et demandez le consentement.',
		],
		en: [
			'nobody had agreed to this rule in writing before the meeting',
			'For the next time, hand over the documents and ask for consent.',
		],
	},
	'missedFee.never': {
		fr: [
			'la règle ne s’applique pas ici',
			'Une coupure, une crise ou une demande d’aide est notée autour de ce moment.',
		],
		en: ['the rule does not apply here', 'A lost line, a crisis or a call for help is noted around that time.'],
	},
	'missedFee.notTheirs': {
		fr: [
			'cette personne n’a pas accepté la règle par écrit',
			'Choisissez une personne de cette rencontre, ou celle qui paie et l’a acceptée.',
		],
		en: [
			'this person did not agree to the rule in writing',
			'Choose a person of this meeting, or one who pays and agreed to it.',
		],
	},
	'waiting.already': {
		fr: ['cette demande est déjà sur la liste', 'Revoyez son attente, ou mettez-y fin.'],
		en: ['this request is already on the list', 'Look at its wait again, or end it.'],
	},
	'waiting.none': {
		fr: ['ce dossier n’est pas sur la liste d’attente', 'Rechargez la page : il l’a peut-être quittée.'],
		en: ['this file is not on the waiting list', 'Reload the page: it may have left it.'],
	},
	'waiting.notOpen': {
		fr: ['ce dossier est fermé ou non retenu', 'La liste est pour les demandes et les suivis en cours.'],
		en: ['this file is closed or was declined', 'The list is for requests and work under way.'],
	},
	'waiting.notYet': {
		fr: ['cette attente commencerait plus tard', 'Donnez le jour de la demande, ou aujourd’hui.'],
		en: ['this wait would begin later', 'Give the day of the request, or today.'],
	},
	'waiting.reviewPast': {
		fr: ['ce jour est passé', 'Choisissez un jour à venir pour revoir cette attente.'],
		en: ['this day has passed', 'Choose a day to come to look at this wait again.'],
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
