/** A form's fields as the input of an act: `a.b` nests, `[]` gathers, and a suffix says the type of what was typed. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

const RESERVED = /^_/;

/** What was typed, as it was typed; names that begin with `_` belong to the form itself (attempt id, way back). */
export function valuesOf(form: FormData): FormValues {
	const values: Record<string, string | string[]> = {};
	for (const [name, value] of form) {
		if (RESERVED.test(name) || typeof value !== 'string') continue;
		if (name.includes('[]')) values[name] = [...((values[name] as string[] | undefined) ?? []), value];
		else values[name] = value;
	}
	return values;
}

/**
 * The input of the act. Suffixes: `:n` number, `:b` yes/no (a checkbox, or a radio `true`/`false`), `:c` dollars to
 * cents, `:t` a local date and time in the zone of the field `zone`, `[]` several. What is left empty is not sent.
 */
export function inputOf(values: FormValues): unknown {
	const input: Record<string, unknown> = {};
	const zone = typeof values.zone === 'string' ? values.zone : 'UTC';
	for (const [name, value] of Object.entries(values)) {
		const [path = '', type = ''] = name.split(':');
		const several = path.endsWith('[]');
		const converted = several ? [value].flat().map((v) => convert(v, type, zone)) : convert(String(value), type, zone);
		if (converted !== undefined) assign(input, path.replace(/\[\]$/, '').split('.'), converted);
	}
	return input;
}

function convert(text: string, type: string, zone: string): unknown {
	if (type === 'b') return text === 'true' || text === 'yes' || text === 'on';
	const trimmed = text.replaceAll('\r\n', '\n');
	if (trimmed.trim() === '') return undefined;
	if (type === 'n') return Number(trimmed.replace(',', '.'));
	if (type === 'c') return Math.round(Number(trimmed.replace(/[\s$]/g, '').replace(',', '.')) * 100);
	if (type === 't') return instantIn(trimmed, zone);
	return trimmed;
}

/** A local date and time ('2026-11-22T14:30') in a zone; NaN when it is none, so that the schema says so. */
function instantIn(local: string, zone: string): number {
	try {
		return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
	} catch {
		return Number.NaN;
	}
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
	const [head = '', ...rest] = path;
	if (FORBIDDEN.has(head)) return;
	if (rest.length === 0) {
		target[head] = value;
		return;
	}
	const inner = Object.hasOwn(target, head) && typeof target[head] === 'object' ? target[head] : {};
	target[head] = inner;
	assign(inner as Record<string, unknown>, rest, value);
}
