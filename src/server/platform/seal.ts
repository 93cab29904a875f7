import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Sealed bytes: 12-byte nonce, 16-byte tag, ciphertext (AES-256-GCM); `context` is authenticated with them. */
export function seal(key: KeyObject, context: string, plain: Uint8Array | string): Buffer {
	const nonce = freshNonce();
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

// Asking the system for chance costs as much as sealing a line: it is asked for many nonces at once, each used once.
let nonces = Buffer.alloc(0);
function freshNonce(): Buffer {
	if (nonces.length < 12) nonces = randomBytes(12 * 256);
	const nonce = nonces.subarray(0, 12);
	nonces = nonces.subarray(12);
	return nonce;
}

/** Open sealed bytes; throws if they, or the context they were sealed in, were changed. */
export function open(key: KeyObject, context: string, sealed: Uint8Array): Buffer {
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
		.setAAD(Buffer.from(context))
		.setAuthTag(sealed.subarray(12, 28));
	return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** Seal a value as JSON. */
export const sealJson = (key: KeyObject, context: string, value: unknown): Buffer =>
	seal(key, context, JSON.stringify(value));

/** Open a value sealed as JSON; the caller knows its type because the context names what it is. */
export const openJson = <T>(key: KeyObject, context: string, sealed: Uint8Array): T =>
	JSON.parse(open(key, context, sealed).toString()) as T;
