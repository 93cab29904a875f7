import type { Given } from '#server/capabilities/consent/facts.ts';
import { type Lines, readEntries } from '#server/journal/read.ts';
import { type Receipt, receiptFor } from '#server/journal/receipt.ts';
import type { Entry, Means } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import { pointName } from '#words/clauses/names.ts';
import { type OpenPortal, practitionerName } from './portal.ts';
import { type HandedText, type PackageSent, textFrom } from './portal-reading.ts';

/** What was agreed to: by whom, when, how, in which words, and the proof that one keeps. */
export interface Signed {
	readonly at: Instant;
	readonly withdrawnAt?: Instant;
	readonly person: string;
	/** The name of whoever signed, where it was not the person. */
	readonly signedBy?: string;
	readonly writtenDownBy?: string;
	readonly means: Means;
	readonly texts: readonly HandedText[];
	/** The texts that were read in a further language, by their key; the points that this yes leaves out. */
	readonly readIn: Readonly<Record<string, string>>;
	readonly except: readonly string[];
	readonly receipt?: Receipt;
}

/** The consent that was given last, with the words it was given to. */
export async function signed(open: OpenPortal): Promise<Signed | undefined> {
	const { own, who, world, practice, id, bodies } = open;
	const { given, withdrawn } = own.consent;
	if (!given) return undefined;
	const line = (await bodies([given.evidence.seq])).get(given.evidence.seq);
	const receipt = await receiptFor(world, practice, id, given.evidence.seq);
	return {
		at: given.evidence.at,
		person: who.name,
		means: given.means,
		...signers(open, given, line),
		texts: await agreedTexts(open, given),
		readIn: given.readIn ?? {},
		except: (given.except ?? []).map((point) => pointName(point.split('.').slice(1).join('.'), open.lang)),
		...(withdrawn && { withdrawnAt: withdrawn.at }),
		...(receipt && { receipt }),
	};
}

function signers(
	{ facts }: OpenPortal,
	given: Given,
	line: Entry | undefined,
): Pick<Signed, 'signedBy' | 'writtenDownBy'> {
	if (line?.by.as === 'practitioner') return { writtenDownBy: practitionerName(facts) };
	const name =
		given.by === 'representative' ? facts.dossier.joint.dossier.persons[line?.by.person ?? '']?.name : undefined;
	return name === undefined ? {} : { signedBy: name };
}

const PAGE = 100;

/** The words of exactly the versions agreed to: the packages handed before, newest first. */
export async function agreedTexts(
	{ world, practice, id, parts, who, lang }: OpenPortal,
	{ documents, evidence }: Given,
): Promise<readonly HandedText[]> {
	const found = new Map<string, HandedText>();
	const wanted = Object.entries(documents);
	let before: number | undefined = evidence.seq;
	while (before !== undefined && found.size < wanted.length) {
		const page: Lines = await readEntries(world, practice, { kind: 'dossier', id }, { parts, before, limit: PAGE });
		for (const entry of page.entries.toReversed()) collect(found, entry, { wanted, person: who.id, lang });
		before = page.before;
	}
	return wanted.flatMap(([key]) => found.get(key) ?? []);
}

interface Collecting {
	readonly wanted: readonly (readonly [string, number])[];
	readonly person: string;
	readonly lang: OpenPortal['lang'];
}

function collect(found: Map<string, HandedText>, entry: Entry, { wanted, person, lang }: Collecting): void {
	if (entry.kind !== 'package.sent') return;
	const body = entry.data as PackageSent;
	if (body.person !== person) return;
	for (const [key, version] of wanted)
		if (!found.has(key) && body.documents[key] === version)
			found.set(key, textFrom(body, { key, version, sentAt: entry.at, lang }));
}
