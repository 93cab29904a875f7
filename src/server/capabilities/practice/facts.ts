import { foldOf } from '#server/kernel/capability.ts';
import type { DossierEntry } from '#server/kernel/dossier.ts';
import { type Entry, type Evidence, proofOf, type Role } from '#server/kernel/entry.ts';
import type { Channel } from '#server/kernel/field.ts';
import type { Instant, LocalDate } from '#server/kernel/time.ts';
import type { Bilingual, MissedRule } from '#words/clauses/facts.ts';

/** Who the practice is, as clients and the public may know it. */
export interface PracticeProfile {
	readonly name: string;
	/** Neutral sender name of mail and notifications (EXPERIENCE 9). */
	readonly senderName: string;
	readonly territory: string;
	readonly address: string;
	readonly phone: string;
	readonly email: string;
	readonly solo: boolean;
}

/** Somebody who works here. */
export interface Member {
	readonly account: string;
	readonly name: string;
	readonly roles: readonly Role[];
	readonly since: Evidence;
}

/** A tool used with clients, and what was found of it (def-nb-technology, qc-annex-no-cyberintervention). */
export interface Tool {
	readonly id: string;
	readonly name: string;
	readonly channel: Channel;
	readonly socialNetwork: boolean;
	readonly assessed?: { readonly confidentiality: boolean; readonly norms: boolean; readonly evidence: Evidence };
}

/** A third party that sees something of clients (qc-2.02-g). */
export interface ThirdParty {
	readonly id: string;
	readonly name: string;
	readonly purpose: Bilingual;
	readonly shared: Bilingual;
}

/** How services are given here; the clauses are filled in from it. Amounts in cents of Canadian dollars. */
export interface ServiceTerms {
	readonly fees: readonly { readonly label: Bilingual; readonly amount: number }[];
	readonly missed?: MissedRule;
	readonly replyWithin: { readonly amount: number; readonly unit: 'hour' | 'businessDay' };
	readonly hours: Bilingual;
	readonly cover?: { readonly name: string; readonly phone: string };
	readonly interruption: {
		readonly waitMinutes: number;
		readonly whoCalls: 'practice' | 'client';
		readonly number: string;
	};
	readonly retentionYears: number;
	/** Other ways of getting help, by territory (qc-2.02-e). */
	readonly alternatives: Readonly<Record<string, readonly Bilingual[]>>;
	/** Who takes card payments; absent: no card is taken. */
	readonly cards?: { readonly provider: string };
	readonly firewallAttested: boolean;
}

/** How a regulator is reached, as it was verified. */
export interface RegulatorContact {
	readonly key: string;
	readonly address: string;
	readonly phones: readonly string[];
	readonly email: string;
	readonly site: string;
	readonly verifiedOn: LocalDate;
	/** Where it is, what it is called and where its members are looked up, for bodies that the packs do not know by heart. */
	readonly territory?: string;
	readonly name?: string;
	readonly lookup?: string;
}

/** What the law of the practice's own place asks of the technology it uses, and what was done about it (qc-3.03-a). */
export interface PrivacyAssessment {
	readonly territory: string;
	/** Where the files lie, or would lie: the place that was assessed. */
	readonly hosting: string;
	readonly reviewedOn: LocalDate;
}

