import { describe, expect, test } from 'vitest';
import { deviceOf } from '#server/capabilities/accounts/device.ts';
import {
	clearSessionCookie,
	confirmTotp,
	halfSessionOf,
	keepSession,
	listSessions,
	revokeOtherSessions,
	revokeSession,
	type Session,
	sessionOf,
	setSessionCookie,
	signInWithPassword,
	signOut,
} from '#server/capabilities/accounts/index.ts';
import {
	browser,
	browserOf,
	codeOf,
	firefox,
	freshHouse,
	granted,
	iphone,
	letters,
	makeOwner,
	memberWithApp,
	PASSWORD,
	signedClient,
	signIn,
	visitor,
} from './accounts/support.ts';
import { testServer } from './support/index.ts';

const server = await testServer();
const house = await freshHouse(server);
const { world, practice, clock } = house;
const from = visitor();
const MINUTE = 60_000;

describe('a session', () => {
	test('is known by its cookie, and says what the practice says of the account', async () => {
		const owner = await memberWithApp(house);
		await makeOwner(house, owner.account.id);
		const session = await sessionOf(world, practice, browserOf(owner.opened));
		expect(session).toMatchObject({
			account: owner.account.id,
			name: 'Ève Létourneau',
			assurance: 'twoFactor',
			roles: ['practitioner', 'owner'],
		});
	});

	test('of somebody whose second factor is missing is nobody, except for the pages that ask for it', async () => {
		const { account } = await memberWithApp(house);
		const half = granted(await signInWithPassword(world, practice, { email: account.email, password: PASSWORD, from }));
		const jar = browserOf(half);
		expect(await sessionOf(world, practice, jar)).toBeUndefined();
		expect(await halfSessionOf(world, practice, jar)).toMatchObject({ account: account.id, assurance: 'none' });
		clock.advance(10 * MINUTE);
		expect(await halfSessionOf(world, practice, jar)).toBeUndefined();
	});

	test('changes its secret when it rises: the half one opens nothing any more', async () => {
		const member = await memberWithApp(house);
		const half = granted(
			await signInWithPassword(world, practice, { email: member.account.email, password: PASSWORD, from }),
		);
		const before = browserOf(half);
		clock.advance(30_000);
		const whole = granted(await confirmTotp(world, practice, { session: half.session, code: member.app.code(), from }));
		expect(await halfSessionOf(world, practice, before)).toBeUndefined();
		expect(await sessionOf(world, practice, before)).toBeUndefined();
		expect((await sessionOf(world, practice, browserOf(whole)))?.id).toBe(half.session.id);
	});

	test.each([
		['a member', 30, async () => (await memberWithApp(house)).opened],
		['a client', 60, async () => (await signedClient(house)).opened],
	] as const)(
		'of %s ends after %i minutes without a request, and not while there are some',
		async (_, minutes, begin) => {
			const jar = browserOf(await begin());
			for (let i = 0; i < 3; i++) {
				clock.advance((minutes - 1) * MINUTE);
				expect(await sessionOf(world, practice, jar)).toBeDefined();
			}
			clock.advance(minutes * MINUTE + 1);
			expect(await sessionOf(world, practice, jar)).toBeUndefined();
		},
	);

	test('of whoever is in a meeting does not sit idle; it ends when it is revoked, and after twelve hours', async () => {
		const { opened } = await memberWithApp(house);
		const jar = browserOf(opened);
		for (let i = 0; i < 4; i++) {
			clock.advance(20 * MINUTE);
			expect(await keepSession(world, practice, opened.session)).toBe(true);
		}
		expect(await sessionOf(world, practice, jar)).toBeDefined();
		clock.advance(12 * 60 * MINUTE);
		expect(await keepSession(world, practice, opened.session)).toBe(false);
		const other = (await memberWithApp(house)).opened;
		await revokeSession(world, practice, { mine: other.session, id: other.session.id });
		expect(await keepSession(world, practice, other.session)).toBe(false);
	});

	test('ends after twelve hours whatever happens', async () => {
		const jar = browserOf((await memberWithApp(house)).opened);
		for (let spent = 1; spent < 12 * 60 - 21; spent += 20) {
			clock.advance(20 * MINUTE);
			expect(await sessionOf(world, practice, jar), `${spent}`).toBeDefined();
		}
		clock.advance(21 * MINUTE);
		expect(await sessionOf(world, practice, jar)).toBeUndefined();
	});

	test('of one practice is nobody in another, even with the same secret', async () => {
		const elsewhere = await house.addPractice();
		const { opened } = await signedClient(house);
		expect(await sessionOf(world, elsewhere, browserOf(opened))).toBeUndefined();
		expect(await sessionOf(world, practice, browserOf(opened))).toBeDefined();
	});

	test.each([
		'',
		'x',
		'é'.repeat(43),
		"' or 1=1 --".padEnd(43, '-'),
		'\u0000'.repeat(43),
		'A'.repeat(43),
		'A'.repeat(9000),
	])('with the cookie %j is nobody', async (value) => {
		const jar = browser();
		jar.cookies.set('balise-session', value, { path: '/', httpOnly: true, sameSite: 'lax', secure: false });
		expect(await sessionOf(world, practice, jar)).toBeUndefined();
	});

	test('over https its cookie belongs to this very host, and one planted without that is not read', async () => {
		const { opened } = await signedClient(house);
		const jar = browser('https://cabinet.example/fr');
		setSessionCookie(jar, opened);
		expect([...jar.held.keys()]).toEqual(['__Host-balise-session']);
		expect(await sessionOf(world, practice, jar)).toBeDefined();
		const planted = browser('https://cabinet.example/fr');
		planted.cookies.set('balise-session', opened.token, { path: '/', httpOnly: true, sameSite: 'lax', secure: false });
		expect(await sessionOf(world, practice, planted)).toBeUndefined();
		clearSessionCookie(jar);
		expect(jar.held.size).toBe(0);
	});

	test('is given to scripts by no cookie, and to other sites by none that matters', () => {
		const given: object[] = [];
		const cookies = {
			get: () => undefined,
			set: (_: string, __: string, options: object) => void given.push(options),
			delete: () => undefined,
		};
		setSessionCookie({ cookies, secure: true }, { token: 'x', session: {} as Session });
		expect(given).toEqual([{ path: '/', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 43_200 }]);
	});
});

