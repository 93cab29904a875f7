import { describe, expect, test } from 'vitest';
import { readFirstRun } from '#server/app/first-run.ts';
import { createPractice } from '#server/app/practices.ts';
import { ask } from './support/ask.ts';
import { webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';

const web = await webApp(await testServer());
const typed = {
	name: 'Ève Tremblay',
	title: 'T.S.',
	order: 'OTSTCFQ',
	email: 'eve@example.org',
	permitNumber: 'TS-1',
	permitFrom: '2026-04-01',
	permitUntil: '2027-04-01',
	practiceName: 'Cabinet Tremblay',
	senderName: 'Agenda',
	address: '1, rue du Quai, Québec',
	phone: '418-555-0100',
};
const at = (host: string): string => web.origin.replace('localhost', host);
const create = (origin: string) =>
	ask(origin, '/fr/setup?/create', {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', origin },
		body: new URLSearchParams(typed).toString(),
	});

describe('the first run', () => {
	test('leads to the demonstration at its own address, by whatever name one came in', async () => {
		const demo = `href="${at('demo.localhost')}/fr/demo"`;
		for (const host of ['localhost', '127.0.0.1'])
			expect((await ask(at(host), '/fr/setup')).text, host).toContain(demo);
		const elsewhere = await ask(at('demo.localhost'), '/fr/setup');
		expect(elsewhere.headers.location).toBe(`${web.origin}/fr/setup`);
	});

	test('cut short, it can be done again: what was half made is in nobody’s way', async () => {
		const first = readFirstRun(typed, 'fr');
		if ('fields' in first) throw new Error('unreadable');
		const struck = { ...web.app.world, model: {} as typeof web.app.world.model };
		await expect(createPractice(struck, first)).rejects.toThrow();
		expect((await ask(web.origin, '/fr/setup')).status).toBe(200);
		expect((await ask(web.origin, '/fr')).headers.location).toBe('/fr/setup');
	});

	test('two at once make one practice, and nobody is told that the house is broken', async () => {
		const answers = await Promise.all([create(web.origin), create(web.origin), create(web.origin)]);
		const statuses = answers.map(({ status }) => status);
		expect(statuses.every((status) => status === 303)).toBe(true);
		expect(answers.filter(({ headers }) => headers.location?.includes('/account/factors')).length).toBe(1);
		const { rows } = await web.app.ownerPool.query(
			'select slug from practice where not demo and opened_at is not null',
		);
		expect(rows).toEqual([{ slug: 'cabinet' }]);
	});

	test('is over for every host once a practice exists', async () => {
		const stranger = at('personne.localhost');
		expect((await ask(stranger, '/fr/setup')).status).toBe(404);
		expect((await create(stranger)).status).toBe(404);
		expect((await ask(web.origin, '/fr/setup')).headers.location).toBe('/fr');
		expect((await create(web.origin)).headers.location).toBe('/fr');
	});

	test('an address that is taken is said, not thrown', async () => {
		const first = readFirstRun(typed, 'fr');
		if ('fields' in first) throw new Error('unreadable');
		expect(await createPractice(web.app.world, first)).toMatchObject({ refused: true, code: 'practice.addressTaken' });
	});
});
