import { describe, expect, test } from 'vitest';
import { calendarFile } from '#server/platform/calendar.ts';
import { isMailError, type MailMessage, openMail } from '#server/platform/mail.ts';
import { mailServer, mailTo } from './support/mail.ts';

const message: MailMessage = {
	id: '6f9c1f58-0000-4000-8000-000000000001',
	to: 'zoe@exemple.example',
	subject: 'Un message vous attend à l’écran',
	text: 'Bonjour,\n\nUn message vous attend. Où\u00a0? À l’adresse\u00a0:\nhttps://cabinet.example/portal\n',
};
const lines = (content: string | ArrayBuffer | Uint8Array) =>
	Buffer.from(content as string)
		.toString()
		.replaceAll('\r\n', '\n');
const refusalOf = (sending: Promise<void>) =>
	sending.then(
		() => 'it left',
		(error: unknown) => (isMailError(error) ? { ...error, message: error.message } : error),
	);

describe('an e-mail that leaves', () => {
	test('arrives as it was written, in plain text', async () => {
		const { taken, port } = await mailServer();
		await mailTo(`smtp://127.0.0.1:${port}`).send({ ...message, senderName: 'Le 210, étage 2' });
		const [{ to, email } = expect.fail()] = taken;
		expect(taken).toHaveLength(1);
		expect(to).toEqual(['zoe@exemple.example']);
		expect(email.subject).toBe(message.subject);
		expect(email.text?.replaceAll('\r\n', '\n')).toBe(message.text);
		expect(email.html).toBeUndefined();
		expect(email.from).toMatchObject({ name: 'Le 210, étage 2', address: 'rendez-vous@cabinet.example' });
	});
	test('says that a machine wrote it, and nothing of which one', async () => {
		const { taken, port } = await mailServer();
		await mailTo(`smtp://127.0.0.1:${port}`).send(message);
		const { raw, hello } = taken[0] ?? expect.fail();
		expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
		expect(raw).toMatch(/^Message-ID: <6f9c1f58-0000-4000-8000-000000000001@cabinet\.example>/m);
		expect(raw).not.toMatch(/^X-Mailer|nodemailer|balise/im);
		expect(hello).toBe('cabinet.example');
	});
	test('takes the configured name when the practice chose none', async () => {
		const { taken, port } = await mailServer();
		await mailTo(`smtp://127.0.0.1:${port}`).send(message);
		await mailTo(`smtp://127.0.0.1:${port}`, 'bare@cabinet.example').send(message);
		expect(taken.map(({ email }) => email.from)).toMatchObject([
			{ name: 'Agenda', address: 'rendez-vous@cabinet.example' },
			{ name: '', address: 'bare@cabinet.example' },
		]);
	});
	test('carries a calendar file that calendars act upon', async () => {
		const { taken, port } = await mailServer();
		const event = {
			uid: message.id,
			start: Date.parse('2026-03-09T18:30:00Z'),
			end: Date.parse('2026-03-09T19:20:00Z'),
			sequence: 1,
			title: 'Rendez-vous',
			stamp: Date.parse('2026-03-01T12:00:00Z'),
			from: 'rendez-vous@cabinet.example',
			to: message.to,
		};
		const mail = mailTo(`smtp://127.0.0.1:${port}`);
		for (const status of ['confirmed', 'cancelled'] as const) {
			const calendar = calendarFile({ ...event, status });
			await mail.send({ ...message, calendar });
			const { raw, email } = taken.at(-1) ?? expect.fail();
			expect(raw).toMatch(new RegExp(`^Content-Type: text/calendar; charset=utf-8; method=${calendar.method}`, 'm'));
			const files = email.attachments.filter((a) => a.mimeType === 'text/calendar' || a.mimeType === 'application/ics');
			expect(files.length).toBeGreaterThan(0);
			for (const file of files) expect(lines(file.content)).toBe(lines(calendar.text));
		}
	});
	test('signs in where the server asks for it', async () => {
		const seen: unknown[] = [];
		const { taken, port } = await mailServer({
			authOptional: false,
			allowInsecureAuth: true,
			onAuth({ username, password }, _, done) {
				seen.push(username, password);
				done(null, { user: 'ok' });
			},
		});
		await mailTo(`smtp://agenda%40cabinet.example:p%40ss@127.0.0.1:${port}`).send(message);
		expect(seen).toEqual(['agenda@cabinet.example', 'p@ss']);
		expect(taken).toHaveLength(1);
	});
});

