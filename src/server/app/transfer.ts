import type { Facts } from '#server/capabilities/index.ts';
import type { Leaving } from '#server/capabilities/transfer/facts.ts';
import { archiveOf, digestOfManifest, manifestOf } from '#server/journal/archive.ts';
import { boxOf, sealTo } from '#server/journal/box.ts';
import { isSigned, signerOf } from '#server/journal/signing.ts';
import type { World } from '#server/journal/world.ts';
import type { PartId } from '#server/kernel/journal.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { canonical, idFrom, sha256 } from '#server/platform/hash.ts';

/** Where a practice receives files: its name, what packages are sealed to, what its receipts are signed with. */
export interface Address {
	readonly name: string;
	readonly box: string;
	readonly sign: string;
}

const CARD = 'balise-adresse-1.';
const RECEIPT = 'balise-recu-1.';
const told = (prefix: string, value: unknown): string =>
	prefix + Buffer.from(JSON.stringify(value)).toString('base64url');
function heard(prefix: string, text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(Buffer.from(text.trim().slice(prefix.length), 'base64url').toString());
		return text.trim().startsWith(prefix) && typeof value === 'object' && value !== null
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

/** This practice's address. */
export async function addressOf(world: World<Facts>, practice: string, name: string): Promise<Address> {
	const { publicKey: box } = await boxOf(world, practice);
	const { publicKey: sign } = await inPractice(world.db, practice, (tx) => signerOf(world, tx, practice));
	return { name, box, sign };
}

/** An address as one line of text, to be sent by any means: it holds no secret. */
export const cardOf = ({ name, box, sign }: Address): string => told(CARD, { name, box, sign });

/** The address that a card holds; undefined when it is no card. */
export function addressIn(card: string): Address | undefined {
	const { name, box, sign } = heard(CARD, card) ?? {};
	const isKey = (key: unknown): key is string => typeof key === 'string' && /^[A-Za-z0-9_-]{43,80}$/.test(key);
	return typeof name === 'string' && name.trim() !== '' && name.length <= 200 && isKey(box) && isKey(sign)
		? { name: name.trim(), box, sign }
		: undefined;
}

/** Four groups of five digits, to be read aloud: somebody who changed the card on its way would change them. */
export const numbersOf = ({ name, box, sign }: Address): string => {
	const digest = sha256('address', name, box, sign);
	const group = (i: number) => String(digest.readUInt32BE(4 * i) % 100_000).padStart(5, '0');
	return [0, 1, 2, 3].map(group).join(' ');
};

/** Were these the numbers of that address, however they were typed? */
export const areNumbersOf = (address: Address, typed: string): boolean =>
	typed.replace(/\D/g, '') === numbersOf(address).replaceAll(' ', '');

/** What would leave now of a file. */
export async function leavingOf(
	{ db }: World<Facts>,
	practice: string,
	dossier: string,
	parts: readonly PartId[],
): Promise<Leaving | undefined> {
	const manifest = await manifestOf(db, practice, { kind: 'dossier', id: dossier }, parts);
	if (!manifest) return undefined;
	const { seq, head } = manifest;
	return { digest: digestOfManifest(manifest), seq, head, parts: manifest.parts };
}

/** The package of a transfer, sealed to whoever receives it; undefined when the file is not what the register says. */
export async function packageOf(
	world: World<Facts>,
	{ practice, dossier }: { readonly practice: string; readonly dossier: string },
	{ leaving, box }: { readonly leaving: Leaving; readonly box: string },
): Promise<string | undefined> {
	const { parts, seq, digest } = leaving;
	const manifest = await manifestOf(world.db, practice, { kind: 'dossier', id: dossier }, parts, seq);
	if (!manifest || digestOfManifest(manifest) !== digest) return undefined;
	const pieces = await Array.fromAsync(archiveOf(world, manifest));
	return sealTo(box, Buffer.from(pieces.join('')));
}

/** What a receiver sends back: that this very package arrived, signed by their practice; it names nobody. */
export async function receiptOf(world: World<Facts>, practice: string, digest: string, at: Instant): Promise<string> {
	const { sign } = await inPractice(world.db, practice, (tx) => signerOf(world, tx, practice));
	return told(RECEIPT, { digest, at, signature: sign(receiptText(digest, at)) });
}
const receiptText = (digest: string, at: Instant): string => `received|${canonical({ digest, at })}`;

/** When it was received, if this is the receiver's receipt of this very package. */
export function receivedAt(
	text: string,
	{ leaving, sign }: { readonly leaving: Leaving; readonly sign: string },
): Instant | Refusal {
	const { digest, at, signature } = heard(RECEIPT, text) ?? {};
	const isWhole = typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && typeof signature === 'string';
	return isWhole && digest === leaving.digest && isSigned(receiptText(leaving.digest, at), signature, sign)
		? at
		: refuse('transfer.receipt');
}

/** The file that a package opens here: the same package, the same file. */
export const fileFor = (practice: string, digest: string): string => idFrom('received', practice, digest);
