import { z } from 'zod';
import { actsOn, type Context } from '#server/kernel/act.ts';
import type { Draft } from '#server/kernel/entry.ts';
import {
	dayField,
	idField,
	instantField,
	languageField,
	lineField,
	personField,
	reasonField,
	territoryField,
	textField,
} from '#server/kernel/field.ts';
import type { Of } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import {
	dataKinds,
	happenings,
	type Incident,
	type IncidentEntry,
	type IncidentFacts,
	keyOf,
	stillToTell,
	tellingWays,
	untoldReasons,
} from './facts.ts';

const act = actsOn<IncidentFacts, IncidentEntry>('practice');
/** Whoever answers for the practice, and whoever answers for its privacy. */
const officers = ['owner', 'privacyOfficer'] as const;
/** So many that a whole practice is named in one go, few enough for one line. */
const MOST = 500;

const whom = z.object({ dossier: idField, person: personField });
const description = z.object({
	id: idField,
	how: z.enum(happenings, 'field.choice'),
	data: z.array(z.enum(dataKinds, 'field.choice'), 'field.required').min(1, 'field.required'),
	details: textField.optional(),
	circumstances: textField,
	from: dayField,
	until: dayField.optional(),
	awareOn: dayField,
});
const inOrder = ({ from, until, awareOn }: z.infer<typeof description>): boolean =>
	from <= awareOn && (until === undefined || from <= until);
const endsAfter = { path: ['awareOn'], message: 'field.endBeforeStart' };

type Drafts = readonly Draft<IncidentEntry>[] | Refusal;

/** The incident as it stands, while it may still be written on. */
function running({ incidents }: IncidentFacts, id: string): Incident | Refusal {
	const found = Object.hasOwn(incidents, id) ? incidents[id] : undefined;
	if (!found) return refuse('incident.unknown');
	return found.closed ? refuse('incident.isClosed') : found;
}

/** What is decided on an incident that is open, and on no other. */
const onOpen =
	<In extends { readonly id: string }>(decide: (incident: Incident, input: In, context: Context) => Drafts) =>
	(mine: Of<IncidentFacts>, input: In, context: Context): Drafts => {
		const incident = running(mine.joint, input.id);
		return isRefusal(incident) ? incident : decide(incident, input, context);
	};

/** A day that has not come, wherever one is. */
const isToCome = (day: string, now: number): boolean => day > dayOf(now + DAY);

const plain = ({ details, until, ...data }: z.infer<typeof description>) => ({
	...data,
	...(details !== undefined && { details }),
	...(until !== undefined && { until }),
});

/** Something happened to confidential information: it stands in the register from now on, serious or not (qc-3.10-d). */
export const openIncident = act({
	name: 'incident.open',
	who: officers,
	input: description.extend({ exercise: z.boolean('field.choice') }).refine(inOrder, endsAfter),
	decide(mine, { exercise, ...data }, { now }) {
		if (Object.hasOwn(mine.joint.incidents, data.id)) return refuse('incident.known');
		if (isToCome(data.awareOn, now)) return refuse('incident.toCome');
		return [{ kind: 'incident.opened', data: { ...plain(data), exercise } }];
	},
});

/** More is known of it: what happened is said anew. */
export const describeIncident = act({
	name: 'incident.describe',
	who: officers,
	input: description.refine(inOrder, endsAfter),
	decide: onOpen((_, data: z.infer<typeof description>, { now }) =>
		isToCome(data.awareOn, now) ? refuse('incident.toCome') : [{ kind: 'incident.described', data: plain(data) }],
	),
});

const affecting = z.object({
	id: idField,
	people: z.array(whom).min(1, 'field.required').max(MOST, 'field.tooMany'),
	found: z
		.object({ accounts: z.array(idField).max(MOST, 'field.tooMany'), from: instantField, until: instantField })
		.optional(),
	reason: reasonField.optional(),
});

/** These people's information was touched: found in the access log, or added by hand with a reason. */
export const affectPeople = act({
	name: 'incident.affect',
	who: officers,
	input: affecting.refine(({ found, reason }) => (found ?? reason) !== undefined, {
		path: ['reason'],
		message: 'field.reason',
	}),
	decide: onOpen((incident, { people, found, reason, id }: z.infer<typeof affecting>) => {
		const fresh = [...new Map(people.map((p) => [keyOf(p), p])).values()].filter((p) => !incident.people[keyOf(p)]);
		if (fresh.length === 0) return refuse('incident.allThere');
		const how = { ...(found && { found }), ...(reason !== undefined && { reason }) };
		return [{ kind: 'incident.affected', data: { id, people: fresh, ...how } }];
	}),
});

