import * as journal from './001-journal.ts';
import * as accounts from './002-accounts.ts';
import * as live from './003-live.ts';
import * as proof from './004-proof.ts';
import * as jobs from './005-jobs.ts';
import * as room from './006-room.ts';
import * as opened from './007-opened.ts';
import * as devices from './008-devices.ts';
import * as destroyed from './009-destroyed.ts';
import * as address from './010-address.ts';
import * as backups from './011-backups.ts';

/** One step of the schema: its SQL, and the tenant tables it makes with what the app may do to them. */
export interface Migration {
	readonly name: string;
	readonly up: string;
	readonly tenantTables: Readonly<Record<string, string>>;
}

/** Every step, in order; a step that was released is never changed. */
export const migrations: readonly Migration[] = [
	{ name: '001-journal', up: journal.up, tenantTables: journal.tenantTables },
	{ name: '002-accounts', up: accounts.up, tenantTables: accounts.tenantTables },
	{ name: '003-live', up: live.up, tenantTables: live.tenantTables },
	{ name: '004-proof', up: proof.up, tenantTables: proof.tenantTables },
	{ name: '005-jobs', up: jobs.up, tenantTables: jobs.tenantTables },
	{ name: '006-room', up: room.up, tenantTables: room.tenantTables },
	{ name: '007-opened', up: opened.up, tenantTables: opened.tenantTables },
	{ name: '008-devices', up: devices.up, tenantTables: devices.tenantTables },
	{ name: '009-destroyed', up: destroyed.up, tenantTables: destroyed.tenantTables },
	{ name: '010-address', up: address.up, tenantTables: address.tenantTables },
	{ name: '011-backups', up: backups.up, tenantTables: backups.tenantTables },
];
