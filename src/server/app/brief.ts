import type { Facts } from '#server/capabilities/index.ts';
import type { Wait } from '#server/capabilities/waiting/facts.ts';
import type { ClientKind, DossierState } from '#server/kernel/dossier.ts';
import type { Instant } from '#server/kernel/time.ts';
import { ofFile } from '#server/norms/judge.ts';
import { summaryDue } from './views/closing.ts';
import { type Hand, handsOf } from './views/countersigning.ts';
import { lentIn } from './views/lending.ts';

/** What lists need of a dossier without opening it: at most a kilobyte, read by the thousand. */
export interface Brief {
	readonly label: string;
	readonly kind: ClientKind;
	readonly state: DossierState;
	readonly next?: {
		readonly id: string;
		readonly at: Instant;
		readonly zone: string;
		readonly mode: string;
		readonly purpose: string;
	};
	/** Duties of this file (never of the practice) whose evidence is missing, and those due, or late, with their date. */
	readonly unmet: readonly string[];
	readonly due: readonly (readonly [string, Instant])[];
	readonly questions: number;
	readonly notesDue: number;
	readonly waiting: boolean;
	/** The session whose room is open, whether it has begun, and how many of its persons have come. */
	readonly room?: { readonly session: string; readonly state: 'waiting' | 'started'; readonly arrived: number };
	/** The names were searched, and nobody has decided on conflicts of interest yet. */
	readonly conflict: boolean;
	/** Somebody asked for a first meeting, at that instant, and nobody has answered yet. */
	readonly asks?: Instant;
	/** Meetings that were not kept, for which the agreement may be applied and nobody has decided yet. */
	readonly undecided?: number;
	/** They wait for a place: since when, how pressing it is, when it is looked at again, the place that is kept for them. */
	readonly waits?: Pick<Wait, 'since' | 'level' | 'reviewOn' | 'modes' | 'practitioner'> & {
		readonly kept?: { readonly startsAt: Instant; readonly endsAt: Instant; readonly until: Instant };
	};
	/** What was read again before its destruction, and waits for another person's agreement. */
	readonly ends?: readonly string[];
	/** Notes that wait for a supervisor, or went back to their author. */
	readonly hands?: readonly Hand[];
	/** The work ended without its summary: by when it was expected. */
	readonly summaryBy?: Instant;
	/** Devices of the practice are with somebody of this file: when the first is to come back, and whether one is lost. */
	readonly lent?: { readonly by: Instant; readonly lost: boolean };
}

const MAX_DUTIES = 40;
const MAX_HANDS = 5;

/** The brief of a dossier, and the first instant at which one of its verdicts changes by itself. */
export function briefOf(
	facts: Facts,
	now: Instant,
): { readonly brief: Brief; readonly changesAt: Instant | undefined } {
	const { dossier, scheduling, sessions, notes, boundaries } = facts.dossier.joint;
	const rows = ofFile(facts, { now, focus: {} });
	const next = Object.values(scheduling.appointments)
		.filter((a) => a.state === 'booked' && a.endsAt > now)
		.sort((a, b) => a.startsAt - b.startsAt)[0];
	const open = Object.values(sessions.open).sort((a, b) => b.opened.at - a.opened.at)[0];
	const arrived = open?.persons.filter((p) => facts.dossier.of(p).identity.arrival?.session === open.id) ?? [];
	const lent = lentIn(facts);
	const summaryBy = summaryDue(facts);
	const hands = handsOf(facts).slice(0, MAX_HANDS);
	const questions = Object.keys(dossier.persons)
		.flatMap((p) => Object.values(facts.dossier.of(p).consent.questions))
		.filter((q) => !q.answered).length;
	const changes = rows
		.flatMap(({ verdict }) => ('changesAt' in verdict && verdict.changesAt !== undefined ? [verdict.changesAt] : []))
		.filter((at) => at > now);
	return {
		changesAt: changes.length > 0 ? Math.min(...changes) : undefined,
		brief: {
			label: dossier.label.slice(0, 120),
			kind: dossier.kind,
			state: dossier.state,
			...(next && {
				next: { id: next.id, at: next.startsAt, zone: next.zone, mode: next.mode, purpose: next.purpose },
			}),
			unmet: rows
				.filter((r) => r.verdict.is === 'unmet')
				.map((r) => r.duty.id)
				.slice(0, MAX_DUTIES),
			due: rows
				.flatMap(({ duty, verdict }) => {
					const by = verdict.is === 'due' ? verdict.by : verdict.is === 'unmet' ? verdict.since : undefined;
					return by === undefined ? [] : [[duty.id, by] as const];
				})
				.slice(0, 10),
			questions,
			notesDue: Object.keys(notes.due).length,
			waiting: Object.values(sessions.open).some((s) => s.state === 'waiting'),
			...(open && open.state !== 'ended' && { room: { session: open.id, state: open.state, arrived: arrived.length } }),
			conflict: dossier.state === 'request' && boundaries.searched !== undefined && boundaries.conflict === undefined,
			...asksOf(facts),
			...waitsOf(facts),
			...undecidedOf(facts),
			...endsOf(facts),
			...(hands.length > 0 && { hands }),
			...(summaryBy !== undefined && { summaryBy }),
			...(lent && { lent }),
		},
	};
}

function endsOf({ dossier }: Facts): Pick<Brief, 'ends'> {
	const { reviewed, approved, ordered } = dossier.joint.retention;
	const ends = Object.keys(reviewed).filter((of) => !approved[of] && !ordered[of]);
	return ends.length > 0 ? { ends } : {};
}

function undecidedOf({ dossier }: Facts): Pick<Brief, 'undecided'> {
	const open = dossier.joint.missed.weighed.filter((w) => w.outcome === 'mayApply' && !w.answer);
	return open.length > 0 ? { undecided: open.length } : {};
}

/** The wait, and the place offered last, even when it has lapsed: the list then says so. */
function waitsOf({ dossier }: Facts): Pick<Brief, 'waits'> {
	const { waiting, scheduling } = dossier.joint;
	if (!waiting.wait) return {};
	const { evidence: _, reviewed: __, ...wait } = waiting.wait;
	const { keptUntil: until, slots = [] } = scheduling.offer ?? {};
	const [slot] = slots;
	const kept = until !== undefined && slot && { kept: { startsAt: slot.startsAt, endsAt: slot.endsAt, until } };
	return { waits: { ...wait, ...kept } };
}

/** Answered once somebody was reached, invited, handed something, offered a meeting or another help. */
function asksOf(facts: Facts): Pick<Brief, 'asks'> {
	const { dossier, intake, scheduling, sessions } = facts.dossier.joint;
	const at = intake.request?.evidence.at;
	const met = sessions.count > 0 || [scheduling.appointments, sessions.open].some((all) => Object.keys(all).length > 0);
	if (dossier.state !== 'request' || at === undefined || met || intake.inPerson || intake.referral) return {};
	const answered = Object.values(dossier.persons).some(({ id, account }) => {
		const { intake: own, consent } = facts.dossier.of(id);
		return account !== undefined || own.calledBack || own.invited || Object.keys(consent.sent).length > 0;
	});
	return answered ? {} : { asks: at };
}
