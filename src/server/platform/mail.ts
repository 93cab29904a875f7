import { createTransport } from 'nodemailer';
import type { CalendarFile } from './calendar.ts';
import { type Config, isLoopback } from './config.ts';

/** One e-mail, in plain text. */
export interface MailMessage {
	/** The same id always makes the same Message-ID, so that a repeat can be told from a second message. */
	readonly id: string;
	readonly to: string;
	/** The neutral name beside our address; none is fine. */
	readonly senderName?: string;
	readonly subject: string;
	readonly text: string;
	readonly calendar?: CalendarFile;
}

/** The mail server that was configured, or none. */
export interface Mail {
	readonly configured: boolean;
	/** The address that people see; empty when not configured. */
	readonly from: string;
	/** Resolves once the server has taken the message; throws a MailError. Ends early when the signal says so. */
	readonly send: (message: MailMessage, signal?: AbortSignal) => Promise<void>;
	readonly close: () => void;
}

/** Why a message did not leave: nobody at that address, or anything that may pass. */
export type MailError = Error & { readonly name: 'MailError'; readonly refused: boolean };
/** Is this one of ours? */
export const isMailError = (error: unknown): error is MailError => error instanceof Error && error.name === 'MailError';

const SECOND = 1000;
/** The longest a message may take, from the name look-up to the server's last word. */
export const SEND_LIMIT = 60 * SECOND;

/** Open the mail server of the configuration; connections are made when there is something to send. */
export function openMail(settings: Config['mail']): Mail {
	if (!settings) return { configured: false, from: '', send: notConfigured, close: () => undefined };
	const { address: from, name } = splitAddress(settings.from);
	const transport = createTransport(transportOptions(settings.url, domainOf(from)));
	return {
		configured: true,
		from,
		close: () => transport.close(),
		send: async ({ id, to, senderName, subject, text, calendar }, signal) => {
			const limit = AbortSignal.timeout(SEND_LIMIT);
			const message = {
				messageId: `<${id}@${domainOf(from)}>`,
				from: { name: senderName || name, address: from },
				to: { name: '', address: checkedAddress(to) },
				subject,
				text,
				textEncoding: 'quoted-printable' as const,
				xMailer: false as const,
				headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
				disableFileAccess: true,
				disableUrlAccess: true,
				signal: signal ? AbortSignal.any([signal, limit]) : limit,
				...(calendar && { icalEvent: { method: calendar.method, filename: 'agenda.ics', content: calendar.text } }),
			};
			await transport.sendMail(message).catch((error: unknown) => {
				throw mailError(error);
			});
		},
	};
}

/** Beyond this machine a message travels encrypted or stays here; a lost connection is ours to try again, not the pool's. */
function transportOptions(url: string, name: string) {
	const { protocol, hostname, port, username, password } = new URL(url);
	const secure = protocol === 'smtps:';
	return {
		pool: true as const,
		host: hostname.replace(/^\[|\]$/g, ''),
		port: Number(port) || (secure ? 465 : 587),
		secure,
		requireTLS: !secure && !isLoopback(hostname),
		...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
		name,
		maxConnections: 2,
		maxRequeues: 0,
		idleTimeout: 20 * SECOND,
		dnsTimeout: 10 * SECOND,
		connectionTimeout: 15 * SECOND,
		greetingTimeout: 15 * SECOND,
		socketTimeout: 30 * SECOND,
	};
}

async function notConfigured(): Promise<void> {
	throw Object.assign(new Error('no mail server is configured'), { name: 'MailError' as const, refused: false });
}

/** What a person may mend (the address) is told from what time may (the server). The server's words quote addresses: not kept. */
function mailError(error: unknown): MailError {
	const { code, permanent } = error as { code?: unknown; permanent?: unknown };
	const refused = permanent === true && (code === 'EENVELOPE' || code === 'EMESSAGE');
	const known = typeof code === 'string' ? { code } : {};
	return Object.assign(new Error('the message did not leave'), { name: 'MailError' as const, refused, ...known });
}

/** One bare address, or nothing leaves: a comma or a line break would send to others. */
function checkedAddress(address: string): string {
	if (/^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+$/u.test(address)) return address;
	throw Object.assign(new Error('not an address'), { name: 'MailError' as const, refused: true });
}

const splitAddress = (from: string): { readonly name: string; readonly address: string } => {
	const [, name = '', address = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
	return { name, address: address.trim() };
};
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1) || 'localhost';
