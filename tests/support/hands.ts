import type { Locator, Page } from 'playwright-core';
import type { Locale } from '#words/i18n.ts';

/*
 * How somebody uses a page: with a pointer; or, for pages named here, with the keyboard alone, walking with the Tab key
 * until the thing has the focus. What no Tab reaches cannot be used, and the test fails.
 */
const keyboards = new WeakSet<Page>();

/** From now on this page is used with the keyboard alone. */
export const withKeyboardAlone = (page: Page): Page => {
	keyboards.add(page);
	return page;
};

const languages = new WeakMap<Page, Locale>();

/** From now on this page is read in English; every other page is read in French. */
export const inEnglish = (page: Page): Page => {
	languages.set(page, 'en');
	return page;
};

/** In which language a page is read. */
export const languageOf = (page: Page): Locale => languages.get(page) ?? 'fr';

const MOST = 400;
const hasFocus = (thing: Locator) => thing.evaluate((e) => e === document.activeElement);

/** Walk with the Tab key until this thing, or another of its group of radio buttons, has the focus. */
async function walkTo(thing: Locator): Promise<void> {
	const { keyboard } = thing.page();
	for (let pressed = 0; pressed < MOST; pressed += 1) {
		const isThere = await thing.evaluate((e) => {
			const here = document.activeElement;
			const [mine, its] = [e, here] as (HTMLInputElement | null)[];
			const isGroup =
				mine?.type === 'radio' && its?.type === 'radio' && mine.name === its.name && mine.form === its.form;
			return e === here || isGroup;
		});
		if (isThere) return;
		await keyboard.press('Tab');
	}
	throw new Error(`Tab never reached ${thing}`);
}

/** Press a button, a link or what unfolds. */
export async function press(thing: Locator): Promise<void> {
	if (!keyboards.has(thing.page())) return thing.click();
	await thing.waitFor();
	await walkTo(thing);
	await thing.page().keyboard.press('Enter');
}

/** Write in a field, over what stands there. */
export async function write(field: Locator, text: string): Promise<void> {
	if (!keyboards.has(field.page())) return field.fill(text);
	const { keyboard } = field.page();
	await walkTo(field);
	if (/^date/.test((await field.getAttribute('type')) ?? '')) return writeDate(field, text);
	await keyboard.press('ControlOrMeta+A');
	await keyboard.type(text);
}

/** A date is written part by part, in the order of this browser's language. */
async function writeDate(field: Locator, text: string): Promise<void> {
	const { keyboard } = field.page();
	const [year = '', month = '', day = '', hour = '0', minute = ''] = text.split(/[-T:]/);
	const half = [String(Number(hour) % 12 || 12).padStart(2, '0'), minute, Number(hour) < 12 ? 'a' : 'p'];
	const clocks = text.includes('T') ? [half, [hour, minute]] : [[]];
	const days = [
		[month, day, year],
		[year, month, day],
		[day, month, year],
	];
	for (const order of days.flatMap((d) => clocks.map((c) => [...d, ...c]))) {
		for (let back = 0; back < order.length; back += 1) await keyboard.press('ArrowLeft');
		for (const part of order) {
			await keyboard.type(part);
			// Two digits lead on by themselves; a year, which may have six, does not.
			if (part === year) await keyboard.press('ArrowRight');
		}
		if ((await field.inputValue()) === text) return;
	}
	throw new Error(`no way of writing ${text} in ${field}`);
}

/** Choose one of a list. */
export async function choose(list: Locator, value: string): Promise<void> {
	if (!keyboards.has(list.page())) return void (await list.selectOption(value));
	await walkTo(list);
	await list.page().keyboard.press('Home');
	for (let pressed = 0; pressed < MOST && (await list.inputValue()) !== value; pressed += 1)
		await list.page().keyboard.press('ArrowDown');
	if ((await list.inputValue()) !== value) throw new Error(`no ${value} in ${list}`);
}

/** Tick a box, or choose one of several. */
export async function tick(box: Locator): Promise<void> {
	if (!keyboards.has(box.page())) return box.check({ force: true });
	if (await box.isChecked()) return;
	const { keyboard } = box.page();
	await walkTo(box);
	for (let pressed = 0; pressed < MOST && !(await hasFocus(box)); pressed += 1) await keyboard.press('ArrowDown');
	if (!(await box.isChecked())) await keyboard.press('Space');
}

/** Go to a page of the house: by a link that leads there where the page has one, else by its address. */
export async function goes(page: Page, path: string): Promise<void> {
	const link = page.locator(`a[href="${path}"]:visible`).first();
	if (!keyboards.has(page) || (await link.count()) === 0) return void (await page.goto(path));
	await press(link);
	await page.waitForURL((url) => `${url.pathname}${url.search}` === path);
}
