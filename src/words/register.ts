import { catalog } from './i18n.ts';

type Table = Readonly<Record<string, string>>;

/** The register of sign-ins: who came in, and what opened nothing. */
export const registerWords = catalog(
	{
		mine: 'Qui est entré',
		mineNow: 'Ce qui est arrivé à votre compte depuis trente jours. Une ligne vous étonne\u00a0? Fermez vos appareils.',
		everybody: 'Registre des entrées',
		everybodyNow: 'Qui est entré au cabinet depuis trente jours, et ce qui n’a rien ouvert.',
		toDevices: 'Mes appareils',
		back: 'Retour',
		nothing: 'Rien n’est noté.',
		what: (what: string, outcome: string): string =>
			(
				({
					'refused signIn notRecognised': 'Mot de passe non reconnu\u00a0: rien ne s’est ouvert',
					'refused factor codeWrong': 'Second moyen non reconnu\u00a0: rien ne s’est ouvert',
					'refused factor tryLater': 'Trop d’essais du second moyen\u00a0: il faut attendre',
					'refused password passwordBreached': 'Mot de passe qui a fuité ailleurs\u00a0: pas accepté',
					'refused session otherDevice': 'Accès présenté par un autre appareil\u00a0: fermé',
					'refused session sessionRevoked': 'Accès déjà retiré, présenté de nouveau\u00a0: rien ne s’est ouvert',
					'refused session secondFactorMissing': 'Sans second moyen\u00a0: rien ne s’est ouvert',
					'refused device deviceUnlocked': 'Appareil sans verrou\u00a0: les dossiers sont restés fermés',
				}) as Table
			)[`${what} ${outcome}`] ??
			{
				created: 'Compte ouvert',
				signedIn: 'Entrée',
				signedOut: 'Sortie',
				lockedOut: 'Trop d’essais\u00a0: la porte se ferme un moment',
				factorShown: 'Second moyen montré de nouveau',
				factorAdded: 'Façon d’entrer ajoutée',
				factorRemoved: 'Façon d’entrer retirée',
				passwordSet: 'Mot de passe choisi',
				'refused password': 'Mot de passe pas accepté',
				recoveryCodesMade: 'Codes de secours faits',
				sessionRevoked: 'Accès fermé à distance',
				deviceAttested: 'Appareil décrit',
				deviceRevoked: 'Appareil retiré',
				invited: 'Invitation faite',
				claimed: 'Invitation utilisée',
				emailChanged: 'Courriel changé',
				renamed: 'Nom ou langue changés',
				closed: 'Compte fermé',
				'refused invitation': 'Invitation non reconnue',
			}[what] ??
			'Autre geste sur le compte',
	},
	{
		mine: 'Who signed in',
		mineNow: 'What happened to your account in the last thirty days. Does a line surprise you? Close your devices.',
		everybody: 'Register of sign-ins',
		everybodyNow: 'Who signed in to the practice in the last thirty days, and what opened nothing.',
		toDevices: 'My devices',
		back: 'Back',
		nothing: 'Nothing is noted.',
		what: (what, outcome) =>
			(
				({
					'refused signIn notRecognised': 'Password not recognised: nothing opened',
					'refused factor codeWrong': 'Second factor not recognised: nothing opened',
					'refused factor tryLater': 'Second factor tried too often: one must wait',
					'refused password passwordBreached': 'Password that leaked elsewhere: not taken',
					'refused session otherDevice': 'Access shown by another device: closed',
					'refused session sessionRevoked': 'Access already taken back, shown again: nothing opened',
					'refused session secondFactorMissing': 'Without a second factor: nothing opened',
					'refused device deviceUnlocked': 'Device without a lock: the files stayed closed',
				}) as Table
			)[`${what} ${outcome}`] ??
			{
				created: 'Account opened',
				signedIn: 'Signed in',
				signedOut: 'Signed out',
				lockedOut: 'Too many guesses: the door closes for a while',
				factorShown: 'Second factor shown again',
				factorAdded: 'Way in added',
				factorRemoved: 'Way in removed',
				passwordSet: 'Password chosen',
				'refused password': 'Password not taken',
				recoveryCodesMade: 'Recovery codes made',
				sessionRevoked: 'Access closed from elsewhere',
				deviceAttested: 'Device described',
				deviceRevoked: 'Device removed',
				invited: 'Invitation made',
				claimed: 'Invitation used',
				emailChanged: 'E-mail changed',
				renamed: 'Name or language changed',
				closed: 'Account closed',
				'refused invitation': 'Invitation not recognised',
			}[what] ??
			'Another step on the account',
	},
);
