import type { Facts } from '#server/capabilities/index.ts';
import { agreedAt } from '#server/capabilities/uses/facts.ts';
import type { Search, SearchEntry } from '#server/capabilities/web-search/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Instant, LocalDate } from '#server/kernel/time.ts';
import { publishedWith } from '#server/norms/section2.ts';
import { tellBy, yesFor } from '#server/norms/web-search.ts';
import { bodyAt } from './bodies.ts';
import type { OpenPortal } from './portal.ts';

type Said<K extends SearchEntry['kind']> = Extract<SearchEntry, { kind: K }>['data'];

const searchesOf = (facts: Facts, person: string): readonly (readonly [string, Search])[] =>
	Object.entries(facts.dossier.of(person).searches.made).toSorted(([, a], [, b]) => b.evidence.seq - a.evidence.seq);

/** The agreement to be looked up that counts now, if there is one. */
const agreedUse = (facts: Facts, person: string, now: Instant) => {
	const { uses } = facts.dossier.of(person);
	const yes = agreedAt(uses, 'webSearch', now);
	return Object.values(uses.uses).find((u) => yes !== undefined && u.agreed?.seq === yes.seq);
};

/** The lines whose words the page of a file shows. */
export const searchLines = (facts: Facts, now: Instant): readonly (number | undefined)[] =>
	beneficiaries(facts.dossier.joint.dossier).flatMap(({ id }) => [
		agreedUse(facts, id, now)?.proposed.seq,
		...searchesOf(facts, id).flatMap(([, s]) =>
			[s.evidence, s.noted, s.told?.evidence, s.deferred?.evidence, s.reviewed].map((e) => e?.seq),
		),
	]);

/** Why one looked, and where: the words of the line that opened a search. */
function openedIn(bodies: ReadonlyMap<number, Entry>, { evidence }: Search) {
	return (
		bodyAt<Said<'search.recorded'>>(bodies, evidence.seq, 'search.recorded') ??
		bodyAt<Said<'search.started'>>(bodies, evidence.seq, 'search.started')
	);
}

const foundIn = (bodies: ReadonlyMap<number, Entry>, { noted }: Search) =>
	bodyAt<Said<'search.recorded'>>(bodies, noted?.seq, 'search.recorded') ??
	bodyAt<Said<'search.noted'>>(bodies, noted?.seq, 'search.noted');

/** One search, with its words and what it still asks for. */
function shownSearch(facts: Facts, person: string, [id, search]: readonly [string, Search], at: Shown) {
	const { bodies, now } = at;
	const why = openedIn(bodies, search);
	const found = foundIn(bodies, search);
	const { told, deferred, reviewed } = search;
	const tellAt = tellBy(search, now);
	const words = told && bodyAt<Said<'search.told'>>(bodies, told.evidence.seq, 'search.told')?.words;
	const waits = deferred && bodyAt<Said<'search.deferred'>>(bodies, deferred.evidence.seq, 'search.deferred')?.reason;
	const learned = reviewed && bodyAt<Said<'search.reviewed'>>(bodies, reviewed.seq, 'search.reviewed')?.learned;
	return {
		id,
		ground: search.ground,
		at: search.evidence.at,
		...(search.on !== undefined && { on: search.on }),
		reason: why?.reason ?? '',
		...(why?.danger !== undefined && { danger: why.danger, protects: why.protects, noConsent: why.noConsent }),
		...(found && { where: found.where, summary: found.summary, kept: found.kept }),
		...(told && { told: { on: told.on, how: told.how, ...(words !== undefined && { words }) } }),
		...(deferred && { deferred: { until: deferred.until, reason: waits ?? '' } }),
		...(learned !== undefined && { learned }),
		tellBy: tellAt,
		late: tellAt <= now,
		asksReview: search.ground !== 'emergency' && !reviewed && yesFor(search, facts.dossier.of(person)) === undefined,
	};
}
export type ShownSearch = ReturnType<typeof shownSearch>;

interface Shown {
	readonly bodies: ReadonlyMap<number, Entry>;
	readonly now: Instant;
}

/** Everyone who is served: may they be looked up, and what was. */
export function searchesOfAll(facts: Facts, { bodies, now }: Shown) {
	return {
		policy: publishedWith(facts.practice, 'websearch', 'websearch') !== undefined,
		persons: beneficiaries(facts.dossier.joint.dossier).map(({ id, name }) => {
			const use = agreedUse(facts, id, now);
			const scope = bodyAt<{ scope: string }>(bodies, use?.proposed.seq, 'use.proposed')?.scope;
			return {
				id,
				name,
				...(use && {
					agreed: { scope: scope ?? '', ...(use.until !== undefined && { until: use.until }) },
				}),
				searches: searchesOf(facts, id).map((one) => shownSearch(facts, id, one, { bodies, now })),
			};
		}),
	};
}

/** A search as the person it was about reads of it: that it was made, when, and why. */
export interface ToldSearch {
	readonly id: string;
	readonly ground: Search['ground'];
	readonly at: Instant;
	readonly on?: LocalDate;
	readonly reason: string;
	readonly told?: LocalDate;
}

/** What telling could put in danger is not read before it was told; what was agreed to is there once it is noted. */
const mayRead = ({ ground, gated, noted, told, deferred }: Search): boolean =>
	told !== undefined || (ground === 'agreed' && gated === true && noted !== undefined && deferred === undefined);

/** The searches about this person alone. */
export async function searchesFor({ own, bodies }: OpenPortal): Promise<readonly ToldSearch[]> {
	const mine = Object.entries(own.searches.made).filter(([, search]) => mayRead(search));
	const words = await bodies(mine.map(([, s]) => s.evidence.seq));
	return mine
		.map(([id, search]) => ({
			id,
			ground: search.ground,
			at: search.evidence.at,
			...(search.on !== undefined && { on: search.on }),
			reason: openedIn(words, search)?.reason ?? '',
			...(search.told && { told: search.told.on }),
		}))
		.toSorted((a, b) => b.at - a.at);
}

/** The emergency searches of the practice: by whom and when, never about whom. */
export const emergenciesOf = ({ practice }: Facts) =>
	practice.searches.emergencies
		.map(({ id, by, evidence, seen }) => ({
			id,
			by: practice.practice.members[by]?.name ?? '',
			at: evidence.at,
			...(seen && { seenAt: seen.at }),
		}))
		.toSorted((a, b) => b.at - a.at);
