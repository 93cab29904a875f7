import type { Facts } from '#server/capabilities/index.ts';
import type { Role } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Proof, Verdict } from '#server/kernel/verdict.ts';
import type { Duty } from '#server/norms/catalogue.ts';
import { board, isOfPractice, type Judged } from '#server/norms/judge.ts';
import type { Locale } from '#words/i18n.ts';
import { mendWords, whyText } from '#words/refusals.ts';
import type { Listed } from '../lists.ts';
import { mendHref } from '../mends.ts';
import { mayMend } from './own-tasks.ts';

/** One duty on the board, in a person's language. */
export interface BoardRow {
	readonly id: string;
	readonly words: string;
	readonly is: Verdict['is'];
	readonly proof?: Proof;
	/** Lines that prove it; those of the client’s file with their place on its timeline, others are the practitioner’s or the practice’s. */
	readonly evidence: readonly { readonly seq: number; readonly at: Instant; readonly href?: string }[];
	readonly why?: string;
	readonly reason?: string;
	readonly by?: Instant;
	readonly mend?: { readonly label: string; readonly href: string };
	/** How many files lack this evidence, on the practitioner's own board. */
	readonly files?: number;
	/** The first of those files: where one goes to mend it. */
	readonly lacks?: readonly { readonly id: string; readonly label: string }[];
}

/** The rows of one capability. */
export interface BoardGroup {
	readonly capability: string;
	readonly rows: readonly BoardRow[];
}

interface At {
	/** Whose board it is: what somebody else mends has no link. */
	readonly roles?: readonly Role[];
	readonly lang: Locale;
	readonly dossier?: string;
	readonly now: Instant;
}

/** Every proof that stands somewhere in these facts. */
function proofsIn(facts: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
	if (typeof facts !== 'object' || facts === null) return found;
	if ('seq' in facts && 'at' in facts) found.add(facts);
	for (const value of Object.values(facts)) proofsIn(value, found);
	return found;
}

function rowOf({ duty, verdict }: Judged, { lang, dossier, roles }: At, others: ReadonlySet<unknown>): BoardRow {
	const mend = 'mend' in verdict ? verdict.mend : undefined;
	const isTheirs = mend && (!roles || mayMend(mend.act, roles));
	const href = isTheirs && mendHref(mend, { lang, dossier });
	return {
		id: duty.id,
		words: duty.words[lang],
		is: verdict.is,
		evidence: ('evidence' in verdict ? verdict.evidence : []).map((proof) => ({
			...proof,
			...(dossier &&
				!others.has(proof) && {
					href: `/${lang}/office/clients/${dossier}/timeline?before=${proof.seq + 1}#e-${proof.seq}`,
				}),
		})),
		...(verdict.is === 'met' && { proof: verdict.proof }),
		...('why' in verdict && verdict.why !== undefined && { why: whyText(lang, verdict.why).title }),
		...(verdict.is === 'waived' && { reason: verdict.reason }),
		...(verdict.is === 'due' && { by: verdict.by }),
		...(mend && href && { mend: { label: mendWords(lang, mend.act), href } }),
	};
}

const grouped = (rows: readonly (readonly [Duty, BoardRow])[]): readonly BoardGroup[] =>
	[...Map.groupBy(rows, ([duty]) => duty.capability)].map(([capability, list]) => ({
		capability,
		rows: list.map(([, row]) => row),
	}));

/** Every duty for one dossier: those of the practice and of the practitioner beside those of the client. */
export function dossierBoard(facts: Facts, at: At): readonly BoardGroup[] {
	const others = proofsIn([facts.practitioner, facts.practice]);
	return grouped(
		board(facts, { now: at.now, focus: {} }).map((judged) => [judged.duty, rowOf(judged, at, others)] as const),
	);
}

const NAMED = 5;

interface Named {
	readonly id: string;
	readonly label: string;
}

/** The files that each duty concerns, by duty; in one pass, for a caseload of thousands. */
function filesBy<B extends Named>(
	briefs: readonly B[],
	dutiesOf: (brief: B) => readonly string[],
): ReadonlyMap<string, readonly Named[]> {
	const found = new Map<string, Named[]>();
	for (const file of briefs) {
		for (const duty of dutiesOf(file)) {
			const files = found.get(duty);
			if (files) files.push(file);
			else found.set(duty, [file]);
		}
	}
	return found;
}

/** Every duty for a practitioner: their own and the practice's judged here, those of clients counted from the briefs. */
export function practitionerBoard(
	facts: Facts,
	briefs: readonly Pick<Listed, 'id' | 'label' | 'unmet' | 'due'>[],
	at: At,
): readonly BoardGroup[] {
	const lacking = filesBy(briefs, ({ unmet }) => unmet);
	const awaited = filesBy(briefs, ({ due }) => due.map(([duty]) => duty));
	const soonest = new Map<string, Instant>();
	for (const [duty, by] of briefs.flatMap(({ due }) => due)) soonest.set(duty, Math.min(by, soonest.get(duty) ?? by));
	return grouped(
		board(facts, { now: at.now, focus: {} }).map((judged) => {
			const { duty, verdict } = judged;
			// Without a client there is nobody to judge: what a file waits for is told all the same.
			const waits = lacking.has(duty.id) || awaited.has(duty.id);
			const judgedHere = verdict.is !== 'notBuilt' && (verdict.is !== 'notApplicable' || waits);
			const ofClients = judgedHere && !isOfPractice(duty.id);
			if (!ofClients) return [duty, rowOf(judged, at, new Set())] as const;
			const missing = lacking.get(duty.id) ?? [];
			const those = missing.length > 0 ? missing : (awaited.get(duty.id) ?? []);
			const files = those.length;
			const by = missing.length === 0 ? soonest.get(duty.id) : undefined;
			return [
				duty,
				{
					id: duty.id,
					words: duty.words[at.lang],
					is: missing.length > 0 ? 'unmet' : files > 0 ? 'due' : briefs.length > 0 ? 'met' : 'notApplicable',
					...(by !== undefined && { by }),
					evidence: [],
					files,
					lacks: those.slice(0, NAMED).map(({ id, label }) => ({ id, label })),
				},
			] as const;
		}),
	);
}
