/** The devices people sign in from: what was attested of each, when it was last seen, whether it was revoked (nb-6-l). */
export const up = `
create table account_device (
	practice_id uuid not null, id uuid not null, account_id uuid not null, token_hash bytea not null,
	locked boolean, encrypted boolean, attested_at bigint, first_at bigint not null, seen_at bigint not null,
	revoked_at bigint, key_id uuid not null, sealed bytea not null, primary key (practice_id, id));
create unique index account_device_token on account_device (practice_id, account_id, token_hash);
alter table account_session add device_id uuid;
`;

export const tenantTables: Readonly<Record<string, string>> = { account_device: 'update, delete' };
