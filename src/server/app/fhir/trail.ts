import type { AuditEvent, Provenance } from '@medplum/fhirtypes';
import type { Entry } from '#server/kernel/entry.ts';
import { aboutWhom, authorRef, type FhirFile, lineId, type Mapped, moment, ours, personRef, toldIn } from './file.ts';

const typeOf = (file: FhirFile, entry: Entry) => ({
	system: ours('line'),
	code: entry.kind,
	display: toldIn(file, entry),
});

/** A line that is nothing else in FHIR: that it happened, when, by whom, about whom. */
function event(file: FhirFile, entry: Entry): Mapped {
	const about = aboutWhom(file, entry);
	const resource: AuditEvent & { id: string } = {
		resourceType: 'AuditEvent',
		id: `${lineId(file, entry)}-e`,
		type: typeOf(file, entry),
		action: 'C',
		recorded: moment(entry.at),
		outcome: '0',
		agent: [{ who: authorRef(file, entry), requestor: true }],
		source: { observer: { display: 'Balise' } },
		entity: about.map((p) => ({ what: personRef(file, p) })),
	};
	return { resource, about, entry };
}

/** From which line of the journal a resource comes, when, and by whom. */
function provenance(file: FhirFile, { resource, about, entry }: Mapped & { readonly entry: Entry }): Mapped {
	const made: Provenance & { id: string } = {
		resourceType: 'Provenance',
		id: `${lineId(file, entry)}-p`,
		target: [{ reference: `${resource.resourceType}/${resource.id}` }],
		recorded: moment(entry.at),
		agent: [{ who: authorRef(file, entry) }],
		entity: [{ role: 'source', what: { identifier: { system: ours('line'), value: lineId(file, entry) } } }],
	};
	return { resource: made, about };
}

/** Where each resource comes from, and the lines that are none. */
export function trail(file: FhirFile, mapped: readonly Mapped[]): readonly Mapped[] {
	const known = new Set(mapped.map((m) => m.entry?.seq));
	return [
		...mapped.flatMap((m) => (m.entry ? [provenance(file, { ...m, entry: m.entry })] : [])),
		...file.entries.filter((e) => !known.has(e.seq)).map((e) => event(file, e)),
	];
}
