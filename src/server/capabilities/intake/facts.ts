import { foldOf } from '#server/kernel/capability.ts';
import type { DossierEntry } from '#server/kernel/dossier.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';

/** How it is safe to reach a person: what may be used, when, and who may know. */
export interface SafeContact {
	readonly email?: string;
	readonly phone?: string;
	readonly address?: string;
	/** May a message be left on voice mail, may a text be sent? */
	readonly voiceMail: boolean;
	readonly text: boolean;
	readonly hours?: string;
	/** Others at that address may know that the person is a client. */
	readonly othersMayKnow: boolean;
	readonly callFirst: boolean;
}

export interface IntakeFacts {
	readonly request?: {
		readonly evidence: Evidence;
		readonly via: string;
		readonly prefers: 'remote' | 'inPerson' | 'either';
	};
	readonly contact?: SafeContact & { readonly evidence: Evidence };
	readonly verified: Readonly<Record<string, Evidence>>;
	readonly emergencyContact?: Evidence;
	readonly calledBack?: Evidence;
	readonly invited?: { readonly evidence: Evidence; readonly until: Instant };
	readonly claimed?: Evidence;
	readonly techInfo?: Evidence;
	readonly inPerson?: { readonly answer: 'accepted' | 'declined' | 'noOffice'; readonly evidence: Evidence };
	/** When the request was declined or the work ended: the time of keeping runs from there. */
	readonly ended?: Evidence;
	/** A court's or an agency's mandate on file: who asked, and whether it asks to be reported to (def-nb-client-b). */
	readonly mandate?: {
		readonly kind: 'court' | 'agency' | 'law';
		readonly requester: string;
		readonly reporting: boolean;
		readonly evidence: Evidence;
	};
	readonly referral?: {
		readonly outcome: 'given' | 'refusedByPerson';
		readonly evidence: Evidence;
		/** The day on which one asks what came of it. */
		readonly followUpOn?: string;
	};
}

export type IntakeEntry =
	| Entry<
			'request.received',
			{
				via: 'form' | 'phone' | 'inPerson' | 'mandate' | 'import';
				reason: string;
				prefers: 'remote' | 'inPerson' | 'either';
				territory?: string;
				availability?: string;
				/** As what somebody asks for an organisation or a community. */
				standing?: string;
			}
	  >
	| Entry<'contact.set', { person: string; contact: SafeContact }>
	| Entry<'contact.verified', { person: string; field: 'email' | 'phone' | 'address'; how: string }>
	| Entry<'emergencyContact.set', { person: string; name: string; phone: string; relation: string }>
	| Entry<'person.calledBack', { person: string; outcome: 'reached' | 'noAnswer' | 'messageLeft'; note?: string }>
	| Entry<'person.invited', { person: string; until: Instant }>
	| Entry<'invitation.copied', { person: string }>
	| Entry<'access.restored', { person: string; check: 'inPerson' | 'knownVoice' | 'sharedKnowledge'; reason: string }>
	| Entry<'techInfo.given', { person: string; means: string }>
	| Entry<'inPerson.offered', { answer: 'accepted' | 'declined' | 'noOffice'; appointment?: string }>
	| Entry<
			'referral.recorded',
			{
				outcome: 'given' | 'refusedByPerson';
				to?: string;
				reason: string;
				told: 'written' | 'oral' | 'notReachable';
				followUpOn?: string;
			}
	  >
	| Entry<'referral.followedUp', { outcome: string; followUpOn?: string }>
	| Entry<
			'mandate.recorded',
			{
				requester: string;
				kind: 'court' | 'agency' | 'law';
				issuer: string;
				on: string;
				reporting: boolean;
				asks?: string;
			}
	  >
	| DossierEntry;

/** Ways to reach a person that somebody can show to be theirs (nb-5-c). */
export const contactFields = ['phone', 'email', 'address'] as const;
export type ContactField = (typeof contactFields)[number];

const plain = (field: ContactField, value: string): string =>
	field === 'phone' ? value.replace(/\D/g, '') : value.trim().toLowerCase();

/** Is it the same number, e-mail or address, however it is written? */
export const isSameContact = (field: ContactField, a: string | undefined, b: string | undefined): boolean =>
	a !== undefined && b !== undefined && plain(field, a) === plain(field, b);

/** Is there any way at all to reach them? */
export const hasWay = (c: { readonly [F in ContactField]?: string | undefined } | undefined): boolean =>
	(c?.phone ?? c?.email ?? c?.address) !== undefined;

/** How each way may be shown to be theirs; a code is looked at by the system, never said by somebody. */
const ways = { phone: ['callBack'], email: [], address: ['letter', 'seen'] } as const satisfies Record<
	ContactField,
	readonly string[]
>;
/** Does this show it? */
export const mayShow = (field: ContactField, how: string, bySystem: boolean): boolean =>
	how === 'code' ? bySystem : (ways[field] as readonly string[]).includes(how);

/** What was verified stays so while it is the same; what changed is to be verified anew. */
function stillVerified({ contact, verified }: IntakeFacts, now: SafeContact): IntakeFacts['verified'] {
	const same = contactFields.filter((field) => verified[field] && isSameContact(field, contact?.[field], now[field]));
	return Object.fromEntries(same.flatMap((field) => (verified[field] ? [[field, verified[field]]] : [])));
}

/** They answered at the number of the file: the number is theirs. */
function calledBack(f: IntakeFacts, evidence: Evidence): IntakeFacts {
	const verified = f.contact?.phone === undefined ? f.verified : { ...f.verified, phone: evidence };
	return { ...f, calledBack: evidence, verified };
}

type Referral = NonNullable<IntakeFacts['referral']>;
const referralOf = (
	{ outcome, followUpOn }: { readonly outcome: Referral['outcome']; readonly followUpOn?: string | undefined },
	evidence: Evidence,
): Referral => ({ outcome, evidence, ...(followUpOn !== undefined && { followUpOn }) });

function fold(f: IntakeFacts, e: IntakeEntry): IntakeFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'request.received':
			return { ...f, request: { evidence, via: e.data.via, prefers: e.data.prefers } };
		case 'contact.set':
			return { ...f, contact: { ...e.data.contact, evidence }, verified: stillVerified(f, e.data.contact) };
		case 'contact.verified':
			return { ...f, verified: { ...f.verified, [e.data.field]: evidence } };
		case 'emergencyContact.set':
			return { ...f, emergencyContact: evidence };
		case 'person.calledBack':
			return e.data.outcome === 'reached' ? calledBack(f, evidence) : f;
		case 'person.invited':
			return { ...f, invited: { evidence, until: e.data.until } };
		case 'techInfo.given':
			return { ...f, techInfo: evidence };
		case 'inPerson.offered':
			return { ...f, inPerson: { answer: e.data.answer, evidence } };
		case 'client.declined':
		case 'dossier.closed':
			return { ...f, ended: evidence };
		case 'mandate.recorded': {
			const { kind, requester, reporting } = e.data;
			return { ...f, mandate: { kind, requester, reporting, evidence } };
		}
		case 'referral.recorded':
			return { ...f, referral: referralOf(e.data, evidence) };
		case 'referral.followedUp':
			return f.referral
				? { ...f, referral: referralOf({ ...f.referral, followUpOn: e.data.followUpOn }, evidence) }
				: f;
	}
	return f;
}

export const intakeFold = foldOf('dossier', 3, { verified: {} } as IntakeFacts, fold);
