import type { ClosingEntry, Giving } from '#server/capabilities/closing/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import { noteWithin } from '#server/norms/writing.ts';
import { closingWords } from '#words/closing.ts';
import { dateText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { interventionWords } from '#words/intervention.ts';
import { markdownHtml } from '../markdown.ts';
import { bodyAt } from './bodies.ts';
import { homeZone } from './home-zone.ts';
import { goalLines, goalsOf } from './intervention.ts';

type Summary = Extract<ClosingEntry, { kind: 'closing.summarised' }>['data'];

/** The lines whose words the summary takes up: the goals, and the summary that was signed. */
export const closingLines = (facts: Facts): readonly (number | undefined)[] => [
	...goalLines(facts),
	facts.dossier.joint.closing.summary?.evidence.seq,
];

/** Papers that still lie somewhere, and those that were scanned. */
function papersIn({ dossier }: Facts): number {
	const lying = Object.values(dossier.joint.register.items).filter((item) => !item.destroyed).length;
	const scans = Object.keys(dossier.joint.dossier.persons).map((p) => dossier.of(p).papers.scans.length);
	return scans.reduce((total, n) => total + n, lying);
}

/** What happened from the first request to here, as the file tells it. */
export function workDone(
	facts: Facts,
	bodies: ReadonlyMap<number, Entry>,
	lang: Locale,
): Readonly<Record<string, string>> {
	const words = closingWords(lang);
	const { intake, sessions } = facts.dossier.joint;
	const day = (at: Instant | undefined) => (at === undefined ? undefined : dateText(lang, at, homeZone(facts)));
	const goals = goalsOf(facts, bodies).map(
		({ goal, state }) => `${goal} (${state ? interventionWords(lang).goalState(state) : words.goalOpen})`,
	);
	const papers = papersIn(facts);
	const told: Readonly<Record<string, string | undefined>> = {
		asked: day(intake.request?.evidence.at),
		first: day(sessions.firstService?.at),
		last: day(sessions.lastService?.at),
		met: sessions.count > 0 ? String(sessions.count) : undefined,
		goals: goals.join('\n') || undefined,
		referral: intake.referral && words.referral(intake.referral.outcome, day(intake.referral.evidence.at) ?? ''),
		papers: papers > 0 ? words.paperCount({ n: papers }) : undefined,
	};
	return Object.fromEntries(
		Object.entries(told).flatMap(([key, text]) => (text ? [[key, text.slice(0, 2000)] as const] : [])),
	);
}

/** A file that was closed and has no summary: when one was expected. */
export function summaryDue(facts: Facts): Instant | undefined {
	const { closed, summary } = facts.dossier.joint.closing;
	return closed && !summary ? closed.at + noteWithin(facts, closed.at) : undefined;
}

/** The summary that was signed, whether it was late, and who has it. */
export function summaryOf(facts: Facts, bodies: ReadonlyMap<number, Entry>) {
	const { summary, given } = facts.dossier.joint.closing;
	const said = bodyAt<Summary>(bodies, summary?.evidence.seq, 'closing.summarised');
	if (!summary || !said) return undefined;
	const signed = bodies.get(summary.evidence.seq);
	const by = facts.practice.practice.members[signed?.by.account ?? '']?.name ?? '';
	const expected = said.closedAt === undefined ? undefined : said.closedAt + noteWithin(facts, summary.evidence.at);
	return {
		version: summary.version,
		at: summary.evidence.at,
		by,
		body: said.body,
		laidOut: Object.entries(said.body).map(([heading, text]) => ({ heading, laid: markdownHtml(text, 3) })),
		happened: said.happened,
		...(expected !== undefined && summary.evidence.at > expected && { lateSince: expected }),
		persons: beneficiaries(facts.dossier.joint.dossier).map(({ id, name, account }) => ({
			id,
			name,
			hasSpace: account !== undefined,
			...(given[id] && { given: { means: given[id].means as Giving, at: given[id].evidence.at } }),
		})),
	};
}