const sparing = whom.extend({ id: idField, reason: reasonField });
/** This person's information was not touched after all, and why. */
export const sparePerson = act({
	name: 'incident.spare',
	who: officers,
	input: sparing,
	decide: onOpen((incident, data: z.infer<typeof sparing>) =>
		incident.people[keyOf(data)] ? [{ kind: 'incident.spared', data }] : refuse('incident.notAffected'),
	),
});

const assessing = z.object({
	id: idField,
	sensitivity: textField,
	misuse: textField,
	consequences: textField,
	likelihood: textField,
	serious: z.boolean('field.choice'),
});
/** Is a serious injury to be feared? A person reasons, concludes and signs; the program never does. */
export const assessIncident = act({
	name: 'incident.assess',
	who: officers,
	input: assessing,
	decide: onOpen((_, data: z.infer<typeof assessing>) => [{ kind: 'incident.assessed', data }]),
});

const telling = z.object({
	id: idField,
	people: z
		.array(whom.extend({ language: languageField, text: textField }))
		.min(1, 'field.required')
		.max(MOST, 'field.tooMany'),
	way: z.enum(tellingWays, 'field.choice'),
	on: dayField,
	/** By voice: who spoke, and when. */
	by: lineField.optional(),
});
const byVoice = ({ way }: Pick<z.infer<typeof telling>, 'way'>): boolean => way === 'telephone' || way === 'inPerson';

/** People were told, each in the way chosen for them, with the words they were told (qc-3.10-d). */
export const tellPeople = act({
	name: 'incident.tell',
	who: officers,
	input: telling.refine((t) => !byVoice(t) || t.by !== undefined, { path: ['by'], message: 'field.required' }),
	decide: onOpen((incident, { id, people, way, on, by }: z.infer<typeof telling>, { now }) => {
		if (people.some((p) => !incident.people[keyOf(p)])) return refuse('incident.notAffected');
		if (isToCome(on, now)) return refuse('incident.toCome');
		return people.map((p) => ({ kind: 'incident.told', data: { id, ...p, way, on, ...(by !== undefined && { by }) } }));
	}),
});

const notTelling = whom.extend({ id: idField, why: z.enum(untoldReasons, 'field.choice'), reason: reasonField });
/** Somebody is not told, for a signed reason: unsafe to write to, deceased, nowhere to be found (qc-3.10-d). */
export const leaveUntold = act({
	name: 'incident.leaveUntold',
	who: officers,
	input: notTelling,
	decide: onOpen((incident, data: z.infer<typeof notTelling>) =>
		incident.people[keyOf(data)] ? [{ kind: 'incident.untold', data }] : refuse('incident.notAffected'),
	),
});

const notifying = z.object({
	id: idField,
	to: z.union([z.literal('public'), territoryField], 'field.choice'),
	on: dayField,
	how: lineField,
	why: reasonField.optional(),
});
/** The authority of a place was told, or the public and why. */
export const notifyAuthority = act({
	name: 'incident.notify',
	who: officers,
	input: notifying.refine((n) => n.to !== 'public' || n.why !== undefined, { path: ['why'], message: 'field.reason' }),
	decide: onOpen((_, { why, ...data }: z.infer<typeof notifying>, { now }) =>
		isToCome(data.on, now)
			? refuse('incident.toCome')
			: [{ kind: 'incident.notified', data: { ...data, ...(why !== undefined && { why }) } }],
	),
});

const measuring = z.object({ id: idField, on: dayField, measure: textField });
/** What was done so that it does less harm, or does not come back. */
export const takeMeasure = act({
	name: 'incident.measure',
	who: officers,
	input: measuring,
	decide: onOpen((_, data: z.infer<typeof measuring>) => [{ kind: 'incident.measured', data }]),
});

/** What still stands in the way of closing, in the order one does it. */
function missing(incident: Incident): Refusal | undefined {
	if (!incident.risk) return refuse('incident.notAssessed');
	if (stillToTell(incident).length > 0) return refuse('incident.someoneToTell');
	const told = Object.keys(incident.notified).some((to) => to !== 'public');
	if (incident.risk.serious && !told) return refuse('incident.authorityToTell');
	return incident.measures === 0 ? refuse('incident.noMeasure') : undefined;
}

const closing = z.object({ id: idField, learned: textField.optional() });
/** It is closed once everyone was told, or left untold for a signed reason (qc-3.10-d); the register keeps it. */
export const closeIncident = act({
	name: 'incident.close',
	who: officers,
	input: closing,
	focus: ({ id }) => ({ subject: id }),
	decide: onOpen((incident, { id, learned }: z.infer<typeof closing>) => {
		const no = missing(incident);
		return no ?? [{ kind: 'incident.closed', data: { id, ...(learned !== undefined && { learned }) } }];
	}),
});
