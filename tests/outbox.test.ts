import { convertIcsCalendar, type IcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { writeOutgoing } from '#server/journal/append.ts';
import type { PostOffice } from '#server/journal/deliver.ts';
import { copyInvitation, listOutbox, sweepOutbox } from '#server/journal/outbox.ts';
import { openRelay, relayOnce } from '#server/journal/relay.ts';
import type { Outgoing } from '#server/journal/world.ts';
import { DAY, HOUR, MINUTE } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { openLog } from '#server/platform/log.ts';
import { type Mail, openMail } from '#server/platform/mail.ts';
import { letterTo } from '#words/mail.ts';
import { START, testHouse, testServer, toyModel } from './support/index.ts';
import { mailServer, mailTo } from './support/mail.ts';

const server = await testServer();
const origin = 'https://cabinet.example';
const somebody = { to: 'zoe@exemple.example', language: 'fr' };
const waiting = letterTo(somebody, 'messageWaiting', { path: '/portal', sender: 'Le 210' });
const code = letterTo(somebody, 'signInCode', { code: '123 456', minutes: 10 });
const invitation = letterTo(somebody, 'invitation', { path: '/invitation/c2VjcmV0' });
const meeting = {
	path: '/portal',
	starts: START + DAY,
	ends: START + DAY + 50 * MINUTE,
	zone: 'America/Toronto',
	uid: '6f9c1f58-0000-4000-8000-000000000001',
	sequence: 1,
};

/** A practice with an outbox, and a hand that does what comes round by itself. */
async function outbox(mail: Mail) {
	const house = await testHouse({ server, model: toyModel() });
	const { world, practice, clock } = house;
	const office: PostOffice = { mail, originOf: () => origin, log: openLog({ level: 'silent' }) };
	const list = () => listOutbox(world, practice, origin);
	return {
		...house,
		office,
		write: (...messages: readonly Outgoing[]) =>
			inPractice(world.db, practice, (tx) => writeOutgoing(world, tx, practice, messages)),
		/** Deliver what is due. */
		round: () => relayOnce(world, office, practice),
		list,
		states: async () => (await list()).map(({ state }) => state),
		later: (ms: number) => clock.advance(ms),
	};
}

describe('a message in the outbox', () => {
	test('leaves once, is marked sent, and reads as its template says', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		expect(await box.states()).toEqual(['waiting']);
		expect(await box.round()).toEqual(['sent']);
		box.later(DAY);
		expect(await box.round()).toEqual([]);
		expect(await box.states()).toEqual(['sent']);
		expect(smtp.taken).toHaveLength(1);
		const [{ to, email } = expect.fail()] = smtp.taken;
		expect(to).toEqual([somebody.to]);
		expect(email.subject).toBe('Un message vous attend');
		expect(email.from?.name).toBe('Le 210');
		expect(email.text).toContain(`${origin}/portal`);
	});
	test('follows the person’s language', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write({ ...waiting, language: 'en' });
		await box.round();
		expect(smtp.taken[0]?.email.subject).toBe('A message is waiting for you');
	});
	test('brings the calendar file of an appointment, and takes it back', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(letterTo(somebody, 'appointment', meeting));
		await box.round();
		await box.write(letterTo(somebody, 'appointmentCancelled', { ...meeting, sequence: 2 }));
		await box.round();
		const files = smtp.taken.map(({ email }) => email.attachments.find((a) => a.mimeType === 'text/calendar'));
		const events = files.map(
			(file) => convertIcsCalendar(undefined, Buffer.from(file?.content as ArrayBuffer).toString()) as IcsCalendar,
		);
		expect(events).toMatchObject([
			{
				method: 'REQUEST',
				events: [{ uid: meeting.uid, sequence: 1, summary: 'Rendez-vous', start: { date: new Date(meeting.starts) } }],
			},
			{ method: 'CANCEL', events: [{ uid: meeting.uid, sequence: 2, status: 'CANCELLED' }] },
		]);
	});
	test('says nothing of the day to who did not agree to read it there, and brings no file', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(letterTo(somebody, 'appointment', { path: '/portal' }));
		await box.round();
		expect(smtp.taken[0]?.email.attachments).toEqual([]);
		expect(smtp.taken[0]?.email.text?.replace(origin, '')).not.toMatch(/\d/);
	});
});

