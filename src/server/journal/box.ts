import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { sql } from 'kysely';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { open, seal } from '#server/platform/seal.ts';
import type { World } from './world.ts';

/** What a practice is sent packages with: whoever knows the public half seals, only the practice opens. */
export interface Box {
	/** X25519, base64url. */
	readonly publicKey: string;
	/** The bytes of a package; undefined when it was sealed to somebody else, or is no package. */
	readonly open: (packed: string) => Promise<Buffer | undefined>;
}

const context = (practice: string): string => `box|${practice}`;
/** A package that grows beyond this when it is unpacked is not one of ours. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The practice's box, made when there is none. */
export const boxOf = <F>(world: World<F>, practice: string): Promise<Box> =>
	inPractice(world.db, practice, async (tx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${context(practice)}, 0))`.execute(tx);
		const row = await tx
			.selectFrom('box_key')
			.select(['key_id', 'sealed'])
			.where('practice_id', '=', practice)
			.executeTakeFirst();
		if (!row) return makeBox(world, tx, practice);
		const key = await world.keyring.byId(tx, practice, row.key_id);
		if (!key) throw new Error('the key that seals the box is gone');
		const der = open(key, context(practice), row.sealed);
		return box(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
	});

async function makeBox<F>(world: World<F>, tx: Tx, practice: string): Promise<Box> {
	const { privateKey } = generateKeyPairSync('x25519');
	const { id, key } = await world.keyring.current(tx, practice, practice, 'box');
	const sealed = seal(key, context(practice), privateKey.export({ format: 'der', type: 'pkcs8' }));
	await sql`insert into box_key (practice_id, key_id, sealed, created_at)
		values (${practice}, ${id}, ${sealed}, ${world.now()})`.execute(tx);
	return box(privateKey);
}

/** The public half follows from the sealed one: whoever writes in the database cannot put another in its place. */
const box = (key: KeyObject): Box => ({
	publicKey: createPublicKey(key).export({ format: 'jwk' }).x ?? '',
	open: async (packed) => {
		try {
			const { plaintext } = await compactDecrypt(packed.trim(), key, {
				keyManagementAlgorithms: ['ECDH-ES'],
				contentEncryptionAlgorithms: ['A256GCM'],
			});
			return gunzipSync(plaintext, { maxOutputLength: MOST_BYTES });
		} catch {
			return undefined;
		}
	},
});

/** Seal bytes to whoever holds the other half of this public key: a JWE (ECDH-ES on X25519, A256GCM), gzip inside. */
export async function sealTo(publicKey: string, bytes: Uint8Array): Promise<string> {
	const key = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: publicKey }, format: 'jwk' });
	return new CompactEncrypt(gzipSync(bytes)).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' }).encrypt(key);
}
