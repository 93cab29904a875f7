import type { Appointment, Encounter } from '@medplum/fhirtypes';
import type { SchedulingEntry } from '#server/capabilities/scheduling/facts.ts';
import type { SessionEntry } from '#server/capabilities/sessions/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import {
	authorRef,
	codeOf,
	type FhirFile,
	type Mapped,
	moment,
	personRef,
	practitionerRef,
	subjectOf,
} from './file.ts';

type Booked = Extract<SchedulingEntry, { kind: 'appointment.booked' }>;
type Opened = Extract<SessionEntry, { kind: 'session.opened' }>;

/** Lines that say something later of one thing, by its id. */
const saidOf = (file: FhirFile, id: string, kind: string): Entry | undefined =>
	file.entries.findLast((e) => e.kind === kind && (e.data as { id?: string }).id === id);

const patientsOf = (file: FhirFile, persons: readonly string[]) =>
	persons.filter((p) => personRef(file, p).reference?.startsWith('Patient/'));

/** A meeting that was agreed, as it stands now. */
function appointment(file: FhirFile, entry: Booked): Mapped {
	const { id, purpose, mode, persons, practitioner, ...booked } = entry.data;
	const moved = saidOf(file, id, 'appointment.moved')?.data as Pick<Booked['data'], 'startsAt' | 'endsAt'> | undefined;
	const held = file.entries.some((e) => e.kind === 'session.opened' && (e.data as Opened['data']).appointment === id);
	const cancelled = saidOf(file, id, 'appointment.cancelled') !== undefined;
	const missed = (saidOf(file, id, 'appointment.missed')?.data as { how?: string } | undefined)?.how === 'missed';
	const { startsAt, endsAt } = moved ?? booked;
	const resource: Appointment & { id: string } = {
		resourceType: 'Appointment',
		id,
		status: cancelled ? 'cancelled' : missed ? 'noshow' : held ? 'fulfilled' : 'booked',
		serviceType: [codeOf('purpose', purpose, purpose)],
		appointmentType: codeOf('mode', mode, mode),
		start: moment(startsAt),
		end: moment(endsAt),
		created: moment(entry.at),
		participant: [
			...persons.map((p) => ({ actor: personRef(file, p), status: 'accepted' as const })),
			{ actor: practitionerRef(file, practitioner), status: 'accepted' as const },
		],
	};
	return { resource, about: patientsOf(file, persons), entry };
}

const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** A meeting that was held. */
function encounter(file: FhirFile, entry: Opened): Mapped {
	const { id, purpose, mode, persons, appointment: planned } = entry.data;
	const [began, ended] = [saidOf(file, id, 'session.started'), saidOf(file, id, 'session.ended')];
	const about = patientsOf(file, persons);
	const start = moment((began ?? entry).at);
	const isBooked = planned !== undefined && saidOf(file, planned, 'appointment.booked') !== undefined;
	const resource: Encounter & { id: string } = {
		resourceType: 'Encounter',
		id,
		status: ended ? (began ? 'finished' : 'cancelled') : began ? 'in-progress' : 'arrived',
		class: mode === 'inPerson' ? { system: actCode, code: 'AMB' } : { system: actCode, code: 'VR' },
		type: [codeOf('purpose', purpose, purpose)],
		subject: subjectOf(file, about),
		participant: [{ individual: authorRef(file, entry) }],
		period: { start, ...(ended && { end: moment(ended.at) }) },
		...(isBooked && { appointment: [{ reference: `Appointment/${planned}` }] }),
	};
	return { resource, about, entry };
}

/** Each thing once, by its first line. */
const firstOf = <E extends Entry>(file: FhirFile, kind: E['kind']): readonly E[] => {
	const found = file.entries.filter((e): e is E => e.kind === kind);
	return [...new Map(found.toReversed().map((e) => [(e.data as { id: string }).id, e])).values()].toReversed();
};

/** What was agreed and what was held. */
export const meetings = (file: FhirFile): readonly Mapped[] => [
	...firstOf<Booked>(file, 'appointment.booked').map((e) => appointment(file, e)),
	...firstOf<Opened>(file, 'session.opened').map((e) => encounter(file, e)),
];
