import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { applyClaim, applyWaitingClaims } from '#server/app/claims.ts';
import { claimWithSession, invite, openInvitation, openSession } from '#server/capabilities/accounts/index.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { HOUR } from '#server/kernel/time.ts';
import { ask } from '../support/ask.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf, formsIn, reader } from '../support/no-script.ts';
import { openSession as openMeeting, request, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const beforeAnyPractice = await ask(web.origin, '/fr');
const from = { address: '203.0.113.7', agent: 'test' };

async function member(path: HttpPath, name: string, roles: readonly string[]): Promise<Actor & { account: string }> {
	const account = await path.newAccount('member', name);
	await path.does(path.practitioner.actor, path.practice, 'member.join', { account, name, roles });
	return { account, assurance: 'passkey' };
}
const houseOf = async (path: HttpPath) => (await path.factsOf(path.practice)).practice.practice;

describe('the public page', () => {
	test('before there is a practice, it is the first run', () => {
		expect(beforeAnyPractice.status).toBe(303);
		expect(beforeAnyPractice.headers.location).toMatch(/\/fr\/setup$/);
	});

	test('[qc-2.09-e1] says who practises here, their title, their permit and until when, and who watches over it', async () => {
		const path = await openHttpPath(web);
		const { text, html } = await reader(path).open('/fr');
		expect(text).toContain('Ève Tremblay, T.S.');
		expect(text).toContain('Numéro de permis : TS-00000');
		expect(text).toContain('valide jusqu’au jeudi 1er avril 2027');
		expect(text).toContain('Ordre des travailleurs sociaux');
		expect(html).toMatch(/href="tel:418/);
		for (const to of ['/fr/request', '/fr/sign-in', '/fr/help']) expect(html).toContain(`href="${to}"`);
		expect((await reader(path).open('/en')).text).toContain('Permit number: TS-00000');
	});

	test('takes no request while no permit is in force', async () => {
		const path = await openHttpPath(web);
		const [permit] = (await path.factsOf(path.practitioner.journal)).practitioner.practitioner.permits;
		await path.does(path.practitioner.actor, path.practitioner.journal, 'permit.end', {
			id: permit?.id,
			until: '2026-06-01',
		});
		const { text, html } = await reader(path).open('/fr');
		expect(text).toContain('les rencontres sont suspendues');
		expect(html).not.toContain('href="/fr/request"');
	});
});

describe('today', () => {
	test('a new practice is led step by step, and the steps vanish once they are done', async () => {
		const path = await openHttpPath(web, { bare: true });
		const { open, send } = reader(path, path.practitioner.actor);
		const today = await open('/fr/office');
		expect(today.text).toContain('Prochaine étape : vérifier les coordonnées de votre ordre ou association.');
		const tools = await open('/fr/office/practice/tools');
		expect(formOf(tools, 'verify:OTSTCFQ').fields.verifiedOn).toBe('');
		await send(tools, 'verify:OTSTCFQ', { email: 'info@ordre.example', verifiedOn: '2026-11-20' });
		expect((await houseOf(path)).regulators.OTSTCFQ).toMatchObject({ verifiedOn: '2026-11-20' });
		expect((await open('/fr/office')).text).toContain('Prochaine étape : décrire vos services.');
		const ready = await openHttpPath(web);
		await request(ready);
		expect((await reader(ready, ready.practitioner.actor).open('/fr/office')).text).not.toContain('Pour commencer');
	});

	test('says first who waits, with the way to the room; a colleague sees nothing of it, the desk names and times only', async () => {
		const path = await openHttpPath(web);
		const client = await request(path);
		await walk(path, client);
		const eve = path.practitioner.actor;
		const startsAt = path.world.now() + HOUR / 2;
		await path.does(eve, client.dossier, 'appointment.book', {
			id: path.world.newId(),
			purpose: 'service',
			mode: 'video',
			persons: client.persons.map((p) => p.id),
			practitioner: path.practitioner.account,
			startsAt,
			endsAt: startsAt + HOUR,
			zone: 'America/Toronto',
		});
		const session = await openMeeting(path, client);
		const today = await reader(path, eve).open('/fr/office');
		expect(today.text).toContain('Camille Roy vous attend dans la salle d’attente.');
		expect(today.html).toContain(`href="/fr/room/${client.dossier.id}/${session}"`);
		const luc = await reader(path, await member(path, 'Luc Roy', ['practitioner'])).open('/fr/office');
		expect(luc.text).not.toContain('Camille');
		const desk = await reader(path, await member(path, 'Zoé Blais', ['receptionist'])).open('/fr/office');
		expect(desk.text).toContain('Camille Roy · Ève Tremblay');
		expect(desk.html).not.toContain(client.dossier.id);
	});
});

describe('the practice', () => {
	test('its owner changes its profile, its rule and its roles; nobody else can', async () => {
		const path = await openHttpPath(web);
		const luc = await member(path, 'Luc Roy', ['practitioner']);
		const { open, send } = reader(path, path.practitioner.actor);
		const wrong = await send(await open('/fr/office/practice'), 'describe', { phone: 'allô' });
		expect(wrong.status).toBe(422);
		expect(formOf(wrong, 'describe').fields.phone).toBe('allô');
		await send(wrong, 'describe', { phone: '418-555-0100', name: 'Cabinet de la Rive' });
		expect((await houseOf(path)).profile).toMatchObject({ name: 'Cabinet de la Rive', phone: '418-555-0100' });
		await send(await open('/fr/office/practice'), 'rule', { rule: 'byApproval' });
		expect((await houseOf(path)).crossBorder?.rule).toBe('byApproval');
		const mine = `roles:${path.practitioner.account}`;
		const last = await send(await open('/fr/office/practice'), mine, { 'roles[]': ['practitioner'] });
		expect(last.text).toContain('le cabinet n’aurait plus de responsable');
		await send(await open('/fr/office/practice'), `roles:${luc.account}`, { 'roles[]': ['practitioner', 'owner'] });
		await send(await open('/fr/office/practice'), mine, { 'roles[]': ['practitioner'] });
		const page = await open('/fr/office/practice');
		expect(formsIn(page.html).filter((f) => /^\?\/(describe|rule|roles|leave|invite)/.test(f.action))).toEqual([]);
		const forged = await path.post(path.practitioner.actor, '/fr/office/practice?/rule', { rule: 'no' });
		expect(forged.status).toBe(422);
		expect((await houseOf(path)).crossBorder?.rule).toBe('byApproval');
	});

	test('its terms: rows without scripts, what is wrong beside its row, nothing typed is lost', async () => {
		const path = await openHttpPath(web, { bare: true });
		const { open, send } = reader(path, path.practitioner.actor);
		const typed = {
			'fees.1.label.fr': 'Rencontre',
			'fees.1.label.en': 'Meeting',
			'fees.1.amount:c': 'cent',
			'hours.fr': 'du lundi au vendredi',
			'hours.en': 'Monday to Friday',
			'replyWithin.amount:n': '2',
			'replyWithin.unit': 'businessDay',
			'interruption.waitMinutes:n': '5',
			'interruption.whoCalls': 'practice',
			'interruption.number': '418-555-0142',
			'retentionYears:n': '7',
			'alternatives.0.fr': 'Le CLSC de votre quartier',
			'alternatives.0.en': 'Your local CLSC',
		};
		const empty = await open('/fr/office/practice/terms');
		expect(empty.text).toContain('Proposition pour votre province : 5 ans.');
		expect(empty.text).toContain('lu dans une source indirecte');
		expect(formOf(empty, 'describe').fields['retentionYears:n']).toBe('');
		expect(formOf(empty, 'describe').fields['firewallAttested:b']).toBeUndefined();
		const wrong = await send(empty, 'describe', { ...typed, 'firewallAttested:b': 'true' });
		expect(wrong.status).toBe(422);
		const again = formOf(wrong, 'describe');
		expect(again.fields).toMatchObject({
			'fees.0.amount:c': 'cent',
			'fees.0.label.fr': 'Rencontre',
			'hours.fr': typed['hours.fr'],
		});
		expect(again.html).toMatch(/name="fees\.0\.amount:c"[^>]*aria-invalid="true"/);
		await send(wrong, 'describe', { 'fees.0.amount:c': '125,50' });
		expect((await houseOf(path)).terms).toMatchObject({
			fees: [{ label: { fr: 'Rencontre', en: 'Meeting' }, amount: 12550 }],
			alternatives: { QC: [{ fr: 'Le CLSC de votre quartier', en: 'Your local CLSC' }] },
			firewallAttested: true,
		});
	});

	test('its tools are listed and assessed, third parties come and go', async () => {
		const path = await openHttpPath(web);
		const { open, send } = reader(path, path.practitioner.actor);
		const listed = await send(await open('/fr/office/practice/tools'), 'register', {
			name: 'Groupe privé',
			channel: 'chat',
			'socialNetwork:b': 'yes',
		});
		const tool = Object.values((await houseOf(path)).tools).find((t) => t.name === 'Groupe privé');
		expect(tool?.socialNetwork).toBe(true);
		await send(await open(listed.address), `assess:${tool?.id}`, {
			'confidentiality:b': 'false',
			'norms:b': 'true',
			reason: 'Tout est lu par le réseau.',
		});
		expect((await houseOf(path)).tools[tool?.id ?? '']?.assessed).toMatchObject({
			confidentiality: false,
			norms: true,
		});
		const added = await send(await open('/fr/office/practice/tools'), 'add', {
			name: 'Hébergeur',
			'purpose.fr': 'garder les copies',
			'purpose.en': 'keep the copies',
			'shared.fr': 'des données chiffrées',
			'shared.en': 'encrypted data',
		});
		expect(added.text).toContain('Chaque personne devra l’avoir lu avant la prochaine rencontre.');
		const [party] = Object.keys((await houseOf(path)).thirdParties);
		await send(await open('/fr/office/practice/tools'), `remove:${party}`);
		expect((await houseOf(path)).thirdParties).toEqual({});
	});
});

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
		expect(others.text).toContain('z…@example.org');
		expect(others.text).not.toContain('zoe@');
		expect(formsIn(others.html).filter((f) => f.action.startsWith('?/copy'))).toEqual([]);
	});
});

test('strangers find nothing of the office, and the desk nothing of anyone’s practice life', async () => {
	const path = await openHttpPath(web);
	const pages = [
		'',
		'/practice',
		'/practice/terms',
		'/practice/tools',
		'/practice/policies',
		'/practice/policies/services',
		'/me',
		'/me/permits',
		'/me/channels',
		'/me/territories',
		'/outbox',
	];
	const client = { account: await path.newAccount('client', 'Alix Morin'), assurance: 'passkey' } as const;
	const desk = await member(path, 'Zoé Blais', ['receptionist']);
	for (const page of pages) {
		const nobody = await ask(path.origin, `/fr/office${page}`);
		expect(nobody.status, page).toBe(303);
		expect(nobody.headers.location).toContain('/fr/sign-in');
		expect((await path.page(client, `/fr/office${page}`)).status, page).toBe(404);
		expect((await path.page(desk, `/fr/office${page}`)).status, page).toBe(page.startsWith('/me') ? 404 : 200);
	}
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
		expect(page.text).toContain('Zoé Blais');
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
