import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Caseload, openCaseload } from '#server/app/find/caseload.ts';
import { matchOf, termsOf } from '#server/app/find/query.ts';
import { keepPending } from '#server/app/pending.ts';
import { openFound } from '#server/app/views/find.ts';
import type { Session } from '#server/capabilities/accounts/index.ts';
import { accessOf } from '#server/journal/access.ts';
import { destroyParts } from '#server/journal/destroy.ts';
import type { Role } from '#server/kernel/entry.ts';
import { DAY } from '#server/kernel/time.ts';
import { migrate, poolOf } from '#server/platform/database.ts';
import type { TextQuery } from '#server/platform/full-text.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { openFolder, type TestServer } from './support/index.ts';
import { type Client, openPath, request } from './support/path.ts';

// A server whose files the test can read, and a folder of its own for whatever SQLite would put down.
const folder = openFolder();
const scratch = join(folder, 'scratch');
mkdirSync(scratch);
process.env.SQLITE_TMPDIR = scratch;
const dataDir = join(folder, 'data');
const { stop, ...engine } = await startEmbedded({ dataDir, log: () => {} });
await migrate(engine);
const closing: (() => Promise<unknown>)[] = [];
const server: TestServer = { name: 'find', fresh: async () => engine, before: (end) => void closing.push(end), stop };
const unlocked: Caseload[] = [];
afterAll(async () => {
	for (const caseload of unlocked) await caseload.end();
	for (const close of closing.reverse()) await close();
	await stop();
	rmSync(folder, { recursive: true, force: true });
});

const path = await openPath(server);
const { world, practice, practitioner, does, clock } = path;
const eve = practitioner.actor;

const unlock = (account = practitioner.account, roles: readonly Role[] = ['practitioner']): Caseload => {
	const caseload = openCaseload(world, { practice: practice.id, account, roles });
	unlocked.push(caseload);
	return caseload;
};
const look = (caseload: Caseload, typed: string, more: Partial<TextQuery> = {}) =>
	caseload.find({ match: matchOf(termsOf(typed)) ?? '', limit: 50, ...more });
const files = async (caseload: Caseload, typed: string, more: Partial<TextQuery> = {}) => [
	...new Set((await look(caseload, typed, more)).lines.map(({ journal }) => journal)),
];

/** A call that was noted: in the part of that person alone, or in the joint one. */
async function call({ dossier }: Client, text: string, persons: readonly string[] = []): Promise<number> {
	clock.advance(60_000);
	const given = { kind: 'call', way: 'in', text, persons };
	return (await does(eve, dossier, 'contact.log', given)).entries[0]?.seq ?? 0;
}
async function colleague(name: string): Promise<string> {
	const account = await path.newAccount('member', name);
	await does(eve, practice, 'member.join', { account, name, roles: ['practitioner'] });
	return account;
}
const joins = ({ dossier }: Client, account: string, role: string) =>
	does(eve, dossier, 'careTeam.join', { account, role, need: 'Regarde avec moi.', noOtherRelation: true });

describe('what was written is found', () => {
	test('without its accents, by its beginnings, as a phrase, newest first, within a kind, a file and a period', async () => {
		const camille = await request(path);
		const alix = await request(path, { names: ['Alix Morin'] });
		const first = await call(camille, 'Sa sœur aînée l’inquiète\u00a0: garde partagée difficile.');
		clock.advance(3 * DAY);
		const later = await call(camille, 'La garde des enfants, partagée ou non.');
		const other = await call(alix, 'Parle de sa SŒUR.');
		const caseload = unlock();
		await caseload.ready;
		const { done, total } = caseload.progress();
		expect(done).toBe(total);
		expect(total).toBeGreaterThan(10);

		const [mine, theirs] = [camille.dossier.id, alix.dossier.id];
		const at = (journal: string, seq: number) => ({ journal, seq });
		expect(await look(caseload, 'soeur')).toEqual({ lines: [at(theirs, other), at(mine, first)], total: 2 });
		expect((await look(caseload, 'AINEE inqui')).lines).toEqual([at(mine, first)]);
		expect((await look(caseload, 'garde partagée')).lines).toEqual([at(mine, later), at(mine, first)]);
		expect((await look(caseload, '«\u00a0garde partagée\u00a0»')).lines).toEqual([at(mine, first)]);
		expect((await look(caseload, 'garde', { limit: 1, after: 1 })).lines).toEqual([at(mine, first)]);
		expect((await look(caseload, 'garde', { families: ['notes'] })).total).toBe(0);
		expect((await look(caseload, 'garde', { families: ['notes', 'contacts'] })).total).toBe(2);
		expect(await files(caseload, 'soeur', { journal: theirs })).toEqual([theirs]);
		expect((await look(caseload, 'garde', { from: clock.now() - DAY })).lines).toEqual([at(mine, later)]);
		expect((await look(caseload, 'garde', { until: clock.now() - DAY })).lines).toEqual([at(mine, first)]);
	});

	test('after the unlocking too; a draft, which is no part of the record, never', async () => {
		const client = await request(path);
		const caseload = unlock();
		await caseload.ready;
		expect((await look(caseload, 'libellule')).total).toBe(0);
		await keepPending(world, practice.id, practitioner.account, world.newId(), {
			path: `/fr/office/clients/${client.dossier.id}/notes`,
			form: 'sign:new',
			values: { 'body.course': 'Une libellule, en brouillon.' },
		});
		expect((await look(caseload, 'libellule')).total).toBe(0);
		const seq = await call(client, 'A dessiné une libellule.');
		expect(await look(caseload, 'libellule')).toEqual({ lines: [{ journal: client.dossier.id, seq }], total: 1 });
	});
});

