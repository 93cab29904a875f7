#!/usr/bin/env node
/*
 * Verifies a file that left Balise, with nothing of Balise: Node 20 or later, this one page, no network.
 *
 *   node verifier.mjs archive.json [--key <public key of the practice>] [--receipt receipt.json]...
 *
 * What it proves: no line was changed, added, taken out or moved since the practice signed the newest root inside; the
 * words shown are those that were sealed; a receipt handed earlier names a line of this very file. What it cannot prove
 * without --key or --receipt: that the practice itself did not write everything anew. Exit 0 when all holds, 1 when not.
 */
import { createDecipheriv, createHash, createPublicKey, verify } from 'node:crypto';

/** @typedef {{ code: string, seq?: number }} Finding */
/** @typedef {{ at: number, attempt: string, journal: string, key: string, part: string, practice: string, seq: number }} Header */
/** @typedef {{ header: Header, sealed: string, hash: string, opened?: unknown }} ArchivedLine */
/** @typedef {{ practice: string, journal: string, parts: string[], seq: number, head: string }} Manifest */
/** @typedef {{ practice: string, seq: number, at: number, size: number, root: string, signature: string }} Root */
/** @typedef {{ practice: string, journal: string, seq: number, entryHash: string, header: string, head: { seq: number, hash: string }, path: { side: 'left' | 'right', hash: string }[], root: Root, latest: Root, publicKey: string, signature: string }} Receipt */
/** @typedef {{ balise: 'archive', version: 1, manifest: Manifest, digest: string, receipt: Receipt, keys: Record<string, string>, lines: ArchivedLine[] }} Archive */

/** What each finding means, in both languages. @type {Record<string, string>} */
export const meanings = {
	notAnArchive: 'ce n’est pas un dossier de Balise · this is no file of Balise',
	otherFile: 'la ligne vient d’un autre dossier · the line is from another file',
	lineMissing: 'une ligne manque, ou n’est pas à sa place · a line is missing or out of place',
	lineChanged: 'la ligne a été changée · the line was changed',
	lineUnreadable: 'la clé jointe n’ouvre pas la ligne · the key that came with it does not open the line',
	wordsChanged:
		'les mots montrés ne sont pas ceux qui étaient scellés · the words shown are not those that were sealed',
	wordsUnproved: 'des mots sont montrés sans leur clé · words are shown without their key',
	wordsWithheld: 'la clé est jointe et les mots manquent · the key came along and the words are missing',
	partMixed: 'une clé ouvre une partie qui ne devait pas partir · a key opens a part that was not to leave',
	cutShort: 'la fin manque · the end is missing',
	manifestChanged: 'le sommaire a été changé · the manifest was changed',
	notSigned: 'la signature du cabinet ne tient pas · the practice’s signature does not hold',
	rootNotSigned: 'une racine n’est pas signée par le cabinet · a root is not signed by the practice',
	notInRoot: 'le dossier n’est pas dans la racine signée · the file is not in the signed root',
	otherKey: 'signé par quelqu’un d’autre · signed by somebody else',
	receiptDiffers: 'un reçu remis plus tôt dit autre chose · a receipt handed earlier says otherwise',
};

/** SHA-256 over parts, each preceded by its length in four bytes. @param {...(Uint8Array | string)} parts */
function sha256(...parts) {
	const hash = createHash('sha256');
	for (const part of parts) {
		const bytes = typeof part === 'string' ? Buffer.from(part) : part;
		const length = Buffer.alloc(4);
		length.writeUInt32BE(bytes.length);
		hash.update(length).update(bytes);
	}
	return hash.digest();
}

/** JSON with sorted names: the same value has one text. @param {unknown} value @returns {string} */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const pairs = Object.entries(value).filter(([, v]) => v !== undefined);
	return `{${pairs
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
		.join(',')}}`;
}

/** @param {Header} header */
const headerText = ({ at, attempt, journal, key, part, practice, seq }) =>
	canonical({ at, attempt, journal, key, part, practice, seq });

