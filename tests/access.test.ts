import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type AccessLine, accessOf, noteAccess, SAME_READING } from '#server/journal/access.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { type TestHouse, type ToyFacts, testHouse, testServer, toyModel } from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const { world, clock } = house;
const other = house.another();

const batches = async ({ ownerOne }: TestHouse<ToyFacts>, practice: string): Promise<number> =>
	(await ownerOne('select count(*)::int as n from access_batch where practice_id = $1', [practice])).n;
const read = (account: string, journal: string, view = 'dossier', parts?: readonly string[]): AccessLine => ({
	at: clock.now(),
	account,
	what: `read ${view}`,
	outcome: 'done',
	subject: { journal, ...(parts && { parts }) },
});

describe('reading is written down', () => {
	test('before the promise resolves: who, what and when, newest first', async () => {
		const practice = await house.addPractice();
		const [dossier, someone, colleague] = [randomUUID(), randomUUID(), randomUUID()];
		await noteAccess(world, practice, { ...read(someone, dossier), as: 'practitioner' });
		clock.advance(1000);
		await noteAccess(world, practice, read(colleague, dossier, 'notes'));
		expect(await accessOf(house.another(), practice, dossier)).toEqual([
			{ at: clock.now(), account: colleague, what: 'read notes', outcome: 'done', subject: { journal: dossier } },
			{
				at: clock.now() - 1000,
				account: someone,
				as: 'practitioner',
				what: 'read dossier',
				outcome: 'done',
				subject: { journal: dossier },
			},
		]);
	});

	test('once per person, view and ten minutes, also when two processes serve the same person', async () => {
		const practice = await house.addPractice();
		const [dossier, someone] = [randomUUID(), randomUUID()];
		const look = () => Promise.all([world, other, world].map((w) => noteAccess(w, practice, read(someone, dossier))));
		await look();
		clock.advance(SAME_READING - 1);
		await look();
		expect(await accessOf(world, practice, dossier)).toHaveLength(1);
		clock.advance(1);
		await look();
		expect(await accessOf(world, practice, dossier)).toHaveLength(2);
		await noteAccess(world, practice, read(someone, dossier, 'another view'));
		expect(await accessOf(world, practice, dossier)).toHaveLength(3);
	});

	test('a reading that was not committed is not taken for written', async () => {
		const practice = await house.addPractice();
		const [dossier, someone] = [randomUUID(), randomUUID()];
		const refusing = { ...world, keyring: { ...world.keyring, current: () => Promise.reject(new Error('no key')) } };
		await expect(noteAccess(refusing, practice, read(someone, dossier))).rejects.toThrow('no key');
		await noteAccess(world, practice, read(someone, dossier));
		expect(await accessOf(world, practice, dossier)).toHaveLength(1);
	});

	test('what is asked at the same moment is one batch; a list is one line', async () => {
		const practice = await house.addPractice();
		const dossiers = Array.from({ length: 40 }, randomUUID);
		const list: AccessLine = { at: clock.now(), account: randomUUID(), what: 'read today', outcome: 'done' };
		await Promise.all([
			noteAccess(world, practice, list),
			...dossiers.map((d) => noteAccess(world, practice, read(randomUUID(), d))),
		]);
		expect(await batches(house, practice)).toBe(1);
		for (const dossier of dossiers.slice(0, 3)) expect(await accessOf(world, practice, dossier)).toHaveLength(1);
	});

	test('many at once from several processes: nothing lost, one chain', async () => {
		const practice = await house.addPractice();
		const dossier = randomUUID();
		const worlds = [world, other, house.another(), house.another()];
		await Promise.all(
			Array.from({ length: 200 }, async (_, i) => {
				await new Promise((resolve) => setTimeout(resolve, (i * 7) % 60));
				await noteAccess(worlds[i % 4] ?? world, practice, read(randomUUID(), dossier));
			}),
		);
		expect(await accessOf(world, practice, dossier)).toHaveLength(200);
		const rows = await house.owner('select seq from access_batch where practice_id = $1 order by seq', [practice]);
		expect(rows.map((r) => r.seq)).toEqual(rows.map((_, i) => i + 1));
	});
});

describe('refusals', () => {
	test('each is a line of its own', async () => {
		const practice = await house.addPractice();
		const [dossier, account] = [randomUUID(), randomUUID()];
		const refused = {
			at: clock.now(),
			account,
			what: 'refused session.open',
			outcome: 'act.notYourDossier',
			subject: { journal: dossier },
		};
		await noteAccess(world, practice, refused);
		await noteAccess(world, practice, [refused, refused]);
		expect(await accessOf(world, practice, dossier)).toEqual([refused, refused, refused]);
	});

	test('of people who are not signed in write nothing by themselves: they are counted with the next line', async () => {
		const practice = await house.addPractice();
		const refused = { at: clock.now(), what: 'refused session.open', outcome: 'act.notYourDossier' };
		for (let i = 0; i < 30; i++) await noteAccess(world, practice, refused);
		expect(await batches(house, practice)).toBe(0);
		await noteAccess(world, practice, { ...refused, account: randomUUID() });
		await noteAccess(world, practice, { ...refused, account: randomUUID() });
		expect(await batches(house, practice)).toBe(2);
	});
});

describe('who opened my file', () => {
	test('shows a person what concerns them, and never what the partner does', async () => {
		const practice = await house.addPractice();
		const dossier = randomUUID();
		const [me, partner] = [randomUUID(), randomUUID()];
		const by = (what: string, rest: Partial<AccessLine>): AccessLine => ({
			at: clock.now(),
			account: randomUUID(),
			what,
			outcome: 'done',
			...rest,
		});
		const lines = [
			by('read file', { subject: { journal: dossier } }),
			by('read joint', { subject: { journal: dossier, parts: [JOINT] } }),
			by('read mine', { subject: { journal: dossier, parts: [JOINT, me] } }),
			by('read theirs', { subject: { journal: dossier, parts: [partner] } }),
			by('read as me', { reader: me, subject: { journal: dossier, parts: [JOINT, me] } }),
			by('read as partner', { reader: partner, subject: { journal: dossier, parts: [JOINT, partner] } }),
			by('read for me', { reader: partner, subject: { journal: dossier, parts: [JOINT, me] } }),
			by('account.invited', { subject: { journal: dossier, person: partner } }),
			by('account.invited', { subject: { journal: dossier, person: me } }),
		];
		await noteAccess(world, practice, lines);
		const seen = await accessOf(world, practice, dossier, { person: me });
		expect(seen.map((l) => l.what).sort()).toEqual([
			'account.invited',
			'read as me',
			'read file',
			'read for me',
			'read joint',
			'read mine',
		]);
		expect(await accessOf(world, practice, dossier)).toHaveLength(lines.length);
	});

	test('nothing of another practice, and nothing in the clear but ids and times', async () => {
		const [here, there] = [await house.addPractice(), await house.addPractice()];
		const dossier = randomUUID();
		const line = read('a very telling account', dossier, 'a very telling view');
		await noteAccess(world, here, line);
		expect(await accessOf(world, there, dossier)).toEqual([]);
		const stored = JSON.stringify(
			await house.owner(
				'select * from access_batch, access_recent, access_subject where access_batch.practice_id = $1',
				[here],
			),
		);
		expect(stored).not.toContain('telling');
	});
});
