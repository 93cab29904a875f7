import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Sealed bytes: 12-byte nonce, 16-byte tag, ciphertext (AES-256-GCM); `context` is authenticated with them. */
export function seal(key: KeyObject, context: string, plain: Uint8Array | string): Buffer {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Open sealed bytes; throws if they, or the context they were sealed in, were changed. */
export function open(key: KeyObject, context: string, sealed: Uint8Array): Buffer {
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
		.setAAD(Buffer.from(context))
		.setAuthTag(sealed.subarray(12, 28));
	return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** Seal a value as JSON. */
export const sealJson = (key: KeyObject, context: string, value: unknown): Buffer => seal(key, context, JSON.stringify(value));

/** Open a value sealed as JSON; the caller knows its type because the context names what it is. */
export const openJson = <T>(key: KeyObject, context: string, sealed: Uint8Array): T =>
	JSON.parse(open(key, context, sealed).toString()) as T;
