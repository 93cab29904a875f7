import { sql } from 'kysely';
import { z } from 'zod';
import type { World } from '#server/journal/world.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { isLocale, type Locale } from '#words/i18n.ts';
import { note } from './noting.ts';
import { type Place, type SealedCell, within, withinOnce } from './place.ts';
import { isUuid } from './secrets.ts';

/** Who works in the practice proves themself with a strong factor; a client may have a code by e-mail. */
export type AccountKind = 'member' | 'client';

/** What an account holds, sealed. Without an e-mail, a passkey is the only way in. */
export interface Profile {
	readonly kind: AccountKind;
	readonly name: string;
	readonly email: string | undefined;
	readonly language: Locale;
}

/** One person's account in one practice; the same human has another in another practice. */
export interface Account extends Profile {
	readonly id: string;
}

/** An address as two people would agree it is the same. */
export const readEmail = (typed: string): string | undefined => {
	const email = typed.normalize('NFKC').trim().toLowerCase();
	return email.length <= 254 && z.email().safeParse(email).success ? email : undefined;
};

/** A name as people write theirs: one line, not empty, not endless. */
export const readName = (typed: string): string | undefined => {
	const name = typed
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
		.trim();
	return name.length >= 1 && name.length <= 120 ? name : undefined;
};

/** Make an account, for the first run, the demonstration practice or a claim; its address must be known to be theirs. */
export async function createAccount<F>(world: World<F>, practice: string, given: Profile): Promise<Account | Refusal> {
	const read = readProfile(given);
	if (isRefusal(read)) return read;
	const account = await withinOnce(world, practice, (at) => insertAccount(at, { ...read, id: at.newId() }));
	if (!isRefusal(account)) await note(world, practice, { what: 'account.created', account: account.id });
	return account;
}

function readProfile({ kind, name, email, language }: Profile): Profile | Refusal {
	const read = { name: readName(name), email: email === undefined ? undefined : readEmail(email) };
	if (!read.name) return refuse('account.nameMissing');
	if (email !== undefined && !read.email) return refuse('account.emailUnreadable');
	return { kind, name: read.name, email: read.email, language: isLocale(language) ? language : 'fr' };
}

/** Write a new account; throws on `account_email` when the address is another's. */
export async function insertAccount(at: Place, { id, ...profile }: Account): Promise<Account> {
	await at.tx
		.insertInto('account')
		.values({
			practice_id: at.practice,
			id,
			state: 'active',
			email_token: await emailToken(at, profile.email),
			...(await at.seal(`account|${id}`, profile)),
			created_at: at.now,
		})
		.execute();
	return { id, ...profile };
}

/** Change what an account holds. */
export async function updateAccount(at: Place, { id, ...profile }: Account): Promise<void> {
	await at.tx
		.updateTable('account')
		.set({ email_token: await emailToken(at, profile.email), ...(await at.seal(`account|${id}`, profile)) })
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.execute();
}

/** The blind index by which an account is found again. */
export const emailToken = async (at: Place, email: string | undefined): Promise<Buffer | null> =>
	email === undefined ? null : at.blind(`email|${email}`);

/** The open account with that address, if any. */
export async function findByEmail(at: Place, email: string): Promise<Account | undefined> {
	const row = await at.tx
		.selectFrom('account')
		.select(['id', 'key_id', 'sealed'])
		.where('practice_id', '=', at.practice)
		.where('email_token', '=', await at.blind(`email|${email}`))
		.where('state', '=', 'active')
		.executeTakeFirst();
	return row && openAccount(at, row);
}

/** The open account with that id, if any. */
export async function findAccount(at: Place, id: string): Promise<Account | undefined> {
	if (!isUuid(id)) return undefined;
	const row = await at.tx
		.selectFrom('account')
		.select(['id', 'key_id', 'sealed'])
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.where('state', '=', 'active')
		.executeTakeFirst();
	return row && openAccount(at, row);
}

/** The same, held until the transaction ends: two changes to one account come one after the other. */
export async function lockAccount(at: Place, id: string): Promise<Account | undefined> {
	await sql`select id from account where practice_id = ${at.practice} and id = ${id} for update`.execute(at.tx);
	return findAccount(at, id);
}

/** Open what is sealed of an account. */
export const openAccount = async (at: Place, row: SealedCell & { readonly id: string }): Promise<Account> => ({
	id: row.id,
	email: undefined,
	...(await at.open<Omit<Profile, 'email'> & { readonly email?: string }>(`account|${row.id}`, row)),
});

/** The open accounts of a practice, by id, for pages that show who somebody is. */
export const accountsOf = <F>(world: World<F>, practice: string): Promise<ReadonlyMap<string, Account>> =>
	within(world, practice, async (at) => {
		const rows = await at.tx
			.selectFrom('account')
			.select(['id', 'key_id', 'sealed'])
			.where('practice_id', '=', practice)
			.where('state', '=', 'active')
			.execute();
		return new Map(await Promise.all(rows.map(async (row) => [row.id, await openAccount(at, row)] as const)));
	});

/** One open account. */
export const accountOf = <F>(world: World<F>, practice: string, id: string): Promise<Account | undefined> =>
	within(world, practice, (at) => findAccount(at, id));

/** The account of an e-mail address as somebody types it. */
export async function accountByEmail<F>(
	world: World<F>,
	practice: string,
	typed: string,
): Promise<Account | undefined> {
	const address = readEmail(typed);
	return address === undefined ? undefined : within(world, practice, (at) => findByEmail(at, address));
}
