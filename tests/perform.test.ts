import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { JOINT } from '#server/kernel/journal.ts';
import {
	done,
	dossierRef,
	lengthOf,
	practiceRef,
	practitionerRef,
	stranger,
	testHouse,
	testServer,
	toyModel,
	toyStory,
} from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const story = await toyStory(house);
const { send, dossier, anne, luc, practitioner, colleague, desk } = story;
const say = (text: string, part: string = JOINT) => ({ part, text });
const written = () => lengthOf(house, dossier);
const kinds = async (answer: ReturnType<typeof send>) => done(await answer).entries.map((e) => e.kind);

describe('what is sent is checked before anything is opened', () => {
	test('an act that does not exist, or of another kind of journal, is refused', async () => {
		expect(await send('nothing.such', dossier, {})).toMatchObject({ code: 'act.unknown' });
		expect(await send('session.open', practiceRef(house.practice), { id: randomUUID() })).toMatchObject({
			code: 'act.unknown',
		});
	});

	test('a wrong input is refused with the fields that are wrong, and nothing is written', async () => {
		const before = await written();
		const answer = await send('message.send', dossier, { part: 7, text: 'x'.repeat(5000) });
		expect(answer).toMatchObject({
			code: 'act.invalidInput',
			fields: { part: expect.any(String), text: expect.any(String) },
		});
		expect(await written()).toBe(before);
	});

	test.each([
		['not an id', 'x'],
		['an id in other letters', 'A5B1C3D4-0000-4000-8000-00000000000F'],
		['an id in braces', `{${randomUUID()}}`],
	])('a sending whose own id is %s is refused and nothing is written', async (_, id) => {
		const before = await written();
		expect(await send('message.send', dossier, say('hello'), { id })).toMatchObject({ code: 'act.invalidInput' });
		expect(await written()).toBe(before);
	});

	test('a journal named in other letters is a journal that does not exist: it would be sealed under another name', async () => {
		const absent = await send('message.send', dossierRef(randomUUID()), say('hello'));
		for (const id of [dossier.id.toUpperCase(), `{${dossier.id}}`, 'x', '']) {
			expect(await send('message.send', dossierRef(id), say('hello'))).toEqual(absent);
			expect(await send('message.copy', dossier, { to: id, text: 'hello' })).toEqual(absent);
		}
		done(await send('message.send', dossier, say('still readable')));
		house.world.cache.clear();
		done(await send('message.send', dossier, say('and again')));
	});

	test('what is deep or strange beside the fields that are asked for changes nothing', async () => {
		let deep: unknown = 1;
		for (let i = 0; i < 20_000; i++) deep = [deep];
		expect(await kinds(send('message.send', dossier, { ...say('hello'), deep, big: 1n }))).toEqual(['message.sent']);
	});
});

describe('one sending is done once', () => {
	test('sent again, it gets the same answer and writes nothing more', async () => {
		const id = randomUUID();
		const first = done(await send('message.send', dossier, say('once'), { id }));
		const before = await written();
		const again = done(await send('message.send', dossier, say('once'), { id }));
		expect(again).toEqual({ ...first, repeated: true });
		expect(await written()).toBe(before);
	});

	test('sent twice at the same time, from two processes, it is written once', async () => {
		const id = randomUUID();
		const world = house.another();
		const before = await written();
		const answers = await Promise.all([
			send('message.send', dossier, say('twice'), { id }),
			send('message.send', dossier, say('twice'), { id, world }),
		]);
		expect(answers.map((a) => done(a).repeated).sort()).toEqual([false, true]);
		expect(await written()).toBe(before + 1);
	});

	test('an act that opens a journal, sent again or twice at once, opens it once and answers the same', async () => {
		const ref = dossierRef(randomUUID());
		const id = randomUUID();
		const input = { label: 'once', practitioner };
		const [a, b] = await Promise.all([
			send('dossier.open', ref, input, { id }),
			send('dossier.open', ref, input, { id, world: house.another() }),
		]);
		expect([done(a).repeated, done(b).repeated].sort()).toEqual([false, true]);
		expect(done(await send('dossier.open', ref, input, { id })).entries).toEqual(done(a).entries);
		expect(await lengthOf(house, ref)).toBe(1);
	});

	test('the same id with another act, input, actor or journal is refused', async () => {
		const id = randomUUID();
		done(await send('message.send', dossier, say('mine'), { id }));
		const other = await story.openDossier();
		for (const answer of [
			await send('message.send', dossier, say('other'), { id }),
			await send('message.send', dossier, say('mine'), { id, as: anne.account }),
			await send('message.send', other, say('mine'), { id }),
			await send('consent.give', dossier, { person: anne.person, means: 'oral' }, { id }),
		])
			expect(answer).toMatchObject({ code: 'attempt.reused' });
	});

	test('a refusal does not use the id up', async () => {
		const id = randomUUID();
		const file = await story.openDossier();
		const child = randomUUID();
		done(await send('person.add', file, { id: child, name: 'Zoé' }));
		const session = { id: randomUUID() };
		expect(await send('session.open', file, session, { id })).toMatchObject({ code: 'act.normUnmet' });
		done(await send('consent.give', file, { person: child, means: 'oral' }));
		expect(await kinds(send('session.open', file, session, { id }))).toEqual(['session.opened']);
	});

	test('what is left out and what is sent as nothing are the same sending', async () => {
		const id = randomUUID();
		done(await send('message.send', dossier, { ...say('once'), answers: undefined }, { id }));
		expect(done(await send('message.send', dossier, say('once'), { id })).repeated).toBe(true);
	});
});