/** @param {Manifest} manifest */
export const digestOf = ({ practice, journal, parts, seq, head }) =>
	sha256(canonical({ practice, journal, parts, seq, head })).toString('hex');

/** @param {ArchivedLine} line @param {string} key base64url */
function openLine({ header, sealed }, key) {
	const bytes = Buffer.from(sealed, 'base64');
	const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), bytes.subarray(0, 12), {
		authTagLength: 16,
	});
	cipher.setAAD(Buffer.from(headerText(header))).setAuthTag(bytes.subarray(12, 28));
	return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString());
}

/** @param {string} text @param {string} signature @param {string} publicKey */
function isSigned(text, signature, publicKey) {
	try {
		const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
		return (
			key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
		);
	} catch {
		return false;
	}
}

/** RFC 9162. @param {...Uint8Array} parts */
const node = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** @param {Receipt} receipt @returns {string} the root that its head leads to */
function rootOf({ journal, head, path }) {
	const place = Buffer.alloc(8);
	place.writeBigInt64BE(BigInt(head.seq));
	let hash = node(
		Uint8Array.of(0),
		Buffer.from(journal.replaceAll('-', ''), 'hex'),
		place,
		Buffer.from(head.hash, 'hex'),
	);
	for (const { side, hash: sibling } of path) {
		const other = Buffer.from(sibling, 'hex');
		hash = side === 'left' ? node(Uint8Array.of(1), other, hash) : node(Uint8Array.of(1), hash, other);
	}
	return hash.toString('hex');
}

/** A receipt by itself: signed, and its head under the root. @param {Receipt} receipt @returns {string | undefined} */
function faultOf(receipt) {
	const { signature, root, latest, publicKey, practice, seq, head, entryHash, ...rest } = receipt;
	const text = `receipt|${canonical({ ...rest, root, latest, publicKey, practice, seq, head, entryHash })}`;
	if (!isSigned(text, signature, publicKey)) return 'notSigned';
	for (const { signature: ofRoot, practice: of, seq: at, at: when, size, root: hash } of [root, latest]) {
		const said = `checkpoint|${canonical({ practice: of, seq: at, at: when, size, root: hash })}`;
		if (of !== practice || !isSigned(said, ofRoot, publicKey)) return 'rootNotSigned';
	}
	if (rootOf(receipt) !== root.root) return 'notInRoot';
	return head.seq < seq || (head.seq === seq && head.hash !== entryHash) ? 'notInRoot' : undefined;
}

/** One line against the one before it; its hash. @param {Archive} archive @param {ArchivedLine} line @param {Buffer} previous */
function lineFault({ manifest, keys }, line, previous, /** @type {number} */ seq) {
	const { header, sealed, hash, opened } = line;
	if (header.seq !== seq) return 'lineMissing';
	if (header.journal !== manifest.journal || header.practice !== manifest.practice) return 'otherFile';
	const found = sha256(previous, headerText(header), Buffer.from(sealed, 'base64'));
	if (found.toString('hex') !== hash) return 'lineChanged';
	const key = Object.hasOwn(keys, header.key) ? keys[header.key] : undefined;
	if (key === undefined) return opened === undefined ? undefined : 'wordsUnproved';
	if (!manifest.parts.includes(header.part)) return 'partMixed';
	if (opened === undefined) return 'wordsWithheld';
	try {
		return JSON.stringify(openLine(line, key)) === JSON.stringify(opened) ? undefined : 'wordsChanged';
	} catch {
		return 'lineUnreadable';
	}
}

/** @param {Archive} archive @returns {Generator<Finding>} */
function* chainFaults({ manifest, keys, lines }) {
	let previous = sha256('balise', 'dossier');
	for (const [i, line] of lines.entries()) {
		const code = lineFault(/** @type {Archive} */ ({ manifest, keys }), line, previous, i + 1);
		if (code !== undefined) yield { code, seq: i + 1 };
		previous = Buffer.from(line.hash, 'hex');
	}
	if (lines.length !== manifest.seq) yield { code: 'cutShort', seq: lines.length + 1 };
	else if (previous.toString('hex') !== manifest.head) yield { code: 'lineChanged', seq: lines.length };
}

