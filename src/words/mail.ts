import { momentText, spanText } from './dates.ts';
import { catalog, isLocale, type Locale } from './i18n.ts';

/** What every letter may carry: the neutral name that the practice chose to sign with. */
interface Signed {
	readonly sender?: string;
}
/** The page that opens after signing in, as '/portal'; never with anyone's words in it. */
interface Linked extends Signed {
	readonly path: string;
}
/** When the meeting is, only for people who agreed to read it in an e-mail; with `uid`, a calendar file goes along. */
interface Dated extends Linked {
	readonly starts?: number;
	readonly ends?: number;
	readonly zone?: string;
	readonly uid?: string;
	readonly sequence?: number;
}
/** When something happened, in the person's own zone. */
interface Happened extends Linked {
	readonly at?: number;
	readonly zone?: string;
}

/** The values each letter takes: a link, a code, an instant; never anybody's words. */
export interface LetterValues {
	/** The link only: the second secret is told by voice or in person. */
	readonly invitation: Linked;
	readonly signInCode: Signed & { readonly code: string; readonly minutes: number };
	/** Sent to an address to know that it is theirs; it opens nothing. */
	readonly contactCode: Signed & { readonly code: string; readonly minutes: number };
	readonly appointment: Dated;
	readonly appointmentMoved: Dated;
	readonly appointmentCancelled: Dated;
	readonly appointmentSoon: Dated;
	readonly packageReady: Linked;
	readonly questionAnswered: Linked;
	readonly messageWaiting: Linked;
	/** A place that is kept, a wait that began: what it is stands in the space alone. */
	readonly newsWaiting: Linked;
	readonly consentForYou: Linked;
	readonly documentsHanded: Linked;
	readonly emailChanged: Linked;
	readonly newSignIn: Happened;
	/** A password, an app, a passkey, a recovery code: something changed in how one gets in, or ended it. */
	readonly accessChanged: Linked;
	readonly taskWaiting: Linked;
}
/** The letters that leave the house. */
export type Template = keyof LetterValues;

/** One letter as it is read: plain text only. */
export interface Letter {
	readonly subject: string;
	readonly text: string;
}

