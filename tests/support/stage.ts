import type { Page } from 'playwright-core';
import { findAccount } from '#server/capabilities/accounts/account.ts';
import { invite } from '#server/capabilities/accounts/index.ts';
import { within } from '#server/capabilities/accounts/place.ts';
import { open } from '#server/capabilities/accounts/sessions.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import type { HttpPath } from './http-path.ts';
import { type Client, openSession, request, startSession, walk, walkStep } from './path.ts';
import { addressOf, allRoutes } from './routes.ts';

/** A practice with somebody in care, a couple on their way and a first request: every page has something to show. */
export interface Stage {
	readonly path: HttpPath;
	readonly cared: Client;
	readonly couple: Client;
	readonly session: string;
	readonly thread: string;
}

/** Somebody met once (the note signed), who wrote and asked; a couple who has just been sent what to read. */
export async function openStage(path: HttpPath): Promise<Stage> {
	const { actor } = path.practitioner;
	const cared = await request(path);
	await walk(path, cared);
	const [person] = cared.persons;
	const thread = path.world.newId();
	const words = { thread, purpose: 'care', channel: 'portal', person: person?.id, body: 'Bonjour, à mardi.' };
	await path.does(actor, cared.dossier, 'message.send', words);
	await meetOnce(path, cared);
	await path.does(actor, cared.dossier, 'question.ask', {
		person: person?.id,
		document: 'services',
		clause: 'fees',
		text: 'Et si j’annule ?',
	});
	const couple = await request(path, { names: ['Dominique Gagnon', 'Alix Morin'], kind: 'couple' });
	await walkStep(path, couple, 'home');
	await walkStep(path, couple, 'package');
	return { path, cared, couple, thread, session: await openSession(path, cared) };
}

async function meetOnce(path: HttpPath, client: Client): Promise<void> {
	const { actor, account } = path.practitioner;
	const session = await openSession(path, client);
	await startSession(path, client, session);
	await path.does(actor, client.dossier, 'session.end', { id: session });
	await path.does(actor, client.dossier, 'note.sign', {
		session,
		body: { reason: 'Suite', course: 'A parlé de sa semaine.', plan: 'Se revoir mardi.' },
		happened: {},
		attests: client.persons.map((p) => p.id),
		sources: [],
		authors: [account],
	});
}

/** Reached by a walk only, or on another host: {@link walksOf}; the first run and the demonstration have tests of their own. */
const notByAddress = /token|demo|setup|second/;

interface Opened {
	readonly address: string;
	readonly actor: Actor | undefined;
	readonly who: 'office' | 'client' | 'nobody';
}

/** Every page that an address alone opens, as who opens it; those of a file in care, and in `all` also of one just begun. */
export function pagesOf(stage: Stage, lang: 'fr' | 'en', all: boolean): readonly Opened[] {
	const { actor } = stage.path.practitioner;
	return allRoutes()
		.filter((r) => r.page && !notByAddress.test(r.pattern))
		.flatMap(({ pattern }): readonly Opened[] => {
			const of = (client: Client) => addressOf(pattern.replace('/[[person=uuid]]', ''), valuesOf(stage, client, lang));
			const clients =
				all && /dossier/.test(pattern) && !/room|thread/.test(pattern) ? [stage.cared, stage.couple] : [stage.cared];
			const asOffice = clients.map((c) => ({ address: of(c), actor, who: 'office' as const }));
			const asClient = clients.map((c) => ({ address: of(c), actor: c.persons[0]?.actor, who: 'client' as const }));
			if (/office|account/.test(pattern)) return asOffice;
			if (/portal/.test(pattern)) return asClient;
			if (/room/.test(pattern)) return [...asOffice, ...asClient];
			return [{ address: of(stage.cared), actor: undefined, who: 'nobody' }];
		});
}

const valuesOf = ({ session, thread }: Stage, { dossier, persons }: Client, lang: string) => ({
	lang,
	dossier: dossier.id,
	session,
	thread,
	document: 'services',
	duty: 'qc-2.01-a',
	person: persons[0]?.id ?? '',
});

interface Walk {
	readonly actor: Actor | undefined;
	readonly walk: (page: Page, look: (page: Page, name: string) => Promise<void>) => Promise<void>;
}

/** Pages that one reaches only by doing something: an invitation, a second step, a refusal, an error in a form. */
export const walksOf = (stage: Stage, lang: 'fr' | 'en'): readonly Walk[] => [
	{ actor: undefined, walk: (page, look) => claim(stage, lang, page, look) },
	{
		actor: undefined,
		walk: async (page, look) => {
			await secondStep(stage, page);
			await page.goto(`/${lang}/sign-in/second`);
			await look(page, `/${lang}/sign-in/second`);
			await page.goto(`/${lang}/no-such-page`);
			await look(page, `/${lang}/no-such-page`);
		},
	},
	{
		actor: stage.path.practitioner.actor,
		walk: async (page, look) => {
			await page.goto(`/${lang}/office/clients/${stage.couple.dossier.id}/decision`);
			await page.locator('form[action^="?/accept"] button').click();
			await page.locator('[data-refusal]').waitFor();
			await look(page, `/${lang}/refusal`);
			await page.goto(`/${lang}/office/clients/new`);
			await page.locator('main form button').last().click();
			await look(page, `/${lang}/field-errors`);
		},
	},
];

async function claim({ path }: Stage, lang: string, page: Page, look: (page: Page, name: string) => Promise<void>) {
	const invited = await invite(path.world, path.practice.id, {
		to: { to: 'practice', roles: ['practitioner'] },
		name: 'Luc Roy',
		language: 'fr',
	});
	if (isRefusal(invited)) throw new Error(invited.code);
	await page.goto(`/${lang}${invited.path}`);
	await look(page, `/${lang}/claim`);
	await page.locator('input[name=code]').fill(invited.second);
	await page.locator('main form button').first().click();
	await page.waitForURL(/means$/);
	await look(page, `/${lang}/claim/means`);
}

/** Somebody who gave a code and has one more step to do. */
async function secondStep({ path }: Stage, page: Page): Promise<void> {
	const id = await path.newAccount('client', 'Alix Morin');
	const { token } = await within(path.world, path.practice.id, async (at) => {
		const account = await findAccount(at, id);
		if (!account) throw new Error('the account was just made');
		return open(at, { account, assurance: 'none', began: 'code', agent: 'test' });
	});
	await page.context().addCookies([{ name: 'balise-session', value: token, url: path.origin }]);
}
