/** A promise (commitment) or what it was about (the number drawn). */
export type Message =
	| { readonly round: number; readonly members: readonly string[]; readonly promise: string }
	| { readonly round: number; readonly drawn: string };

/** Bytes as text. */
export const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a list, under the name and version of this protocol; JSON, so that no two lists read the same. */
export const digest = async (list: readonly unknown[]): Promise<Uint8Array> =>
	new Uint8Array(
		await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(['balise-phrase-1', ...list]))),
	);

/** A message of somebody else, or undefined when it is none. */
export const readMessage = (text: string): Message | undefined => {
	try {
		const { round, members, promise, drawn } = JSON.parse(text) as Record<string, unknown>;
		if (typeof round !== 'number' || !Number.isSafeInteger(round)) return undefined;
		if (typeof drawn === 'string' && /^[0-9a-f]{64}$/.test(drawn)) return { round, drawn };
		if (typeof promise !== 'string' || !Array.isArray(members)) return undefined;
		return { round, promise, members: members.map(String) };
	} catch {
		return undefined;
	}
};

/** What somebody promises: the number they drew, bound to the round and to the certificate they themselves use. */
export const promiseOf = async (round: number, id: string, fingerprint: string | undefined, drawn: string) =>
	hex(await digest(['promise', round, id, fingerprint, drawn]));
