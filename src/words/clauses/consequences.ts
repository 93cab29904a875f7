import type { Locale } from '../i18n.ts';
import { channelRiskParts } from './channel-risks.ts';
import { type ClauseKey, documents } from './documents.ts';
import type { Bilingual } from './facts.ts';

/** What closes when somebody says no; what it does not name goes on. */
export interface Closing {
	/** No service at a distance, by whichever means; in person stays open. */
	readonly remote?: true;
	/** These means alone. */
	readonly channels?: readonly ('video' | 'telephone' | 'chat' | 'portal' | 'email' | 'textMessage' | 'voiceMail')[];
	/** This use beside the service. */
	readonly use?: 'webSearch';
	/** Being seen with others; alone stays open. */
	readonly together?: true;
}

interface Consequence {
	readonly closes: Closing;
	readonly says: Bilingual;
}

const needed: Consequence = {
	closes: { remote: true },
	says: {
		fr: 'Sans ce point, nous ne pouvons pas vous suivre à distance. Nous vous offrons de vous voir en personne, ou une autre façon d’avoir de l’aide.',
		en: 'Without this point, we cannot see you at a distance. We offer to see you in person, or another way to get help.',
	},
};
const told: Consequence = {
	closes: {},
	says: {
		fr: 'Rien ne se ferme. Nous gardons votre réponse, et nous en parlons avec vous.',
		en: 'Nothing closes. We keep your answer, and we talk about it with you.',
	},
};
const video: Consequence = {
	closes: { channels: ['video'] },
	says: {
		fr: 'Nous ne nous verrons pas par vidéo. Le téléphone reste ouvert, et le bureau aussi.',
		en: 'We will not meet by video. The phone stays open, and so does the office.',
	},
};
const internet: Consequence = {
	closes: { channels: ['portal', 'chat', 'email'] },
	says: {
		fr: 'Nous ne vous écrirons pas par Internet. Le téléphone reste ouvert, et le bureau aussi.',
		en: 'We will not write to you online. The phone stays open, and so does the office.',
	},
};
const texting: Consequence = {
	closes: { channels: ['textMessage'] },
	says: {
		fr: 'Nous ne vous enverrons pas de texto. Les autres moyens restent ouverts.',
		en: 'We will not text you. The other means stay open.',
	},
};
const writing: Consequence = {
	closes: { channels: ['chat', 'email', 'textMessage'] },
	says: {
		fr: 'Ni courriel, ni texto, ni clavardage. Le téléphone reste ouvert, et vos messages ici aussi.',
		en: 'No e-mail, no text, no chat. The phone stays open, and so do your messages here.',
	},
};
const outside: Consequence = {
	closes: { channels: ['email', 'textMessage'] },
	says: {
		fr: 'Ni courriel, ni texto. Le reste de nos échanges ne change pas.',
		en: 'No e-mail and no text. The rest of our exchanges does not change.',
	},
};
const search: Consequence = {
	closes: { use: 'webSearch' },
	says: {
		fr: 'Nous ne cherchons pas votre nom sur le Web. Le reste de votre suivi ne change pas.',
		en: 'We do not look up your name on the web. The rest of your care does not change.',
	},
};
const alone: Consequence = {
	closes: { together: true },
	says: {
		fr: 'Nous ne vous voyons pas à plusieurs. Nous pouvons vous voir seul ou seule.',
		en: 'We do not see you with the others. We can see you alone.',
	},
};

/** Clauses whose no closes something else than the whole service at a distance. */
const own: Readonly<Partial<Record<ClauseKey, Consequence>>> = {
	noRepublish: told,
	multiParty: alone,
	thirdPartyMessaging: outside,
	between: told,
	holidays: told,
	afterHours: told,
	messaging: writing,
	accessRight: told,
	regulatorNotice: told,
	complaint: told,
	websearch: search,
};

/** The parts that can be answered each on its own: a family of means is refused without the others. */
const parts: Readonly<Partial<Record<(typeof channelRiskParts)[number], Consequence>>> = {
	'channelRisks.internet': internet,
	'channelRisks.socialMedia': told,
	'channelRisks.texting': texting,
	'channelRisks.video': video,
};

const consequenceOf = (point: string): Consequence =>
	parts[point as keyof typeof parts] ?? own[point as ClauseKey] ?? needed;

/** Is this a clause of that document, or a part that is answered on its own? */
export function isRefusable(document: string, point: string): boolean {
	const clause = point.split('.')[0];
	const known = documents.some((d) => d.key === document && d.clauses.some((c) => c === clause));
	return known && (point === clause || point in parts);
}

/** What a no to a clause, or to a part of one, closes. */
export const closesOf = (point: string): Closing => consequenceOf(point).closes;

/** What is said of it before anybody answers, where the practice did not say it itself. */
export const consequenceText = (point: string, locale: Locale): string => consequenceOf(point).says[locale];

/** The parts of a clause that are answered each on its own. */
export const answerableParts = (clause: string): readonly string[] =>
	channelRiskParts.filter((part) => part.startsWith(`${clause}.`));
