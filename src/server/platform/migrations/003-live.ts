import { liveTable } from '../live.ts';

/** Events between processes, and the secret that seals them for the minute they live. */
export const up = `
${liveTable}
create table live_secret (secret bytea not null);
insert into live_secret select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
`;

export const tenantTables: Readonly<Record<string, string>> = {};
