import { type Answer, closesMeans, closesRemote, refusedClauses } from '#server/capabilities/consent/answer-facts.ts';
import type { ConsentFacts } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { answerableParts, consequenceText } from '#words/clauses/consequences.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import { pointName } from '#words/clauses/names.ts';
import type { Locale } from '#words/i18n.ts';
import { bodiesOf, bodyAt } from './bodies.ts';
import { documentTitle } from './portal-reading.ts';

/** What follows a no to a point of a document, in a person's words. */
export type ConsequenceOf = (document: string, point: string) => string;

interface Asking {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly facts: Facts;
	readonly lang: Locale;
}

/** The consequences of these documents: the practice's own words where it wrote some, else the library's. */
export async function consequencesOf(
	{ world, practice, facts, lang }: Asking,
	documents: readonly string[] = documentKeys,
): Promise<ConsequenceOf> {
	const written = new Map(
		Object.entries(facts.practice.policies.documents)
			.filter(([key]) => documents.includes(key))
			.flatMap(([key, { consequences }]) =>
				Object.entries(consequences).map(([point, { seq }]) => [`${key}.${point}`, seq] as const),
			),
	);
	const bodies = await bodiesOf(world, { practice, dossier: practice, parts: [JOINT], seqs: [...written.values()] });
	return (document, point) => {
		const own = bodyAt<Record<Locale, string>>(bodies, written.get(`${document}.${point}`), 'consequence.written');
		return own?.[lang] ?? consequenceText(point, lang);
	};
}

/** One thing to say yes or no to, and what was said. */
export interface AskedPoint {
	readonly point: string;
	readonly name: string;
	readonly consequence: string;
	readonly is: 'open' | 'yes' | 'no';
	readonly at?: Instant;
}

const stateOf = (answer: Answer | undefined, version: number): AskedPoint['is'] => {
	if (answer?.agreed === false) return 'no';
	// A yes is to the words one has read: a newer version is another question.
	return answer?.version === version ? 'yes' : 'open';
};

/** The points of one clause that this person answers: its parts where each stands alone, else the clause. */
export function pointsOf(
	{ answers, sent }: ConsentFacts,
	{ document, clause, lang }: { readonly document: string; readonly clause: string; readonly lang: Locale },
	consequence: ConsequenceOf,
): readonly AskedPoint[] {
	const parts = answerableParts(clause);
	const version = sent[document]?.version ?? 0;
	return (parts.length > 0 ? parts : [clause]).map((point) => {
		const answer = answers[`${document}.${point}`];
		const is = stateOf(answer, version);
		return {
			point,
			name: pointName(point, lang),
			consequence: consequence(document, point),
			is,
			...(is !== 'open' && answer && { at: answer.evidence.at }),
		};
	});
}

/** One clause that somebody says no to. */
export interface RefusedPoint {
	readonly document: string;
	readonly point: string;
	readonly title: string;
	readonly name: string;
	readonly version: number;
	readonly at: Instant;
	/** What was said to follow, as it was said. */
	readonly consequence: string;
	/** Everything at a distance waits for it. */
	readonly remote: boolean;
}

/** What this person says no to, the latest first; the words are those they had before them. */
export async function refusedPoints(
	{ answers, sent }: ConsentFacts,
	bodies: (seqs: readonly number[]) => Promise<Parameters<typeof bodyAt>[0]>,
	lang: Locale,
): Promise<readonly RefusedPoint[]> {
	const refused = refusedClauses({ answers }).toSorted(([, a], [, b]) => b.evidence.at - a.evidence.at);
	const opened = await bodies(refused.map(([, a]) => a.evidence.seq));
	return refused.map(([key, { evidence, closes }]) => {
		const [document = '', ...rest] = key.split('.');
		const point = rest.join('.');
		const said = bodyAt<{ consequence: string }>(opened, evidence.seq, 'clause.refused')?.consequence;
		return {
			document,
			point,
			title: documentTitle(document, lang),
			name: pointName(point, lang),
			version: sent[document]?.version ?? 0,
			at: evidence.at,
			consequence: said ?? consequenceText(point, lang),
			remote: closes.remote === true,
		};
	});
}

/** Who said no to meeting by each means, by name: seen where a meeting is agreed on. */
export const saidNoTo = ({ dossier }: Facts): Readonly<Record<string, string>> =>
	Object.fromEntries(
		(['video', 'telephone', 'chat'] as const).flatMap((mode) => {
			const names = beneficiaries(dossier.joint.dossier)
				.filter(({ id }) => {
					const { consent } = dossier.of(id);
					return closesMeans(consent, mode) !== undefined || closesRemote(consent) !== undefined;
				})
				.map((p) => p.name);
			return names.length > 0 ? [[mode, names.join(', ')]] : [];
		}),
	);

/** The input of `clause.refuse`: what follows is said from here, never by the browser. */
export async function refusing(asking: Asking, typed: Readonly<Record<string, unknown>>): Promise<unknown> {
	const [document, clause] = [String(typed.document ?? ''), String(typed.clause ?? '')];
	const consequence = await consequencesOf(asking, [document]);
	return { ...typed, consequence: consequence(document, clause) };
}
