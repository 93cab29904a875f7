import type { Sayings } from './saying.ts';

/** Codes of getting in and of one's own account; none says whether somebody else has one. */
export const accountCodes: Sayings = {
	'account.codeWrong': {
		fr: ['ce code n’est pas le bon, ou son temps est passé', 'Vérifiez les chiffres, ou demandez un nouveau code.'],
		en: ['this code is not the right one, or its time has passed', 'Check the digits, or ask for a new code.'],
	},
	'account.confirmAgain': {
		fr: [
			'il faut d’abord confirmer que c’est bien vous',
			'Ce geste touche à la sécurité\u00a0: montrez de nouveau votre clé d’accès ou un code.',
		],
		en: ['you first need to confirm that it is you', 'This step touches security: show your passkey or a code again.'],
	},
	'account.emailFirst': {
		fr: [
			'il faut d’abord confirmer votre courriel',
			'Demandez un code par courriel\u00a0: vous choisirez ensuite comment entrer.',
		],
		en: ['you first need to confirm your e-mail', 'Ask for a code by e-mail: you then choose how to get in.'],
	},
	'account.emailTaken': {
		fr: ['cette adresse sert déjà ici', 'Entrez avec elle, ou donnez une autre adresse.'],
		en: ['this address is already used here', 'Get in with it, or give another address.'],
	},
	'account.emailUnreadable': {
		fr: ['il manque une partie du courriel', 'Écrivez-le en entier, par exemple nom@exemple.ca.'],
		en: ['part of the e-mail address is missing', 'Write it in full, for example name@example.ca.'],
	},
	'account.identityCheckMissing': {
		fr: [
			'il manque la façon dont vous avez reconnu cette personne',
			'Son accès ne se rend qu’à elle\u00a0: dites comment vous avez su que c’était elle.',
		],
		en: [
			'how you recognised this person is missing',
			'Access is given back to them alone: say how you knew it was them.',
		],
	},
	'account.invitationBurned': {
		fr: [
			'cette invitation est maintenant fermée',
			'Elle se ferme après cinq codes différents, pour vous protéger\u00a0: demandez-en une nouvelle.',
		],
		en: ['this invitation is now closed', 'It closes after five different codes, to protect you: ask for a new one.'],
	},
	'account.invitationEnded': {
		fr: [
			'cette invitation n’est plus ouverte',
			'Elle a servi, ou son temps est passé\u00a0: demandez-en une nouvelle à qui vous l’a envoyée.',
		],
		en: [
			'this invitation is no longer open',
			'It was used, or its time has passed: ask whoever sent it for a new one.',
		],
	},
	'account.lastFactor': {
		fr: ['vous n’auriez plus de façon d’entrer', 'Ajoutez-en d’abord une autre, puis retirez celle-ci.'],
		en: ['you would have no way left to get in', 'Add another one first, then remove this one.'],
	},
	'account.lastOwner': {
		fr: [
			'le cabinet n’aurait plus de responsable',
			'Nommez d’abord une autre personne responsable, puis fermez votre compte.',
		],
		en: ['the practice would have nobody in charge', 'First name another person in charge, then close your account.'],
	},
	'account.nameMissing': {
		fr: ['il manque votre nom', 'Écrivez le nom par lequel on vous appelle.'],
		en: ['your name is missing', 'Write the name you go by.'],
	},
	'account.notForClients': {
		fr: [
			'cette façon d’entrer est celle de l’équipe',
			'Pour votre espace, un code par courriel ou une clé d’accès suffit.',
		],
		en: ['this way in is for the team', 'For your space, a code by e-mail or a passkey is enough.'],
	},
	'account.notRecognised': {
		fr: [
			'nous ne reconnaissons pas ce courriel avec ce mot de passe',
			'Vérifiez les deux, ou entrez d’une autre façon.',
		],
		en: ['we do not recognise this e-mail with this password', 'Check both, or get in another way.'],
	},
	'account.otherFactor': {
		fr: ['votre compte se confirme autrement', 'Prenez votre clé d’accès ou votre application de codes.'],
		en: ['your account is confirmed another way', 'Use your passkey or your code app.'],
	},
	'account.passkeyNotMade': {
		fr: [
			'la clé d’accès n’a pas été créée',
			'Votre appareil a pu s’arrêter en chemin\u00a0: recommencez, ou choisissez une autre façon.',
		],
		en: ['the passkey was not made', 'Your device may have stopped on the way: start again, or choose another way.'],
	},
	'account.passkeyNotRecognised': {
		fr: ['cette clé d’accès n’est pas reconnue ici', 'Prenez-en une autre, ou entrez d’une autre façon.'],
		en: ['this passkey is not recognised here', 'Use another one, or get in another way.'],
	},
	'account.passkeyUnknown': {
		fr: [
			'cette clé d’accès n’est pas dans votre liste',
			'Elle en a peut-être déjà été retirée\u00a0: rechargez la page.',
		],
		en: ['this passkey is not on your list', 'It may already have been removed: reload the page.'],
	},
	'account.passwordFirst': {
		fr: [
			'il faut d’abord un mot de passe',
			'Les deux vont ensemble\u00a0: choisissez-le, puis ajoutez l’application de codes.',
		],
		en: ['a password comes first', 'The two go together: choose it, then add the code app.'],
	},
	'account.passwordLong': {
		fr: ['ce mot de passe est trop long', 'Gardez-en quelques mots, cela suffit.'],
		en: ['this password is too long', 'Keep a few of its words, that is enough.'],
	},
	'account.lineCode': {
		fr: [
			'ce code se devine trop vite',
			'Prenez une petite phrase à vous, d’au moins douze signes, et gardez-la pour vous.',
		],
		en: [
			'this code is too easy to guess',
			'Take a short phrase of your own, of at least twelve signs, and keep it to yourself.',
		],
	},
	'account.lineUnknown': {
		fr: ['ce code n’ouvre rien', 'Relisez-le, ou commencez de nouveau sans code.'],
		en: ['this code opens nothing', 'Read it again, or begin anew without a code.'],
	},
	'account.lineBusy': {
		fr: [
			'beaucoup de monde arrive en même temps',
			'Essayez de nouveau dans quelques minutes\u00a0: l’aide immédiate, elle, est toujours ouverte.',
		],
		en: ['many people arrive at the same time', 'Try again in a few minutes: help now is always open.'],
	},
	'account.passwordBreached': {
		fr: [
			'ce mot de passe a déjà fuité ailleurs',
			'D’autres le connaissent déjà\u00a0: prenez plutôt quelques mots sans lien.',
		],
		en: ['this password has already leaked elsewhere', 'Others know it already: choose a few unrelated words instead.'],
	},
	'account.passwordShort': {
		fr: [
			'ce mot de passe est trop court',
			'Prenez au moins douze signes\u00a0: quelques mots à la suite font très bien.',
		],
		en: ['this password is too short', 'Use at least twelve characters: a few words in a row do very well.'],
	},
	'account.passwordSimple': {
		fr: [
			'ce mot de passe se devine trop vite',
			'Évitez votre nom et les signes répétés\u00a0: quelques mots sans lien font très bien.',
		],
		en: [
			'this password is too easy to guess',
			'Avoid your name and repeated characters: a few unrelated words do very well.',
		],
	},
	'account.secondFactorMissing': {
		fr: [
			'il manque la deuxième étape pour entrer',
			'Elle protège les dossiers\u00a0: montrez votre clé d’accès ou un code.',
		],
		en: ['the second step to get in is missing', 'It protects the files: show your passkey or a code.'],
	},
	'account.secondWrong': {
		fr: [
			'ce n’est pas le code de cette invitation',
			'On vous l’a dit de vive voix\u00a0: vérifiez les chiffres, ou rappelez cette personne.',
		],
		en: [
			'this is not the code of this invitation',
			'You were told it aloud: check the digits, or call that person back.',
		],
	},
	'account.signInAgain': {
		fr: ['il faut entrer de nouveau', 'Du temps a passé\u00a0: entrez, puis reprenez où vous étiez.'],
		en: ['you need to get in again', 'Some time has passed: get in, then pick up where you were.'],
	},
	'account.tryLater': {
		fr: ['il faut attendre un peu', 'Une courte pause vous protège\u00a0: réessayez dans quelques minutes.'],
		en: ['you need to wait a little', 'A short pause protects you: try again in a few minutes.'],
	},
	'account.unknown': {
		fr: ['ce compte n’est pas ouvert ici', 'Rechargez la page, puis choisissez de nouveau.'],
		en: ['this account is not open here', 'Reload the page, then choose again.'],
	},
};
