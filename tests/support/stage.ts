import type { BrowserContext, Page } from 'playwright-core';
import { findAccount } from '#server/capabilities/accounts/account.ts';
import { invite } from '#server/capabilities/accounts/index.ts';
import { within } from '#server/capabilities/accounts/place.ts';
import { open } from '#server/capabilities/accounts/sessions.ts';
import type { Actor } from '#server/kernel/act.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import type { TestApp } from './app.ts';
import { type HttpPath, openHttpPath, webApp } from './http-path.ts';
import { type Client, openSession, request, startSession, walk, walkStep } from './path.ts';
import { addressOf, allRoutes } from './routes.ts';
import type { TestServer } from './server.ts';
import { longAgo } from './tasks.ts';

/** A practice with somebody in care, a couple on their way and a first request: every page has something to show. */
export interface Stage {
	readonly path: HttpPath;
	readonly cared: Client;
	readonly couple: Client;
	readonly session: string;
	readonly thread: string;
	/** A request to see one's file that waits, by file, and one that was answered. */
	readonly asked: Readonly<Record<string, { readonly waits: string; readonly answered: string }>>;
	/** A privacy incident that is open: one person told, two still to tell. */
	readonly incident: string;
	/** What left a file in a danger, by file: the line that says so. */
	readonly told: Readonly<Record<string, string>>;
	/** A running app that has no practice yet. */
	readonly blank: TestApp;
}

/** Somebody met once (the note signed), who wrote and asked; a couple who has just been sent what to read. */
export async function openStage(server: TestServer): Promise<Stage> {
	const path = await openHttpPath(await webApp(server));
	const { actor } = path.practitioner;
	const cared = await request(path);
	await walk(path, cared);
	const [person] = cared.persons;
	const thread = path.world.newId();
	const words = { thread, purpose: 'care', channel: 'portal', person: person?.id, body: 'Bonjour, à mardi.' };
	await path.does(actor, cared.dossier, 'message.send', words);
	await meetOnce(path, cared);
	await billOnce(path, cared);
	await path.does(actor, cared.dossier, 'question.ask', {
		person: person?.id,
		document: 'services',
		clause: 'fees',
		text: 'Et si j’annule ?',
	});
	const couple = await request(path, { names: ['Dominique Gagnon', 'Alix Morin'], kind: 'couple' });
	await walkStep(path, couple, 'home');
	await walkStep(path, couple, 'package');
	for (const client of [cared, couple]) await waitForAPlace(path, client);
	const asked = {
		[cared.dossier.id]: await asksToSee(path, cared),
		[couple.dossier.id]: await asksToSee(path, couple),
	};
	await lookUp(path, cared);
	const session = await openSession(path, cared);
	await path.does(actor, path.practice, 'anonymousLine.approve', {
		reason: 'Au village, demander un nom ferait taire.',
		limits: { fr: 'La nuit, personne ne répond.', en: 'Nobody answers at night.' },
		hours: { fr: 'le soir', en: 'evenings' },
		practitioner: path.practitioner.account,
	});
	await cameFromElsewhere(path, cared);
	await cameFromElsewhere(path, couple);
	const incident = await putInRegister(path, cared, couple);
	const told = {
		[cared.dossier.id]: await leavesIn(path, cared),
		[couple.dossier.id]: await leavesIn(path, couple),
	};
	return { path, cared, couple, thread, session, asked, incident, told, blank: await webApp(server) };
}

/** Their file came from another practice, with no line yet to read. */
async function cameFromElsewhere(path: HttpPath, { dossier, persons }: Client): Promise<void> {
	const [hash, key] = ['0'.repeat(64), 'k'.repeat(43)];
	const parts = [JOINT, ...persons.map((p) => p.id)];
	await longAgo(path, 0).does({ assurance: 'none', system: true }, dossier, 'record.receive', {
		by: path.practitioner.account,
		from: { practice: path.practice.id, name: 'Le Quai', journal: dossier.id, sign: key },
		leaving: { digest: hash, seq: 1, head: hash, parts },
		windows: 1,
		stretches: parts.map((part) => ({ part, lines: [], keys: {} })),
	});
}

/** Somebody is in danger: one line of the file left, and what was shared at least is still to be said. */
async function leavesIn(path: HttpPath, { dossier, persons }: Client): Promise<string> {
	const { entries } = await path.does(path.practitioner.actor, dossier, 'record.disclose', {
		ground: 'danger',
		to: 'Police de Québec',
		persons: persons.map((p) => p.id),
		lines: [1],
		how: 'spoken',
		danger: 'Menacée chez elle ce soir',
	});
	return String(entries[0]?.seq ?? 0);
}

