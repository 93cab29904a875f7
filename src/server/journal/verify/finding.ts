import type { Database, Tx } from '#server/platform/database.ts';
import type { World } from '../world.ts';

/** What can be wrong with what is stored; each has its sentence in words/proof.ts. */
export type FindingCode =
	| 'lineMissing'
	| 'lineChanged'
	| 'lineUnreadable'
	| 'keyMissing'
	| 'headChanged'
	| 'cutShort'
	| 'lineBeyondHead'
	| 'journalGone'
	| 'journalChanged'
	| 'attemptGone'
	| 'keyUnusable'
	| 'sealedWithNothing'
	| 'signKeyChanged'
	| 'snapshotChanged'
	| 'rowChanged'
	| 'briefChanged'
	| 'briefDiffers'
	| 'batchMissing'
	| 'batchChanged'
	| 'batchUnreadable'
	| 'accessHeadChanged'
	| 'subjectChanged'
	| 'checkpointMissing'
	| 'checkpointChanged'
	| 'checkpointNotSigned'
	| 'checkpointHeadLost'
	| 'rootLost';

/** One thing that is not as it was written: where, and what. */
export interface Finding {
	readonly practice: string;
	readonly code: FindingCode;
	/** A journal, `access` for the access log, or nothing when it is about the practice as a whole. */
	readonly journal?: string;
	readonly seq?: number;
	/** The table, where it is not told by the code. */
	readonly table?: string;
}

/** A brief is judged by today's norms: one that differs is old or was changed by a holder of the keys, and is only told. */
export const isBroken = ({ code }: Finding): boolean => code !== 'briefDiffers';

/** How much was read. */
export interface Read {
	practices: number;
	journals: number;
	lines: number;
	opened: number;
	/** Lines whose part was destroyed: they keep their place in the chain and say nothing. */
	destroyed: number;
	snapshots: number;
	rows: number;
	briefs: number;
	batches: number;
	checkpoints: number;
}

/** Nothing read yet. */
export const nothingRead = (): Read => ({
	practices: 0,
	journals: 0,
	lines: 0,
	opened: 0,
	destroyed: 0,
	snapshots: 0,
	rows: 0,
	briefs: 0,
	batches: 0,
	checkpoints: 0,
});

/** What is verified: a database alone, or with the keys and the folds that open it. */
export interface Verifying<F> {
	readonly db: Database;
	readonly world?: World<F>;
	/** The folder of the files of roots, when there is one. */
	readonly roots?: string;
}

/** One practice being verified, in one transaction that sees one state. */
export interface At<F> extends Verifying<F> {
	readonly tx: Tx;
	readonly practice: string;
	readonly read: Read;
}
