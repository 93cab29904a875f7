import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { perform } from '#server/journal/perform.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
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
const textOf = (answer: Awaited<ReturnType<typeof send>>) => done(answer).entries.map((e) => e.data);

describe('a file out of reach answers exactly as one that does not exist', () => {
	const absent = dossierRef(randomUUID());
	const nobody = randomUUID();
	const people = { 'a colleague': colleague, 'an account of nobody here': nobody, 'somebody not signed in': stranger };
	const acts: readonly (readonly [string, unknown])[] = [
		['message.send', say('x')],
		['message.send', { ...say('x'), answers: 1 }],
		['session.open', { id: randomUUID() }],
		['consent.give', { person: anne.person, means: 'signature' }],
		['consent.withdraw', { person: luc.person }],
		['person.leave', { person: anne.person }],
		['meeting.cancel', { id: randomUUID(), practitioner, start: 1, end: 2 }],
	];

	test.each(Object.entries(people))('to %s, whatever the act', async (_, as) => {
		for (const [act, input] of acts) {
			const [there, nowhere] = [await send(act, dossier, input, { as }), await send(act, absent, input, { as })];
			expect(there).toEqual(nowhere);
			expect(there).toMatchObject({ code: 'act.notYourDossier' });
		}
	});

	test('also under an id that a real sending used', async () => {
		const id = randomUUID();
		done(await send('message.send', dossier, say('mine'), { id }));
		for (const as of Object.values(people)) {
			expect(await send('message.send', dossier, say('mine'), { id, as })).toEqual(
				await send('message.send', absent, say('mine'), { as }),
			);
		}
	});

	test('also to somebody who was a person of it and left, even for what they once sent', async () => {
		const file = await story.openDossier();
		const [person, account, id] = [randomUUID(), randomUUID(), randomUUID()];
		done(await send('person.add', file, { id: person, name: 'Paul', account }));
		done(await send('message.send', file, say('hello'), { as: account, id }));
		done(await send('person.leave', file, { person }, { as: account }));
		expect(await send('message.send', file, say('hello'), { as: account, id })).toMatchObject({
			code: 'act.notYourDossier',
		});
	});

	test("a practitioner's own journal is nobody else's", async () => {
		const input = { until: 1 };
		expect(await send('permit.declare', practitionerRef(practitioner), input, { as: colleague })).toMatchObject({
			code: 'act.notYourDossier',
		});
		expect(await send('permit.declare', practitionerRef(practitioner), input, { as: anne.account })).toMatchObject({
			code: 'act.notYourDossier',
		});
	});
});

describe('who may', () => {
	test('is said by the act: a client does not open sessions, a receptionist does not write to clients', async () => {
		expect(await send('session.open', dossier, { id: randomUUID() }, { as: anne.account })).toMatchObject({
			code: 'act.notYours',
		});
		expect(await send('message.send', dossier, say('x'), { as: desk })).toMatchObject({ code: 'act.notYourDossier' });
		expect(
			await send('member.add', practiceRef(house.practice), { account: desk, roles: ['owner'] }, { as: desk }),
		).toMatchObject({
			code: 'act.notYours',
		});
	});

	test('the desk books for a file it cannot read', async () => {
		const meeting = { id: randomUUID(), practitioner, start: 1, end: 2 };
		expect(textOf(await send('meeting.book', dossier, meeting, { as: desk }))).toEqual([meeting]);
	});

	test.each([['none', 'link', 'code']] as const)(
		'a member with one factor (%s, %s, %s) is asked for the second',
		async (...weak) => {
			for (const assurance of weak) {
				expect(await send('message.send', dossier, say('x'), { assurance })).toMatchObject({
					code: 'account.secondFactorMissing',
				});
			}
			done(await send('message.send', dossier, say('x'), { assurance: 'twoFactor' }));
		},
	);

	test('a client may write with a code, not with a mere link', async () => {
		const as = anne.account;
		expect(await send('message.send', dossier, say('x'), { as, assurance: 'link' })).toMatchObject({
			code: 'account.secondFactorMissing',
		});
		done(await send('message.send', dossier, say('x'), { as, assurance: 'code' }));
	});
});