describe('opening a journal', () => {
	test('refused, by its rule or to somebody who may not, leaves nothing behind', async () => {
		const ref = dossierRef(randomUUID());
		expect(await send('dossier.open', ref, { label: 'x', practitioner, refuse: true })).toMatchObject({
			code: 'toy.no',
		});
		expect(await send('dossier.open', ref, { label: 'x', practitioner }, { as: stranger })).toMatchObject({
			code: 'act.notYours',
		});
		expect(await house.owner('select id from journal where id = $1', [ref.id])).toEqual([]);
		done(await send('dossier.open', ref, { label: 'x', practitioner }));
	});

	test('where there is one already is refused, in the same words as any file out of reach', async () => {
		const absent = await send('message.send', dossierRef(randomUUID()), say('hello'));
		expect(await send('dossier.open', dossier, { label: 'x', practitioner })).toEqual(absent);
		expect(await send('dossier.open', dossier, { label: 'x', practitioner }, { as: colleague })).toEqual(absent);
		const twice = dossierRef(randomUUID());
		const opened = await Promise.all([1, 2].map(() => send('dossier.open', twice, { label: 'x', practitioner })));
		expect(opened.filter((o) => 'refused' in o)).toEqual([absent]);
	});

	test('is judged on the practitioner who opens it', async () => {
		const late = randomUUID();
		done(await send('member.add', practiceRef(house.practice), { account: late, roles: ['practitioner'] }));
		done(await send('permit.declare', practitionerRef(late), { until: house.clock.now() - 1 }, { as: late }));
		const answer = await send(
			'dossier.open',
			dossierRef(randomUUID()),
			{ label: 'x', practitioner: late },
			{ as: late },
		);
		expect(answer).toMatchObject({ code: 'act.normUnmet', duties: [{ duty: 'toy-permit' }] });
	});

	test('that fails half way keeps no key of it: what is written next can be read', async () => {
		const ref = dossierRef(randomUUID());
		const slot = { practitioner, start: 1000, end: 2000 };
		done(await send('meeting.book', dossier, { id: randomUUID(), ...slot }));
		const open = { label: 'first meeting', practitioner, book: { id: randomUUID(), ...slot } };
		expect(await send('dossier.openAndBook', ref, open)).toMatchObject({ code: 'appointment.taken' });
		done(await send('dossier.openAndBook', ref, { ...open, book: { ...open.book, start: 3000, end: 4000 } }));
		const elsewhere = house.another();
		done(await send('message.send', ref, say('read by another process'), { world: elsewhere }));
		const keys = await house.owner(
			'select key_id from entry where journal_id = $1 and key_id not in (select id from key_ledger)',
			[ref.id],
		);
		expect(keys).toEqual([]);
	});
});

describe('keys', () => {
	test('of a whole practice are made once, whoever needs them first', async () => {
		const practice = await house.addPractice();
		const worlds = [1, 2, 3, 4].map(() => house.another());
		const open = (world: (typeof worlds)[number]) =>
			send(
				'permit.declare',
				practitionerRef(randomUUID()),
				{ until: 1 },
				{ practice, world, as: { system: true, assurance: 'none' } },
			);
		await Promise.all(worlds.map(open));
		const twice = await house.owner(
			'select part from key_ledger where practice_id = $1 group by part, journal_id having count(*) > 1',
			[practice],
		);
		expect(twice).toEqual([]);
	});
});

