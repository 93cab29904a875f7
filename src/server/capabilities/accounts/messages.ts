import type { Locale } from '#words/i18n.ts';
import { letterTo, type Post } from '#words/mail.ts';

/** How long a code by e-mail is good for. */
export const CODE_MINUTES = 10;

/** Somebody to write to. */
interface Reader {
	readonly email: string | undefined;
	readonly language: Locale;
}

/** The letter that carries a code; it never shows in the Outbox. */
export const codeLetter = (
	to: string,
	language: Locale,
	{ code, template }: { readonly code: string; readonly template: 'signInCode' | 'contactCode' },
): Post =>
	letterTo({ to, language }, template, { code: `${code.slice(0, 3)} ${code.slice(3)}`, minutes: CODE_MINUTES });

/** The letter that carries the link of an invitation; its second secret is told by voice. */
export const invitationLetter = (to: string, language: Locale, token: string): Post =>
	letterTo({ to, language }, 'invitation', { path: claimPath(language, token) });

/** The page of an invitation. */
export const claimPath = (language: Locale, token: string): string => `/${language}/claim/${token}`;

/** Tell an account that something about it changed, at the address it has, if any. */
export const tell = (
	{ email, language }: Reader,
	what: 'emailChanged' | 'accessChanged' | 'newSignIn',
): readonly Post[] =>
	email === undefined ? [] : [letterTo({ to: email, language }, what, { path: `/${language}/account` })];
