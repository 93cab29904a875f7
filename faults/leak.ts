import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { writeOutgoing } from '#server/journal/append.ts';
import { backUp } from '#server/journal/backup/back-up.ts';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { listOutbox } from '#server/journal/outbox.ts';
import { openRelay } from '#server/journal/relay.ts';
import type { Outgoing } from '#server/journal/world.ts';
import { MINUTE } from '#server/kernel/time.ts';
import { inPractice, poolOf } from '#server/platform/database.ts';
import { startJobs } from '#server/platform/jobs.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { databaseLine, type Log, openLog } from '#server/platform/log.ts';
import { openMail } from '#server/platform/mail.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { letterTo } from '#words/mail.ts';
import { backupHouse } from '../tests/support/backups.ts';
import { filesUnder } from '../tests/support/disk.ts';
import { openFolder, served } from '../tests/support/server.ts';
import { toyStory } from '../tests/support/story.ts';
import { done, type ToyFacts, toyModel } from '../tests/support/toy.ts';
import { type TestHouse, testHouse } from '../tests/support/world.ts';

const planted = {
	name: 'Zéphirine Plantée',
	words: 'elle a peur de rentrer chez elle',
	address: 'zephirine.plantee@exemple.example',
	code: '480 913',
	token: 'c2VjcmV0LXRva2Vu',
} as const;
const needles = [...Object.values(planted), 'Zéphirine', 'zephirine', 'Plantée', 'plantee', 'peur'];
const found = (where: Buffer | string): readonly string[] => needles.filter((needle) => where.includes(needle));

/** Where planted words were sought, and where one stood. */
export interface Leaked {
	/** How many letters, lines of the log, files and processes were read. */
	readonly read: {
		readonly letters: number;
		readonly lines: number;
		readonly files: number;
		readonly processes: number;
	};
	/** Archives and copies of the keys among the files. */
	readonly backups: number;
	readonly leaks: readonly string[];
	/** The database did say the words aloud to whoever started it: otherwise nothing is proved of the log. */
	readonly quoted: boolean;
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = performance.now() + 30_000; !(await holds()); await sleep(20))
		if (performance.now() > end) throw new Error(`not within half a minute: ${what}`);
}

/** A mail server that quotes what it was given when it refuses; then it takes it. */
async function quotingServer(isOpen: () => boolean) {
	const taken: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onRcptTo: ({ address }, _, answer) =>
			isOpen() ? answer() : answer(Object.assign(new Error(`<${address}> ${planted.words}`), { responseCode: 451 })),
		onData: (stream, _, answer) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				taken.push(Buffer.concat(chunks).toString());
				answer();
			});
		},
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	return { taken, url, stop: () => new Promise<void>((end) => server.close(() => end())) };
}

