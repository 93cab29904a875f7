import type { Sayings } from './saying.ts';

/** The way in: no way that leaves somebody out, every kind of client, what is agreed to apart. */
export const intakeWhys: Sayings = {
	'qc-intro-b': {
		fr: [
			'la trousse est à remettre sur papier',
			'Cette personne n’a pas d’espace en ligne\u00a0: imprimez ces textes, puis postez-les ou donnez-les.',
		],
		en: [
			'the package is to be handed over on paper',
			'This person has no online space: print these texts, then post them or give them.',
		],
	},
	'qc-intro-b.witness': {
		fr: [
			'le consentement dit ou signé sur papier n’a pas de témoin',
			'Notez qui l’a vu ou entendu, ou versez la feuille signée au dossier.',
		],
		en: [
			'the consent said aloud or signed on paper has no witness',
			'Note who saw or heard it, or put the signed sheet on file.',
		],
	},
	'def-nb-consent-a': {
		fr: [
			'il reste à dire que la personne est libre de dire non',
			'Un consentement vaut quand il est donné librement\u00a0: parlez-en, puis notez-le.',
		],
		en: [
			'the person is still to be told that they are free to say no',
			'A consent counts when it is freely given: talk about it, then note it.',
		],
	},
	'def-nb-consent-a.capacity': {
		fr: ['l’aptitude à consentir reste à évaluer', 'Un consentement vaut quand il vient d’une personne apte.'],
		en: ['capacity to consent is still to be assessed', 'A consent counts when it comes from a capable person.'],
	},
	'def-nb-consent-a.representative': {
		fr: [
			'il manque une personne qui peut consentir pour elle',
			'Nommez qui la représente, après avoir vu la preuve de son pouvoir.',
		],
		en: [
			'somebody who can consent for them is missing',
			'Name who represents them, once you have seen the proof of their authority.',
		],
	},
	'nb-2-h': {
		fr: [
			'la copie écrite du consentement est à remettre',
			'Ce qui a été dit de vive voix, la personne doit pouvoir le relire chez elle.',
		],
		en: [
			'the written copy of the consent is to be sent',
			'What was said aloud, the person should be able to read again at home.',
		],
	},
	'nb-2-h.none': {
		fr: ['aucun consentement n’est encore écrit au dossier', 'Notez-le avant le premier service.'],
		en: ['no consent is written in the file yet', 'Note it before the first service.'],
	},
	'nb-6-g': {
		fr: [
			'il reste à dire que le service utilise la technologie',
			'Dites-le dès la première réponse\u00a0: la personne choisit en sachant comment on travaille ici.',
		],
		en: [
			'the person is still to be told that technology is used',
			'Say it with the first reply: they choose knowing how we work here.',
		],
	},
	'qc-intro-a': {
		fr: [
			'une personne attend votre appel pour de l’aide technique',
			'Rappelez-la, puis notez comment cela s’est terminé.',
		],
		en: ['somebody waits for your call, for technical help', 'Call them back, then note how it ended.'],
	},
	'qc-1.04-c': {
		fr: [
			'un essai de la vidéo est à offrir',
			'La vidéo est nouvelle pour cette personne\u00a0: essayez ensemble avant la première séance.',
		],
		en: [
			'a rehearsal of video is to be offered',
			'Video is new to this person: try it together before the first session.',
		],
	},
	'qc-1.04-c.booked': {
		fr: [
			'le résultat de l’essai n’est pas encore noté',
			'Faites l’essai, puis notez s’il a marché et ce qui a été changé.',
		],
		en: ['the result of the rehearsal is not noted yet', 'Hold it, then note whether it worked and what was changed.'],
	},
	'def-qc-client-b': {
		fr: [
			'la durée de conservation n’est pas encore dite',
			'Une demande est protégée comme un dossier\u00a0: dites combien de temps vous la gardez.',
		],
		en: ['how long records are kept is not said yet', 'A request is protected as a file is: say how long you keep it.'],
	},
	'def-nb-client-b': {
		fr: ['le mandat n’est pas encore au dossier', 'Notez qui l’a donné, de quelle sorte, quand, et ce qu’il demande.'],
		en: ['the mandate is not on file yet', 'Note who gave it, of what sort, when, and what it asks.'],
	},
	'def-nb-client-b.parties': {
		fr: [
			'qui demande et qui reçoit le service sont à distinguer',
			'Ajoutez l’organisme ou la personne qui demande, sans en faire la personne suivie.',
		],
		en: [
			'who asks and who is served are to be told apart',
			'Add the body or person who asks, without making them the one who is served.',
		],
	},
	'def-nb-client-b.reporting': {
		fr: [
			'l’accord pour faire rapport est à demander à part',
			'Consentir au service n’est pas consentir au rapport\u00a0: la personne répond à chacun.',
		],
		en: [
			'agreement to reporting is to be asked apart',
			'To consent to the service is not to consent to the report: the person answers each.',
		],
	},
	'def-qc-client-a': {
		fr: [
			'il manque une personne à ce dossier',
			'Chaque membre est une personne à part entière\u00a0: ajoutez-la, avec sa façon à elle d’être jointe.',
		],
		en: [
			'a person is missing from this file',
			'Each member is a person of their own: add them, with their own way of being reached.',
		],
	},
	'def-qc-client-a.body': {
		fr: [
			'il manque qui parle pour cet organisme',
			'Nommez la personne qui le représente, après avoir vu la preuve de son pouvoir.',
		],
		en: [
			'who speaks for this body is missing',
			'Name the person who represents it, once you have seen the proof of their authority.',
		],
	},
	'def-qc-client-a.channel': {
		fr: [
			'deux personnes ont le même courriel',
			'Chacune doit avoir sa façon à elle d’être jointe\u00a0: ce qui est écrit à l’une ne regarde qu’elle.',
		],
		en: [
			'two people share one e-mail address',
			'Each needs a way of their own to be reached: what is written to one is theirs alone.',
		],
	},
	'def-nb-client-a': {
		fr: [
			'une personne autorisée doit parler pour cet organisme',
			'Nommez la personne qui le représente, après avoir vu la preuve de son pouvoir.',
		],
		en: [
			'somebody authorised must speak for this body',
			'Name the person who represents it, once you have seen the proof of their authority.',
		],
	},
};

