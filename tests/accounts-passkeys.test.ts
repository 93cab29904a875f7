import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import {
	addPasskey,
	allowRecovery,
	claimWithPasskey,
	confirmPasskey,
	confirmTotp,
	type InvitedTo,
	invite,
	listPasskeys,
	openInvitation,
	openSession,
	passkeyToAdd,
	passkeyToClaim,
	passkeyToConfirm,
	passkeyToSignIn,
	removePasskey,
	removePassword,
	type Session,
	sessionOf,
	signInWithPasskey,
	signInWithPassword,
} from '#server/capabilities/accounts/index.ts';
import { type Device, type Made, openChromium, openDevice, openSite } from './accounts/authenticator.ts';
import {
	browserOf,
	codeOf,
	firefox,
	freshHouse,
	granted,
	memberWithApp,
	PASSWORD,
	person,
	visitor,
} from './accounts/support.ts';
import { testServer } from './support/index.ts';

const server = await testServer();
const house = await freshHouse(server);
const { world, practice, clock } = house;
const { site, close } = await openSite();
const browser = await openChromium();
afterAll(async () => {
	await browser.close();
	await close();
});
const from = visitor();

const begun = async (kind: 'member' | 'client'): Promise<Session> => {
	const account = await person(house, kind);
	return granted(
		await openSession(world, practice, { account: account.id, assurance: 'none', began: 'created', agent: firefox }),
	).session;
};
const options = async () => granted(await passkeyToSignIn(world, practice, { site, from }));
const signIn = (response: unknown, place = site) => signInWithPasskey(world, practice, { site: place, response, from });

/** A new account with one passkey, on a device of its own. */
async function withPasskey(kind: 'member' | 'client' = 'member') {
	const device = await openDevice(browser, site.origin);
	const session = await begun(kind);
	const response = await device.make(granted(await passkeyToAdd(world, practice, { session, site })));
	const { opened, recoveryCodes } = granted(await addPasskey(world, practice, { session, site, response, from }));
	return { device, opened, recoveryCodes, response };
}
/** One bit of what a browser posted, changed. */
const altered = (made: Made, field: string): Made => {
	const bytes = Buffer.from(made.response[field] ?? '', 'base64url');
	bytes.writeUInt8(bytes.readUInt8(bytes.length - 4) ^ 1, bytes.length - 4);
	return { ...made, response: { ...made.response, [field]: bytes.toString('base64url') } };
};

