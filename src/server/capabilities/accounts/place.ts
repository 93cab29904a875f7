import { sql } from 'kysely';
import { blindKey, writeOutgoing } from '#server/journal/append.ts';
import { factsAt } from '#server/journal/facts.ts';
import type { World } from '#server/journal/world.ts';
import type { Role } from '#server/kernel/entry.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { hmac } from '#server/platform/hash.ts';
import { openJson, sealJson } from '#server/platform/seal.ts';
import type { Post } from '#words/mail.ts';

/** What is sealed in a row, and the key it was sealed with. */
export interface SealedCell {
	readonly key_id: string;
	readonly sealed: Buffer;
}

/** Where the practice's own journal stands. */
export interface PracticeHead {
	readonly seq: number;
	readonly hash: Buffer;
}

/** One transaction in one practice: what every function of accounts works with. */
export interface Place {
	readonly practice: string;
	readonly tx: Tx;
	readonly now: Instant;
	readonly newId: () => string;
	/** Seal a value; `about` names what it is and whose, and must be the same to open it. */
	readonly seal: (about: string, value: unknown) => Promise<SealedCell>;
	readonly open: <T>(about: string, cell: SealedCell) => Promise<T>;
	/** Keyed digest: found again, never read. */
	readonly blind: (text: string) => Promise<Buffer>;
	readonly send: (messages: readonly Post[]) => Promise<void>;
	/** What the practice says an account is, now; `head` when the caller has just read the head of its journal. */
	readonly rolesOf: (account: string, head?: PracticeHead) => Promise<readonly Role[]>;
}

/** Work in one transaction of one practice; what is returned was committed, also when it is a refusal. */
export const within = <F, T>(world: World<F>, practice: string, work: (at: Place) => Promise<T>): Promise<T> =>
	inPractice(world.db, practice, (tx) => work(placeOf(world, practice, tx)));

/** The same, where two people may want the same e-mail at once: the later one is told to try again. */
export async function withinOnce<F, T>(
	world: World<F>,
	practice: string,
	work: (at: Place) => Promise<T>,
): Promise<T | Refusal> {
	try {
		return await within(world, practice, work);
	} catch (error) {
		if ((error as { constraint?: string }).constraint === 'account_email') return refuse('account.emailTaken');
		throw error;
	}
}

function placeOf<F>(world: World<F>, practice: string, tx: Tx): Place {
	const context = (about: string) => `accounts|${practice}|${about}`;
	return {
		practice,
		tx,
		now: world.now(),
		newId: world.newId,
		seal: async (about, value) => {
			const { id, key } = await world.keyring.current(tx, practice, practice, 'accounts');
			return { key_id: id, sealed: sealJson(key, context(about), value) };
		},
		open: async (about, cell) => {
			const key = await world.keyring.byId(tx, practice, cell.key_id);
			if (!key) throw new Error('a row of accounts was sealed with a key that is gone');
			return openJson(key, context(about), cell.sealed);
		},
		blind: async (text) => hmac(await blindKey(world, tx, practice), context(text)),
		send: (messages) => writeOutgoing(world, tx, practice, messages),
		rolesOf: async (account, head) => {
			const at = head ?? (await practiceHead(practice, tx));
			const { joint } = await factsAt(world, tx, practice, { kind: 'practice', id: practice }, at);
			return world.model.memberRoles(joint, account);
		},
	};
}

async function practiceHead(practice: string, tx: Tx): Promise<PracticeHead> {
	const { rows } = await sql<PracticeHead>`select seq, hash from journal
		where practice_id = ${practice} and id = ${practice}`.execute(tx);
	return rows[0] ?? { seq: 0, hash: Buffer.alloc(32) };
}
