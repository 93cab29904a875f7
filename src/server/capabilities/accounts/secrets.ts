import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { sha256 } from '#server/platform/hash.ts';

/** A 256-bit secret for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of such a secret: enough to know it again. It is long enough to need no key. */
export const tokenHash = (token: string): Buffer => sha256('account token', token);

/** Six digits, for an e-mail or a voice. */
export const newDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Digits as people type them: with spaces, dashes or anything else around. */
export const readDigits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '').slice(0, 12);

// Without I, L, O and U: nothing to take for a digit, no word to read in it.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to keep on paper: 60 bits in three groups. */
export const newRecoveryCode = (): string =>
	[...randomBytes(12)].map((byte, i) => `${i === 4 || i === 8 ? '-' : ''}${letters[byte % 32]}`).join('');

/** A recovery code as people type it. */
export const readRecoveryCode = (typed: string): string =>
	typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1')
		.replace(/[^0-9A-Z]/g, '')
		.slice(0, 24);

/** Are these the same bytes? Takes as long whatever differs. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Ids and challenges come back from browsers: anything else never reaches the database. */
export const isUuid = (text: string | undefined): text is string =>
	/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');