describe('a passkey', () => {
	test('is made by somebody who arrives, raises their session, and comes with recovery codes for a member', async () => {
		const { opened, recoveryCodes } = await withPasskey();
		expect(opened.session).toMatchObject({ assurance: 'passkey', kind: 'member' });
		expect(recoveryCodes).toHaveLength(10);
		expect(await sessionOf(world, practice, browserOf(opened))).toMatchObject({ assurance: 'passkey' });
		expect((await withPasskey('client')).recoveryCodes).toEqual([]);
	});

	test('signs in without a name: the device knows whose it is', async () => {
		const { device, opened } = await withPasskey();
		const asked = await options();
		expect(asked).toMatchObject({ userVerification: 'required', rpId: 'localhost' });
		expect(asked.allowCredentials ?? []).toEqual([]);
		const { session } = granted(await signIn(await device.show(asked)));
		expect(session).toMatchObject({ account: opened.session.account, assurance: 'passkey', began: 'passkey' });
	});

	test('an answer that is replayed is refused', async () => {
		const { device } = await withPasskey();
		const answer = await device.show(await options());
		granted(await signIn(answer));
		expect(codeOf(await signIn(answer))).toBe('account.passkeyNotRecognised');
	});

	test('the same answer sent twice at once opens one session', async () => {
		const { device } = await withPasskey();
		const answer = await device.show(await options());
		const answers = await Promise.all([signIn(answer), signIn(answer), signIn(answer)]);
		expect(answers.filter((one) => !('refused' in one))).toHaveLength(1);
	});

	test('an answer that comes after five minutes is refused', async () => {
		const { device } = await withPasskey();
		const answer = await device.show(await options());
		clock.advance(5 * 60_000);
		expect(codeOf(await signIn(answer))).toBe('account.passkeyNotRecognised');
	});

	test.each(['signature', 'authenticatorData', 'clientDataJSON', 'userHandle'])(
		'an answer whose %s was changed is refused',
		async (field) => {
			const { device } = await withPasskey();
			expect(codeOf(await signIn(altered(await device.show(await options()), field)))).toBe(
				'account.passkeyNotRecognised',
			);
		},
	);

	test('an answer given to another address, or to another practice, is refused', async () => {
		const { device } = await withPasskey();
		expect(
			codeOf(await signIn(await device.show(await options()), { origin: 'http://localhost:1', host: 'localhost' })),
		).toBe('account.passkeyNotRecognised');
		const elsewhere = await house.addPractice();
		const theirs = granted(await passkeyToSignIn(world, elsewhere, { site, from }));
		expect(codeOf(await signInWithPasskey(world, elsewhere, { site, response: await device.show(theirs), from }))).toBe(
			'account.passkeyNotRecognised',
		);
	});

	test('one that nobody registered is refused, in the same words', async () => {
		const device = await openDevice(browser, site.origin);
		const session = await begun('member');
		await device.make(granted(await passkeyToAdd(world, practice, { session, site })));
		expect(codeOf(await signIn(await device.show(await options())))).toBe('account.passkeyNotRecognised');
	});

	test('without the person being verified, it is refused', async () => {
		const { device, opened } = await withPasskey();
		const asked = { ...(await options()), userVerification: 'discouraged' };
		await device.verifies('no');
		// A browser asked for less than we want: the device answers without a finger.
		const answer = await device.show(asked);
		expect(Buffer.from(answer.response.authenticatorData ?? '', 'base64url').readUInt8(32) & 4).toBe(0);
		expect(codeOf(await signIn(answer))).toBe('account.passkeyNotRecognised');
		await device.verifies('yes');
		expect(granted(await signIn(await device.show(await options()))).session.account).toBe(opened.session.account);
	});

	test('one made at another address is not taken', async () => {
		const device = await openDevice(browser, site.origin);
		const session = await begun('member');
		const response = await device.make(granted(await passkeyToAdd(world, practice, { session, site })));
		const elsewhere = { origin: 'http://localhost:1', host: 'localhost' };
		expect(codeOf(await addPasskey(world, practice, { session, site: elsewhere, response, from }))).toBe(
			'account.passkeyNotMade',
		);
	});

	test('a device that cannot verify anybody makes none', async () => {
		const device = await openDevice(browser, site.origin, 'no');
		const session = await begun('member');
		const asked = granted(await passkeyToAdd(world, practice, { session, site }));
		const weak = { ...asked, authenticatorSelection: { residentKey: 'required', userVerification: 'discouraged' } };
		const response = await device.make(weak);
		expect(codeOf(await addPasskey(world, practice, { session, site, response, from }))).toBe('account.passkeyNotMade');
	});

	test('a counter that went back is refused: the key was copied', async () => {
		const { device } = await withPasskey();
		const { credentials } = await device.cdp.send('WebAuthn.getCredentials', { authenticatorId: device.authenticator });
		const [copy] = credentials;
		if (!copy) throw new Error('no credential');
		for (let i = 0; i < 3; i++) granted(await signIn(await device.show(await options())));
		const thief = await openDevice(browser, site.origin);
		await thief.cdp.send('WebAuthn.addCredential', {
			authenticatorId: thief.authenticator,
			credential: { ...copy, signCount: 1 },
		});
		expect(codeOf(await signIn(await thief.show(await options())))).toBe('account.passkeyNotRecognised');
	});

	const rubbish: readonly unknown[] = [
		undefined,
		null,
		'text',
		7,
		[],
		{},
		{ id: 'a', rawId: 'a', type: 'public-key', response: {}, clientExtensionResults: {} },
	];
	test.each(rubbish.map((one) => [JSON.stringify(one) ?? 'undefined', one] as const))(
		'what is no answer at all is refused: %s',
		async (_, response) => {
			expect(codeOf(await signIn(response))).toBe('account.passkeyNotRecognised');
			const session = await begun('member');
			expect(codeOf(await addPasskey(world, practice, { session, site, response, from }))).toBe(
				'account.passkeyNotMade',
			);
		},
	);

	test('an answer with bytes of nothing, or enormous, is refused', async () => {
		const { device } = await withPasskey();
		const answer = await device.show(await options());
		const bad = [
			{ ...answer, id: '\u0000' },
			{ ...answer, id: 'A'.repeat(5000) },
			{
				...answer,
				response: { ...answer.response, clientDataJSON: Buffer.from('{"challenge":null}').toString('base64url') },
			},
			{ ...answer, response: { ...answer.response, clientDataJSON: Buffer.from('not json').toString('base64url') } },
			{ ...answer, response: { ...answer.response, signature: 'A'.repeat(30_000) } },
		];
		for (const one of bad) expect(codeOf(await signIn(one))).toBe('account.passkeyNotRecognised');
	});
});

