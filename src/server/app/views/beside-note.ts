import type { Facts } from '#server/capabilities/index.ts';
import { present } from '#server/kernel/dossier.ts';

/** The papers of the file that were scanned last: of whom each is, and beside which note it stands. */
const scansIn = ({ dossier }: Facts) =>
	present(dossier.joint.dossier).flatMap(({ id, name }) =>
		dossier
			.of(id)
			.papers.scans.map(({ of, bytes, session, evidence: { seq, at } }) => ({ of, bytes, session, seq, at, name })),
	);

/** What stands beside the note of a session. */
export const beside = (facts: Facts, session: string) => scansIn(facts).filter((scan) => scan.session === session);

/** Papers that stand beside no note yet. */
export const loosePapers = (facts: Facts) => scansIn(facts).filter((scan) => scan.session === undefined);