describe('only within reach', () => {
	test('a colleague finds their own files alone; a supervisor those they look over, until they leave', async () => {
		const [mine, shared] = [await request(path), await request(path, { names: ['Alix Morin'] })];
		for (const client of [mine, shared]) await call(client, 'Le mot rossignol est prononcé.');
		const luc = await colleague('Luc Roy');
		const [ours, his] = [unlock(), unlock(luc)];
		expect((await files(ours, 'rossignol')).toSorted()).toEqual([mine.dossier.id, shared.dossier.id].toSorted());
		expect(await files(his, 'rossignol')).toEqual([]);

		await joins(shared, luc, 'supervisor');
		expect(await files(his, 'rossignol')).toEqual([shared.dossier.id]);
		await does(eve, shared.dossier, 'careTeam.leave', { account: luc, reason: 'A terminé.' });
		expect(await files(his, 'rossignol')).toEqual([]);
		await joins(shared, luc, 'practitioner');
		expect(await files(his, 'rossignol')).toEqual([shared.dossier.id]);
	});

	test('who does not practise opens nothing, and a person of a file does not find in it as its practitioner does', async () => {
		const client = await request(path);
		await call(client, 'Le mot sarcelle est prononcé.');
		expect(await files(unlock(practitioner.account, ['owner']), 'sarcelle')).toEqual([]);
		expect(await files(unlock(client.persons[0]?.actor.account, ['client']), 'sarcelle')).toEqual([]);
	});

	test('opening what was found looks at reach again, and writes one line for each file, without what was looked for', async () => {
		const client = await request(path);
		await call(client, 'Le mot harfang est prononcé.');
		const luc = await colleague('Luc Côté');
		await joins(client, luc, 'practitioner');
		const terms = termsOf('harfang');
		const found = await look(unlock(luc), 'harfang');
		const session = { account: luc, roles: ['practitioner'] } as unknown as Session;
		const open = () => openFound(world, { practice: practice.id, session, lang: 'fr' }, { found, terms });
		const [file] = await open();
		expect(file).toMatchObject({ id: client.dossier.id, label: 'Camille Roy' });
		expect(file?.lines[0]).toMatchObject({ what: 'Contact noté', by: 'Ève Tremblay' });
		expect(file?.lines[0]?.excerpt).toContainEqual({ text: 'harfang', hit: true });
		const read = await accessOf(world, practice.id, client.dossier.id);
		expect(read.filter(({ what, account }) => what === 'read find' && account === luc).length).toBe(1);
		expect(JSON.stringify(read)).not.toContain('harfang');

		await does(eve, client.dossier, 'careTeam.leave', { account: luc, reason: 'A terminé.' });
		expect(await open()).toEqual([]);
		expect((await accessOf(world, practice.id, client.dossier.id)).length).toBe(read.length);
	});
});

test('what was destroyed is not found any more: one person’s part, then the whole file', async () => {
	const couple = await request(path, { names: ['Dominique Gagnon', 'Alix Morin'], kind: 'couple' });
	const [one] = couple.persons;
	const joint = await call(couple, 'Un courlis pour les deux.');
	await call(couple, 'Un courlis pour une seule.', [one?.id ?? '']);
	const caseload = unlock();
	expect((await look(caseload, 'courlis')).total).toBe(2);
	await destroyParts(world, practice.id, [{ journal: couple.dossier.id, of: one?.id ?? '' }]);
	expect(await look(caseload, 'courlis')).toEqual({ lines: [{ journal: couple.dossier.id, seq: joint }], total: 1 });
	await destroyParts(world, practice.id, [{ journal: couple.dossier.id, of: 'whole' }]);
	await caseload.sweep();
	expect((await look(caseload, 'courlis')).total).toBe(0);
});

const linkOf = (path: string): string => {
	try {
		return readlinkSync(path);
	} catch {
		return ''; // closed meanwhile
	}
};

test('planted words stand in no file, neither of the database nor of the index, after unlocking and looking', async () => {
	const client = await request(path);
	const planted = 'xylocarpe violacée';
	for (let n = 0; n < 40; n++) await call(client, `Fois ${n}\u00a0: ${planted} au jardin.`);
	const caseload = unlock();
	expect((await look(caseload, planted)).total).toBe(40);
	expect(readdirSync(scratch)).toEqual([]);
	// SQLite takes the name from its own files as soon as it opened them: they are still seen while they are open.
	const open = readdirSync('/proc/self/fd').map((fd) => linkOf(`/proc/self/fd/${fd}`));
	expect(open.filter((file) => /etilqs|sqlite/i.test(file))).toEqual([]);
	const owner = poolOf(engine, 1, 'owner');
	await owner.query('checkpoint');
	await owner.end();
	const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
	expect(all.length).toBeGreaterThan(100);
	const needles = ['xylocarpe', 'Xylocarpe', 'violac'];
	const leaks = all
		.map((file) => join(file.parentPath, file.name))
		.filter((file) => needles.some((needle) => readFileSync(file).includes(needle)));
	expect(leaks).toEqual([]);
});
