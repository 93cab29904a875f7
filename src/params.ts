import { defineParams } from '@sveltejs/kit/params';
import { isLocale } from '#words/i18n.ts';

/** Route parameters: `[lang=locale]` is `fr` or `en`. */
export const params = defineParams({ locale: (text) => (isLocale(text) ? text : undefined) });