describe('an e-mail that does not leave', () => {
	test('waits when no server is configured', async () => {
		const mail = openMail(undefined);
		expect(mail.configured).toBe(false);
		expect(await refusalOf(mail.send(message))).toMatchObject({ refused: false });
	});
	test('may leave later when the server is away, busy, or does not know us', async () => {
		const { port } = await mailServer({
			onRcptTo: (_a, _s, done) => done(Object.assign(new Error('busy'), { responseCode: 451 })),
		});
		const locked = await mailServer({
			authOptional: false,
			allowInsecureAuth: true,
			onAuth: (_a, _s, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
		});
		for (const url of ['smtp://127.0.0.1:1', `smtp://127.0.0.1:${port}`, `smtp://a:b@127.0.0.1:${locked.port}`]) {
			expect(await refusalOf(mailTo(url).send(message))).toMatchObject({ refused: false });
		}
	});
	test('is refused for good when nobody is at that address, without the server’s words', async () => {
		const { port } = await mailServer({
			onRcptTo: ({ address }, _s, done) =>
				done(Object.assign(new Error(`no such mailbox ${address}`), { responseCode: 550 })),
		});
		const outcome = await refusalOf(mailTo(`smtp://127.0.0.1:${port}`).send(message));
		expect(outcome).toMatchObject({ refused: true });
		expect(JSON.stringify(outcome)).not.toContain('zoe');
	});
	test('goes to nobody when the address hides another, or a header', async () => {
		const { taken, port } = await mailServer();
		const mail = mailTo(`smtp://127.0.0.1:${port}`);
		for (const to of [
			'a@b.example, c@d.example',
			'a@b.example\r\nBcc: c@d.example',
			'Zoé <a@b.example>',
			'a@b@c.example',
			'',
			'a b@c.example',
		]) {
			expect(await refusalOf(mail.send({ ...message, to }))).toMatchObject({ refused: true });
		}
		await mail.send({ ...message, senderName: 'x\r\nBcc: c@d.example', subject: 'y\r\nBcc: c@d.example' });
		expect(taken.map(({ to }) => to)).toEqual([['zoe@exemple.example']]);
		expect(taken[0]?.email.bcc).toBeUndefined();
	});
	test('stays here when the server beyond this machine does not encrypt', async () => {
		const { taken, port } = await mailServer({ disabledCommands: ['STARTTLS'] });
		// An address of this machine that is not written as one: to the settings it is elsewhere.
		expect(await refusalOf(mailTo(`smtp://[::ffff:127.0.0.1]:${port}`).send(message))).toMatchObject({
			refused: false,
		});
		expect(taken).toHaveLength(0);
	});
	test('stays here when the server cannot prove who it is', async () => {
		const { taken, port } = await mailServer({ secure: true, disabledCommands: [] });
		expect(await refusalOf(mailTo(`smtps://127.0.0.1:${port}`).send(message))).toMatchObject({ refused: false });
		expect(taken).toHaveLength(0);
	});
	test('is given up at once when the house closes', async () => {
		const { port } = await mailServer({ onConnect: () => undefined });
		const closingTime = new AbortController();
		const sending = refusalOf(mailTo(`smtp://127.0.0.1:${port}`).send(message, closingTime.signal));
		setTimeout(() => closingTime.abort(), 50);
		expect(await sending).toMatchObject({ refused: false, code: 'EABORT' });
	});
});