const words = catalog(
	{
		hello: 'Bonjour,',
		open: 'Pour entrer\u00a0:',
		yourLink: 'Votre lien\u00a0:',
		footer: 'Ce courriel part tout seul. Merci de ne pas y répondre. S’il n’est pas pour vous, effacez-le.',
		calendarTitle: 'Rendez-vous',
		calendar: 'Le fichier joint met ce rendez-vous à votre agenda.',
		meeting: 'Votre rendez-vous',
		waiting: 'Un message vous attend',
		account: 'À propos de votre compte',
		invitationSubject: 'Une invitation pour vous',
		invitation:
			'Vous avez une invitation. Ouvrez ce lien quand vous voudrez. On vous demandera aussi un code. La personne qui vous invite vous le dira de vive voix, jamais par courriel. Ce lien sert une seule fois.',
		signInCodeSubject: 'Votre code pour entrer',
		signInCode: (code: string, minutes: number) =>
			`Votre code\u00a0: ${code}\n\nIl sert une seule fois, pendant ${minutes}\u00a0minutes. Ne le donnez à personne, même au téléphone. Vous n’avez rien demandé\u00a0? Effacez ce courriel. Personne n’entre sans ce code.`,
		contactCodeSubject: 'Un code à redire',
		contactCode: (code: string, minutes: number) =>
			`Le code\u00a0: ${code}\n\nVous venez de donner cette adresse à quelqu’un. Redites-lui ce code, ou écrivez-le dans votre espace. Il sert une seule fois, pendant ${minutes}\u00a0minutes. Vous n’avez rien demandé\u00a0? Effacez ce courriel.`,
		appointment: (when: string | undefined) =>
			when ? `Votre rendez-vous\u00a0:\n${when}` : 'Un rendez-vous est fixé. Entrez pour voir le jour et l’heure.',
		appointmentMoved: (when: string | undefined) =>
			when
				? `Votre rendez-vous change de moment. C’est maintenant\u00a0:\n${when}`
				: 'Votre rendez-vous change de moment. Entrez pour voir le jour et l’heure.',
		appointmentCancelled: (when: string | undefined) =>
			when
				? `Ce rendez-vous n’aura pas lieu\u00a0:\n${when}`
				: 'Un rendez-vous n’aura pas lieu. Entrez pour voir lequel.',
		appointmentSoon: (when: string | undefined) =>
			when ? `Un rappel\u00a0:\n${when}` : 'Un rendez-vous approche. Entrez pour voir le jour et l’heure.',
		packageReady:
			'Des pages à lire vous attendent. Prenez tout votre temps. Vous pouvez poser vos questions en lisant.',
		questionAnswered: 'Vous avez posé une question. La réponse vous attend.',
		messageWaiting: 'Un message vous attend. Entrez pour le lire.',
		newsWaiting: 'Il y a du nouveau dans votre espace. Entrez pour le voir.',
		consentForYou:
			'Un consentement a été noté en votre nom. Entrez pour le lire. Ce n’est pas ce que vous avez dit\u00a0? Vous pouvez le retirer au même endroit.',
		documentsHanded: 'On vous a remis des documents. Entrez pour les lire et les garder.',
		emailChanged:
			'L’adresse de courriel de votre compte a changé. C’était vous\u00a0? Il n’y a rien à faire. Ce n’était pas vous\u00a0? Appelez vite la personne qui vous a invité ou invitée.',
		newSignIn: (when: string | undefined) =>
			`Quelqu’un est entré dans votre compte${when ? `\u00a0:\n${when}.\n\n` : '. '}C’était vous\u00a0? Il n’y a rien à faire. Ce n’était pas vous\u00a0? Entrez et fermez les accès que vous ne connaissez pas.`,
		accessChanged:
			'La façon d’entrer dans votre compte a changé. C’était vous\u00a0? Il n’y a rien à faire. Ce n’était pas vous\u00a0? Appelez vite la personne qui vous a invité ou invitée.',
		taskSubject: 'Une tâche vous attend',
		taskWaiting: 'Une tâche vous attend. Entrez pour la voir.',
	},
	{
		hello: 'Hello,',
		open: 'To sign in:',
		yourLink: 'Your link:',
		footer: 'This e-mail was sent by a machine. Please do not reply. If it is not for you, delete it.',
		calendarTitle: 'Appointment',
		calendar: 'The attached file puts it in your calendar.',
		meeting: 'Your appointment',
		waiting: 'A message is waiting for you',
		account: 'About your account',
		invitationSubject: 'An invitation for you',
		invitation:
			'You have an invitation. Open this link when you wish. You will also be asked for a code. The person who invites you will tell it to you by voice, never by e-mail. This link works once.',
		signInCodeSubject: 'Your code to sign in',
		signInCode: (code, minutes) =>
			`Your code: ${code}\n\nIt works once, for ${minutes}\u00a0minutes. Give it to no one, not even by phone. Did you not ask for it? Delete this e-mail. No one gets in without this code.`,
		contactCodeSubject: 'A code to say back',
		contactCode: (code, minutes) =>
			`The code: ${code}\n\nYou just gave this address to someone. Say this code back to them, or write it in your space. It works once, for ${minutes}\u00a0minutes. Did you not ask for it? Delete this e-mail.`,
		appointment: (when) =>
			when ? `Your appointment:\n${when}` : 'An appointment is set. Sign in to see the day and the time.',
		appointmentMoved: (when) =>
			when
				? `Your appointment has moved. It is now:\n${when}`
				: 'Your appointment has moved. Sign in to see the day and the time.',
		appointmentCancelled: (when) =>
			when
				? `This appointment will not take place:\n${when}`
				: 'An appointment will not take place. Sign in to see which.',
		appointmentSoon: (when) =>
			when ? `A reminder:\n${when}` : 'An appointment is near. Sign in to see the day and the time.',
		packageReady: 'Some pages are waiting for you to read. Take all your time. You can ask questions as you read.',
		questionAnswered: 'You asked a question. The answer is waiting for you.',
		messageWaiting: 'A message is waiting for you. Sign in to read it.',
		newsWaiting: 'There is something new in your space. Sign in to see it.',
		consentForYou:
			'A consent was written down in your name. Sign in to read it. Is it not what you said? You can withdraw it in the same place.',
		documentsHanded: 'Some documents were handed to you. Sign in to read and keep them.',
		emailChanged:
			'The e-mail address of your account has changed. Was it you? There is nothing to do. Was it not you? Call the person who invited you soon.',
		newSignIn: (when) =>
			`Someone signed in to your account${when ? `:\n${when}.\n\n` : '. '}Was it you? There is nothing to do. Was it not you? Sign in and close the sessions that you do not know.`,
		accessChanged:
			'The way into your account has changed. Was it you? There is nothing to do. Was it not you? Call the person who invited you soon.',
		taskSubject: 'A task is waiting for you',
		taskWaiting: 'A task is waiting for you. Sign in to see it.',
	},
);
type Words = ReturnType<typeof words>;
type Values = Partial<Dated & Happened & LetterValues['signInCode']>;

const spanOf = (locale: Locale, { starts, ends, zone }: Values): string | undefined =>
	starts !== undefined && ends !== undefined && zone ? spanText(locale, { start: starts, end: ends }, zone) : undefined;
const instantOf = (locale: Locale, { at, zone }: Values): string | undefined =>
	at !== undefined && zone ? momentText(locale, at, zone) : undefined;

