import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readEntries } from '#server/journal/read.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import {
	type Client,
	done,
	lengthOf,
	practiceRef,
	testHouse,
	testServer,
	toyModel,
	toyStory,
} from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const story = await toyStory(house);
const { send, practitioner } = story;
const worlds = [house.world, house.another(), house.another()] as const;

async function fileWithConsent(): Promise<{ ref: JournalRef; client: Client }> {
	const ref = await story.openDossier();
	const client = { account: randomUUID(), person: randomUUID() };
	done(await send('person.add', ref, { id: client.person, name: 'Zoé', account: client.account }));
	done(await send('consent.give', ref, { person: client.person, means: 'signature' }, { as: client.account }));
	return { ref, client };
}
const kindsOf = async (ref: JournalRef, person: string) =>
	(await readEntries(house.world, house.practice, ref, { parts: [JOINT, person], limit: 100 })).entries.map(
		(e) => e.kind,
	);
/** A session that opens while consent is not given: what must never be found in a journal. */
function forbidden(kinds: readonly string[]): number {
	let consent = false;
	let found = 0;
	for (const kind of kinds) {
		if (kind === 'consent.given') consent = true;
		if (kind === 'consent.withdrawn') consent = false;
		if (kind === 'session.opened' && !consent) found++;
	}
	return found;
}

describe('races', () => {
	test('withdraw ∥ open ∥ open, 300 times from three processes: no session opens after consent was withdrawn', async () => {
		const outcomes = { openBoth: 0, openOne: 0, openNone: 0, forbidden: 0, leftOpen: 0 };
		for (let round = 0; round < 300; round++) {
			const { ref, client } = await fileWithConsent();
			const open = (n: number) => send('session.open', ref, { id: randomUUID() }, { world: worlds[n] });
			const withdraw = () =>
				send('consent.withdraw', ref, { person: client.person }, { as: client.account, world: worlds[0] });
			const sendings = [() => open(1), () => open(2), withdraw];
			// Each begins first a third of the times.
			const turned = sendings.map((_, i) => sendings[(i + round) % 3] as () => ReturnType<typeof open>);
			const answers = await Promise.all(turned.map((sendIt) => sendIt()));
			const refused = answers.filter((a) => 'refused' in a).length;
			outcomes[refused === 0 ? 'openBoth' : refused === 1 ? 'openOne' : 'openNone']++;
			const kinds = await kindsOf(ref, client.person);
			outcomes.forbidden += forbidden(kinds);
			const open_ =
				kinds.filter((k) => k === 'session.opened').length - kinds.filter((k) => k === 'session.closed').length;
			outcomes.leftOpen += open_;
		}
		expect(outcomes).toMatchObject({ forbidden: 0, leftOpen: 0 });
		// The race was one: each order happened.
		expect(Math.min(outcomes.openBoth, outcomes.openOne + outcomes.openNone)).toBeGreaterThan(20);
	});

	test('thirty lines at once on one file from three processes: none lost, one chain, one place each', async () => {
		const { ref } = await fileWithConsent();
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
		const refs = await Promise.all([1, 2, 3].map(fileWithConsent));
		const crossed = Array.from({ length: 60 }, (_, i) => {
			const [from, to] = [refs[i % 3], refs[(i + 1 + (i % 2)) % 3]];
			return send('message.copy', from?.ref as JournalRef, { to: to?.ref.id, text: 'x' }, { world: worlds[i % 3] });
		});
		for (const answer of await Promise.all(crossed)) done(answer);
	});

	test('reactions into the journal of the practice, from many files at once: each is written once', async () => {
		const files = await Promise.all(Array.from({ length: 12 }, fileWithConsent));
		for (const { ref } of files) done(await send('session.open', ref, { id: randomUUID() }));
		const before = await lengthOf(house, practiceRef(house.practice));
		const withdrawn = files.map(({ ref, client }, i) =>
			send('consent.withdraw', ref, { person: client.person }, { as: client.account, world: worlds[i % 3] }),
		);
		for (const answer of await Promise.all(withdrawn)) done(answer);
		expect(await lengthOf(house, practiceRef(house.practice))).toBe(before + files.length);
	});

	test('one slot, ten people who book it: one has it', async () => {
		const files = await Promise.all(Array.from({ length: 10 }, fileWithConsent));
		const slot = { practitioner, start: 1_000_000, end: 1_003_600 };
		const answers = await Promise.all(
			files.map(({ ref }, i) => send('meeting.book', ref, { id: randomUUID(), ...slot }, { world: worlds[i % 3] })),
		);
		expect(answers.filter((a) => !('refused' in a))).toHaveLength(1);
		for (const a of answers) if ('refused' in a) expect(a.code).toBe('appointment.taken');
	});

	test('a person leaves ∥ writes: nothing of theirs comes after they left', async () => {
		for (let round = 0; round < 30; round++) {
			const { ref, client } = await fileWithConsent();
			const as = client.account;
			await Promise.all([
				send('message.send', ref, { part: client.person, text: 'x' }, { as, world: worlds[round % 3] }),
				send('person.leave', ref, { person: client.person }, { as, world: worlds[(round + 1) % 3] }),
			]);
			const kinds = await kindsOf(ref, client.person);
			expect(kinds.lastIndexOf('message.sent')).toBeLessThan(kinds.indexOf('person.left'));
		}
	});

	test('after all that, everything verifies', async () => {
		const { findings, read } = await verifyAll({ db: house.world.db, world: house.another() });
		expect(findings).toEqual([]);
		expect(read.journals).toBeGreaterThan(330);
	});
});
