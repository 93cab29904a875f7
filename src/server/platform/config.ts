import { createHash } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { startError } from './start-error.ts';

const urls = (pattern: RegExp) =>
	z
		.string()
		.transform((text) => text.split(/[\s,]+/).filter(Boolean))
		.pipe(z.array(z.string().regex(pattern)));

const settings = z.object({
	PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
	HOST: z.string().default('127.0.0.1'),
	BALISE_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
	BALISE_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
	BALISE_DATA: z.string().default('./data'),
	BALISE_KEYS: z.string().optional(),
	DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
	SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
	MAIL_FROM: z.string().includes('@').optional(),
	TURN_URLS: urls(/^turns?:\S+$/).default([]),
	TURN_SECRET: z.string().optional(),
	STUN_URLS: urls(/^stuns?:\S+$/).default([]),
	BALISE_CLOCK: z.iso.datetime({ offset: true }).optional(),
	BALISE_BACKUPS: z.string().optional(),
	BALISE_BACKUPS_KEPT: z
		.string()
		.regex(/^\d+ \d+ \d+$/)
		.default('7 5 12'),
	AWS_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
	AWS_REGION: z.string().default('us-east-1'),
	AWS_ACCESS_KEY_ID: z.string().optional(),
	AWS_SECRET_ACCESS_KEY: z.string().optional(),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
	NODE_ENV: z.string().optional(),
});
type Settings = z.infer<typeof settings>;

/** A folder, or a bucket of a service that speaks S3. */
export type BackupPlace =
	| { readonly folder: string }
	| {
			readonly bucket: string;
			readonly prefix: string;
			readonly endpoint: string;
			readonly region: string;
			readonly accessKeyId: string;
			readonly secretAccessKey: string;
	  };

/** Everything the environment may decide, read and checked once. */
export type Config = {
	readonly port: number;
	readonly host: string;
	/** Where people reach Balise: scheme, host and port, without a path. */
	readonly origin: string;
	/** How many proxies of ours stand in front, each adding to X-Forwarded-For who asked it; without any, nobody is believed. */
	readonly proxies: number;
	readonly dataDir: string;
	readonly keysFile: string;
	readonly databaseUrl: string | undefined;
	/** Where backups go; how many days, weeks and months have one. */
	readonly backups: {
		readonly place: BackupPlace;
		readonly keeping: { readonly days: number; readonly weeks: number; readonly months: number };
	};
	readonly mail: { readonly url: string; readonly from: string } | undefined;
	readonly turn: { readonly urls: readonly string[]; readonly secret: string } | undefined;
	readonly stunUrls: readonly string[];
	/** The instant at which a test starts its clock; never set outside tests. */
	readonly clock: string | undefined;
	readonly logLevel: Settings['LOG_LEVEL'];
};
/** Names and values as the system gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of this process, frozen; throws a StartError that names the setting, never its value. */
export function readConfig(env: Environment, project: string = process.cwd()): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
	const parsed = settings.safeParse(given);
	if (!parsed.success) throw misread(parsed.error.issues.map(({ path }) => String(path[0])));
	const set = parsed.data;
	const dataDir = resolve(project, set.BALISE_DATA);
	return Object.freeze({
		port: set.PORT,
		host: set.HOST,
		origin: safeOrigin(set),
		proxies: set.BALISE_PROXIES,
		dataDir,
		keysFile: keysFile(set.BALISE_KEYS, { dataDir, project, env: given }),
		databaseUrl: set.DATABASE_URL,
		backups: backups(set, dataDir),
		mail: mail(set),
		turn: turn(set),
		stunUrls: Object.freeze(set.STUN_URLS),
		clock: set.NODE_ENV === 'test' ? set.BALISE_CLOCK : undefined,
		logLevel: set.LOG_LEVEL,
	});
}

/** The settings of the process that runs: the one place where the environment is read. */
export const currentConfig = (): Config => readConfig(process.env);

/** The same, with backups at another place than the settings say. */
export const configWith = (backupsAt: string | undefined): Config =>
	readConfig(backupsAt === undefined ? process.env : { ...process.env, BALISE_BACKUPS: backupsAt });

/** Is this host name the machine itself, as browsers understand it? */
export const isLoopback = (host: string): boolean =>
	/^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

