import { expect } from 'vitest';
import { dayOf } from '#server/kernel/time.ts';
import type { HttpPath } from './http-path.ts';
import { type Fields, formOf, reader, type Shown } from './no-script.ts';
import { type Client, request } from './path.ts';

export const REGISTER = '/fr/office/practice/incidents';

/** What somebody types to note an incident known today. */
export const happened = (path: HttpPath): Fields => {
	const today = dayOf(path.world.now());
	return {
		how: 'seen',
		'data[]': ['notes', 'contact'],
		circumstances: 'Un ordinateur est resté ouvert dans la salle d’attente.',
		from: today,
		awareOn: today,
	};
};

/** What somebody concludes of the risk. */
export const weighed = {
	sensitivity: 'Des notes de suivi.',
	misuse: 'Par quelqu’un de l’entourage.',
	consequences: 'De la honte, un conflit.',
	likelihood: 'Faible.',
} as const;

/** Whoever answers for the practice, at work on its incidents through the pages alone. */
export function incidentsDesk(path: HttpPath, actor = path.practitioner.actor) {
	const { open, send } = reader(path, actor);
	/** Note an incident, or begin a rehearsal; answers its page. */
	const note = async (form: 'open' | 'rehearse' = 'open', typed: Fields = {}): Promise<Shown> => {
		const page = await send(await open(REGISTER), form, { ...happened(path), ...typed });
		expect(page.address).toMatch(/incidents\/[0-9a-f-]{36}$/);
		return page;
	};
	/** Look in the access log for what these accounts opened today, and add everyone found. */
	const find = async (address: string, account = path.practitioner.account): Promise<Shown> => {
		const today = dayOf(path.world.now());
		const search = `${address}/who?account=${account}&from=${today}&until=${today}`;
		const found = await open(search);
		const action = formOf(found, 'affect');
		const people = [action.fields['people[]'] ?? []].flat();
		const sent = await send({ ...found, address: `${address}/who` }, 'affect', { 'people[]': people });
		expect(sent.status).toBe(200);
		return open(address);
	};
	return { open, send, note, find };
}

/** As many clients, each with a file that the practitioner opened today. */
export async function openedFiles(path: HttpPath, names: readonly string[]): Promise<readonly Client[]> {
	const clients: Client[] = [];
	for (const name of names) {
		const client = await request(path, { names: [name] });
		const page = await path.page(path.practitioner.actor, `/fr/office/clients/${client.dossier.id}`);
		expect(page.status).toBe(200);
		clients.push(client);
	}
	return clients;
}
