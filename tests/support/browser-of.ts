import { type Answered, ask } from './ask.ts';

/** A browser without JavaScript that keeps the cookies it is given, and says what it is. */
export interface Plain {
	readonly cookies: Map<string, string>;
	readonly get: (path: string) => Promise<Answered>;
	readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answered>;
}

export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
export const iphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';

/** Open one, with the cookies of another if it stole them. */
export function plainBrowser(origin: string, agent: string, held: ReadonlyMap<string, string> = new Map()): Plain {
	const cookies = new Map(held);
	const sent = async (path: string, more: Parameters<typeof ask>[2] = {}): Promise<Answered> => {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await ask(origin, path, {
			...more,
			headers: { 'user-agent': agent, accept: 'text/html', origin, ...(cookie && { cookie }), ...more.headers },
		});
		for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0/i.test(line) || value === '') cookies.delete(name);
			else cookies.set(name, value);
		}
		return answer;
	};
	const post: Plain['post'] = (path, fields) =>
		sent(path, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(fields).toString(),
		});
	return { cookies, get: (path) => sent(path), post };
}
