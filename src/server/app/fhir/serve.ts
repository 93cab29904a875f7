import type { Bundle } from '@medplum/fhirtypes';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { type Reading, readingBy } from '../connecting.ts';
import { languageOf } from '../language.ts';
import { recordLines } from '../views/record.ts';
import { entriesIn, resourcesOf } from './bundle.ts';
import type { Mapped } from './file.ts';
import { fhirJson, outcome } from './outcome.ts';

/** Who is in the file is read with whatever else is. */
const people: ReadonlySet<string> = new Set(['Patient', 'RelatedPerson', 'Practitioner', 'Group']);
const MOST = 200;
const USUAL = 50;

interface Asked {
	readonly practice: string;
	readonly authorization: string | null;
	/** What stands after `/api/fhir/`. */
	readonly path: string;
	readonly url: URL;
}

/** Answer one reading: `Patient/…`, `Patient/…/$everything`, `Type/…`, or `Type?patient=…`, page by page. */
export async function serveFhir(world: World<Facts>, { practice, authorization, path, url }: Asked): Promise<Response> {
	const token = /^Bearer ([0-9A-Za-z._-]{20,200})$/i.exec(authorization ?? '')?.[1];
	if (token === undefined) return outcome(401, 'Authorization: Bearer <token>');
	const [type = '', id, operation, ...rest] = path.split('/');
	const reading = await readingBy(world, { practice, token, what: /^[A-Za-z]{1,40}$/.test(type) ? type : 'other' });
	if (reading === 401) return outcome(401, 'This token is unknown, over or closed.');
	if (reading === 403) return outcome(403, 'The ground on which this reading was opened no longer holds.');
	const isAllowed = people.has(type) || reading.connection.kinds.some((kind) => kind === type);
	if (!isAllowed) return outcome(403, 'This token does not read resources of this type.');
	if (rest.length > 0) return outcome(404, 'There is nothing at this address.');
	const mapped = await mappedFor(world, practice, reading, `${url.origin}/api/fhir`);
	if (id === undefined) return search(mapped, type, url);
	return operation === undefined ? read(mapped, type, id) : everything(mapped, { type, id, operation, url });
}

/** Every resource that this token reads. */
async function mappedFor(world: World<Facts>, practice: string, reading: Reading, base: string) {
	const { dossier, facts, connection } = reading;
	const { parts, kinds } = connection;
	const entries = await recordLines(world, { practice, dossier, parts });
	const [person] = Object.keys(facts.dossier.joint.dossier.persons);
	const lang = languageOf(facts, person ?? '');
	return resourcesOf({ id: dossier, base, facts, entries, parts, lang, at: world.now() }).filter(
		({ resource: { resourceType: type } }) => people.has(type) || kinds.some((kind) => kind === type),
	);
}

function read(mapped: readonly Mapped[], type: string, id: string): Response {
	const found = mapped.find(({ resource }) => resource.resourceType === type && resource.id === id);
	return found ? fhirJson(found.resource) : outcome(404, 'There is no such resource.');
}

interface Operation {
	readonly type: string;
	readonly id: string;
	readonly operation: string;
	readonly url: URL;
}

function everything(mapped: readonly Mapped[], { type, id, operation, url }: Operation): Response {
	if (type !== 'Patient' || operation !== '$everything') return outcome(404, 'There is nothing at this address.');
	if (!mapped.some(({ resource }) => resource.resourceType === 'Patient' && resource.id === id))
		return outcome(404, 'There is no such resource.');
	return page(
		mapped.filter(({ about }) => about.includes(id)),
		url,
	);
}

/** `patient` or `subject`, bare or as `Patient/…`. */
function search(mapped: readonly Mapped[], type: string, url: URL): Response {
	const asked = url.searchParams.get('patient') ?? url.searchParams.get('subject');
	const patient = asked?.replace(/^Patient\//, '');
	return page(
		mapped.filter((m) => m.resource.resourceType === type && (patient === undefined || m.about.includes(patient))),
		url,
	);
}

const whole = (text: string | null, usual: number): number | undefined => {
	const n = text === null ? usual : Number(text);
	return Number.isSafeInteger(n) && n >= 0 ? n : undefined;
};

/** One page of what was found, and the address of the next. */
function page(found: readonly Mapped[], url: URL): Response {
	const count = whole(url.searchParams.get('_count'), USUAL);
	const offset = whole(url.searchParams.get('_offset'), 0);
	if (count === undefined || offset === undefined) return outcome(400, '_count and _offset are whole numbers.');
	const shown = Math.min(count, MOST);
	const next = new URL(url);
	next.searchParams.set('_count', String(shown));
	next.searchParams.set('_offset', String(offset + shown));
	const bundle: Bundle = {
		resourceType: 'Bundle',
		type: 'searchset',
		total: found.length,
		link: [
			{ relation: 'self', url: url.href },
			...(shown > 0 && offset + shown < found.length ? [{ relation: 'next' as const, url: next.href }] : []),
		],
		entry: entriesIn(`${url.origin}/api/fhir`, found.slice(offset, offset + shown)),
	};
	return fhirJson(bundle);
}
