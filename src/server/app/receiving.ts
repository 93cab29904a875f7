import type { RequestEvent } from '@sveltejs/kit';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import type { ForeignLine } from '#server/capabilities/transfer/facts.ts';
import { boxOf } from '#server/journal/box.ts';
import { foldEntry, noFacts } from '#server/journal/facts.ts';
import type { JournalFacts, World } from '#server/journal/world.ts';
import type { Person } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { idFrom } from '#server/platform/hash.ts';
import { type Archive, type Finding, verifyArchive } from '#server/platform/verifier.mjs';
import { transferWords } from '#words/transfer.ts';
import { send, sendAsSystem } from './http.ts';
import { type Address, fileFor } from './transfer.ts';
import { signedIn } from './view.ts';

/** What came of a package: a file here, what is broken in it, or why it is not even opened. */
export type Arrived =
	| { readonly dossier: string }
	| { readonly broken: readonly Finding[] }
	| { readonly refusal: Refusal }
	| 'notForUs'
	| 'tooMany'
	| 'otherVersion';

/** Open a package that was sealed to this practice, prove its chain and who sent it, and only then open a file with it. */
export async function receivePackage(event: RequestEvent, from: Address, packed: string): Promise<Arrived> {
	const { practice } = signedIn(event);
	const { world } = event.locals.app;
	const bytes = await (await boxOf(world, practice)).open(packed);
	const archive = bytes && parsed(bytes);
	if (!archive) return 'notForUs';
	const broken = verifyArchive(archive, { key: from.sign });
	if (broken.length > 0) return { broken };
	return openFrom(event, from, archive as Archive);
}

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch {
		return undefined;
	}
}

const MOST_PERSONS = 12;

async function openFrom(event: RequestEvent, from: Address, archive: Archive): Promise<Arrived> {
	const { practice, session } = signedIn(event);
	const { world } = event.locals.app;
	const { manifest, digest, receipt } = archive;
	const past = foldedOr(() => factsIn(world, archive));
	if (!past) return 'otherVersion';
	const { dossier } = past.joint;
	const persons = Object.values(dossier.persons);
	if (persons.length === 0 || persons.length > MOST_PERSONS) return 'tooMany';
	const id = fileFor(practice, digest);
	const journal = { kind: 'dossier', id } as const;
	const opened = await send(event, {
		id: idFrom(id, 'opened'),
		act: 'request.receive',
		journal,
		input: {
			practitioner: session.account,
			kind: dossier.kind,
			label: dossier.label,
			anonymous: dossier.anonymous,
			persons: persons.map((p) => personIn(past, p)),
			via: 'import',
			reason: transferWords(event.locals.lang).cameFrom(from.name),
			prefers: 'either',
		},
	});
	if (isRefusal(opened)) return { refusal: opened };
	const { stretches, windows } = stretchesOf(archive, new Set(persons.map((p) => p.id)));
	const kept = await sendAsSystem(event, {
		id: idFrom(id, 'received'),
		act: 'record.receive',
		journal,
		input: {
			by: session.account,
			from: {
				practice: manifest.practice,
				name: from.name,
				journal: manifest.journal,
				sign: receipt.publicKey,
			},
			leaving: { digest, seq: manifest.seq, head: manifest.head, parts: manifest.parts },
			windows,
			stretches,
		},
	});
	if (isRefusal(kept)) return { refusal: kept };
	for (const { id: person } of persons.filter((p) => p.leftAt !== undefined))
		await send(event, { id: idFrom(id, 'left', person), act: 'person.leave', journal, input: { person } });
	return { dossier: id };
}

/** Lines of a version that this one does not know may not fold. */
function foldedOr<T>(fold: () => T): T | undefined {
	try {
		return fold();
	} catch {
		return undefined;
	}
}

interface Past {
	readonly joint: DossierPart;
	readonly of: (person: string) => DossierPart;
}

/** What was in force in the file as it left: folded as our own lines are. */
function factsIn(world: World<Facts>, { lines }: Archive): Past {
	let facts: JournalFacts = noFacts(world.model, 'dossier');
	for (const { header, opened, hash } of lines) {
		if (opened === undefined) continue;
		const entry = {
			...(opened as Pick<Entry, 'kind' | 'data' | 'by'>),
			part: header.part,
			seq: header.seq,
			at: header.at,
		};
		facts = foldEntry(world.model, 'dossier', facts, entry, Buffer.from(hash, 'hex'));
	}
	const { dossier } = world.model.assemble({ dossier: facts, practitioner: undefined, practice: undefined });
	return dossier;
}

/** What is not known of how to reach somebody is not allowed. */
function personIn({ of }: Past, { id, name, language, roles, body }: Person) {
	const { evidence: _, ...contact } = of(id).intake.contact ?? {
		evidence: undefined,
		voiceMail: false,
		text: false,
		othersMayKnow: false,
		callFirst: false,
	};
	return { id, name, language, roles, ...(body && { body }), contact };
}

const WINDOW = 100;

/**
 * The lines as they were sealed, a hundred at a time, those of each part in that part with the keys that open them: one
 * stretch for each part of each window, so that a page is found without reading the others. What did not leave stays sealed
 * among the joint lines: it holds the chain together.
 */
function stretchesOf({ lines, keys, manifest }: Archive, persons: ReadonlySet<string>) {
	const parts = [JOINT, ...persons];
	const partOf = ({ header }: ForeignLine) =>
		manifest.parts.includes(header.part) && persons.has(header.part) ? header.part : JOINT;
	const stretches = [];
	for (let from = 0; from < lines.length; from += WINDOW) {
		const window = lines.slice(from, from + WINDOW).map(({ header, sealed, hash }) => ({ header, sealed, hash }));
		for (const part of parts) {
			const mine = window.filter((line) => partOf(line) === part);
			const ids = new Set(mine.map(({ header }) => header.key));
			const held = Object.entries(keys).filter(([id]) => ids.has(id));
			stretches.push({ part, lines: mine, keys: Object.fromEntries(held) });
		}
	}
	return { stretches, windows: Math.ceil(lines.length / WINDOW) };
}
