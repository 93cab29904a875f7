import { isLocale, type Locale } from '#words/i18n.ts';
import { page } from '$app/state';

/** The language of the page being shown, read from its address; French where the address says nothing. */
export const currentLocale = (): Locale => {
	const first = page.url.pathname.split('/')[1];
	return isLocale(first) ? first : 'fr';
};
