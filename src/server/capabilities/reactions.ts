import { beneficiaries, present } from '#server/kernel/dossier.ts';
import type { Draft, Entry } from '#server/kernel/entry.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { DAY, dayOf, HOUR, type Instant, startOf } from '#server/kernel/time.ts';
import { accessDue } from '#server/law/access-due.ts';
import { ageAlone, birthdayAt } from '#server/law/age.ts';
import { strictestAge } from '#server/law/both-places.ts';
import { lookUp } from '#server/law/look-up.ts';
import { missedFrom } from '#words/clauses/states.ts';
import { isTerritory } from '#words/territories.ts';
import { inForce } from './consent/facts.ts';
import { type IncidentEntry, inSpace } from './incidents/facts.ts';
import type { DossierFacts, Facts } from './index.ts';
import type { Mishap, Weight } from './missed/facts.ts';
import { ruleIn } from './policies/facts.ts';
import { absenceAt } from './practice/facts.ts';
import type { Certificate } from './retention/facts.ts';
import { type Appointment, missedTwice } from './scheduling/facts.ts';
import type { Ground } from './web-search/facts.ts';

type Reaction = (
	entry: Entry,
	facts: Facts,
	context: { readonly now: Instant; readonly journal: JournalRef; readonly practice: string },
) => readonly Draft[];

const futureBookings = (dossier: DossierFacts, person: string, now: Instant) =>
	Object.values(dossier.joint.scheduling.appointments).filter(
		(a) => a.state === 'booked' && a.startsAt > now && a.persons.includes(person) && a.purpose === 'service',
	);

const openServices = (dossier: DossierFacts, person: string) =>
	Object.values(dossier.joint.sessions.open).filter(
		(s) => s.purpose === 'service' && s.persons.includes(person) && !s.closingAsked,
	);

/** Parental authority over somebody's consent ends on the day they may consent alone (qc-2.08-a): in Québec, at 14. */
function bounded(person: string, { dossier, practitioner }: Facts, now: Instant): readonly Draft[] {
	const { birthDate } = dossier.of(person).suitability.age ?? {};
	if (birthDate === undefined) return [];
	const places = [practitioner.practitioner.profile?.territory ?? '', dossier.joint.place.home?.territory ?? ''];
	const age = strictestAge(places.filter(isTerritory), dayOf(now))?.value ?? ageAlone(undefined, dayOf(now));
	const until = startOf(birthdayAt(birthDate, age));
	return dossier.joint.dossier.representations
		.filter((r) => r.of === person && r.authority === 'parentalAuthority')
		.filter((r) => r.until === undefined || r.until > until)
		.map((r) => ({
			kind: 'representative.bounded',
			data: { of: r.of, by: r.by, until },
		})) as unknown as readonly Draft[];
}

const fields = <T>(entry: Entry): T => entry.data as T;

const drafts = (...written: readonly object[]): readonly Draft[] => written as unknown as readonly Draft[];

/** def-qc-jurisdiction: where the practitioner is and where the person is, as two facts of the session. */
function placedIn({ dossier, practitioner }: Facts, id: string, person: string): readonly Draft[] {
	const { arrival } = dossier.of(person).identity;
	const here = dossier.joint.sessions.open[id]?.practitionerTerritory ?? practitioner.practitioner.profile?.territory;
	if (arrival?.session !== id || arrival.territory === undefined) return [];
	const both = { clientTerritory: arrival.territory, ...(here !== undefined && { practitionerTerritory: here }) };
	return drafts({ kind: 'session.placed', part: person, data: { id, person, ...both } });
}

/** The rule that one person had agreed to in writing before that hour. */
function agreedBy({ dossier, practice }: Facts, person: string, before: Instant): string | undefined {
	const { consent } = dossier.of(person);
	const { given } = consent;
	const version = given?.documents.services;
	if (!given || version === undefined || !inForce(consent) || given.evidence.at >= before) return undefined;
	return ruleIn(practice.policies.documents.services, version);
}

/** The rule that everyone served in a meeting had agreed to, and of whom it may be asked; undefined where somebody had not. */
function ruleAgreed(facts: Facts, { persons, startsAt }: Appointment) {
	const { dossier } = facts.dossier.joint;
	const [first, ...others] = beneficiaries(dossier).filter((p) => persons.includes(p.id));
	const text = first && agreedBy(facts, first.id, startsAt);
	const rule = missedFrom(text);
	if (!rule || others.some((p) => agreedBy(facts, p.id, startsAt) !== text)) return undefined;
	// Who pays is asked only if they agreed to it themselves.
	const paying = present(dossier).filter((p) => p.roles.includes('payer') && agreedBy(facts, p.id, startsAt) === text);
	return { rule, of: paying.length > 0 ? paying.map((p) => p.id) : persons };
}

