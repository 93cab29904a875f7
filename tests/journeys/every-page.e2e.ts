import { describe, expect, test } from 'vitest';
import { testServer } from '../support/index.ts';
import { lookAt, shortLooks } from '../support/screens.ts';
import { openStage } from '../support/stage.ts';

const stage = await openStage(await testServer());

describe('axe finds nothing, and no page is wider than its window', () => {
	test.each(shortLooks)('in $lang, $width px, $scheme', async (look) => {
		const { seen, wrong } = await lookAt(stage, look);
		expect(seen).toBeGreaterThan(60);
		expect(wrong).toEqual([]);
	});
});
