import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast, doors } from '#server/app/demo/cast.ts';
import { bringSomebody, enterAs } from '#server/app/demo/enter.ts';
import { prepareDemo } from '#server/app/demo/prepare.ts';
import { demoPractice } from '#server/app/demo/tenant.ts';
import { factsOf } from '#server/app/facts.ts';
import { createAccount } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { readEntries } from '#server/journal/read.ts';
import { relayOnce } from '#server/journal/relay.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { factsCache } from '#server/journal/world.ts';
import { partsOf } from '#server/kernel/dossier.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { board } from '#server/norms/judge.ts';
import { inPractice } from '#server/platform/database.ts';
import { openDemoHouse } from './support/demo.ts';
import { testServer } from './support/index.ts';
import { mailServer, mailTo } from './support/mail.ts';

// The story is told once for this file.
const server = await testServer();
const { app, main, config } = await openDemoHouse(server);
const { world, ownerPool } = app;

interface File {
	readonly id: string;
	readonly label: string;
	readonly facts: Facts;
}
const files = new Map<string, File>();
let practice = '';
async function readFiles(): Promise<void> {
	const { rows } = await inPractice(world.db, practice, (tx) =>
		sql<{ id: string }>`select id from journal where kind = 'dossier'`.execute(tx),
	);
	for (const { id } of rows) {
		const found = await factsOf(world, practice, { kind: 'dossier', id });
		const label = found?.facts.dossier.joint.dossier.label ?? '';
		if (found) files.set(label, { id, label, facts: found.facts });
	}
}
const file = (label: string): File => {
	const found = files.get(label);
	if (!found) throw new Error(`no file is called ${label}`);
	return found;
};
const linesOf = async (id: string, { dossier }: Facts) => {
	const parts = partsOf(dossier.joint.dossier);
	return (await readEntries(world, practice, { kind: 'dossier', id }, { parts, limit: 1000 })).entries;
};
const unmetOf = ({ facts }: File): readonly string[] =>
	board(facts, { now: world.now(), focus: {} }).flatMap((r) => (r.verdict.is === 'unmet' ? [r.duty.id] : []));

beforeAll(async () => {
	await prepareDemo(app);
	practice = (await demoPractice(world))?.id ?? '';
	await readFiles();
});

describe('the story', () => {
	test('every chain, snapshot, row and brief of it verifies', async () => {
		const { findings, read } = await verifyAll({
			db: world.db,
			world: { ...world, cache: factsCache() },
			roots: config.dataDir,
		});
		expect(findings).toEqual([]);
		expect(read.lines).toBeGreaterThan(800);
		expect(read.opened).toBe(read.lines);
	});

	test('six kinds of clients are there, with months behind them, and one request', () => {
		expect([...files.keys()].sort()).toEqual([
			'Famille Fortin-Diallo',
			'Hannah Whitlock',
			'Joanne Surette',
			'Lucien Boisvert',
			'Marée (nom choisi)',
			'Maude et Daniel',
			'Sophie Lemire',
		]);
		const sessions = Object.fromEntries([...files].map(([label, f]) => [label, f.facts.dossier.joint.sessions.count]));
		expect(sessions['Sophie Lemire']).toBe(17);
		const { dossier: lucien } = file('Lucien Boisvert').facts.dossier.joint;
		expect(lucien.representations).toMatchObject([{ authority: 'mandatary', proofSeen: true }]);
		expect(file('Marée (nom choisi)').facts.dossier.joint.dossier.anonymous).toBe(true);
		expect(file('Maude et Daniel').facts.dossier.joint.dossier.kind).toBe('couple');
		expect(file('Famille Fortin-Diallo').facts.dossier.joint.dossier.kind).toBe('family');
		for (const [label, { facts }] of files) {
			const { opened, state } = facts.dossier.joint.dossier;
			const months = label === 'Joanne Surette' ? 0 : 1;
			expect(world.now() - (opened?.at ?? 0), label).toBeGreaterThan(months * 30 * DAY);
			expect(state, label).toBe(months === 0 ? 'request' : 'accepted');
		}
	});

	test('a young person consents alone, her mother pays, and neither reads the other’s part', () => {
		const { dossier } = file('Famille Fortin-Diallo').facts;
		const [mother, zoe] = Object.values(dossier.joint.dossier.persons);
		expect(mother?.roles).toContain('payer');
		expect(dossier.of(zoe?.id ?? '').consent.given).toMatchObject({ by: 'self' });
		expect(dossier.joint.dossier.representations).toEqual([]);
		expect(Object.keys(dossier.of(zoe?.id ?? '').messages.threads)).toHaveLength(1);
		expect(dossier.of(mother?.id ?? '').messages.threads).toEqual({});
	});

	test('the traveller was met from Ontario, whose rules were read before', async () => {
		const { id, facts } = file('Hannah Whitlock');
		const arrivals = (await linesOf(id, facts))
			.filter((e) => e.kind === 'arrival.declared')
			.map((e) => e.data as { territory?: string });
		expect(arrivals.filter((a) => a.territory === 'ON')).toHaveLength(2);
		expect(facts.practitioner.jurisdiction.checks.ON).toMatchObject({ rulesRead: true, privacyRead: true });
	});

	test('what was handed names the permit of the practitioner’s own place, though she has another elsewhere', async () => {
		const { id, facts } = file('Sophie Lemire');
		const permits = facts.practitioner.practitioner.permits.map((p) => p.territory);
		expect(permits.at(-1)).toBe('NB');
		const sent = (await linesOf(id, facts)).findLast((e) => e.kind === 'package.sent');
		expect(JSON.stringify(sent?.data)).toContain('FICTIF-0101');
		expect(JSON.stringify(sent?.data)).not.toContain('FICTIF-T-0303');
	});

	test('a note says where the person was, also when they were where they always are', async () => {
		const { id, facts } = file('Sophie Lemire');
		const lines = await linesOf(id, facts);
		const last = (kind: string) => lines.findLast((e) => e.kind === kind)?.data;
		expect(last('arrival.declared')).toMatchObject({ place: 'same' });
		expect(last('note.signed')).toMatchObject({ happened: { where: 'Sophie Lemire : Rimouski, Québec' } });
	});

	test('nothing is missing on any board but what the story wants', () => {
		expect(unmetOf(file('Famille Fortin-Diallo'))).toEqual(['qc-2.03-b', 'qc-2.03-c']);
		// One note waits since the last day of work: after a week-end it is late.
		for (const label of [
			'Sophie Lemire',
			'Maude et Daniel',
			'Lucien Boisvert',
			'Hannah Whitlock',
			'Marée (nom choisi)',
		])
			expect(
				unmetOf(file(label)).filter((duty) => label !== 'Lucien Boisvert' || duty !== 'qc-5.02-b'),
				label,
			).toEqual([]);
		expect(unmetOf(file('Joanne Surette')).length).toBeGreaterThan(5);
	});

	test('today asks for something: a meeting, another tomorrow, a question, a note, a request', () => {
		const next = (label: string) =>
			Object.values(file(label).facts.dossier.joint.scheduling.appointments)
				.filter((a) => a.state === 'booked' && a.endsAt > world.now())
				.map((a) => a.startsAt);
		const [today = 0] = next('Sophie Lemire');
		expect(Math.abs(today - world.now())).toBeLessThan(HOUR);
		const [tomorrow = 0] = next('Famille Fortin-Diallo');
		expect(Math.round((tomorrow - world.now()) / DAY)).toBeLessThanOrEqual(2);
		expect(tomorrow).toBeGreaterThan(today);
		const due = [...files.values()].filter((f) => Object.keys(f.facts.dossier.joint.notes.due).length > 0);
		expect(due.map((f) => f.label)).toEqual(['Lucien Boisvert']);
		const asked = [...files.values()].filter(({ facts }) =>
			Object.keys(facts.dossier.joint.dossier.persons).some((p) =>
				Object.values(facts.dossier.of(p).consent.questions).some((q) => !q.answered),
			),
		);
		expect(asked.map((f) => f.label)).toEqual(['Famille Fortin-Diallo']);
	});
});

