import type { Facts } from '#server/capabilities/index.ts';
import type { Mishap, Weight } from '#server/capabilities/missed/facts.ts';
import { ruleIn } from '#server/capabilities/policies/facts.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Instant } from '#server/kernel/time.ts';
import { missedLines } from '#words/clauses/missed.ts';
import { missedFrom } from '#words/clauses/states.ts';
import type { Locale } from '#words/i18n.ts';
import type { OpenPortal } from './portal.ts';

/** A meeting that was not kept, as whoever decides what follows must see it. */
export interface ShownMissed {
	readonly how: Mishap;
	readonly outcome: Weight;
	readonly amount?: number;
	readonly answer?: 'applied' | 'waived';
	/** The rule, in the words that were agreed to. */
	readonly rule: readonly string[];
	/** Of whom it may be asked. */
	readonly payers: readonly { readonly id: string; readonly name: string }[];
}

/** How one meeting stands against what was agreed; undefined where no rule looks at it. */
export function missedShown({ dossier, practice }: Facts, appointment: string, lang: Locale): ShownMissed | undefined {
	const found = dossier.joint.missed.weighed.find((w) => w.appointment === appointment);
	if (!found) return undefined;
	const { how, outcome, amount, answer, persons } = found;
	const version = persons.map((p) => dossier.of(p).consent.given?.documents.services).find((v) => v !== undefined);
	const rule = missedFrom(ruleIn(practice.policies.documents.services, version ?? 0));
	return {
		how,
		outcome,
		...(amount !== undefined && { amount }),
		...(answer && { answer }),
		rule: rule ? missedLines(rule, lang) : [],
		payers: present(dossier.joint.dossier)
			.filter((p) => persons.includes(p.id))
			.map(({ id, name }) => ({ id, name })),
	};
}

/** What is due by this person alone: how much, since when; for which meeting only where it was their own. */
export function owedBy({ own, who, facts }: OpenPortal) {
	const { appointments } = facts.dossier.joint.scheduling;
	const mine = (id: string): Instant | undefined => {
		const a = appointments[id];
		return a?.persons.includes(who.id) ? a.startsAt : undefined;
	};
	return own.missed.owed.map(({ appointment, how, amount, evidence }) => {
		const startsAt = mine(appointment);
		return { id: appointment, amount, at: evidence.at, ...(startsAt !== undefined && { meeting: { how, startsAt } }) };
	});
}
