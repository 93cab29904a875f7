import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { PartId } from '#server/kernel/journal.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** What other software may be let read, beside who is in the file: resources of FHIR R4. */
export const connectionKinds = [
	'Consent',
	'Encounter',
	'Appointment',
	'Communication',
	'QuestionnaireResponse',
	'DocumentReference',
	'CarePlan',
	'AuditEvent',
	'Provenance',
] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Other software that may read some of this file, until a day. Its recipient and its ground stand in its line. */
export interface Connection {
	/** Who let it read. */
	readonly by: string;
	readonly parts: readonly PartId[];
	readonly kinds: readonly ConnectionKind[];
	/** The last day on which it reads. */
	readonly until: LocalDate;
	/** Of the secret it shows: the secret itself is kept nowhere. */
	readonly digest: string;
	readonly evidence: Evidence;
	readonly closed?: Evidence;
}

export interface ConnectionFacts {
	readonly connections: Readonly<Record<string, Connection>>;
}

/** On which ground, for whom; as the gate of every disclosure looks at it, again at each reading. */
export interface Opened {
	readonly id: string;
	readonly by: string;
	readonly ground: 'consent' | 'law' | 'order' | 'professionalDuty';
	readonly to: string;
	readonly persons: readonly string[];
	readonly parts: readonly PartId[];
	readonly kinds: readonly ConnectionKind[];
	readonly until: LocalDate;
	readonly digest: string;
	readonly reference?: string;
	readonly scope?: string;
}

export type ConnectionEntry =
	| Entry<'connection.opened', Opened>
	| Entry<'connection.closed', { id: string; person?: string }>;

const KEPT = 5;

/** Those that may still read, and the last few. */
function kept(connections: ConnectionFacts['connections']): ConnectionFacts {
	const newest = Object.entries(connections).sort(([, a], [, b]) => b.evidence.seq - a.evidence.seq);
	return { connections: Object.fromEntries(newest.filter(([, one], i) => i < KEPT || !one.closed)) };
}

function fold(f: ConnectionFacts, e: ConnectionEntry): ConnectionFacts {
	switch (e.kind) {
		case 'connection.opened': {
			const { id, by, parts, kinds, until, digest } = e.data;
			return kept({ ...f.connections, [id]: { by, parts, kinds, until, digest, evidence: proofOf(e) } });
		}
		case 'connection.closed': {
			const one = f.connections[e.data.id];
			return one ? kept({ ...f.connections, [e.data.id]: { ...one, closed: proofOf(e) } }) : f;
		}
	}
	return f;
}

export const connectionFold = foldOf('dossier', 1, { connections: {} } as ConnectionFacts, fold);