export interface PracticeFacts {
	readonly profile?: PracticeProfile;
	readonly members: Readonly<Record<string, Member>>;
	readonly tools: Readonly<Record<string, Tool>>;
	readonly thirdParties: Readonly<Record<string, ThirdParty>>;
	/** Raised whenever a third party is added: clients are told of that version before it is used for them. */
	readonly thirdPartiesVersion: number;
	readonly terms?: ServiceTerms & { readonly evidence: Evidence };
	/** A regulator's coordinates, looked at by somebody of the practice on a day (def-qc-regulator). */
	readonly regulators: Readonly<Record<string, RegulatorContact & { readonly evidence: Evidence }>>;
	/** The last sheet of rules that the practice published for a place, by its edition (qc-1.09-a). */
	readonly ruleSheets: Readonly<Record<string, { readonly edition: LocalDate; readonly evidence: Evidence }>>;
	readonly privacyAssessments: Readonly<Record<string, PrivacyAssessment & { readonly evidence: Evidence }>>;
	/** Where the practice says that its files lie; absent: in its own place. */
	readonly hosting?: { readonly territory: string; readonly evidence: Evidence };
	readonly crossBorder?: { readonly rule: 'allowed' | 'byApproval' | 'no'; readonly evidence: Evidence };
	/** The line that asks for no name, approved in advance as a service of its own (nb-5-i). */
	readonly anonymousLine?: AnonymousLine & { readonly evidence: Evidence };
}

/** Why a line asks for no name, who answers it and when, and what it cannot do beside what is true of every such line. */
export interface AnonymousLine {
	readonly reason: string;
	readonly limits: Bilingual;
	readonly hours: Bilingual;
	readonly practitioner: string;
}

/** A reasoned waiver, on a practitioner's or a practice's own journal. */
type Waived = Extract<DossierEntry, { kind: 'duty.waived' }>;

export type PracticeEntry =
	| Waived
	| Entry<'practice.created', PracticeProfile>
	| Entry<'practice.described', PracticeProfile>
	| Entry<'member.joined', { account: string; name: string; roles: readonly Role[] }>
	| Entry<'member.left', { account: string }>
	| Entry<'tool.registered', { id: string; name: string; channel: Channel; socialNetwork: boolean }>
	| Entry<'tool.assessed', { id: string; confidentiality: boolean; norms: boolean; reason: string }>
	| Entry<'thirdParty.added', ThirdParty>
	| Entry<'thirdParty.removed', { id: string }>
	| Entry<'service.described', ServiceTerms>
	| Entry<'anonymousLine.approved', AnonymousLine>
	| Entry<'anonymousLine.closed', Record<never, never>>
	| Entry<'regulator.verified', RegulatorContact>
	| Entry<
			'ruleSheet.published',
			{ territory: string; edition: LocalDate; title: Bilingual; points: Bilingual; source: string; site?: string }
	  >
	| Entry<'privacyAssessment.recorded', PrivacyAssessment & { law: string; measures: string }>
	| Entry<'hosting.chosen', { territory: string }>
	| Entry<'workplace.ruled', { rule: 'allowed' | 'byApproval' | 'no' }>;

const without = <V>(map: Readonly<Record<string, V>>, key: string) =>
	Object.fromEntries(Object.entries(map).filter(([k]) => k !== key)) as Record<string, V>;

const none: PracticeFacts = {
	members: {},
	tools: {},
	thirdParties: {},
	thirdPartiesVersion: 0,
	regulators: {},
	ruleSheets: {},
	privacyAssessments: {},
};

function assessed(f: PracticeFacts, e: Extract<PracticeEntry, { kind: 'privacyAssessment.recorded' }>): PracticeFacts {
	const { territory, hosting, reviewedOn } = e.data;
	const done = { territory, hosting, reviewedOn, evidence: proofOf(e) };
	return { ...f, privacyAssessments: { ...f.privacyAssessments, [territory]: done } };
}

