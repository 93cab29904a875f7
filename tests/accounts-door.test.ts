import { describe, expect, test } from 'vitest';
import { openPages } from './accounts/pages.ts';
import { ask } from './support/ask.ts';
import { openHttpPath } from './support/http-path.ts';
import { testServer } from './support/index.ts';

const { web, origin, accounts, invited } = await openPages(await testServer());

describe('whoever knocks', () => {
	const form = (fields: Record<string, string> = {}, headers: Record<string, string> = {}) => ({
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', origin, ...headers },
		body: new URLSearchParams(fields).toString(),
	});

	test.each([
		'/fr/account',
		'/fr/account/email',
		'/fr/account/devices',
		'/fr/account/factors',
		'/fr/account/close',
		'/fr/account/confirm',
	])('without a session %s leads to the sign-in page, to look or to post', async (page) => {
		const looked = await ask(origin, page);
		expect([looked.status, looked.headers.location]).toEqual([303, `/fr/sign-in?back=${encodeURIComponent(page)}`]);
		const actions = {
			'/fr/account': 'me',
			'/fr/account/email': 'ask',
			'/fr/account/devices': 'others',
			'/fr/account/factors': 'recovery',
			'/fr/account/confirm': 'app',
		};
		const action = actions[page as keyof typeof actions];
		const posted = await ask(origin, action ? `${page}?/${action}` : page, form({ sure: 'yes' }));
		expect([posted.status, posted.headers.location]).toEqual([303, `/fr/sign-in?back=${encodeURIComponent(page)}`]);
	});

	test('a form from another site is not taken', async () => {
		const answer = await ask(
			origin,
			'/fr/sign-in?/code',
			form({ email: 'a@exemple.example' }, { origin: 'https://ailleurs.example' }),
		);
		expect(answer.status).toBe(403);
	});

	test.each([
		'//ailleurs.example',
		'https://ailleurs.example/fr',
		'/\\ailleurs.example',
		'/\t/ailleurs.example',
		'javascript:alert(1)',
		'\\\\ailleurs.example',
		'',
	])('nobody is led out of the house by back=%j', async (back) => {
		const account = await accounts.clientAccount('Alix Morin');
		const cookie = await accounts.cookie(account);
		const { status, headers } = await ask(origin, `/fr/sign-in?back=${encodeURIComponent(back)}`, {
			headers: { cookie },
		});
		expect([status, headers.location]).toEqual([303, '/fr/portal']);
	});

	test('twenty programs that open an invitation’s link change nothing', async () => {
		const invitation = await invited();
		for (let i = 0; i < 20; i++) {
			for (const method of ['GET', 'HEAD']) expect((await ask(origin, invitation.path, { method })).status).toBe(200);
		}
		const [row] = (
			await web.app.ownerPool.query('select state, tries_left, ticket_hash from invitation where id = $1', [
				invitation.id,
			])
		).rows;
		expect(row).toEqual({ state: 'open', tries_left: 5, ticket_hash: null });
	});

	test('a link that never was opens nothing, and neither does its next page', async () => {
		for (const token of ['x', 'A'.repeat(43), '%00', '..%2f..', 'é'.repeat(20)]) {
			const answer = await ask(origin, `/fr/claim/${token}`);
			expect(answer.status).toBeLessThan(500);
			expect((await ask(origin, `/fr/claim/${token}/means`)).status).not.toBe(200);
			expect((await ask(origin, `/fr/claim/${token}/passkey`, form())).status).toBeGreaterThanOrEqual(400);
		}
	});

	test('what is no form, no code or no answer of a device is refused, never a failure', async () => {
		const huge = 'x'.repeat(200_000);
		const bad = [
			{},
			{ email: '\u0000', password: '\u0000', code: '\u0000', response: '{' },
			{ email: huge, password: huge, code: huge, response: huge },
		];
		const doors = [
			'/fr/sign-in?/code',
			'/fr/sign-in?/password',
			'/fr/sign-in?/passkey',
			'/fr/sign-in/code',
			'/fr/sign-in/second?/app',
		];
		for (const door of doors) {
			for (const fields of bad)
				expect((await ask(origin, door, form(fields))).status, `${door} ${Object.keys(fields)}`).toBeLessThan(500);
			const json = await ask(origin, door, {
				method: 'POST',
				headers: { 'content-type': 'application/json', origin },
				body: '[1',
			});
			expect(json.status, door).toBeLessThan(500);
		}
		const options = await ask(origin, '/fr/sign-in/passkey?for=add', { method: 'POST', headers: { origin } });
		expect(options.status).toBe(401);
	});

	test('a session of one practice is nobody in another', async () => {
		const other = await openHttpPath(web);
		const account = await accounts.clientAccount('Alix Morin');
		const cookie = await accounts.cookie(account);
		expect((await ask(origin, '/fr/account', { headers: { cookie } })).status).toBe(200);
		expect((await ask(other.origin, '/fr/account', { headers: { cookie } })).status).toBe(303);
	});

	test('the pages of the way in are kept by nobody, and say nothing of who may come in', async () => {
		const invitation = await invited();
		for (const page of ['/fr/sign-in', '/en/sign-in', '/fr/sign-in/code', invitation.path]) {
			const { headers, text } = await ask(origin, page);
			expect(headers['cache-control']).toBe('no-store');
			expect(text).not.toContain('Camille');
		}
	});
});
