import type { Locale } from '#words/i18n.ts';
import { groundWords } from '#words/record.ts';

/** The grounds to choose from, each with its article where the law of the place names one. */
export const groundOptions = (
	locale: Locale,
	grounds: readonly { readonly ground: string; readonly citation?: string }[],
) =>
	grounds.map(({ ground, citation }) => ({
		value: ground,
		label: [groundWords(locale).ground(ground), citation && groundWords(locale).cited(citation)]
			.filter(Boolean)
			.join(' '),
	}));
