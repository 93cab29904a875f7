import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
	cancelInvitation,
	claimsToLink,
	claimWithCode,
	claimWithSession,
	copyInvitation,
	invitationsTo,
	invite,
	lookAtInvitation,
	markLinked,
	openInvitation,
	passkeyToClaim,
	requestClaimCode,
	viewClaim,
} from '#server/capabilities/accounts/index.ts';
import { inPractice } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';
import { address, invitations, toDossier, tokenOf } from './accounts/inviting.ts';
import {
	codeFor,
	codeOf,
	freshHouse,
	granted,
	letters,
	memberWithApp,
	person,
	visitor,
	wrong,
} from './accounts/support.ts';
import { testServer } from './support/index.ts';

const server = await testServer();
const house = await freshHouse(server);
const { world, practice, clock } = house;
const from = visitor();
const DAY = 24 * 3600_000;
const site = { origin: 'http://localhost:3000', host: 'localhost' };

const { inviting, ticketOf, stateOf, claimed } = invitations(house);

describe('an invitation is claimed with its link and a second secret', () => {
	test('then a code by e-mail makes the account, and says which person of which dossier it is', async () => {
		const to = toDossier();
		const invitation = await inviting(to);
		expect(invitation.path).toMatch(/^\/fr\/claim\/[\w-]{43}$/);
		expect(invitation.second).toMatch(/^\d{3} \d{3}$/);
		const answer = granted(await claimed(invitation, address()));
		expect(answer).toMatchObject({
			invitation: invitation.id,
			dossier: to.dossier,
			person: to.person,
			name: 'Ève Létourneau',
		});
		expect(answer.opened?.session).toMatchObject({ account: answer.account, assurance: 'code', kind: 'client' });
	});

	test('looking at the link changes nothing, however often', async () => {
		const invitation = await inviting();
		const before = await house.owner('select * from invitation where id = $1', [invitation.id]);
		for (let i = 0; i < 20; i++) expect(await stateOf(invitation)).toBe('open');
		expect(await house.owner('select * from invitation where id = $1', [invitation.id])).toEqual(before);
		expect(granted(await claimed(invitation, address())).account).toBeTruthy();
	});

	test('the link alone opens nothing', async () => {
		const token = tokenOf(await inviting());
		for (const ticket of ['', 'x', 'A'.repeat(43)]) {
			const claiming = { token, ticket, from };
			expect(await viewClaim(world, practice, claiming)).toBeUndefined();
			expect(codeOf(await requestClaimCode(world, practice, { ...claiming, email: address() }))).toBe(
				'account.invitationEnded',
			);
			expect(codeOf(await passkeyToClaim(world, practice, { ...claiming, site }))).toBe('account.invitationEnded');
			expect(
				codeOf(await claimWithCode(world, practice, { ...claiming, id: randomUUID(), code: '000000', name: 'X' })),
			).toBe('account.invitationEnded');
		}
	});

	test('a browser that did not give the second secret claims nothing, even after another one did', async () => {
		const { token, ticket } = await ticketOf(await inviting());
		const other = (await ticketOf(await inviting())).ticket;
		for (const wrongTicket of ['', 'x', other]) {
			expect(await viewClaim(world, practice, { token, ticket: wrongTicket, from })).toBeUndefined();
		}
		expect(await viewClaim(world, practice, { token, ticket, from })).toBeDefined();
	});

	test('a ticket of an invitation that was replaced or taken back claims nothing', async () => {
		const to = toDossier();
		const earlier = await ticketOf(await inviting(to));
		const invitation = await inviting(to);
		expect(await viewClaim(world, practice, earlier)).toBeUndefined();
		const later = await ticketOf(invitation);
		expect(await cancelInvitation(world, practice, { id: invitation.id, by: randomUUID() })).toBeUndefined();
		expect(await viewClaim(world, practice, later)).toBeUndefined();
	});

	test('the fifth wrong second secret ends it, even for the right one', async () => {
		const invitation = await inviting();
		const give = (second: string) => openInvitation(world, practice, { token: tokenOf(invitation), second, from });
		for (const left of [4, 3, 2, 1])
			expect(await give(wrong(invitation.second))).toMatchObject({ code: 'account.secondWrong', left });
		expect(codeOf(await give(wrong(invitation.second)))).toBe('account.invitationBurned');
		expect(codeOf(await give(invitation.second))).toBe('account.invitationEnded');
		expect(await stateOf(invitation)).toBe('burned');
	});

	test('five wrong ones at once end it as well', async () => {
		const invitation = await inviting();
		const give = (second: string) => openInvitation(world, practice, { token: tokenOf(invitation), second, from });
		await Promise.all(Array.from({ length: 5 }, () => give(wrong(invitation.second))));
		expect(codeOf(await give(invitation.second))).toBe('account.invitationEnded');
	});

	test('it is claimed once, even by two people at once', async () => {
		const invitation = await inviting();
		const claiming = await ticketOf(invitation);
		const emails = [address(), address()];
		const codes = await Promise.all(
			emails.map(async (email) => ({
				email,
				...granted(await requestClaimCode(world, practice, { ...claiming, email })),
			})),
		);
		const answers = await Promise.all(
			codes.map(async ({ email, id }) =>
				claimWithCode(world, practice, { ...claiming, id, code: await codeFor(house, email), name: 'X' }),
			),
		);
		expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1);
		expect(await stateOf(invitation)).toBe('claimed');
		expect(
			codeOf(await openInvitation(world, practice, { token: tokenOf(invitation), second: invitation.second, from })),
		).toBe('account.invitationEnded');
	});

	test('it ends after fourteen days', async () => {
		const invitation = await inviting();
		clock.advance(14 * DAY - 1);
		expect(await stateOf(invitation)).toBe('open');
		clock.advance(1);
		expect(await stateOf(invitation)).toBe('expired');
		expect(
			codeOf(await openInvitation(world, practice, { token: tokenOf(invitation), second: invitation.second, from })),
		).toBe('account.invitationEnded');
	});

	test('the ticket ends after half an hour; the second secret gives another', async () => {
		const invitation = await inviting();
		const claiming = await ticketOf(invitation);
		clock.advance(30 * 60_000);
		expect(await viewClaim(world, practice, claiming)).toBeUndefined();
		expect(await viewClaim(world, practice, await ticketOf(invitation))).toMatchObject({
			name: 'Ève Létourneau',
			ways: ['code', 'passkey', 'session'],
		});
	});

	test('a code asked for one invitation does not claim another', async () => {
		const [one, two] = [await ticketOf(await inviting()), await ticketOf(await inviting())];
		const email = address();
		const { id } = granted(await requestClaimCode(world, practice, { ...one, email }));
		expect(
			codeOf(await claimWithCode(world, practice, { ...two, id, code: await codeFor(house, email), name: 'X' })),
		).toBe('account.codeWrong');
	});

	test('one of another practice does not exist here', async () => {
		const elsewhere = await house.addPractice();
		const invitation = await inviting();
		expect((await lookAtInvitation(world, elsewhere, tokenOf(invitation))).state).toBe('unknown');
		expect(
			codeOf(await openInvitation(world, elsewhere, { token: tokenOf(invitation), second: invitation.second, from })),
		).toBe('account.invitationEnded');
	});
});

