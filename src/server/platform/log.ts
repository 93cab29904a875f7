import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import pino from 'pino';

/** What can happen, by name: a closed list, so that nobody's words can be the name of an event. */
const events = [
	...(['app.started', 'app.stopping', 'app.stopped', 'app.failed'] as const),
	...(['http', 'http.failed'] as const),
	...(['duty.notBuilt'] as const),
	...(['database.said', 'database.exited', 'database.lost'] as const),
	...(['jobs.failed', 'find.failed'] as const),
	...(['mail.sent', 'mail.waits', 'mail.gaveUp', 'mail.failed'] as const),
] as const;
/** The name of an event. */
export type LogEvent = (typeof events)[number];

/** The fields a line may have; anything else is dropped. */
export interface LogFields {
	/** A route's id, as '/office/dossier/[id]', never an address. */
	readonly route?: string | null;
	readonly method?: string;
	readonly status?: number;
	readonly ms?: number;
	/** Ids say nothing of anyone. */
	readonly practice?: string;
	readonly task?: string;
	readonly template?: string;
	readonly state?: string;
	readonly act?: string;
	readonly duty?: string;
	readonly tries?: number;
	readonly count?: number;
	readonly port?: number;
	readonly pid?: number;
	readonly signal?: string;
	readonly severity?: string;
}

/** The one log of the process. */
export interface Log {
	readonly info: (event: LogEvent, fields?: LogFields) => void;
	readonly warn: (event: LogEvent, fields?: LogFields) => void;
	/** An error is told by its class, its code, where it happened and a mark of its message: never by its words. */
	readonly error: (event: LogEvent, error: unknown, fields?: LogFields) => void;
	/** Let these names of our own code (routes, acts, duties, tasks, templates) appear as values. */
	readonly know: (names: Iterable<string>) => void;
}

/** Where lines go; the terminal by default. */
export interface LogOptions {
	readonly level: string;
	readonly to?: { readonly write: (line: string) => void };
	/** Frames of a stack are shown when they lie under this folder. */
	readonly project?: string;
}

const words = new Set([
	...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
	...['SIGINT', 'SIGTERM', 'SIGKILL', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGSEGV', 'SIGBUS'],
	...['LOG', 'NOTICE', 'WARNING', 'ERROR', 'FATAL', 'PANIC'],
	...['waiting', 'sent', 'failed', 'refused', 'expired'],
]);
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** A telephone number is not a count. */
const LARGEST = 999_999_999;

/** Open the log. Only known fields with known values pass: redaction by name once let a client's name through in an error. */
export function openLog({ level, to, project = process.cwd() }: LogOptions): Log {
	const out = pino(
		{
			level,
			base: null,
			messageKey: 'event',
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
		},
		to ?? pino.destination({ fd: 1, sync: true }),
	);
	const known = new Set(words);
	const safe = (fields: LogFields = {}) => allowed(fields, known);
	const named = (event: LogEvent): string => (events.includes(event) ? event : 'unnamed');
	return {
		info: (event, fields) => out.info(safe(fields), named(event)),
		warn: (event, fields) => out.warn(safe(fields), named(event)),
		error: (event, error, fields) => out.error({ ...safe(fields), error: errorFields(error, project) }, named(event)),
		know: (names) => {
			for (const name of names) known.add(name);
		},
	};
}

type Kind = 'word' | 'number' | 'id';
// biome-ignore format: a table
const kinds: Readonly<Record<keyof LogFields, Kind>> = {
	route: 'word', method: 'word', task: 'word', template: 'word', state: 'word', act: 'word', duty: 'word',
	signal: 'word', severity: 'word', practice: 'id',
	status: 'number', ms: 'number', tries: 'number', count: 'number', port: 'number', pid: 'number',
};

function allowed(fields: LogFields, known: ReadonlySet<string>): Record<string, string | number> {
	const shown: Record<string, string | number> = {};
	for (const [name, kind] of Object.entries(kinds)) {
		const value = fields[name as keyof LogFields];
		if (value === undefined || value === null) continue;
		if (kind === 'number') {
			if (typeof value === 'number' && Math.abs(value) <= LARGEST) shown[name] = Math.round(value * 10) / 10;
		} else if (typeof value === 'string') {
			shown[name] = (kind === 'id' ? UUID.test(value) : known.has(value)) ? value : '?';
		}
	}
	return shown;
}

/** Names that our own code and its libraries give to errors that are made without a class. */
const errorNames = new Set(['StartError', 'MailError', 'AbortError', 'TimeoutError']);
/** System and SMTP codes, SQLSTATEs, Node's own. */
const errorCode = /^(E[A-Z]{2,20}\d?|ERR_[A-Z\d_]{2,60}|(?=.*\d)[A-Z\d]{5})$/;
/** Messages are marked with a key of this process, so that nobody can guess a name and compare. */
const mark = randomBytes(32);
const marked = (text: string): string => createHmac('sha256', mark).update(text).digest('hex').slice(0, 12);

interface ErrorFields {
	readonly type: string;
	readonly code?: string;
	readonly mark: string;
	readonly at?: readonly string[];
	readonly cause?: ErrorFields;
}

function errorFields(error: unknown, project: string, depth = 0): ErrorFields {
	if (!(error instanceof Error)) return { type: 'NotAnError', mark: marked(String(error)) };
	const { code, cause } = error as Error & { code?: unknown };
	const inner = cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
	const at = framesOf(error, project);
	return {
		type: typeOf(error),
		...(typeof code === 'string' && errorCode.test(code) && { code }),
		mark: marked(error.message),
		...(at.length > 0 && { at }),
		...(inner !== undefined && depth < 3 && { cause: errorFields(inner, project, depth + 1) }),
	};
}

/** The class is code; a name that was set on the object may be anything, so only known ones pass. */
const typeOf = (error: Error): string => {
	if (errorNames.has(error.name)) return error.name;
	const made: unknown = error.constructor?.name;
	return typeof made === 'string' && /^[A-Za-z]\w{0,40}$/.test(made) ? made : 'Error';
};

/** `src/server/x.ts:12:3`, only of files that are really there: a message may hold lines that look like frames. */
function framesOf({ stack }: Error, project: string): readonly string[] {
	const frames: string[] = [];
	for (const line of (stack ?? '').split('\n')) {
		const [, path = '', place = ''] = /^\s+at .*?(?:file:\/\/)?(\/[^()\s]+?)(:\d+:\d+)\)?$/.exec(line) ?? [];
		if (path.startsWith(project + sep) && existsSync(path)) frames.push(path.slice(project.length + 1) + place);
	}
	return frames.slice(0, 8);
}

/** For the database server's own lines: how grave, and none of its words, which quote what people typed. */
export const databaseLine =
	(log: Log) =>
	(line: string): void => {
		const [, severity] = /^[\d-]+ [\d:.]+ \S+ \[\d+\] ([A-Z]+):/.exec(line) ?? [];
		if (severity && severity !== 'LOG') log.warn('database.said', { severity });
	};
