import { expect, test } from 'vitest';
import { preferred } from './preferred.ts';

test.each([
	[null, 'fr'],
	['', 'fr'],
	['de-DE,de;q=0.9', 'fr'],
	['en-CA,en;q=0.9,fr;q=0.8', 'en'],
	['EN-us', 'en'],
	['en;q=0.2, fr;q=0.9', 'fr'],
	['en;q=0', 'fr'],
	['*', 'fr'],
	[';;;,,q=x', 'fr'],
])('a browser that asks for %j is answered in %s', (header, locale) => {
	expect(preferred(header)).toBe(locale);
});