describe('who enters', () => {
	const here = () => ({ id: practice, slug: 'demo', demo: true });

	test.each(doors)('%s comes in with what people of that kind show', async (door) => {
		const opened = await enterAs(world, { practice: here(), door, agent: 'test' });
		if (isRefusal(opened)) throw new Error(opened.code);
		const isMember = ['genevieve', 'rachel', 'ines'].includes(door);
		expect(opened.session).toMatchObject({ began: 'demo', assurance: isMember ? 'passkey' : 'code' });
	});

	test('no other practice gives such a session, not even by that name and to somebody of that address', async () => {
		await createAccount(world, main.practice, cast.genevieve);
		for (const other of [undefined, { id: main.practice, slug: 'demo', demo: false }])
			expect(await enterAs(world, { practice: other, door: 'genevieve', agent: 'test' })).toMatchObject({
				refused: true,
			});
		const { rows } = await ownerPool.query('select 1 from account_session where practice_id = $1', [main.practice]);
		expect(rows).toEqual([]);
	});

	test('somebody comes to the door for a visitor who is alone; pressed twice, she comes once', async () => {
		expect(await bringSomebody(world, here())).toBe(true);
		expect(await bringSomebody(world, here())).toBe(true);
		const found = await factsOf(world, practice, { kind: 'dossier', id: file('Sophie Lemire').id });
		const [room, ...others] = Object.values(found?.facts.dossier.joint.sessions.open ?? {});
		expect(others).toEqual([]);
		expect(room).toMatchObject({ state: 'waiting', purpose: 'service', mode: 'video' });
		expect(room?.appointment).toBeDefined();
		const [person = ''] = room?.persons ?? [];
		expect(found?.facts.dossier.of(person).identity.arrival).toMatchObject({ session: room?.id, town: 'Rimouski' });
		expect(await bringSomebody(world, { id: main.practice, slug: 'cabinet', demo: false })).toBe(false);
	});
});

test('no mail of the demonstration leaves the house, though it is written', async () => {
	const post = await mailServer();
	const office = { mail: mailTo(post.url), originOf: () => 'http://localhost', log: app.log };
	expect(await relayOnce(world, office, practice)).toEqual([]);
	expect(post.taken).toEqual([]);
	const { rows } = await ownerPool.query('select 1 from outbox where practice_id = $1', [practice]);
	expect(rows.length).toBeGreaterThan(0);
});
