/** What this machine backed up, where, and whether it was ever restored; written by the owner's connections alone. */
export const up = `
create table backup_run (
	id uuid primary key, kind text not null, at bigint not null, ended_at bigint, place text not null, name text not null,
	key_name text not null, bytes bigint, failed text, tried_at bigint);
create index backup_run_latest on backup_run (kind, at);
`;

export const tenantTables: Readonly<Record<string, string>> = {};
