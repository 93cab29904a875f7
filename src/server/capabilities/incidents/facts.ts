import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Instant, LocalDate } from '#server/kernel/time.ts';

/** What happened to confidential information, as P-39.1 and PHIPAA (s. 49) tell it apart. */
export const happenings = ['seen', 'disclosed', 'lost', 'stolen', 'destroyed'] as const;
export type Happening = (typeof happenings)[number];

/** Which information it touched. */
export const dataKinds = ['identity', 'contact', 'meetings', 'notes', 'messages', 'documents', 'payments'] as const;
export type DataKind = (typeof dataKinds)[number];

/** How somebody is told. By e-mail, only that a message waits: the words stand in their own space. */
export const tellingWays = ['portal', 'mail', 'letter', 'telephone', 'inPerson'] as const;
export type TellingWay = (typeof tellingWays)[number];
/** The ways whose words are read in the person's own space. */
export const inSpace: readonly TellingWay[] = ['portal', 'mail'];

/** Why somebody is not told: writing would put them in danger, they died, nobody can find them. */
export const untoldReasons = ['unsafe', 'deceased', 'untraceable'] as const;
export type UntoldReason = (typeof untoldReasons)[number];

/** One person of one file. */
export interface Whom {
	readonly dossier: string;
	readonly person: string;
}

/** Somebody whose information it touched, and whether they were told. */
export interface Affected extends Whom {
	readonly told?: { readonly way: TellingWay; readonly on: LocalDate; readonly evidence: Evidence };
	readonly untold?: { readonly why: UntoldReason; readonly evidence: Evidence };
}

/** What the register says of an incident, its words apart. */
export interface Description {
	readonly how: Happening;
	readonly data: readonly DataKind[];
	readonly from: LocalDate;
	readonly until?: LocalDate;
	/** When somebody of the practice came to know. */
	readonly awareOn: LocalDate;
}

export interface Incident extends Description {
	readonly id: string;
	/** A rehearsal: nothing leaves the house, and the register does not count it. */
	readonly exercise: boolean;
	readonly opened: Evidence;
	/** While it is open; once it is closed only their number stays, and the lines keep the rest. */
	readonly people: Readonly<Record<string, Affected>>;
	/** Is a serious injury to be feared? Somebody concluded and signed. */
	readonly risk?: { readonly serious: boolean; readonly evidence: Evidence };
	/** The authority of a territory, or `public`. */
	readonly notified: Readonly<Record<string, { readonly on: LocalDate; readonly evidence: Evidence }>>;
	readonly measures: number;
	readonly closed?: { readonly evidence: Evidence; readonly told: number; readonly untold: number };
	/** The lines of its own, in order: their words make the register. */
	readonly lines: readonly number[];
}

export interface IncidentFacts {
	readonly incidents: Readonly<Record<string, Incident>>;
}

/** In a person's own part: of which incidents they were told, and how. */
export interface NoticedFacts {
	readonly notices: readonly {
		readonly incident: string;
		readonly way: TellingWay;
		readonly on: LocalDate;
		readonly evidence: Evidence;
	}[];
}

type Words = Description & { circumstances: string; details?: string };

export type IncidentEntry =
	| Entry<'incident.opened', { id: string; exercise: boolean } & Words>
	| Entry<'incident.described', { id: string } & Words>
	| Entry<
			'incident.affected',
			{
				id: string;
				people: readonly Whom[];
				/** Found in the access log, by these accounts, in this span; or added by hand, and why. */
				found?: { accounts: readonly string[]; from: Instant; until: Instant };
				reason?: string;
			}
	  >
	| Entry<'incident.spared', { id: string; reason: string } & Whom>
	| Entry<
			'incident.assessed',
			{
				id: string;
				sensitivity: string;
				misuse: string;
				consequences: string;
				likelihood: string;
				serious: boolean;
			}
	  >
	| Entry<
			'incident.told',
			{ id: string; way: TellingWay; on: LocalDate; language: 'fr' | 'en'; text: string; by?: string } & Whom
	  >
	| Entry<'incident.untold', { id: string; why: UntoldReason; reason: string } & Whom>
	| Entry<'incident.notified', { id: string; to: string; on: LocalDate; how: string; why?: string }>
	| Entry<'incident.measured', { id: string; on: LocalDate; measure: string }>
	| Entry<'incident.closed', { id: string; learned?: string }>;

