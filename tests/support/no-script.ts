import { expect } from 'vitest';
import type { Actor } from '#server/kernel/act.ts';
import type { HttpPath } from './http-path.ts';

/** What a form would send as it stands: every field by name, with the values it shows. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One form of a page. */
export interface ShownForm {
	readonly action: string;
	readonly fields: Fields;
	readonly html: string;
}

/** A page as a browser without JavaScript has it. */
export interface Shown {
	readonly address: string;
	readonly status: number;
	readonly html: string;
	/** What a person reads: no markup. */
	readonly text: string;
}

const decoded = (text: string): string =>
	text.replace(
		/&(quot|amp|lt|gt|#39|#x27);/g,
		(all, name: string) => ({ quot: '"', amp: '&', lt: '<', gt: '>' })[name] ?? (name.startsWith('#') ? "'" : all),
	);
const attribute = (tag: string, name: string): string | undefined => {
	const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(`${tag} `);
	return found ? decoded(found[1] ?? '') : undefined;
};
const readable = (html: string): string =>
	decoded(html.replace(/<(script|style|head)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '').replace(/<[^>]+>/g, ' ')).replace(
		/\s+/g,
		' ',
	);

function shownIn(tag: string, inner: string): string | undefined {
	if (tag.startsWith('<textarea')) return decoded(inner);
	if (tag.startsWith('<select')) return attribute(/<option[^>]*\sselected[^>]*>/.exec(inner)?.[0] ?? '', 'value') ?? '';
	const ticks = ['checkbox', 'radio'].includes(attribute(tag, 'type') ?? '');
	return ticks && attribute(tag, 'checked') === undefined ? undefined : (attribute(tag, 'value') ?? '');
}

function fieldsIn(html: string): Fields {
	const fields: Record<string, string | string[]> = {};
	for (const [, tag = '', name = '', inner = ''] of html.matchAll(
		/(<(input|textarea|select)\b[^>]*>)(?:([\s\S]*?)<\/\2>)?/g,
	)) {
		// An input has no end tag: what a lazy match took up to a later one is not its own.
		const value = shownIn(tag, name === 'input' ? '' : inner);
		const field = attribute(tag, 'name');
		if (field === undefined || value === undefined) continue;
		fields[field] = field.includes('[]') ? [...[fields[field] ?? []].flat(), value] : value;
	}
	return fields;
}

/** The forms of a page, in order. */
export const formsIn = (html: string): readonly ShownForm[] =>
	[...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => ({
		action: attribute(tag, 'action') ?? '',
		fields: fieldsIn(inner),
		html: inner,
	}));

/** The form of that name (`action`, or `action:instance`); it must be there. */
export function formOf(page: Shown, name: string): ShownForm {
	const [action = '', ...instance] = name.split(':');
	const found = formsIn(page.html).find(
		(f) => new RegExp(`^\\?/${action}(&|$)`).test(f.action) && (f.fields._instance ?? '') === instance.join(':'),
	);
	if (!found)
		throw new Error(
			`${page.address} has no form ${name}: ${formsIn(page.html)
				.map((f) => `${f.action} ${f.fields._instance ?? ''}`)
				.join(', ')}`,
		);
	return found;
}

/** The one button of a refusal, if the page shows one. */
export const mendOf = ({ html }: Shown): string | undefined => {
	const [refusal = ''] = /<section class="refusal[\s\S]*?<\/section>/.exec(html) ?? [];
	return attribute(/<a class="button primary[^>]*>/.exec(refusal)?.[0] ?? '', 'href');
};

/** The numbers of the duties that a refusal on the page names first. */
export const dutiesOf = ({ html }: Shown): readonly string[] => {
	const [numbers = ''] = /<p class="numbers[\s\S]*?<\/p>/.exec(html) ?? [];
	return [...numbers.matchAll(/href="[^"]*\/norms\/([^"]+)"/g)].map((m) => m[1] ?? '');
};

/** Somebody who reads and sends pages without JavaScript. */
export function reader(path: HttpPath, actor?: Actor) {
	const open = async (address: string): Promise<Shown> => {
		const { status, text } = await path.page(actor, address.replace(/#.*/, ''));
		return { address, status, html: text, text: readable(text) };
	};
	/** Fill in a form of a page and send it; follow where it leads. */
	const send = async (page: Shown, name: string, typed: Fields = {}): Promise<Shown> => {
		const form = formOf(page, name);
		const fields = Object.entries({ ...form.fields, ...typed }).flatMap(([field, value]) =>
			[value].flat().map((v) => [field, v]),
		);
		const address = page.address.replace(/[?#].*/, '') + form.action;
		const answer = await path.post(actor, address, fields as unknown as Record<string, string>);
		expect(answer.status, `${address} answered`).toBeLessThan(500);
		if (answer.location) return open(answer.location.replace(path.origin, ''));
		return { address, status: answer.status, html: answer.text, text: readable(answer.text) };
	};
	return { open, send };
}
