import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keyring } from '#server/journal/keyring.ts';
import { factsCache, type World } from '#server/journal/world.ts';
import { poolOf } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import type { TestApp } from './app.ts';
import { openFolder } from './server.ts';

const filesUnder = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name));

/** As text is kept where nothing seals it: as it is, in UTF-16, in hexadecimal, in base64 at any of its three places. */
const writings = (word: string): readonly Buffer[] => [
	Buffer.from(word),
	Buffer.from(word, 'utf16le'),
	Buffer.from(Buffer.from(word).toString('hex')),
	...[0, 1, 2].map((i) =>
		Buffer.from(
			Buffer.from('x'.repeat(i) + word)
				.toString('base64')
				.replace(/=+$/, '')
				.slice(i === 0 ? 0 : i + 1, -2),
		),
	),
];

/** Everything a thief of the machine's disk has, without the key file: the database's files, and the app's own. */
export async function stolenFrom(web: TestApp) {
	const owner = poolOf({ url: web.env.DATABASE_URL ?? '' }, 1, 'owner');
	try {
		await owner.query('checkpoint');
		const { rows } = await owner.query<{ folder: string; oid: string }>(
			`select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
		);
		const { folder = '', oid = '' } = rows[0] ?? {};
		const keys = web.env.BALISE_KEYS ?? '';
		const here = (part: string) => filesUnder(join(folder, part));
		const database = [...here(`base/${oid}`), ...here('pg_wal'), ...here('pg_stat'), ...here('global')];
		const app = filesUnder(dirname(keys)).filter((file) => !file.startsWith(keys));
		return { database, files: [...database, ...app] };
	} finally {
		await owner.end();
	}
}

/** In which of these files, and in what the app said, a word is found in any writing. */
export function foundIn(web: TestApp, files: readonly string[], words: readonly string[]): readonly string[] {
	const needles = words.flatMap((word) => writings(word).map((bytes) => ({ word, bytes })));
	const where = (name: string, content: Buffer) =>
		needles.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => `${word} in ${name}`);
	const read = (file: string): Buffer => {
		try {
			return readFileSync(file);
		} catch {
			return Buffer.alloc(0); // the database has just taken it away
		}
	};
	return [...files.flatMap((file) => where(file, read(file))), ...where('the log', Buffer.from(web.said()))];
}

/** In which tables a word is found, row by row, as text or as bytes: compressed pages are opened for us. */
export async function tablesWith(web: TestApp, word: string): Promise<{ found: readonly string[]; read: number }> {
	const owner = poolOf({ url: web.env.DATABASE_URL ?? '' }, 1, 'owner');
	try {
		const { rows: tables } = await owner.query<{ t: string }>(
			`select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
		);
		const found: string[] = [];
		for (const { t } of tables) {
			const patterns = [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`];
			const { rows } = await owner.query(`select 1 from ${t} x where x::text ilike any ($1) limit 1`, [patterns]);
			if (rows.length > 0) found.push(t);
		}
		return { found, read: tables.length };
	} finally {
		await owner.end();
	}
}

/** The same database, in the hands of somebody who has no key. */
export function withoutKeys<F>(world: World<F>): World<F> {
	const keys = fileKeys(join(openFolder(), 'none.json'));
	return { ...world, keys, keyring: keyring(keys, world), cache: factsCache() };
}
