import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Actor } from '#server/kernel/act.ts';
import type { HttpPath } from './http-path.ts';
import { type Client, openSession, request, walk, walkStep } from './path.ts';
import { addressOf, allRoutes } from './routes.ts';

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

/** A practice with somebody in care, a couple on their way and a first request: every page has something to show. */
export interface Stage {
	readonly path: HttpPath;
	readonly cared: Client;
	readonly session: string;
}

export async function openStage(path: HttpPath): Promise<Stage> {
	const cared = await request(path);
	await walk(path, cared);
	await path.does(path.practitioner.actor, cared.dossier, 'question.ask', {
		person: cared.persons[0]?.id,
		document: 'services',
		clause: 'fees',
		text: 'Et si j’annule ?',
	});
	const couple = await request(path, { names: ['Dominique Gagnon', 'Alix Morin'], kind: 'couple' });
	await walkStep(path, couple, 'home');
	await walkStep(path, couple, 'package');
	return { path, cared, session: await openSession(path, cared) };
}

/** Every page that a person may open, as who opens it. */
export function pagesOf(
	{ path, cared, session }: Stage,
	lang: 'fr' | 'en',
): readonly { readonly address: string; readonly actor: Actor | undefined }[] {
	const [person] = cared.persons;
	const values = {
		lang,
		dossier: cared.dossier.id,
		session,
		document: 'services',
		duty: 'qc-2.01-a',
		person: person?.id ?? '',
	};
	return allRoutes()
		.filter((r) => r.page && !/token|demo|setup|second|thread/.test(r.pattern))
		.flatMap(({ pattern }) => {
			const address = addressOf(pattern.replace('/[[person=uuid]]', ''), values);
			if (/office|account/.test(pattern)) return [{ address, actor: path.practitioner.actor }];
			if (/portal/.test(pattern)) return [{ address, actor: person?.actor }];
			if (/room/.test(pattern)) return [path.practitioner.actor, person?.actor].map((actor) => ({ address, actor }));
			return [{ address, actor: undefined }];
		});
}

/** What is wrong on a page: axe's findings, and whether it is wider than its window. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	return [
		...violations.map(
			(v) =>
				`${v.id}: ${v.nodes
					.map((n) => n.target.join(' '))
					.slice(0, 3)
					.join(' | ')}`,
		),
		...(wide > 1 ? [`wider than the window by ${wide} px`] : []),
	];
}

/** Look at every page in one way; answers what is wrong, by address. `shot` is called on each page that was opened. */
export async function lookAt(
	stage: Stage,
	{ lang, width, scheme }: Look,
	shot?: (page: Page, name: string) => Promise<unknown>,
): Promise<{ readonly seen: number; readonly wrong: readonly string[] }> {
	const wrong: string[] = [];
	let seen = 0;
	for (const [actor, list] of Map.groupBy(pagesOf(stage, lang), (p) => p.actor)) {
		const context = await stage.path.browse(actor, {
			viewport: { width, height: 900 },
			colorScheme: scheme,
			permissions: ['camera', 'microphone'],
		});
		const page = await context.newPage();
		for (const { address } of list) {
			const answer = await page.goto(address, { waitUntil: 'load' });
			if (!answer || answer.status() >= 400) wrong.push(`${address}: answered ${answer?.status()}`);
			else for (const fault of await faultsOf(page)) wrong.push(`${address} (${lang} ${width} ${scheme}): ${fault}`);
			await shot?.(
				page,
				`${address.replace(/[0-9a-f-]{36}/g, 'x').replaceAll('/', '_')}_${actor === stage.path.practitioner.actor ? 'p' : actor ? 'c' : 'n'}_${width}_${scheme}`,
			);
			seen += 1;
		}
		await context.close();
	}
	return { seen, wrong };
}
