import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** What a practitioner checked of another territory (qc-1.09-b, 3.03-b, 7.01-a, nb-4, nb-6-n). */
export interface TerritoryCheck {
	readonly territory: string;
	/** The review date of the sheet that was read: a changed sheet is read again. */
	readonly sheetOf: LocalDate;
	readonly rulesRead: boolean;
	readonly orderRulesRead: boolean;
	readonly privacyRead: boolean;
	readonly authorisation: {
		readonly kind: 'permit' | 'exemption' | 'notRequired' | 'none';
		readonly source?: string;
		readonly until?: LocalDate;
	};
	readonly until: LocalDate;
	readonly evidence: Evidence;
}

export interface JurisdictionFacts {
	readonly checks: Readonly<Record<string, TerritoryCheck>>;
	readonly notices: Readonly<Record<string, { readonly sentOn: LocalDate; readonly evidence: Evidence }>>;
	/** The edition of one's own place's rules that was read and attested (qc-1.09-a). */
	readonly rules: Readonly<Record<string, { readonly edition: LocalDate; readonly evidence: Evidence }>>;
}

export type JurisdictionEntry =
	| Entry<'territory.checked', Omit<TerritoryCheck, 'evidence'>>
	| Entry<'rules.acknowledged', { territory: string; edition: LocalDate }>
	| Entry<'regulator.told', { territory: string; to: string; sentOn: LocalDate }>;

function fold(f: JurisdictionFacts, e: JurisdictionEntry): JurisdictionFacts {
	switch (e.kind) {
		case 'territory.checked':
			return { ...f, checks: { ...f.checks, [e.data.territory]: { ...e.data, evidence: proofOf(e) } } };
		case 'rules.acknowledged': {
			const { territory, edition } = e.data;
			return { ...f, rules: { ...f.rules, [territory]: { edition, evidence: proofOf(e) } } };
		}
		case 'regulator.told':
			return { ...f, notices: { ...f.notices, [e.data.territory]: { sentOn: e.data.sentOn, evidence: proofOf(e) } } };
	}
	return f;
}

export const jurisdictionFold = foldOf(
	'practitioner',
	2,
	{ checks: {}, notices: {}, rules: {} } as JurisdictionFacts,
	fold,
);

/** What is decided of borders for one dossier: where the client usually is, and the workplace's leave. */
export interface PlaceFacts {
	readonly home?: { readonly territory: string; readonly evidence: Evidence };
	readonly crossBorderApproved?: Evidence;
	/** In a person's own part: « le service peut être réputé rendu là-bas »: read for a place, on the sheet of that day (nb-4-b). */
	readonly noticesRead: Readonly<Record<string, { readonly sheetOf: LocalDate; readonly evidence: Evidence }>>;
}

export type PlaceEntry =
	| Entry<'home.declared', { territory: string }>
	| Entry<'crossBorder.approved', { reason: string }>
	| Entry<'placeNotice.read', { person: string; territory: string; sheetOf: LocalDate; session?: string }>;

function foldPlace(f: PlaceFacts, e: PlaceEntry): PlaceFacts {
	switch (e.kind) {
		case 'home.declared':
			return { ...f, home: { territory: e.data.territory, evidence: proofOf(e) } };
		case 'crossBorder.approved':
			return { ...f, crossBorderApproved: proofOf(e) };
		case 'placeNotice.read': {
			const { territory, sheetOf } = e.data;
			return { ...f, noticesRead: { ...f.noticesRead, [territory]: { sheetOf, evidence: proofOf(e) } } };
		}
	}
	return f;
}

export const placeFold = foldOf('dossier', 2, { noticesRead: {} } as PlaceFacts, foldPlace);
