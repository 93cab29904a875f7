import type { World } from '#server/journal/world.ts';
import { note } from './noting.ts';
import { within } from './place.ts';
import { type Ended, type Opened, type Session, sessionOfToken } from './sessions.ts';

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

/** The cookies of one request, whether it came over https, and what the browser says it is. */
export interface Jar {
	readonly cookies: Cookies;
	readonly secure: boolean;
	readonly agent?: string;
}

/** The jar of a request. */
export const jarOf = ({
	cookies,
	url,
	request,
}: {
	readonly cookies: Cookies;
	readonly url: URL;
	readonly request?: Request;
}): Jar => ({
	cookies,
	secure: url.protocol === 'https:',
	...(request && { agent: request.headers.get('user-agent') ?? '' }),
});

/** `session`: who is signed in; `device`: by what this browser is known again; `code`: which code was sent to it; `ticket`: an invitation being claimed. */
type CookieName = 'session' | 'device' | 'code' | 'ticket';
// Browsers keep a cookie four hundred days at most.
const seconds: Readonly<Record<CookieName, number>> = {
	session: 12 * 3600,
	device: 400 * 86_400,
	code: 600,
	ticket: 1800,
};
// Over https, a name that browsers accept from this very host only: no neighbour can plant one.
const nameOf = (name: CookieName, secure: boolean): string => `${secure ? '__Host-' : ''}balise-${name}`;
const options = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;

export const readCookie = ({ cookies, secure }: Jar, name: CookieName): string =>
	cookies.get(nameOf(name, secure)) ?? '';
export const writeCookie = ({ cookies, secure }: Jar, name: CookieName, value: string): void =>
	cookies.set(nameOf(name, secure), value, { ...options(secure), maxAge: seconds[name] });
export const dropCookie = ({ cookies, secure }: Jar, name: CookieName): void =>
	cookies.delete(nameOf(name, secure), options(secure));

/** Give the browser the secret of a session; again after each rise, since it changes. And its own, when it is new here. */
export function setSessionCookie(jar: Jar, opened: Opened): void {
	writeCookie(jar, 'session', opened.token);
	if (opened.device !== undefined) writeCookie(jar, 'device', opened.device);
}

/** Take it away. */
export const clearSessionCookie = (jar: Jar): void => dropCookie(jar, 'session');

/** What the cookies of a request say: who is signed in, whose second factor is missing, or what was ended. */
export interface Looked {
	readonly session?: Session;
	readonly half?: Session;
	readonly ended?: Ended['ended'];
}

/** Look at the cookies of a request; a secret that was ended, or shown by another device, is noted for its owner. */
export async function lookAtSession<F>(world: World<F>, practice: string, jar: Jar): Promise<Looked> {
	const token = readCookie(jar, 'session');
	if (token === '') return {};
	const shown = { agent: jar.agent, device: readCookie(jar, 'device') };
	const found = await within(world, practice, (at) => sessionOfToken(at, token, shown));
	if (!found) return {};
	if ('ended' in found) {
		await note(world, practice, { what: 'refused account.session', account: found.account, why: found.ended });
		return { ended: found.ended };
	}
	return found.assurance === 'none' ? { half: found } : { session: found };
}

/** Who is signed in, if anybody is: never somebody whose second factor is missing. */
export const sessionOf = async <F>(world: World<F>, practice: string, jar: Jar): Promise<Session | undefined> =>
	(await lookAtSession(world, practice, jar)).session;

/** Somebody whose second factor is missing: for the pages that ask for it, and for nothing else. */
export const halfSessionOf = async <F>(world: World<F>, practice: string, jar: Jar): Promise<Session | undefined> =>
	(await lookAtSession(world, practice, jar)).half;