describe('bookings', () => {
	test('two at the same time with one practitioner are refused by the database, and nothing of the second is written', async () => {
		const slot = { practitioner, start: 10_000, end: 20_000 };
		done(await send('meeting.book', dossier, { id: randomUUID(), ...slot }));
		const before = await written();
		expect(await send('meeting.book', dossier, { id: randomUUID(), ...slot, start: 15_000 })).toMatchObject({
			code: 'appointment.taken',
		});
		expect(await written()).toBe(before);
	});

	test('given to another practitioner frees the first and fills the other', async () => {
		const id = randomUUID();
		const slot = { start: 30_000, end: 40_000 };
		done(await send('meeting.book', dossier, { id, practitioner, ...slot }));
		done(await send('meeting.book', dossier, { id, practitioner: colleague, ...slot }));
		done(await send('meeting.book', dossier, { id: randomUUID(), practitioner, ...slot }));
		const third = await send('meeting.book', dossier, { id: randomUUID(), practitioner: colleague, ...slot });
		expect(third).toMatchObject({ code: 'appointment.taken' });
	});

	test('of another file are not changed by whoever names them', async () => {
		const id = randomUUID();
		const slot = { practitioner, start: 50_000, end: 60_000 };
		done(await send('meeting.book', dossier, { id, ...slot }));
		const other = await story.openDossier();
		await expect(send('meeting.book', other, { id, ...slot, start: 70_000, end: 80_000 })).resolves.toMatchObject({
			refused: true,
		});
		expect(await house.owner('select journal_id, starts_at from appointment where id = $1', [id])).toEqual([
			{ journal_id: dossier.id, starts_at: 50_000 },
		]);
	});

	test('leave one message for the outbox, sealed, in the same transaction', async () => {
		const count = async () => (await house.ownerOne("select count(*)::int as n from outbox where state = 'waiting'")).n;
		const before = await count();
		done(await send('meeting.book', dossier, { id: randomUUID(), practitioner, start: 90_000, end: 91_000 }));
		expect(
			await send('meeting.book', dossier, { id: randomUUID(), practitioner, start: 90_000, end: 91_000 }),
		).toMatchObject({ refused: true });
		expect(await count()).toBe(before + 1);
	});
});

describe('what follows', () => {
	test('is written by the system, two deep, also in another journal, and no deeper', async () => {
		const file = await story.openDossier();
		const [child, account, session] = [randomUUID(), randomUUID(), randomUUID()];
		done(await send('person.add', file, { id: child, name: 'Zoé', account }));
		done(await send('consent.give', file, { person: child, means: 'signature' }, { as: account }));
		done(await send('session.open', file, { id: session }));
		const before = await lengthOf(house, practiceRef(house.practice));
		const { entries } = done(await send('consent.withdraw', file, { person: child }, { as: account }));
		expect(entries.map((e) => [e.kind, e.part, e.by.as])).toEqual([
			['consent.withdrawn', child, 'client'],
			['session.closed', JOINT, 'system'],
		]);
		expect(await lengthOf(house, practiceRef(house.practice))).toBe(before + 1);
	});

	test('is told to the other processes after the commit, journal by journal', async () => {
		const file = await story.openDossier();
		expect(house.announced.at(-1)).toEqual({ journal: file.id, seq: 1 });
		const heard = house.announced.length;
		expect(await send('session.open', file, { id: 'no id' })).toMatchObject({ refused: true });
		expect(house.announced.length).toBe(heard);
	});
});

describe('the wall between practices', () => {
	test("another practice's file answers as one that does not exist, whoever asks", async () => {
		const elsewhere = await house.addPractice();
		const owner = { system: true, assurance: 'none' } as const;
		done(
			await send('practice.open', practiceRef(elsewhere), { owner: practitioner }, { practice: elsewhere, as: owner }),
		);
		const absent = await send('message.send', dossierRef(randomUUID()), say('x'), { practice: elsewhere });
		for (const as of [practitioner, anne.account, luc.account, desk]) {
			expect(await send('message.send', dossier, say('x'), { practice: elsewhere, as })).toEqual(absent);
		}
	});
});
