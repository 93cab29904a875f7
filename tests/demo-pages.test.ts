import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { demoWords } from '#words/demo.ts';
import { type Answered, ask } from './support/ask.ts';
import { openHttpPath, webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';

// The built app, with a practice of its own beside the demonstration.
const server = await testServer();
const web = await webApp(server);
const house = await openHttpPath(web);
const demo = web.origin.replace('localhost', 'demo.localhost');
const words = demoWords('fr');

const post = (at: string, path: string, fields: Readonly<Record<string, string>> = {}): Promise<Answered> =>
	ask(at, path, {
		method: 'POST',
		headers: { origin: at, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(fields).toString(),
	});
const cookieOf = ({ headers }: Answered): string =>
	[headers['set-cookie'] ?? []]
		.flat()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
const h1 = ({ text }: Answered): string => /<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? '';

let first: Answered;
beforeAll(async () => {
	first = await ask(demo, '/fr/demo');
	while (h1(await ask(demo, '/fr/demo')) === words.preparing) await sleep(500);
});

test('the first visitor sees how far the story is told, on a page that comes again by itself', () => {
	expect(first).toMatchObject({ status: 200, headers: { refresh: '2', 'cache-control': 'no-store' } });
	expect(h1(first)).toBe(words.preparing);
	expect(first.text).toContain(words.leave);
	expect(first.text).toContain('<progress');
});

test('once it is told the page stands still, and offers who one may be', async () => {
	const page = await ask(demo, '/fr/demo');
	expect(page.headers.refresh).toBeUndefined();
	for (const name of ['Geneviève', 'Rachel', 'Inès', 'Sophie', 'Zoé', 'Daniel'])
		expect(page.text).toContain(words.enter({ name }));
});

test.each([
	['genevieve', '/fr/office', '/fr/office/clients', 'Sophie Lemire'],
	['ines', '/fr/office', '/fr/office', 'Sophie Lemire'],
	['sophie', '/fr/portal', '/fr/portal', 'Ma prochaine rencontre'],
])('%s comes in, and every page says that it is all made up', async (who, home, path, text) => {
	const entered = await post(demo, '/fr/demo?/enter', { who });
	expect(entered).toMatchObject({ status: 303, headers: { location: home } });
	const page = await ask(demo, path, { headers: { cookie: cookieOf(entered) } });
	expect(page.status).toBe(200);
	expect(page.text).toContain(text);
	expect(page.text).toContain('ce cabinet et ces personnes sont inventés');
	expect(page.text).toMatch(/<aside class="demo[^>]*>[^<]*(<!--.*?-->|\s)*<a href="\/fr\/demo"/);
	// The cookie of the demonstration opens nothing elsewhere, whoever carries it there.
	const elsewhere = await ask(house.origin, path, { headers: { cookie: cookieOf(entered) } });
	expect(elsewhere.status).toBe(303);
	expect(elsewhere.headers.location).toContain('/sign-in');
});

test('somebody who is not in the story cannot be entered as', async () => {
	for (const who of ['', 'maude', 'constructor', house.practitioner.account]) {
		const refused = await post(demo, '/fr/demo?/enter', { who });
		expect(refused.status, who).toBe(422);
		expect(refused.headers['set-cookie'], who).toBeUndefined();
	}
});

test('no other host offers any of it: the page shows the way, the buttons are not there', async () => {
	for (const origin of [web.origin, house.origin]) {
		const page = await ask(origin, '/en/demo');
		expect(page).toMatchObject({ status: 303, headers: { location: `${demo}/en/demo` } });
		for (const action of ['enter', 'bring', 'renew']) {
			const refused = await post(origin, `/fr/demo?/${action}`, { who: 'genevieve' });
			expect(refused.status, action).toBe(404);
			expect(refused.headers['set-cookie'], action).toBeUndefined();
		}
	}
	expect((await ask(web.origin, '/fr')).text).not.toContain('sont inventés');
});

test('somebody is brought to the door by a button', async () => {
	const brought = await post(demo, '/fr/demo?/bring');
	expect(brought.status).toBe(200);
	expect(brought.text).toContain(words.brought);
	const cookie = cookieOf(await post(demo, '/fr/demo?/enter', { who: 'genevieve' }));
	expect((await ask(demo, '/fr/office', { headers: { cookie } })).text).toContain('Sophie Lemire vous attend');
});
