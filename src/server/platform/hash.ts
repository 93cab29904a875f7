import { createHash, createHmac, type KeyObject } from 'node:crypto';

/** SHA-256 over parts, each preceded by its length so that no two lists of parts collide. */
export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
	const hash = createHash('sha256');
	for (const part of parts) {
		const bytes = typeof part === 'string' ? Buffer.from(part) : part;
		const length = Buffer.allocUnsafe(4);
		length.writeUInt32BE(bytes.length);
		hash.update(length).update(bytes);
	}
	return hash.digest();
}

/** An id that follows from words: the same words, the same id. */
export function idFrom(...parts: readonly string[]): string {
	const hex = sha256(...parts).toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Keyed digest: a blind index of a name or a phone number, or of an attempt's content. */
export const hmac = (key: KeyObject, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** JSON with sorted keys, so that the same value has one text. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const pairs = Object.entries(value).filter(([, v]) => v !== undefined);
		return `{${pairs
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
			.join(',')}}`;
	}
	return JSON.stringify(value);
}