describe('an account that is already there', () => {
	test('is linked: by its address', async () => {
		const account = await person(house, 'client');
		const answer = granted(await claimed(await inviting(), account.email));
		expect(answer.account).toBe(account.id);
		expect(answer.opened?.session.assurance).toBe('code');
	});

	test('is linked: by being signed in', async () => {
		const account = await person(house, 'client');
		const first = granted(await claimed(await inviting(), account.email));
		const to = toDossier();
		const claiming = await ticketOf(await inviting(to));
		const { session } = first.opened ?? expect.fail('no session');
		expect(granted(await claimWithSession(world, practice, { ...claiming, session }))).toMatchObject({
			account: account.id,
			...{ dossier: to.dossier, person: to.person },
		});
	});

	test('of a member who is also a client somewhere is linked, but opens with their own factor alone', async () => {
		const member = await memberWithApp(house);
		const answer = granted(await claimed(await inviting(), member.account.email));
		expect(answer).toMatchObject({ account: member.account.id });
		expect(answer.opened).toBeUndefined();
	});
});

describe('who is told, and what stays', () => {
	test('the link leaves by e-mail when there is an address; the second secret never does', async () => {
		const email = address();
		const invitation = await inviting(toDossier(), email);
		const letter = (await letters(house)).at(-1);
		expect(letter).toMatchObject({ to: email, template: 'invitation', values: { path: invitation.path } });
		expect(JSON.stringify(await letters(house))).not.toContain(invitation.second);
	});

	test('the link can be copied until it is claimed, then it is forgotten', async () => {
		const invitation = await inviting();
		const by = randomUUID();
		expect(granted(await copyInvitation(world, practice, { id: invitation.id, by })).path).toBe(invitation.path);
		granted(await claimed(invitation, address()));
		expect(codeOf(await copyInvitation(world, practice, { id: invitation.id, by }))).toBe('account.invitationEnded');
		const kept = await inPractice(world.db, practice, async (tx) => {
			const row = await tx
				.selectFrom('invitation')
				.selectAll()
				.where('id', '=', invitation.id)
				.executeTakeFirstOrThrow();
			const key = (await world.keyring.byId(tx, practice, row.key_id)) ?? expect.fail('no key');
			return openJson<object>(key, `accounts|${practice}|invitation|${row.id}`, row.sealed);
		});
		expect(kept).toMatchObject({ name: 'Ève Létourneau' });
		expect(JSON.stringify(kept)).not.toContain(tokenOf(invitation));
	});

	test('a newer invitation to the same person ends the earlier one; one can be taken back', async () => {
		const to = toDossier();
		const [earlier, later] = [await inviting(to), await inviting(to)];
		expect(await stateOf(earlier)).toBe('replaced');
		expect(await cancelInvitation(world, practice, { id: later.id, by: randomUUID() })).toBeUndefined();
		expect(await stateOf(later)).toBe('cancelled');
		expect((await invitationsTo(world, practice, to)).map(({ state }) => state).sort()).toEqual([
			'cancelled',
			'replaced',
		]);
		expect(codeOf(await cancelInvitation(world, practice, { id: 'not an id', by: randomUUID() }))).toBe(
			'account.invitationEnded',
		);
	});

	test('a claim waits until the journal was told of it', async () => {
		const to = toDossier();
		const answer = granted(await claimed(await inviting(to), address()));
		const waiting = async () =>
			(await claimsToLink(world, practice)).filter(({ invitation }) => invitation === answer.invitation);
		expect(await waiting()).toEqual([
			{
				invitation: answer.invitation,
				account: answer.account,
				name: 'Ève Létourneau',
				dossier: to.dossier,
				person: to.person,
			},
		]);
		await markLinked(world, practice, answer.invitation);
		expect(await waiting()).toEqual([]);
	});

	test('a wrong address or an empty name is said before anything is used up', async () => {
		const claiming = await ticketOf(await inviting());
		expect(codeOf(await requestClaimCode(world, practice, { ...claiming, email: 'pas une adresse' }))).toBe(
			'account.emailUnreadable',
		);
		const email = address();
		const { id } = granted(await requestClaimCode(world, practice, { ...claiming, email }));
		const code = await codeFor(house, email);
		expect(codeOf(await claimWithCode(world, practice, { ...claiming, id, code, name: '  ' }))).toBe(
			'account.nameMissing',
		);
		expect(granted(await claimWithCode(world, practice, { ...claiming, id, code, name: 'Ève' })).name).toBe('Ève');
		expect(codeOf(await invite(world, practice, { to: toDossier(), name: '', language: 'fr' }))).toBe(
			'account.nameMissing',
		);
	});
});
