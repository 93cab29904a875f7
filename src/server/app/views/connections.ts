import type { Opened } from '#server/capabilities/disclosure/connection-facts.ts';
import { connectionsOf } from '../connecting.ts';
import { bodyAt } from './bodies.ts';
import type { OpenFile } from './open-file.ts';

/** The readings of a file by other software, the newest first, with the words of their lines. */
export async function readingsOf({ facts, bodies, today }: OpenFile) {
	const names = facts.dossier.joint.dossier.persons;
	const all = connectionsOf(facts).toSorted((a, b) => b.evidence.seq - a.evidence.seq);
	const opened = await bodies(all.map((c) => c.evidence.seq));
	return all.map(({ id, person, kinds, until, evidence, closed }) => {
		const said = bodyAt<Opened>(opened, evidence.seq, 'connection.opened');
		return {
			id,
			kinds: [...kinds],
			until,
			over: today > until,
			to: said?.to ?? '',
			...(said && { ground: said.ground }),
			about: (said?.persons ?? []).map((p) => names[p]?.name ?? '').join(', '),
			...(person !== undefined && { person }),
			...(closed && { closedAt: closed.at }),
		};
	});
}
