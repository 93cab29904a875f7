import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { World } from '#server/journal/world.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Locale } from '#words/i18n.ts';
import { type Account, findAccount, findByEmail, readEmail } from './account.ts';
import { issueCode, useCode } from './codes.ts';
import { readFactor } from './factors.ts';
import { note, noteShown } from './noting.ts';
import { readAssertion, requestOptions, type Site } from './passkey-ceremony.ts';
import { isPassword } from './password.ts';
import { type Place, within } from './place.ts';
import { type Opened, open, raise, type Session } from './sessions.ts';
import {
	brake,
	closedUntil,
	fromAddress,
	guessing,
	type Limit,
	release,
	type TryLater,
	type Visitor,
} from './throttle.ts';

/** Longer than the work takes: an answer comes as late for a stranger as for somebody who has an account. */
const SAME_TIME = 250;
const inTheSameTime = async <T>(work: Promise<T>): Promise<T> => (await Promise.all([work, sleep(SAME_TIME)]))[0];

/** A password opens half a session: the second factor is asked for next. */
export const signInWithPassword = <F>(
	world: World<F>,
	practice: string,
	given: { readonly email: string; readonly password: string; readonly from: Visitor },
): Promise<Opened | Refusal | TryLater> => inTheSameTime(checkPassword(world, practice, given));

async function checkPassword<F>(
	world: World<F>,
	practice: string,
	{ email, password, from }: { readonly email: string; readonly password: string; readonly from: Visitor },
): Promise<Opened | Refusal | TryLater> {
	const address = readEmail(email);
	if (!address) return refuse('account.notRecognised');
	const limits = guessing('password', address, from);
	// Counted and committed before the slow look, so that many guesses at once are all counted.
	const found = await within(world, practice, async (at) => {
		const early = await brake(at, limits);
		const account = early ? undefined : await findByEmail(at, address);
		return early ?? { account, hash: account && (await readFactor(at, account.id, 'password'))?.secret };
	});
	if (isRefusal(found)) return found;
	const isRight = await isPassword(password, found.hash);
	if (!found.account || !isRight) return notRecognised(world, practice, found.account, limits);
	const { account } = found;
	return within(world, practice, async (at) => {
		await release(at, limits);
		return open(at, { account, assurance: 'none', began: 'password', agent: from.agent, device: from.device });
	});
}

/** The refusal of somebody who has no account here is only counted; the account's owner sees theirs. */
async function notRecognised<F>(
	world: World<F>,
	practice: string,
	account: Account | undefined,
	limits: readonly Limit[],
): Promise<Refusal> {
	const refusal = refuse('account.notRecognised');
	// The same question for a stranger: an answer comes as late for both.
	const closed = await within(world, practice, (at) => closedUntil(at, limits));
	if (account) await note(world, practice, { what: 'refused account.signIn', account: account.id, refusal });
	if (account && closed !== undefined) await note(world, practice, { what: 'account.lockedOut', account: account.id });
	return refusal;
}

/** Send a code to an address; the answer is the same, and takes as long, whether or not somebody has an account. */
export const requestSignInCode = <F>(
	world: World<F>,
	practice: string,
	given: { readonly email: string; readonly language: Locale; readonly from: Visitor },
): Promise<{ readonly id: string } | Refusal | TryLater> => {
	const email = readEmail(given.email);
	if (!email) return Promise.resolve(refuse('account.emailUnreadable'));
	return inTheSameTime(
		within(world, practice, async (at) => {
			const early = await brake(at, guessing('askCode', email, given.from));
			if (early) return early;
			const account = await findByEmail(at, email);
			const issued = { email, ...(account && { account: account.id }) };
			const { id, letter } = await issueCode(at, {
				purpose: 'signIn',
				issued,
				language: account?.language ?? given.language,
			});
			await at.send(account ? [letter] : []);
			return { id };
		}),
	);
};

