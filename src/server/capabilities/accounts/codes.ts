import { sql } from 'kysely';
import { MINUTE } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import type { Post } from '#words/mail.ts';
import { CODE_MINUTES, codeLetter } from './messages.ts';
import type { Place } from './place.ts';
import { isUuid, newDigits, readDigits, sameBytes } from './secrets.ts';

const LASTS = CODE_MINUTES * MINUTE;
const TRIES = 5;

/** What a code by e-mail opens. */
export type CodePurpose = 'signIn' | 'confirm' | 'claim' | 'email' | 'contact';

/** What is remembered with a code: the address that received it, and for whom or what. */
export interface Issued {
	readonly email: string;
	readonly account?: string;
	readonly invitation?: string;
}

interface Asked {
	readonly purpose: CodePurpose;
	readonly issued: Issued;
	readonly language: Locale;
	/** The person it is about, where each has one code at a time: a new one ends the last. */
	readonly about?: string;
}

/** Make a code; the caller decides whether its letter leaves, so that a page does the same work for a stranger. */
export async function issueCode(
	at: Place,
	{ purpose, issued, language, about }: Asked,
): Promise<{ readonly id: string; readonly letter: Post }> {
	const id = about ?? at.newId();
	if (about)
		await at.tx.deleteFrom('one_time_code').where('practice_id', '=', at.practice).where('id', '=', id).execute();
	const code = newDigits();
	await at.tx
		.insertInto('one_time_code')
		.values({
			practice_id: at.practice,
			id,
			purpose,
			hash: await at.blind(`code|${id}|${code}`),
			tries_left: TRIES,
			expires_at: at.now + LASTS,
			...(await at.seal(`code|${id}`, issued)),
		})
		.execute();
	return {
		id,
		letter: codeLetter(issued.email, language, {
			code,
			template: purpose === 'contact' ? 'contactCode' : 'signInCode',
		}),
	};
}

/** The code that was typed, used up when it is right; five wrong ones, or ten minutes, end it. */
export async function useCode(
	at: Place,
	{ id, purpose, typed }: { readonly id: string; readonly purpose: CodePurpose; readonly typed: string },
): Promise<Issued | undefined> {
	if (!isUuid(id)) return undefined;
	const { rows } = await sql<{ hash: Buffer; key_id: string; sealed: Buffer }>`update one_time_code
		set tries_left = tries_left - 1 where practice_id = ${at.practice} and id = ${id} and purpose = ${purpose}
		and tries_left > 0 and expires_at > ${at.now} returning hash, key_id, sealed`.execute(at.tx);
	const [row] = rows;
	if (!row || !sameBytes(row.hash, await at.blind(`code|${id}|${readDigits(typed)}`))) return undefined;
	await at.tx.deleteFrom('one_time_code').where('practice_id', '=', at.practice).where('id', '=', id).execute();
	return at.open<Issued>(`code|${id}`, row);
}
