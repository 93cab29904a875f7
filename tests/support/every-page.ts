import { describe, expect, test } from 'vitest';
import { testServer } from './index.ts';
import { type Look, lookAt, shortLooks } from './screens.ts';
import { openStage } from './stage.ts';

/** Every page in one language, once small and light, once large and dark. */
export async function looksAtEveryPage(lang: Look['lang']): Promise<void> {
	const stage = await openStage(await testServer());
	describe('axe finds nothing, and no page is wider than its window', () => {
		test.each(shortLooks.filter((look) => look.lang === lang))('in $lang, $width px, $scheme', async (look) => {
			const { seen, wrong } = await lookAt(stage, look);
			expect(seen).toBeGreaterThan(60);
			expect(wrong).toEqual([]);
		});
	});
}