function fold(f: PracticeFacts, e: PracticeEntry): PracticeFacts {
	switch (e.kind) {
		case 'practice.created':
		case 'practice.described':
			return { ...f, profile: e.data };
		case 'member.joined':
			return { ...f, members: { ...f.members, [e.data.account]: { ...e.data, since: proofOf(e) } } };
		case 'member.left':
			return { ...f, members: without(f.members, e.data.account) };
		case 'tool.registered':
			return { ...f, tools: { ...f.tools, [e.data.id]: e.data } };
		case 'tool.assessed': {
			const tool = f.tools[e.data.id];
			const { confidentiality, norms } = e.data;
			return tool
				? {
						...f,
						tools: { ...f.tools, [tool.id]: { ...tool, assessed: { confidentiality, norms, evidence: proofOf(e) } } },
					}
				: f;
		}
		case 'thirdParty.added':
			return {
				...f,
				thirdParties: { ...f.thirdParties, [e.data.id]: e.data },
				thirdPartiesVersion: f.thirdPartiesVersion + 1,
			};
		case 'thirdParty.removed':
			return { ...f, thirdParties: without(f.thirdParties, e.data.id) };
		case 'service.described':
			return { ...f, terms: { ...e.data, evidence: proofOf(e) } };
		case 'anonymousLine.approved':
			return { ...f, anonymousLine: { ...e.data, evidence: proofOf(e) } };
		case 'anonymousLine.closed': {
			const { anonymousLine: _, ...rest } = f;
			return rest;
		}
		case 'regulator.verified':
			return { ...f, regulators: { ...f.regulators, [e.data.key]: { ...e.data, evidence: proofOf(e) } } };
		case 'ruleSheet.published': {
			const { territory, edition } = e.data;
			return { ...f, ruleSheets: { ...f.ruleSheets, [territory]: { edition, evidence: proofOf(e) } } };
		}
		case 'privacyAssessment.recorded':
			return assessed(f, e);
		case 'hosting.chosen':
			return { ...f, hosting: { territory: e.data.territory, evidence: proofOf(e) } };
		case 'workplace.ruled':
			return { ...f, crossBorder: { rule: e.data.rule, evidence: proofOf(e) } };
	}
	return f;
}

export const practiceFold = foldOf('practice', 3, none, fold);

/** A permit, registration or certificate to practise (def-qc-regulated, nb-4-e). */
export interface Permit {
	readonly id: string;
	readonly territory: string;
	readonly regulator: string;
	readonly number: string;
	readonly from: LocalDate;
	readonly until: LocalDate;
	readonly evidence: Evidence;
}

export interface PractitionerProfile {
	readonly name: string;
	/** The person's own title: « travailleuse sociale », « T.C.F. », RSW… */
	readonly title: string;
	readonly order: 'OTSTCFQ' | 'ATSNB';
	readonly territory: string;
	readonly address: string;
	readonly phone: string;
	readonly email: string;
	/** Is there an office where people can be seen in person? */
	readonly office: boolean;
}

export interface PractitionerFacts {
	readonly profile?: PractitionerProfile & { readonly evidence: Evidence };
	readonly permits: readonly Permit[];
	readonly training: Readonly<Record<string, { readonly proof: boolean; readonly evidence: Evidence }>>;
	/** A signed plan with a date stands in for training or drill until that date. */
	readonly plans: Readonly<Record<string, { readonly by: LocalDate; readonly evidence: Evidence }>>;
	readonly drills: Readonly<Record<string, Evidence>>;
	readonly riskModules: Readonly<Record<string, Evidence>>;
	readonly channels: Readonly<Record<string, Evidence>>;
	/** The devices one works on, and what one attested of each (nb-6-l); revoked ones stay until they are forgotten. */
	readonly devices: Readonly<Record<string, WorkDevice>>;
	/** Times away, the latest set last. */
	readonly absences: readonly Absence[];
}

/** A device one works on: has it a screen lock, is what it keeps encrypted? Absent until one says. */
export interface WorkDevice {
	readonly locked?: boolean;
	readonly encrypted?: boolean;
	readonly revoked?: true;
	readonly evidence: Evidence;
}

/** A time away: who covers, or that nobody does, and what those who write are told (qc-4.04-c). */
export interface Absence {
	readonly id: string;
	readonly from: Instant;
	readonly until: Instant;
	readonly cover?: { readonly name: string; readonly phone: string };
	readonly notice: Bilingual;
	readonly evidence: Evidence;
}

/** The absence that an instant falls in. */
export const absenceAt = ({ absences }: PractitionerFacts, at: Instant): Absence | undefined =>
	absences.findLast((a) => a.from <= at && at < a.until);

