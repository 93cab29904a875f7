/** What packages from other practices are sealed to (X25519), sealed itself; its public half is the practice's address. */
export const up = `
create table box_key (
	practice_id uuid primary key, key_id uuid not null, sealed bytea not null, created_at bigint not null);
`;

/** Tables behind the tenant wall, and what the app may do to each beside reading and inserting. */
export const tenantTables: Readonly<Record<string, string>> = { box_key: '' };
