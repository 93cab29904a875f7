/** Accounts, what they prove themselves with, their sessions, their invitations, and the brake on guessing. */
export const up = `
create table account (
	practice_id uuid not null, id uuid not null, state text not null, email_token bytea, key_id uuid not null,
	sealed bytea not null, created_at bigint not null, primary key (practice_id, id));
create unique index account_email on account (practice_id, email_token);

create table account_session (
	practice_id uuid not null, id uuid not null, account_id uuid not null, token_hash bytea not null,
	assurance text not null, began text not null, started_at bigint not null, seen_at bigint not null,
	fresh_at bigint not null, ends_at bigint not null, revoked_at bigint, key_id uuid not null, sealed bytea not null,
	primary key (practice_id, id));
create unique index account_session_token on account_session (practice_id, token_hash);
create index account_session_account on account_session (practice_id, account_id);

create table account_factor (
	practice_id uuid not null, account_id uuid not null, kind text not null, last_step bigint not null default 0,
	key_id uuid not null, sealed bytea not null, created_at bigint not null,
	primary key (practice_id, account_id, kind));

create table passkey (
	practice_id uuid not null, id text not null, account_id uuid not null, counter bigint not null,
	key_id uuid not null, sealed bytea not null, created_at bigint not null, used_at bigint,
	primary key (practice_id, id));
create index passkey_account on passkey (practice_id, account_id);

create table passkey_challenge (
	practice_id uuid not null, challenge text not null, purpose text not null, account_id uuid,
	expires_at bigint not null, primary key (practice_id, challenge));

create table recovery_code (
	practice_id uuid not null, account_id uuid not null, hash bytea not null, used_at bigint,
	primary key (practice_id, account_id, hash));

create table one_time_code (
	practice_id uuid not null, id uuid not null, purpose text not null, hash bytea not null, tries_left int not null,
	expires_at bigint not null, key_id uuid not null, sealed bytea not null, primary key (practice_id, id));

create table throttle (
	practice_id uuid not null, token bytea not null, tries int not null, last_at bigint not null,
	until bigint not null, primary key (practice_id, token));

create table invitation (
	practice_id uuid not null, id uuid not null, state text not null, target_token bytea not null, token_hash bytea not null,
	second_hash bytea not null, tries_left int not null, ticket_hash bytea, ticket_until bigint,
	key_id uuid not null, sealed bytea not null, created_at bigint not null, expires_at bigint not null,
	claimed_by uuid, claimed_at bigint, linked_at bigint, primary key (practice_id, id));
create unique index invitation_token on invitation (practice_id, token_hash);
create index invitation_target on invitation (practice_id, target_token);
`;

/** Tables behind the tenant wall, and what the app may do to each beside reading and inserting. */
export const tenantTables: Readonly<Record<string, string>> = {
	account: 'update',
	account_session: 'update, delete',
	account_factor: 'update, delete',
	passkey: 'update, delete',
	passkey_challenge: 'delete',
	recovery_code: 'update, delete',
	one_time_code: 'update, delete',
	throttle: 'update, delete',
	invitation: 'update',
};
