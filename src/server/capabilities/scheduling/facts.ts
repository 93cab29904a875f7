import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Mode, Purpose } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';

export interface Appointment {
	readonly id: string;
	readonly purpose: Purpose;
	readonly mode: Mode;
	readonly persons: readonly string[];
	readonly practitioner: string;
	readonly startsAt: Instant;
	readonly endsAt: Instant;
	/** IANA zone in which it was agreed. */
	readonly zone: string;
	/** Times it was moved: the calendar file's SEQUENCE. */
	readonly sequence: number;
	readonly state: 'booked' | 'cancelled' | 'held';
	readonly evidence: Evidence;
}

export interface SchedulingFacts {
	/** Those to come, and the last few that were. */
	readonly appointments: Readonly<Record<string, Appointment>>;
}

type Times = { readonly startsAt: Instant; readonly endsAt: Instant; readonly zone: string };

export type SchedulingEntry =
	| Entry<
			'appointment.booked',
			{ id: string; purpose: Purpose; mode: Mode; persons: readonly string[]; practitioner: string } & Times
	  >
	| Entry<'appointment.moved', { id: string; practitioner: string } & Times>
	| Entry<
			'appointment.cancelled',
			{
				id: string;
				practitioner: string;
				startsAt: Instant;
				endsAt: Instant;
				reason: 'person' | 'practitioner' | 'withdrawal' | 'permit';
			}
	  >;

/** Of those that were: enough to see how the last ones went, few enough for the facts to stay small. */
const KEPT = 4;

function pruned(all: Readonly<Record<string, Appointment>>, now: Instant): Readonly<Record<string, Appointment>> {
	const past = Object.values(all).filter((a) => a.endsAt < now || a.state !== 'booked');
	const gone = new Set(
		past
			.sort((a, b) => b.startsAt - a.startsAt)
			.slice(KEPT)
			.map((a) => a.id),
	);
	return gone.size ? Object.fromEntries(Object.entries(all).filter(([id]) => !gone.has(id))) : all;
}

const change = (f: SchedulingFacts, id: string, edit: (a: Appointment) => Appointment): SchedulingFacts => {
	const before = f.appointments[id];
	return before ? { appointments: { ...f.appointments, [id]: edit(before) } } : f;
};

function fold(f: SchedulingFacts, e: SchedulingEntry): SchedulingFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'appointment.booked':
			return {
				appointments: pruned(
					{ ...f.appointments, [e.data.id]: { ...e.data, sequence: 0, state: 'booked', evidence } },
					e.at,
				),
			};
		case 'appointment.moved':
			return change(f, e.data.id, (a) => ({ ...a, ...e.data, sequence: a.sequence + 1, evidence }));
		case 'appointment.cancelled':
			return change(f, e.data.id, (a) => ({ ...a, state: 'cancelled', sequence: a.sequence + 1, evidence }));
	}
	return f;
}

export const schedulingFold = foldOf('dossier', 2, { appointments: {} } as SchedulingFacts, fold);