const cutOthers = `select pg_terminate_backend(pid) as cut from pg_stat_activity
	where datname = current_database() and pid <> pg_backend_pid()`;

describe('when things go wrong', () => {
	test('the mail server is down, then back: the message leaves once', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await smtp.down();
		await box.write(waiting);
		expect(await box.round()).toEqual(['waiting']);
		expect(await box.round(), 'not before its time').toEqual([]);
		expect(await box.list()).toMatchObject([{ state: 'waiting', tries: 1, nextAt: START + MINUTE }]);
		box.later(MINUTE);
		expect(await box.round()).toEqual(['waiting']);
		expect(await box.list()).toMatchObject([{ tries: 2, nextAt: START + 3 * MINUTE }]);
		await smtp.up();
		box.later(2 * MINUTE);
		expect(await box.round()).toEqual(['sent']);
		box.later(DAY);
		expect(await box.round()).toEqual([]);
		expect(smtp.taken).toHaveLength(1);
	});
	test('the answer is lost after the server took it: it comes again under the same Message-ID', async () => {
		let first = true;
		const smtp = await mailServer({
			onTaken: () => {
				if (first) throw Object.assign(new Error('gone'), { responseCode: 421 });
			},
		});
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		expect(await box.round()).toEqual(['waiting']);
		first = false;
		box.later(MINUTE);
		expect(await box.round()).toEqual(['sent']);
		const ids = smtp.taken.map(({ email }) => email.messageId);
		expect(ids).toHaveLength(2);
		expect(ids[0]).toMatch(/^<[\da-f-]{36}@cabinet\.example>$/);
		expect(ids[1]).toBe(ids[0]);
	});
	test('several processes look at once: each message leaves once', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(...Array.from({ length: 30 }, () => waiting));
		const others = [box.another(), box.another()];
		const looks = [box.world, ...others, box.world].map((world) => relayOnce(world, box.office, box.practice));
		expect((await Promise.all(looks)).flat()).toEqual(Array(30).fill('sent'));
		expect(new Set(smtp.taken.map(({ email }) => email.messageId)).size).toBe(30);
		expect(smtp.taken).toHaveLength(30);
	});
	test('the process dies while it sends: the message is taken again, and not before its lease is over', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		const dying = { ...box.office, originOf: () => Promise.reject(new Error('killed here')) };
		await expect(relayOnce(box.world, dying, box.practice)).rejects.toThrow('killed here');
		box.later(4 * MINUTE);
		expect(await box.round()).toEqual([]);
		box.later(MINUTE);
		expect(await box.round()).toEqual(['sent']);
		expect(smtp.taken).toHaveLength(1);
	});
	test('a try that comes back late does not undo what a later one did', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		const hung = Promise.withResolvers<void>();
		const slow: Mail = { ...box.office.mail, send: () => hung.promise };
		const late = relayOnce(box.world, { ...box.office, mail: slow }, box.practice);
		await expect.poll(async () => (await box.list())[0]?.tries).toBe(1);
		box.later(5 * MINUTE);
		expect(await box.round()).toEqual(['sent']);
		hung.reject(new Error('too late'));
		await late;
		expect(await box.states()).toEqual(['sent']);
	});
	test('the house closes while a message is on its way: it is given up, and leaves after the next start', async () => {
		const smtp = await mailServer();
		const deaf = await mailServer({ onConnect: () => undefined });
		const box = await outbox(mailTo(deaf.url));
		await box.write(waiting);
		const relay = openRelay(box.world, box.office);
		relay.poke(box.practice);
		await expect.poll(async () => (await box.list())[0]?.tries).toBe(1);
		await relay.stop();
		expect(await box.list()).toMatchObject([{ state: 'waiting', tries: 1, nextAt: START + MINUTE }]);
		relay.poke(box.practice);
		box.later(MINUTE);
		const next = openRelay(box.world, { ...box.office, mail: mailTo(smtp.url) });
		next.poke(box.practice);
		await expect.poll(box.states).toEqual(['sent']);
		await next.stop();
		expect(smtp.taken).toHaveLength(1);
	});
	test('the database goes away in the middle of a transaction: an error, not the end of the process', async () => {
		const box = await outbox(openMail(undefined));
		const { promise: cut, resolve } = Promise.withResolvers<void>();
		const writing = inPractice(box.world.db, box.practice, async (tx) => {
			await writeOutgoing(box.world, tx, box.practice, [waiting]);
			await cut;
			await writeOutgoing(box.world, tx, box.practice, [waiting]);
		});
		const idle = `${cutOthers} and state = 'idle in transaction'`;
		await expect.poll(() => box.owner(idle)).toEqual([{ cut: true }]);
		await new Promise((done) => setTimeout(done, 100));
		resolve();
		await expect(writing).rejects.toThrow();
		expect(await box.list()).toEqual([]);
	});
	test('the database goes away while a message is sent: it is marked once it is back, and not sent again', async () => {
		const smtp = await mailServer({
			onTaken: async () => {
				await box.owner('alter role balise_app rename to away'); // no new connection finds its role
				await box.owner(cutOthers);
				setTimeout(() => void box.owner('alter role away rename to balise_app'), 600);
			},
		});
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		expect(await box.round()).toEqual(['sent']);
		box.later(DAY);
		expect(await box.round()).toEqual([]);
		expect(await box.states()).toEqual(['sent']);
		expect(smtp.taken).toHaveLength(1);
	});
	test('nobody is at that address: it stops at once and says so', async () => {
		const smtp = await mailServer({
			onRcptTo: (_a, _s, done) => done(Object.assign(new Error('no'), { responseCode: 550 })),
		});
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		expect(await box.round()).toEqual(['refused']);
		expect(await box.list()).toMatchObject([{ state: 'refused', to: somebody.to, doneAt: START }]);
	});
	test('two days of silence: given up, and it shows', async () => {
		const box = await outbox(mailTo('smtp://127.0.0.1:1'));
		await box.write(waiting);
		const outcomes: unknown[] = [];
		const start = box.clock.now();
		for (let n = 0; n < 40 && outcomes.at(-1) !== 'failed'; n++) {
			outcomes.push(...(await box.round()));
			box.later(4 * HOUR);
		}
		expect(outcomes).toEqual([...Array(19).fill('waiting'), 'failed']);
		expect(box.clock.now() - start).toBeGreaterThan(2 * DAY);
		expect(await box.list()).toMatchObject([{ state: 'failed', tries: 20 }]);
	});
	test('too old to be of use: it does not leave when the mail server is found at last', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting, code);
		box.later(11 * MINUTE);
		expect((await box.round()).toSorted()).toEqual(['expired', 'sent']);
		await box.write(waiting);
		box.later(8 * DAY);
		expect(await box.round()).toEqual(['expired']);
		expect(smtp.taken.map(({ email }) => email.subject)).toEqual(['Un message vous attend']);
	});
	test('its bytes were altered, its key destroyed, or its values are not ours: it never leaves', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		await box.owner(`update outbox set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40))`);
		await box.write({ ...waiting, values: { path: 'https://evil.example' } }, { ...waiting, template: 'hello' });
		expect(await box.round()).toEqual(['failed', 'failed', 'failed']);
		await box.write(waiting);
		await box.owner('delete from key_ledger');
		box.world.keyring.forget();
		expect(await box.round()).toEqual(['failed']);
		expect(smtp.taken).toEqual([]);
	});
});

