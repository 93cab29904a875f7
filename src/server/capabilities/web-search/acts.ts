import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import type { Dossier } from '#server/kernel/dossier.ts';
import { dayField, idField, lineField, personField, reasonField, textField } from '#server/kernel/field.ts';
import { isRefusal, refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import {
	type Danger,
	type EmergencyEntry,
	type EmergencyFacts,
	type Ground,
	grounds,
	type Search,
	type SearchEntry,
	type SearchFacts,
	tellings,
} from './facts.ts';

const act = actsOn<SearchFacts, SearchEntry>('dossier');
const ofPractice = actsOn<EmergencyFacts, EmergencyEntry>('practice');

const why = z.object({
	person: personField,
	/** Without it the duty to note a search says no, in its own words. */
	reason: reasonField.optional(),
	danger: reasonField.optional(),
	protects: lineField.optional(),
	noConsent: reasonField.optional(),
});
const found = z.object({ where: lineField, summary: textField, kept: textField });
const one = z.object({ person: personField, id: idField });

/** The emergency, when all three of its answers are there. */
function dangerOf({ danger, protects, noConsent }: z.infer<typeof why>): Danger | undefined {
	const isWhole = danger !== undefined && protects !== undefined && noConsent !== undefined;
	return isWhole ? { danger, protects, noConsent } : undefined;
}

/** Whom one looks for, on what ground, why: the beginning of every search, or what it lacks. */
function begun<G extends Ground>({ person, reason, ...input }: z.infer<typeof why> & { ground: G }, dossier: Dossier) {
	const danger = input.ground === 'emergency' ? dangerOf({ person, ...input }) : undefined;
	if (!dossier.persons[person]) return refuse('act.noSuchPerson');
	if (reason === undefined) return refuse('search.noReason');
	if (input.ground === 'emergency' && !danger) return refuse('search.undescribed');
	return { person, ground: input.ground, reason, ...danger };
}

const unsaid = (reason: string | undefined) => reason === undefined && { purpose: 'unsaid' };

/** About to look somebody up on the web, with their agreement or because of a danger (qc-3.04-a, qc-3.04-b). */
export const runSearch = act({
	name: 'search.run',
	who: ['practitioner'],
	input: why.extend({ ground: z.enum(['agreed', 'emergency'], 'field.choice') }),
	focus: ({ ground, ...input }) => ({
		person: input.person,
		means: ground === 'emergency' && !dangerOf(input) ? 'bare' : ground,
		...unsaid(input.reason),
	}),
	decide(_, input, { dossier, newId }) {
		const asked = begun(input, dossier);
		return isRefusal(asked) ? asked : [{ kind: 'search.started', part: asked.person, data: { ...asked, id: newId() } }];
	},
});

/** Where one looked, what was found, what is kept of it (qc-2.06-b). */
export const finishSearch = act({
	name: 'search.finish',
	who: ['practitioner'],
	input: one.extend(found.shape),
	decide(mine, data) {
		const search = mine.of(data.person).made[data.id];
		if (!search) return refuse('search.unknown');
		return search.noted ? refuse('search.done') : [{ kind: 'search.noted', part: data.person, data }];
	},
});

/** A search that was already made, on whatever ground or none: it can always be written down (qc-3.04-a). */
export const recordSearch = act({
	name: 'search.record',
	who: ['practitioner'],
	input: why.extend({ ...found.shape, ground: z.enum(grounds, 'field.choice'), on: dayField }),
	focus: ({ person, reason }) => ({ person, means: 'made', ...unsaid(reason) }),
	decide(_, { on, where, summary, kept, ...input }, { dossier, newId, now }) {
		const asked = begun(input, dossier);
		if (isRefusal(asked)) return asked;
		if (on > dayOf(now)) return refuse('search.day');
		const data = { ...asked, id: newId(), on, where, summary, kept };
		return [{ kind: 'search.recorded', part: asked.person, data }];
	},
});

/** A day in Canada may still be the one before, counted from Greenwich. */
const earliest = ({ on, evidence }: Search): string => on ?? dayOf(evidence.at - DAY);

/** The person was told, on that day, that way; and what they said of it, if they said something (qc-2.06-a). */
export const tellSearch = act({
	name: 'search.tell',
	who: ['practitioner'],
	input: one.extend({ on: dayField, how: z.enum(tellings, 'field.choice'), words: textField.optional() }),
	decide(mine, { words, ...data }, { now }) {
		const search = mine.of(data.person).made[data.id];
		if (!search) return refuse('search.unknown');
		if (search.told) return refuse('search.done');
		if (data.on > dayOf(now) || data.on < earliest(search)) return refuse('search.day');
		return [{ kind: 'search.told', part: data.person, data: { ...data, ...(words !== undefined && { words }) } }];
	},
});

const LONGEST = 92;

/** Telling now would not be safe: until when it waits, and why, signed (qc-2.06-a). */
export const deferTelling = act({
	name: 'search.defer',
	who: ['practitioner'],
	input: one.extend({ until: dayField, reason: reasonField }),
	decide(mine, data, { now }) {
		const search = mine.of(data.person).made[data.id];
		if (!search) return refuse('search.unknown');
		if (search.told) return refuse('search.done');
		if (data.until <= dayOf(now) || data.until > dayOf(now + LONGEST * DAY)) return refuse('search.deferDay');
		return [{ kind: 'search.deferred', part: data.person, data }];
	},
});

/** Looking back at a search that nobody had agreed to: what it teaches, and what will be done another time. */
export const reviewSearch = act({
	name: 'search.review',
	who: ['practitioner'],
	input: one.extend({ learned: reasonField }),
	decide(mine, data) {
		const search = mine.of(data.person).made[data.id];
		if (!search) return refuse('search.unknown');
		return search.reviewed ? refuse('search.done') : [{ kind: 'search.reviewed', part: data.person, data }];
	},
});

/** The privacy officer has seen that an emergency search was made (qc-3.04-b). */
export const seeEmergency = ofPractice({
	name: 'emergencySearch.see',
	who: ['privacyOfficer'],
	input: z.object({ id: idField }),
	decide: ({ joint }, { id }) =>
		joint.emergencies.some((e) => e.id === id && !e.seen)
			? [{ kind: 'emergencySearch.seen', data: { id } }]
			: refuse('search.unknown'),
});
