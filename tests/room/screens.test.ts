import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { bundlePages } from './bundle.ts';
import type { GalleryPage } from './pages/gallery.ts';
import { type RoomServer, startRoomServer } from './server.ts';

declare global {
	interface Window {
		readonly gallery: GalleryPage;
	}
}

let browser: Browser;
let server: RoomServer;

beforeAll(async () => {
	server = await startRoomServer(await bundlePages(['gallery']));
	browser = await openBrowser();
}, 60_000);

afterAll(async () => {
	await browser?.close();
	server?.close();
});

const looks = [
	{ locale: 'fr', theme: 'light', width: 320 },
	{ locale: 'en', theme: 'dark', width: 1280 },
	{ locale: 'fr', theme: 'dark', width: 1280 },
	{ locale: 'en', theme: 'light', width: 320 },
] as const;

/** The document, not a part of it, may not be wider than the screen. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('every piece of the room', { timeout: 60_000 }, () => {
	it.each(looks)(
		'$locale, $theme, $width px: axe finds nothing, nothing is cut off, no style is refused',
		async (look) => {
			const page = await openPage(browser, `${server.url}/gallery`);
			const refused: string[] = [];
			page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
			await page.setViewportSize({ width: look.width, height: 900 });
			await page.evaluate(({ locale, theme }) => window.gallery.showAll(locale, theme), look);
			await page.getByRole('button', { name: /Essayer ma|Try my/ }).click();
			await page.getByRole('meter').waitFor();
			await page.getByText(/La ligne est coupée|The line has dropped/).waitFor();
			// The same pieces stand there several times, and no page is around them.
			const around = ['region', 'page-has-heading-one', 'landmark-unique'];
			const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).disableRules(around).analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
			expect(await overflow(page)).toBe(0);
			expect(refused).toEqual([]);
			expect(page.errors).toEqual([]);
			await page.context().close();
		},
	);
});

describe('a camera and microphone that are refused', { timeout: 30_000 }, () => {
	it.each([
		['Permission denied', 'Cliquez l’icône à gauche de l’adresse.'],
		['Permission denied by system', 'Ouvrez les réglages de l’appareil'],
		['Permission dismissed', 'La question s’est fermée sans réponse.'],
		['Requested device not found', 'Nous n’en trouvons pas.', 'NotFoundError'],
	])('%s: says what to do, and lets one go on without', async (message, advice, name = 'NotAllowedError') => {
		const page = await openPage(browser, `${server.url}/gallery`);
		await page.evaluate(
			([message, name]) => {
				navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(message, name));
				return window.gallery.enter('/rooms/refused/p0', 'fr');
			},
			[message, name] as const,
		);
		await page.getByRole('button', { name: 'Essayer ma caméra' }).click();
		await page.getByRole('heading', { name: 'Votre caméra ne s’ouvre pas' }).waitFor();
		await page.getByRole('heading', { name: 'Votre micro ne s’ouvre pas' }).waitFor();
		expect(await page.getByText(advice).count()).toBe(2);
		await page.getByRole('button', { name: 'Continuer sans caméra ni micro' }).click();
		await page.getByRole('button', { name: 'Ouvrir le micro' }).click();
		// Asked again during the meeting: it says why, as before it.
		await page.getByRole('heading', { name: 'Votre micro ne s’ouvre pas' }).waitFor();
		await page.getByText(advice).waitFor();
		expect(page.errors).toEqual([]);
		await page.context().close();
	});
});

/** Presses Tab until the button that has the focus is called so, then Enter. */
const pressOn = async (page: Page, name: RegExp) => {
	for (let n = 0; n < 60; n += 1) {
		await page.keyboard.press('Tab');
		const text = await page.evaluate(() => {
			const { activeElement } = document;
			return activeElement instanceof HTMLButtonElement ? (activeElement.textContent ?? '').trim() : '';
		});
		if (name.test(text)) return page.keyboard.press('Enter');
	}
	throw new Error(`no way by keyboard to ${name}`);
};
const said = (page: Page, what: string) =>
	page.evaluate((what) => window.gallery.said().filter((one) => (one as unknown[])[0] === what), what);

describe('the whole room, by keyboard alone', { timeout: 60_000 }, () => {
	it('is entered, used and left; a cut is shown at once and told afterwards', async () => {
		server.rule('keys', { grace: 12_000 });
		const pages = [
			await openPage(browser, `${server.url}/gallery`),
			await openPage(browser, `${server.url}/gallery`),
		] as const;
		for (const [n, page] of pages.entries()) {
			await page.evaluate((n) => window.gallery.enter(`/rooms/keys/p${n}`, n === 0 ? 'fr' : 'en'), n);
			await pressOn(page, /Essayer ma caméra|Try my camera/);
			await page.getByRole('meter').waitFor();
			await pressOn(page, /^(Continuer|Continue)$/);
		}
		const [fr, en] = pages;
		await fr.locator('ol[lang=fr] li').nth(5).waitFor();
		await en.locator('ol[lang=en] li').nth(5).waitFor();
		// Read in one language by both, the words are the same.
		await pressOn(en, /See the words in French/);
		expect(await en.locator('ol[lang=fr] li').allInnerTexts()).toEqual(
			await fr.locator('ol[lang=fr] li').allInnerTexts(),
		);
		await pressOn(fr, /Les mots sont les mêmes/);
		expect(await said(fr, 'phrase')).toEqual([['phrase', 'same']]);

		await pressOn(fr, /Fermer le micro/);
		await en.getByText('Microphone off').first().waitFor();
		await pressOn(fr, /Clavardage/);
		await fr.keyboard.type('Bonjour');
		await fr.keyboard.press('Enter');
		expect(await said(fr, 'send')).toEqual([['send', 'Bonjour']]);

		// Gone without a word, as a phone whose battery is empty.
		await en.goto('chrome://crash').catch(() => {});
		await fr.getByText('La ligne est coupée').waitFor();
		await pressOn(fr, /^Si la ligne coupe/);
		expect(await fr.evaluate(() => document.activeElement?.textContent)).toContain('418 555-0134');
		await fr.waitForFunction(() => window.gallery.said().some((one) => (one as unknown[])[0] === 'reported'));
		const [[, cut]] = (await said(fr, 'reported')) as [[string, { since: number; until: number; cause: string }]];
		expect(cut.cause).toBe('other-side');
		expect(cut.until - cut.since).toBeGreaterThan(5000);

		await pressOn(fr, /Quitter/);
		await pressOn(fr, /Quitter/);
		expect(await said(fr, 'left')).toHaveLength(1);
		expect(pages.flatMap(({ errors }) => errors)).toEqual([]);
		for (const page of pages) await page.context().close();
	});
});
