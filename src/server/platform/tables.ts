import type { ColumnType, Generated } from 'kysely';

/** Columns as PostgreSQL holds them. In the clear: ids, parts, seqs, instants (ms), state codes, blind indexes, bytes. */
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

export interface Tables {
	practice: { id: string; slug: string; demo: boolean; key_name: string; created_at: number; opened_at: number | null };
	journal: {
		practice_id: string;
		id: string;
		kind: string;
		seq: number;
		hash: Bytes;
		practitioner_id: string | null;
		created_at: number;
		epoch: Generated<number>;
	};
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
	snapshot: {
		practice_id: string;
		journal_id: string;
		part: string;
		folds: string;
		seq: number;
		key_id: string;
		sealed: Bytes;
	};
	brief: {
		practice_id: string;
		journal_id: string;
		seq: number;
		key_id: string;
		sealed: Bytes;
		changes_at: number | null;
	};
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
	access_recent: { practice_id: string; token: Bytes; at: number };
	checkpoint: {
		practice_id: string;
		seq: number;
		at: number;
		size: number;
		root: Bytes;
		peaks: Bytes;
		signature: Bytes;
	};
	checkpoint_leaf: {
		practice_id: string;
		leaf: number;
		checkpoint: number;
		journal_id: string;
		seq: number;
		hash: Bytes;
	};
	sign_key: { practice_id: string; public: Bytes; key_id: string; sealed: Bytes; created_at: number };
	box_key: { practice_id: string; key_id: string; sealed: Bytes; created_at: number };
	retired_key: { practice_id: string; name: string; at: number };
	destroyed_key: { practice_id: string; id: string; journal_id: string; part: string; at: number };
	account: {
		practice_id: string;
		id: string;
		state: string;
		email_token: Bytes | null;
		key_id: string;
		sealed: Bytes;
		created_at: number;
	};
	account_session: {
		practice_id: string;
		id: string;
		account_id: string;
		token_hash: Bytes;
		assurance: string;
		began: string;
		started_at: number;
		seen_at: number;
		fresh_at: number;
		ends_at: number;
		revoked_at: number | null;
		key_id: string;
		sealed: Bytes;
		device_id: string | null;
	};
	account_device: {
		practice_id: string;
		id: string;
		account_id: string;
		token_hash: Bytes;
		locked: boolean | null;
		encrypted: boolean | null;
		attested_at: number | null;
		first_at: number;
		seen_at: number;
		revoked_at: number | null;
		key_id: string;
		sealed: Bytes;
	};
	account_factor: {
		practice_id: string;
		account_id: string;
		kind: string;
		last_step: number;
		key_id: string;
		sealed: Bytes;
		created_at: number;
	};
	passkey: {
		practice_id: string;
		id: string;
		account_id: string;
		counter: number;
		key_id: string;
		sealed: Bytes;
		created_at: number;
		used_at: number | null;
	};
	passkey_challenge: {
		practice_id: string;
		challenge: string;
		purpose: string;
		account_id: string | null;
		expires_at: number;
	};
	recovery_code: { practice_id: string; account_id: string; hash: Bytes; used_at: number | null };
	one_time_code: {
		practice_id: string;
		id: string;
		purpose: string;
		hash: Bytes;
		tries_left: number;
		expires_at: number;
		key_id: string;
		sealed: Bytes;
	};
	throttle: { practice_id: string; token: Bytes; tries: number; last_at: number; until: number };
	invitation: {
		practice_id: string;
		id: string;
		state: string;
		target_token: Bytes;
		token_hash: Bytes;
		second_hash: Bytes;
		tries_left: number;
		ticket_hash: Bytes | null;
		ticket_until: number | null;
		key_id: string;
		sealed: Bytes;
		created_at: number;
		expires_at: number;
		claimed_by: string | null;
		claimed_at: number | null;
		linked_at: number | null;
	};
	room_seat: {
		practice_id: string;
		session_id: string;
		account_id: string;
		id: string;
		person_id: string | null;
		role: string;
		seen_at: number;
	};
}