type Body = (w: Words, values: Values, locale: Locale) => readonly [subject: string, body: string];
const bodies: Readonly<Record<Template, Body>> = {
	invitation: (w) => [w.invitationSubject, w.invitation],
	signInCode: (w, v) => [w.signInCodeSubject, w.signInCode(checked(v.code, /^[\d ]{4,12}$/), Number(v.minutes))],
	contactCode: (w, v) => [w.contactCodeSubject, w.contactCode(checked(v.code, /^[\d ]{4,12}$/), Number(v.minutes))],
	appointment: (w, v, locale) => [w.meeting, w.appointment(spanOf(locale, v))],
	appointmentMoved: (w, v, locale) => [w.meeting, w.appointmentMoved(spanOf(locale, v))],
	appointmentCancelled: (w, v, locale) => [w.meeting, w.appointmentCancelled(spanOf(locale, v))],
	appointmentSoon: (w, v, locale) => [w.meeting, w.appointmentSoon(spanOf(locale, v))],
	packageReady: (w) => [w.waiting, w.packageReady],
	questionAnswered: (w) => [w.waiting, w.questionAnswered],
	messageWaiting: (w) => [w.waiting, w.messageWaiting],
	newsWaiting: (w) => [w.waiting, w.newsWaiting],
	consentForYou: (w) => [w.waiting, w.consentForYou],
	documentsHanded: (w) => [w.waiting, w.documentsHanded],
	emailChanged: (w) => [w.account, w.emailChanged],
	newSignIn: (w, v, locale) => [w.account, w.newSignIn(instantOf(locale, v))],
	accessChanged: (w) => [w.account, w.accessChanged],
	taskWaiting: (w) => [w.taskSubject, w.taskWaiting],
};

/** Does this letter carry a code, good for a few minutes and shown nowhere else? */
export const isCode = (template: string): boolean => template === 'signInCode' || template === 'contactCode';

/** Every letter, by name. */
export const templates = Object.keys(bodies) as readonly Template[];
/** Is this the name of a letter? */
export const isTemplate = (text: string): text is Template => Object.hasOwn(bodies, text);

/** Only the shape a value must have passes: what is not a path or a code never reaches a letter. */
function checked(value: unknown, shape: RegExp): string {
	if (typeof value === 'string' && shape.test(value)) return value;
	throw new TypeError('a letter was given a value of the wrong shape');
}

/** The letter as it is read. `origin` is scheme, host and port; throws a TypeError on a value of the wrong shape. */
export function letterOf(locale: Locale, template: Template, given: object, origin: string): Letter {
	const w = words(locale);
	const values: Values = given;
	const [subject, body] = bodies[template](w, values, locale);
	const link = isCode(template) ? [] : [linkOf(w, template, values, origin)];
	const file = hasCalendar(template, values) && template !== 'appointmentCancelled' ? [w.calendar] : [];
	const paragraphs = [w.hello, body, ...file, ...link, ...[senderName(values)].filter(Boolean), w.footer];
	return { subject, text: `${paragraphs.join('\n\n')}\n` };
}

const linkOf = (w: Words, template: Template, { path }: Values, origin: string): string =>
	`${template === 'invitation' ? w.yourLink : w.open}\n${origin}${checked(path, /^\/[A-Za-z0-9/_-]*$/)}`;

/** The name a letter is signed with: the practice's own choice, on one line, or nothing. */
export const senderName = ({ sender }: { readonly sender?: unknown }): string =>
	typeof sender === 'string'
		? sender
				.replace(/[\p{Cc}\s<>"]+/gu, ' ')
				.trim()
				.slice(0, 60)
		: '';

/** Does a calendar file go along? Only with a date that the person agreed to read in an e-mail. */
export const hasCalendar = (template: Template, { starts, ends, zone, uid }: Partial<Dated>): boolean =>
	template.startsWith('appointment') && starts !== undefined && ends !== undefined && !!zone && !!uid;

/** What a calendar shows of an appointment. */
export const calendarTitle = (locale: Locale): string => words(locale).calendarTitle;

/** A letter on its way: what an outbox row holds, sealed. */
export interface Post<T extends Template = Template> {
	readonly channel: 'email';
	readonly to: string;
	readonly language: Locale;
	readonly template: T;
	readonly values: Readonly<Record<string, string | number>>;
	/** Never shown in the Outbox, and gone once it has left. */
	readonly secret?: true;
}

/** Write a letter to somebody; a value that its template does not take does not compile. */
export const letterTo = <T extends Template>(
	{ to, language }: { readonly to: string; readonly language: string },
	template: T,
	values: LetterValues[T],
): Post<T> => ({
	channel: 'email',
	to,
	language: isLocale(language) ? language : 'fr',
	template,
	values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
	...(isCode(template) && { secret: true as const }),
});
