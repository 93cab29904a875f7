import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import type { Site } from '#server/capabilities/accounts/index.ts';

/** Debian's Chromium. */
export const openChromium = (): Promise<Browser> =>
	chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-sync',
		],
	});

/** An empty page on this machine, for passkeys are bound to an address. */
export async function openSite(): Promise<{ readonly site: Site; readonly close: () => Promise<void> }> {
	const server = createServer((_, response) =>
		response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>-</title>'),
	);
	await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	return { site: { origin, host: 'localhost' }, close: () => new Promise((down) => server.close(() => down())) };
}

/** Somebody's browser with a security key of its own in it. */
export interface Device {
	readonly page: Page;
	/** Does the person show their finger when asked? */
	readonly verifies: (yes: 'yes' | 'no') => Promise<void>;
	/** Make a passkey; what the browser would post. */
	readonly make: (options: object) => Promise<Made>;
	/** Show one. */
	readonly show: (options: object) => Promise<Made>;
	readonly cdp: CDPSession;
	readonly authenticator: string;
}
/** A credential as a browser posts it. */
export type Made = { readonly id: string; readonly response: Record<string, string> } & Record<string, unknown>;

/** Put a virtual authenticator in a page's browser: it answers by itself, as somebody who shows their finger. */
export async function withAuthenticator(page: Page, hasUserVerification: 'yes' | 'no' = 'yes') {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: hasUserVerification === 'yes',
			isUserVerified: hasUserVerification === 'yes',
			automaticPresenceSimulation: true,
		},
	});
	return { cdp, authenticatorId };
}

/** A browser context with a virtual authenticator (WebDriver's WebAuthn, over CDP). */
export async function openDevice(
	browser: Browser,
	origin: string,
	hasUserVerification: 'yes' | 'no' = 'yes',
): Promise<Device> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(origin);
	const { cdp, authenticatorId } = await withAuthenticator(page, hasUserVerification);
	return {
		page,
		cdp,
		authenticator: authenticatorId,
		verifies: (yes) =>
			cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: yes === 'yes' }).then(() => undefined),
		make: (options) =>
			page.evaluate(async (json) => {
				const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json as never);
				return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON();
			}, options) as unknown as Promise<Made>,
		show: (options) =>
			page.evaluate(async (json) => {
				const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json as never);
				return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON();
			}, options) as unknown as Promise<Made>,
	};
}
