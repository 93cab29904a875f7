import type { ImportedRow } from './import-rows.ts';

/** What was read of a FHIR bundle: a row for each patient, and how much of each other kind is left aside. */
export interface FromBundle {
	readonly rows: readonly ImportedRow[];
	readonly left: Readonly<Record<string, number>>;
}

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);
const word = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() ? value.trim() : undefined;
const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap((v) => word(v) ?? []) : []);

/** A bundle of FHIR R4, if these bytes are one; undefined when they are something else. */
export function bundleIn(text: string): Loose | undefined {
	if (!text.trimStart().startsWith('{')) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isLoose(value) && value.resourceType === 'Bundle' ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Each patient as a row of a list; what a first request cannot hold is counted, never dropped in silence. */
export function rowsOfBundle(bundle: Loose): FromBundle {
	const rows: ImportedRow[] = [];
	const left: Record<string, number> = {};
	for (const [i, entry] of list(bundle.entry).entries()) {
		const resource = isLoose(entry.resource) ? entry.resource : {};
		const type = word(resource.resourceType) ?? '?';
		if (type === 'Patient') rows.push({ line: i + 1, cells: cellsOf(resource) });
		else left[type] = (left[type] ?? 0) + 1;
	}
	return { rows, left };
}

function cellsOf(patient: Loose): ImportedRow['cells'] {
	const cells = {
		name: nameOf(patient),
		language: languageOf(patient),
		phone: telecom(patient, ['phone', 'sms']),
		email: telecom(patient, ['email']),
		address: addressOf(patient),
		territory: provinceOf(patient),
	};
	return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
}

const usual = (names: readonly Loose[]): Loose | undefined =>
	['usual', 'official'].map((use) => names.find((n) => n.use === use)).find(Boolean) ?? names[0];

function nameOf(patient: Loose): string | undefined {
	const name = usual(list(patient.name));
	return word(name?.text) ?? word([...words(name?.given), word(name?.family) ?? ''].join(' '));
}

function languageOf(patient: Loose): string | undefined {
	const spoken = list(patient.communication);
	const { language } = spoken.find((s) => s.preferred === true) ?? spoken[0] ?? {};
	const code = isLoose(language) ? list(language.coding).flatMap((c) => word(c.code) ?? [])[0] : undefined;
	return code?.slice(0, 2).toLowerCase();
}

const telecom = (patient: Loose, systems: readonly string[]): string | undefined =>
	list(patient.telecom)
		.filter((t) => systems.includes(String(t.system)) && t.use !== 'old')
		.flatMap((t) => word(t.value) ?? [])[0];

const homeOf = (patient: Loose): Loose | undefined => list(patient.address).find((a) => a.use !== 'old');
const provinceOf = (patient: Loose): string | undefined => word(homeOf(patient)?.state);
function addressOf(patient: Loose): string | undefined {
	const home = homeOf(patient);
	const parts = [...words(home?.line), word(home?.city), word(home?.postalCode)];
	return word(home?.text) ?? word(parts.filter(Boolean).join(', '));
}
