import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#server/platform/database.ts';
import { open, seal } from '#server/platform/seal.ts';
import type { World } from './world.ts';

/** A practice's Ed25519 pair: what it signs can be checked by anyone who was given the public half. */
export interface Signer {
	readonly publicKey: string;
	readonly sign: (text: string) => string;
}

const context = (practice: string): string => `sign|${practice}`;

/** The practice's signer, made when there is none; whoever makes one holds the lock of its checkpoints. */
export async function signerOf<F>(world: World<F>, tx: Tx, practice: string): Promise<Signer> {
	const { rows } = await sql<{ public: Buffer; key_id: string; sealed: Buffer }>`select public, key_id, sealed
		from sign_key where practice_id = ${practice}`.execute(tx);
	const [row] = rows;
	if (!row) return makeSigner(world, tx, practice);
	const key = await world.keyring.byId(tx, practice, row.key_id);
	if (!key) throw new Error('the key that seals the signing key is gone');
	const der = open(key, context(practice), row.sealed);
	return signer(row.public, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

async function makeSigner<F>(world: World<F>, tx: Tx, practice: string): Promise<Signer> {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const spki = publicKey.export({ format: 'der', type: 'spki' });
	const { id, key } = await world.keyring.current(tx, practice, practice, 'sign');
	const sealed = seal(key, context(practice), privateKey.export({ format: 'der', type: 'pkcs8' }));
	await sql`insert into sign_key (practice_id, public, key_id, sealed, created_at)
		values (${practice}, ${spki}, ${id}, ${sealed}, ${world.now()})`.execute(tx);
	return signer(spki, privateKey);
}

const signer = (spki: Buffer, key: KeyObject): Signer => ({
	publicKey: spki.toString('base64url'),
	sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
});

/** Was this text signed by the holder of that public key? No for anything that is not a key or a signature. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
	try {
		const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
		return (
			key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
		);
	} catch {
		return false;
	}
}
