import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { remind } from '#server/app/reminders.ts';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { testServer } from './support/index.ts';
import { inDays, openPath, request, walk } from './support/path.ts';

const path = await openPath(await testServer());
const { world, practice, practitioner } = path;

/** Letters that wait to leave. */
const letters = (): Promise<number> =>
	inPractice(world.db, practice.id, async (tx) => {
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from outbox
			where practice_id = ${practice.id}`.execute(tx);
		return rows[0]?.n ?? 0;
	});

test('a day before, who agreed to e-mail is reminded once; a time that moves is reminded of again, and who did not agree never', async () => {
	const couple = await request(path, { names: ['Camille Roy', 'Alix Morin'], kind: 'couple' });
	await walk(path, couple);
	const [camille, alix] = couple.persons;
	await path.does(alix?.actor ?? practitioner.actor, couple.dossier, 'channel.withdraw', {
		person: alix?.id,
		channel: 'email',
		means: 'signature',
	});
	const id = world.newId();
	await path.does(practitioner.actor, couple.dossier, 'appointment.book', {
		id,
		purpose: 'initialInterview',
		mode: 'video',
		persons: [camille?.id, alix?.id],
		practitioner: practitioner.account,
		...inDays(world, 3),
	});
	expect(await remind(world, practice.id)).toBe(0);
	path.clock.advance(2 * DAY + HOUR);
	const before = await letters();
	expect(await remind(world, practice.id)).toBe(1);
	expect(await letters()).toBe(before + 1);
	expect(await remind(world, practice.id)).toBe(0);

	const moved = inDays(world, 2);
	await path.does(practitioner.actor, couple.dossier, 'appointment.move', { id, ...moved });
	path.clock.advance(DAY + HOUR);
	expect(await remind(world, practice.id)).toBe(1);
	expect((await path.factsOf(couple.dossier)).dossier.joint.scheduling.appointments[id]?.reminded).toBe(1);
});

test('a time agreed on within the day was just told, and one that was called off is silent', async () => {
	const client = await request(path, { names: ['Sacha Côté'] });
	await walk(path, client);
	const book = async (days: number) => {
		const id = world.newId();
		await path.does(practitioner.actor, client.dossier, 'appointment.book', {
			id,
			purpose: 'initialInterview',
			mode: 'video',
			persons: client.persons.map((p) => p.id),
			practitioner: practitioner.account,
			...inDays(world, days),
		});
		return id;
	};
	await book(0.5);
	expect(await remind(world, practice.id)).toBe(0);
	const gone = await book(4);
	await path.does(practitioner.actor, client.dossier, 'appointment.cancel', { id: gone });
	path.clock.advance(3.5 * DAY);
	expect(await remind(world, practice.id)).toBe(0);
});

test('a message to all is told to those who share it, never to who pays', async () => {
	const family = await request(path, { names: ['Zoé Roy', 'Marc Roy'], kind: 'family' });
	await walk(path, family);
	const contact = { email: 'paie@example.org', voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
	const payer = { id: world.newId(), name: 'Grand-père', language: 'fr', roles: ['payer'], contact };
	await path.does(practitioner.actor, family.dossier, 'person.add', payer);
	const before = await letters();
	const message = { thread: world.newId(), purpose: 'appointment', channel: 'portal', body: 'À mardi.' };
	await path.does(practitioner.actor, family.dossier, 'message.send', message);
	expect(await letters()).toBe(before + 2);
});