/** A receipt against the lines. @param {Archive} archive @param {Receipt} receipt @param {string} trusted */
function receiptFault({ manifest, lines }, receipt, trusted) {
	if (receipt.journal !== manifest.journal || receipt.practice !== manifest.practice) return 'otherFile';
	if (receipt.publicKey !== trusted) return 'otherKey';
	const fault = faultOf(receipt);
	if (fault !== undefined) return fault;
	for (const { seq, hash } of [{ seq: receipt.seq, hash: receipt.entryHash }, receipt.head])
		if (seq <= lines.length && lines[seq - 1]?.hash !== hash) return 'receiptDiffers';
	return receipt.seq > lines.length ? 'cutShort' : undefined;
}

/** @param {unknown} value @returns {value is Archive} */
function isArchive(value) {
	const it = /** @type {Archive} */ (value);
	const isText = (/** @type {unknown} */ v) => typeof v === 'string';
	try {
		return (
			it.balise === 'archive' &&
			it.version === 1 &&
			[it.manifest.practice, it.manifest.journal, it.manifest.head, it.digest, it.receipt.publicKey].every(isText) &&
			it.manifest.parts.every(isText) &&
			Number.isSafeInteger(it.manifest.seq) &&
			Object.values(it.keys).every(isText) &&
			it.lines.length > 0 &&
			it.lines.every(({ header, sealed, hash }) => isText(sealed) && isText(hash) && isText(header.part))
		);
	} catch {
		return false;
	}
}

/**
 * Everything in it that is not as it was written; none when it holds.
 * @param {unknown} archive
 * @param {{ key?: string, receipts?: readonly unknown[] }} [trust] the practice's public key, receipts handed earlier
 * @returns {Finding[]}
 */
export function verifyArchive(archive, { key, receipts = [] } = {}) {
	if (!isArchive(archive)) return [{ code: 'notAnArchive' }];
	const findings = [...chainFaults(archive)];
	const { manifest, digest, receipt } = archive;
	if (digestOf(manifest) !== digest) findings.push({ code: 'manifestChanged' });
	const handed = [{ receipt, trusted: key ?? receipt.publicKey }].concat(
		receipts.map((one) => ({ receipt: /** @type {Receipt} */ (one), trusted: receipt.publicKey })),
	);
	for (const { receipt: one, trusted } of handed) {
		try {
			const code = receiptFault(archive, one, trusted);
			if (code !== undefined) findings.push({ code, seq: one.seq });
		} catch {
			findings.push({ code: 'notSigned' });
		}
	}
	if (receipt.seq !== manifest.seq) findings.push({ code: 'cutShort', seq: manifest.seq });
	return findings;
}

async function main() {
	const { readFileSync } = await import('node:fs');
	const { parseArgs } = await import('node:util');
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { key: { type: 'string' }, receipt: { type: 'string', multiple: true, default: [] } },
	});
	const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
	const archive = read(positionals[0] ?? '');
	const found = verifyArchive(archive, {
		receipts: values.receipt.map(read),
		...(values.key !== undefined && { key: values.key }),
	});
	for (const { code, seq } of found) console.log(`${seq === undefined ? '' : `${seq}: `}${code} — ${meanings[code]}`);
	if (found.length > 0) process.exit(1);
	const { manifest, lines, receipt } = archive;
	const open = lines.filter((/** @type {ArchivedLine} */ line) => line.opened !== undefined).length;
	console.log(`${lines.length} lignes · lines, ${open} ouvertes · open, ${manifest.head}`);
	console.log(`${new Date(receipt.latest.at).toISOString()} ${receipt.publicKey}`);
}

if (process.argv[1] && import.meta.url.endsWith('verifier.mjs') && process.argv[1].endsWith('verifier.mjs'))
	await main();