describe('nobody speaks for another', () => {
	const consent = (person: string, means = 'signature') => ({ person, means });

	test('a person speaks for themself, and the line says so', async () => {
		const { entries } = done(await send('consent.give', dossier, consent(anne.person), { as: anne.account }));
		expect(entries[0]).toMatchObject({
			part: anne.person,
			by: { as: 'client', account: anne.account, person: anne.person, means: 'signature' },
		});
	});

	test('the partner does not', async () => {
		expect(await send('consent.give', dossier, consent(luc.person), { as: anne.account })).toMatchObject({
			code: 'act.notForThem',
		});
		expect(await send('consent.withdraw', dossier, { person: anne.person }, { as: luc.account })).toMatchObject({
			code: 'act.notForThem',
		});
	});

	test('the practitioner writes down an oral or paper word, never a signature', async () => {
		expect(await send('consent.give', dossier, consent(luc.person))).toMatchObject({ code: 'act.notForThem' });
		const { entries } = done(await send('consent.give', dossier, consent(luc.person, 'oral')));
		expect(entries[0]?.by).toEqual({ as: 'practitioner', account: practitioner, means: 'oral' });
	});

	test('a representative does, while their authority lasts', async () => {
		const file = await story.openDossier();
		const [child, parent, account] = [randomUUID(), randomUUID(), randomUUID()];
		done(await send('person.add', file, { id: child, name: 'Zoé' }));
		done(await send('person.add', file, { id: parent, name: 'Marc', account, role: 'representative' }));
		expect(await send('consent.give', file, consent(child), { as: account })).toMatchObject({ code: 'act.notForThem' });
		done(await send('representative.name', file, { of: child, by: parent, until: house.clock.now() + 1000 }));
		const { entries } = done(await send('consent.give', file, consent(child), { as: account }));
		expect(entries[0]?.by).toMatchObject({ as: 'representative', account, person: parent });
		house.clock.advance(1000);
		expect(await send('consent.withdraw', file, { person: child }, { as: account })).toMatchObject({ refused: true });
	});

	test('nobody speaks for a person who is not there, or left', async () => {
		expect(await send('consent.give', dossier, consent(randomUUID(), 'oral'))).toMatchObject({
			code: 'act.noSuchPerson',
		});
	});

	test('somebody who is two persons of a file signs as the one they speak for', async () => {
		const file = await story.openDossier();
		const account = randomUUID();
		const twice = [randomUUID(), randomUUID()];
		for (const id of twice) done(await send('person.add', file, { id, name: 'Alex', account }));
		for (const person of twice) {
			const { entries } = done(await send('consent.give', file, consent(person), { as: account }));
			expect(entries[0]?.by.person).toBe(person);
		}
	});
});

describe('parts', () => {
	test("a client writes in the joint part and their own, never in the partner's", async () => {
		const as = anne.account;
		done(await send('message.send', dossier, say('to both'), { as }));
		done(await send('message.send', dossier, say('mine', anne.person), { as }));
		const before = await lengthOf(house, dossier);
		expect(await send('message.send', dossier, say('theirs', luc.person), { as })).toMatchObject({
			code: 'act.notYourPart',
		});
		expect(await lengthOf(house, dossier)).toBe(before);
	});

	test('a part that no person has cannot be written, not even by the practitioner', async () => {
		for (const part of [randomUUID(), 'Joint', '', '__proto__']) {
			expect(await send('message.send', dossier, say('x', part))).toMatchObject({ code: 'act.notYourPart' });
		}
	});

	test("an old line is opened for those who may read its part: not the partner's", async () => {
		const [line] = done(
			await send('message.send', dossier, say('for Luc alone', luc.person), { as: luc.account }),
		).entries;
		const answer = (as: string) => send('message.send', dossier, { ...say('about that'), answers: line?.seq }, { as });
		expect(textOf(await answer(luc.account))).toMatchObject([{ answers: expect.stringContaining('for Luc alone') }]);
		expect(textOf(await answer(practitioner))).toMatchObject([{ answers: expect.stringContaining('for Luc alone') }]);
		expect(textOf(await answer(anne.account))).toEqual([{ text: 'about that' }]);
		expect(textOf(await send('message.send', dossier, { ...say('x'), answers: 10_000 }, { as: anne.account }))).toEqual(
			[{ text: 'x' }],
		);
	});

	test('an act reaches no further in another file than in its own', async () => {
		const theirs = await story.openDossier(colleague);
		const mine = await story.openDossier();
		const copy = (to: JournalRef, as: string) => send('message.copy', dossier, { to: to.id, text: 'x' }, { as });
		const absent = await copy(dossierRef(randomUUID()), practitioner);
		expect(await copy(theirs, practitioner)).toEqual(absent);
		expect(await copy(mine, anne.account)).toEqual(absent);
		expect([await lengthOf(house, theirs), await lengthOf(house, mine)]).toEqual([1, 1]);
		done(await copy(mine, practitioner));
		expect(await lengthOf(house, mine)).toBe(2);
	});
});

