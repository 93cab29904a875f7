import type { Facts } from '#server/capabilities/index.ts';
import type { Waiver } from '#server/kernel/dossier.ts';
import type { Judging } from '#server/kernel/norm.ts';
import type { UnmetDuty } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { notApplicable, notBuilt, type Verdict, waived } from '#server/kernel/verdict.ts';
import * as care from './care.ts';
import { type Duty, duties, dutyById } from './catalogue.ts';
import * as clauses from './clauses.ts';
import * as identity from './identity.ts';
import * as intake from './intake.ts';
import * as policies from './policies.ts';
import * as section1 from './section1.ts';
import * as section2 from './section2.ts';
import * as section2b from './section2-suitability.ts';
import * as section3 from './section3.ts';
import * as section4 from './section4.ts';
import { concerned, type DutyNorm, worst } from './support.ts';
import * as territories from './territories.ts';

const isNorm = (x: unknown): x is DutyNorm => typeof x === 'object' && x !== null && 'duty' in x && 'judge' in x;

/** Every duty that facts can judge. */
export const norms: readonly DutyNorm[] = [
	clauses,
	section1,
	section2,
	section2b,
	section3,
	section4,
	intake,
	identity,
	policies,
	care,
	territories,
].flatMap((m) => Object.values(m).filter(isNorm));

const byDuty: ReadonlyMap<string, DutyNorm> = new Map(norms.map((n) => [n.duty, n]));
const byGate: ReadonlyMap<string, readonly DutyNorm[]> = new Map(
	[...new Set(norms.flatMap((n) => n.gates))].map((gate) => [gate, norms.filter((n) => n.gates.includes(gate))]),
);

const orderOf: Readonly<Record<string, Duty['applies']['order']>> = { QC: 'OTSTCFQ', NB: 'ATSNB' };

/** The orders whose duties bind here: the practitioner's own; for the practice as a whole, that of its territory. */
export function ordersOf({ practitioner, practice }: Facts): readonly Duty['applies']['order'][] {
	const own = practitioner.practitioner.profile?.order;
	if (own) return [own];
	const order = orderOf[practice.practice.profile?.territory ?? ''];
	return order ? [order] : ['OTSTCFQ', 'ATSNB'];
}

/** The signed reasons that pass a duty now, whoever they are about. */
const waiversOf = (duty: string, facts: Facts, now: Instant): readonly Waiver[] =>
	[
		...facts.dossier.joint.dossier.waivers,
		...facts.practitioner.waivers.waivers,
		...facts.practice.waivers.waivers,
	].filter((w) => w.duty === duty && (w.until === undefined || now < w.until));

/** What one duty's function says of the facts, with the orders it binds and the reasoned waivers it allows. */
export function judge(norm: DutyNorm, facts: Facts, judging: Judging): Verdict {
	// A Québec duty binds Québec's members, a New Brunswick one New Brunswick's.
	return ordersOf(facts).includes(dutyById(norm.duty).applies.order) ? judgeBound(norm, facts, judging) : notApplicable;
}

function judgeBound(norm: DutyNorm, facts: Facts, judging: Judging): Verdict {
	const verdict = norm.judge(facts, judging);
	if (verdict.is !== 'unmet' || dutyById(norm.duty).enforcement !== 'soft') return verdict;
	const { now, focus } = judging;
	const waivers = waiversOf(norm.duty, facts, now);
	const [waiver] = waivers.filter((w) => w.person === undefined || w.person === focus.person);
	if (waiver) return waived(waiver.by, waiver.reason, waiver.evidence);
	if (waivers.length === 0 || focus.person !== undefined) return verdict;
	// A reason signed for one person passes the duty for that person alone.
	const each = concerned(facts, focus).map(({ id }) =>
		judgeBound(norm, facts, { now, focus: { ...focus, person: id } }),
	);
	return each.length > 0 ? worst(each) : verdict;
}

/** The duties that refuse these gates now; what is not built is absent here and said by name on the board. */
export const gate = (gates: readonly string[], facts: Facts, judging: Judging): readonly UnmetDuty[] =>
	[...new Set(gates.flatMap((g) => byGate.get(g) ?? []))].flatMap((norm) => {
		const verdict = judge(norm, facts, judging);
		const soft = dutyById(norm.duty).enforcement === 'soft';
		if (verdict.is === 'unmet') {
			const person = verdict.mend?.person ?? judging.focus.person;
			return [{ duty: norm.duty, why: verdict.why, mend: verdict.mend, soft, ...(person !== undefined && { person }) }];
		}
		return verdict.is === 'notShown' && !soft ? [{ duty: norm.duty, why: norm.duty, mend: undefined, soft }] : [];
	});

/** One row of the board: a duty and its verdict. */
export interface Judged {
	readonly duty: Duty;
	readonly verdict: Verdict;
}

/** Every duty of the catalogue, judged or honestly not: a board never paints what nothing shows. */
export function board(facts: Facts, judging: Judging): readonly Judged[] {
	const orders = ordersOf(facts);
	return duties.map((duty) => {
		const norm = byDuty.get(duty.id);
		if (!orders.includes(duty.applies.order)) return { duty, verdict: notApplicable };
		return { duty, verdict: norm ? judgeBound(norm, facts, judging) : notBuilt };
	});
}

/** The duties that some act asks for and no function judges: said by name at start-up and on the board. */
export const notBuiltGates = (): readonly Duty[] => duties.filter((d) => d.enforced_at.length > 0 && !byDuty.has(d.id));

/** Is this duty judged on the practitioner or the practice alone, whatever the client? */
export const isOfPractice = (duty: string): boolean => byDuty.get(duty)?.ofPractice === true;
