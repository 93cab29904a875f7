import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { verifyReceipt } from '#server/journal/receipt.ts';
import { type Finding, isBroken, type Read, type Verifying, verify } from '#server/journal/verify.ts';
import { currentConfig } from '#server/platform/config.ts';
import { type Database, databaseOf, inPractice, poolOf } from '#server/platform/database.ts';
import { isLocale } from '#words/i18n.ts';
import { proofWords } from '#words/proof.ts';
import { CannotLook, reach } from './reach.ts';
import { worldOn } from './world-on.ts';

/*
 * npm run verify [-- --practice demo] [--without-keys] [--receipt file.json] [--json] [--lang en]
 * on BALISE_DATA or DATABASE_URL, while Balise runs or not. Ends with 1 when something is broken, 2 when it cannot look.
 */
const { values: asked } = parseArgs({
	options: {
		practice: { type: 'string' },
		receipt: { type: 'string' },
		'without-keys': { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		lang: { type: 'string', default: 'fr' },
	},
});
const words = proofWords(isLocale(asked.lang) ? asked.lang : 'fr');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function practiceNamed(db: Database, slug: string): Promise<string> {
	const { rows } = await sql<{ id: string }>`select id from practice where slug = ${slug}`.execute(db);
	if (!rows[0]) throw new CannotLook(words.noPractice(slug));
	return rows[0].id;
}

const sentence = ({ code, journal = '', seq, table = '' }: Finding): string =>
	words[code]({ journal, seq: seq ?? '', table });

async function readEverything(house: Verifying<Facts>): Promise<number> {
	const only = asked.practice === undefined ? {} : { practice: await practiceNamed(house.db, asked.practice) };
	const steps = verify(house, only);
	const findings: Finding[] = [];
	for (;;) {
		const step = await steps.next();
		if (step.done) return conclude(step.value, findings, house.world !== undefined);
		findings.push(step.value);
		if (!asked.json) say(`✗ ${sentence(step.value)}`);
	}
}

function conclude(read: Read, findings: readonly Finding[], withKeys: boolean): number {
	const broken = findings.filter(isBroken).length;
	if (asked.json) {
		say(JSON.stringify({ read, findings: findings.map((f) => ({ ...f, words: sentence(f) })) }));
		return broken > 0 ? 1 : 0;
	}
	say(words.held(read));
	say(withKeys ? words.opened(read) : words.sealed());
	say(broken > 0 ? words.broken(broken) : words.whole());
	return broken > 0 ? 1 : 0;
}

/** A receipt is checked with the key it names; that this is the practice's own is read in the database as well. */
async function readReceipt(db: Database, file: string): Promise<number> {
	const receipt = parsed(readFileSync(file, 'utf8'));
	const { publicKey = '', journal = '', seq = 0 } = receipt;
	const fault = await verifyReceipt(receipt, publicKey, db);
	const foreign = !fault && !(await isTheirs(db, receipt));
	if (fault) say(`✗ ${words[fault === 'lineChanged' ? 'lineChangedSince' : fault]()}`);
	else say(foreign ? `✗ ${words.keyDiffers()}` : `✓ ${words.receiptHolds({ journal, seq, table: '' })}`);
	return fault || foreign ? 1 : 0;
}

const isTheirs = (db: Database, { practice = '', publicKey }: Parsed): Promise<boolean> =>
	inPractice(db, practice, async (tx) => {
		const row = await tx.selectFrom('sign_key').select('public').executeTakeFirst();
		return row?.public.toString('base64url') === publicKey;
	});

type Parsed = {
	readonly practice?: string;
	readonly publicKey?: string;
	readonly journal?: string;
	readonly seq?: number;
};

function parsed(text: string): Parsed {
	try {
		return JSON.parse(text);
	} catch {
		throw new CannotLook(words.notAReceipt());
	}
}

async function main(): Promise<number> {
	const config = currentConfig();
	const { engine, stop } = await reach(config, words.noData);
	const pool = poolOf(engine, 2, 'app');
	try {
		const db = databaseOf(pool);
		if (asked.receipt !== undefined) return await readReceipt(db, asked.receipt);
		const keys = !asked['without-keys'] && existsSync(config.keysFile);
		return await readEverything({ db, roots: config.dataDir, ...(keys && { world: worldOn(db, config) }) });
	} finally {
		await pool.end();
		await stop();
	}
}

process.exitCode = await main().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	return 2;
});
