import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import type { ClientKind, PersonRole } from '#server/kernel/dossier.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { HOUR } from '#server/kernel/time.ts';
import { countOneMore } from './counted.ts';

/** For whom a first meeting is asked, as a person says it. */
export const askers = ['me', 'couple', 'family', 'other', 'group', 'organisation', 'community', 'anonymous'] as const;
export type Asker = (typeof askers)[number];
/** Is this text one of them? */
export const isAsker = (text: unknown): text is Asker => askers.includes(text as Asker);

const speaks: readonly PersonRole[] = ['requester', 'representative'];
const alone: readonly PersonRole[] = ['requester', 'beneficiary'];

/** What a request of that sort is: the client it makes, how many persons it names at first, what each of them is. */
const sorts: Readonly<
	Record<
		Asker,
		{ readonly kind: ClientKind; readonly persons: number; readonly roles: (i: number) => readonly PersonRole[] }
	>
> = {
	me: { kind: 'person', persons: 1, roles: () => alone },
	anonymous: { kind: 'person', persons: 1, roles: () => alone },
	couple: { kind: 'couple', persons: 2, roles: (i) => (i === 0 ? alone : ['beneficiary']) },
	family: { kind: 'family', persons: 2, roles: (i) => (i === 0 ? alone : ['beneficiary']) },
	other: { kind: 'person', persons: 2, roles: (i) => (i === 0 ? ['requester'] : ['beneficiary']) },
	group: { kind: 'group', persons: 1, roles: (i) => (i === 0 ? alone : ['beneficiary']) },
	organisation: { kind: 'organisation', persons: 1, roles: (i) => (i === 0 ? speaks : ['beneficiary']) },
	community: { kind: 'community', persons: 1, roles: (i) => (i === 0 ? speaks : ['beneficiary']) },
};

/** How many persons the form of that request shows at first. */
export const personsOfSort = (who: Asker): number => sorts[who].persons;

type Typed = Readonly<Record<string, unknown>>;
const part = (value: unknown): Typed => (typeof value === 'object' && value !== null ? (value as Typed) : {});

/** The persons as they were typed, without those left empty; what was not ticked is not allowed. */
export function personsFrom(typed: unknown): readonly Typed[] {
	const rows = Object.entries(part(typed)).sort(([a], [b]) => Number(a) - Number(b));
	return rows
		.map(([, row], i): Typed | undefined => {
			const { contact, ...person } = part(row);
			const { voiceMail, text, othersMayKnow, callFirst, ...ways } = part(contact);
			if (i > 0 && person.name === undefined && Object.keys(ways).length === 0) return undefined;
			const allowed = {
				voiceMail: voiceMail === true,
				text: text === true,
				othersMayKnow: othersMayKnow === true,
				callFirst: callFirst === true,
			};
			return { ...person, contact: { ...ways, ...allowed } };
		})
		.filter((person) => person !== undefined);
}

const labelOf = (persons: readonly Typed[]): string =>
	persons
		.flatMap((p) => (typeof p.name === 'string' ? [p.name] : []))
		.join(', ')
		.slice(0, 200);

/** What the public form typed, as the act reads it. */
export function publicRequest(typed: Typed): Typed {
	const { persons: rows, who, dossier: _, many: __, practitioner, reason, prefers, territory, availability } = typed;
	const sort = sorts[isAsker(who) ? who : 'me'];
	const persons = personsFrom(rows).map((person, i) => ({ ...person, roles: sort.roles(i) }));
	const body = isBodySort(sort) ? bodyFrom(typed, persons) : undefined;
	return {
		practitioner,
		reason,
		prefers,
		territory,
		availability,
		kind: sort.kind,
		anonymous: who === 'anonymous',
		via: 'form',
		label: labelOf([...(body?.persons ?? []), ...persons]),
		persons: [...persons, ...(body?.persons ?? [])],
		represents: body?.represents,
	};
}

type Sort = (typeof sorts)[Asker];
const isBodySort = ({ kind }: Pick<Sort, 'kind'>): boolean => kind === 'organisation' || kind === 'community';

/** The body in whose name somebody asks: a person of the file of its own, reached through whoever speaks for it. */
function bodyFrom({ body, standing }: Typed, [speaker]: readonly Typed[]) {
	const { id, name } = part(body);
	const contact = { voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
	const itself = { id, name, language: speaker?.language, roles: ['beneficiary'], body: true, contact };
	return { persons: [itself], represents: { of: id, by: speaker?.id, standing } };
}

/** What somebody of the practice typed after a call. */
export function notedRequest(typed: Typed): Typed {
	const { persons: rows, dossier: _, many: __, label, anonymous, ...rest } = typed;
	const persons = personsFrom(rows);
	return { ...rest, anonymous: anonymous === true, persons, label: label ?? labelOf(persons) };
}

/** A request that nobody could answer: no way to reach the person, or nobody here by that name. */
export function unanswerable(request: Typed, facts: Facts): Refusal | undefined {
	const [first] = (request.persons as readonly Typed[] | undefined) ?? [];
	const { email, phone } = part(first?.contact);
	const represents = request.represents === undefined ? undefined : part(request.represents);
	const itself = (request.persons as readonly Typed[] | undefined)?.find((p) => p.id === represents?.of);
	const fields = {
		...(represents && itself?.name === undefined && { 'body.name': 'field.required' }),
		...(represents && represents.standing === undefined && { standing: 'field.required' }),
		...(email === undefined && phone === undefined && { 'persons.0.contact.phone': 'request.oneWay' }),
		...(!receivers(facts).some((r) => r.account === request.practitioner) && { practitioner: 'field.choice' }),
	};
	return Object.keys(fields).length > 0 ? { ...refuse('act.invalidInput'), fields } : undefined;
}

const AN_HOUR = 30;

/** Thirty requests an hour from one place: more is somebody else's machine; help now is never behind this. */
export async function tooManyRequests(
	world: World<Facts>,
	practice: string,
	address: string,
): Promise<Refusal | undefined> {
	const sent = await countOneMore(world, practice, `requests|${address}|${Math.floor(world.now() / HOUR)}`);
	return sent > AN_HOUR ? refuse('request.tooMany') : undefined;
}

/** Who receives requests here, as the public may know them. */
export const receivers = ({
	practice,
}: Pick<Facts, 'practice'>): readonly { readonly account: string; readonly name: string }[] =>
	Object.values(practice.practice.members)
		.filter((m) => m.roles.includes('practitioner'))
		.map(({ account, name }) => ({ account, name }));