describe('a passkey and its owner', () => {
	test('one made for another session is not taken', async () => {
		const device = await openDevice(browser, site.origin);
		const [mine, theirs] = [await begun('member'), await begun('member')];
		const response = await device.make(granted(await passkeyToAdd(world, practice, { session: mine, site })));
		expect(codeOf(await addPasskey(world, practice, { session: theirs, site, response, from }))).toBe(
			'account.passkeyNotMade',
		);
	});

	test('an answer given to sign in does not confirm, and one given to confirm does not sign in', async () => {
		const { device, opened } = await withPasskey();
		const { session } = opened;
		const toSignIn = await device.show(await options());
		expect(codeOf(await confirmPasskey(world, practice, { session, site, response: toSignIn, from }))).toBe(
			'account.passkeyNotRecognised',
		);
		const toConfirm = await device.show(await passkeyToConfirm(world, practice, { session, site }));
		expect(codeOf(await signIn(toConfirm))).toBe('account.passkeyNotRecognised');
	});

	test('shown again it makes a session fresh; another person’s does not', async () => {
		const [mine, theirs] = [await withPasskey(), await withPasskey()];
		clock.advance(11 * 60_000);
		const asked = await passkeyToConfirm(world, practice, { session: mine.opened.session, site });
		const foreign = await theirs.device.show(asked);
		expect(
			codeOf(await confirmPasskey(world, practice, { session: mine.opened.session, site, response: foreign, from })),
		).toBe('account.passkeyNotRecognised');
		const response = await mine.device.show(
			await passkeyToConfirm(world, practice, { session: mine.opened.session, site }),
		);
		const { session } = granted(
			await confirmPasskey(world, practice, { session: mine.opened.session, site, response, from }),
		);
		expect(session).toMatchObject({ id: mine.opened.session.id, freshAt: clock.now() });
	});

	test('it is a second factor after a password', async () => {
		const member = await memberWithApp(house);
		const device = await openDevice(browser, site.origin);
		clock.advance(30_000);
		const fresh = granted(
			await confirmTotp(world, practice, { session: member.opened.session, code: member.app.code(), from }),
		);
		const made = await device.make(granted(await passkeyToAdd(world, practice, { session: fresh.session, site })));
		granted(await addPasskey(world, practice, { session: fresh.session, site, response: made, from }));
		const half = granted(
			await signInWithPassword(world, practice, { email: member.account.email, password: PASSWORD, from }),
		);
		const response = await device.show(await passkeyToConfirm(world, practice, { session: half.session, site }));
		expect(
			granted(await confirmPasskey(world, practice, { session: half.session, site, response, from })).session.assurance,
		).toBe('passkey');
		// With a passkey, the password and its app can be given up.
		expect(await removePassword(world, practice, fresh.session)).toBeUndefined();
		expect(
			codeOf(await signInWithPassword(world, practice, { email: member.account.email, password: PASSWORD, from })),
		).toBe('account.notRecognised');
	});

	test('a second one can be added, the device is offered none twice, and the last one stays', async () => {
		const { device, opened } = await withPasskey();
		const { session } = opened;
		const again = granted(await passkeyToAdd(world, practice, { session, site }));
		await expect(device.make(again)).rejects.toThrow(/InvalidStateError|already/);
		const other = await openDevice(browser, site.origin);
		const response = await other.make(granted(await passkeyToAdd(world, practice, { session, site })));
		granted(await addPasskey(world, practice, { session, site, response, from }));
		const [first, second] = await listPasskeys(world, practice, session.account);
		expect(first).toMatchObject({ madeOn: 'Firefox · Linux' });
		expect(await removePasskey(world, practice, { session, id: first?.id ?? '' })).toBeUndefined();
		expect(codeOf(await signIn(await device.show(await options())))).toBe('account.passkeyNotRecognised');
		expect(codeOf(await removePasskey(world, practice, { session, id: second?.id ?? '' }))).toBe('account.lastFactor');
	});

	test('nobody removes another person’s', async () => {
		const [mine, theirs] = [await withPasskey('client'), await withPasskey('client')];
		const [key] = await listPasskeys(world, practice, theirs.opened.session.account);
		expect(codeOf(await removePasskey(world, practice, { session: mine.opened.session, id: key?.id ?? '' }))).toBe(
			'account.passkeyUnknown',
		);
		expect(await listPasskeys(world, practice, theirs.opened.session.account)).toHaveLength(1);
	});
});

