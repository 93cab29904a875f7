import { inForce } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { NoteBody, NoteEntry } from '#server/capabilities/notes/facts.ts';
import { noteTemplates, remoteKeys } from '#server/capabilities/notes/templates.ts';
import type { SessionEntry } from '#server/capabilities/sessions/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { noteWithin } from '#server/norms/writing.ts';
import { dateText, durationText, timeText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { happenedWords } from '#words/notes.ts';
import { isTerritory, territoryName } from '#words/territories.ts';
import { markdownHtml } from '../markdown.ts';
import { escalatedIn } from './distress.ts';
import { homeZone } from './home-zone.ts';

type Of<K extends SessionEntry['kind']> = Extract<SessionEntry, { kind: K }>;
const ofSession = <K extends SessionEntry['kind']>(
	entries: readonly Entry[],
	kind: K,
	session: string,
): readonly Of<K>[] => entries.filter((e): e is Of<K> => e.kind === kind && (e.data as { id?: string }).id === session);

type Arrived = {
	readonly person: string;
	readonly session: string;
	readonly place?: string;
	readonly territory?: string;
	readonly town?: string;
};

/** « Same as last time » names no place in its own line: the facts know which one it was. */
const sameAsLast = ({ dossier }: Facts, { person, session }: Arrived): Pick<Arrived, 'territory' | 'town'> => {
	const { arrival, lastPlace } = dossier.of(person).identity;
	return arrival?.session === session ? arrival : (lastPlace ?? {});
};

/** Where each was, as they said at the door: the town is enough for a note. */
function placesIn(entries: readonly Entry[], session: string, facts: Facts, lang: Locale): readonly string[] {
	const words = happenedWords(lang);
	const said = new Map<string, string>();
	for (const e of entries) {
		const data = e.data as Arrived;
		if (data.session !== session) continue;
		if (e.kind === 'place.waived') said.set(data.person, words.placeWaived);
		if (e.kind !== 'arrival.declared') continue;
		const { territory, town } = data.place === 'same' ? sameAsLast(facts, data) : data;
		const place = [town, isTerritory(territory) ? territoryName(territory, lang) : undefined]
			.filter(Boolean)
			.join(', ');
		said.set(data.person, place || words.placeWithheld);
	}
	return [...said].map(([person, place]) => `${facts.dossier.joint.dossier.persons[person]?.name ?? ''} : ${place}`);
}

/** What happened in one session, as its note is prefilled: who, when, where, how long, by which means, what broke. */
export function happenedIn(
	entries: readonly Entry[],
	session: string,
	{ facts, lang }: { readonly facts: Facts; readonly lang: Locale },
): Readonly<Record<string, string>> | undefined {
	const [opened] = ofSession(entries, 'session.opened', session);
	const ended = ofSession(entries, 'session.ended', session).at(-1);
	const [began] = ofSession(entries, 'session.started', session);
	const start = began?.at;
	if (!opened || !ended || start === undefined) return undefined;
	const words = happenedWords(lang);
	const zone = homeZone(facts);
	const cuts = ofSession(entries, 'session.interrupted', session);
	const { agreed } = ended.data;
	const written = entries.filter(
		(e) => e.kind === 'message.sent' && (e.data as { session?: string }).session === session,
	).length;
	const told: Readonly<Record<string, string>> = {
		who: peopleOf(entries, opened, facts).join(', '),
		when: `${dateText(lang, start, zone)}, ${timeText(lang, start, zone)} – ${timeText(lang, ended.at, zone)}`,
		length: durationText(Math.max(1, (ended.at - start) / 60_000)),
		where: placesIn(entries, session, facts, lang).join(' ; '),
		means: meansIn(entries, opened, lang),
		privacy: privacyIn(entries, session, facts, lang),
		identity: identityIn(entries, opened, facts, lang),
		interruptions:
			cuts.length === 0
				? words.noCut
				: cuts
						.map((c) =>
							words.cut({
								time: timeText(lang, c.data.at ?? c.at, zone),
								cause: c.data.cause,
								fallback: c.data.fallback,
							}),
						)
						.join(' ; '),
		...(written > 0 && { written: words.written({ n: written }) }),
		...(agreed !== undefined && { agreed }),
		distress: escalatedIn(facts, session, lang),
	};
	return Object.fromEntries(Object.entries(told).flatMap(([key, text]) => (text ? [[key, text.slice(0, 500)]] : [])));
}

const nameIn = ({ dossier }: Facts, person: string): string => dossier.joint.dossier.persons[person]?.name ?? '';

/** Was each alone where they were, as they said at the door (nb-6-o)? */
function privacyIn(entries: readonly Entry[], session: string, facts: Facts, lang: Locale): string {
	const said = entries.flatMap((e) => {
		const data = e.data as { readonly session?: string; readonly person: string; readonly alone: string };
		return e.kind === 'arrival.declared' && data.session === session ? [data] : [];
	});
	const last = new Map(said.map(({ person, alone }) => [person, alone]));
	return [...last]
		.map(([person, alone]) => `${nameIn(facts, person)} : ${happenedWords(lang).alone(alone)}`)
		.join(' ; ');
}

/** How each was known again: by the agreed word at this door, else by what was checked before (nb-6-o). */
function identityIn(entries: readonly Entry[], { data }: Of<'session.opened'>, facts: Facts, lang: Locale): string {
	const words = happenedWords(lang);
	const heard = new Map(
		entries.flatMap((e) => {
			const said = e.data as { readonly session?: string; readonly person: string; readonly heard: boolean };
			return e.kind === 'codeWord.heard' && said.session === data.id ? [[said.person, said.heard] as const] : [];
		}),
	);
	const { anonymous } = facts.dossier.joint.dossier;
	const known = data.persons.flatMap((person) => {
		const word = heard.get(person);
		const { checked, waived } = facts.dossier.of(person).identity;
		const day = checked && dateText(lang, checked.evidence.at, homeZone(facts));
		const before = day === undefined ? undefined : words.identityOf({ day });
		const unknown = anonymous ? words.noName : waived ? words.identityWaived : undefined;
		const told = word === undefined ? (before ?? unknown) : word ? words.wordHeard : words.wordOther;
		return told === undefined ? [] : [`${nameIn(facts, person)} : ${told}`];
	});
	return known.join(' ; ');
}

/** By which means it was held, and by which it was to be held where that was another (def-qc-inperson). */
function meansIn(entries: readonly Entry[], { data }: Of<'session.opened'>, lang: Locale): string {
	const words = happenedWords(lang);
	const [began] = ofSession(entries, 'session.started', data.id);
	const mode = began?.data.mode ?? data.mode;
	const planned = ofSession(entries, 'session.planned', data.id)[0]?.data.mode ?? data.mode;
	const told = `${words.mode(mode)} (${words.purpose(data.purpose)})`;
	return planned === mode ? told : `${told}, ${words.planned({ mode: words.mode(planned) })}`;
}

/** Who was let in, and who received them. */
function peopleOf(entries: readonly Entry[], opened: Of<'session.opened'>, facts: Facts): readonly string[] {
	const { persons } = facts.dossier.joint.dossier;
	const admitted = new Set(ofSession(entries, 'session.admitted', opened.data.id).map((e) => e.data.person));
	const host = facts.practice.practice.members[opened.by.account ?? '']?.name;
	return [
		...opened.data.persons.filter((p) => admitted.has(p)).map((p) => persons[p]?.name ?? ''),
		...(host === undefined ? [] : [host]),
	];
}

/** Whoever consented and whose agreement to confidentiality no note attests yet (qc-3.05-c). */
export const toAttest = (facts: Facts): readonly { readonly id: string; readonly name: string }[] =>
	beneficiaries(facts.dossier.joint.dossier)
		.filter((p) => inForce(facts.dossier.of(p.id).consent) && !facts.dossier.joint.notes.attested[p.id])
		.map(({ id, name }) => ({ id, name }));

/** The notes that wait, the oldest first, each prefilled. */
export const dueNotes = (
	entries: readonly Entry[],
	{ facts, lang }: { readonly facts: Facts; readonly lang: Locale },
) =>
	Object.entries(facts.dossier.joint.notes.due)
		.sort(([, a], [, b]) => a.endedAt - b.endedAt)
		.map(([session, { endedAt, chat }]) => ({
			session,
			endedAt,
			chat,
			by: endedAt + noteWithin(facts, endedAt),
			happened: happenedIn(entries, session, { facts, lang }) ?? {},
		}));

/** Colleagues whose words a note may carry: their names stay with it (qc-6.04-a). */
export const colleagues = (facts: Facts, me: string): readonly { readonly id: string; readonly name: string }[] =>
	Object.values(facts.practice.practice.members)
		.filter((m) => m.account !== me && m.roles.includes('practitioner'))
		.map(({ account, name }) => ({ id: account, name }));

/** A signed note, never changed; what was added later stands under it, dated. */
export interface SignedNote {
	readonly seq: number;
	readonly at: number;
	readonly by: string;
	readonly authors: readonly string[];
	readonly session: string;
	/** Heading by heading, as its author wrote it. */
	readonly body: NoteBody;
	readonly headings: readonly string[];
	/** What was corrected of what happened, and what was taken away of it. */
	readonly altered: Readonly<Record<string, string>>;
	readonly removed: readonly string[];
	/** What the note of a meeting at a distance does not say (nb-6-o). */
	readonly missing: readonly string[];
	/** When the meeting had ended, where the note was signed after the practice's limit. */
	readonly lateSince?: number;
	readonly happened: Readonly<Record<string, string>>;
	readonly stillFits?: string;
	readonly deferredBecause?: string;
	readonly mood?: string;
	readonly moodNote?: string;
	readonly stayedBecause?: string;
	readonly attests: readonly string[];
	readonly added: readonly { readonly seq: number; readonly at: number; readonly by: string; readonly text: string }[];
}

/** A note as a page shows it, laid out; its text stands under its own heading, which is of the fourth level there. */
export const laidOut = ({ body, added, ...note }: SignedNote) => ({
	...note,
	body: Object.fromEntries(Object.entries(body).map(([heading, text]) => [heading, markdownHtml(text, 4)])),
	added: added.map(({ text, ...extra }) => ({ ...extra, html: markdownHtml(text, 4) })),
});

/** The signed notes among these lines, the newest first. */
export function signedNotes(entries: readonly Entry[], facts: Facts): readonly SignedNote[] {
	const nameOf = (account: string | undefined) => facts.practice.practice.members[account ?? '']?.name ?? '';
	const personName = (id: string) => facts.dossier.joint.dossier.persons[id]?.name ?? '';
	const notes = entries as readonly NoteEntry[];
	return notes
		.flatMap((e): readonly SignedNote[] => {
			if (e.kind !== 'note.signed') return [];
			const { session, template = 'usual', altered = {}, removed = [], remote } = e.data;
			const { body, happened, stillFits, deferredBecause, mood, moodNote, stayedBecause, attests, authors } = e.data;
			const added = notes.flatMap((a) =>
				a.kind === 'note.amended' && a.data.note === e.seq
					? [{ seq: a.seq, at: a.at, by: nameOf(a.by.account), text: a.data.text }]
					: [],
			);
			const answers = { stillFits, deferredBecause, mood, moodNote, stayedBecause };
			const by = (e.data.endedAt ?? e.at) + noteWithin(facts, e.at);
			const says = (key: string) => happened[key] ?? altered[key];
			return [
				{
					seq: e.seq,
					at: e.at,
					by: nameOf(e.by.account),
					authors: authors.map(nameOf),
					session,
					body,
					headings: noteTemplates[template],
					altered,
					removed,
					missing: remote ? remoteKeys.filter((key) => !says(key) && !removed.includes(key)) : [],
					...(e.at > by && { lateSince: by }),
					happened,
					attests: attests.map(personName),
					added,
					...(Object.fromEntries(Object.entries(answers).filter(([, v]) => v !== undefined)) as Pick<
						SignedNote,
						'mood'
					>),
				},
			];
		})
		.reverse();
}
