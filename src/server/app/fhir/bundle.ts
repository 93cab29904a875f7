import type { Bundle } from '@medplum/fhirtypes';
import { agreed } from './agreements.ts';
import { type FhirFile, type Mapped, moment, ours } from './file.ts';
import { meetings } from './meetings.ts';
import { people } from './people.ts';
import { trail } from './trail.ts';
import { words } from './words.ts';

/** Every resource of a file: its people, then what happened, then where each comes from. */
export function resourcesOf(file: FhirFile): readonly Mapped[] {
	const told = [...meetings(file), ...words(file), ...agreed(file)];
	return [...people(file), ...told, ...trail(file, told)];
}

/** The entries of a bundle, each under its address. */
export const entriesIn = (base: string, mapped: readonly Mapped[]) =>
	mapped.map(({ resource }) => ({ fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource }));

/** A file as one FHIR R4 bundle: only what stands in the parts it was given. */
export const bundleOf = (file: FhirFile): Bundle => ({
	resourceType: 'Bundle',
	type: 'collection',
	identifier: { system: ours('file'), value: file.id },
	timestamp: moment(file.at),
	entry: entriesIn(file.base, resourcesOf(file)),
});
