/** Whose turn it is to do what comes round by itself; written by the owner's connections alone. */
export const up = `
create table job (
	name text primary key, turn bigint not null, due_at bigint not null, held_until bigint not null);
`;

export const tenantTables: Readonly<Record<string, string>> = {};
