import type { Locator, Page } from 'playwright-core';
import { choose, press, tick, write } from './hands.ts';

/** What a person types or chooses in a form, by the name of each field; `true` ticks what is not ticked. */
export type Typed = Readonly<Record<string, string | true | readonly string[]>>;

/** The form of that name on a page: its action, and its instance where several are alike. */
export function formNamed(page: Page, name: string): Locator {
	const [action = '', ...instance] = name.split(':');
	const forms = page.locator(`form[action^="?/${action}"]`);
	if (instance.length === 0) return forms.filter({ hasNot: page.locator('input[name="_instance"]') }).first();
	return forms.filter({ has: page.locator(`input[name="_instance"][value="${instance.join(':')}"]`) }).first();
}

/** Open what is folded around a thing, from the outside in, as a person does. */
export async function unfold(thing: Locator): Promise<void> {
	const folded = thing.locator('xpath=ancestor::details[not(@open)]');
	for (let left = await folded.count(); left > 0; left -= 1) await press(folded.first().locator('> summary'));
}

async function fill(field: Locator, name: string, value: string | true | readonly string[]): Promise<void> {
	const first = field.first();
	const type = await first.evaluate((e) => (e instanceof HTMLInputElement ? e.type : e.tagName.toLowerCase()));
	if (type === 'hidden') return;
	await unfold(first);
	if (type === 'select') return choose(first, String(value));
	if (type !== 'radio' && type !== 'checkbox') return write(first, String(value));
	const wanted = value === true ? undefined : [value].flat();
	for (const one of await field.all()) {
		const is = await one.getAttribute('value');
		if (wanted ? wanted.includes(is ?? '') : true) await tick(one);
	}
	if (wanted && (await field.count()) === 0) throw new Error(`no field ${name}`);
}

/** Fill in a form of the page and press its button; resolves once the page has answered. */
export async function sends(page: Page, name: string, typed: Typed = {}): Promise<void> {
	const form = formNamed(page, name);
	await unfold(form);
	for (const [field, value] of Object.entries(typed)) await fill(form.locator(`[name="${field}"]`), field, value);
	const button = form.locator('button').last();
	await unfold(button);
	const before = await form.locator('input[name="_attempt"]').first().inputValue();
	const answered = page.waitForResponse(
		(r) => r.request().method() === 'POST' && new URL(r.url()).search.startsWith('?/'),
	);
	await press(button);
	const wasRefused = (await answered).status() >= 400;
	// Done: what the page would send next is renewed, or it leads elsewhere. Refused: it says what is missing.
	await page.waitForFunction(
		([id, no]) =>
			no ? document.querySelector('[data-refusal]') : !document.querySelector(`input[name="_attempt"][value="${id}"]`),
		[before, wasRefused] as const,
		{ timeout: 30_000 },
	);
}
