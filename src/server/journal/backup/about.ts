import type { Instant } from '#server/kernel/time.ts';

/** Where the newest signed root of a practice stood. */
export interface LastRoot {
	readonly seq: number;
	readonly at: Instant;
	readonly root: string;
}

/** What one practice's part of a backup holds. */
export interface Held {
	readonly practice: string;
	readonly journals: number;
	readonly lines: number;
	readonly batches: number;
	/** Over every journal's id, last place and last hash, in order. */
	readonly heads: string;
	readonly root?: LastRoot;
}

/** One section's rows and bytes, and their SHA-256. */
export interface Counted {
	readonly practice: string;
	readonly table: string;
	readonly rows: number;
	readonly bytes: number;
	readonly hash: string;
}

/** What closes an archive: everything in it, counted. */
export interface Manifest {
	readonly sections: readonly Counted[];
	readonly held: readonly Held[];
}

/** What a section of an archive is. */
export type About =
	/** When the snapshot was taken, of which practices, under which steps of the schema. */
	| {
			readonly is: 'begin';
			readonly at: Instant;
			readonly practices: readonly string[];
			readonly schema: readonly string[];
	  }
	| { readonly is: 'rows'; readonly practice: string; readonly table: string; readonly columns: readonly string[] }
	/** The file of roots that lies beside the database. */
	| { readonly is: 'roots'; readonly practice: string }
	| { readonly is: 'end' };
