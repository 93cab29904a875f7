import {
	type Affected,
	type DataKind,
	type Happening,
	type Incident,
	type IncidentEntry,
	incidentFold,
	stillToTell,
} from '#server/capabilities/incidents/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { DAY, dayOf, type Instant, type LocalDate, monthsLater, startOf } from '#server/kernel/time.ts';
import { allForClient, lookUp } from '#server/law/look-up.ts';
import { tellBy } from '#server/norms/incidents.ts';
import type { Locale } from '#words/i18n.ts';
import { noticeText } from '#words/incident-notice.ts';
import { territoryOf } from '../documents.ts';
import { bodiesOf } from './bodies.ts';
import type { ShownPerson } from './incident-people.ts';

/** One incident in the list. */
export interface RegisterRow {
	readonly id: string;
	readonly exercise: boolean;
	readonly how: Happening;
	readonly awareOn: LocalDate;
	/** Days since it was known; while it is open, what is left and by when. */
	readonly days: number;
	readonly left: number;
	readonly named: number;
	readonly tellBy: Instant;
	readonly late: boolean;
	readonly closedAt?: Instant;
	readonly keptUntil?: LocalDate;
}

const home = ({ practice }: Facts) => territoryOf(practice.practice.profile?.territory);

function rowOf(facts: Facts, incident: Incident, now: Instant): RegisterRow {
	const { id, exercise, how, awareOn, closed, people } = incident;
	const years = lookUp('incidentRegisterYears', home(facts), awareOn).value;
	const by = tellBy(facts, incident);
	return {
		...{ id, exercise, how, awareOn, left: stillToTell(incident).length, tellBy: by, late: by <= now },
		days: Math.max(0, Math.floor((now - startOf(awareOn)) / DAY)),
		named: closed ? closed.told + closed.untold : Object.keys(people).length,
		...(closed && { closedAt: closed.evidence.at }),
		...(years !== undefined && !exercise && { keptUntil: monthsLater(awareOn, 12 * years) }),
	};
}

/** Every incident, those that are open first, then the newest; rehearsals apart, for the register does not count them. */
export function registerOf(facts: Facts, now: Instant) {
	const rows = Object.values(facts.practice.incidents.incidents)
		.map((i) => rowOf(facts, i, now))
		.sort((a, b) => Number(a.closedAt ?? 0) - Number(b.closedAt ?? 0) || b.awareOn.localeCompare(a.awareOn));
	return { register: rows.filter((r) => !r.exercise), exercises: rows.filter((r) => r.exercise) };
}

/** Incidents that are not closed, for whoever answers for them: on their first page of the day. */
export const openIncidents = (facts: Facts, now: Instant): readonly RegisterRow[] =>
	registerOf(facts, now).register.filter((r) => r.closedAt === undefined);

type Data<K extends IncidentEntry['kind']> = Extract<IncidentEntry, { kind: K }>['data'];

/** What the register keeps of one incident, with its words. */
export interface Told extends RegisterRow {
	readonly data: readonly DataKind[];
	readonly from: LocalDate;
	readonly until?: LocalDate;
	readonly circumstances: string;
	readonly details?: string;
	readonly risk?: Omit<Data<'incident.assessed'>, 'id'> & { readonly at: Instant; readonly by: string };
	readonly measures: readonly Omit<Data<'incident.measured'>, 'id'>[];
	readonly notified: readonly Omit<Data<'incident.notified'>, 'id'>[];
	readonly people: readonly Affected[];
	readonly learned?: string;
}

const dataOf = <K extends IncidentEntry['kind']>(lines: readonly Entry[], ...kinds: readonly K[]): readonly Data<K>[] =>
	lines.filter((e) => (kinds as readonly string[]).includes(e.kind)).map((e) => e.data as Data<K>);

/** Everyone who was ever named, as they stood when it was closed: closing keeps only their number in the facts. */
const peopleIn = (lines: readonly Entry[], id: string): readonly Affected[] => {
	const open = lines.filter((e) => e.kind !== 'incident.closed');
	const { incidents } = open.reduce(incidentFold.fold, incidentFold.none);
	return Object.values(incidents[id]?.people ?? {});
};

function riskOf(lines: readonly Entry[], { practice }: Facts): Told['risk'] {
	const line = lines.findLast((e) => e.kind === 'incident.assessed');
	if (!line) return undefined;
	const { id: _, ...risk } = line.data as Data<'incident.assessed'>;
	return { ...risk, at: line.at, by: practice.practice.members[line.by.account ?? '']?.name ?? '' };
}

/** One incident with the words of its lines; undefined when the register does not hold it. */
export async function incidentOf(
	world: World<Facts>,
	practice: string,
	facts: Facts,
	id: string,
): Promise<Told | undefined> {
	const { incidents } = facts.practice.incidents;
	const incident = Object.hasOwn(incidents, id) ? incidents[id] : undefined;
	if (!incident) return undefined;
	const bodies = await bodiesOf(world, { practice, dossier: practice, parts: [JOINT], seqs: incident.lines });
	const lines = [...bodies.values()].sort((a, b) => a.seq - b.seq);
	const said = dataOf(lines, 'incident.opened', 'incident.described').at(-1);
	const risk = riskOf(lines, facts);
	const learned = dataOf(lines, 'incident.closed').at(-1)?.learned;
	return {
		...rowOf(facts, incident, world.now()),
		data: incident.data,
		from: incident.from,
		...(incident.until !== undefined && { until: incident.until }),
		circumstances: said?.circumstances ?? '',
		...(said?.details !== undefined && { details: said.details }),
		...(risk && { risk }),
		measures: dataOf(lines, 'incident.measured').map(({ id: _, ...m }) => m),
		notified: dataOf(lines, 'incident.notified').map(({ id: _, ...n }) => n),
		people: peopleIn(lines, id),
		...(learned !== undefined && { learned }),
	};
}

/** What the place of the practice asks of it, each with how far its reading may be trusted. */
export function rulesFor(facts: Facts, now: Instant) {
	const [place, day] = [home(facts), dayOf(now)];
	return {
		place,
		rule: lookUp('incidentRule', place, day),
		register: lookUp('incidentRegister', place, day),
		notice: lookUp('incidentNotice', place, day),
		authority: lookUp('breachAuthority', place, day).value,
	};
}

/** Who answers for privacy here. */
export const officerOf = ({ practice }: Facts): string => {
	const members = Object.values(practice.practice.members);
	return (members.find((m) => m.roles.includes('privacyOfficer')) ?? members[0])?.name ?? '';
};

/** The notice to one person, drafted in their language from what the register says: read again before it is sent. */
export function draftFor(facts: Facts, incident: Told, person: Pick<ShownPerson, 'name' | 'language'>): string {
	const { name, language } = person;
	const [authority] = allForClient('breachAuthority', home(facts), incident.awareOn);
	const { profile } = facts.practice.practice;
	const lang: Locale = language;
	return noticeText(lang, {
		...{ name, how: incident.how, data: incident.data, from: incident.from, awareOn: incident.awareOn },
		...(incident.until !== undefined && { until: incident.until }),
		practice: profile?.name ?? '',
		phone: profile?.phone ?? '',
		officer: officerOf(facts),
		...(authority && {
			authority: { name: authority.name[lang], ...(authority.phones[0] && { phone: authority.phones[0] }) },
		}),
		exercise: incident.exercise,
	});
}
