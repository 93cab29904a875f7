import type { ClauseFacts, ExceptionFacts, RegulatorFacts } from '#words/clauses/facts.ts';
import type { Territory } from '#words/territories.ts';
import type { LocalDate } from '../kernel/time.ts';
import { allForClient, forClient, lookUp } from './look-up.ts';

/** What the clauses take from the law; what a client may not be told is absent, and the clause is then not written. */
export type LawFacts = Pick<ClauseFacts, 'vocabulary' | 'exceptions' | 'crisis' | 'privacyLaws'> &
	Partial<Pick<ClauseFacts, 'regulator' | 'breachAuthority' | 'accessReply'>>;

/** Where the practitioner is registered, where the client is, as of which day, and what the practice verified itself. */
export interface LawAsked {
	readonly order: Territory;
	readonly place: Territory;
	readonly onDate: LocalDate;
	/** The regulator's e-mail address, where the practice has verified one. */
	readonly regulatorEmail?: string;
}

/** The exceptions of the client's place, with those of the practitioner's own rules; a professional duty is only theirs. */
function exceptionsFor({ order, place, onDate }: LawAsked): readonly ExceptionFacts[] {
	const own = allForClient('secrecyException', order, onDate);
	const there = allForClient('secrecyException', place, onDate).filter((e) => e.basis !== 'professionalDuty');
	const bases = new Set<string>(there.map((e) => e.basis));
	return [...there, ...own.filter((e) => !bases.has(e.basis))].map(({ basis, clause }) => ({ basis, clause }));
}

function regulatorFor({ order, onDate, regulatorEmail }: LawAsked): RegulatorFacts | undefined {
	const r = forClient(lookUp('regulator', order, onDate));
	const email = r?.email ?? regulatorEmail ?? forClient(lookUp('regulatorEmail', order, onDate));
	if (r?.address === undefined || email === undefined) return undefined;
	const { name, address, phones, site, complaint } = r;
	return { name, address, phones, email, site, complaint };
}

/** The law's share of the clauses' facts. Throws when the practitioner's own place has no vocabulary: no pack, no practice. */
export function lawFacts(asked: LawAsked): LawFacts {
	const { order, place, onDate } = asked;
	const vocabulary = lookUp('vocabulary', order, onDate).value;
	if (vocabulary === undefined) throw new Error(`No rule pack names things for ${order}`);
	const regulator = regulatorFor(asked);
	const breachAuthority = forClient(lookUp('breachAuthority', order, onDate));
	const accessReply = forClient(lookUp('accessReply', order, onDate));
	return {
		vocabulary,
		exceptions: exceptionsFor(asked),
		crisis: allForClient('helpLine', place, onDate),
		privacyLaws: [...new Set([order, place])].flatMap((t) => allForClient('privacyLaw', t, onDate)),
		...(regulator && { regulator }),
		...(breachAuthority && { breachAuthority }),
		...(accessReply && { accessReply }),
	};
}