describe('where no mail leaves', () => {
	test('no mail server: it waits, and can be read', async () => {
		const box = await outbox(openMail(undefined));
		await box.write(waiting);
		expect(await box.round()).toEqual([]);
		const [row = expect.fail()] = await box.list();
		expect(row).toMatchObject({
			state: 'waiting',
			tries: 0,
			to: somebody.to,
			template: 'messageWaiting',
			createdAt: START,
		});
		expect(row.letter?.text).toContain(`${origin}/portal`);
	});
	test('a demonstration: nothing leaves, everything can be read', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.owner('update practice set demo = true');
		await box.write(waiting);
		expect(await box.round()).toEqual([]);
		expect(await box.list()).toHaveLength(1);
		expect(smtp.taken).toEqual([]);
	});
	test('a text message waits for a way to leave', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write({ ...waiting, channel: 'sms', to: '+15145550199' });
		expect(await box.round()).toEqual([]);
		expect(await box.list()).toMatchObject([{ channel: 'sms', state: 'waiting' }]);
	});
});

describe('the Outbox page', () => {
	test('never shows a sign-in code, before or after, and keeps none', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(code, waiting);
		expect(JSON.stringify(await box.list())).not.toContain('123 456');
		expect(await box.list()).toHaveLength(1);
		await box.round();
		expect(smtp.taken.some(({ email }) => email.text?.includes('123 456'))).toBe(true);
		expect(await box.owner('select state from outbox')).toEqual([{ state: 'sent' }]);
	});
	test('shows an invitation without its link; the link is copied until it is claimed', async () => {
		const box = await outbox(openMail(undefined));
		await box.write(invitation, waiting);
		const [, row = expect.fail()] = await box.list();
		expect(row.template).toBe('invitation');
		expect(JSON.stringify(row)).not.toContain('c2VjcmV0');
		const copy = (mayCopy: (path: string) => boolean, id = row.id) =>
			copyInvitation(box.world, box.practice, { id, origin, mayCopy });
		expect((await copy((path) => path === '/invitation/c2VjcmV0'))?.text).toContain(`${origin}/invitation/c2VjcmV0`);
		expect(await copy(() => false)).toBeUndefined();
		expect(await copy(() => true, (await box.list())[0]?.id)).toBeUndefined();
		expect(await copy(() => true, '6f9c1f58-0000-4000-8000-000000000009')).toBeUndefined();
	});
	test('shows a practice its own messages alone, newest first', async () => {
		const box = await outbox(openMail(undefined));
		await box.write(waiting, { ...waiting, to: 'second@exemple.example' });
		const other = await box.addPractice();
		expect(await listOutbox(box.world, other, origin)).toEqual([]);
		const [row = expect.fail()] = await box.list();
		expect(row.to).toBe('second@exemple.example');
		expect(await copyInvitation(box.world, other, { id: row.id, origin, mayCopy: () => true })).toBeUndefined();
	});
	test('forgets after thirty days what has left, and never what waits', async () => {
		const smtp = await mailServer();
		const box = await outbox(mailTo(smtp.url));
		await box.write(waiting);
		await box.round();
		await box.write(waiting);
		box.later(29 * DAY);
		await sweepOutbox(box.world, box.practice);
		expect(await box.states()).toEqual(['waiting', 'sent']);
		box.later(2 * DAY);
		await sweepOutbox(box.world, box.practice);
		expect(await box.states()).toEqual(['waiting']);
	});
});