/** What an act of the way in answers by its own rule. */
export const intakeCodes: Sayings = {
	'copy.noSpace': {
		fr: ['cette personne n’a pas d’espace en ligne', 'Postez la copie ou donnez-la en main propre.'],
		en: ['this person has no online space', 'Post the copy or hand it to them.'],
	},
	'paper.unreadable': {
		fr: ['cette feuille n’a pas pu être lue', 'Photographiez-la ou numérisez-la de nouveau, puis choisissez-la ici.'],
		en: ['this sheet could not be read', 'Photograph or scan it again, then choose it here.'],
	},
	'paper.tooBig': {
		fr: ['cette image est trop lourde', 'Deux mégaoctets au plus\u00a0: réduisez-la, ou versez une page à la fois.'],
		en: ['this picture is too big', 'Two megabytes at most: make it smaller, or add one page at a time.'],
	},
	'paper.harmful': {
		fr: [
			'ce document contient autre chose que des pages',
			'Il pourrait nuire à qui l’ouvre\u00a0: numérisez la feuille de nouveau, en PDF simple ou en photo.',
		],
		en: [
			'this document holds something else than pages',
			'It could harm whoever opens it: scan the sheet again, as a plain PDF or a photo.',
		],
	},
	'paper.otherKind': {
		fr: ['ce n’est ni un PDF, ni une photo', 'Choisissez un document PDF, JPEG ou PNG.'],
		en: ['this is neither a PDF nor a photo', 'Choose a PDF, JPEG or PNG document.'],
	},
	'use.consequence': {
		fr: ['il reste à dire ce que change un non', 'La personne doit le savoir avant de répondre.'],
		en: ['what a “no” changes is still to be said', 'The person should know it before they answer.'],
	},
	'use.unknown': {
		fr: ['cette demande d’accord n’est plus là', 'Rechargez la page pour voir celles qui attendent.'],
		en: ['this request for agreement is no longer there', 'Reload the page to see those that wait.'],
	},
	'use.answered': {
		fr: ['une réponse est déjà notée', 'Rechargez la page pour la voir\u00a0: elle peut encore changer.'],
		en: ['an answer is already noted', 'Reload the page to see it: it can still change.'],
	},
	'use.over': {
		fr: ['la date de cet accord est passée', 'Il peut être demandé de nouveau, avec une nouvelle date.'],
		en: ['the date of this agreement has passed', 'It can be asked for again, with a new date.'],
	},
	'use.notAgreed': {
		fr: ['aucun accord n’est en vigueur ici', 'Rechargez la page\u00a0: il n’y a rien à retirer.'],
		en: ['no agreement is in force here', 'Reload the page: there is nothing to take back.'],
	},
	'help.manyWaiting': {
		fr: ['vos demandes d’aide sont bien reçues', 'Nous vous rappelons\u00a0: vous n’avez rien de plus à faire.'],
		en: ['your requests for help have been received', 'We will call you back: there is nothing more to do.'],
	},
	'help.unknown': {
		fr: ['cette demande d’aide n’attend plus', 'Rechargez la page pour voir celles qui restent.'],
		en: ['this request for help no longer waits', 'Reload the page to see those that remain.'],
	},
	'mandate.twoParties': {
		fr: [
			'qui demande ne peut pas être qui reçoit le service',
			'Ajoutez l’organisme comme personne qui demande, puis choisissez-le ici.',
		],
		en: ['who asks cannot be who is served', 'Add the body as the one who asks, then choose it here.'],
	},
	'mandate.whatReporting': {
		fr: ['il reste à dire quel rapport est demandé', 'À qui, sur quoi, quand\u00a0: la personne doit le savoir.'],
		en: ['which report is asked for is still to be said', 'To whom, about what, when: the person should know.'],
	},
};
