import type { Locale } from '../i18n.ts';
import type { ClauseKey } from './documents.ts';

/** What each clause is about, in a few words: lists name clauses that cannot be written yet. */
const names: Readonly<Record<ClauseKey, Readonly<Record<Locale, string>>>> = {
	services: { fr: 'Nos services', en: 'Our services' },
	benefits: { fr: 'Les avantages possibles', en: 'Possible benefits' },
	risks: { fr: 'Les risques possibles', en: 'Possible risks' },
	alternatives: { fr: 'D’autres façons d’avoir de l’aide', en: 'Other ways to get help' },
	fees: { fr: 'Les honoraires', en: 'Fees' },
	thirdParties: { fr: 'Qui d’autre prend part au service', en: 'Who else takes part' },
	limits: { fr: 'Les limites de la confidentialité', en: 'The limits of confidentiality' },
	channelRisks: { fr: 'Les risques de chaque moyen', en: 'The risks of each means' },
	deviceRisks: { fr: 'Les risques des appareils', en: 'The risks of devices' },
	noRepublish: { fr: 'Ne rien republier', en: 'Not republishing' },
	multiParty: { fr: 'Quand on est plusieurs', en: 'When there are several of you' },
	thirdPartyMessaging: { fr: 'Les messageries d’autres entreprises', en: 'Other companies’ messaging' },
	agreement: { fr: 'L’entente de confidentialité', en: 'The confidentiality agreement' },
	exceptions: { fr: 'Quand le secret ne tient plus', en: 'When things no longer stay private' },
	security: { fr: 'Ce qui protège les échanges', en: 'What protects the exchanges' },
	between: { fr: 'Entre les rendez-vous', en: 'Between appointments' },
	emergency: { fr: 'En cas d’urgence', en: 'In an emergency' },
	holidays: { fr: 'Pendant les vacances', en: 'During holidays' },
	afterHours: { fr: 'En dehors des heures de travail', en: 'Outside working hours' },
	messaging: { fr: 'Courriel, texto, clavardage', en: 'E-mail, text, chat' },
	sharing: { fr: 'Le partage du dossier', en: 'Sharing the file' },
	keeping: { fr: 'La garde du dossier', en: 'Keeping the file' },
	archiving: { fr: 'L’archivage du dossier', en: 'Archiving the file' },
	storage: { fr: 'Où est le dossier', en: 'Where the file is' },
	retention: { fr: 'Combien de temps il est gardé', en: 'How long it is kept' },
	commsInRecord: { fr: 'Nos échanges dans le dossier', en: 'Our exchanges in the file' },
	accessRight: { fr: 'Le droit de lire son dossier', en: 'The right to read one’s file' },
	regulatorNotice: { fr: 'Qui accompagne, et qui veille', en: 'Who works with you, and who watches over it' },
	complaint: { fr: 'Porter plainte', en: 'Making a complaint' },
	emergencyPlan: { fr: 'Le plan d’urgence', en: 'The emergency plan' },
	interruption: { fr: 'Si la ligne coupe', en: 'If the line drops' },
	breach: { fr: 'Si un renseignement se perd', en: 'If information is lost' },
	websearch: { fr: 'Chercher un nom sur le Web', en: 'Looking up a name on the web' },
	cards: { fr: 'Payer par carte', en: 'Paying by card' },
	privacy: { fr: 'La vie privée', en: 'Privacy' },
	privacyFacts: { fr: 'La vie privée, point par point', en: 'Privacy, point by point' },
	staffSafety: { fr: 'Protéger qui travaille ici', en: 'Protecting those who work here' },
	workplaceRules: { fr: 'Travailler à distance', en: 'Working at a distance' },
	identityLimits: { fr: 'Si l’identité n’est pas vérifiée', en: 'If identity is not checked' },
};

/** The short name of a clause; its key where the library has none by that name. */
export const clauseName = (clause: string, locale: Locale): string => names[clause as ClauseKey]?.[locale] ?? clause;

const means: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
	'channelRisks.internet': { fr: 'Internet et courriel', en: 'Internet and e-mail' },
	'channelRisks.socialMedia': { fr: 'Réseaux sociaux', en: 'Social media' },
	'channelRisks.texting': { fr: 'Textos', en: 'Texts' },
	'channelRisks.video': { fr: 'Vidéo', en: 'Video' },
};

/** The short name of a clause, or of a part that is answered on its own. */
export const pointName = (point: string, locale: Locale): string => means[point]?.[locale] ?? clauseName(point, locale);