describe('safety first', () => {
	const session = () => ({ id: randomUUID() });
	const reason = { reason: 'a person is in danger' };
	const openFile = async () => {
		const file = await story.openDossier();
		done(await send('person.add', file, { id: randomUUID(), name: 'Zoé' }));
		return file;
	};

	test('passes the norms of care, and says which duties were skipped, by whom and why', async () => {
		const file = await openFile();
		expect(await send('session.open', file, session())).toMatchObject({
			code: 'act.normUnmet',
			duties: [{ duty: 'toy-consent' }],
		});
		const { entries } = done(await send('session.open', file, session(), { safetyFirst: reason }));
		expect(entries.map((e) => [e.kind, e.by.account])).toEqual([
			['safety.first', practitioner],
			['session.opened', practitioner],
		]);
		expect(entries[0]?.data).toEqual({ act: 'session.open', ...reason, duties: ['toy-consent'] });
	});

	test('never passes who or reach, nor the norms of an act that is not care', async () => {
		const file = await openFile();
		const first = { safetyFirst: reason };
		expect(await send('session.open', file, session(), { ...first, as: colleague })).toMatchObject({
			code: 'act.notYourDossier',
		});
		expect(await send('session.open', dossier, session(), { ...first, as: luc.account })).toMatchObject({
			code: 'act.notYours',
		});
		const late = randomUUID();
		done(await send('member.add', practiceRef(house.practice), { account: late, roles: ['practitioner'] }));
		done(await send('permit.declare', practitionerRef(late), { until: 1 }, { as: late }));
		const opening = send(
			'dossier.open',
			dossierRef(randomUUID()),
			{ label: 'x', practitioner: late },
			{ ...first, as: late },
		);
		expect(await opening).toMatchObject({ code: 'act.normUnmet' });
	});

	test('wants a reason, and leaves no mark where nothing had to be skipped', async () => {
		const file = await openFile();
		for (const empty of ['', '  ']) {
			expect(await send('session.open', file, session(), { safetyFirst: { reason: empty } })).toMatchObject({
				code: 'act.invalidInput',
			});
		}
		const calm = await story.openDossier();
		const { entries } = done(await send('session.open', calm, session(), { safetyFirst: reason }));
		expect(entries.map((e) => e.kind)).toEqual(['session.opened']);
	});
});

test('one instant for everything a sending is judged on and writes', async () => {
	let ticks = house.clock.now();
	const world = { ...house.world, now: () => ++ticks };
	const actor = { account: practitioner, assurance: 'passkey' } as const;
	const input = { id: randomUUID(), name: 'Zoé', account: randomUUID() };
	const { entries } = done(
		await perform(world, {
			id: randomUUID(),
			practice: house.practice,
			journal: dossier,
			act: 'person.add',
			actor,
			input,
		}),
	);
	expect(new Set(entries.map((e) => e.at)).size).toBe(1);
	expect(entries).toHaveLength(2);
});
