import { expect, test } from 'vitest';
import { asSystem } from '#server/app/practices.ts';
import { acts } from '#server/capabilities/index.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { openHttpPath, webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';
import { request, walk } from './support/path.ts';
import { addressOf, allRoutes } from './support/routes.ts';

const server = await testServer();
const web = await webApp(server);
const path = await openHttpPath(web);
const couple = await request(path, { names: ['Camille Roy', 'Dominique Gagnon'], kind: 'couple' });
await walk(path, couple);
const other = await request(path, { names: ['Alix Morin'] });
const elsewhere = await openHttpPath(web);
const _theirs = await request(elsewhere, { names: ['Sacha Leblanc'] });

const member = async (name: string, roles: readonly string[]): Promise<Actor> => {
	const account = await path.newAccount('member', name);
	await asSystem(path.world, path.practice.id, path.practice, 'member.join', { account, name, roles });
	return { account, assurance: 'passkey' };
};
const strangers: Readonly<Record<string, Actor | undefined>> = {
	'nobody signed in': undefined,
	'a client of another file': other.persons[0]?.actor,
	'a colleague who does not care for them': await member('Noa Pelletier', ['practitioner']),
	'the receptionist': await member('Lou Bernier', ['receptionist']),
	'the conflicts officer': await member('Max Dubé', ['conflictsOfficer', 'privacyOfficer']),
};
const [one, two] = couple.persons;
const heads = async () => {
	const { dossier } = await path.factsOf(couple.dossier);
	return [dossier.joint, ...couple.persons.map((p) => dossier.of(p.id))];
};
const desk = Object.values(acts)
	.filter(({ act }) => act.desk)
	.map(({ act }) => act.name);

/** An input that is well formed for most acts, so that only reach stands in the way. */
const input = (person: string) => ({
	person,
	id: path.world.newId(),
	session: path.world.newId(),
	of: person,
	by: person,
	reason: 'Pour voir',
	means: 'signature',
	territory: 'QC',
	text: 'x',
	name: 'X',
	field: 'phone',
	how: 'x',
	outcome: 'reached',
	answer: 'declined',
});

test('no act of a stranger on a file is done, and each is answered as if there were no such file', async () => {
	const before = await heads();
	const absent = { kind: 'dossier', id: path.world.newId() } as const;
	let tried = 0;
	for (const [who, actor] of Object.entries(strangers)) {
		for (const { act } of Object.values(acts).filter(({ act }) => act.on === 'dossier' && !act.creates)) {
			if (who === 'the receptionist' && desk.includes(act.name)) continue;
			const seen = await path.attempt(actor ?? { assurance: 'none' }, couple.dossier, act.name, input(one?.id ?? ''));
			const nothing = await path.attempt(actor ?? { assurance: 'none' }, absent, act.name, input(one?.id ?? ''));
			expect(isRefusal(seen), `${who}: ${act.name}`).toBe(true);
			expect(seen, `${who}: ${act.name}`).toEqual(nothing);
			tried += 1;
		}
	}
	expect(await heads()).toEqual(before);
	expect(tried).toBeGreaterThan(200);
});

test('a partner never speaks for the other: every act that speaks for a person is refused', async () => {
	const before = await heads();
	for (const { act } of Object.values(acts).filter(({ act }) => act.speaksFor)) {
		const refused = await path.attempt(
			one?.actor ?? { assurance: 'none' },
			couple.dossier,
			act.name,
			input(two?.id ?? ''),
		);
		expect(isRefusal(refused), act.name).toBe(true);
	}
	expect(await heads()).toEqual(before);
});

test('acts on the practice and on a practitioner are refused to everyone who holds no office there', async () => {
	for (const actor of [strangers['a client of another file'], undefined, one?.actor]) {
		for (const { act } of Object.values(acts).filter(({ act }) => act.on !== 'dossier')) {
			const journal = act.on === 'practice' ? path.practice : path.practitioner.journal;
			expect(
				isRefusal(await path.attempt(actor ?? { assurance: 'none' }, journal, act.name, input(one?.id ?? ''))),
				act.name,
			).toBe(true);
		}
	}
});

test('no page shows a file to a stranger, not even its name', async () => {
	const patterns = allRoutes().filter((r) => r.page && r.pattern.includes('[dossier'));
	expect(patterns.length).toBeGreaterThan(5);
	for (const { pattern } of patterns) {
		for (const lang of ['fr', 'en']) {
			const address = addressOf(pattern, {
				lang,
				dossier: couple.dossier.id,
				session: path.world.newId(),
				document: 'services',
				person: one?.id ?? '',
				duty: 'qc-2.01-a',
			});
			for (const [who, actor] of Object.entries(strangers)) {
				if (who === 'the receptionist') continue;
				const seen = await path.page(actor, address);
				expect([303, 307, 404], `${who}: ${address} ${seen.status}`).toContain(seen.status);
				expect(seen.text).not.toMatch(/Camille|Dominique/);
			}
		}
	}
});

test('a session of another practice, a revoked one and a made-up one open nothing', async () => {
	const address = `/fr/office/clients/${couple.dossier.id}`;
	const { ask } = await import('./support/ask.ts');
	const foreign = await web.forPractice(elsewhere.practice.id).cookie(elsewhere.practitioner.account);
	const mine = await web.forPractice(path.practice.id).cookie(path.practitioner.account);
	expect((await ask(path.origin, address, { headers: { cookie: mine } })).status).toBe(200);
	const { sql } = await import('kysely');
	const { inPractice } = await import('#server/platform/database.ts');
	await inPractice(path.world.db, path.practice.id, (tx) =>
		sql`update account_session set revoked_at = ${path.world.now()} where account_id = ${path.practitioner.account}`.execute(
			tx,
		),
	);
	for (const cookie of [
		foreign,
		mine,
		'balise-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
		'balise-session=',
	]) {
		const seen = await ask(path.origin, address, { headers: { cookie } });
		expect(seen.status).toBe(303);
		expect(seen.text).not.toMatch(/Camille|Dominique/);
	}
});
