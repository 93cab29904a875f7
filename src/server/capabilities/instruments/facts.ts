import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** The factors of the assessment that an instrument may shed light on. */
export const factors = [
	'clinical',
	'intellectual',
	'emotional',
	'physical',
	'disability',
	'language',
	'culture',
] as const;
export type Factor = (typeof factors)[number];

/** A test or questionnaire that the practice looked at before using it (nb-intro-e). */
export interface Instrument {
	readonly id: string;
	readonly name: string;
	readonly decision: 'allowed' | 'notAllowed';
	readonly factors: readonly Factor[];
	readonly evidence: Evidence;
}

export interface InstrumentFacts {
	readonly instruments: Readonly<Record<string, Instrument>>;
}

export type InstrumentEntry = Entry<
	'instrument.appraised',
	{
		id: string;
		name: string;
		source: string;
		validity: string;
		/** In which languages and for whom it was normed. */
		languages: string;
		rights: string;
		decision: 'allowed' | 'notAllowed';
		limits: string;
		factors: readonly Factor[];
	}
>;

function fold(f: InstrumentFacts, e: InstrumentEntry): InstrumentFacts {
	if (e.kind !== 'instrument.appraised') return f;
	const { id, name, decision, factors: about } = e.data;
	return { instruments: { ...f.instruments, [id]: { id, name, decision, factors: about, evidence: proofOf(e) } } };
}

export const instrumentFold = foldOf('practice', 1, { instruments: {} } as InstrumentFacts, fold);
