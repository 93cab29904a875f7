import type { Facts } from '#server/capabilities/index.ts';
import type { WaitingEntry } from '#server/capabilities/waiting/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { DAY, dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { allForClient } from '#server/law/look-up.ts';
import { colon, type Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { bodyAt } from './bodies.ts';
import type { OpenPortal } from './portal.ts';

type Body<K extends WaitingEntry['kind']> = Extract<WaitingEntry, { kind: K }>['data'];

/** The lines that hold what was told to whoever waits. */
export const waitLines = ({ dossier }: Facts): readonly (number | undefined)[] => {
	const { wait } = dossier.joint.waiting;
	return [wait?.evidence.seq, wait?.reviewed?.seq];
};

/** What was told: how long about, said last; what to do meanwhile; the times that suit. */
export function toldOf({ dossier }: Facts, bodies: ReadonlyMap<number, Entry>) {
	const { wait } = dossier.joint.waiting;
	const first = bodyAt<Body<'waiting.entered'>>(bodies, wait?.evidence.seq, 'waiting.entered');
	const last = bodyAt<Body<'waiting.reviewed'>>(bodies, wait?.reviewed?.seq, 'waiting.reviewed');
	if (!wait || !first) return undefined;
	const { meanwhile, times } = first;
	return { since: wait.since, about: last?.about ?? first.about, meanwhile, ...(times !== undefined && { times }) };
}

/** The numbers to call now, of the place where the client lives; the help page holds the others. */
export const linesAt = (place: string | undefined, day: LocalDate, lang: Locale): readonly string[] =>
	allForClient('helpLine', territoryOf(place), day).map((l) => `${l.name[lang]}${colon(lang)}${l.number}`);

/** The wait of a file, as those who share it read it; undefined when nobody waits. */
export async function waitShown({ facts, bodies, today, lang, own }: OpenPortal) {
	const told = toldOf(facts, await bodies(waitLines(facts)));
	const place = own.identity.lastPlace?.territory ?? facts.dossier.joint.place.home?.territory;
	return told && { ...told, lines: linesAt(place, today, lang) };
}

/** How a wait stands in the office: its place, when it is looked at again, the place that is kept or that lapsed. */
export function waitInOffice(
	{ dossier, practice }: Facts,
	{ now, lang }: { readonly now: Instant; readonly lang: Locale },
) {
	const { waiting, scheduling, dossier: file } = dossier.joint;
	const { levels, days } = practice.waiting;
	const { wait } = waiting;
	const name = (account: string | undefined): string => practice.practice.members[account ?? '']?.name ?? '';
	const { keptUntil: until } = scheduling.offer ?? {};
	return {
		levels: levels.map((l) => ({ value: l.id, label: l[lang] })),
		team: Object.keys(file.careTeam).map((value) => ({ value, label: name(value) })),
		today: dayOf(now),
		reviewOn: dayOf(now + days * DAY),
		open: file.state === 'request' || file.state === 'accepted',
		...(wait && {
			wait: {
				since: wait.since,
				level: wait.level,
				levelName: levels.find((l) => l.id === wait.level)?.[lang] ?? wait.level,
				modes: wait.modes,
				reviewOn: wait.reviewOn,
				isLate: wait.reviewOn <= dayOf(now),
				...(wait.practitioner !== undefined && { whom: name(wait.practitioner) }),
				...(until !== undefined && { kept: { until, isOver: until <= now } }),
			},
		}),
	};
}
