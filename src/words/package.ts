import { catalog } from './i18n.ts';

/** The information package: what is handed to each person, before it leaves. */
export const packageWords = catalog(
	{
		title: 'Trousse d’information',
		now: 'Relisez ce que la personne recevra, puis remettez-le-lui.',
		noTerms: 'La fiche de vos services est vide\u00a0: la trousse ne peut pas encore être écrite.',
		noTermsGo: 'Remplir la fiche des services',
		noHome:
			'Le lieu où vit la personne n’est pas noté\u00a0: les textes suivent pour l’instant celui de votre cabinet.',
		noHomeGo: 'Noter ce lieu',
		unpublished: 'Ces documents ne sont pas publiés et ne partiront pas\u00a0:',
		regulator: (name: string) =>
			`Personne n’a vérifié les coordonnées de cet organisme\u00a0: ${name}. Sans elles, la trousse part sans la façon de s’y adresser, et la première séance sera retenue.`,
		regulatorGo: 'Vérifier ces coordonnées',
		language: (l: string) => `Langue\u00a0: ${({ fr: 'français', en: 'anglais' })[l] ?? l}`,
		territory: (place: string) => `Règles de ce lieu\u00a0: ${place}`,
		version: (n: number) => `version ${n}`,
		given: ({ version, date }: { version: number; date: string }) => `version ${version} remise le ${date}`,
		current: (date: string) => `Cette personne a la trousse d’aujourd’hui (${date}).`,
		none: 'Rien à remettre pour l’instant\u00a0: publiez d’abord vos documents.',
		noneGo: 'Voir mes documents',
		send: 'Remettre cette trousse',
		sendAgain: 'Remettre de nouveau',
		sent: 'La trousse est remise. La personne la lit dans son espace, ou vous la lisez ensemble.',
		noAccount:
			'Cette personne n’a pas d’espace en ligne\u00a0: lisez ces textes avec elle, ou remettez-les sur papier.',
		print: 'Imprimer et remettre sur papier',
		read: 'Lire ce document',
	},
	{
		title: 'Information package',
		now: 'Read over what the person will receive, then hand it to them.',
		noTerms: 'The sheet of your services is empty: the package cannot be written yet.',
		noTermsGo: 'Fill in the sheet of services',
		noHome: 'The place where the person lives is not noted: for now the texts follow that of your practice.',
		noHomeGo: 'Note this place',
		unpublished: 'These documents are not published and will not leave:',
		regulator: (name) =>
			`Nobody has checked how to reach this body: ${name}. Without that, the package leaves without the way to turn to it, and the first session will be held back.`,
		regulatorGo: 'Check how to reach it',
		language: (l) => `Language: ${({ fr: 'French', en: 'English' })[l] ?? l}`,
		territory: (place) => `Rules of this place: ${place}`,
		version: (n) => `version ${n}`,
		given: ({ version, date }) => `version ${version} handed over on ${date}`,
		current: (date) => `This person has today’s package (${date}).`,
		none: 'Nothing to hand over yet: publish your documents first.',
		noneGo: 'See my documents',
		send: 'Hand over this package',
		sendAgain: 'Hand over again',
		sent: 'The package is handed over. The person reads it in their space, or you read it together.',
		noAccount: 'This person has no online space: read these texts with them, or hand them over on paper.',
		print: 'Print and hand over on paper',
		read: 'Read this document',
	},
);
