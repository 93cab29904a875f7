import type { z } from 'zod';
import type { Dossier } from './dossier.ts';
import type { Draft, Entry, Means, Role } from './entry.ts';
import type { JournalKind, JournalRef, Of, PersonId } from './journal.ts';
import type { Focus } from './norm.ts';
import type { Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** How sure we are of who sent an act. */
export type Assurance = 'none' | 'link' | 'code' | 'twoFactor' | 'passkey';

/** Who sends an act: an account of one practice, somebody not signed in, or the system itself. */
export interface Actor {
	readonly account?: string;
	readonly assurance: Assurance;
	readonly system?: true;
}

/** What `decide` may know beside its own facts. */
export interface Context {
	readonly now: Instant;
	readonly newId: () => string;
	readonly actor: Actor;
	readonly roles: readonly Role[];
	readonly journal: JournalRef;
	/** Persons, care team, waivers of the dossier that is written; empty for other journals. */
	readonly dossier: Dossier;
	/** The old entry that `about` named, opened. */
	readonly about: Entry | undefined;
}

/** A thing someone does: who may, for whom it speaks, what it takes, and the pure function that decides. */
export interface Act<Name extends string, In, Mine, D> {
	readonly name: Name;
	/** The journal it is attempted on. */
	readonly on: JournalKind;
	readonly who: readonly Role[];
	readonly input: z.ZodType<In>;
	/** It opens a new journal. */
	readonly creates?: true;
	/** It may be attempted "safety first": it then passes norms, never `who` or reach. */
	readonly safety?: true;
	/** The desk (receptionist) may attempt it without clinical reach. */
	readonly desk?: true;
	/** An office of the practice that attempts it without reaching the dossier: it decides on what its own page shows. */
	readonly office?: Role;
	/** The person whose word this is: perform refuses anyone who may not speak for them. */
	readonly speaksFor?: (input: In) => PersonId | undefined;
	/** How that word was given; a practitioner may write down an oral or paper one. */
	readonly means?: (input: In) => Means;
	/** Other journals it writes, locked before it is judged. */
	readonly journals?: (input: In) => readonly JournalRef[];
	/** The line it is about (an addendum, an answer): its seq. */
	readonly about?: (input: In) => number | undefined;
	/** The gates to judge; by default its own name. Some duties bind those who work here, never the client. */
	readonly gates?: (mine: Of<Mine>, input: In, roles: readonly Role[]) => readonly string[];
	/** What those gates look at. */
	readonly focus?: (input: In, mine: Of<Mine>) => Focus;
	readonly decide: (mine: Of<Mine>, input: In, context: Context) => readonly D[] | Refusal;
}

/** Any act, for the tables that hold them all; `perform` checks the input against its schema before anything else. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where acts of different inputs stand in one table
export type AnyAct = Act<string, any, any, Draft>;

/** `actsOn<ConsentFacts, ConsentEntry>('dossier')` makes the `act` of one capability: it can write no other kind of entry. */
export const actsOn =
	<Mine, E extends Entry>(on: JournalKind) =>
	<const Name extends string, In>(act: Omit<Act<Name, In, Mine, Draft<E>>, 'on'>): Act<Name, In, Mine, Draft<E>> => ({
		on,
		...act,
	});
