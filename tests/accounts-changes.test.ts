import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
	addPasskey,
	beginTotp,
	changeProfile,
	closeAccount,
	confirmCode,
	confirmEmailChange,
	confirmTotp,
	newRecoveryCodes,
	openSession,
	passkeyToAdd,
	removePasskey,
	removePassword,
	requestEmailChange,
	requestSignInCode,
	requireFresh,
	revokeSession,
	sessionOf,
	setPassword,
	signInWithCode,
	signInWithPassword,
	signOut,
	sweepAccounts,
} from '#server/capabilities/accounts/index.ts';
import {
	browserOf,
	codeFor,
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
	wrong,
} from './accounts/support.ts';
import { testServer } from './support/index.ts';

const server = await testServer();
const house = await freshHouse(server);
const { world, practice, clock } = house;
const from = visitor();
const MINUTE = 60_000;

describe('something grave wants a fresh factor', () => {
	test('shown in the last ten minutes', async () => {
		const { opened } = await memberWithApp(house);
		const at = opened.session.freshAt;
		expect(requireFresh(opened.session, at + 10 * MINUTE)).toBeUndefined();
		expect(requireFresh(opened.session, at + 10 * MINUTE + 1)?.code).toBe('account.confirmAgain');
		expect(requireFresh({ ...opened.session, assurance: 'none' }, at)?.code).toBe('account.confirmAgain');
	});

	test('and nothing about an account changes without it', async () => {
		const { opened } = await memberWithApp(house);
		const { session } = opened;
		const before = await house.owner('select * from account where id = $1', [session.account]);
		clock.advance(11 * MINUTE);
		const site = { origin: 'http://localhost:3000', host: 'localhost' };
		const answers = [
			await setPassword(world, practice, { session, password: 'une phrase toute neuve' }),
			await passkeyToAdd(world, practice, { session, site }),
			await addPasskey(world, practice, { session, site, response: {}, from }),
			await removePasskey(world, practice, { session, id: 'abc' }),
			await removePassword(world, practice, session),
			await newRecoveryCodes(world, practice, session),
			await requestEmailChange(world, practice, { session, email: 'autre@exemple.example', from }),
			await closeAccount(world, practice, session),
		];
		expect(answers.map((answer) => codeOf(answer as object))).toEqual(answers.map(() => 'account.confirmAgain'));
		expect(await house.owner('select * from account where id = $1', [session.account])).toEqual(before);
	});

	test('a session that was ended elsewhere sets up nothing more', async () => {
		const { opened, account } = await memberWithApp(house);
		await revokeSession(world, practice, { mine: opened.session, id: opened.session.id });
		const { session } = opened;
		expect(codeOf(await setPassword(world, practice, { session, password: 'une phrase toute neuve' }))).toBe(
			'account.signInAgain',
		);
		expect(codeOf(await beginTotp(world, practice, session))).toBe('account.signInAgain');
		expect(
			granted(await signInWithPassword(world, practice, { email: account.email, password: PASSWORD, from })).session
				.account,
		).toBe(account.id);
	});

	test('a half session begun long ago cannot finish after it ended', async () => {
		const member = await memberWithApp(house);
		const half = granted(
			await signInWithPassword(world, practice, { email: member.account.email, password: PASSWORD, from }),
		);
		await signOut(world, practice, half.session);
		clock.advance(30_000);
		expect(codeOf(await confirmTotp(world, practice, { session: half.session, code: member.app.code(), from }))).toBe(
			'account.signInAgain',
		);
	});
});

