import { expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { openHttpPath, webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';

const server = await testServer();

/** Ask what a passkey needs, as whoever stands behind the proxy, until it is too much or `most` times. */
async function until429(proxies: string): Promise<(from: string, most?: number) => Promise<number>> {
	const { origin } = await openHttpPath(await webApp(server, { BALISE_PROXIES: proxies }));
	return async (from, most = 40) => {
		for (let n = 1; n <= most; n++) {
			const headers = { origin, 'x-forwarded-for': from, 'x-balise-address': '203.0.113.99' };
			const { status } = await ask(origin, '/fr/sign-in/passkey?for=signIn', { method: 'POST', headers });
			if (status === 429) return n;
		}
		return 0;
	};
}

test('behind one proxy, each client has limits of their own, whatever they wrote in front', async () => {
	const tries = await until429('1');
	expect(await tries('203.0.113.1')).toBeGreaterThan(20);
	expect(await tries('198.51.100.9, 203.0.113.1', 1)).toBe(1);
	expect(await tries('203.0.113.2', 1)).toBe(0);
});

test('without one, nobody is believed', async () => {
	const tries = await until429('0');
	expect(await tries('203.0.113.1')).toBeGreaterThan(20);
	expect(await tries('203.0.113.2', 1)).toBe(1);
});
