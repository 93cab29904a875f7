import { describe, expect, test } from 'vitest';
import {
	beginTotp,
	confirmRecoveryCode,
	confirmTotp,
	finishTotp,
	newRecoveryCodes,
	openSession,
	requestSignInCode,
	setPassword,
	signInWithCode,
	signInWithPassword,
} from '#server/capabilities/accounts/index.ts';
import { hashPassword, isPassword } from '#server/capabilities/accounts/password.ts';
import { base32, totpAt } from '#server/capabilities/accounts/totp.ts';
import {
	appOf,
	codeFor,
	codeOf,
	firefox,
	freshHouse,
	granted,
	letters,
	memberWithApp,
	PASSWORD,
	person,
	signIn,
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

describe('a practitioner signs in with a password and an app', () => {
	test('a password alone opens half a session, which is nobody', async () => {
		const member = await memberWithApp(house);
		const half = granted(await password(member.account.email, PASSWORD));
		expect(half.session.assurance).toBe('none');
		clock.advance(30_000);
		const whole = granted(await confirmTotp(world, practice, { session: half.session, code: member.app.code(), from }));
		expect(whole.session).toMatchObject({ account: member.account.id, assurance: 'twoFactor', kind: 'member' });
		expect(whole.token).not.toBe(half.token);
	});

	test('a wrong password and an unknown address are refused in the same words', async () => {
		const { account } = await memberWithApp(house);
		expect(codeOf(await password(account.email, 'une autre phrase longue'))).toBe('account.notRecognised');
		expect(codeOf(await password('personne@ailleurs.example', PASSWORD))).toBe('account.notRecognised');
		expect(codeOf(await password('ceci n’est pas une adresse', PASSWORD))).toBe('account.notRecognised');
	});

	test('the address is read as people type it', async () => {
		const { account } = await memberWithApp(house);
		expect(granted(await password(`  ${account.email.toUpperCase()} `, PASSWORD)).session.account).toBe(account.id);
	});

	test('a code of the app opens once: replayed, it is refused', async () => {
		const member = await memberWithApp(house);
		const half = granted(await password(member.account.email, PASSWORD));
		clock.advance(30_000);
		const code = member.app.code();
		expect(granted(await confirmTotp(world, practice, { session: half.session, code, from })).session.assurance).toBe(
			'twoFactor',
		);
		const again = granted(await password(member.account.email, PASSWORD));
		expect(codeOf(await confirmTotp(world, practice, { session: again.session, code, from }))).toBe(
			'account.codeWrong',
		);
	});

	test('the same code sent twice at once opens one session', async () => {
		const member = await memberWithApp(house);
		const halves = [
			granted(await password(member.account.email, PASSWORD)),
			granted(await password(member.account.email, PASSWORD)),
		];
		clock.advance(30_000);
		const code = member.app.code();
		const answers = await Promise.all(
			halves.map(({ session }) => confirmTotp(world, practice, { session, code, from })),
		);
		expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1);
	});

	test('an app one step early or late is right; two steps is not', async () => {
		const member = await memberWithApp(house);
		clock.advance(300_000);
		for (const [later, right] of [
			[-2, false],
			[-1, true],
			[2, false],
			[1, true],
		] as const) {
			const { session } = granted(await password(member.account.email, PASSWORD));
			const answer = await confirmTotp(world, practice, { session, code: member.app.code(later), from });
			expect('refused' in answer, `${later}`).toBe(!right);
			clock.advance(300_000);
		}
	});

	test('the codes are those of RFC 6238, and the key is written in base 32', () => {
		const key = Buffer.from('12345678901234567890');
		expect([59, 1111111109, 1234567890, 20000000000].map((at) => totpAt(key, Math.floor(at / 30)))).toEqual([
			'287082',
			'081804',
			'005924',
			'353130',
		]);
		expect(base32(key)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
	});

	test('a short, a simple or one’s own name is no password', async () => {
		const account = await person(house, 'member');
		const { session } = granted(
			await openSession(world, practice, { account: account.id, assurance: 'none', began: 'created', agent: firefox }),
		);
		const choose = (text: string) => setPassword(world, practice, { session, password: text });
		expect(codeOf(await choose('court'))).toBe('account.passwordShort');
		expect(codeOf(await choose('aaaaaaaaaaaaaa'))).toBe('account.passwordSimple');
		expect(codeOf(await choose('létourneau létourneau'))).toBe('account.passwordSimple');
		expect(codeOf(await choose('x'.repeat(300)))).toBe('account.passwordLong');
		expect(await choose(PASSWORD)).toBeUndefined();
	});

	test('passwords are argon2id with a salt of their own', async () => {
		const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(one).not.toBe(two);
		expect(await isPassword(PASSWORD, one)).toBe(true);
		expect(await isPassword('autre chose', one)).toBe(false);
		expect(await isPassword('', undefined)).toBe(false);
	});
});

describe('a factor is set up by its owner alone', () => {
	test('a half session begun with a password sets up nothing when an app is there', async () => {
		const member = await memberWithApp(house);
		const { session } = granted(await password(member.account.email, PASSWORD));
		expect(codeOf(await beginTotp(world, practice, session))).toBe('account.secondFactorMissing');
		expect(codeOf(await setPassword(world, practice, { session, password: 'une autre phrase longue' }))).toBe(
			'account.secondFactorMissing',
		);
	});

	test('a half session begun with a mailbox sets up nothing, even where nothing is set up yet', async () => {
		const account = await person(house, 'member');
		const { id } = granted(await requestSignInCode(world, practice, { email: account.email, language: 'fr', from }));
		const { session } = granted(
			await signInWithCode(world, practice, { id, code: await codeFor(house, account.email), from }),
		);
		expect(session.assurance).toBe('none');
		expect(codeOf(await setPassword(world, practice, { session, password: PASSWORD }))).toBe(
			'account.secondFactorMissing',
		);
	});

	test('an app counts only after it has shown a right code', async () => {
		const account = await person(house, 'member');
		const { session } = granted(
			await openSession(world, practice, { account: account.id, assurance: 'none', began: 'created', agent: firefox }),
		);
		expect(codeOf(await beginTotp(world, practice, session))).toBe('account.passwordFirst');
		await setPassword(world, practice, { session, password: PASSWORD });
		const app = appOf(house, granted(await beginTotp(world, practice, session)).uri);
		expect(codeOf(await finishTotp(world, practice, { session, code: wrong(app.code()), from }))).toBe(
			'account.codeWrong',
		);
		const { opened, recoveryCodes } = granted(await finishTotp(world, practice, { session, code: app.code(), from }));
		expect(opened.session.assurance).toBe('twoFactor');
		expect(new Set(recoveryCodes).size).toBe(10);
		// The code that finished the set-up is used up too.
		expect(codeOf(await confirmTotp(world, practice, { session: opened.session, code: app.code(), from }))).toBe(
			'account.codeWrong',
		);
	});
});

describe('recovery codes', () => {
	test('each stands in for the app once, however it is typed, and its use is told', async () => {
		const member = await memberWithApp(house);
		const [code = ''] = member.recoveryCodes;
		const { session } = granted(await password(member.account.email, PASSWORD));
		const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
		expect(granted(await confirmRecoveryCode(world, practice, { session, code: typed, from })).session.assurance).toBe(
			'twoFactor',
		);
		expect(
			(await letters(house)).filter(({ to, template }) => to === member.account.email && template === 'accessChanged'),
		).toHaveLength(1);
		const again = granted(await password(member.account.email, PASSWORD));
		expect(codeOf(await confirmRecoveryCode(world, practice, { session: again.session, code, from }))).toBe(
			'account.codeWrong',
		);
	});

	test('somebody else’s code opens nothing', async () => {
		const [one, two] = [await memberWithApp(house), await memberWithApp(house)];
		const { session } = granted(await password(one.account.email, PASSWORD));
		expect(
			codeOf(await confirmRecoveryCode(world, practice, { session, code: two.recoveryCodes[0] ?? '', from })),
		).toBe('account.codeWrong');
	});

	test('new ones end the old ones', async () => {
		const member = await memberWithApp(house);
		const signed = await signIn(house, member);
		const fresh = granted(await newRecoveryCodes(world, practice, signed.session));
		expect(fresh).toHaveLength(10);
		const { session } = granted(await password(member.account.email, PASSWORD));
		expect(
			codeOf(await confirmRecoveryCode(world, practice, { session, code: member.recoveryCodes[1] ?? '', from })),
		).toBe('account.codeWrong');
		expect(
			granted(await confirmRecoveryCode(world, practice, { session, code: fresh[0] ?? '', from })).session.assurance,
		).toBe('twoFactor');
	});

	test('a forgotten password: a code by e-mail and one of the paper', async () => {
		const member = await memberWithApp(house);
		const { id } = granted(
			await requestSignInCode(world, practice, { email: member.account.email, language: 'fr', from }),
		);
		const half = granted(
			await signInWithCode(world, practice, { id, code: await codeFor(house, member.account.email), from }),
		);
		expect(half.session.assurance).toBe('none');
		const { session } = granted(
			await confirmRecoveryCode(world, practice, { session: half.session, code: member.recoveryCodes[2] ?? '', from }),
		);
		expect(await setPassword(world, practice, { session, password: 'une phrase toute neuve' })).toBeUndefined();
		expect(granted(await password(member.account.email, 'une phrase toute neuve')).session.account).toBe(
			member.account.id,
		);
	});
});

test('nothing in the database says who has an account, or with what', async () => {
	const member = await memberWithApp(house);
	const planted = [
		member.account.email,
		'Létourneau',
		PASSWORD,
		...member.recoveryCodes,
		member.opened.token,
		base32(member.app.key),
	];
	const { id } = granted(
		await requestSignInCode(world, practice, { email: member.account.email, language: 'fr', from }),
	);
	planted.push((await codeFor(house, member.account.email)).replace(/\D/g, ''));
	expect(id).toBeTruthy();
	const tables = [
		'account',
		'account_session',
		'account_factor',
		'recovery_code',
		'one_time_code',
		'throttle',
		'outbox',
	];
	for (const table of tables) {
		const rows = await house.owner(
			`select t::text as row, encode(convert_to(t::text, 'utf8'), 'hex') as hex from ${table} t`,
		);
		expect(rows.length, table).toBeGreaterThan(0);
		const text = rows.map(({ row }) => row).join('\n');
		for (const word of planted) {
			expect(text.includes(word), `${table} holds ${word} in the clear`).toBe(false);
			expect(text.includes(Buffer.from(word).toString('hex')), `${table} holds ${word} as bytes`).toBe(false);
		}
	}
});
