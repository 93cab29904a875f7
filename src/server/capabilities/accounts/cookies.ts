import type { World } from '#server/journal/world.ts';
import { within } from './place.ts';
import { type Opened, type Session, sessionOfToken } from './sessions.ts';

interface CookieOptions {
	readonly path: '/';
	readonly httpOnly: true;
	readonly sameSite: 'lax';
	readonly secure: boolean;
	readonly maxAge?: number;
}

/** The browser's cookies, as the web framework gives them. */
export interface Cookies {
	readonly get: (name: string) => string | undefined;
	readonly set: (name: string, value: string, options: CookieOptions) => void;
	readonly delete: (name: string, options: CookieOptions) => void;
}

/** The cookies of one request, and whether it came over https. */
export interface Jar {
	readonly cookies: Cookies;
	readonly secure: boolean;
}

/** The jar of a request. */
export const jarOf = ({ cookies, url }: { readonly cookies: Cookies; readonly url: URL }): Jar => ({
	cookies,
	secure: url.protocol === 'https:',
});

/** `session`: who is signed in; `code`: which code was sent to this browser; `ticket`: an invitation being claimed. */
type CookieName = 'session' | 'code' | 'ticket';
const seconds: Readonly<Record<CookieName, number>> = { session: 12 * 3600, code: 600, ticket: 1800 };
// Over https, a name that browsers accept from this very host only: no neighbour can plant one.
const nameOf = (name: CookieName, secure: boolean): string => `${secure ? '__Host-' : ''}balise-${name}`;
const options = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;

export const readCookie = ({ cookies, secure }: Jar, name: CookieName): string =>
	cookies.get(nameOf(name, secure)) ?? '';
export const writeCookie = ({ cookies, secure }: Jar, name: CookieName, value: string): void =>
	cookies.set(nameOf(name, secure), value, { ...options(secure), maxAge: seconds[name] });
export const dropCookie = ({ cookies, secure }: Jar, name: CookieName): void =>
	cookies.delete(nameOf(name, secure), options(secure));

/** Give the browser the secret of a session; again after each rise, since it changes. */
export const setSessionCookie = (jar: Jar, opened: Opened): void => writeCookie(jar, 'session', opened.token);

/** Take it away. */
export const clearSessionCookie = (jar: Jar): void => dropCookie(jar, 'session');

/** Who is signed in, if anybody is: never somebody whose second factor is missing. */
export async function sessionOf<F>(world: World<F>, practice: string, jar: Jar): Promise<Session | undefined> {
	const session = await anySession(world, practice, jar);
	return session?.assurance === 'none' ? undefined : session;
}

/** Somebody whose second factor is missing: for the pages that ask for it, and for nothing else. */
export async function halfSessionOf<F>(world: World<F>, practice: string, jar: Jar): Promise<Session | undefined> {
	const session = await anySession(world, practice, jar);
	return session?.assurance === 'none' ? session : undefined;
}

async function anySession<F>(world: World<F>, practice: string, jar: Jar): Promise<Session | undefined> {
	const token = readCookie(jar, 'session');
	return token === '' ? undefined : within(world, practice, (at) => sessionOfToken(at, token));
}
