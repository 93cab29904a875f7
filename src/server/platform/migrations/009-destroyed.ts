/**
 * Destruction: how often a part of a journal was destroyed (whoever holds older keys or facts in memory forgets them),
 * and the practice keys that nothing is wrapped with any more, until the key port has destroyed them.
 */
export const up = `
alter table journal add column epoch int not null default 0;
create table retired_key (
	practice_id uuid not null, name text not null, at bigint not null, primary key (practice_id, name));
`;

export const tenantTables: Readonly<Record<string, string>> = { retired_key: 'delete' };