describe('an invitation claimed with a passkey', () => {
	const invited = async (to: InvitedTo) => {
		const invitation = granted(await invite(world, practice, { to, name: 'Luc Cyr', language: 'en' }));
		const token = invitation.path.split('/').at(-1) ?? '';
		const { ticket } = granted(await openInvitation(world, practice, { token, second: invitation.second, from }));
		return { token, ticket, from };
	};
	const toDossier = () => ({ to: 'dossier', dossier: randomUUID(), person: randomUUID() }) as const;

	test('makes a client’s account without an e-mail or a password to invent', async () => {
		const to = toDossier();
		const claiming = await invited(to);
		const device: Device = await openDevice(browser, site.origin);
		const response = await device.make(granted(await passkeyToClaim(world, practice, { ...claiming, site })));
		const answer = granted(await claimWithPasskey(world, practice, { ...claiming, site, response, name: 'Luc Cyr' }));
		expect(answer).toMatchObject({ dossier: to.dossier, person: to.person, name: 'Luc Cyr' });
		expect(answer.opened?.session).toMatchObject({ assurance: 'passkey', kind: 'client', language: 'en' });
		expect(granted(await signIn(await device.show(await options()))).session.account).toBe(answer.account);
	});

	test('a passkey made for one invitation does not claim another, and claims once', async () => {
		const [one, two] = [await invited(toDossier()), await invited(toDossier())];
		const device = await openDevice(browser, site.origin);
		const response = await device.make(granted(await passkeyToClaim(world, practice, { ...one, site })));
		granted(await claimWithPasskey(world, practice, { ...one, site, response, name: 'Luc' }));
		expect(codeOf(await claimWithPasskey(world, practice, { ...two, site, response, name: 'Luc' }))).toBe(
			'account.passkeyNotMade',
		);
	});

	test('a passkey made to recover one account makes no other', async () => {
		const { opened } = await withPasskey('client');
		const recovery = granted(
			await allowRecovery(world, practice, { account: opened.session.account, by: randomUUID(), check: 'inPerson' }),
		);
		const token = recovery.path.split('/').at(-1) ?? '';
		const { ticket } = granted(await openInvitation(world, practice, { token, second: recovery.second, from }));
		const device = await openDevice(browser, site.origin);
		const response = await device.make(granted(await passkeyToClaim(world, practice, { token, ticket, from, site })));
		const other = await invited(toDossier());
		expect(codeOf(await claimWithPasskey(world, practice, { ...other, site, response, name: 'Luc' }))).toBe(
			'account.passkeyNotMade',
		);
	});

	test('a lost passkey is replaced, and opens nothing any more', async () => {
		const lost = await withPasskey('client');
		const { account } = lost.opened.session;
		const recovery = granted(await allowRecovery(world, practice, { account, by: randomUUID(), check: 'knownVoice' }));
		const token = recovery.path.split('/').at(-1) ?? '';
		const { ticket } = granted(await openInvitation(world, practice, { token, second: recovery.second, from }));
		const device = await openDevice(browser, site.origin);
		const response = await device.make(granted(await passkeyToClaim(world, practice, { token, ticket, from, site })));
		expect(
			granted(await claimWithPasskey(world, practice, { token, ticket, from, site, response, name: 'Luc Cyr' }))
				.account,
		).toBe(account);
		expect(codeOf(await signIn(await lost.device.show(await options())))).toBe('account.passkeyNotRecognised');
		expect(granted(await signIn(await device.show(await options()))).session.account).toBe(account);
	});
});
