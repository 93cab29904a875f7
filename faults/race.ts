import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import type { Client, Story } from '../tests/support/story.ts';
import { done, type ToyFacts } from '../tests/support/toy.ts';

/** What the rounds showed. */
export interface Raced {
	readonly rounds: number;
	/** Sessions that opened while consent was not given, or stayed open after it was withdrawn. */
	readonly forbidden: number;
	readonly leftOpen: number;
	/** How often both sessions opened before the withdrawal, one did, none did: each order must have happened. */
	readonly both: number;
	readonly one: number;
	readonly none: number;
}

/** A file with one person who has consented. */
export async function fileWithConsent({
	send,
	openDossier,
}: Story): Promise<{ readonly ref: JournalRef; readonly client: Client }> {
	const ref = await openDossier();
	const client = { account: randomUUID(), person: randomUUID() };
	done(await send('person.add', ref, { id: client.person, name: 'Zoé', account: client.account }));
	done(await send('consent.give', ref, { person: client.person, means: 'signature' }, { as: client.account }));
	return { ref, client };
}

/** Withdraw ∥ open ∥ open, again and again, each first in turn, from several processes. */
export async function race(story: Story, worlds: readonly World<ToyFacts>[], rounds: number): Promise<Raced> {
	const found = { rounds, forbidden: 0, leftOpen: 0, both: 0, one: 0, none: 0 };
	const at = (n: number) => ({ world: worlds[n % worlds.length] });
	for (let round = 0; round < rounds; round++) {
		const { ref, client } = await fileWithConsent(story);
		const open = (n: number) => story.send('session.open', ref, { id: randomUUID() }, at(n));
		const withdraw = () =>
			story.send('consent.withdraw', ref, { person: client.person }, { as: client.account, ...at(0) });
		const sendings = [() => open(1), () => open(2), withdraw];
		const turned = [...sendings.slice(round % 3), ...sendings.slice(0, round % 3)];
		const refused = (await Promise.all(turned.map(soon))).filter((answer) => 'refused' in answer).length;
		found[refused === 0 ? 'both' : refused === 1 ? 'one' : 'none']++;
		const kinds = await kindsOf(story, ref, client.person);
		found.forbidden += forbiddenIn(kinds);
		found.leftOpen += count(kinds, 'session.opened') - count(kinds, 'session.closed');
	}
	return found;
}

/** A few milliseconds apart, so that each order happens. */
async function soon<T>(sending: () => Promise<T>): Promise<T> {
	await sleep(randomInt(8));
	return sending();
}

const count = (kinds: readonly string[], kind: string): number => kinds.filter((k) => k === kind).length;

/** The kinds of the lines of a file, in order. */
export async function kindsOf({ house }: Story, ref: JournalRef, person: string): Promise<readonly string[]> {
	const { entries } = await readEntries(house.world, house.practice, ref, { parts: [JOINT, person], limit: 100 });
	return entries.map((entry) => entry.kind);
}

/** A session that opens while consent is not given: what must never be found in a journal. */
function forbiddenIn(kinds: readonly string[]): number {
	let consents = false;
	let found = 0;
	for (const kind of kinds) {
		if (kind === 'consent.given') consents = true;
		if (kind === 'consent.withdrawn') consents = false;
		if (kind === 'session.opened' && !consents) found++;
	}
	return found;
}