/** The code that came by e-mail: a client is in; a member still has to show a second factor. */
export async function signInWithCode<F>(
	world: World<F>,
	practice: string,
	{ id, code, from }: { readonly id: string; readonly code: string; readonly from: Visitor },
): Promise<Opened | Refusal | TryLater> {
	const outcome = await within(world, practice, async (at): Promise<Opened | Refusal> => {
		const early = await brake(at, guessing('code', id, from));
		if (early) return early;
		const issued = await useCode(at, { id, purpose: 'signIn', typed: code });
		const account = issued?.account === undefined ? undefined : await findAccount(at, issued.account);
		if (!issued || account?.email !== issued.email) return refuse('account.codeWrong');
		await release(at, [...guessing('askCode', issued.email, from), ...guessing('code', id, from)]);
		return open(at, {
			account,
			assurance: account.kind === 'client' ? 'code' : 'none',
			began: 'code',
			agent: from.agent,
			device: from.device,
		});
	});
	if (!isRefusal(outcome) && outcome.session.assurance !== 'none')
		await note(world, practice, { what: 'account.signedIn', account: outcome.session.account });
	return outcome;
}

/** What the browser needs to show a passkey of this practice, whoever's it is. Nobody can delay another person's. */
export const passkeyToSignIn = <F>(
	world: World<F>,
	practice: string,
	{ site, from }: { readonly site: Site; readonly from: Visitor },
): Promise<PublicKeyCredentialRequestOptionsJSON | Refusal | TryLater> =>
	within(
		world,
		practice,
		async (at) =>
			(await brake(at, fromAddress('passkey', from))) ?? requestOptions(at, site, { purpose: 'signIn', account: null }),
	);

/** A passkey that was shown opens a whole session; one that is replayed, forged or unknown is refused. */
export async function signInWithPasskey<F>(
	world: World<F>,
	practice: string,
	{ site, response, from }: { readonly site: Site; readonly response: unknown; readonly from: Visitor },
): Promise<Opened | Refusal | TryLater> {
	const outcome = await within(world, practice, async (at): Promise<Opened | Refusal> => {
		const shown = await readAssertion(at, site, { purpose: 'signIn', response });
		const account = shown && (await findAccount(at, shown.account));
		if (!account) return refuse('account.passkeyNotRecognised');
		await release(at, fromAddress('passkey', from));
		return open(at, { account, assurance: 'passkey', began: 'passkey', agent: from.agent, device: from.device });
	});
	if (!isRefusal(outcome)) await note(world, practice, { what: 'account.signedIn', account: outcome.session.account });
	return outcome;
}

/** Send a client a fresh code before something grave, to the address of their own account. */
export const requestConfirmCode = <F>(
	world: World<F>,
	practice: string,
	{ session, from }: { readonly session: Session; readonly from: Visitor },
): Promise<{ readonly id: string } | Refusal | TryLater> =>
	within(world, practice, async (at) => {
		const account = await findAccount(at, session.account);
		if (account?.kind !== 'client' || !account.email) return refuse('account.otherFactor');
		const early = await brake(at, guessing('askCode', account.email, from));
		if (early) return early;
		const { id, letter } = await issueCode(at, {
			purpose: 'confirm',
			issued: { email: account.email, account: account.id },
			language: account.language,
		});
		await at.send([letter]);
		return { id };
	});

/** The client typed it: the session is fresh. */
export async function confirmCode<F>(
	world: World<F>,
	practice: string,
	{
		session,
		id,
		code,
		from,
	}: { readonly session: Session; readonly id: string; readonly code: string; readonly from: Visitor },
): Promise<Opened | Refusal | TryLater> {
	const outcome = await within(world, practice, async (at: Place) => {
		const early = await brake(at, guessing('code', id, from));
		if (early) return early;
		const issued = await useCode(at, { id, purpose: 'confirm', typed: code });
		if (issued?.account !== session.account) return refuse('account.codeWrong');
		await release(at, [...guessing('askCode', issued.email, from), ...guessing('code', id, from)]);
		return (await raise(at, session, 'code')) ?? refuse('account.signInAgain');
	});
	await noteShown(world, practice, session, outcome);
	return outcome;
}
