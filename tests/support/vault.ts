import type { TestHouse } from './world.ts';

/** The tables an attacker may lay hands on. */
export const attacked = [
	'journal',
	'entry',
	'attempt',
	'key_ledger',
	'snapshot',
	'brief',
	'care',
	'appointment',
	'blind',
	'access_head',
	'access_batch',
	'access_subject',
	'checkpoint',
	'checkpoint_leaf',
	'sign_key',
] as const;

/** Keep a copy of everything, so that each attack begins from the same true state. */
export async function vault<F>({ owner }: TestHouse<F>): Promise<{ readonly restore: () => Promise<void> }> {
	await owner('create schema kept');
	for (const table of attacked) await owner(`create table kept.${table} as table ${table}`);
	const back = attacked.map((table) => `delete from ${table}; insert into ${table} select * from kept.${table};`);
	const restore = async () => {
		await owner(back.join('\n')); // one statement, one commit
	};
	return { restore };
}
