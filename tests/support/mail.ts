import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach } from 'vitest';
import { type Mail, openMail } from '#server/platform/mail.ts';

/** A message as a mail server took it. */
export interface Taken {
	readonly to: readonly string[];
	/** The name the sender gave for itself. */
	readonly hello: string;
	readonly raw: string;
	readonly email: Email;
}

/** A real mail server on this machine, what it has taken, and how it goes down and comes back. */
export interface MailServer {
	readonly taken: readonly Taken[];
	readonly port: number;
	readonly url: string;
	readonly down: () => Promise<void>;
	readonly up: () => Promise<void>;
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

/** Start one; `onTaken` may fail after the message was taken, as a server that goes away does. */
export async function mailServer(
	options: SMTPServerOptions & { readonly onTaken?: () => unknown } = {},
): Promise<MailServer> {
	const taken: Taken[] = [];
	const { onTaken = () => undefined, ...rest } = options;
	const open = async (port: number) => {
		const server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			closeTimeout: 10,
			onData(stream, session, done) {
				stream
					.toArray()
					.then(async (chunks) => {
						const raw = Buffer.concat(chunks).toString();
						const to = session.envelope.rcptTo.map((r) => r.address);
						taken.push({ hello: session.hostNameAppearsAs, to, raw, email: await PostalMime.parse(raw) });
						await onTaken();
						done();
					})
					.catch(done);
			},
			...rest,
		});
		server.on('error', () => undefined);
		await new Promise<void>((up) => server.listen(port, '127.0.0.1', up));
		return server;
	};
	let server: SMTPServer | undefined = await open(0);
	const { port } = server.server.address() as AddressInfo;
	const down = () =>
		new Promise<void>((done) => {
			if (server) server.close(() => done());
			else done();
			server = undefined;
		});
	closing.push(down);
	const up = async () => {
		server = await open(port);
	};
	return { taken, port, url: `smtp://127.0.0.1:${port}`, down, up };
}

/** Our side of it, closed after the test. */
export function mailTo(url: string, from = 'Agenda <rendez-vous@cabinet.example>'): Mail {
	const mail = openMail({ url, from });
	closing.unshift(() => mail.close());
	return mail;
}
