import type { CarePlan, Consent } from '@medplum/fhirtypes';
import type { CareEntry } from '#server/capabilities/care/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { textsOf } from '../views/record-copy.ts';
import {
	aboutWhom,
	authorRef,
	dataOf,
	type FhirFile,
	lineId,
	type Mapped,
	moment,
	personRef,
	subjectOf,
	toldIn,
} from './file.ts';

/** Each kind of agreement, what it covers, and the line that takes it back. */
const agreements: Readonly<Record<string, { readonly scope: string; readonly ended: readonly string[] }>> = {
	'consent.given': { scope: 'treatment', ended: ['consent.withdrawn', 'consent.given'] },
	'authorisation.given': { scope: 'patient-privacy', ended: ['authorisation.revoked'] },
	'use.agreed': { scope: 'patient-privacy', ended: ['use.ended', 'use.refused'] },
	'channel.agreed': { scope: 'patient-privacy', ended: ['channel.withdrawn', 'channel.agreed'] },
};

/** Lines about the same thing: the same person and, where there is one, the same id or channel. */
const isSame = (a: Entry, b: Entry): boolean => {
	const [one, other] = [dataOf<Record<string, unknown>>(a), dataOf<Record<string, unknown>>(b)];
	const sameThing = a.kind === 'consent.given' || (one.id === other.id && one.channel === other.channel);
	return one.person === other.person && sameThing;
};

/** An agreement of one person, in force or taken back. */
function consent(file: FhirFile, entry: Entry): readonly Mapped[] {
	const { scope, ended } = agreements[entry.kind] ?? { scope: '', ended: [] };
	const { person, until } = dataOf<{ person: string; until?: number }>(entry);
	const patient = personRef(file, person);
	if (!patient.reference?.startsWith('Patient/')) return [];
	const over = file.entries.some((e) => e.seq > entry.seq && ended.includes(e.kind) && isSame(entry, e));
	const text = [toldIn(file, entry), ...textsOf(entry)].join('\n');
	const resource: Consent & { id: string } = {
		resourceType: 'Consent',
		id: lineId(file, entry),
		status: over || (until !== undefined && until <= file.at) ? 'inactive' : 'active',
		scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: scope }] },
		category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' }] }],
		patient,
		dateTime: moment(entry.at),
		performer: [authorRef(file, entry)],
		policyRule: { text },
		...(until !== undefined && { provision: { period: { end: moment(until) } } }),
	};
	return [{ resource, about: [person], entry }];
}

type Written = Extract<CareEntry, { kind: 'interventionPlan.written' }>;

/** A plan of intervention: the last one holds. */
function planOf(file: FhirFile, entry: Written): Mapped {
	const about = aboutWhom(file, entry);
	const { goals, lines = [], methods, outcome } = entry.data;
	const told = [...(goals === undefined ? [] : [goals]), ...lines.map(({ goal }) => goal)].join('\n');
	const after = file.entries.filter((e) => e.seq > entry.seq);
	const replaced = after.some((e) => e.kind === entry.kind);
	const reviews = replaced ? [] : after.filter((e) => e.kind === 'interventionPlan.reviewed');
	const resource: CarePlan & { id: string } = {
		resourceType: 'CarePlan',
		id: lineId(file, entry),
		status: replaced ? 'completed' : 'active',
		intent: 'plan',
		title: toldIn(file, entry),
		description: told,
		subject: subjectOf(file, about),
		created: moment(entry.at),
		author: authorRef(file, entry),
		activity: methods.map(({ method, adapted }) => ({
			detail: { status: 'in-progress', description: [method, adapted].filter(Boolean).join('\n') },
		})),
		note: [outcome, ...reviews.flatMap(textsOf)].filter((t) => t !== '').map((text) => ({ text })),
	};
	return { resource, about, entry };
}

/** What to do in an emergency, or when the line fails. */
function givenPlan(file: FhirFile, entry: Entry): Mapped {
	const about = aboutWhom(file, entry);
	const resource: CarePlan & { id: string } = {
		resourceType: 'CarePlan',
		id: lineId(file, entry),
		status: 'active',
		intent: 'plan',
		title: toldIn(file, entry),
		description: textsOf(entry).join('\n') || toldIn(file, entry),
		subject: subjectOf(file, about),
		created: moment(entry.at),
		author: authorRef(file, entry),
	};
	return { resource, about, entry };
}

/** What was agreed to, and what is planned. */
export const agreed = (file: FhirFile): readonly Mapped[] =>
	file.entries.flatMap((entry) => {
		if (entry.kind in agreements) return consent(file, entry);
		if (entry.kind === 'interventionPlan.written') return [planOf(file, entry as Written)];
		return entry.kind === 'plan.given' ? [givenPlan(file, entry)] : [];
	});
