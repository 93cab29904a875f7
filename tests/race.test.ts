import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import { fileWithConsent, kindsOf, race } from '../faults/race.ts';
import { done, lengthOf, practiceRef, testHouse, testServer, toyModel, toyStory } from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const story = await toyStory(house);
const { send, practitioner } = story;
const worlds = [house.world, house.another(), house.another()] as const;

describe('races', () => {
	test('withdraw ∥ open ∥ open, 300 times from three processes: no session opens after consent was withdrawn', async () => {
		const found = await race(story, worlds, 300);
		expect(found).toMatchObject({ rounds: 300, forbidden: 0, leftOpen: 0 });
		// The race was one: each order happened.
		expect(Math.min(found.both + found.one, found.none)).toBeGreaterThan(10);
	});

	test('thirty lines at once on one file from three processes: none lost, one chain, one place each', async () => {
		const { ref } = await fileWithConsent(story);
		const before = await lengthOf(house, ref);
		const answers = await Promise.all(
			Array.from({ length: 30 }, (_, i) =>
				send('message.send', ref, { part: JOINT, text: `${i}` }, { world: worlds[i % 3] }),
			),
		);
		const seqs = answers.map((a) => done(a).entries[0]?.seq).sort((a, b) => Number(a) - Number(b));
		expect(seqs).toEqual(seqs.map((_, i) => before + 1 + i));
	});

	test('acts that write several journals in crossed order finish: nobody waits for ever', async () => {
		const refs = await Promise.all([1, 2, 3].map(() => fileWithConsent(story)));
		const crossed = Array.from({ length: 60 }, (_, i) => {
			const [from, to] = [refs[i % 3], refs[(i + 1 + (i % 2)) % 3]];
			return send('message.copy', from?.ref as JournalRef, { to: to?.ref.id, text: 'x' }, { world: worlds[i % 3] });
		});
		for (const answer of await Promise.all(crossed)) done(answer);
	});

	test('reactions into the journal of the practice, from many files at once: each is written once', async () => {
		const files = await Promise.all(Array.from({ length: 12 }, () => fileWithConsent(story)));
		for (const { ref } of files) done(await send('session.open', ref, { id: randomUUID() }));
		const before = await lengthOf(house, practiceRef(house.practice));
		const withdrawn = files.map(({ ref, client }, i) =>
			send('consent.withdraw', ref, { person: client.person }, { as: client.account, world: worlds[i % 3] }),
		);
		for (const answer of await Promise.all(withdrawn)) done(answer);
		expect(await lengthOf(house, practiceRef(house.practice))).toBe(before + files.length);
	});

	test('one slot, ten people who book it: one has it', async () => {
		const files = await Promise.all(Array.from({ length: 10 }, () => fileWithConsent(story)));
		const slot = { practitioner, start: 1_000_000, end: 1_003_600 };
		const answers = await Promise.all(
			files.map(({ ref }, i) => send('meeting.book', ref, { id: randomUUID(), ...slot }, { world: worlds[i % 3] })),
		);
		expect(answers.filter((a) => !('refused' in a))).toHaveLength(1);
		for (const a of answers) if ('refused' in a) expect(a.code).toBe('appointment.taken');
	});

	test('a person leaves ∥ writes: nothing of theirs comes after they left', async () => {
		for (let round = 0; round < 30; round++) {
			const { ref, client } = await fileWithConsent(story);
			const as = client.account;
			await Promise.all([
				send('message.send', ref, { part: client.person, text: 'x' }, { as, world: worlds[round % 3] }),
				send('person.leave', ref, { person: client.person }, { as, world: worlds[(round + 1) % 3] }),
			]);
			const kinds = await kindsOf(story, ref, client.person);
			expect(kinds.lastIndexOf('message.sent')).toBeLessThan(kinds.indexOf('person.left'));
		}
	});

	test('after all that, everything verifies', async () => {
		const { findings, read } = await verifyAll({ db: house.world.db, world: house.another() });
		expect(findings).toEqual([]);
		expect(read.journals).toBeGreaterThan(330);
	});
});
