import { describe, expect, test } from 'vitest';
import {
	confirmCode,
	confirmTotp,
	requestConfirmCode,
	requestSignInCode,
	signInWithCode,
	signInWithPassword,
} from '#server/capabilities/accounts/index.ts';
import {
	codeFor,
	codeOf,
	freshHouse,
	granted,
	letters,
	memberWithApp,
	PASSWORD,
	person,
	visitor,
	wrong,
} from './accounts/support.ts';
import { testServer } from './support/index.ts';

const server = await testServer();
const house = await freshHouse(server);
const { world, practice, clock } = house;
const from = visitor();

const password = (email: string, text: string, at = from) =>
	signInWithPassword(world, practice, { email, password: text, from: at });

describe('a client signs in with a code by e-mail', () => {
	const ask = (email: string) => requestSignInCode(world, practice, { email, language: 'fr', from });

	test('the letter carries it as a secret, the session says how sure we are', async () => {
		const { email, id: account } = await person(house, 'client');
		const { id } = granted(await ask(email));
		const letter = (await letters(house)).at(-1);
		expect(letter).toMatchObject({ to: email, template: 'signInCode', channel: 'email', secret: true });
		const { session } = granted(await signInWithCode(world, practice, { id, code: String(letter?.values.code), from }));
		expect(session).toMatchObject({ account, assurance: 'code', kind: 'client' });
	});

	test('it opens once', async () => {
		const { email } = await person(house, 'client');
		const { id } = granted(await ask(email));
		const code = await codeFor(house, email);
		granted(await signInWithCode(world, practice, { id, code, from }));
		expect(codeOf(await signInWithCode(world, practice, { id, code, from }))).toBe('account.codeWrong');
	});

	test('it ends after ten minutes', async () => {
		const { email } = await person(house, 'client');
		const { id } = granted(await ask(email));
		clock.advance(10 * 60_000);
		expect(codeOf(await signInWithCode(world, practice, { id, code: await codeFor(house, email), from }))).toBe(
			'account.codeWrong',
		);
	});

	test('it ends after five wrong ones, sent together or one by one', async () => {
		const { email } = await person(house, 'client');
		const { id } = granted(await ask(email));
		const code = await codeFor(house, email);
		const tries = Array.from({ length: 5 }, (_, i) =>
			signInWithCode(world, practice, { id, code: wrong(code), from: visitor(`198.51.100.${i}`) }),
		);
		await Promise.all(tries);
		expect(codeOf(await signInWithCode(world, practice, { id, code, from: visitor('198.51.100.9') }))).toBe(
			'account.codeWrong',
		);
	});

	test('a code opens the page it was asked from, and no other', async () => {
		const [one, two] = [await person(house, 'client'), await person(house, 'client')];
		const first = granted(await ask(one.email));
		const second = granted(await ask(two.email));
		const code = await codeFor(house, one.email);
		expect(codeOf(await signInWithCode(world, practice, { id: second.id, code, from }))).toBe('account.codeWrong');
		expect(codeOf(await signInWithCode(world, practice, { id: 'not an id', code, from }))).toBe('account.codeWrong');
		expect(granted(await signInWithCode(world, practice, { id: first.id, code, from })).session.account).toBe(one.id);
	});

	test('an address without an account gets the same answer, and no letter', async () => {
		const before = (await letters(house)).length;
		const answer = granted(await ask('personne@ailleurs.example'));
		expect(answer.id).toMatch(/^[0-9a-f-]{36}$/);
		expect(await letters(house)).toHaveLength(before);
	});

	test('of another practice, it opens nothing', async () => {
		const elsewhere = await house.addPractice();
		const { email } = await person(house, 'client');
		const { id } = granted(await ask(email));
		const code = await codeFor(house, email);
		expect(codeOf(await signInWithCode(world, elsewhere, { id, code, from }))).toBe('account.codeWrong');
	});

	test('before something grave a fresh one is asked, which is the client’s own', async () => {
		const [one, two] = [await person(house, 'client'), await person(house, 'client')];
		const signed = async (email: string) => {
			const { id } = granted(await ask(email));
			return granted(await signInWithCode(world, practice, { id, code: await codeFor(house, email), from }));
		};
		const [mine, theirs] = [await signed(one.email), await signed(two.email)];
		const { id } = granted(await requestConfirmCode(world, practice, { session: mine.session, from }));
		const code = await codeFor(house, one.email);
		expect(codeOf(await confirmCode(world, practice, { session: theirs.session, id, code, from }))).toBe(
			'account.codeWrong',
		);
		const again = granted(await requestConfirmCode(world, practice, { session: mine.session, from }));
		clock.advance(1000);
		const fresh = granted(
			await confirmCode(world, practice, {
				session: mine.session,
				id: again.id,
				code: await codeFor(house, one.email),
				from,
			}),
		);
		expect(fresh.session).toMatchObject({ account: one.id, assurance: 'code', freshAt: clock.now() });
	});
});