describe('the places where one is signed in', () => {
	test('are listed with their device, and end one by one', async () => {
		const member = await memberWithApp(house);
		const phone = await signIn(house, member, iphone);
		const laptop = await signIn(house, member, firefox);
		const list = await listSessions(world, practice, laptop.session);
		expect(list.map(({ device, current }) => [device.browser, device.system, current])).toEqual([
			['Firefox', 'Linux', true],
			['Safari', 'iPhone', false],
			['Firefox', 'Linux', false],
		]);
		await revokeSession(world, practice, { mine: laptop.session, id: phone.session.id });
		expect(await sessionOf(world, practice, browserOf(phone))).toBeUndefined();
		expect(await sessionOf(world, practice, browserOf(laptop))).toBeDefined();
	});

	test('another person’s does not end', async () => {
		const [mine, theirs] = [await signedClient(house), await signedClient(house)];
		await revokeSession(world, practice, { mine: mine.opened.session, id: theirs.opened.session.id });
		await revokeSession(world, practice, { mine: mine.opened.session, id: 'not an id' });
		expect(await sessionOf(world, practice, browserOf(theirs.opened))).toBeDefined();
	});

	test('all the others end at once, with a fresh factor', async () => {
		const member = await memberWithApp(house);
		const phone = await signIn(house, member, iphone);
		const laptop = await signIn(house, member);
		clock.advance(11 * MINUTE);
		expect(codeOf((await revokeOtherSessions(world, practice, laptop.session)) as object)).toBe('account.confirmAgain');
		clock.advance(30_000);
		const fresh = granted(
			await confirmTotp(world, practice, { session: laptop.session, code: member.app.code(), from }),
		);
		expect(await revokeOtherSessions(world, practice, fresh.session)).toHaveLength(2);
		expect(await sessionOf(world, practice, browserOf(phone))).toBeUndefined();
		expect(await sessionOf(world, practice, browserOf(fresh))).toBeDefined();
	});

	test('signing out ends this one', async () => {
		const { opened } = await signedClient(house);
		await signOut(world, practice, opened.session);
		expect(await sessionOf(world, practice, browserOf(opened))).toBeUndefined();
	});

	test('a device that was never seen is told to the owner, a known one is not', async () => {
		const member = await memberWithApp(house);
		const told = async () =>
			(await letters(house)).filter(({ to, template }) => to === member.account.email && template === 'newSignIn')
				.length;
		await signIn(house, member, firefox);
		expect(await told()).toBe(0);
		await signIn(house, member, iphone);
		expect(await told()).toBe(1);
		await signIn(house, member, iphone);
		expect(await told()).toBe(1);
	});

	test('devices are named in the two words a person knows', () => {
		expect(deviceOf(firefox)).toEqual({ browser: 'Firefox', system: 'Linux' });
		expect(deviceOf(iphone)).toEqual({ browser: 'Safari', system: 'iPhone' });
		const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
		expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' });
		expect(deviceOf('curl/8')).toEqual({ browser: undefined, system: undefined });
	});
});
