import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
	allowRecovery,
	beginTotp,
	claimsToLink,
	claimWithCode,
	claimWithSession,
	finishTotp,
	passkeyToClaim,
	recoverByHost,
	requestClaimCode,
	requestSignInCode,
	sessionOf,
	setPassword,
	signInWithCode,
	signInWithPassword,
	viewClaim,
} from '#server/capabilities/accounts/index.ts';
import { address, invitations } from './accounts/inviting.ts';
import {
	appOf,
	browserOf,
	codeFor,
	codeOf,
	freshHouse,
	granted,
	letters,
	memberWithApp,
	PASSWORD,
	person,
	signIn,
	visitor,
} from './accounts/support.ts';
import { testServer } from './support/index.ts';

const server = await testServer();
const house = await freshHouse(server);
const { world, practice } = house;
const from = visitor();
const site = { origin: 'http://localhost:3000', host: 'localhost' };

const { inviting, ticketOf, stateOf, claimed } = invitations(house);

describe('a colleague is invited', () => {
	test('and works only once a strong factor is set up', async () => {
		const invitation = await inviting({ to: 'practice', roles: ['receptionist'] });
		const claiming = await ticketOf(invitation);
		expect((await viewClaim(world, practice, claiming))?.ways).toEqual(['code', 'session']);
		expect(codeOf(await passkeyToClaim(world, practice, { ...claiming, site }))).toBe('account.emailFirst');
		const email = address();
		const { id } = granted(await requestClaimCode(world, practice, { ...claiming, email }));
		const answer = granted(
			await claimWithCode(world, practice, { ...claiming, id, code: await codeFor(house, email), name: 'Rose' }),
		);
		expect(answer).toMatchObject({ roles: ['receptionist'], name: 'Rose' });
		const half = answer.opened ?? expect.fail('no way to set up a factor');
		expect(half.session).toMatchObject({ assurance: 'none', kind: 'member' });
		expect(await sessionOf(world, practice, browserOf(half))).toBeUndefined();
		expect(await setPassword(world, practice, { session: half.session, password: PASSWORD })).toBeUndefined();
		const app = appOf(house, granted(await beginTotp(world, practice, half.session)).uri);
		const { opened } = granted(await finishTotp(world, practice, { session: half.session, code: app.code(), from }));
		expect(await sessionOf(world, practice, browserOf(opened))).toMatchObject({
			account: answer.account,
			assurance: 'twoFactor',
		});
	});

	test('a client who starts to work here shows more than a code', async () => {
		const account = await person(house, 'client');
		const asked = granted(await requestSignInCode(world, practice, { email: account.email, language: 'fr', from }));
		const { session } = granted(
			await signInWithCode(world, practice, { id: asked.id, code: await codeFor(house, account.email), from }),
		);
		const claiming = await ticketOf(await inviting({ to: 'practice', roles: ['practitioner'] }));
		expect(codeOf(await claimWithSession(world, practice, { ...claiming, session }))).toBe(
			'account.secondFactorMissing',
		);
		const { id } = granted(await requestClaimCode(world, practice, { ...claiming, email: account.email }));
		const answer = granted(
			await claimWithCode(world, practice, { ...claiming, id, code: await codeFor(house, account.email), name: 'Ève' }),
		);
		expect(answer.opened?.session).toMatchObject({ account: account.id, kind: 'member', assurance: 'none' });
	});
});

describe('getting back into one’s account', () => {
	test('a client, after a recorded identity check: the same account, and what opened it before opens it no more', async () => {
		const account = await person(house, 'client');
		const old = granted(await claimed(await inviting(), account.email)).opened ?? expect.fail('no session');
		const invitation = granted(
			await allowRecovery(world, practice, { account: account.id, by: randomUUID(), check: 'knownVoice' }),
		);
		expect(await sessionOf(world, practice, browserOf(old))).toBeDefined();
		const email = address();
		const answer = granted(await claimed(invitation, email));
		expect(answer).toMatchObject({ account: account.id });
		expect(answer.dossier).toBeUndefined();
		expect(await sessionOf(world, practice, browserOf(old))).toBeUndefined();
		expect((await letters(house)).at(-1)).toMatchObject({ to: account.email, template: 'accessChanged' });
		expect(await claimsToLink(world, practice)).not.toContainEqual(
			expect.objectContaining({ invitation: invitation.id }),
		);
	});

	test('a member: password, app and recovery codes end; new ones are set up', async () => {
		const member = await memberWithApp(house);
		const invitation = granted(
			await allowRecovery(world, practice, { account: member.account.id, by: randomUUID(), check: 'inPerson' }),
		);
		const answer = granted(await claimed(invitation, member.account.email));
		expect(answer.opened?.session).toMatchObject({ account: member.account.id, assurance: 'none', began: 'claim' });
		expect(
			codeOf(await signInWithPassword(world, practice, { email: member.account.email, password: PASSWORD, from })),
		).toBe('account.notRecognised');
	});

	test('nothing ends until it is claimed', async () => {
		const member = await memberWithApp(house);
		granted(await allowRecovery(world, practice, { account: member.account.id, by: randomUUID(), check: 'inPerson' }));
		expect((await signIn(house, member)).session.assurance).toBe('twoFactor');
	});

	test('not into somebody else’s address', async () => {
		const [mine, theirs] = [await person(house, 'client'), await person(house, 'client')];
		const invitation = granted(
			await allowRecovery(world, practice, { account: mine.id, by: randomUUID(), check: 'inPerson' }),
		);
		expect(codeOf(await claimed(invitation, theirs.email))).toBe('account.emailTaken');
		expect(await stateOf(invitation)).toBe('open');
	});

	test('without a check, or for nobody, it is refused', async () => {
		const account = await person(house, 'client');
		const by = randomUUID();
		expect(codeOf(await allowRecovery(world, practice, { account: account.id, by, check: 'none' as never }))).toBe(
			'account.identityCheckMissing',
		);
		expect(codeOf(await allowRecovery(world, practice, { account: randomUUID(), by, check: 'inPerson' }))).toBe(
			'account.unknown',
		);
	});

	test('the last owner, from the host', async () => {
		const owner = await memberWithApp(house);
		expect(codeOf(await recoverByHost(world, practice, 'personne@ailleurs.example'))).toBe('account.unknown');
		const invitation = granted(await recoverByHost(world, practice, owner.account.email.toUpperCase()));
		expect(granted(await claimed(invitation, owner.account.email)).account).toBe(owner.account.id);
	});
});
