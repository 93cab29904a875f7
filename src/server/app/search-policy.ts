import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import { dayOf } from '#server/kernel/time.ts';
import { ordersOf } from '#server/norms/judge.ts';
import { holdsOlderPolicy } from '#server/norms/web-search.ts';
import { packageFor } from './documents.ts';
import { factsOf } from './facts.ts';
import { tryAsSystem } from './practices.ts';
import { publishedOwn } from './views/policies.ts';

interface Package {
	readonly documents: Readonly<Record<string, number>>;
	readonly texts: Readonly<Record<string, unknown>>;
}

/**
 * Whoever was handed an earlier search policy is handed the one in force, alone (qc-2.05-b). A no of the gate is left to
 * the practitioner: the duty then still shows, with what mends it.
 */
export async function handSearchPolicy(world: World<Facts>, practice: string, dossier: string): Promise<void> {
	const journal = { kind: 'dossier', id: dossier } as const;
	const facts = (await factsOf(world, practice, journal))?.facts;
	if (!facts || !ordersOf(facts).includes('OTSTCFQ')) return;
	const { dossier: file } = facts.dossier.joint;
	if (file.state === 'closed' || file.state === 'declined') return;
	const older = beneficiaries(file).filter(({ id }) => holdsOlderPolicy(facts.dossier.of(id), facts));
	if (older.length === 0) return;
	const own = await publishedOwn(world, practice, facts);
	for (const { id } of older) {
		const all = packageFor(facts, id, dayOf(world.now()), own) as (Package & Record<string, unknown>) | undefined;
		const version = all?.documents.websearch;
		if (!all || version === undefined) continue;
		const input = { ...all, documents: { websearch: version }, texts: { websearch: all.texts.websearch } };
		await tryAsSystem(world, practice, { journal, act: 'policy.send', input });
	}
}
