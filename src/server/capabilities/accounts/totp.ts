import { createHmac, randomBytes } from 'node:crypto';
import type { Instant } from '#server/kernel/time.ts';
import { sameBytes } from './secrets.ts';

const STEP = 30_000;

/** A fresh key for an authenticator app: 160 bits, as RFC 4226 asks. */
export const newTotpKey = (): Buffer => randomBytes(20);

/** The code that an app shows during one step of 30 seconds (RFC 6238: SHA-1, six digits). */
export function totpAt(key: Uint8Array, step: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(step));
	const digest = createHmac('sha1', key).update(counter).digest();
	const number = digest.readUInt32BE((digest[19] ?? 0) & 15) & 0x7fffffff;
	return String(number % 1_000_000).padStart(6, '0');
}

/** The step that a code belongs to: the present one, the one before or the one after. */
export function stepOf(key: Uint8Array, code: string, now: Instant): number | undefined {
	const present = Math.floor(now / STEP);
	return [present - 1, present, present + 1].find((step) =>
		sameBytes(Buffer.from(totpAt(key, step)), Buffer.from(code)),
	);
}

/** The key as people copy it by hand (RFC 4648, base 32). */
export function base32(bytes: Uint8Array): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{1,5}/g) ?? [])
		.map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
		.join('');
}

/** What the QR code says to the app. */
export const totpUri = (key: Uint8Array, name: string, issuer: string): string =>
	`otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(name)}?secret=${base32(key)}&issuer=${encodeURIComponent(issuer)}`;
