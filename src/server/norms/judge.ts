import type { Facts } from '#server/capabilities/index.ts';
import type { Waiver } from '#server/kernel/dossier.ts';
import type { Judging } from '#server/kernel/norm.ts';
import type { UnmetDuty } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { notApplicable, notBuilt, type Verdict, waived } from '#server/kernel/verdict.ts';
import * as care from './care.ts';
import { type Duty, type DutyId, duties, dutyById } from './catalogue.ts';
import * as clauses from './clauses.ts';
import * as disclosure from './disclosure.ts';
import * as exported from './exports.ts';
import * as identity from './identity.ts';
import * as incidents from './incidents.ts';
import * as intake from './intake.ts';
import * as papers from './papers.ts';
import * as payments from './payments.ts';
import * as policies from './policies.ts';
import * as practiceLog from './practice-log.ts';
import * as publicPage from './public-page.ts';
import * as record from './record.ts';
import * as retention from './retention.ts';
import * as safeguards from './safeguards.ts';
import * as section1 from './section1.ts';
import * as section2 from './section2.ts';
import * as section2b from './section2-suitability.ts';
import * as section3 from './section3.ts';
import * as section4 from './section4.ts';
import { concerned, type DutyNorm, worst } from './support.ts';
import * as territories from './territories.ts';
import * as transfer from './transfer.ts';
import * as webSearch from './web-search.ts';
import * as writing from './writing.ts';

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
	retention,
	disclosure,
	transfer,
	record,
	writing,
	practiceLog,
	webSearch,
	papers,
	incidents,
	payments,
	publicPage,
	safeguards,
	exported,
].flatMap((m) => Object.values(m).filter(isNorm));

/** A duty and its function: found once, since every act judges them all. */
interface Bound {
	readonly duty: Duty;
	readonly norm: DutyNorm;
}

const built: ReadonlyMap<string, Bound> = new Map(
	norms.map((norm) => [norm.duty, { duty: dutyById(norm.duty), norm }]),
);
const inOrder: readonly Bound[] = duties.flatMap((duty) => built.get(duty.id) ?? []);
const aboutFiles = inOrder.filter(({ norm }) => !norm.ofPractice);
const byOrder: ReadonlyMap<Duty['applies']['order'], readonly Bound[]> = Map.groupBy(
	aboutFiles,
	({ duty }) => duty.applies.order,
);
/** In the order in which a person is asked: that of the norms' files. */
const byGate: ReadonlyMap<string, readonly Bound[]> = new Map(
	[...new Set(norms.flatMap((n) => n.gates))].map((gate) => [
		gate,
		norms.filter((n) => n.gates.includes(gate)).flatMap((n) => built.get(n.duty) ?? []),
	]),
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
export function judge(duty: DutyId, facts: Facts, judging: Judging): Verdict {
	const bound = built.get(duty);
	if (!bound) return notBuilt;
	return binds(bound, ordersOf(facts)) ? judgeBound(bound, facts, judging) : notApplicable;
}

/** A Québec duty binds Québec's members, a New Brunswick one New Brunswick's. */
const binds = ({ duty }: Pick<Bound, 'duty'>, orders: readonly Duty['applies']['order'][]): boolean =>
	orders.includes(duty.applies.order);

function judgeBound(bound: Bound, facts: Facts, judging: Judging): Verdict {
	const { duty, norm } = bound;
	const verdict = norm.judge(facts, judging);
	if (verdict.is !== 'unmet' || duty.enforcement !== 'soft') return verdict;
	const { now, focus } = judging;
	const waivers = waiversOf(duty.id, facts, now);
	const [waiver] = waivers.filter((w) => w.person === undefined || w.person === focus.person);
	if (waiver) return waived(waiver.by, waiver.reason, waiver.evidence);
	if (waivers.length === 0 || focus.person !== undefined) return verdict;
	// A reason signed for one person passes the duty for that person alone.
	const each = concerned(facts, focus).map(({ id }) =>
		judgeBound(bound, facts, { now, focus: { ...focus, person: id } }),
	);
	return each.length > 0 ? worst(each) : verdict;
}

/** The duties that refuse these gates now; what is not built is absent here and said by name on the board. */
export function gate(gates: readonly string[], facts: Facts, judging: Judging): readonly UnmetDuty[] {
	const orders = ordersOf(facts);
	return [...new Set(gates.flatMap((g) => byGate.get(g) ?? []))].flatMap((bound) => {
		if (!bound.norm.everywhere && !binds(bound, orders)) return [];
		const { id, enforcement } = bound.duty;
		const verdict = judgeBound(bound, facts, judging);
		const soft = enforcement === 'soft';
		if (verdict.is === 'unmet') {
			const person = verdict.mend?.person ?? judging.focus.person;
			return [{ duty: id, why: verdict.why, mend: verdict.mend, soft, ...(person !== undefined && { person }) }];
		}
		return verdict.is === 'notShown' && !soft ? [{ duty: id, why: id, mend: undefined, soft }] : [];
	});
}

/** One row of the board: a duty and its verdict. */
export interface Judged {
	readonly duty: Duty;
	readonly verdict: Verdict;
}

/** Every duty of the catalogue, judged or honestly not: a board never paints what nothing shows. */
export function board(facts: Facts, judging: Judging): readonly Judged[] {
	const orders = ordersOf(facts);
	return duties.map((duty) => {
		const bound = built.get(duty.id);
		if (!binds({ duty }, orders)) return { duty, verdict: notApplicable };
		return { duty, verdict: bound ? judgeBound(bound, facts, judging) : notBuilt };
	});
}

/** What one file alone can answer of the board: without what is judged on the practice, binds elsewhere or is not built. */
export function ofFile(facts: Facts, judging: Judging): readonly Judged[] {
	const [order, another] = ordersOf(facts);
	const bounds = order === undefined || another !== undefined ? aboutFiles : (byOrder.get(order) ?? []);
	return bounds.map((bound) => ({ duty: bound.duty, verdict: judgeBound(bound, facts, judging) }));
}

/** The duties that some act asks for and no function judges: said by name at start-up and on the board. */
export const notBuiltGates = (): readonly Duty[] => duties.filter((d) => d.enforced_at.length > 0 && !built.has(d.id));

/** Is this duty judged on the practitioner or the practice alone, whatever the client? */
export const isOfPractice = (duty: string): boolean => built.get(duty)?.norm.ofPractice === true;