export type PractitionerEntry =
	| Waived
	| Entry<'practitioner.registered', PractitionerProfile>
	| Entry<'practitioner.described', PractitionerProfile>
	| Entry<
			'permit.recorded',
			{ id: string; territory: string; regulator: string; number: string; from: LocalDate; until: LocalDate }
	  >
	| Entry<'permit.ended', { id: string; until: LocalDate }>
	| Entry<
			'training.recorded',
			{ channel: Channel; title: string; provider: string; on: LocalDate; hours: number; proof: boolean }
	  >
	| Entry<'training.planned', { channel: Channel; plan: string; by: LocalDate }>
	| Entry<'drill.passed', { channel: Channel }>
	| Entry<'riskModule.read', { channel: Channel }>
	| Entry<'channel.enabled', { channel: Channel }>
	| Entry<'channel.disabled', { channel: Channel }>
	| Entry<'device.added', { id: string }>
	| Entry<'device.attested', { id: string; locked: boolean; encrypted: boolean }>
	| Entry<'device.revoked', { id: string }>
	| Entry<
			'absence.set',
			{
				id: string;
				from: Instant;
				until: Instant;
				cover?: { name: string; phone: string };
				noCover?: true;
				notice: Bilingual;
			}
	  >
	| Entry<'absence.cancelled', { id: string }>;

const KEPT_ABSENCES = 12;

const noPractitioner: PractitionerFacts = {
	permits: [],
	training: {},
	plans: {},
	drills: {},
	riskModules: {},
	channels: {},
	devices: {},
	absences: [],
};

/** A device as one line leaves it; the last twenty are remembered. */
function withDevice(
	f: PractitionerFacts,
	id: string,
	change: Partial<WorkDevice>,
	evidence: Evidence,
): PractitionerFacts {
	const { [id]: before, ...others } = f.devices;
	const kept = Object.entries(others).slice(-19);
	return { ...f, devices: { ...Object.fromEntries(kept), [id]: { ...before, ...change, evidence } } };
}

function foldOne(f: PractitionerFacts, e: PractitionerEntry): PractitionerFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'practitioner.registered':
		case 'practitioner.described':
			return { ...f, profile: { ...e.data, evidence } };
		case 'permit.recorded':
			return { ...f, permits: [...f.permits.filter((p) => p.id !== e.data.id), { ...e.data, evidence }] };
		case 'permit.ended':
			return {
				...f,
				permits: f.permits.map((p) => (p.id === e.data.id ? { ...p, until: e.data.until, evidence } : p)),
			};
		case 'training.recorded':
			return { ...f, training: { ...f.training, [e.data.channel]: { proof: e.data.proof, evidence } } };
		case 'training.planned':
			return { ...f, plans: { ...f.plans, [e.data.channel]: { by: e.data.by, evidence } } };
		case 'drill.passed':
			return { ...f, drills: { ...f.drills, [e.data.channel]: evidence } };
		case 'riskModule.read':
			return { ...f, riskModules: { ...f.riskModules, [e.data.channel]: evidence } };
		case 'channel.enabled':
			return { ...f, channels: { ...f.channels, [e.data.channel]: evidence } };
		case 'channel.disabled':
			return { ...f, channels: without(f.channels, e.data.channel) };
		case 'device.added':
			return withDevice(f, e.data.id, {}, evidence);
		case 'device.attested':
			return withDevice(f, e.data.id, { locked: e.data.locked, encrypted: e.data.encrypted }, evidence);
		case 'device.revoked':
			return withDevice(f, e.data.id, { revoked: true }, evidence);
		case 'absence.set': {
			const { noCover: _, ...absence } = e.data;
			return { ...f, absences: [...f.absences, { ...absence, evidence }].slice(-KEPT_ABSENCES) };
		}
		case 'absence.cancelled':
			return { ...f, absences: f.absences.filter((a) => a.id !== e.data.id) };
	}
	return f;
}

export const practitionerFold = foldOf('practitioner', 3, noPractitioner, foldOne);
