// Looking a client up on the web: the policy first, their yes or a danger, then noting it and telling them.
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { agreedAt } from '#server/capabilities/uses/facts.ts';
import type { Search } from '#server/capabilities/web-search/facts.ts';
import type { Focus, Judging } from '#server/kernel/norm.ts';
import { DAY, dayOf, type Instant, startOf } from '#server/kernel/time.ts';
import { attested, dueOrLate, judged, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { lookUp } from '#server/law/look-up.ts';
import { publishedWith } from './section2.ts';
import { everyone, knownVersion, mend, norm, practiceNorm, shown, worst } from './support.ts';

/** Somebody may be in danger: one looks at the danger, never at what the practice has not written yet. */
const isEmergency = ({ means }: Focus): boolean => means === 'emergency' || means === 'bare';

/** qc-2.05-a: the practice has a policy on looking clients up, before anybody does. */
export const qc205a = practiceNorm('qc-2.05-a', ['search.run'], ({ practice }, { focus }) =>
	isEmergency(focus)
		? notApplicable
		: shown(
				publishedWith(practice, 'websearch', 'websearch'),
				'qc-2.05-a',
				mend('policy.publish', undefined, 'websearch'),
			),
);

/** Was this person handed a search policy that is no longer the one in force? It is then handed again (qc-2.05-b). */
export const holdsOlderPolicy = ({ consent }: DossierPart, { practice }: Facts): boolean => {
	const { published } = practice.policies.documents.websearch ?? {};
	const sent = consent.sent.websearch;
	return sent !== undefined && published !== undefined && sent.version < published.version;
};

/** qc-2.05-b: each client holds the search policy in force, and took note of that version. */
export const qc205b = norm(
	'qc-2.05-b',
	[],
	everyone((own, p, facts) => {
		const sent = own.consent.sent.websearch;
		if (!sent || holdsOlderPolicy(own, facts)) return unmet('qc-2.05-b', mend('policy.send', p.id));
		const known = knownVersion(own.consent, 'websearch');
		return known && known.version >= sent.version
			? met(sent.evidence, known.evidence)
			: unmet('qc-2.05-b.read', mend('document.explain', p.id));
	}),
);

/** One search of a file. */
interface Made {
	readonly id: string;
	readonly person: string;
	readonly search: Search;
}

/** Every search about whoever is, or was, in the file. */
const searchesIn = ({ dossier }: Facts, { person }: Focus): readonly Made[] =>
	Object.keys(dossier.joint.dossier.persons)
		.filter((p) => person === undefined || p === person)
		.flatMap((p) => Object.entries(dossier.of(p).searches.made).map(([id, search]) => ({ id, person: p, search })));

const eachSearch =
	(judge: (made: Made, facts: Facts, judging: Judging) => Verdict) =>
	(facts: Facts, judging: Judging): Verdict =>
		worst(searchesIn(facts, judging.focus).map((made) => judge(made, facts, judging)));

/** How long a search may wait to be noted and told: dated lines of the rule pack. */
const daysFor = (now: Instant) => lookUp('webSearchDays', 'QC', dayOf(now)).value ?? { note: 0, tell: 0 };

/** From when a search is late to be told: its own day, or the one it was put off to. */
export const tellBy = ({ evidence, deferred }: Search, now: Instant): Instant =>
	deferred ? startOf(deferred.until) : evidence.at + daysFor(now).tell * DAY;

/** qc-2.06-a: a search that was made is told, or put off to a day with a signed reason. */
export const qc206a = norm(
	'qc-2.06-a',
	[],
	eachSearch(({ id, person, search }, _, { now }) =>
		search.told
			? attested(search.evidence, search.told.evidence)
			: dueOrLate(tellBy(search, now), now, 'qc-2.06-a', mend('search.tell', person, id)),
	),
);

/** qc-2.06-b: why, where, when, and what was kept: without its reason, nothing is saved. */
export const qc206b = norm('qc-2.06-b', ['search.run', 'search.record'], (facts, judging) => {
	const { means, purpose } = judging.focus;
	if (means !== undefined) return purpose === 'unsaid' ? unmet('qc-2.06-b.reason') : met();
	return eachSearch(({ id, person, search }, _, { now }) => {
		const by = search.evidence.at + daysFor(now).note * DAY;
		return search.noted
			? attested(search.evidence, search.noted)
			: dueOrLate(by, now, 'qc-2.06-b', mend('search.finish', person, id));
	})(facts, judging);
});

/** The yes under which a search was made; the gate saw it, or it stood on the day that was written down. */
export function yesFor({ gated, ground, on, evidence }: Search, own: DossierPart) {
	if (ground !== 'agreed') return undefined;
	if (gated) return evidence;
	return agreedAt(own.uses, 'webSearch', on === undefined ? evidence.at : startOf(on) + DAY);
}

/** qc-3.04-a: only with their agreement; a search made without it shows, and asks to be looked back at. */
export const qc304a = norm('qc-3.04-a', ['search.run'], (facts, judging) => {
	const { now, focus } = judging;
	if (isEmergency(focus)) return notApplicable;
	if (focus.means !== undefined) {
		const { uses } = facts.dossier.of(focus.person ?? '');
		return shown(agreedAt(uses, 'webSearch', now), 'qc-3.04-a', mend('use.propose', focus.person));
	}
	return eachSearch(({ id, person, search }) => {
		if (search.ground === 'emergency') return notApplicable;
		const yes = yesFor(search, facts.dossier.of(person));
		if (yes) return met(search.evidence, yes);
		return search.reviewed
			? judged(search.evidence, search.reviewed)
			: dueOrLate(search.evidence.at, now, 'qc-3.04-a.made', mend('search.review', person, id));
	})(facts, judging);
});

/** qc-3.04-b: in an emergency, with the danger, whom it may protect, and why the person was not asked. */
export const qc304b = norm('qc-3.04-b', ['search.run'], (facts, judging) => {
	const { means } = judging.focus;
	if (means === 'bare') return unmet('qc-3.04-b');
	if (means !== undefined) return means === 'emergency' ? met() : notApplicable;
	return eachSearch(({ search }) =>
		search.ground === 'emergency' ? judged(search.evidence, search.told?.evidence) : notApplicable,
	)(facts, judging);
});