/** Plant words in the record, let letters, errors, jobs and a backup go wrong and right with them, then look everywhere. */
export async function leak(): Promise<Leaked> {
	const folder = openFolder();
	const lines: string[] = [];
	const said: string[] = [];
	const log = openLog({ level: 'trace', to: { write: (line) => void lines.push(line) } });
	const databaseSaid = databaseLine(log);
	const hears = (line: string) => {
		said.push(line);
		databaseSaid(line);
	};
	const { stop, ...address } = await startEmbedded({ dataDir: join(folder, 'data'), log: hears });
	const server = served('watched', (database) => ({ ...address, database }), stop);
	try {
		const keysFile = join(folder, 'keys', 'keys.json');
		const house = await testHouse({ server, model: toyModel(), keys: fileKeys(keysFile) });
		await tell(house);
		const letters = await write(house, { log, lines });
		await goWrong(house, { log, lines });
		const backups = backupHouse(server, house, { keysFile, folder: join(folder, 'kept') });
		await checkpoint(house.world, house.practice, backups.roots);
		await backUp(backups);
		await house.owner('checkpoint');
		const files = filesUnder(folder);
		const processes = commandLines();
		const leaks = [
			...letters.flatMap(found).map((needle) => `${needle} in a letter`),
			...found(lines.join('')).map((needle) => `${needle} in the log`),
			...files.flatMap((file) => found(readFileSync(file)).map((needle) => `${needle} in ${file}`)),
			...processes.flatMap((line) => found(line)).map((needle) => `${needle} in a process argument`),
		];
		const read = { letters: letters.length, lines: lines.length, files: files.length, processes: processes.length };
		const kept = filesUnder(join(folder, 'kept', 'backups')).length;
		return { read, backups: kept, leaks, quoted: found(said.join('\n')).length > 0 };
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function tell(house: TestHouse<ToyFacts>): Promise<void> {
	const { send, dossier } = await toyStory(house);
	done(await send('person.add', dossier, { id: randomUUID(), name: planted.name, account: randomUUID() }));
	for (let n = 0; n < 10; n++)
		done(await send('message.send', dossier, { part: 'joint', text: `${planted.name}\u00a0: ${planted.words}` }));
}

interface Heard {
	readonly log: Log;
	readonly lines: readonly string[];
}

/** Letters addressed to her, some with her words slipped in; what of them came out, without what a letter is meant to say. */
async function write(
	{ world, practice, clock }: TestHouse<ToyFacts>,
	{ log, lines }: Heard,
): Promise<readonly string[]> {
	let open = false;
	const smtp = await quotingServer(() => open);
	const to = { to: planted.address, language: 'fr' };
	const slipped = { path: '/portal', name: planted.name, text: planted.words };
	const letters: readonly Outgoing[] = [
		letterTo(to, 'signInCode', { code: planted.code, minutes: 10 }),
		letterTo(to, 'invitation', { path: `/invitation/${planted.token}` }),
		{ ...letterTo(to, 'messageWaiting', { path: '/portal' }), values: slipped },
		{ ...letterTo(to, 'messageWaiting', { path: '/portal' }), values: { path: `/portal?q=${planted.words}` } },
	];
	await inPractice(world.db, practice, (tx) => writeOutgoing(world, tx, practice, letters));
	const mail = openMail({ url: smtp.url, from: 'Balise <agenda@exemple.example>' });
	const relay = openRelay(world, { mail, originOf: () => 'https://cabinet.example', log });
	const sent = async () =>
		(await listOutbox(world, practice, 'https://cabinet.example')).filter(({ state }) => state === 'sent').length;
	try {
		relay.poke(practice);
		await until('three letters wait', () => lines.filter((line) => line.includes('mail.waits')).length === 3);
		open = true;
		await until('the letters left', async () => {
			clock.advance(MINUTE); // each try waits longer than the one before
			relay.poke(practice);
			return (await sent()) === 2;
		});
		await until('all three were taken', () => smtp.taken.length === 3);
	} finally {
		await relay.stop();
		mail.close();
		await smtp.stop();
	}
	return Promise.all(smtp.taken.map(saidIn));
}

/** The words of a letter, as sent and as read, without what it is meant to say. */
async function saidIn(raw: string): Promise<string> {
	const { subject = '', text = '' } = await PostalMime.parse(raw);
	const body = `${subject}\n${text}\n${raw.split('\r\n\r\n').slice(1).join()}`;
	return body.replaceAll(planted.code, '').replaceAll(planted.token, '');
}

/** Statements and jobs that fail with the words in their errors. */
async function goWrong({ owner, engine }: TestHouse<ToyFacts>, { log, lines }: Heard): Promise<void> {
	const failing = await owner('select $1::uuid', [planted.name]).catch((error: unknown) => error);
	log.error('http.failed', failing, { route: `/office?q=${planted.words}`, status: 500 });
	const pool = poolOf(engine, 2, 'owner');
	const jobs = startJobs(pool, log, {
		failing: { every: 60_000, run: () => Promise.reject(new Error(planted.words)) },
	});
	await until('the job failed', () => lines.some((line) => line.includes('jobs.failed')));
	await jobs.stop();
	await pool.end();
	await owner(`do $$ begin raise exception 'peur'; end $$`).catch((error: unknown) => log.error('app.failed', error));
}

/** What every process of this machine was started with. */
const commandLines = (): readonly string[] =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((pid) => {
			try {
				return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
			} catch {
				return ''; // it has ended meanwhile
			}
		});
