import type { Facts } from '#server/capabilities/index.ts';
import type { Protocol } from '#server/capabilities/protocols/facts.ts';
import type { World } from '#server/journal/world.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { bodiesOf, bodyAt } from './bodies.ts';

/** A protocol with its words. */
export interface ShownProtocol extends Omit<Protocol, 'evidence' | 'remoteVariant'> {
	readonly at: Instant;
	readonly text: string;
	readonly variant?: string;
	/** Used at a distance, and its remote form is not written. */
	readonly incomplete: boolean;
}

const byName = new Intl.Collator('fr-CA', { sensitivity: 'base', numeric: true });

const isIncomplete = ({ usedRemotely, remoteVariant }: Protocol): boolean => usedRemotely && !remoteVariant;

/** The practice's protocols, those that lack something first. */
export async function protocolsOf(
	world: World<Facts>,
	practice: string,
	{ practice: { protocols } }: Facts,
): Promise<readonly ShownProtocol[]> {
	const all = Object.values(protocols.protocols);
	const seqs = all.map((p) => p.evidence.seq);
	const bodies = await bodiesOf(world, { practice, dossier: practice, parts: [JOINT], seqs });
	return all
		.map(({ evidence, remoteVariant, ...p }) => {
			const body = bodyAt<{ text: string; remoteVariant?: string }>(bodies, evidence.seq, 'protocol.written');
			return {
				...p,
				at: evidence.at,
				text: body?.text ?? '',
				...(body?.remoteVariant !== undefined && { variant: body.remoteVariant }),
				incomplete: isIncomplete({ ...p, evidence, remoteVariant }),
			};
		})
		.sort((a, b) => Number(b.incomplete) - Number(a.incomplete) || byName.compare(a.name, b.name));
}

/** The protocols that a client's care follows, and those it may follow. */
export function followedOf({ dossier, practice }: Facts) {
	const known = practice.protocols.protocols;
	return {
		followed: Object.values(dossier.joint.protocols.attached).map(({ protocol, name, version, form, evidence }) => {
			const newer = known[protocol]?.version ?? version;
			return { protocol, name, version, form, at: evidence.at, ...(newer > version && { newer }) };
		}),
		offered: Object.values(known)
			.map(({ id, name, version, usedRemotely }) => ({ id, name, version, usedRemotely }))
			.sort((a, b) => byName.compare(a.name, b.name)),
	};
}
