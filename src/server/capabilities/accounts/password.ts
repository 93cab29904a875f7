import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { isBreached } from './breached.ts';
import { sameBytes } from './secrets.ts';

const derive = promisify(argon2);
/** OWASP's first choice for argon2id; kept with each hash, so that it can be raised. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const LONGEST = 256;

interface Cost {
	readonly memory: number;
	readonly passes: number;
	readonly parallelism: number;
}
const bytesOf = (password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> =>
	derive('argon2id', {
		message: password.normalize('NFKC').slice(0, LONGEST),
		nonce,
		memory,
		passes,
		parallelism,
		tagLength: 32,
	});

/** argon2id, as text with its cost and salt. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	return textOf(salt, await bytesOf(password, salt, cost));
}

const textOf = (salt: Buffer, bytes: Buffer): string =>
	`$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${salt.toString('base64url')}$${bytes.toString('base64url')}`;
const nobodys = textOf(Buffer.alloc(16), Buffer.alloc(32));

/** Is that the password? Without a hash to compare with, the same work is done and the answer is no. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
	const [, memory, passes, parallelism, salt, hash] =
		/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored ?? nobodys) ?? [];
	if (!salt || !hash) return false;
	const numbers = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
	const bytes = await bytesOf(password, Buffer.from(salt, 'base64url'), numbers);
	return stored !== undefined && sameBytes(bytes, Buffer.from(hash, 'base64url'));
}

/** Long rather than strange: 12 characters, none that leaked, not the same few ones, not the person's own name or address. */
export function weakPassword(password: string, about: readonly (string | undefined)[]): Refusal | undefined {
	const text = password.normalize('NFKC').toLowerCase();
	if (text.length < 12) return refuse('account.passwordShort');
	if (text.length > LONGEST) return refuse('account.passwordLong');
	if (isBreached(text)) return refuse('account.passwordBreached');
	const own = about
		.flatMap((word) => (word ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u))
		.filter((word) => word.length >= 4);
	const rest = own.reduce((left, word) => left.replaceAll(word, ''), text);
	return new Set(rest).size < 6 ? refuse('account.passwordSimple') : undefined;
}