const troubles = ['crisis', 'failedTechnology'];

/** A failed technology, a crisis, safety that came first: around that hour, nothing is ever asked. */
function isSpared({ dossier }: Facts, { id, persons, startsAt }: Appointment): boolean {
	const { sessions, suitability, dossier: file } = dossier.joint;
	const near = (at: Instant | undefined): boolean => at !== undefined && at >= startsAt - DAY;
	const met = [...Object.values(sessions.open), ...(sessions.last ? [sessions.last] : [])];
	return (
		met.some((s) => s.appointment === id && s.interruptions > 0) ||
		suitability.triggers.some((t) => troubles.includes(t.why) && near(t.evidence.at)) ||
		file.skipped.some((s) => near(s.evidence.at)) ||
		persons.some((p) => {
			const { care, access } = dossier.of(p);
			const unwell = Object.values(care.distress).some((d) => near(d.evidence.at));
			return unwell || Object.values(access.help).some((h) => near(h.asked.at));
		})
	);
}

/** Of how long before a meeting was called off, or how late it began. */
interface Late {
	readonly before?: number;
	readonly minutes?: number;
}

/** How a meeting that was not kept stands against what was agreed (qc-2.02-f): nothing where the practice has no rule. */
function weighed(
	facts: Facts,
	id: string,
	{ how, before, minutes }: Late & { readonly how: Mishap },
): readonly Draft[] {
	const appointment = facts.dossier.joint.scheduling.appointments[id];
	const { services } = facts.practice.policies.documents;
	const known = missedFrom(services?.missed.findLast((m) => m.rule !== undefined)?.rule);
	if (!appointment || !known || appointment.purpose === 'safety') return [];
	const agreed = ruleAgreed(facts, appointment);
	const { rule, of } = agreed ?? { rule: known, of: appointment.persons };
	if (before !== undefined && before >= rule.hours * HOUR) return [];
	if (how === 'late' && (!rule.late || (minutes ?? 0) < rule.late.minutes)) return [];
	const outcome: Weight = isSpared(facts, appointment) ? 'never' : agreed ? 'mayApply' : 'notAgreed';
	const amount = how === 'late' ? rule.late?.amount : rule.amount;
	const asked = outcome === 'mayApply' && amount !== undefined && { amount };
	return drafts({
		kind: 'missedFee.weighed',
		data: { appointment: id, how, outcome, ...asked, persons: of },
	});
}

/** What came to light after a meeting was noted as missed: what waits for an answer is never asked any more. */
const spared = ({ dossier }: Facts): readonly Draft[] =>
	drafts(
		...dossier.joint.missed.weighed
			.filter((w) => w.outcome === 'mayApply' && w.answer === undefined)
			.map(({ appointment, how, persons }) => ({
				kind: 'missedFee.weighed',
				data: { appointment, how, outcome: 'never', persons },
			})),
	);

/** A place was found for whoever waits, or they would rather not wait any more. */
const offTheList = ({ dossier }: Facts, why: 'placed' | 'left'): readonly Draft[] =>
	dossier.joint.waiting.wait ? drafts({ kind: 'waiting.ended', data: { why } }) : [];

/** Whose file it was, named only where the law of the place asks for it. */
function individualOf({ dossier, practitioner }: Facts, of: string, now: Instant): { readonly individual?: string } {
	const { place, dossier: file } = dossier.joint;
	const own = place.home?.territory ?? practitioner.practitioner.profile?.territory;
	if (!isTerritory(own) || !lookUp('destructionRecord', own, dayOf(now)).value?.individual) return {};
	return { individual: of === 'whole' ? file.label : (file.persons[of]?.name ?? '') };
}

/** What stays of a file: that it was, and how it ended (qc-5.03-c). */
function certificateOf(entry: Entry, facts: Facts, journal: JournalRef): Certificate {
	const { of, by } = fields<{ of: string; by: string }>(entry);
	const { joint } = facts.dossier;
	const { sessions, notes } = of === 'whole' ? joint : facts.dossier.of(of);
	const approver = joint.retention.approved[of]?.by;
	const nameOf = (account: string): string => facts.practice.practice.members[account]?.name ?? '';
	const persons = of === 'whole' ? Object.keys(joint.dossier.persons).length : 1;
	return {
		id: of === 'whole' ? journal.id : of,
		dossier: journal.id,
		of,
		...individualOf(facts, of, entry.at),
		contents: { meetings: sessions.count, notes: notes.signed, persons },
		from: joint.dossier.opened?.at ?? entry.at,
		to: Math.max(joint.intake.ended?.at ?? 0, joint.sessions.lastService?.at ?? 0),
		method: 'keys',
		supervisor: nameOf(by),
		...(approver !== undefined && { approvedBy: nameOf(approver) }),
	};
}
/** qc-3.04-b: whoever answers for privacy in the practice is told of an emergency search: by whom, in which file, no word more. */
const reported: Reaction = (entry, _, { journal, practice }) => {
	const { id, ground } = fields<{ id: string; ground: Ground }>(entry);
	const to = { kind: 'practice', id: practice };
	const data = { id, dossier: journal.id, by: entry.by.account ?? '' };
	return ground === 'emergency' ? drafts({ kind: 'emergencySearch.reported', in: to, data }) : [];
};