describe('guessing', () => {
	test('five wrong passwords, then a delay that grows and says until when; never a lock', async () => {
		const member = await memberWithApp(house);
		const from = visitor('203.0.113.20');
		const waits: number[] = [];
		for (let i = 0; i < 12; i++) {
			const answer = await password(member.account.email, 'une autre phrase longue', from);
			if (!('until' in answer)) continue;
			expect(answer.code).toBe('account.tryLater');
			waits.push(answer.until - clock.now());
			clock.set(answer.until);
		}
		expect(waits.length).toBeGreaterThanOrEqual(3);
		expect(waits[0]).toBe(30_000);
		expect(waits).toEqual([...waits].sort((a, b) => a - b));
		expect(Math.max(...waits)).toBeLessThanOrEqual(15 * 60_000);
		clock.advance(15 * 60_000);
		expect(granted(await password(member.account.email, PASSWORD, from)).session.account).toBe(member.account.id);
	});

	test('a try that comes too early is not looked at, even when it is right', async () => {
		const member = await memberWithApp(house);
		const from = visitor('203.0.113.21');
		for (let i = 0; i < 5; i++) await password(member.account.email, 'une autre phrase longue', from);
		expect(codeOf(await password(member.account.email, PASSWORD, from))).toBe('account.tryLater');
	});

	test('many at once are all counted before they are looked at', async () => {
		const member = await memberWithApp(house);
		const from = visitor('203.0.113.22');
		const answers = await Promise.all(
			Array.from({ length: 12 }, () => password(member.account.email, 'une autre phrase longue', from)),
		);
		expect(answers.filter((answer) => codeOf(answer) === 'account.notRecognised')).toHaveLength(5);
	});

	test('guesses from one place do not keep the right person out elsewhere', async () => {
		const member = await memberWithApp(house);
		for (let i = 0; i < 6; i++)
			await password(member.account.email, 'une autre phrase longue', visitor('203.0.113.23'));
		expect(granted(await password(member.account.email, PASSWORD, visitor('203.0.113.24'))).session.account).toBe(
			member.account.id,
		);
	});

	test('one place that tries many addresses is delayed too', async () => {
		const from = visitor('203.0.113.25');
		const answers = [];
		for (let i = 0; i < 32; i++) answers.push(await password(`essai${i}@ailleurs.example`, PASSWORD, from));
		expect(codeOf(answers.at(0))).toBe('account.notRecognised');
		expect(codeOf(answers.at(-1))).toBe('account.tryLater');
	}, 60_000);

	test('a practice where many sign in behind one address is not slowed: a right answer counts for nothing', async () => {
		const member = await memberWithApp(house);
		const from = visitor('203.0.113.27');
		const counted = async () => (await house.owner('select coalesce(sum(tries), 0) as tries from throttle'))[0]?.tries;
		const before = await counted();
		granted(await password(member.account.email, PASSWORD, from));
		expect(await counted()).toBe(before);
		await password(member.account.email, 'une autre phrase longue', from);
		expect(await counted()).not.toBe(before);
	});

	test('codes of the app are counted as well', async () => {
		const member = await memberWithApp(house);
		const from = visitor('203.0.113.26');
		const { session } = granted(await password(member.account.email, PASSWORD, from));
		for (let i = 0; i < 5; i++)
			expect(codeOf(await confirmTotp(world, practice, { session, code: wrong(member.app.code()), from }))).toBe(
				'account.codeWrong',
			);
		expect(codeOf(await confirmTotp(world, practice, { session, code: member.app.code(), from }))).toBe(
			'account.tryLater',
		);
	});
});
