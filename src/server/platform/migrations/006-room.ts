/** Who sits in which room, for as long as their page is connected: shared by all processes, worth nothing after a crash. */
export const up = `
create unlogged table room_seat (
	practice_id uuid not null, session_id uuid not null, account_id uuid not null, id uuid not null, person_id uuid,
	role text not null, seen_at bigint not null, primary key (practice_id, session_id, account_id));
`;

export const tenantTables: Readonly<Record<string, string>> = { room_seat: 'update, delete' };
