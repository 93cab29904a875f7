import * as journal from './001-journal.ts';
import * as accounts from './002-accounts.ts';
import * as live from './003-live.ts';
import * as proof from './004-proof.ts';
import * as jobs from './005-jobs.ts';
import * as room from './006-room.ts';

/** One step of the schema: its SQL, and the tenant tables it makes with what the app may do to them. */
export interface Migration {
	readonly name: string;
	readonly up: string;
	readonly tenantTables: Readonly<Record<string, string>>;
}

/** Every step, in order; a step that was released is never changed. */
export const migrations: readonly Migration[] = [
	{ name: '001-journal', ...journal },
	{ name: '002-accounts', ...accounts },
	{ name: '003-live', ...live },
	{ name: '004-proof', ...proof },
	{ name: '005-jobs', ...jobs },
	{ name: '006-room', ...room },
];
