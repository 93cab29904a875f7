/** Journals, keys, projections, outbox, access log. Every primary key starts with `practice_id` (one practice, one shard). */
export const up = `
create table practice (
	id uuid primary key, slug text not null unique, demo boolean not null default false,
	key_name text not null, created_at bigint not null);

create table journal (
	practice_id uuid not null, id uuid not null, kind text not null, seq bigint not null, hash bytea not null,
	practitioner_id uuid, created_at bigint not null, primary key (practice_id, id));

create table entry (
	practice_id uuid not null, journal_id uuid not null, seq bigint not null, part text not null, key_id uuid not null,
	at bigint not null, attempt uuid not null, sealed bytea not null, hash bytea not null,
	primary key (practice_id, journal_id, seq));

create table attempt (
	practice_id uuid not null, id uuid not null, digest bytea not null, journal_id uuid not null, at bigint not null,
	primary key (practice_id, id));
create index entry_attempt on entry (practice_id, attempt);

create table key_ledger (
	practice_id uuid not null, id uuid not null, journal_id uuid not null, part text not null, wrapped bytea not null,
	wrapped_by text not null, created_at bigint not null, primary key (practice_id, id));
create index key_ledger_part on key_ledger (practice_id, journal_id, part, created_at);

create table snapshot (
	practice_id uuid not null, journal_id uuid not null, part text not null, folds text not null, seq bigint not null,
	key_id uuid not null, sealed bytea not null, primary key (practice_id, journal_id, part, folds));

create table brief (
	practice_id uuid not null, journal_id uuid not null, seq bigint not null, key_id uuid not null, sealed bytea not null,
	changes_at bigint, primary key (practice_id, journal_id));
create index brief_changes on brief (practice_id, changes_at);

create table care (
	practice_id uuid not null, account_id uuid not null, journal_id uuid not null, role text not null,
	primary key (practice_id, account_id, journal_id, role));

create extension if not exists btree_gist;
create table appointment (
	practice_id uuid not null, id uuid not null, journal_id uuid not null, practitioner_id uuid not null,
	starts_at bigint not null, ends_at bigint not null, state text not null, primary key (practice_id, id),
	check (ends_at > starts_at),
	constraint appointment_no_double_booking exclude using gist
		(practice_id with =, practitioner_id with =, int8range(starts_at, ends_at) with &&) where (state = 'booked'));
create index appointment_agenda on appointment (practice_id, practitioner_id, starts_at);

create table blind (
	practice_id uuid not null, journal_id uuid not null, person_id uuid not null, field text not null, token bytea not null,
	primary key (practice_id, journal_id, person_id, field, token));
create index blind_token on blind (practice_id, token);

create table outbox (
	practice_id uuid not null, id uuid not null, seq bigint generated always as identity, channel text not null,
	state text not null, key_id uuid not null, sealed bytea not null, tries int not null default 0,
	not_before bigint not null default 0, created_at bigint not null, done_at bigint, primary key (practice_id, id));
create index outbox_waiting on outbox (practice_id, state, not_before);

create table pending (
	practice_id uuid not null, id uuid not null, account_id text not null, key_id uuid not null, sealed bytea not null,
	at bigint not null, primary key (practice_id, id));

create table access_head (practice_id uuid primary key, seq bigint not null, hash bytea not null);
create table access_batch (
	practice_id uuid not null, seq bigint not null, at bigint not null, key_id uuid not null, sealed bytea not null,
	hash bytea not null, primary key (practice_id, seq));
create table access_subject (
	practice_id uuid not null, batch bigint not null, journal_id uuid not null, primary key (practice_id, journal_id, batch));

create table checkpoint (
	practice_id uuid not null, seq bigint not null, at bigint not null, size bigint not null, root bytea not null,
	heads bytea not null, signature bytea not null, primary key (practice_id, seq));
`;

/** Tables behind the tenant wall, and what the app may do to each beside reading and inserting. */
export const tenantTables: Readonly<Record<string, string>> = {
	journal: 'update',
	entry: '',
	attempt: '',
	key_ledger: 'update, delete',
	snapshot: 'update, delete',
	brief: 'update, delete',
	care: 'update, delete',
	appointment: 'update, delete',
	blind: 'update, delete',
	outbox: 'update, delete',
	pending: 'update, delete',
	access_head: 'update',
	access_batch: '',
	access_subject: '',
	checkpoint: '',
};
