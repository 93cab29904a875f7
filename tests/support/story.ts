import { randomUUID } from 'node:crypto';
import { type Done, perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor, Assurance } from '#server/kernel/act.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import type { Refusal } from '#server/kernel/refusal.ts';
import { done, type ToyFacts } from './toy.ts';
import { dossierRef, practiceRef, practitionerRef, type TestHouse } from './world.ts';

/** What may be said of one sending beside its act and input. */
export interface Sending {
	readonly id?: string;
	readonly as?: string | Actor | undefined;
	readonly assurance?: Assurance;
	readonly safetyFirst?: { readonly reason: string };
	readonly world?: World<ToyFacts> | undefined;
	readonly practice?: string;
}
/** Somebody who has an account and is a person of the dossier. */
export interface Client {
	readonly account: string;
	readonly person: string;
}
/** A couple's file in a practice of two practitioners and a receptionist. */
export interface Story {
	readonly house: TestHouse<ToyFacts>;
	readonly send: (act: string, journal: JournalRef, input: unknown, sending?: Sending) => Promise<Done | Refusal>;
	readonly practitioner: string;
	readonly colleague: string;
	readonly desk: string;
	readonly dossier: JournalRef;
	readonly anne: Client;
	readonly luc: Client;
	/** Another dossier of the same practitioner. */
	readonly openDossier: (by?: string) => Promise<JournalRef>;
}

/** Nobody who is signed in. */
export const stranger: Actor = { assurance: 'none' };

/** Send acts to a house; signed in with a passkey unless told otherwise. */
export const sender =
	(house: Pick<TestHouse<ToyFacts>, 'world' | 'practice'>, usual: string): Story['send'] =>
	(
		act,
		journal,
		input,
		{ id = randomUUID(), as = usual, assurance = 'passkey', safetyFirst, world, practice } = {},
	) => {
		const actor = typeof as === 'string' ? { account: as, assurance } : as;
		const sending = { id, practice: practice ?? house.practice, journal, act, actor, input };
		return perform(world ?? house.world, { ...sending, ...(safetyFirst && { safetyFirst }) });
	};

/** A practice with its key and one practitioner, on a database that has none yet. */
export async function toyPractice(
	world: World<ToyFacts>,
): Promise<{ readonly practice: string; readonly account: string }> {
	const [practice, account] = [randomUUID(), randomUUID()];
	const row = {
		id: practice,
		slug: `p-${practice}`,
		demo: false,
		key_name: await world.keys.rotate(practice),
		created_at: world.now(),
	};
	await world.db.insertInto('practice').values(row).execute();
	const send = sender({ world, practice }, account);
	done(
		await send('practice.open', practiceRef(practice), { owner: account }, { as: { system: true, assurance: 'none' } }),
	);
	return { practice, account };
}

/** Tell the toy product's story up to an open file with two persons in it. */
export async function toyStory(house: TestHouse<ToyFacts>): Promise<Story> {
	const [practitioner, colleague, desk] = [randomUUID(), randomUUID(), randomUUID()];
	const send = sender(house, practitioner);
	const ours = practiceRef(house.practice);
	done(await send('practice.open', ours, { owner: practitioner }, { as: { system: true, assurance: 'none' } }));
	done(await send('member.add', ours, { account: colleague, roles: ['practitioner'] }));
	done(await send('member.add', ours, { account: desk, roles: ['receptionist'] }));
	done(await send('permit.declare', practitionerRef(practitioner), { until: house.clock.now() + 1e10 }));
	const openDossier = async (by: string = practitioner) => {
		const dossier = dossierRef(randomUUID());
		done(await send('dossier.open', dossier, { label: 'a couple', practitioner: by }, { as: by }));
		return dossier;
	};
	const dossier = await openDossier();
	const add = async (name: string): Promise<Client> => {
		const client = { account: randomUUID(), person: randomUUID() };
		done(await send('person.add', dossier, { id: client.person, name, account: client.account }));
		return client;
	};
	return {
		house,
		send,
		practitioner,
		colleague,
		desk,
		dossier,
		anne: await add('Anne'),
		luc: await add('Luc'),
		openDossier,
	};
}

/** How many lines a journal holds, as stored. */
export async function lengthOf({ ownerOne }: TestHouse<ToyFacts>, { id }: JournalRef): Promise<number> {
	return (await ownerOne('select count(*)::int as n from entry where journal_id = $1', [id])).n;
}
