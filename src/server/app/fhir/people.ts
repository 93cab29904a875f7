import type { ContactPoint, Group, Patient, Practitioner, RelatedPerson } from '@medplum/fhirtypes';
import type { Person } from '#server/kernel/dossier.ts';
import { addressOf, type FhirFile, type Mapped, moment, ours, patientsIn, personsIn } from './file.ts';

/** How to reach a person, where their own part is in the copy. */
function reachedAt({ facts, parts }: FhirFile, person: string): readonly ContactPoint[] {
	const contact = parts.includes(person) ? facts.dossier.of(person).intake.contact : undefined;
	return [
		...(contact?.phone === undefined ? [] : [{ system: 'phone' as const, value: contact.phone }]),
		...(contact?.email === undefined ? [] : [{ system: 'email' as const, value: contact.email }]),
	];
}

/** What is said of anybody. */
const common = (file: FhirFile, { id, name, leftAt }: Person) => {
	const telecom = [...reachedAt(file, id)];
	return {
		id,
		active: leftAt === undefined,
		name: [{ text: name }],
		...(telecom.length > 0 && { telecom }),
	};
};

const patientOf = (file: FhirFile, person: Person): Mapped => {
	const { parts, facts } = file;
	const born = parts.includes(person.id) ? facts.dossier.of(person.id).suitability.age?.birthDate : undefined;
	const resource: Patient & { id: string } = {
		resourceType: 'Patient',
		...common(file, person),
		communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: person.language }] }, preferred: true }],
		...(born !== undefined && { birthDate: born }),
	};
	return { resource, about: [person.id] };
};

/** Somebody who speaks for another, asked or pays: one resource, tied to the first it concerns. */
function relatedOf(file: FhirFile, person: Person, patients: readonly Person[]): readonly Mapped[] {
	const { representations } = file.facts.dossier.joint.dossier;
	const speaks = representations.find((r) => r.by === person.id && patients.some((p) => p.id === r.of));
	const patient = speaks?.of ?? patients[0]?.id;
	if (patient === undefined) return [];
	const period = speaks && { start: moment(speaks.since.at), ...(speaks.until && { end: moment(speaks.until) }) };
	const resource: RelatedPerson & { id: string } = {
		resourceType: 'RelatedPerson',
		...common(file, person),
		patient: { reference: `Patient/${patient}` },
		relationship: [...(speaks ? [{ text: speaks.authority }] : []), ...person.roles.map((text) => ({ text }))],
		...(period && { period }),
	};
	return [{ resource, about: [patient] }];
}

/** Everyone of the practice who cares for this client or wrote in the file. */
function practitionersOf(file: FhirFile): readonly Mapped[] {
	const { facts, entries } = file;
	const { members } = facts.practice.practice;
	const { profile, permits } = facts.practitioner.practitioner;
	const [responsible] = Object.keys(facts.dossier.joint.dossier.careTeam);
	const named = entries.flatMap((e) => (e.data as { practitioner?: unknown })?.practitioner ?? []);
	const wrote = entries.flatMap(({ by }) => (by.as === 'practitioner' && by.account !== undefined ? by.account : []));
	const held = entries.flatMap((e) => (e.kind === 'note.signed' ? (e.data as { authors: string[] }).authors : []));
	const all = [...Object.keys(facts.dossier.joint.dossier.careTeam), ...wrote, ...held];
	const accounts = new Set([...all, ...named.filter((a): a is string => typeof a === 'string')]);
	return [...accounts].map((id) => {
		const mine = id === responsible ? profile : undefined;
		const resource: Practitioner & { id: string } = {
			resourceType: 'Practitioner',
			id,
			name: [{ text: mine?.name ?? members[id]?.name ?? '—' }],
			...(mine && {
				telecom: [{ system: 'email' as const, value: mine.email }],
				address: [addressOf(mine.address)],
				qualification: permits.map(({ number, territory }) => ({
					identifier: [{ system: ours(`permit:${territory}`), value: number }],
					code: { text: mine.title },
				})),
			}),
		};
		return { resource, about: patientsIn(file).map((p) => p.id) };
	});
}

/** A couple or a family is who the joint part is about. */
function groupOf(file: FhirFile, patients: readonly Person[]): readonly Mapped[] {
	const about = patients.map((p) => p.id);
	const resource: Group & { id: string } = {
		resourceType: 'Group',
		id: file.id,
		type: 'person',
		actual: true,
		member: about.map((id) => ({ entity: { reference: `Patient/${id}` } })),
	};
	return patients.length === 1 ? [] : [{ resource, about }];
}

/** Who is in a file, and who cares for them. */
export function people(file: FhirFile): readonly Mapped[] {
	const patients = patientsIn(file);
	const others = personsIn(file).filter((p) => !patients.includes(p));
	return [
		...patients.map((p) => patientOf(file, p)),
		...groupOf(file, patients),
		...others.flatMap((p) => relatedOf(file, p, patients)),
		...practitionersOf(file),
	];
}