/** qc-5.02-c: beside Send stands that it goes into the file; the first sending by each person shows that they were told. */
const filed = ({ by }: Entry, { dossier }: Facts): readonly Draft[] =>
	by.person === undefined || dossier.of(by.person).record.filing
		? []
		: drafts({ kind: 'filing.told', part: by.person, data: { person: by.person } });

/** A request about one's record has its last day from the day it came in, by the law of the practice and of the person. */
function clocked(entry: Entry, { dossier, practitioner, practice }: Facts): readonly Draft[] {
	const { person, id, received } = fields<{ person: string; id: string; received: string }>(entry);
	const here = practitioner.practitioner.profile?.territory ?? practice.practice.profile?.territory;
	const due = accessDue(received, [here, dossier.joint.place.home?.territory]);
	return due ? drafts({ kind: 'access.clocked', part: person, data: { person, id, ...due } }) : [];
}

/** Who was told of an incident has it in their own part of their file, with its words where they read them there; a rehearsal leaves nothing. */
function noticed(entry: Entry, { practice }: Facts): readonly Draft[] {
	const { id, dossier, person, way, on, language, text } =
		fields<Extract<IncidentEntry, { kind: 'incident.told' }>['data']>(entry);
	if (practice.incidents.incidents[id]?.exercise !== false) return [];
	const data = { incident: id, person, way, on, language, ...(inSpace.includes(way) && { text }) };
	return drafts({ kind: 'incident.noticed', in: { kind: 'dossier', id: dossier }, part: person, data });
}