/** They asked twice for a copy of their file, and said what is not right: one is answered, with words held back. */
async function asksToSee(path: HttpPath, { dossier, persons }: Client) {
	const [one] = persons;
	const person = one?.id ?? '';
	const requests = async () => Object.keys((await path.factsOf(dossier)).dossier.of(person).record.requests);
	const ask = { person, asks: 'copy', means: 'signature' };
	const by = one?.actor ?? path.practitioner.actor;
	const { entries } = await path.does(by, dossier, 'access.request', ask);
	const [answered = ''] = await requests();
	const line = entries[0]?.seq ?? 1;
	const held = { person, id: answered, lines: [line], as: 'whole', ground: 'thirdParty' };
	await path.does(path.practitioner.actor, dossier, 'access.look', held);
	await path.does(path.practitioner.actor, dossier, 'access.deliver', {
		person,
		id: answered,
		answer: 'partly',
		ground: 'thirdParty',
		reason: 'Ces mots parlent d’une autre personne.',
		harm: 'nobody',
		copy: { upTo: line, lines: line, joint: true, hash: '0'.repeat(64) },
	});
	await path.does(by, dossier, 'access.request', ask);
	const said = { person, asks: 'version', means: 'signature', statement: 'Je l’ai dit autrement.', line };
	await path.does(by, dossier, 'correction.ask', said);
	return { answered, waits: (await requests()).find((id) => id !== answered) ?? '' };
}

