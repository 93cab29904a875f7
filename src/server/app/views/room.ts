import type { Facts } from '#server/capabilities/index.ts';
import type { MessageEntry } from '#server/capabilities/messages/facts.ts';
import type { Session } from '#server/capabilities/sessions/facts.ts';
import type { Reach } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { timeText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { room as roomWords } from '#words/room.ts';
import { firstTools } from '../practices.ts';
import { arrivalOf, bestNumber, lastPlaceOf, whole } from './arrivals.ts';
import { homeZone } from './home-zone.ts';
import { practitionerName } from './portal.ts';

/** A session that is open, with what was written since, for one reader. */
export interface InRoom {
	readonly facts: Facts;
	readonly session: Session;
	readonly lines: readonly Entry[];
	/** The reader's account. */
	readonly me: string;
	readonly lang: Locale;
	readonly now: Instant;
}

/** The persons of this session whom the reader is, or speaks for; whoever follows the file is none of them. */
export function mineIn(
	{ dossier }: Facts['dossier']['joint'],
	session: Session,
	account: string,
	reach: Exclude<Reach, undefined>,
): readonly PersonId[] {
	if (dossier.careTeam[account] || reach === 'desk') return [];
	return reach.filter((part) => session.persons.includes(part));
}

/** What was written in the room so far, as the chat shows it; the ids are the browsers' own, so that each knows what it sent. */
export function chatOf({ facts, session, lines, me, lang }: InRoom) {
	const { persons } = facts.dossier.joint.dossier;
	const { members } = facts.practice.practice;
	return lines.flatMap((entry) => {
		const e = entry as MessageEntry;
		if (e.kind !== 'message.sent' || e.data.session !== session.id) return [];
		const { account = '', person = '' } = e.by;
		const from = persons[person]?.name ?? members[account]?.name ?? '';
		return [
			{ id: e.data.id, from, mine: account === me, text: e.data.body, at: timeText(lang, e.at, homeZone(facts)) },
		];
	});
}

/** When the line was cut, as far as anybody said: a cut is told once, by whichever side comes back first. */
export const cutsOf = ({ session, lines }: Pick<InRoom, 'session' | 'lines'>): readonly Instant[] =>
	lines.flatMap((entry) => {
		const { id, at } = entry.data as { id?: string; at?: Instant };
		return entry.kind === 'session.interrupted' && id === session.id ? [at ?? entry.at] : [];
	});

/** Did anybody say that the six words were not the same? */
export const doubtedIn = ({ session, lines }: Pick<InRoom, 'session' | 'lines'>): boolean =>
	lines.some((entry) => entry.kind === 'session.doubted' && (entry.data as { id: string }).id === session.id);

/** Who calls whom when the line drops, from the practice's terms; where they are silent, the practice calls after five minutes. */
function termsOf({ practice, practitioner }: Facts) {
	const number = practitioner.practitioner.profile?.phone ?? practice.practice.profile?.phone ?? '';
	return practice.practice.terms?.interruption ?? { waitMinutes: 5, whoCalls: 'practice' as const, number };
}

/** What the failure plan says beside, in the words it was given in. */
const otherwiseOf = (plans: Plans, persons: readonly PersonId[]): string =>
	[...new Set(persons.flatMap((p) => plans.get(p)?.failure ?? []))].join(' ');

/** Each person's two plans, as lines to read. */
export type Plans = ReadonlyMap<
	PersonId,
	{ readonly emergency?: readonly string[]; readonly failure?: readonly string[] }
>;

/** What a client does when the line drops. */
export function planForClient(room: InRoom, mine: readonly PersonId[], plans: Plans) {
	const { waitMinutes, whoCalls, number } = termsOf(room.facts);
	const [callBack] = mine.flatMap((p) => bestNumber(room, p)?.number ?? []).map(whole);
	const otherwise = otherwiseOf(plans, mine);
	return {
		phone: whole(number),
		name: practitionerName(room.facts),
		caller: whoCalls === 'practice' ? ('other' as const) : ('me' as const),
		minutes: waitMinutes,
		...(callBack !== undefined && { callBack }),
		...(otherwise && { otherwise }),
	};
}

/** Another person's number on one line, with its mark. */
const lineOf = (name: string, known: ReturnType<typeof bestNumber>, lang: Locale): string =>
	`${name}\u00a0: ${whole(known?.number ?? '—')}${known && !known.verified ? ` (${roomWords(lang).cutUnverified})` : ''}.`;

/** What the practitioner does: the first person's number at hand, the others' beside it. */
export function planForPractitioner(room: InRoom, plans: Plans) {
	const { facts, session } = room;
	const { waitMinutes, whoCalls, number: ours } = termsOf(facts);
	const nameOf = (p: PersonId) => facts.dossier.joint.dossier.persons[p]?.name ?? '';
	const [first = '', ...others] = session.persons;
	const also = others.map((p) => lineOf(nameOf(p), bestNumber(room, p), room.lang));
	const otherwise = [...also, otherwiseOf(plans, session.persons)].filter(Boolean).join(' ');
	const number = bestNumber(room, first);
	return {
		phone: whole(number?.number ?? ''),
		...(number && !number.verified && { unverified: true as const }),
		name: nameOf(first),
		caller: whoCalls === 'practice' ? ('me' as const) : ('other' as const),
		minutes: waitMinutes,
		callBack: whole(ours),
		...(otherwise && { otherwise }),
	};
}

/** What both sides see of the session itself. */
export function sessionOf({ facts, session }: Pick<InRoom, 'facts' | 'session'>) {
	const tool = facts.practice.practice.tools[session.tool];
	const ours = firstTools.some((t) => t.channel === session.mode && t.name === (tool?.name ?? session.tool));
	return {
		id: session.id,
		purpose: session.purpose,
		mode: session.mode,
		tool: tool?.name ?? session.tool,
		/** Picture, voice and chat pass through our own room. */
		here: ours && (session.mode === 'video' || session.mode === 'chat'),
		started: session.state === 'started',
		closingAsked: session.closingAsked !== undefined,
		...(session.startedAt !== undefined && { startedAt: session.startedAt }),
	};
}

/** The one who waits, and who else is there. */
export function clientView(room: InRoom, mine: readonly PersonId[]) {
	const { facts, session } = room;
	const { persons } = facts.dossier.joint.dossier;
	return mine.map((id) => {
		const { intake } = facts.dossier.of(id);
		const arrival = arrivalOf(room, id);
		const phone = bestNumber(room, id)?.number ?? intake.contact?.phone;
		return {
			id,
			...(persons[id]?.account !== room.me && { forName: persons[id]?.name ?? '' }),
			...(facts.dossier.joint.dossier.anonymous && { nameless: true as const }),
			admitted: session.admitted.includes(id),
			...(arrival && { arrival }),
			...lastPlaceOf(facts, id),
			...(phone !== undefined && { phone }),
		};
	});
}
