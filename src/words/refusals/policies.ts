import type { Sayings } from './saying.ts';

/** What is missing in what a practice says of itself, and when it is said again. */
export const policyWhys: Sayings = {
	'qc-3.06': {
		fr: [
			'la personne n’a pas lu l’avis sur ce qu’on ne publie pas',
			'Elle y lit aussi ce qui reste libre\u00a0: se plaindre, demander conseil, parler à un juge, avoir son dossier.',
		],
		en: [
			'the person has not read the notice on what is not published',
			'It also says what stays free: to complain, to seek advice, to speak to a judge, to have one’s file.',
		],
	},
	'qc-3.06.package': {
		fr: [
			'l’avis sur ce qu’on ne publie pas n’a pas été remis',
			'Il fait partie des documents sur les services\u00a0: remettez-les, tout s’y trouve.',
		],
		en: [
			'the notice on what is not published was not handed over',
			'It is part of the documents on services: hand them over, it is all in there.',
		],
	},
	'nb-6-h': {
		fr: [
			'la personne n’a pas reçu la politique de vie privée',
			'Elle doit savoir où sont ses renseignements, qui les voit et pour combien de temps.',
		],
		en: [
			'the person was not given the privacy policy',
			'They should know where their information is, who sees it and for how long.',
		],
	},
	'nb-6-h.older': {
		fr: [
			'la personne a une version plus ancienne de la politique de vie privée',
			'Un point important a changé depuis\u00a0: remettez-lui la nouvelle.',
		],
		en: [
			'the person has an older version of the privacy policy',
			'An important point has changed since: hand over the new one.',
		],
	},
	'nb-6-h.publish': {
		fr: [
			'la politique de vie privée n’est pas publiée en entier',
			'Elle est déjà écrite à partir de vos réglages\u00a0: relisez-la, puis publiez-la.',
		],
		en: [
			'the privacy policy is not published in full',
			'It is already written from your settings: read it, then publish it.',
		],
	},
	'nb-6-h.changed': {
		fr: [
			'la politique de vie privée ne dit plus ce qui est vrai',
			'Le lieu, la copie, la durée ou un tiers a changé\u00a0: publiez-la de nouveau, elle s’écrit seule.',
		],
		en: [
			'the privacy policy no longer says what is true',
			'The place, the backup, the length or a third party changed: publish it again, it writes itself.',
		],
	},
	'nb-2-e': {
		fr: [
			'il manque un document à l’ensemble de vos politiques',
			'Clients et intervenants s’appuient dessus\u00a0: publiez celui qui manque.',
		],
		en: [
			'a document is missing from your set of policies',
			'Clients and practitioners rely on it: publish the one that is missing.',
		],
	},
	'nb-2-e.safety': {
		fr: [
			'il manque la section qui protège qui travaille ici',
			'Menaces, son pris en cachette, adresse de la maison\u00a0: les trois y sont, relisez et publiez.',
		],
		en: [
			'the section that protects those who work here is missing',
			'Threats, recording, home address: all three are written, read and publish.',
		],
	},
	'nb-2-e.review': {
		fr: [
			'une politique attend d’être relue',
			'Sa date est passée\u00a0: gardez-la telle quelle ou publiez-en une nouvelle.',
		],
		en: ['a policy waits to be read again', 'Its date has passed: keep it as it is, or publish a new one.'],
	},
	'nb-intro-b': {
		fr: [
			'ce protocole ne dit pas comment il se fait à distance',
			'Ce qui marche au bureau ne marche pas toujours à l’écran\u00a0: écrivez la forme à distance.',
		],
		en: [
			'this protocol does not say how it is done at a distance',
			'What works in the office does not always work on a screen: write the remote form.',
		],
	},
	'nb-intro-b.unknown': {
		fr: ['ce protocole n’est pas écrit ici', 'Écrivez-le d’abord, puis revenez.'],
		en: ['this protocol is not written here', 'Write it first, then come back.'],
	},
	'qc-4.04-c': {
		fr: [
			'il manque qui prend le relais pendant l’absence',
			'Nommez quelqu’un, ou dites que personne ne prend le relais\u00a0: la personne doit le savoir.',
		],
		en: [
			'who covers during the absence is missing',
			'Name someone, or say that no one covers: the person should know.',
		],
	},
	'qc-4.04-c.clause': {
		fr: [
			'il manque la règle pendant les vacances',
			'Dites d’avance, dans vos communications, ce qui se passe quand vous êtes au loin.',
		],
		en: ['the rule during holidays is missing', 'Say ahead, in your communications, what happens while you are away.'],
	},
	'qc-4.04-c.package': {
		fr: [
			'la personne n’a pas reçu la règle pendant les vacances',
			'Elle est dans vos communications\u00a0: remettez-lui le document.',
		],
		en: ['the person was not given the rule during holidays', 'It is in your communications: hand them the document.'],
	},
	'qc-2.03-d.mode': {
		fr: [
			'les points sur ce moyen n’ont pas été relus',
			'Le moyen change\u00a0: la personne relit ce qui le concerne avant la première séance.',
		],
		en: [
			'the points on this means were not gone over again',
			'The means changes: the person reads what concerns it before the first session.',
		],
	},
	'qc-2.03-d': {
		fr: [
			'le consentement attend d’être revu',
			'Du temps a passé\u00a0: reprenez les points importants avec la personne.',
		],
		en: ['the consent waits to be gone over', 'Time has passed: go over the important points with the person.'],
	},
	'qc-2.03-d.asked': {
		fr: [
			'le suivi a changé depuis ce consentement',
			'Son but ou sa forme n’est plus le même\u00a0: reprenez ces points avec la personne.',
		],
		en: [
			'the work changed since this consent',
			'Its purpose or form is not the same: go over these points with the person.',
		],
	},
	'qc-2.03-d.talk': {
		fr: [
			'la personne veut parler de son consentement',
			'Elle l’a dit en relisant ces points\u00a0: parlez-en, puis notez ce qu’elle veut.',
		],
		en: [
			'the person wants to talk about their consent',
			'They said so while going over these points: talk, then note what they want.',
		],
	},
	'qc-2.03-d.participant': {
		fr: [
			'quelqu’un s’est joint au suivi depuis ce consentement',
			'Ce qui se dit à plusieurs se dit autrement\u00a0: relisez ces points ensemble.',
		],
		en: [
			'someone joined the work since this consent',
			'Things are said otherwise when there are several: go over these points.',
		],
	},
	'qc-2.03-d.third': {
		fr: [
			'la personne n’a pas lu la liste de qui d’autre voit quelque chose',
			'La liste a changé depuis son consentement\u00a0: montrez-la-lui.',
		],
		en: [
			'the person has not read the list of who else sees something',
			'The list changed since their consent: show it to them.',
		],
	},
	'qc-2.03-d.policy': {
		fr: [
			'un document a changé depuis ce consentement',
			'L’accord donné compte encore un temps\u00a0: remettez la nouvelle version et demandez de nouveau.',
		],
		en: [
			'a document changed since this consent',
			'The consent still counts for a while: hand over the new version and ask again.',
		],
	},
	'qc-2.01-a.again': {
		fr: [
			'un point important a changé depuis ce consentement',
			'La personne relit ce qui a changé, puis dit oui ou non.',
		],
		en: ['an important point changed since this consent', 'The person reads what changed, then says yes or no.'],
	},
	'qc-2.01-c.again': {
		fr: [
			'un point important a changé depuis le consentement de cette personne',
			'Elle relit ce qui a changé, puis dit oui ou non.',
		],
		en: ['an important point changed since this person’s consent', 'They read what changed, then say yes or no.'],
	},
	'nb-6-j.again': {
		fr: [
			'un point important des services a changé depuis ce consentement',
			'La personne relit ce qui a changé, puis dit oui ou non.',
		],
		en: [
			'an important point of the services changed since this consent',
			'The person reads what changed, then says yes or no.',
		],
	},
};

