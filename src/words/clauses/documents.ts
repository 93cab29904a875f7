import type { Bilingual } from './facts.ts';

/** Every clause of the library. */
export const clauseKeys = [
	'services',
	'benefits',
	'risks',
	'alternatives',
	'fees',
	'thirdParties',
	'limits',
	'channelRisks',
	'deviceRisks',
	'noRepublish',
	'multiParty',
	'thirdPartyMessaging',
	'agreement',
	'exceptions',
	'security',
	'between',
	'emergency',
	'holidays',
	'afterHours',
	'messaging',
	'sharing',
	'keeping',
	'archiving',
	'storage',
	'retention',
	'commsInRecord',
	'accessRight',
	'regulatorNotice',
	'complaint',
	'emergencyPlan',
	'interruption',
	'breach',
	'websearch',
	'cards',
	'privacy',
	'privacyFacts',
	'identityLimits',
	'staffSafety',
	'workplaceRules',
] as const;
/** One clause of the library. */
export type ClauseKey = (typeof clauseKeys)[number];

/** Every document a practice publishes and gives. */
export const documentKeys = [
	'services',
	'confidentiality',
	'communications',
	'records',
	'regulator',
	'plans',
	'breach',
	'websearch',
	'cards',
	'privacy',
	'identity',
	'workplace',
] as const;
/** One of those documents. */
export type DocumentKey = (typeof documentKeys)[number];

/** A document: its title, its clauses in order, and for each the duties that ask for it. */
export interface PolicyDocument {
	readonly key: DocumentKey;
	readonly titles: Bilingual;
	readonly clauses: readonly ClauseKey[];
	readonly requiredBy: Readonly<Partial<Record<ClauseKey, readonly string[]>>>;
}

const policy = (
	key: DocumentKey,
	fr: string,
	en: string,
	requiredBy: Readonly<Partial<Record<ClauseKey, readonly string[]>>>,
): PolicyDocument => ({
	key,
	titles: { fr, en },
	clauses: clauseKeys.filter((clause) => clause in requiredBy),
	requiredBy,
});

/** The documents a practice adopts, publishes and gives. */
export const documents: readonly PolicyDocument[] = [
	policy('services', 'Nos services à distance', 'Our services at a distance', {
		services: ['qc-2.02-a', 'qc-2.02-b', 'nb-6-g'],
		benefits: ['qc-2.02-c', 'def-nb-consent-b'],
		risks: ['qc-2.02-d', 'def-nb-consent-b'],
		alternatives: ['qc-2.02-e'],
		fees: ['qc-2.02-f', 'nb-2-k'],
		thirdParties: ['qc-2.02-g'],
		limits: ['qc-2.02-h', 'nb-6-e'],
		channelRisks: ['qc-3.01'],
		deviceRisks: ['nb-6-m'],
		noRepublish: ['qc-3.06'],
		multiParty: ['qc-3.07'],
		thirdPartyMessaging: ['qc-3.09-a', 'qc-3.09-b'],
	}),
	policy('confidentiality', 'Entente de confidentialité', 'Confidentiality agreement', {
		agreement: ['qc-3.05-a', 'nb-6-e'],
		exceptions: ['qc-3.05-b', 'nb-6-e'],
		security: ['nb-2-j'],
	}),
	policy('communications', 'Nos communications', 'Our communications', {
		between: ['qc-4.04-a'],
		emergency: ['qc-4.04-b'],
		holidays: ['qc-4.04-c'],
		afterHours: ['qc-4.04-d'],
		messaging: ['nb-2-i', 'qc-4.03-a', 'qc-4.03-b'],
	}),
	policy('records', 'Votre dossier', 'Your file', {
		sharing: ['qc-5.01-a', 'qc-5.01-b', 'qc-2.09-b2'],
		keeping: ['qc-5.01-a', 'qc-5.01-b', 'qc-2.09-b2', 'nb-6-f'],
		archiving: ['qc-5.01-a', 'qc-5.01-b'],
		storage: ['qc-5.03-a'],
		retention: ['qc-5.03-b'],
		commsInRecord: ['qc-5.02-c'],
		accessRight: ['qc-5.04-a'],
	}),
	policy('regulator', 'Qui vous accompagne, et à qui vous adresser', 'Who works with you, and where to turn', {
		regulatorNotice: ['qc-2.09-e1', 'nb-5-g'],
		complaint: ['qc-2.09-e2'],
	}),
	policy('plans', 'Vos plans : urgence et coupure', 'Your plans: emergency and lost line', {
		emergencyPlan: ['nb-3-h', 'nb-3-j', 'qc-2.09-c'],
		interruption: ['qc-2.09-d1', 'qc-2.09-d2', 'nb-3-i', 'nb-3-j'],
	}),
	policy(
		'breach',
		'Si vos renseignements sont perdus, volés ou vus par erreur',
		'If your information is lost, stolen or seen by mistake',
		{
			breach: ['qc-3.10-b', 'qc-3.10-c'],
		},
	),
	policy('websearch', 'Chercher votre nom sur le Web', 'Looking up your name on the web', {
		websearch: ['qc-2.05-a', 'qc-2.05-b'],
	}),
	policy('cards', 'Payer par carte', 'Paying by card', { cards: ['qc-2.09-b3'] }),
	policy('privacy', 'Vos renseignements et votre vie privée', 'Your information and your privacy', {
		privacy: ['nb-6-h', 'qc-2.09-b1'],
		privacyFacts: ['nb-6-h', 'qc-2.09-b1', 'qc-5.03-a'],
	}),
	policy('identity', 'Si nous n’avons pas vérifié qui vous êtes', 'If we have not checked who you are', {
		identityLimits: ['qc-2.04-c'],
	}),
	policy('workplace', 'Notre sécurité au travail', 'Our safety at work', {
		staffSafety: ['nb-2-e'],
		workplaceRules: ['nb-2-e', 'nb-intro-b'],
	}),
];

/** The document of that key. */
export const documentOf = (key: DocumentKey): PolicyDocument => {
	const found = documents.find((d) => d.key === key);
	if (found === undefined) throw new Error(`No document is named ${key}`);
	return found;
};
