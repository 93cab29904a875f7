import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { applyClaim, applyWaitingClaims } from '#server/app/claims.ts';
import { claimWithSession, invite, openInvitation, openSession } from '#server/capabilities/accounts/index.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { ask } from '../support/ask.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf, formsIn, reader } from '../support/no-script.ts';
import { request, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const from = { address: '203.0.113.7', agent: 'test' };

async function member(path: HttpPath, name: string, roles: readonly string[]): Promise<Actor & { account: string }> {
	const account = await path.newAccount('member', name);
	await path.does(path.practitioner.actor, path.practice, 'member.join', { account, name, roles });
	return { account, assurance: 'passkey' };
}
const houseOf = async (path: HttpPath) => (await path.factsOf(path.practice)).practice.practice;

describe('a colleague is invited', () => {
	test('by a link and a code told by voice; once claimed they work here, and say who they are', async () => {
		const path = await openHttpPath(web);
		const { world, practice } = path;
		const { open, send } = reader(path, path.practitioner.actor);
		const none = await send(await open('/fr/office/practice'), 'invite', {
			name: 'Luc Roy',
			email: '',
			language: 'fr',
		});
		expect(none.text).toContain('Choisissez au moins un rôle.');
		const made = await send(none, 'invite', { roles: ['practitioner'] });
		const second = /\b\d{3} \d{3}\b/.exec(made.text)?.[0] ?? '';
		const token = /\/claim\/([\w-]+)/.exec(made.html)?.[1] ?? '';
		expect((await open('/fr/office/practice')).text).not.toContain(second);
		const account = await path.newAccount('member', 'Luc Roy');
		const given = await openInvitation(world, practice.id, { token, second, from });
		const opened = await openSession(world, practice.id, {
			account,
			assurance: 'passkey',
			began: 'demo',
			agent: 'test',
		});
		if (isRefusal(opened) || !('ticket' in given)) throw new Error('not let in');
		const claimed = await claimWithSession(world, practice.id, {
			token,
			ticket: given.ticket,
			from,
			session: opened.session,
		});
		if (isRefusal(claimed)) throw new Error(claimed.code);
		expect(await applyClaim(world, practice.id, claimed)).toBeUndefined();
		expect(await applyClaim(world, practice.id, claimed)).toBeUndefined();
		expect((await houseOf(path)).members[account]).toMatchObject({ name: 'Luc Roy', roles: ['practitioner'] });
		expect(await applyWaitingClaims(world, practice.id)).toBe(0);
		const luc = reader(path, { account, assurance: 'passkey' });
		const me = await luc.open('/fr/office/me');
		expect(me.text).toContain('Dites qui vous êtes.');
		await luc.send(me, 'register', { title: 'T.C.F.', order: 'OTSTCFQ', email: 'luc@ruisseau.example' });
		expect((await luc.open('/fr')).text).toContain('Luc Roy, T.C.F.');
	});

	test('who works here changes only with a factor shown just now', async () => {
		const path = await openHttpPath(web);
		const luc = await member(path, 'Luc Roy', ['practitioner']);
		const { open, send } = reader(path, path.practitioner.actor);
		const page = await open('/fr/office/practice');
		await web.app.ownerPool.query(`update account_session set fresh_at = fresh_at - 660000 where account_id = $1`, [
			path.practitioner.account,
		]);
		for (const [name, typed] of [
			['invite', { name: 'Zoé', roles: ['practitioner'] }],
			[`roles:${luc.account}`, { 'roles[]': ['owner'] }],
			[`leave:${luc.account}`, {}],
		] as const)
			expect((await send(page, name, typed)).address, name).toMatch(/\/fr\/account\/confirm\?back=/);
		expect((await houseOf(path)).members[luc.account]?.roles).toEqual(['practitioner']);
	});

	test('a claim that was cut short is told at the next round', async () => {
		const path = await openHttpPath(web);
		const { world, practice } = path;
		const client = await request(path, { linked: false });
		const person = client.persons[0]?.id ?? '';
		const to = { to: 'dossier', dossier: client.dossier.id, person } as const;
		const made = await invite(world, practice.id, { to, name: 'Camille Roy', language: 'fr' });
		if (isRefusal(made)) throw new Error(made.code);
		const token = made.path.split('/').at(-1) ?? '';
		const given = await openInvitation(world, practice.id, { token, second: made.second, from });
		const account = await path.newAccount('client', 'Camille Roy');
		const opened = await openSession(world, practice.id, {
			account,
			assurance: 'passkey',
			began: 'demo',
			agent: 'test',
		});
		if (isRefusal(opened) || !('ticket' in given)) throw new Error('not let in');
		await claimWithSession(world, practice.id, { token, ticket: given.ticket, from, session: opened.session });
		expect(await applyWaitingClaims(world, practice.id)).toBe(1);
		expect((await path.factsOf(client.dossier)).dossier.joint.dossier.persons[person]?.account).toBe(account);
		expect(await applyWaitingClaims(world, practice.id)).toBe(0);
	});
});

describe('the outbox', () => {
	test('shows what waits and why, never a link by itself; copying an invitation is written down', async () => {
		const path = await openHttpPath(web);
		const to = { to: 'practice', roles: ['receptionist'] } as const;
		const made = await invite(path.world, path.practice.id, {
			to,
			name: 'Zoé',
			email: 'zoe@example.org',
			language: 'fr',
		});
		if (isRefusal(made)) throw new Error(made.code);
		const { open, send } = reader(path, path.practitioner.actor);
		const page = await open('/fr/office/outbox');
		expect(page.text).toContain('Aucun serveur de courriel n’est réglé');
		expect(page.text).toContain('zoe@example.org');
		expect(page.html).not.toContain(made.path);
		const copied = await send(page, 'copy');
		expect(copied.html).toContain(`${path.origin}${made.path}`);
		const luc = reader(path, await member(path, 'Luc Roy', ['practitioner']));
		const others = await luc.open('/fr/office/outbox');
		expect(others.text).toContain('Ailleurs dans le cabinet, un courriel attend.');
		expect(others.text).not.toContain('@example.org');
		expect(formsIn(others.html).filter((f) => f.action.startsWith('?/copy'))).toEqual([]);
	});

	test('in a practice of several, each one sees the letters of their own files and invitations, and copies those alone', async () => {
		const path = await openHttpPath(web);
		const luc = await member(path, 'Luc Roy', ['practitioner']);
		const client = await request(path);
		await walk(path, client);
		const to = { to: 'dossier', dossier: client.dossier.id, person: client.persons[0]?.id ?? '' } as const;
		const invited = { to, name: 'Camille', email: 'camille@example.org', language: 'fr' } as const;
		if (isRefusal(await invite(path.world, path.practice.id, invited))) throw new Error('not invited');
		const eve = reader(path, path.practitioner.actor);
		const mine = await eve.open('/fr/office/outbox');
		expect(mine.text).toContain('camille@example.org');
		expect(mine.text).not.toContain('Ailleurs');
		const id = formOf(mine, 'copy').fields.id;
		const theirs = await reader(path, luc).open('/fr/office/outbox');
		expect(theirs.text).not.toContain('camille@example.org');
		expect(theirs.text).toMatch(/Ailleurs dans le cabinet, (un|\d+) courriels? attend/);
		const stolen = await path.post(luc, '/fr/office/outbox?/copy', { id: String(id) });
		expect([stolen.status, stolen.text.includes('/claim/')]).toEqual([409, false]);
		expect((await path.post(path.practitioner.actor, '/fr/office/outbox?/copy', { id: String(id) })).text).toContain(
			'/claim/',
		);
	});
});

describe('from the host', () => {
	const run = promisify(execFile);
	const command = (...args: readonly string[]) =>
		run(process.execPath, args as string[], { env: { ...process.env, ...web.env } }).catch(
			(e: { stderr: string; code: number }) => ({ stdout: '', ...e }),
		);
	const rive = [
		'src/server/app/cli/practice.ts',
		'create',
		'--slug',
		'rive',
		'--practice-name',
		'Cabinet de la Rive',
		'--name',
		'Zoé Blais',
		'--title',
		'T.S.',
		'--order',
		'OTSTCFQ',
		'--email',
		'zoe@rive.example',
		'--phone',
		'418-555-0177',
		'--address',
		'3, rue du Quai',
		'--permit-number',
		'77',
		'--permit-from',
		'2026-04-01',
		'--permit-until',
		'2027-04-01',
	];

	test('a further practice is created at its own address, with the invitation of its first owner', async () => {
		const wrong = await command(...rive.slice(0, -2));
		expect(wrong.stderr).toContain('--permit-until');
		const { stdout } = await command(...rive);
		expect(stdout).toContain(`${web.origin.replace('localhost', 'rive.localhost')}/fr`);
		expect(stdout).toMatch(/rive\.localhost:\d+\/fr\/claim\//);
		expect(stdout).toMatch(/Code à dire de vive voix\s?: \d{3} \d{3}/);
		const page = await ask(web.origin.replace('localhost', 'rive.localhost'), '/fr');
		// Nothing is published by itself: whom one would meet is read once the page is put on line.
		expect(page.text).toContain('Sa page n’est pas en ligne');
		expect(page.text).not.toContain('Zoé Blais');
		expect((await command(...rive)).stderr).toContain('déjà prise');
	});

	test('the last owner is let back in, and nobody by an address that no account has', async () => {
		const recover = ['src/server/app/cli/account.ts', 'recover', '--practice', 'rive', '--email'];
		const { stdout } = await command(...recover, 'zoe@rive.example');
		expect(stdout).toMatch(/rive\.localhost:\d+\/fr\/claim\//);
		expect(stdout).toContain('depuis la machine');
		expect((await command(...recover, 'personne@rive.example')).stderr).toContain('Aucun compte');
		expect((await command('src/server/app/cli/account.ts')).stderr).toContain('npm run account');
	});
});
