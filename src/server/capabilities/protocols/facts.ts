import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** A way of working that the practice wrote down; its text stays in the line that wrote it (nb-intro-b). */
export interface Protocol {
	readonly id: string;
	readonly name: string;
	readonly version: number;
	readonly usedRemotely: boolean;
	/** How it is done at a distance was written. */
	readonly remoteVariant: boolean;
	readonly evidence: Evidence;
}

export interface ProtocolFacts {
	readonly protocols: Readonly<Record<string, Protocol>>;
}

/** A protocol that a client's care follows, and in which form. */
export interface Attached {
	readonly protocol: string;
	readonly name: string;
	readonly version: number;
	readonly form: 'remote' | 'inPerson';
	readonly evidence: Evidence;
}

export interface AttachedFacts {
	readonly attached: Readonly<Record<string, Attached>>;
}

export type ProtocolEntry =
	| Entry<
			'protocol.written',
			{ id: string; name: string; version: number; text: string; usedRemotely: boolean; remoteVariant?: string }
	  >
	| Entry<'protocol.retired', { id: string }>;

export type AttachedEntry =
	| Entry<'protocol.attached', { protocol: string; name: string; version: number; form: 'remote' | 'inPerson' }>
	| Entry<'protocol.detached', { protocol: string }>;

const without = <V>(map: Readonly<Record<string, V>>, key: string): Record<string, V> =>
	Object.fromEntries(Object.entries(map).filter(([k]) => k !== key));

export const protocolFold = foldOf('practice', 1, { protocols: {} } as ProtocolFacts, (f, e: ProtocolEntry) => {
	switch (e.kind) {
		case 'protocol.written': {
			const { text: _, remoteVariant, ...protocol } = e.data;
			const written = { ...protocol, remoteVariant: remoteVariant !== undefined, evidence: proofOf(e) };
			return { protocols: { ...f.protocols, [protocol.id]: written } };
		}
		case 'protocol.retired':
			return { protocols: without(f.protocols, e.data.id) };
	}
	return f;
});

export const attachedFold = foldOf('dossier', 1, { attached: {} } as AttachedFacts, (f, e: AttachedEntry) => {
	switch (e.kind) {
		case 'protocol.attached':
			return { attached: { ...f.attached, [e.data.protocol]: { ...e.data, evidence: proofOf(e) } } };
		case 'protocol.detached':
			return { attached: without(f.attached, e.data.protocol) };
	}
	return f;
});