test('many hints in one moment are one or two looks, and the last one is not missed', async () => {
	const smtp = await mailServer();
	const box = await outbox(mailTo(smtp.url));
	let looks = 0;
	const now = () => {
		looks++;
		return box.world.now();
	};
	const counted = { ...box.world, now };
	const relay = openRelay(counted, box.office);
	for (let n = 0; n < 200; n++) relay.poke(box.practice);
	await box.write(waiting);
	relay.poke(box.practice);
	await expect.poll(() => smtp.taken.length, { timeout: 10_000 }).toBe(1);
	await relay.stop();
	expect(looks).toBeLessThan(10);
});

test('what comes round reaches every practice, and forgets what is old', async () => {
	const smtp = await mailServer();
	const box = await outbox(mailTo(smtp.url));
	const second = await box.addPractice();
	await box.write(waiting);
	await inPractice(box.world.db, second, (tx) => writeOutgoing(box.world, tx, second, [waiting]));
	const { jobs } = openRelay(box.world, box.office);
	const run = (name: string) => (jobs[name] ?? expect.fail(name)).run(new AbortController().signal);
	await run('outbox.relay');
	expect(smtp.taken).toHaveLength(2);
	box.later(31 * DAY);
	await run('outbox.sweep');
	expect(await box.owner('select 1 from outbox')).toEqual([]);
});
