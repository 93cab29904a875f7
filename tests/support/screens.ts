import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { pagesOf, type Stage, walksOf } from './stage.ts';

/** One way of looking at every page. */
export interface Look {
	readonly lang: 'fr' | 'en';
	readonly width: 320 | 1280;
	readonly scheme: 'light' | 'dark';
}

/** The whole matrix, and the short one: each language once small and light, once large and dark. */
export const everyLook: readonly Look[] = (['fr', 'en'] as const).flatMap((lang) =>
	([320, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ lang, width, scheme }))),
);
export const shortLooks: readonly Look[] = everyLook.filter((l) => (l.width === 320) === (l.scheme === 'light'));

/** What is wrong on a page: axe's findings, and whether it is wider than its window. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
	// Its other mode opens a blank page for each look, to gather what frames answered: twice the time, and there are none.
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	return [
		...violations.map(
			(v) =>
				`${v.id}: ${v.nodes
					.map((n) => n.target.join(' '))
					.slice(0, 3)
					.join(' | ')}`,
		),
		...(page.frames().length > 1 ? ['holds a frame, whose inside was not looked at'] : []),
		...(wide > 1 ? [`wider than the window by ${wide} px`] : []),
	];
}

type Shot = (page: Page, name: string) => Promise<unknown>;

/** Look at every page in one way; answers what is wrong, by address. `shot` is called on each page that was opened. */
export async function lookAt(
	stage: Stage,
	{ lang, width, scheme, all = false }: Look & { readonly all?: boolean },
	shot?: Shot,
) {
	const wrong: string[] = [];
	let seen = 0;
	const look = async (page: Page, name: string) => {
		for (const fault of await faultsOf(page)) wrong.push(`${name} (${lang} ${width} ${scheme}): ${fault}`);
		await shot?.(page, `${name.replace(/[0-9a-f-]{36}/g, 'x').replaceAll('/', '_')}_${width}_${scheme}`);
		seen += 1;
	};
	const as = { viewport: { width, height: 900 }, colorScheme: scheme, permissions: ['camera', 'microphone'] };
	for (const [actor, list] of Map.groupBy(pagesOf(stage, lang, all), (p) => p.actor)) {
		const context = await stage.path.browse(actor, as);
		const page = await context.newPage();
		for (const { address, who } of list) {
			const answer = await page.goto(address, { waitUntil: 'load' });
			if (!answer || answer.status() >= 400) wrong.push(`${address}: answered ${answer?.status()}`);
			else await look(page, `${address}_${who}`);
		}
		await context.close();
	}
	for (const { browse, walk } of walksOf(stage, lang)) {
		const context = await browse(as);
		await walk(await context.newPage(), look);
		await context.close();
	}
	return { seen, wrong };
}