/** What a rule of these acts says when no duty speaks. */
export const policyCodes: Sayings = {
	'policy.notPublished': {
		fr: ['ce document n’est pas publié', 'Publiez-le d’abord\u00a0: on relit ensuite ce qui est en vigueur.'],
		en: ['this document is not published', 'Publish it first: one then reads again what is in force.'],
	},
	'policy.changedSince': {
		fr: ['ce texte a encore changé', 'Rechargez la page\u00a0: elle montre ce qui est en vigueur.'],
		en: ['this text changed again', 'Reload the page: it shows what is in force.'],
	},
	'policy.reviewPast': {
		fr: ['la date de relecture est déjà passée', 'Choisissez un jour à venir, dans l’année si possible.'],
		en: ['the date to read it again has passed', 'Choose a day to come, within the year if you can.'],
	},
	'review.points': {
		fr: ['un des points n’a pas été relu', 'Parcourez-les tous, puis dites ce que vous souhaitez.'],
		en: ['one of the points was not gone over', 'Go through them all, then say what you wish.'],
	},
	'protocol.unknown': {
		fr: ['ce protocole n’est plus là', 'Rechargez la page\u00a0: la liste est à jour.'],
		en: ['this protocol is no longer there', 'Reload the page: the list is up to date.'],
	},
	'absence.both': {
		fr: ['il faut choisir\u00a0: quelqu’un prend le relais, ou personne', 'Gardez une seule des deux réponses.'],
		en: ['choose: someone covers, or no one does', 'Keep one of the two answers.'],
	},
	'absence.past': {
		fr: ['ces jours sont déjà passés', 'Une absence se dit d’avance\u00a0: choisissez des jours à venir.'],
		en: ['these days have passed', 'An absence is told ahead: choose days to come.'],
	},
	'absence.overlap': {
		fr: ['une autre absence couvre déjà ces jours', 'Retirez l’autre, ou choisissez d’autres jours.'],
		en: ['another absence already covers these days', 'Remove the other one, or choose other days.'],
	},
	'absence.unknown': {
		fr: ['cette absence n’est plus là', 'Rechargez la page\u00a0: la liste est à jour.'],
		en: ['this absence is no longer there', 'Reload the page: the list is up to date.'],
	},
};
