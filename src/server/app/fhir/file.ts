import type { Address, Reference, Resource } from '@medplum/fhirtypes';
import type { Facts } from '#server/capabilities/index.ts';
import type { Person } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT, type PartId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { homeZone } from '../views/home-zone.ts';
import { tellLine } from '../views/timeline.ts';

/** A file as it is mapped: its facts, and the lines of the parts in reach, oldest first. */
export interface FhirFile {
	readonly id: string;
	/** The address before `/Patient/…`. */
	readonly base: string;
	readonly facts: Facts;
	readonly entries: readonly Entry[];
	readonly parts: readonly PartId[];
	readonly lang: Locale;
	readonly at: Instant;
}

/** One resource, the persons it is about, and the line it comes from. */
export interface Mapped {
	readonly resource: Resource & { readonly id: string };
	readonly about: readonly string[];
	readonly entry?: Entry;
}

/** Names of our own, where FHIR has none. */
export const ours = (name: string): string => `urn:balise:${name}`;

/** An instant as FHIR writes it. */
export const moment = (at: Instant): string => new Date(at).toISOString();

/** Persons of the file that these parts tell of: whoever is in the joint part, else those whose own part it is. */
export const personsIn = ({ facts, parts }: FhirFile): readonly Person[] =>
	Object.values(facts.dossier.joint.dossier.persons).filter(({ id }) => parts.includes(JOINT) || parts.includes(id));

/** Those who receive the service; in a file of nobody yet, all. */
export function patientsIn(file: FhirFile): readonly Person[] {
	const all = personsIn(file);
	const served = all.filter((p) => p.roles.includes('beneficiary'));
	return served.length > 0 ? served : all;
}

const isPatient = (file: FhirFile, person: string): boolean => patientsIn(file).some((p) => p.id === person);

/** A person of the file, as others point at them. */
export function personRef(file: FhirFile, person: string): Reference<never> {
	const known = personsIn(file).find((p) => p.id === person);
	if (!known) return { display: '—' };
	const reference = `${isPatient(file, person) ? 'Patient' : 'RelatedPerson'}/${person}`;
	return { reference, display: known.name };
}

/** The persons a line is about: whose part it is, whom it names, else all who receive the service. */
export function aboutWhom(file: FhirFile, { part, data }: Entry): readonly string[] {
	const patients = patientsIn(file).map((p) => p.id);
	const { person, persons } = (data ?? {}) as { person?: unknown; persons?: unknown };
	const named = Array.isArray(persons) ? persons : [part === JOINT ? person : part];
	const found = patients.filter((id) => named.includes(id));
	return found.length > 0 ? found : patients;
}

/** The person, or the group that the file is about. */
export function subjectOf(file: FhirFile, about: readonly string[]): Reference<never> {
	const [one, another] = about;
	if (one !== undefined && another === undefined) return personRef(file, one);
	return { reference: `Group/${file.id}` };
}

/** Whoever wrote a line. */
export function authorRef(file: FhirFile, { by }: Entry): Reference<never> {
	if (by.person !== undefined && personsIn(file).some((p) => p.id === by.person)) return personRef(file, by.person);
	return by.account !== undefined && by.as === 'practitioner' ? practitionerRef(file, by.account) : { display: by.as };
}

/** A member of the practice, as others point at them. */
export function practitionerRef({ facts }: FhirFile, account: string): Reference<never> {
	const name = facts.practice.practice.members[account]?.name;
	return { reference: `Practitioner/${account}`, ...(name !== undefined && { display: name }) };
}

/** The id of the resource that a line becomes. */
export const lineId = ({ id }: FhirFile, { seq }: Pick<Entry, 'seq'>): string => `${id}-${seq}`;

/** What a line says happened, in the language of the copy. */
export function toldIn({ facts, lang }: FhirFile, entry: Entry): string {
	const { what, about } = tellLine(entry, facts, lang, homeZone(facts));
	return about === undefined ? what : `${what} (${about})`;
}

/** The data of a line of a known kind. */
export const dataOf = <D>(entry: Entry): D => entry.data as D;

/** A code of our own with its words. */
export const codeOf = (system: string, code: string, text: string) => ({
	coding: [{ system: ours(system), code, display: text }],
	text,
});

/** An address written as one text. */
export const addressOf = (text: string): Address => ({ text });
