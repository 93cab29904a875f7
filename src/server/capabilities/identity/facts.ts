import { foldOf } from '#server/kernel/capability.ts';
import type { DossierEntry } from '#server/kernel/dossier.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** Where a person said they are, for one session (qc-2.04-b, nb-5-c). The address is kept in the line, not in the facts. */
export interface Arrival {
	readonly session: string;
	readonly territory?: string;
	readonly town?: string;
	readonly withheld: boolean;
	/** The practitioner admitted without a place, for a signed reason. */
	readonly waived: boolean;
	readonly alone: 'yes' | 'no' | 'notSaid';
	readonly callBack: boolean;
	readonly evidence: Evidence;
}

export interface IdentityFacts {
	readonly checked?: {
		readonly document: string;
		readonly how: 'video' | 'inPerson' | 'known';
		readonly evidence: Evidence;
	};
	readonly waived?: { readonly reason: string; readonly evidence: Evidence };
	readonly limitsTold?: Evidence;
	readonly codeWord?: Evidence;
	/** At a later arrival: was the agreed word heard? */
	readonly heard?: { readonly session: string; readonly same: boolean; readonly evidence: Evidence };
	readonly arrival?: Arrival;
	/** The last place that was declared, offered as "same as last time". */
	readonly lastPlace?: { readonly territory: string; readonly town: string };
}

export type IdentityEntry =
	| Entry<'identity.checked', { person: string; document: string; how: 'video' | 'inPerson' | 'known' }>
	| Entry<'identity.waived', { person: string; reason: string }>
	| Entry<'limits.told', { person: string; means: 'screen' | 'voice' | 'paper' }>
	| Entry<'codeWord.agreed', { person: string }>
	| Entry<
			'arrival.declared',
			{
				person: string;
				session: string;
				place: 'same' | 'new' | 'withheld' | 'unanswered';
				territory?: string;
				town?: string;
				address?: string;
				alone: 'yes' | 'no' | 'notSaid';
				callBack?: string;
			}
	  >
	| Entry<'codeWord.heard', { person: string; session: string; heard: boolean }>
	| Extract<DossierEntry, { kind: 'dossier.cameForward' }>
	| Entry<'place.waived', { person: string; session: string; reason: string }>;

function arrived(f: IdentityFacts, e: Extract<IdentityEntry, { kind: 'arrival.declared' }>): IdentityFacts {
	const { session, place, alone, callBack } = e.data;
	const territory = place === 'same' ? f.lastPlace?.territory : e.data.territory;
	const town = place === 'same' ? f.lastPlace?.town : e.data.town;
	const arrival: Arrival = {
		session,
		withheld: place === 'withheld',
		waived: false,
		alone,
		callBack: callBack !== undefined,
		evidence: proofOf(e),
		...(territory !== undefined && { territory }),
		...(town !== undefined && { town }),
	};
	return { ...f, arrival, ...(territory && town && { lastPlace: { territory, town } }) };
}

function fold(f: IdentityFacts, e: IdentityEntry): IdentityFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'identity.checked':
			return { ...f, checked: { document: e.data.document, how: e.data.how, evidence } };
		case 'identity.waived':
			return { ...f, waived: { reason: e.data.reason, evidence } };
		case 'limits.told':
			return { ...f, limitsTold: evidence };
		case 'codeWord.agreed':
			return { ...f, codeWord: evidence };
		case 'codeWord.heard':
			return { ...f, heard: { session: e.data.session, same: e.data.heard, evidence } };
		case 'arrival.declared':
			return arrived(f, e);
		case 'place.waived': {
			const before = f.arrival?.session === e.data.session ? f.arrival : undefined;
			const blank = { withheld: false, alone: 'notSaid', callBack: false } as const;
			return { ...f, arrival: { ...blank, ...before, session: e.data.session, waived: true, evidence } };
		}
	}
	return f;
}

export const identityFold = foldOf('dossier', 2, {} as IdentityFacts, fold);