/** In a client's file: this person was told; the words are kept where they read them in their own space. */
export type NoticedEntry = Entry<
	'incident.noticed',
	{ incident: string; person: string; way: TellingWay; on: LocalDate; language: 'fr' | 'en'; text?: string }
>;

/** Under which name somebody stands among the people of an incident. */
export const keyOf = ({ dossier, person }: Whom): string => `${dossier}.${person}`;

/** Those who were neither told nor left untold for a signed reason. */
export const stillToTell = ({ people }: Pick<Incident, 'people'>): readonly Affected[] =>
	Object.values(people).filter((p) => !p.told && !p.untold);

const descriptionOf = ({ how, data, from, until, awareOn }: Words): Description => ({
	how,
	data,
	from,
	...(until !== undefined && { until }),
	awareOn,
});

const withPerson = (i: Incident, whom: Whom, state: Omit<Affected, keyof Whom>): Incident =>
	i.people[keyOf(whom)]
		? { ...i, people: { ...i.people, [keyOf(whom)]: { dossier: whom.dossier, person: whom.person, ...state } } }
		: i;

function closed(i: Incident, evidence: Evidence): Incident {
	const all = Object.values(i.people);
	const told = all.filter((p) => p.told).length;
	return { ...i, people: {}, closed: { evidence, told, untold: all.length - told } };
}

function withPeople(i: Incident, people: readonly Whom[]): Incident {
	const added = people.map((p) => [keyOf(p), i.people[keyOf(p)] ?? { dossier: p.dossier, person: p.person }] as const);
	return { ...i, people: { ...i.people, ...Object.fromEntries(added) } };
}

type Later = Exclude<IncidentEntry, { kind: 'incident.opened' }>;

function after(i: Incident, e: Later): Incident {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'incident.described': {
			const { until: _, ...rest } = i;
			return { ...rest, ...descriptionOf(e.data) };
		}
		case 'incident.affected':
			return withPeople(i, e.data.people);
		case 'incident.spared': {
			const { [keyOf(e.data)]: _, ...people } = i.people;
			return { ...i, people };
		}
		case 'incident.assessed':
			return { ...i, risk: { serious: e.data.serious, evidence } };
		case 'incident.told':
			return withPerson(i, e.data, { told: { way: e.data.way, on: e.data.on, evidence } });
		case 'incident.untold':
			return withPerson(i, e.data, { untold: { why: e.data.why, evidence } });
		case 'incident.notified':
			return { ...i, notified: { ...i.notified, [e.data.to]: { on: e.data.on, evidence } } };
		case 'incident.measured':
			return { ...i, measures: i.measures + 1 };
		case 'incident.closed':
			return closed(i, evidence);
	}
}

const laterKinds: ReadonlySet<string> = new Set([
	'incident.described',
	'incident.affected',
	'incident.spared',
	'incident.assessed',
	'incident.told',
	'incident.untold',
	'incident.notified',
	'incident.measured',
	'incident.closed',
] satisfies readonly Later['kind'][]);

const first = (e: Extract<IncidentEntry, { kind: 'incident.opened' }>): Incident => ({
	id: e.data.id,
	exercise: e.data.exercise,
	opened: proofOf(e),
	people: {},
	notified: {},
	measures: 0,
	lines: [e.seq],
	...descriptionOf(e.data),
});

function fold(f: IncidentFacts, e: IncidentEntry): IncidentFacts {
	if (e.kind === 'incident.opened') return { incidents: { ...f.incidents, [e.data.id]: first(e) } };
	const found = laterKinds.has(e.kind) ? f.incidents[e.data.id] : undefined;
	if (!found) return f;
	const next = after(found, e);
	return { incidents: { ...f.incidents, [found.id]: { ...next, lines: [...next.lines, e.seq] } } };
}

export const incidentFold = foldOf('practice', 1, { incidents: {} } as IncidentFacts, fold);

export const noticedFold = foldOf('dossier', 1, { notices: [] } as NoticedFacts, (f, e: NoticedEntry) => {
	if (e.kind !== 'incident.noticed') return f;
	const { incident, way, on } = e.data;
	return { notices: [...f.notices, { incident, way, on, evidence: proofOf(e) }] };
});
