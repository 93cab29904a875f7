import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '#server/journal/world.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { MINUTE } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { type Account, openAccount } from './account.ts';
import { weakPassword } from './password.ts';
import { type Place, within, withinOnce } from './place.ts';
import { type Opened, open, type Session } from './sessions.ts';
import { brake, type Limit, release, type TryLater } from './throttle.ts';

/**
 * The line that asks for no name (nb-5-i): a made-up name, a code of the caller's own if they want to come back, and
 * nothing else: no address of theirs is counted, no device is known again, nothing is written in the register of sign-ins.
 */
export interface Caller {
	readonly name: string;
	readonly language: Locale;
	/** What they chose to come back by; empty when they will not. */
	readonly code: string;
}

// Counted for the whole line, never by where one calls from: that would be an address.
const coming: readonly Limit[] = [{ about: 'line', free: 40, most: MINUTE }];
const returning: readonly Limit[] = [{ about: 'lineCode', free: 20, most: MINUTE }];
const SAME_TIME = 250;

const spoken = (code: string): string => code.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const tokenOf = (at: Place, code: string): Promise<Buffer> => at.blind(`line|${spoken(code)}`);

/** Begin: an account that nothing leads to but this browser's cookie and, if they chose one, their code. */
export async function beginAnonymous<F>(
	world: World<F>,
	practice: string,
	{ name, language, code }: Caller,
): Promise<Opened | Refusal | TryLater> {
	if (code.trim() !== '' && weakPassword(spoken(code), [name])) return refuse('account.lineCode');
	const outcome = await withinOnce(world, practice, async (at): Promise<Opened | Refusal> => {
		const early = await brake(at, coming);
		if (early) return refuse('account.lineBusy');
		const account: Account = { id: at.newId(), kind: 'client', name, email: undefined, language };
		const { id, ...profile } = account;
		const row = { practice_id: practice, id, state: 'active', created_at: at.now };
		const email_token = code.trim() === '' ? null : await tokenOf(at, code);
		await at.tx
			.insertInto('account')
			.values({ ...row, email_token, ...(await at.seal(`account|${id}`, profile)) })
			.execute();
		return open(at, { account, assurance: 'code', began: 'anonymous', agent: '' });
	});
	// A code that somebody else has is one that can be guessed: the same words for both.
	return isRefusal(outcome) && outcome.code === 'account.emailTaken' ? refuse('account.lineCode') : outcome;
}

/** Come back by one's code; one that is nobody's answers in the same words and the same time as one that is wrong. */
export async function returnAnonymous<F>(
	world: World<F>,
	practice: string,
	code: string,
): Promise<Opened | Refusal | TryLater> {
	const [outcome] = await Promise.all([
		within(world, practice, async (at): Promise<Opened | Refusal> => {
			const early = await brake(at, returning);
			if (early) return early;
			const row = await at.tx
				.selectFrom('account')
				.select(['id', 'key_id', 'sealed'])
				.where('practice_id', '=', practice)
				.where('email_token', '=', await tokenOf(at, code))
				.where('state', '=', 'active')
				.executeTakeFirst();
			if (!row) return refuse('account.lineUnknown');
			await release(at, returning);
			return open(at, { account: await openAccount(at, row), assurance: 'code', began: 'anonymous', agent: '' });
		}),
		sleep(SAME_TIME),
	]);
	return outcome;
}

/** Somebody said who they are: their session is as any other client's, under their name. */
export const endAnonymity = <F>(
	world: World<F>,
	practice: string,
	{ session, name }: { readonly session: Session; readonly name: string },
): Promise<void> =>
	within(world, practice, async (at) => {
		const profile = { kind: 'client', name, email: undefined, language: session.language } as const;
		await at.tx
			.updateTable('account')
			.set(await at.seal(`account|${session.account}`, profile))
			.where('practice_id', '=', practice)
			.where('id', '=', session.account)
			.execute();
		await at.tx
			.updateTable('account_session')
			.set({ began: 'claim' })
			.where('practice_id', '=', practice)
			.where('account_id', '=', session.account)
			.where('began', '=', 'anonymous')
			.execute();
	});
