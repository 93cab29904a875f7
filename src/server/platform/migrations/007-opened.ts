/** A practice is one once everything of its first run is written: what a crash left half made is nobody's. */
export const up = `
alter table practice add opened_at bigint;
update practice set opened_at = created_at;
grant update (slug, opened_at) on practice to balise_app;
`;

export const tenantTables: Readonly<Record<string, string>> = {};