/** A session was left open: one person was told in their space, a couple is still to tell. */
async function putInRegister(path: HttpPath, cared: Client, couple: Client): Promise<string> {
	const { actor } = path.practitioner;
	const [id, today] = [path.world.newId(), dayOf(path.world.now())];
	const does = (act: string, input: object) => path.does(actor, path.practice, act, { id, ...input });
	const whoms = (client: Client) => client.persons.map((p) => ({ dossier: client.dossier.id, person: p.id }));
	const circumstances = 'Une session est restée ouverte dans la salle d’attente.';
	const what = { how: 'seen', data: ['notes', 'contact'], circumstances, from: today, awareOn: today };
	await does('incident.open', { ...what, exercise: false });
	await does('incident.affect', { people: [...whoms(cared), ...whoms(couple)], reason: 'La liste du jour.' });
	const text = 'Bonjour,\n\nQuelqu’un a vu des choses sur vous.';
	const people = whoms(cared).map((p) => ({ ...p, language: 'fr', text }));
	await does('incident.tell', { people, way: 'portal', on: today });
	return id;
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

/** An insurer that asks for more than the note says, and what was asked of it, for a reason. */
async function billOnce(path: HttpPath, { dossier, persons }: Client): Promise<void> {
	const { actor } = path.practitioner;
	const name = 'Assurance du Fleuve';
	const wants = { fields: ['plan', 'length'], years: 10, source: 'Guide, page 4', reviewedOn: dayOf(path.world.now()) };
	await path.does(actor, path.practice, 'payer.add', { name, ...wants });
	const [payer = ''] = Object.keys((await path.factsOf(path.practice)).practice.payments.payers);
	const { services } = (await path.factsOf(dossier)).dossier.joint.payments;
	const asked = { session: services[0]?.id, person: persons[0]?.id, payer, payerName: name, amount: 12_500 };
	await path.does(actor, dossier, 'payment.request', asked);
}

/** Somebody was looked for in an emergency, and is still to be told. */
const lookUp = (path: HttpPath, { dossier, persons }: Client) =>
	path.does(path.practitioner.actor, dossier, 'search.run', {
		person: persons[0]?.id,
		ground: 'emergency',
		reason: 'Savoir où envoyer de l’aide.',
		danger: 'A écrit adieu, ne répond plus.',
		protects: 'Elle-même',
		noConsent: 'Le téléphone sonne dans le vide.',
	});

/** There is no place yet: what is told to whoever waits. */
const waitForAPlace = (path: HttpPath, { dossier }: Client) =>
	path.does(path.practitioner.actor, dossier, 'waiting.enter', {
		since: dayOf(path.world.now()),
		level: 'usual',
		modes: ['video'],
		about: 'Environ six semaines',
		meanwhile: 'Appelez-nous si cela s’aggrave.',
		told: 'oral',
		reviewOn: dayOf(path.world.now() + 30 * DAY),
	});

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
			const of = (client: Client) =>
				addressOf(pattern.replace('/[[person=uuid]]', ''), valuesOf(stage, client, lang, pattern));
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

const valuesOf = (
	{ session, thread, asked, incident, told }: Stage,
	{ dossier, persons }: Client,
	lang: string,
	pattern: string,
) => ({
	request: asked[dossier.id]?.[/office/.test(pattern) ? 'waits' : 'answered'] ?? '',
	lang,
	dossier: dossier.id,
	session,
	thread,
	incident,
	seq: told[dossier.id] ?? '',
	document: 'services',
	duty: 'qc-2.01-a',
	person: persons[0]?.id ?? '',
});

type Look = (page: Page, name: string) => Promise<void>;

interface Walk {
	readonly browse: (options: Parameters<TestApp['context']>[2]) => Promise<BrowserContext>;
	readonly walk: (page: Page, look: Look) => Promise<void>;
}

/** Pages that one reaches only by doing something, or before everything: an invitation, a second step, a refusal, the first run. */
export function walksOf(stage: Stage, lang: 'fr' | 'en'): readonly Walk[] {
	const { path, blank } = stage;
	return [
		{ browse: (as) => path.browse(undefined, as), walk: (page, look) => claim(stage, lang, page, look) },
		{ browse: (as) => path.browse(undefined, as), walk: (page, look) => callWithoutName(lang, page, look) },
		{ browse: (as) => path.browse(undefined, as), walk: (page, look) => secondStep(stage, lang, page, look) },
		{
			browse: (as) => path.browse(path.practitioner.actor, as),
			walk: (page, look) => refusals(stage, lang, page, look),
		},
		{
			browse: (as) => blank.context(blank.origin, [], as),
			walk: async (page, look) => {
				for (const address of [`/${lang}/setup`, `/${lang}/demo`]) {
					await page.goto(address);
					await look(page, address);
				}
			},
		},
	];
}

/** Somebody calls without a name: the page where they wait, then the one where they may say who they are. */
async function callWithoutName(lang: string, page: Page, look: Look): Promise<void> {
	await page.goto(`/${lang}/line`);
	await page.locator('input[name=band][value=adult]').check();
	await page.locator('input[name=read]').check();
	await page.locator('form[action="?/begin"] button').click();
	await page.waitForURL(/line\/here$/);
	await look(page, `/${lang}/line/here`);
	await page.goto(`/${lang}/portal`);
	await look(page, `/${lang}/line/here/name`);
}

async function refusals({ couple }: Stage, lang: string, page: Page, look: Look): Promise<void> {
	await page.goto(`/${lang}/office/clients/${couple.dossier.id}/decision`);
	await page.locator('form[action^="?/accept"] button').click();
	await page.locator('[data-refusal]').waitFor();
	await look(page, `/${lang}/refusal`);
	await page.goto(`/${lang}/office/clients/new`);
	await page.locator('main form button').last().click();
	await look(page, `/${lang}/field-errors`);
}

async function claim({ path }: Stage, lang: string, page: Page, look: Look): Promise<void> {
	const invited = await invite(path.world, path.practice.id, {
		to: { to: 'practice', roles: ['practitioner'] },
		name: 'Luc Roy',
		language: 'fr',
	});
	if (isRefusal(invited)) throw new Error(invited.code);
	await page.goto(invited.path.replace(/^\/(fr|en)/, `/${lang}`));
	await look(page, `/${lang}/claim`);
	await page.locator('input[name=code]').fill(invited.second);
	await page.locator('main form button').first().click();
	await page.waitForURL(/means$/);
	await look(page, `/${lang}/claim/means`);
}

/** Somebody who gave a code and has one more step to do. */
async function secondStep({ path }: Stage, lang: string, page: Page, look: Look): Promise<void> {
	const id = await path.newAccount('client', 'Alix Morin');
	const { token } = await within(path.world, path.practice.id, async (at) => {
		const account = await findAccount(at, id);
		if (!account) throw new Error('the account was just made');
		return open(at, { account, assurance: 'none', began: 'code', agent: 'test' });
	});
	await page.context().addCookies([{ name: 'balise-session', value: token, url: path.origin }]);
	for (const address of [`/${lang}/sign-in/second`, `/${lang}/no-such-page`]) {
		await page.goto(address);
		await look(page, address);
	}
}
