import type { Facts } from '#server/capabilities/index.ts';
import type { HeldLine, Leaving } from '#server/capabilities/record/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { AccessGround } from '#server/law/topics.ts';
import { canonical, sha256 } from '#server/platform/hash.ts';
import type { Locale } from '#words/i18n.ts';
import { homeZone } from './home-zone.ts';
import { type TimelineLine, tellLine } from './timeline.ts';

/** What is said about the copy itself, which is not the record: who looked at what before it left, and by when. */
const machinery: ReadonlySet<string> = new Set(['access.clocked', 'access.looked', 'access.delivered', 'filing.told']);
/** The documents one was handed stand in one's space as they were read, and are not written again. */
const handedElsewhere: ReadonlySet<string> = new Set(['package.sent']);
/** Fields that hold no words of anybody. */
const technical = /^(id|hash|key|thread|session|document|version|channel|kind|token|zone|means|territory|file|seq)$/;
const code = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}|[a-z]+[A-Za-z]*)$/;
const said: ReadonlySet<string> = new Set([
	'body',
	'text',
	'words',
	'statement',
	'note',
	'reason',
	'name',
	'spoken',
	'goal',
	'view',
	'came',
	'work',
	'advice',
]);

function* wordsIn(value: unknown, field: string): Generator<string> {
	if (typeof value === 'string') {
		if (value.trim() !== '' && !technical.test(field) && (said.has(field) || !code.test(value))) yield value;
	} else if (typeof value === 'object' && value !== null)
		for (const [name, inner] of Object.entries(value)) yield* wordsIn(inner, Array.isArray(value) ? field : name);
}

/** Every word that somebody wrote in a line. */
export const textsOf = ({ kind, data }: Entry): readonly string[] =>
	handedElsewhere.has(kind) ? [] : [...wordsIn(data, '')];

/** Is this line part of the record that a person may ask for? */
export const isOfRecord = ({ kind }: Entry): boolean => !machinery.has(kind);

const GAP = '[…]';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The same words without what is held back. */
export const without = (text: string, passages: readonly string[]): string =>
	passages
		.toSorted((a, b) => b.length - a.length)
		.reduce((left, passage) => left.replace(new RegExp(escaped(passage), 'giu'), GAP), text);

/** A text in sentences, each of which can be held back. */
export const sentencesOf = (text: string): readonly string[] =>
	text
		.split(/(?<=[.!?…])\s+|\n+/u)
		.map((s) => s.trim())
		.filter((s) => s !== '');

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const named = (name: string): readonly string[] => name.split(/[\s’'-]+/u).filter((w) => /^\p{Lu}\p{L}{2,}/u.test(w));

/** Why a line asks to be looked at: somebody else wrote it, or it speaks of them. */
export type MarkWhy = 'written' | 'named';

/** Who is in the file, which everyone in it knows. */
const knownToAll: ReadonlySet<string> = new Set([
	'dossier.opened',
	'dossier.labelled',
	'person.added',
	'person.renamed',
]);

/** What these lines say is about others, whatever their names. */
const ofOthers: ReadonlySet<string> = new Set(['emergencyContact.set', 'other.named', 'family.drawn']);

/** Finds the lines of one person's copy in which somebody else is: a person of the file, or somebody they spoke of. */
export function marking({ dossier }: Facts, person: string): (entry: Entry) => MarkWhy | undefined {
	const { persons } = dossier.joint.dossier;
	const mine = new Set(named(persons[person]?.name ?? '').map(folded));
	const others = [
		...Object.values(persons).flatMap((p) => (p.id === person ? [] : [p.name])),
		...[JOINT, ...Object.keys(persons)].flatMap((part) =>
			Object.values((part === JOINT ? dossier.joint : dossier.of(part)).boundaries.others).map((o) => o.name),
		),
	];
	const words = [...new Set(others.flatMap(named).map(folded))].filter((w) => !mine.has(w));
	const anyName =
		words.length > 0 ? new RegExp(`(?<!\\p{L})(${words.map(escaped).join('|')})(?!\\p{L})`, 'u') : undefined;
	return (entry) => {
		const texts = textsOf(entry);
		if (texts.length === 0 || knownToAll.has(entry.kind)) return undefined;
		const { person: about } = entry.data as { person?: unknown };
		if (entry.by.person !== undefined && entry.by.person !== person) return 'written';
		if (typeof about === 'string' && about !== person) return 'named';
		if (ofOthers.has(entry.kind)) return 'named';
		return anyName && texts.some((text) => anyName.test(folded(text))) ? 'named' : undefined;
	};
}

/** What is held back of a line, with the words themselves. */
export interface Held {
	readonly as: Leaving;
	readonly ground?: AccessGround;
	readonly passages: readonly string[];
}

/** One line of a copy: what it says, and what was taken out of it. */
export interface CopyLine extends Omit<TimelineLine, 'body'> {
	readonly texts: readonly string[];
	readonly held?: { readonly as: Exclude<Leaving, 'leaves'>; readonly ground: AccessGround };
	/** What the person said of this line. */
	readonly versions: readonly string[];
}

/** The words that leave of one line; nothing of a line that is held back whole. */
const leavingOf = (entry: Entry, held: Held | undefined): readonly string[] => {
	if (held?.as === 'whole') return [];
	const texts = textsOf(entry);
	return held?.as === 'words' ? texts.map((text) => without(text, held.passages)) : texts;
};

interface Copying {
	readonly facts: Facts;
	readonly lang: Locale;
	readonly held: ReadonlyMap<number, Held>;
}

/** The lines of a copy, oldest first, as the person reads them. */
export function copyLines(entries: readonly Entry[], { facts, lang, held }: Copying): readonly CopyLine[] {
	const zone = homeZone(facts);
	const versions = Map.groupBy(
		entries.filter((e) => e.kind === 'correction.asked'),
		(e) => (e.data as { line?: number }).line,
	);
	return entries.map((entry) => {
		const { body: _, ...told } = tellLine(entry, facts, lang, zone);
		const back = held.get(entry.seq);
		return {
			...told,
			texts: leavingOf(entry, back),
			versions: (versions.get(entry.seq) ?? []).map((e) => (e.data as { statement: string }).statement),
			...(back?.ground && back.as !== 'leaves' && { held: { as: back.as, ground: back.ground } }),
		};
	});
}

/** What proves which words left: the same lines with the same words have the same hash, in whichever language they are read. */
export const copyHash = (entries: readonly Entry[], held: ReadonlyMap<number, Held>): string =>
	sha256(
		canonical(
			entries.map((entry) => ({
				seq: entry.seq,
				at: entry.at,
				kind: entry.kind,
				as: entry.by.as,
				texts: leavingOf(entry, held.get(entry.seq)),
			})),
		),
	).toString('hex');

/** What is held back, by line, once the lines that say so were opened. */
export function heldWords(held: readonly HeldLine[], bodies: ReadonlyMap<number, Entry>): ReadonlyMap<number, Held> {
	return new Map(
		held.map(({ line, as, ground, seq }) => {
			const { passages = [] } = (bodies.get(seq)?.data ?? {}) as { passages?: readonly string[] };
			return [line, { as, ground, passages }];
		}),
	);
}
