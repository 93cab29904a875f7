/**
 * What the proof needs beside the journals: which readings were written down lately, the practice's signing key, the
 * leaves of its tree of heads, and the keys that were destroyed on purpose (a line whose key is merely missing is a break).
 */
export const up = `
create table access_recent (
	practice_id uuid not null, token bytea not null, at bigint not null, primary key (practice_id, token));

create table sign_key (
	practice_id uuid primary key, public bytea not null, key_id uuid not null, sealed bytea not null,
	created_at bigint not null);

alter table checkpoint drop column heads, add column peaks bytea not null;
create table checkpoint_leaf (
	practice_id uuid not null, leaf bigint not null, checkpoint bigint not null, journal_id uuid not null,
	seq bigint not null, hash bytea not null, primary key (practice_id, leaf));
create index checkpoint_leaf_journal on checkpoint_leaf (practice_id, journal_id, seq);

create table destroyed_key (
	practice_id uuid not null, id uuid not null, journal_id uuid not null, part text not null, at bigint not null,
	primary key (practice_id, id));
`;

/** Tables behind the tenant wall, and what the app may do to each beside reading and inserting. */
export const tenantTables: Readonly<Record<string, string>> = {
	access_recent: 'delete',
	sign_key: '',
	checkpoint_leaf: '',
	destroyed_key: '',
};
