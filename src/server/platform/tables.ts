import type { ColumnType, Generated } from 'kysely';

/** Columns as PostgreSQL holds them. In the clear: ids, parts, seqs, instants (ms), state codes, blind indexes, bytes. */
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

export interface Tables {
	practice: { id: string; slug: string; demo: boolean; key_name: string; created_at: number };
	journal: { practice_id: string; id: string; kind: string; seq: number; hash: Bytes; practitioner_id: string | null; created_at: number };
	entry: {
		practice_id: string;
		journal_id: string;
		seq: number;
		part: string;
		key_id: string;
		at: number;
		attempt: string;
		sealed: Bytes;
		hash: Bytes;
	};
	attempt: { practice_id: string; id: string; digest: Bytes; journal_id: string; at: number };
	key_ledger: {
		practice_id: string;
		id: string;
		journal_id: string;
		part: string;
		wrapped: Bytes;
		wrapped_by: string;
		created_at: number;
	};
	snapshot: { practice_id: string; journal_id: string; part: string; folds: string; seq: number; key_id: string; sealed: Bytes };
	brief: { practice_id: string; journal_id: string; seq: number; key_id: string; sealed: Bytes; changes_at: number | null };
	care: { practice_id: string; account_id: string; journal_id: string; role: string };
	appointment: {
		practice_id: string;
		id: string;
		journal_id: string;
		practitioner_id: string;
		starts_at: number;
		ends_at: number;
		state: string;
	};
	blind: { practice_id: string; journal_id: string; person_id: string; field: string; token: Bytes };
	outbox: {
		practice_id: string;
		id: string;
		seq: Generated<number>;
		channel: string;
		state: string;
		key_id: string;
		sealed: Bytes;
		tries: number;
		not_before: number;
		created_at: number;
		done_at: number | null;
	};
	pending: { practice_id: string; id: string; account_id: string; key_id: string; sealed: Bytes; at: number };
	access_head: { practice_id: string; seq: number; hash: Bytes };
	access_batch: { practice_id: string; seq: number; at: number; key_id: string; sealed: Bytes; hash: Bytes };
	access_subject: { practice_id: string; batch: number; journal_id: string };
	checkpoint: { practice_id: string; seq: number; at: number; size: number; root: Bytes; heads: Bytes; signature: Bytes };
}
