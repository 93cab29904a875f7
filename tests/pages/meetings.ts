import type { HttpPath } from '../support/http-path.ts';
import { formOf, reader, type Shown } from '../support/no-script.ts';
import { type Client, request, type Step, walk } from '../support/path.ts';

/** The address of a page of a client's file. */
export const at = (client: Client, place = '') => `/fr/office/clients/${client.dossier.id}${place && `/${place}`}`;

/** One of a client's persons. */
export const person = (client: Client, index = 0) => {
	const found = client.persons[index];
	if (!found) throw new Error('nobody');
	return found;
};

/** What a practitioner writes in a note. */
export const written = {
	'body.reason': 'Conflits à la maison.',
	'body.course': 'Écoute, reformulation.',
	'body.plan': 'Revoir mardi.',
};

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Holding meetings through pages alone, without scripts: from the door to the note. */
export function meetingsIn(path: HttpPath) {
	const { open, send } = reader(path, path.practitioner.actor);
	const factsOf = async (client: Client) => (await path.factsOf(client.dossier)).dossier;

	/** Somebody in care, with everything on file but what is named. */
	const inCare = async (names: readonly string[] = ['Camille Roy'], without: readonly Step[] = []): Promise<Client> => {
		const client = await request(path, { names, kind: names.length > 1 ? 'couple' : 'person' });
		await walk(path, client, { without });
		return client;
	};

	/** A room opened from the page of appointments, without an appointment; answers its page. */
	const openRoom = async (client: Client, typed: Typed = {}): Promise<Shown> => {
		const page = await open(at(client, 'appointments'));
		const by = /value="(video:[0-9a-f-]{36})"/.exec(formOf(page, 'now').html)?.[1] ?? '';
		return send(page, 'now', { purpose: 'service', by, ...typed });
	};

	/** The room as its other side opens it. */
	const visit = (client: Client, room: Shown, index = 0) =>
		reader(path, person(client, index).actor).open(room.address);

	/** Somebody says where they are. */
	const arrives = async (client: Client, room: Shown, typed: Typed = {}, index = 0): Promise<Shown> => {
		const side = reader(path, person(client, index).actor);
		const where = { territory: 'QC', town: 'Rimouski', ...typed };
		return side.send(await side.open(room.address), `arrive:${person(client, index).id}-new`, where);
	};

	/** The practitioner lets somebody in. */
	const admits = async (client: Client, room: Shown, index = 0, typed: Typed = {}): Promise<Shown> =>
		send(await open(room.address), `admit:${person(client, index).id}`, typed);

	/** A meeting held from the door to its end: what the notes page then shows. */
	const met = async (client: Client, typed: Typed = {}): Promise<Shown> => {
		const room = await openRoom(client, typed);
		for (const i of client.persons.keys()) await arrives(client, room, {}, i);
		for (const i of client.persons.keys()) await admits(client, room, i);
		return send(await open(room.address), 'end', { agreed: 'On se revoit mardi.' });
	};

	return { open, send, factsOf, inCare, openRoom, visit, arrives, admits, met };
}