/** What follows from what happened, as one table: nothing else ties capabilities together. */
export const reactions: Readonly<Record<string, Reaction>> = {
	// nb-6-j: new services stop at once; a running session is never cut, both are told and the practitioner closes it.
	'consent.withdrawn': (entry, { dossier }, { now }) => {
		const { person } = fields<{ person: string }>(entry);
		return [
			...openServices(dossier, person).map((s) => ({
				kind: 'session.closingAsked',
				data: { id: s.id, why: 'withdrawal' },
			})),
			...futureBookings(dossier, person, now).map((a) => ({
				kind: 'appointment.cancelled',
				data: { id: a.id, practitioner: a.practitioner, startsAt: a.startsAt, endsAt: a.endsAt, reason: 'withdrawal' },
			})),
			{ kind: 'suitability.triggered', data: { why: 'withdrawal' } },
		] as unknown as readonly Draft[];
	},
	// A no to the clause on one use ends the yes that was given to it.
	'clause.refused': (entry, { dossier }) => {
		const { person, closes, means } = fields<{ person: string; closes: { use?: string }; means: string }>(entry);
		return Object.entries(dossier.of(person).uses.uses)
			.filter(([, { use, state }]) => use === closes.use && state === 'agreed')
			.flatMap(([id]) => drafts({ kind: 'use.ended', part: person, data: { person, id, means } }));
	},
	// def-qc-inperson: a meeting that was agreed beforehand keeps by which means, whatever it becomes.
	'session.opened': (entry, { dossier }) => {
		const { id, appointment } = fields<{ id: string; appointment?: string }>(entry);
		const agreed = dossier.joint.scheduling.appointments[appointment ?? ''];
		return agreed ? drafts({ kind: 'session.planned', data: { id, mode: agreed.mode } }) : [];
	},
	'session.admitted': (entry, facts) => {
		const { id, person } = fields<{ id: string; person: string }>(entry);
		return placedIn(facts, id, person);
	},
	// qc-5.02-b: what ended waits for its note.
	'session.ended': (entry, { dossier }) => {
		const { last } = dossier.joint.sessions;
		if (!last || last.startedAt === undefined || last.purpose === 'rehearsal') return [];
		const chat = last.mode === 'chat' || last.mode === 'message';
		return [
			{ kind: 'note.due', data: { session: fields<{ id: string }>(entry).id, mode: last.mode, chat } },
		] as unknown as readonly Draft[];
	},
	// qc-2.08-g, qc-2.08-0b: a new town makes the safety plan stale and asks for a review.
	'arrival.declared': (entry, facts) => {
		const { person, town } = fields<{ person: string; town?: string }>(entry);
		const planned = facts.dossier.of(person).suitability.answers.safety?.town;
		const moved = town !== undefined && planned !== undefined && planned !== town;
		const { session } = fields<{ session: string }>(entry);
		const isIn = facts.dossier.joint.sessions.open[session]?.admitted.includes(person);
		return [
			...(moved ? drafts({ kind: 'suitability.triggered', data: { why: 'newPlace' } }) : []),
			...(isIn ? placedIn(facts, session, person) : []),
		];
	},
	// qc-2.08-0b: technology that fails asks whether this form still suits.
	'session.interrupted': (_entry, { dossier }) =>
		dossier.joint.sessions.broken > 0 && dossier.joint.sessions.broken % 3 === 0
			? ([{ kind: 'suitability.triggered', data: { why: 'failedTechnology' } }] as unknown as readonly Draft[])
			: [],
	'representative.named': (entry, facts, { now }) => bounded(fields<{ of: string }>(entry).of, facts, now),
	'age.recorded': (entry, facts, { now }) => bounded(fields<{ person: string }>(entry).person, facts, now),
	// qc-4.04-c: whoever writes while the practitioner is away is told at once, in the same conversation.
	'message.sent': (entry, facts, { now }) => {
		const { thread, session } = fields<{ thread: string; session?: string }>(entry);
		if (session !== undefined || entry.by.as === 'practitioner') return [];
		const told = filed(entry, facts);
		const away = absenceAt(facts.practitioner.practitioner, now);
		if (!away) return told;
		const { id, until, cover, notice } = away;
		const data = { thread, absence: id, until, notice, ...(cover && { cover }) };
		return [...drafts({ kind: 'absence.told', part: entry.part, data }), ...told];
	},
	// qc-2.08-0b: two missed in a row ask whether this form still suits; a third asks nothing more.
	'appointment.missed': (entry, facts, { now }) => {
		const { dossier } = facts;
		const { id, how, lateBy } = fields<{ id: string; how: 'missed' | 'late'; lateBy?: number }>(entry);
		const asked = dossier.joint.suitability.triggers.some((t) => t.why === 'missedMeetings');
		return [
			...weighed(facts, id, { how, ...(lateBy !== undefined && { minutes: lateBy }) }),
			...(!asked && missedTwice(dossier.joint.scheduling, now)
				? drafts({ kind: 'suitability.triggered', data: { why: 'missedMeetings' } })
				: []),
		];
	},
	'appointment.cancelled': (entry, facts) => {
		const { id, startsAt, reason } = fields<{ id: string; startsAt: Instant; reason: string }>(entry);
		return reason === 'person' ? weighed(facts, id, { how: 'cancelledLate', before: startsAt - entry.at }) : [];
	},
	'suitability.triggered': (entry, facts) =>
		troubles.includes(fields<{ why: string }>(entry).why) ? spared(facts) : [],
	'distress.flagged': (_entry, facts) => spared(facts),
	// Whoever waited has a place: a first meeting or a service, never a rehearsal.
	'appointment.booked': (entry, facts) =>
		['service', 'initialInterview'].includes(fields<{ purpose: string }>(entry).purpose)
			? offTheList(facts, 'placed')
			: [],
	'slots.declined': (entry, facts) => (fields<{ stays: boolean }>(entry).stays ? [] : offTheList(facts, 'left')),
	// qc-2.08-0b: people who meet by another means than before ask whether it suits.
	'session.started': (entry, { dossier }) => {
		const { sessions, suitability } = dossier.joint;
		const mode = sessions.open[fields<{ id: string }>(entry).id]?.mode;
		const before = Object.keys(sessions.met);
		const isNew =
			suitability.decision !== undefined && before.length > 0 && mode !== undefined && !before.includes(mode);
		return isNew ? ([{ kind: 'suitability.triggered', data: { why: 'newMode' } }] as unknown as readonly Draft[]) : [];
	},
	// What stays is written in the practice's own journal: the file's lines are about to open no more.
	'destruction.ordered': (entry, facts, { journal, practice }) => {
		const data = certificateOf(entry, facts, journal);
		return drafts({ kind: 'record.destroying', in: { kind: 'practice', id: practice }, data });
	},
	'access.requested': clocked,
	'correction.asked': clocked,
	'search.started': reported,
	'search.recorded': reported,
	// qc-3.10-d: the client's own file says that they were told, and how.
	'incident.told': noticed,
	'safety.first': () => [{ kind: 'suitability.triggered', data: { why: 'crisis' } }] as unknown as readonly Draft[],
};
