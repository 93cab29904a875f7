import { defineParams } from '@sveltejs/kit/params';
import { isLocale } from '#words/i18n.ts';

/** Route parameters: `[lang=locale]` is `fr` or `en`; `[dossier=uuid]` an identifier, anything else is not found. */
export const params = defineParams({
	locale: (text) => (isLocale(text) ? text : undefined),
	uuid: (text) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined),
});
