import { isLocale, type Locale } from '#words/i18n.ts';

/** The language a browser asks for (`Accept-Language`), among ours; French when it asks for none of them. */
export const preferred = (header: string | null): Locale =>
	(header ?? '')
		.split(',')
		.map((item) => {
			const [tag = '', q = 'q=1'] = item.trim().toLowerCase().split(';');
			return { locale: tag.slice(0, 2), weight: Number(q.trim().slice(2)) || 0 };
		})
		.filter((asked): asked is { locale: Locale; weight: number } => isLocale(asked.locale) && asked.weight > 0)
		.toSorted((a, b) => b.weight - a.weight)[0]?.locale ?? 'fr';
