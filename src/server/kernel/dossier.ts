import { type Entry, type Evidence, proofOf, type Role } from './entry.ts';
import { JOINT, type PartId, type PersonId } from './journal.ts';
import type { Instant } from './time.ts';

/** What a client may be (def-qc-client-a, def-nb-client-a). */
export const clientKinds = ['person', 'couple', 'family', 'group', 'organisation', 'community'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** What a person is in a dossier; one may be several. */
export const personRoles = ['requester', 'beneficiary', 'representative', 'payer'] as const;
export type PersonRole = (typeof personRoles)[number];

/** One person of a dossier, as everyone in the joint part may know them. */
export interface Person {
	readonly id: PersonId;
	readonly name: string;
	readonly language: string;
	readonly roles: readonly PersonRole[];
	/** An incorporated body, an agency, an association: somebody who represents it acts for it. */
	readonly body?: true;
	readonly account?: string;
	readonly since: Evidence;
	readonly leftAt?: Instant;
}

/** Who may speak for whom, by what authority, until when. */
export interface Representation {
	readonly of: PersonId;
	readonly by: PersonId;
	/** 'parentalAuthority' | 'tutor' | 'mandatary' … (GLOSSARY: say which) */
	readonly authority: string;
	readonly proofSeen: boolean;
	/** `false`: signs for the person, and reads nothing of the person's own part. */
	readonly reads?: boolean;
	readonly since: Evidence;
	readonly until?: Instant;
}

/** A reasoned waiver of a soft duty, signed. */
export interface Waiver {
	readonly duty: string;
	readonly reason: string;
	readonly by: string;
	readonly person?: PersonId;
	readonly evidence: Evidence;
	readonly until?: Instant;
}

export type DossierState = 'request' | 'accepted' | 'declined' | 'closed';

/** Who is in a dossier, who cares for them, who may speak for whom: folded from the joint part. */
export interface Dossier {
	readonly kind: ClientKind;
	readonly state: DossierState;
	readonly label: string;
	readonly anonymous: boolean;
	readonly persons: Readonly<Record<PersonId, Person>>;
	readonly careTeam: Readonly<
		Record<string, { readonly role: 'practitioner' | 'supervisor'; readonly since: Instant }>
	>;
	readonly representations: readonly Representation[];
	readonly waivers: readonly Waiver[];
	/** Duties skipped by "safety first", due for review. */
	readonly skipped: readonly {
		readonly duty: string;
		readonly act: string;
		readonly evidence: Evidence;
		readonly reviewed: boolean;
		/** Who used it: a colleague looks back at it where there is one. */
		readonly by?: string;
	}[];
	readonly opened?: Evidence;
}

export type DossierEntry =
	| Entry<'dossier.opened', { kind: ClientKind; label: string; practitioner: string; anonymous?: boolean }>
	| Entry<'dossier.labelled', { label: string }>
	/** Somebody who gave no name says who they are: from then on the file is as any other (nb-5-i). */
	| Entry<'dossier.cameForward', { person: PersonId; name: string }>
	| Entry<'person.added', { id: PersonId; name: string; language: string; roles: readonly PersonRole[]; body?: true }>
	| Entry<'person.renamed', { id: PersonId; name: string }>
	| Entry<'person.left', { id: PersonId }>
	| Entry<'person.linked', { id: PersonId; account: string }>
	| Entry<'person.unlinked', { id: PersonId }>
	| Entry<
			'representative.named',
			{ of: PersonId; by: PersonId; authority: string; proofSeen: boolean; reads?: boolean; until?: Instant }
	  >
	| Entry<'representative.bounded', { of: PersonId; by: PersonId; until: Instant }>
	| Entry<'representative.ended', { of: PersonId; by: PersonId }>
	| Entry<'careTeam.joined', { account: string; role: 'practitioner' | 'supervisor'; need?: string }>
	| Entry<'careTeam.left', { account: string; reason?: string }>
	/** A colleague answers for the file from then on; whoever did no longer opens it. */
	| Entry<'careTeam.handedOver', { from: string; to: string; basis: string; reason: string }>
	| Entry<'client.accepted', { reason?: string }>
	| Entry<'client.declined', { reason: string }>
	| Entry<'dossier.closed', { reason: string }>
	| Entry<'duty.waived', { duty: string; reason: string; person?: PersonId; until?: Instant }>
	| Entry<'safety.first', { act: string; reason: string; duties: readonly string[] }>
	| Entry<'safety.reviewed', { seq: number; learned?: string; aloneBecause?: string }>;

export const noDossier: Dossier = {
	kind: 'person',
	state: 'request',
	label: '',
	anonymous: false,
	persons: {},
	careTeam: {},
	representations: [],
	waivers: [],
	skipped: [],
};

const withPerson = (d: Dossier, id: PersonId, change: (p: Person) => Person): Dossier => {
	const person = d.persons[id];
	return person ? { ...d, persons: { ...d.persons, [id]: change(person) } } : d;
};
const withoutKey = <V>(map: Readonly<Record<string, V>>, key: string): Record<string, V> =>
	Object.fromEntries(Object.entries(map).filter(([k]) => k !== key));

/** Fold one line of the joint part. */
export function foldDossier(d: Dossier, line: Entry): Dossier {
	const e = line as DossierEntry;
	switch (e.kind) {
		case 'dossier.opened':
			return {
				...d,
				kind: e.data.kind,
				label: e.data.label,
				anonymous: e.data.anonymous ?? false,
				opened: proofOf(e),
				careTeam: { [e.data.practitioner]: { role: 'practitioner', since: e.at } },
			};
		case 'dossier.labelled':
			return { ...d, label: e.data.label };
		case 'dossier.cameForward':
			return withPerson({ ...d, anonymous: false, label: e.data.name }, e.data.person, (p) => ({
				...p,
				name: e.data.name,
			}));
		case 'person.added':
			return { ...d, persons: { ...d.persons, [e.data.id]: { ...e.data, since: proofOf(e) } } };
		case 'person.renamed':
			return withPerson(d, e.data.id, (p) => ({ ...p, name: e.data.name }));
		case 'person.left':
			return withPerson(d, e.data.id, (p) => ({ ...p, leftAt: e.at }));
		case 'person.linked':
			return withPerson(d, e.data.id, (p) => ({ ...p, account: e.data.account }));
		case 'person.unlinked':
			return withPerson(d, e.data.id, ({ account: _, ...p }) => p);
		case 'representative.named':
			return { ...d, representations: [...d.representations, { ...e.data, since: proofOf(e) }] };
		case 'representative.bounded':
			return {
				...d,
				representations: d.representations.map((r) =>
					r.of === e.data.of && r.by === e.data.by ? { ...r, until: e.data.until } : r,
				),
			};
		case 'representative.ended':
			return { ...d, representations: d.representations.filter((r) => r.of !== e.data.of || r.by !== e.data.by) };
		case 'careTeam.joined':
			return { ...d, careTeam: { ...d.careTeam, [e.data.account]: { role: e.data.role, since: e.at } } };
		case 'careTeam.left':
			return { ...d, careTeam: withoutKey(d.careTeam, e.data.account) };
		case 'careTeam.handedOver': {
			const { from, to } = e.data;
			const others = withoutKey(withoutKey(d.careTeam, from), to);
			return { ...d, careTeam: { [to]: { role: 'practitioner', since: e.at }, ...others } };
		}
		case 'client.accepted':
			return { ...d, state: 'accepted' };
		case 'client.declined':
			return { ...d, state: 'declined' };
		case 'dossier.closed':
			return { ...d, state: 'closed' };
		case 'duty.waived':
			return { ...d, waivers: [...d.waivers, { ...e.data, by: e.by.account ?? e.by.as, evidence: proofOf(e) }] };
		case 'safety.first':
			return {
				...d,
				skipped: [
					...d.skipped,
					...e.data.duties.map((duty) => ({
						duty,
						act: e.data.act,
						evidence: proofOf(e),
						reviewed: false,
						...(e.by.account !== undefined && { by: e.by.account }),
					})),
				],
			};
		case 'safety.reviewed':
			return { ...d, skipped: d.skipped.map((s) => (s.evidence.seq === e.data.seq ? { ...s, reviewed: true } : s)) };
	}
	return d;
}

/** Who answers for the file: whoever opened it or was handed it, the first of its team. */
export const responsibleOf = (d: Dossier): string | undefined => Object.keys(d.careTeam)[0];

/** The persons who are in the dossier now. */
export const present = (d: Dossier): readonly Person[] =>
	Object.values(d.persons).filter((p) => p.leftAt === undefined);

/** The persons who receive the service now: they consent, arrive, are somewhere. */
export const beneficiaries = (d: Dossier): readonly Person[] =>
	present(d).filter((p) => p.roles.includes('beneficiary'));

/** The persons this account is, in this dossier. */
export const personsOf = (d: Dossier, account: string | undefined): readonly Person[] =>
	account === undefined ? [] : present(d).filter((p) => p.account === account);

/** The persons this account was, and who left since: what is their own stays theirs to read. */
export const leftPersonsOf = (d: Dossier, account: string | undefined): readonly Person[] =>
	account === undefined ? [] : Object.values(d.persons).filter((p) => p.account === account && p.leftAt !== undefined);

const isInForce = (r: Representation, now: Instant): boolean => r.until === undefined || now < r.until;

/** Who represents that person at that instant. */
export const representativesOf = (d: Dossier, person: PersonId, now: Instant): readonly Representation[] =>
	d.representations.filter((r) => r.of === person && isInForce(r, now));

/** The persons whose own part this account may open: oneself, and those one represents and reads for. */
export function readableBy(d: Dossier, account: string | undefined, now: Instant): readonly Person[] {
	if (account === undefined) return [];
	const me = personsOf(d, account);
	const others = present(d).filter((p) =>
		representativesOf(d, p.id, now).some((r) => r.reads !== false && me.some((m) => m.id === r.by)),
	);
	return [...new Set([...me, ...others])];
}

/** Does this person share the joint part: as somebody who receives the service, or reads for one who does? */
export const shares = (d: Dossier, person: Person, now: Instant): boolean =>
	person.leftAt === undefined &&
	beneficiaries(d).some(
		(b) => b.id === person.id || representativesOf(d, b.id, now).some((r) => r.by === person.id && r.reads !== false),
	);

/** Everyone's part, and the joint one. */
export const partsOf = (d: Dossier): readonly PartId[] => [JOINT, ...Object.keys(d.persons)];

/** What an actor may read and write in a dossier: these parts, only the desk's view, or nothing. */
export type Reach = readonly PartId[] | 'desk' | undefined;

/** Role is not reach: who may open which parts is folded from the care team and the persons. */
export function reachOf(d: Dossier, account: string | undefined, roles: readonly Role[], now: Instant): Reach {
	if (roles.includes('system')) return partsOf(d);
	if (account === undefined) return undefined;
	// Who no longer practises here follows nobody's file any more.
	if (d.careTeam[account] && roles.includes('practitioner')) return partsOf(d);
	const mine = readableBy(d, account, now);
	if (mine.length > 0) {
		// Who only asked or pays reads their own part; what is shared belongs to those who receive the service.
		const shared = mine.some((p) => p.roles.includes('beneficiary'));
		return [...(shared ? [JOINT] : []), ...mine.map((p) => p.id)];
	}
	return roles.includes('receptionist') || roles.includes('owner') ? 'desk' : undefined;
}

/** Who left still reads their own part, and writes nothing any more. */
export function readingReachOf(d: Dossier, account: string | undefined, roles: readonly Role[], now: Instant): Reach {
	const left = leftPersonsOf(d, account).map((p) => p.id);
	return reachOf(d, account, roles, now) ?? (left.length > 0 ? left : undefined);
}

/** What an actor is in this dossier, beside what the practice says of them. */
export function rolesIn(d: Dossier, account: string | undefined, now: Instant): readonly Role[] {
	const me = personsOf(d, account);
	const roles: Role[] = me.some((p) => p.roles.includes('beneficiary') || p.roles.includes('requester'))
		? ['client']
		: [];
	const speaks = d.representations.some(
		(r) => me.some((p) => p.id === r.by) && (r.until === undefined || now < r.until),
	);
	return speaks || me.some((p) => p.roles.includes('representative')) ? [...roles, 'representative'] : roles;
}
