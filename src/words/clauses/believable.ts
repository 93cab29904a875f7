import type { ClauseFacts } from './facts.ts';

const shared = {
	client: 'several',
	channels: ['video', 'phone', 'chat', 'email', 'text'],
	inPerson: true,
	security: { encryptedInTransit: true, endToEndVideo: true, strongSignIn: true, firewallAttested: true },
	replyWithin: { amount: 2, unit: 'businessDay' },
	hours: { fr: 'du lundi au vendredi, de 9 h à 17 h', en: 'Monday to Friday, 9 to 5' },
	interruption: { waitMinutes: 5, whoCalls: 'practice', number: '506-555-0142' },
} as const;

/** Coordinates that lead nowhere. */
const nowhere = {
	address: '1, rue de la Place, Montréal (Québec)',
	phones: ['514-555-0100', '514-555-0101'],
	email: 'info@ordre.example',
	site: 'https://ordre.example',
};

/** A practice in Québec as the tests imagine it; every number is fictional. */
export const inQuebec: ClauseFacts = {
	...shared,
	practice: { name: 'Cabinet du Ruisseau' },
	practitioner: {
		name: 'Ève Tremblay',
		title: { fr: 'travailleuse sociale', en: 'social worker' },
		number: 'TS-00000',
		address: '12, rue du Moulin, Rimouski (Québec)',
		phone: '418-555-0142',
		email: 'eve@ruisseau.example',
	},
	territory: 'QC',
	vocabulary: {
		regulator: { fr: 'l’Ordre', en: 'the Order' },
		registrationNumber: { fr: 'numéro de permis', en: 'permit number' },
		complain: { fr: 'demander une enquête au syndic de l’Ordre', en: 'ask the Order’s syndic for an inquiry' },
		breach: { fr: 'incident de confidentialité', en: 'privacy incident' },
	},
	regulator: {
		...nowhere,
		name: {
			fr: 'Ordre des travailleurs sociaux et des thérapeutes conjugaux et familiaux du Québec',
			en: 'Ordre des travailleurs sociaux et des thérapeutes conjugaux et familiaux du Québec',
		},
		complaint: {
			fr: 'Écrivez au Bureau du syndic. Il y a un formulaire, mais une lettre signée suffit.',
			en: 'Write to the Office of the Syndic. There is a form, but a signed letter is enough.',
		},
	},
	fees: [
		{ label: { fr: 'Rencontre de 50 minutes', en: '50-minute meeting' }, amount: 125, currency: 'CAD' },
		{ label: { fr: 'Rencontre en couple', en: 'Couple meeting' }, amount: 150.5, currency: 'CAD' },
	],
	thirdParties: [
		{
			name: 'Hébergement Boréal',
			purpose: { fr: 'tient le serveur', en: 'runs the server' },
			shared: { fr: 'votre dossier, chiffré', en: 'your file, encrypted' },
		},
		{
			name: 'Textos du Fleuve',
			purpose: { fr: 'envoie nos textos', en: 'sends our texts' },
			shared: { fr: 'votre numéro, et rien d’autre', en: 'your number, and nothing else' },
		},
	],
	alternatives: [
		{ fr: 'Une rencontre à notre bureau', en: 'A meeting at our office' },
		{ fr: 'L’aide du CLSC près de chez vous', en: 'Help from the CLSC near you' },
	],
	exceptions: [
		{
			basis: 'danger',
			clause: {
				fr: 'Quelqu’un risque la mort ou une blessure grave, très bientôt.',
				en: 'Someone is at risk of death or serious harm, very soon.',
			},
		},
		{ basis: 'law', clause: { fr: 'La loi nous y oblige.', en: 'The law requires it.' } },
		{ basis: 'order', clause: { fr: 'Un juge l’ordonne.', en: 'A judge orders it.' } },
	],
	storage: {
		place: 'hostedServer',
		provider: 'Hébergement Boréal',
		territory: 'QC',
		encrypted: true,
		backup: { territory: 'QC', encrypted: true },
	},
	retention: { years: 5, start: 'lastService' },
	cover: { name: 'Luc Roy', phone: '418-555-0143' },
	crisis: [
		{
			name: { fr: 'Urgence', en: 'Emergency' },
			number: '555',
			hours: { fr: 'jour et nuit, 7 jours sur 7', en: 'day and night, 7 days a week' },
		},
		{
			name: { fr: 'Prévention du suicide', en: 'Suicide prevention' },
			number: '1-800-555-0199',
			text: '555',
			hours: { fr: 'jour et nuit, 7 jours sur 7', en: 'day and night, 7 days a week' },
		},
	],
	breachAuthority: {
		name: { fr: 'Commission d’accès', en: 'Access Commission' },
		phones: ['1-888-555-0150'],
		site: 'https://commission.example',
		notice: {
			fr: 'S’il y a un risque de préjudice sérieux, nous avisons la Commission par écrit et nous vous avisons, avec diligence.',
			en: 'If there is a risk of serious injury, we notify the Commission in writing and we notify you, promptly.',
		},
	},
	accessReply: { days: 30, count: 'calendar' },
	privacyOfficer: { name: 'Ève Tremblay', contact: '418-555-0142' },
	privacyLaws: [
		{
			name: {
				fr: 'Loi sur la protection des renseignements personnels dans le secteur privé',
				en: 'Act respecting the protection of personal information in the private sector',
			},
		},
	],
	cards: { provider: 'Paiements du Nord' },
};

const { cover: _cover, cards: _cards, breachAuthority: _authority, accessReply: _reply, ...bare } = inQuebec;

/** A small practice in New Brunswick: alone, on its own computer, no cover, no card, no backup. */
export const inNewBrunswick: ClauseFacts = {
	...bare,
	practice: { name: 'Service social Petitcodiac' },
	practitioner: {
		...inQuebec.practitioner,
		name: 'Rosie LeBlanc',
		title: { fr: 'travailleuse sociale immatriculée', en: 'registered social worker' },
		address: '3, rue Main, Moncton (N.-B.)',
		phone: '506-555-0142',
		email: 'rosie@petitcodiac.example',
	},
	territory: 'NB',
	vocabulary: {
		regulator: { fr: 'l’Association', en: 'the Association' },
		registrationNumber: { fr: 'numéro d’immatriculation', en: 'registration number' },
		complain: {
			fr: 'déposer une plainte écrite et signée à l’Association',
			en: 'send the Association a written and signed complaint',
		},
		breach: { fr: 'incident de confidentialité', en: 'privacy breach' },
	},
	regulator: {
		...nowhere,
		name: {
			fr: 'Association des travailleuses et des travailleurs sociaux du Nouveau-Brunswick',
			en: 'New Brunswick Association of Social Workers',
		},
		complaint: {
			fr: 'Remplissez le formulaire de plainte. Mettez la date et signez.',
			en: 'Fill in the complaint form. Date it and sign it.',
		},
	},
	channels: ['video', 'phone'],
	inPerson: false,
	fees: 'free',
	thirdParties: [],
	storage: { place: 'ownComputer', territory: 'NB', encrypted: false },
	security: { encryptedInTransit: false, endToEndVideo: false, strongSignIn: false, firewallAttested: false },
	retention: { years: 7, start: 'lastService', minorsYearsAfterMajority: 7 },
	replyWithin: { amount: 24, unit: 'hour' },
	crisis: [],
	interruption: { waitMinutes: 1, whoCalls: 'client', number: '506-555-0142' },
};
