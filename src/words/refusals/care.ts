import { agendaCodes } from './agenda.ts';
import type { Sayings } from './saying.ts';

/** Codes of the acts in a client's file. */
export const careCodes: Sayings = {
	'access.none': {
		fr: ['cette personne n’a pas encore d’espace en ligne', 'Invitez-la\u00a0: son accès s’ouvre avec l’invitation.'],
		en: ['this person has no online space yet', 'Invite them: their access opens with the invitation.'],
	},
	...agendaCodes,
	'age.missing': {
		fr: ['il manque l’âge', 'Donnez la date de naissance, ou seulement la tranche d’âge.'],
		en: ['the age is missing', 'Give the date of birth, or only the age range.'],
	},
	'client.alreadyAccepted': {
		fr: [
			'cette demande n’attend plus de réponse',
			'Le suivi a déjà commencé ou pris fin\u00a0: ouvrez le dossier pour voir où il en est.',
		],
		en: [
			'this request no longer waits for an answer',
			'The work has already begun or ended: open the file to see where it stands.',
		],
	},
	'client.notARequest': {
		fr: ['cette première demande a déjà reçu une réponse', 'Ouvrez le dossier pour voir où il en est.'],
		en: ['this first request was already answered', 'Open the file to see where it stands.'],
	},
	'client.notAccepted': {
		fr: [
			'aucun suivi n’est en cours dans ce dossier',
			'On ferme un dossier quand un suivi prend fin\u00a0: à une première demande, on répond.',
		],
		en: [
			'no work is under way in this file',
			'A file is closed when the work ends: a first request is answered instead.',
		],
	},
	'conflict.notSearched': {
		fr: [
			'il reste à chercher les conflits d’intérêts',
			'La décision s’appuie sur cette recherche\u00a0: faites-la d’abord.',
		],
		en: ['the search for conflicts of interest is still to be done', 'The decision rests on that search: do it first.'],
	},
	'conflict.tooMany': {
		fr: [
			'il y a eu beaucoup de recherches aujourd’hui',
			'Ce nombre est limité pour protéger les personnes suivies ici : cherchez de nouveau demain.',
		],
		en: [
			'there were many searches today',
			'Their number is limited to protect the people who come here: search again tomorrow.',
		],
	},
	'consent.needsRepresentative': {
		fr: [
			'il faut la signature d’une personne qui vous représente',
			'Votre intervenante ou intervenant vous dira qui et pourquoi, et votre avis compte toujours.',
		],
		en: [
			'someone who represents you needs to sign',
			'Your practitioner will tell you who and why, and what you think always counts.',
		],
	},
	'consent.noneInForce': {
		fr: [
			'il n’y a pas de consentement à retirer',
			'Il est peut-être déjà retiré\u00a0: le dossier montre ce qui est en vigueur.',
		],
		en: ['there is no consent to withdraw', 'It may already be withdrawn: the file shows what is in force.'],
	},
	'consent.notSent': {
		fr: [
			'ce n’est pas la version remise à la personne',
			'Rechargez la page\u00a0: c’est le texte qu’elle a reçu qui compte.',
		],
		en: [
			'this is not the version the person was given',
			'Reload the page: the text they were given is the one that counts.',
		],
	},
	'consent.notTheExplainedVersion': {
		fr: [
			'ce texte n’a pas encore été expliqué',
			'On consent à ce qu’on a pu comprendre\u00a0: parlez-en d’abord ensemble.',
		],
		en: [
			'this text was not explained yet',
			'People consent to what they could understand: talk about it together first.',
		],
	},
	'consent.openQuestions': {
		fr: ['une question attend encore', 'On ne signe rien avant que chaque question ait une réponse qui convient.'],
		en: ['a question is still waiting', 'Nothing is signed before each question has an answer that will do.'],
	},
	'consent.textMissing': {
		fr: [
			'il manque le texte d’un document',
			'Une personne reçoit des textes complets\u00a0: rechargez la page, puis remettez-les de nouveau.',
		],
		en: [
			'the text of a document is missing',
			'People are given whole texts: reload the page, then hand them over again.',
		],
	},
	'contact.notThere': {
		fr: ['cette coordonnée n’est plus au dossier', 'Elle a changé ou n’y est pas\u00a0: notez-la d’abord.'],
		en: ['this contact detail is no longer in the file', 'It has changed or is not there: note it first.'],
	},
	'contact.otherProof': {
		fr: [
			'cela ne montre pas que cette coordonnée est la sienne',
			'Un numéro se vérifie par un appel, un courriel par un code.',
		],
		en: ['that does not show that this detail is theirs', 'A number is verified by a call, an e-mail by a code.'],
	},
	'anonymousLine.none': {
		fr: ['aucune ligne sans nom n’est ouverte ici', 'Approuvez-la d’abord, avec sa raison et ses limites.'],
		en: ['no line without names is open here', 'Approve it first, with its reason and its limits.'],
	},
	'codeWord.notAgreed': {
		fr: ['aucun mot n’a été convenu avec cette personne', 'Convenez-en un pendant l’entrevue, puis demandez-le ici.'],
		en: ['no word was agreed with this person', 'Agree on one during the interview, then ask for it here.'],
	},
	'device.known': {
		fr: ['cet appareil est déjà sur la liste', 'Rechargez la page pour le voir.'],
		en: ['this device is already on the list', 'Reload the page to see it.'],
	},
	'device.revoked': {
		fr: ['cet appareil a été retiré', 'Entrez de nouveau depuis cet appareil, s’il vous est revenu.'],
		en: ['this device was removed', 'Sign in again from this device, if you have it back.'],
	},
	'identity.known': {
		fr: ['ce dossier porte déjà un nom', 'Il n’y a rien de plus à faire ici.'],
		en: ['this file already bears a name', 'There is nothing more to do here.'],
	},
	'identity.needed': {
		fr: [
			'ce service demande de savoir qui vous êtes',
			'Vous pouvez vous nommer quand vous voulez, ou continuer sans cela.',
		],
		en: ['this service needs to know who you are', 'You can say who you are when you wish, or go on without it.'],
	},
	'invitation.claimed': {
		fr: ['cette invitation a déjà servi', 'La personne a son espace\u00a0: elle y entre sans ce lien.'],
		en: ['this invitation was already used', 'The person has their space: they get in without this link.'],
	},
	'feed.none': {
		fr: ['aucune adresse de calendrier n’est ouverte', 'Il n’y a rien à fermer.'],
		en: ['no calendar address is open', 'There is nothing to close.'],
	},
	'other.tooMany': {
		fr: [
			'vingt autres noms sont déjà gardés',
			'Gardez ceux qui comptent\u00a0: au-delà, la recherche ne dit plus rien.',
		],
		en: ['twenty other names are already kept', 'Keep those that matter: beyond that, the search says nothing.'],
	},
	'message.noFreeText': {
		fr: [
			'on n’écrit pas de message par ce moyen',
			'Écrivez ici, dans Balise\u00a0: par courriel ou texto, seul un avis sans détails peut partir.',
		],
		en: [
			'messages are not written through this channel',
			'Write here, in Balise: only a notice without details may go by e-mail or text.',
		],
	},
	'message.purpose': {
		fr: [
			'il manque la raison du message',
			'Dites pourquoi vous écrivez\u00a0: suivi, rendez-vous, administration ou sécurité.',
		],
		en: [
			'the reason for the message is missing',
			'Say why you are writing: care, appointment, administration or safety.',
		],
	},
	'note.authorMissing': {
		fr: [
			'il manque votre nom parmi ceux de la note',
			'Qui signe une note l’a aussi écrite\u00a0: ajoutez votre nom, puis signez.',
		],
		en: ['your name is missing from the note', 'Whoever signs a note also wrote it: add your name, then sign.'],
	},
	'note.notDue': {
		fr: [
			'aucune note n’est attendue pour cette séance',
			'Elle est peut-être déjà signée\u00a0: une note signée peut recevoir un ajout daté.',
		],
		en: ['no note is due for this session', 'It may already be signed: a signed note can take a dated addendum.'],
	},
	'note.unknown': {
		fr: ['cette note n’est pas dans ce dossier', 'Ouvrez-la depuis le dossier, puis faites votre ajout daté.'],
		en: ['this note is not in this file', 'Open it from the file, then write your dated addendum.'],
	},
	'person.known': {
		fr: ['cette personne est déjà dans le dossier', 'Ouvrez la liste des personnes pour la voir.'],
		en: ['this person is already in the file', 'Open the list of persons to see them.'],
	},
	'question.notAnswered': {
		fr: [
			'cette question attend sa réponse',
			'La réponse vient d’abord\u00a0: la personne dit ensuite si elle lui convient.',
		],
		en: ['this question is waiting for its answer', 'The answer comes first: the person then says whether it will do.'],
	},
	'question.unknown': {
		fr: ['cette question n’est pas dans ce dossier', 'Rechargez la page pour voir les questions posées.'],
		en: ['this question is not in this file', 'Reload the page to see the questions that were asked.'],
	},
	'referral.toWhom': {
		fr: [
			'il manque le nom de la ressource proposée',
			'Écrivez qui peut aider la personne, pour qu’elle sache où aller.',
		],
		en: ['the name of the other help is missing', 'Write who can help the person, so that they know where to go.'],
	},
	'relation.communityNotConsidered': {
		fr: [
			'il reste à penser à ce que vous partagez avec ces personnes',
			'Famille, voisinage, travail, communauté\u00a0: regardez s’il y a un lien, puis dites-le.',
		],
		en: [
			'what you share with these persons is still to be considered',
			'Family, neighbours, work, community: see whether there is a link, then say so.',
		],
	},
	'request.tooMany': {
		fr: [
			'beaucoup de demandes sont parties de cet endroit',
			'Attendez un peu, ou appelez-nous\u00a0: l’aide immédiate, elle, reste ouverte.',
		],
		en: ['many requests came from this place', 'Wait a little, or call us: help now stays open.'],
	},
	'suitability.adjustmentMissing': {
		fr: ['il manque l’adaptation prévue', 'Vous avez noté une chose à adapter\u00a0: dites comment.'],
		en: ['the planned adjustment is missing', 'You noted something to adapt: say how.'],
	},
	'suitability.reasonMissing': {
		fr: [
			'il manque la raison de votre décision',
			'Quand tout ne convient pas, une phrase dit pourquoi vous décidez ainsi.',
		],
		en: [
			'the reason for your decision is missing',
			'When not everything fits, one sentence says why you decide this way.',
		],
	},
	'teachBack.conversation': {
		fr: [
			'il reste à en parler de vive voix',
			'Ce point n’était pas clair\u00a0: on le reprend ensemble, puis la personne le redit dans ses mots.',
		],
		en: [
			'it is still to be talked over',
			'This point was not clear: go over it together, then the person says it in their own words.',
		],
	},
	'suitability.townMissing': {
		fr: ['il manque la ville', 'Les secours et les soutiens sont ceux d’un lieu\u00a0: dites lequel.'],
		en: ['the town is missing', 'Supports and emergency services belong to a place: say which.'],
	},
};
