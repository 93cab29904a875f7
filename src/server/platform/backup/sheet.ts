import {
	createPrivateKey,
	createPublicKey,
	createSecretKey,
	diffieHellman,
	generateKeyPairSync,
	hkdfSync,
	type KeyObject,
	randomBytes,
} from 'node:crypto';
import { sha256 } from '../hash.ts';
import { open, seal } from '../seal.ts';

/** Letters and digits that nobody takes for one another, read aloud or from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 20;
/** Groups of five: four of the secret, one that checks them in their place. */
const GROUPS = (BYTES * 8) / 20;

/** A recovery sheet: what is printed, and the public half that the house keeps to seal for it. */
export interface Sheet {
	readonly groups: readonly string[];
	readonly publicKey: string;
}

const letterAt = (n: number): string => ALPHABET[n & 31] ?? '';

/** The fifth letter: of these four, at that place on the sheet. */
const checkOf = (four: string, n: number): string => letterAt(sha256('sheet', String(n), four)[0] ?? 0);

function groupsOf(secret: Buffer): readonly string[] {
	const bits = BigInt(`0x${secret.toString('hex')}`);
	return Array.from({ length: GROUPS }, (_, n) => {
		const own = Number((bits >> BigInt(20 * (GROUPS - 1 - n))) & 0xfffffn);
		const four = [15, 10, 5, 0].map((shift) => letterAt(own >> shift)).join('');
		return four + checkOf(four, n);
	});
}

/** What was typed, as it was printed: O is 0, I and L are 1, and signs between groups say nothing. */
export const plainGroup = (typed: string): string =>
	typed
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');

/** The secret of a sheet that was typed; else the first group that is not as it was printed, counted from 1. */
export function readSheet(typed: string): Buffer | { readonly wrongGroup: number } {
	const plain = plainGroup(typed);
	let bits = 0n;
	for (let n = 0; n < GROUPS; n++) {
		const group = plain.slice(n * 5, n * 5 + 5);
		const four = group.slice(0, 4);
		const letters = [...four].map((letter) => ALPHABET.indexOf(letter));
		if (group.length < 5 || letters.includes(-1) || checkOf(four, n) !== group[4]) return { wrongGroup: n + 1 };
		for (const letter of letters) bits = (bits << 5n) | BigInt(letter);
	}
	if (plain.length > GROUPS * 5) return { wrongGroup: GROUPS + 1 };
	return Buffer.from(bits.toString(16).padStart(BYTES * 2, '0'), 'hex');
}

const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The private half follows from the printed secret alone. */
function privateKeyOf(secret: Buffer): KeyObject {
	const seed = Buffer.from(hkdfSync('sha256', secret, '', 'balise recovery sheet', 32));
	return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

const publicText = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64url');
const publicKey = (text: string): KeyObject =>
	createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });

/** Is this the public half of a sheet? */
export function isSheetKey(text: string): boolean {
	try {
		return publicKey(text).asymmetricKeyType === 'x25519';
	} catch {
		return false;
	}
}

/** A new sheet. Whoever prints it keeps the only secret. */
export function makeSheet(): Sheet {
	const secret = randomBytes(BYTES);
	return { groups: groupsOf(secret), publicKey: publicText(createPublicKey(privateKeyOf(secret))) };
}

const shared = (own: KeyObject, other: KeyObject, to: string): KeyObject =>
	createSecretKey(
		Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey: own, publicKey: other }), to, 'balise sheet box', 32)),
	);

/** Seal for whoever holds the sheet; the house that seals cannot open it again. */
export function sealForSheet(to: string, plain: string): string {
	const once = generateKeyPairSync('x25519');
	const from = publicText(once.publicKey);
	const sealed = seal(shared(once.privateKey, publicKey(to), `${from}|${to}`), 'sheet', plain);
	return `${from}.${sealed.toString('base64url')}`;
}

/** Open what was sealed for this sheet; nothing when it was sealed for another. */
export function openBySheet(secret: Buffer, box: string): string | undefined {
	const own = privateKeyOf(secret);
	const [from = '', sealed = ''] = box.split('.');
	try {
		const to = publicText(createPublicKey(own));
		return open(shared(own, publicKey(from), `${from}|${to}`), 'sheet', Buffer.from(sealed, 'base64url')).toString();
	} catch {
		return undefined;
	}
}
