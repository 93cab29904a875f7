import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOUR } from '#server/kernel/time.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { openFolder, testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { request } from '../support/path.ts';

const folder = openFolder();
const backups = join(folder, 'backups');
const web = await webApp(await testServer(), { BALISE_BACKUPS: backups });
const path = await openHttpPath(web);
const owner = path.practitioner.actor;
const address = '/fr/office/practice/backups';
const { open } = reader(path, owner);

interface Ran {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** A command as somebody types it on the machine. */
function command(name: string, args: readonly string[], env: Record<string, string>, typed = ''): Promise<Ran> {
	const child = spawn(process.execPath, [`src/server/app/cli/${name}.ts`, ...args], {
		env: { PATH: process.env.PATH, HOME: folder, ...env },
	});
	child.stdin.end(typed);
	let [out, err] = ['', ''];
	child.stdout.on('data', (part) => {
		out += part;
	});
	child.stderr.on('data', (part) => {
		err += part;
	});
	return new Promise((done) => child.once('exit', (code) => done({ code, out, err })));
}

const groupsIn = (html: string): readonly string[] =>
	[...html.matchAll(/<code[^>]*>([0-9A-Z]{5})<\/code>/g)].map(([, group = '']) => group);
const hidden = (html: string, name: string): string =>
	new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
const asked = (html: string): readonly number[] =>
	[...html.matchAll(/Groupe (\d) de la feuille/g)].map(([, n]) => Number(n));
const machine = (name: string) => {
	mkdirSync(join(folder, name));
	return { BALISE_DATA: join(folder, name, 'data'), BALISE_KEYS: join(folder, name, 'held', 'keys.json') };
};
let secret: readonly string[] = [];

test('what is lost with the keys is said before; the sheet is shown once, and counts once two groups came back', async () => {
	const before = await open(address);
	expect(before.text).toContain('tous les dossiers sont perdus');
	expect(before.text).toContain('Aucune sauvegarde n’a encore été faite');
	expect(before.text).toContain('Aucune feuille n’est en vigueur');
	const made = await path.post(owner, `${address}?/make`, {});
	expect(made.status).toBe(200);
	secret = groupsIn(made.text);
	expect(secret).toHaveLength(8);
	expect(made.text).toContain('data:image/svg+xml');
	const [first = 0, second = 0] = asked(made.text);
	const token = hidden(made.text, 'token');
	expect(token).not.toBe('');
	for (const group of secret) expect(token).not.toContain(group);

	const keep = (fields: Record<string, string>) => path.post(owner, `${address}?/keep`, { token, ...fields });
	const wrong = await keep({ first: secret[first - 1] ?? '', second: secret[first - 1] ?? '' });
	expect(wrong.status).toBe(422);
	expect(asked(wrong.text)).toEqual([first, second]);
	expect(groupsIn(wrong.text)).toEqual([]);
	expect((await open(address)).text).toContain('Aucune feuille n’est en vigueur');
	expect((await keep({ token: 'nonsense', first: 'x' })).status).toBe(422);

	const right = { first: ` ${secret[first - 1]?.toLowerCase()} `, second: secret[second - 1] ?? '' };
	const kept = await keep(right);
	expect(kept.status).toBe(200);
	expect(kept.text).toContain('Cette feuille rend maintenant les clés');
	const { sheet } = (await path.factsOf(path.practice)).practice.recovery;
	expect(JSON.stringify(sheet)).not.toMatch(new RegExp(secret.join('|')));
	expect(readdirSync(backups)).toEqual(['keys.1']);
	expect((await keep(right)).status).toBe(422);
	expect((await open(address)).text).toContain('La feuille en vigueur a été imprimée le');
});

test('only an owner makes one, and whoever has no part in it does not see the page', async () => {
	const account = await path.newAccount('member', 'Sam Roy');
	await path.does(owner, path.practice, 'member.join', { account, name: 'Sam Roy', roles: ['receptionist'] });
	const sam = { account, assurance: 'passkey' } as const;
	expect((await path.page(sam, address)).status).toBe(404);
	for (const action of ['make', 'keep']) {
		const answer = await path.post(sam, `${address}?/${action}`, { token: 'x' });
		expect([action, answer.status >= 400 && answer.status < 500]).toEqual([action, true]);
		expect(groupsIn(answer.text)).toEqual([]);
	}
});

test('a backup that failed, or none for two days, stands on the owner’s first page until one is made', async () => {
	const today = async () => (await open('/fr/office')).text;
	expect(await today()).not.toContain('aucune sauvegarde depuis deux jours');
	const { ownerPool, world } = web.app;
	await ownerPool.query('update practice set opened_at = $1', [world.now() - 49 * HOUR]);
	expect(await today()).toContain('aucune sauvegarde depuis deux jours');
	writeFileSync(join(folder, 'in-the-way'), '');
	const failed = await command('backup', ['--to', join(folder, 'in-the-way', 'x')], web.env);
	expect(failed.code).toBe(1);
	expect(await today()).toContain('la dernière sauvegarde a échoué');
	expect((await open(address)).text).toContain('plus de 48 heures');
});

test('the key file is lost: the sheet that is typed on a new machine opens everything', async () => {
	await request(path);
	const made = await command('backup', ['--lang', 'en'], web.env);
	expect(made).toMatchObject({ code: 0, err: '' });
	expect(made.out).toMatch(/^Backed up and read back: balise-\d{8}T\d{6}Z\.backup/);
	const page = await open(address);
	expect(page.text).toMatch(/Il y a\s*moins d’une heure/);
	expect(page.text).toContain(backups);
	expect(page.text).not.toContain('48 heures. Si la machine');
	expect((await open('/fr/office')).text).not.toContain('la dernière sauvegarde a échoué');

	const lost = machine('lost');
	const misread = [...secret.slice(0, 7), 'AAAAA'].join(' ');
	const wrong = await command('restore', ['--from', backups, '--sheet'], lost, `${misread}\n`);
	expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('groupe 8') });
	const back = await command('restore', ['--from', backups, '--sheet'], lost, `${secret.join(' ').toLowerCase()}\n\n`);
	expect(back).toMatchObject({ code: 0, err: '' });
	expect(back.out).toMatch(/\(RPO\)[\s\S]*\(RTO\)[\s\S]*Tout se tient/);
	const keys = Object.keys(JSON.parse(readFileSync(lost.BALISE_KEYS, 'utf8')).keys);
	expect(keys.every((name) => /^(backup|[0-9a-f-]{36})\//.test(name))).toBe(true);
	const proved = await command('verify', ['--json'], lost);
	expect(proved.code).toBe(0);
	const { read, findings } = JSON.parse(proved.out);
	expect(findings).toEqual([]);
	expect(read.opened).toBeGreaterThan(20);
	expect(read.journals).toBeGreaterThan(2);
});

test('with the key file kept elsewhere; without the right one nothing is restored; a rehearsal is remembered', async () => {
	const other = machine('other');
	const strange = join(folder, 'strange.json');
	writeFileSync(
		strange,
		JSON.stringify({ version: 1, keys: { 'backup/1-00000000': Buffer.alloc(32).toString('base64url') } }),
	);
	const refused = await command('restore', ['--from', backups, '--keys', strange], other);
	expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('n’ouvrent pas cette sauvegarde') });
	expect(existsSync(other.BALISE_KEYS)).toBe(false);
	const tried = await command('restore', ['--try'], { ...web.env, BALISE_BACKUPS: backups });
	expect(tried).toMatchObject({ code: 0, err: '' });
	expect((await open(address)).text).toContain('tout y était');
	rmSync(folder, { recursive: true, force: true });
});
