import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
	allowRecovery,
	changeProfile,
	confirmRecoveryCode,
	confirmTotp,
	copyInvitation,
	newRecoveryCodes,
	openInvitation,
	revokeSession,
	signInWithPassword,
	signOut,
} from '#server/capabilities/accounts/index.ts';
import { address, invitations, toDossier, tokenOf } from './accounts/inviting.ts';
import {
	codeOf,
	freshHouse,
	granted,
	logged,
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
const { world, practice } = house;
const { inviting, claimed } = invitations(house);
const from = visitor();

/** What was written about an account while something was done. */
async function linesOf(account: string, doing: () => Promise<unknown>): Promise<readonly string[]> {
	const before = (await logged(house)).length;
	await doing();
	const lines = (await logged(house)).slice(before).filter((line) => line.account === account);
	return lines.map(({ what, outcome }) => (outcome === 'done' ? what : `${what}: ${outcome}`));
}

test('arriving, signing in and out are written, with what was refused', async () => {
	const member = await memberWithApp(house);
	const { id } = member.account;
	expect((await logged(house)).filter(({ account }) => account === id).map(({ what }) => what)).toEqual([
		'account.created',
		'account.passwordSet',
		'account.factorAdded',
	]);
	const wrongPassword = { email: member.account.email, password: 'une autre phrase longue', from };
	expect(await linesOf(id, () => signInWithPassword(world, practice, wrongPassword))).toEqual([
		'refused account.signIn: account.notRecognised',
	]);
	expect(await linesOf(id, () => signIn(house, member))).toEqual(['account.signedIn']);
	const opened = await signIn(house, member);
	const code = wrong(member.app.code());
	expect(await linesOf(id, () => confirmTotp(world, practice, { session: opened.session, code, from }))).toEqual([
		'refused account.factor: account.codeWrong',
	]);
	const [recovery = ''] = member.recoveryCodes;
	const shown = { session: opened.session, code: recovery, from };
	expect(await linesOf(id, () => confirmRecoveryCode(world, practice, shown))).toEqual(['account.factorShown']);
	expect(await linesOf(id, () => newRecoveryCodes(world, practice, opened.session))).toEqual([
		'account.recoveryCodesMade',
	]);
	const elsewhere = await signIn(house, member);
	expect(
		await linesOf(id, () => revokeSession(world, practice, { mine: opened.session, id: elsewhere.session.id })),
	).toEqual(['account.sessionRevoked']);
	expect(await linesOf(id, () => signOut(world, practice, opened.session))).toEqual(['account.signedOut']);
});

test('half a session is not written as somebody who came in', async () => {
	const member = await memberWithApp(house);
	const half = () => signInWithPassword(world, practice, { email: member.account.email, password: PASSWORD, from });
	expect(await linesOf(member.account.id, half)).toEqual([]);
});

test('a client who signs in or changes their name', async () => {
	const { account, opened } = await signedClient(house);
	const all = (await logged(house)).filter((line) => line.account === account.id).map(({ what }) => what);
	expect(all).toEqual(['account.created', 'account.signedIn']);
	const change = { session: opened.session, name: 'Ève Tremblay', language: 'fr' };
	expect(await linesOf(account.id, () => changeProfile(world, practice, change))).toEqual(['account.renamed']);
});

test('an invitation: who invited, copied and claimed, about which dossier and person; wrong secrets too', async () => {
	const to = toDossier();
	const invitation = await inviting(to);
	const by = randomUUID();
	await copyInvitation(world, practice, { id: invitation.id, by });
	const given = { token: tokenOf(invitation), second: wrong(invitation.second), from };
	expect(codeOf(await openInvitation(world, practice, given))).toBe('account.secondWrong');
	const { account } = granted(await claimed(invitation, address()));
	const lines = (await logged(house)).filter(({ subject }) => subject?.journal === to.dossier);
	expect(lines.map(({ what, outcome }) => [what, outcome])).toEqual([
		['account.invited', 'done'],
		['account.invitationCopied', 'done'],
		['refused account.invitation', 'account.secondWrong'],
		['account.claimed', 'done'],
	]);
	expect(lines[1]).toMatchObject({ account: by, subject: { journal: to.dossier, person: to.person } });
	expect(lines[3]).toMatchObject({ account, subject: { journal: to.dossier, person: to.person } });
});

test('a recovery, with how the person was recognised and by whom', async () => {
	const { account } = await signedClient(house);
	const by = randomUUID();
	const allow = () => allowRecovery(world, practice, { account: account.id, by, check: 'knownVoice' });
	expect(await linesOf(by, allow)).toEqual(['account.recoveryAllowed.knownVoice']);
});

test('nobody’s address, name or secret is in the log', async () => {
	const { account } = await signedClient(house);
	const text = JSON.stringify(await logged(house));
	for (const word of [account.email, 'Létourneau', PASSWORD]) expect(text).not.toContain(word);
});
