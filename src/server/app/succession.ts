import type { Facts } from '#server/capabilities/index.ts';
import { renewKeys } from '#server/journal/archive.ts';
import { perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import { partsOf } from '#server/kernel/dossier.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { factsOf } from './facts.ts';
import { listDossiers } from './lists.ts';
import { type Address, leavingOf, packageOf } from './transfer.ts';

/** The succession of one practitioner, opened from the machine on proof: where nobody else of the practice is left. */
export interface Opening {
	readonly practice: string;
	readonly account: string;
	/** What was seen: a death certificate, the Order's letter. */
	readonly proof: string;
	/** The named successor's address; its numbers were compared. */
	readonly to: Address;
}

/** One file sealed to the successor. */
export interface Sealed {
	readonly name: string;
	readonly text: string;
}

const system = { assurance: 'none', system: true } as const;

/** Open the envelope if it is not, then seal each of their files to the successor, whole; the first refusal ends it. */
export async function* openSuccession(
	world: World<Facts>,
	opening: Opening,
): AsyncGenerator<Sealed, Refusal | undefined> {
	const { practice, account, proof, to } = opening;
	const own = { kind: 'practitioner', id: account } as const;
	const does = (journal: JournalRef, act: string, input: unknown) =>
		perform(world, { id: world.newId(), practice, journal, act, actor: system, input });
	const seen = await factsOf(world, practice, own);
	const succession = seen?.facts.practitioner.leaving.succession;
	if (!succession) return refuse('succession.none');
	if (!succession.opened) {
		const opened = await does(own, 'succession.approve', { proof });
		if (isRefusal(opened)) return opened;
	}
	for (const { id } of await listDossiers(world, practice, account)) {
		const journal = { kind: 'dossier', id } as const;
		const file = await factsOf(world, practice, journal);
		const parts = file ? partsOf(file.facts.dossier.joint.dossier) : [];
		const leaving = await leavingOf(world, practice, id, parts);
		if (!leaving) continue;
		const { name, box, sign } = to;
		const sent = await does(journal, 'record.transfer', {
			basis: 'succession',
			to: name,
			leaving,
			box,
			sign,
			compared: true,
		});
		if (isRefusal(sent)) return sent;
		await renewKeys(world, practice, id, leaving.parts);
		const text = await packageOf(world, { practice, dossier: id }, { leaving, box });
		if (text !== undefined) yield { name: `${leaving.digest.slice(0, 16)}.balise`, text };
	}
	return undefined;
}
