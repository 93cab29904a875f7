import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, type Means, proofOf } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';

/** Why something of a file may leave the house; there is no other reason. */
export const grounds = ['consent', 'danger', 'law', 'order', 'professionalDuty'] as const;
export type Ground = (typeof grounds)[number];

/** How it reached whom it was for. */
export const ways = ['handed', 'posted', 'spoken', 'electronic'] as const;
export type DisclosureWay = (typeof ways)[number];

/** One authorisation to tell somebody outside: what and why stand in its line, in words. */
export interface Authorisation {
	/** To whom, and to nobody else. */
	readonly to: string;
	readonly until?: Instant;
	readonly revoked?: Evidence;
	/** Said aloud: its words, the language and who heard them are written down (nb-2-g). */
	readonly written: boolean;
	readonly evidence: Evidence;
}

/** One thing that left the file, or was told outside. */
export interface Disclosure {
	readonly ground?: Ground;
	/** What was shared at least and why: said now or afterwards. */
	readonly complete: boolean;
	/** Without the agreement of the person, it was without authorisation when it happened. */
	readonly allowed: boolean;
	readonly evidence: Evidence;
}

export interface DisclosureFacts {
	readonly authorisations: Readonly<Record<string, Authorisation>>;
	readonly disclosures: Readonly<Record<string, Disclosure>>;
}

/** What left, to whom and why; `lines`: those of the file whose words were given. */
export interface Disclosed {
	readonly id: string;
	readonly ground?: Ground;
	readonly to: string;
	readonly persons: readonly string[];
	readonly lines: readonly number[];
	readonly how: DisclosureWay;
	/** Who is in danger, and why now, in one line. */
	readonly danger?: string;
	/** The law or the order, as it is cited, and what it asks for. */
	readonly reference?: string;
	readonly scope?: string;
	readonly minimum?: string;
	readonly reasons?: string;
}

export type DisclosureEntry =
	| Entry<
			'authorisation.given',
			{
				person: string;
				id: string;
				to: string;
				what: string;
				why: string;
				until?: Instant;
				means: Means;
				wording?: string;
				spokenIn?: string;
				heardBy?: string;
			}
	  >
	| Entry<'authorisation.revoked', { person: string; id: string; means: Means }>
	| Entry<'record.disclosed', Disclosed>
	| Entry<'disclosure.noted', Disclosed & { on: string; allowed: boolean }>
	| Entry<'disclosure.completed', { id: string; minimum: string; reasons: string }>;

/** What is no longer open is kept in its line; the newest stay at hand. */
const KEPT = 20;
function lately(all: Readonly<Record<string, Disclosure>>): Record<string, Disclosure> {
	const done = Object.keys(all).filter((id) => all[id]?.complete && all[id]?.allowed);
	const old = new Set(done.slice(0, Math.max(0, done.length - KEPT)));
	return Object.fromEntries(Object.entries(all).filter(([id]) => !old.has(id)));
}

const isComplete = ({ ground, minimum, reasons }: Disclosed): boolean =>
	ground !== undefined && (ground !== 'danger' || (minimum !== undefined && reasons !== undefined));

function disclosed(f: DisclosureFacts, data: Disclosed, allowed: boolean, evidence: Evidence): DisclosureFacts {
	const { id, ground } = data;
	const one = { complete: isComplete(data), allowed, evidence, ...(ground !== undefined && { ground }) };
	return { ...f, disclosures: lately({ ...f.disclosures, [id]: one }) };
}

function fold(f: DisclosureFacts, e: DisclosureEntry): DisclosureFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'authorisation.given': {
			const { id, to, until, means, wording, spokenIn, heardBy } = e.data;
			const written = means !== 'oral' || [wording, spokenIn, heardBy].every((said) => said !== undefined);
			const one = { to, written, evidence, ...(until !== undefined && { until }) };
			return { ...f, authorisations: { ...f.authorisations, [id]: one } };
		}
		case 'authorisation.revoked': {
			const before = f.authorisations[e.data.id];
			return before
				? { ...f, authorisations: { ...f.authorisations, [e.data.id]: { ...before, revoked: evidence } } }
				: f;
		}
		case 'record.disclosed':
			return disclosed(f, e.data, true, evidence);
		case 'disclosure.noted':
			return disclosed(f, e.data, e.data.allowed, evidence);
		case 'disclosure.completed': {
			const before = f.disclosures[e.data.id];
			return before
				? { ...f, disclosures: lately({ ...f.disclosures, [e.data.id]: { ...before, complete: true, allowed: true } }) }
				: f;
		}
	}
	return f;
}

export const disclosureFold = foldOf('dossier', 1, { authorisations: {}, disclosures: {} } as DisclosureFacts, fold);

/** Is it about this recipient? Neither capitals nor accents make another. */
export const isTo = ({ to }: Authorisation, recipient: string): boolean =>
	to.trim().localeCompare(recipient.trim(), 'fr', { sensitivity: 'base' }) === 0;

/** May it be relied on now? */
export const isLive = ({ until, revoked }: Authorisation, now: Instant): boolean =>
	revoked === undefined && (until === undefined || now < until);