function safeOrigin({ BALISE_ORIGIN, HOST, PORT }: Settings): string {
	const origin = new URL(BALISE_ORIGIN ?? `http://localhost:${PORT}`);
	if (origin.pathname !== '/' || origin.search || origin.hash || origin.username) throw misread(['BALISE_ORIGIN']);
	// Neither a practice's own name nor a passkey can stand on a bare number.
	if (/^[\d.[\]:]+$/.test(origin.hostname) && isLoopback(origin.hostname)) origin.hostname = 'localhost';
	if (origin.protocol === 'https:' || (isLoopback(origin.hostname) && isLoopback(HOST))) return origin.origin;
	throw startError(
		`Hors de cette machine, Balise ne s’ouvre qu’en https : donnez à BALISE_ORIGIN une adresse https:// (HOST=${HOST}, ${origin.origin}).`,
		`Beyond this machine, Balise opens in https only: give BALISE_ORIGIN an https:// address (HOST=${HOST}, ${origin.origin}).`,
	);
}

type Places = { readonly dataDir: string; readonly project: string; readonly env: Environment };

/** The master key lies apart from what it opens: whoever takes the data folder or the project takes no key. */
function keysFile(given: string | undefined, { dataDir, project, env }: Places): string {
	const name = `${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}.json`;
	const file = given ? resolve(project, given) : join(keysFolder(env), name);
	if (!isInside(file, dataDir) && !isInside(file, project)) return file;
	throw startError(
		`Le fichier de clés ${file} doit se trouver hors des données et du projet : choisissez une autre place avec BALISE_KEYS.`,
		`The key file ${file} must lie outside the data and the project: choose another place with BALISE_KEYS.`,
	);
}

function keysFolder(env: Environment): string {
	if (env.XDG_CONFIG_HOME) return join(env.XDG_CONFIG_HOME, 'balise');
	const home = env.HOME ?? homedir();
	if (home !== '/' && isWritable(home)) return join(home, '.config/balise');
	if (process.getuid?.() === 0) return '/var/lib/balise-keys';
	throw startError(
		'Ce compte n’a pas de dossier personnel où garder les clés : donnez-leur une place avec BALISE_KEYS.',
		'This account has no home folder to keep the keys in: give them a place with BALISE_KEYS.',
	);
}

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK | constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

const isInside = (path: string, folder: string): boolean => !/^\.\.(\/|$)/.test(relative(folder, path));

function backups(set: Settings, dataDir: string): Config['backups'] {
	const [days = 0, weeks = 0, months = 0] = set.BALISE_BACKUPS_KEPT.split(' ').map(Number);
	const place = backupPlace(set.BALISE_BACKUPS ?? `${dataDir}-backups`, set);
	return Object.freeze({ place, keeping: Object.freeze({ days, weeks, months }) });
}

/** A folder, or `s3://bucket/prefix` with the service's own settings; beside the data unless told otherwise. */
function backupPlace(given: string, set: Settings): BackupPlace {
	if (!given.startsWith('s3://')) return { folder: resolve(given) };
	const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/([\w./-]*?))?\/?$/.exec(given) ?? [];
	const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: region } = set;
	if (!bucket) throw misread(['BALISE_BACKUPS']);
	if (!accessKeyId) throw misread(['AWS_ACCESS_KEY_ID']);
	if (!secretAccessKey) throw misread(['AWS_SECRET_ACCESS_KEY']);
	const endpoint = (set.AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`).replace(/\/$/, '');
	return { bucket, prefix, endpoint, region, accessKeyId, secretAccessKey };
}

function mail({ SMTP_URL, MAIL_FROM }: Settings): Config['mail'] {
	if (!SMTP_URL) return undefined;
	if (!MAIL_FROM) throw misread(['MAIL_FROM']);
	return Object.freeze({ url: SMTP_URL, from: MAIL_FROM });
}

function turn({ TURN_URLS, TURN_SECRET }: Settings): Config['turn'] {
	if (!TURN_URLS.length) return undefined;
	if (!TURN_SECRET) throw misread(['TURN_SECRET']);
	return Object.freeze({ urls: Object.freeze(TURN_URLS), secret: TURN_SECRET });
}

function misread(names: readonly string[]) {
	const list = [...new Set(names)].join(', ');
	return startError(
		`Réglage absent ou illisible : ${list}. Le README donne la forme de chacun.`,
		`Setting missing or unreadable: ${list}. The README gives the form of each.`,
	);
}
