import { describe, expect, test } from 'vitest';
import { dayAround } from '#server/app/views/today.ts';
import type { Actor } from '#server/kernel/act.ts';
import { HOUR } from '#server/kernel/time.ts';
import { ask } from '../support/ask.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf, formsIn, reader } from '../support/no-script.ts';
import { openSession as openMeeting, request, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const beforeAnyPractice = await ask(web.origin, '/fr');

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

	test('its name heads every page that anybody may see, and names their tabs; an invitation says the neutral one', async () => {
		const path = await openHttpPath(web);
		const { name, senderName } = (await houseOf(path)).profile ?? { name: '', senderName: '' };
		const { open } = reader(path);
		const headOf = async (address: string) => {
			const { html } = await open(address);
			const heading = /<a class="name[\s\S]*?<span[^>]*>([^<]*)<\/span>/.exec(html)?.[1];
			return { heading, tab: /<title>([^<]*)<\/title>/.exec(html)?.[1] };
		};
		expect(await headOf('/fr')).toEqual({ heading: name, tab: name });
		expect(await headOf('/fr/request')).toEqual({ heading: name, tab: expect.stringMatching(` · ${name}$`) });
		expect(await headOf('/en/sign-in')).toEqual({ heading: name, tab: `Sign in · ${name}` });
		expect(await headOf('/fr/claim/aucune')).toEqual({ heading: senderName, tab: `Votre invitation · ${senderName}` });
		expect((await open('/fr')).text).toContain('Balise est un logiciel libre');
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
		// Never tomorrow's, however late it is.
		const now = path.world.now();
		const startsAt = Math.min(now + HOUR / 2, dayAround(now, 'America/Toronto').to - 1);
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