describe('changes to one’s own account', () => {
	test('a name and a language', async () => {
		const { opened } = await signedClient(house);
		expect(
			await changeProfile(world, practice, { session: opened.session, name: '  Ève\n  Tremblay ', language: 'en' }),
		).toBeUndefined();
		expect(await sessionOf(world, practice, browserOf(opened))).toMatchObject({ name: 'Ève Tremblay', language: 'en' });
		expect(codeOf(await changeProfile(world, practice, { session: opened.session, name: ' ', language: 'en' }))).toBe(
			'account.nameMissing',
		);
	});

	test('an address is confirmed at the new one and told at the old one', async () => {
		const { account, opened } = await signedClient(house);
		const { session } = opened;
		const email = `nouvelle-${randomUUID()}@exemple.example`;
		const { id } = granted(
			await requestEmailChange(world, practice, { session, email: ` ${email.toUpperCase()}`, from }),
		);
		const code = await codeFor(house, email);
		expect(codeOf(await confirmEmailChange(world, practice, { session, id, code: wrong(code), from }))).toBe(
			'account.codeWrong',
		);
		expect(await confirmEmailChange(world, practice, { session, id, code, from })).toBeUndefined();
		expect((await letters(house)).at(-1)).toMatchObject({ to: account.email, template: 'emailChanged' });
		const asked = granted(await requestSignInCode(world, practice, { email, language: 'fr', from }));
		expect(
			granted(await signInWithCode(world, practice, { id: asked.id, code: await codeFor(house, email), from })).session
				.account,
		).toBe(account.id);
		const before = (await letters(house)).length;
		await requestSignInCode(world, practice, { email: account.email, language: 'fr', from });
		expect(await letters(house)).toHaveLength(before);
	});

	test('the address of another account gets the same answer and no letter', async () => {
		const [mine, theirs] = [await signedClient(house), await signedClient(house)];
		const before = (await letters(house)).length;
		const { id } = granted(
			await requestEmailChange(world, practice, { session: mine.opened.session, email: theirs.account.email, from }),
		);
		expect(await letters(house)).toHaveLength(before);
		expect(
			codeOf(await confirmEmailChange(world, practice, { session: mine.opened.session, id, code: '000000', from })),
		).toBe('account.codeWrong');
	});

	test('a code asked by one person changes nobody else’s address', async () => {
		const [mine, theirs] = [await signedClient(house), await signedClient(house)];
		const email = `nouvelle-${randomUUID()}@exemple.example`;
		const { id } = granted(await requestEmailChange(world, practice, { session: mine.opened.session, email, from }));
		const code = await codeFor(house, email);
		expect(codeOf(await confirmEmailChange(world, practice, { session: theirs.opened.session, id, code, from }))).toBe(
			'account.codeWrong',
		);
	});

	test('a code sent to a new address confirms that address, and nothing else', async () => {
		const { opened } = await signedClient(house);
		const { session } = opened;
		const email = `nouvelle-${randomUUID()}@exemple.example`;
		const { id } = granted(await requestEmailChange(world, practice, { session, email, from }));
		const code = await codeFor(house, email);
		expect(codeOf(await confirmCode(world, practice, { session, id, code, from }))).toBe('account.codeWrong');
	});

	test('a code sent before the address changed opens nothing after', async () => {
		const { account, opened } = await signedClient(house);
		const stale = granted(await requestSignInCode(world, practice, { email: account.email, language: 'fr', from }));
		const code = await codeFor(house, account.email);
		const email = `nouvelle-${randomUUID()}@exemple.example`;
		const { id } = granted(await requestEmailChange(world, practice, { session: opened.session, email, from }));
		expect(
			await confirmEmailChange(world, practice, {
				session: opened.session,
				id,
				code: await codeFor(house, email),
				from,
			}),
		).toBeUndefined();
		expect(codeOf(await signInWithCode(world, practice, { id: stale.id, code, from }))).toBe('account.codeWrong');
	});
});

describe('closing an account', () => {
	test('ends its sessions, removes what opens it, forgets its address; its line stays', async () => {
		const member = await memberWithApp(house);
		const phone = await signIn(house, member, iphone);
		const mine = await signIn(house, member);
		expect(await closeAccount(world, practice, mine.session)).toBeUndefined();
		for (const opened of [phone, mine]) expect(await sessionOf(world, practice, browserOf(opened))).toBeUndefined();
		expect(
			codeOf(await signInWithPassword(world, practice, { email: member.account.email, password: PASSWORD, from })),
		).toBe('account.notRecognised');
		const [row] = await house.owner('select state, email_token from account where id = $1', [member.account.id]);
		expect(row).toEqual({ state: 'closed', email_token: null });
		for (const table of ['account_factor', 'passkey', 'recovery_code'])
			expect(await house.owner(`select 1 from ${table} where account_id = $1`, [member.account.id])).toEqual([]);
	});

	test('the last owner cannot leave the practice without one', async () => {
		const alone = await house.addPractice();
		const member = await memberWithApp(house, alone);
		await makeOwner(house, member.account.id, alone);
		const opened = granted(
			await openSession(world, alone, {
				account: member.account.id,
				assurance: 'passkey',
				began: 'demo',
				agent: firefox,
			}),
		);
		expect(codeOf(await closeAccount(world, alone, opened.session))).toBe('account.lastOwner');
	});

	test('a member keeps one strong way in', async () => {
		const { opened } = await memberWithApp(house);
		expect(codeOf(await removePassword(world, practice, opened.session))).toBe('account.lastFactor');
	});
});

test('what has ended is swept away, what lives stays', async () => {
	const { account, opened } = await signedClient(house);
	await requestSignInCode(world, practice, { email: account.email, language: 'fr', from });
	clock.advance(11 * MINUTE);
	const fresh = granted(await requestSignInCode(world, practice, { email: account.email, language: 'fr', from }));
	await sweepAccounts(world, practice);
	expect(await house.owner('select id from one_time_code')).toEqual([{ id: fresh.id }]);
	expect(await sessionOf(world, practice, browserOf(opened))).toBeDefined();
	clock.advance(32 * 24 * 60 * MINUTE);
	await sweepAccounts(world, practice);
	for (const table of ['one_time_code', 'throttle', 'account_session'])
		expect(await house.owner(`select 1 from ${table} where practice_id = '${practice}'`), table).toEqual([]);
});
