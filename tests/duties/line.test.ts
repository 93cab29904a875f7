import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readEntries } from '#server/journal/read.ts';
import { inPractice } from '#server/platform/database.ts';
import { missingOn } from '../support/board.ts';
import { firefox, type Plain, plainBrowser } from '../support/browser-of.ts';
import { expectCode, expectDone } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { type Client, openSession, walk } from '../support/path.ts';

const web = await webApp(await testServer());
const code = 'le phare du bout du quai';

/** A line approved by the owner, on its own page. */
async function approved(nb: HttpPath): Promise<void> {
	const office = reader(nb, nb.practitioner.actor);
	const page = await office.send(await office.open('/fr/office/practice/line'), 'approve', {
		reason: 'Au village, demander un nom ferait taire la personne.',
		'limits.fr': 'La nuit, personne ne répond.',
		'limits.en': 'Nobody answers at night.',
		'hours.fr': 'le soir, de 18 h à 21 h',
		'hours.en': 'evenings, 6 to 9',
		practitioner: nb.practitioner.account,
	});
	expect(page.text).toContain('La ligne est ouverte');
}

const begin = (caller: Plain, more: Readonly<Record<string, string>> = {}) =>
	caller.post('/fr/line?/begin', { band: 'adult', territory: '', code: '', read: 'yes', ...more });

/** The file that a caller began, as tests walk it. */
async function fileOf(nb: HttpPath): Promise<Client> {
	const { rows } = await inPractice(nb.world.db, nb.practice.id, (tx) =>
		sql<{ id: string }>`select id from journal where practice_id = ${nb.practice.id} and kind = 'dossier'
			order by created_at desc limit 1`.execute(tx),
	);
	const dossier = { kind: 'dossier', id: rows[0]?.id ?? '' } as const;
	const { persons } = (await nb.factsOf(dossier)).dossier.joint.dossier;
	return {
		dossier,
		persons: Object.values(persons).map(({ id, account = '' }) => ({
			id,
			actor: { account, assurance: 'code' as const },
		})),
	};
}

test('[nb-5-i] a line without names is a service approved in advance: before that there is none, and a file without a name lacks its reason', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const caller = plainBrowser(nb.origin, firefox);
	expect((await caller.get('/fr/line')).status).toBe(404);
	const dossier = { kind: 'dossier', id: nb.world.newId() } as const;
	const person = nb.world.newId();
	await nb.does(nb.practitioner.actor, dossier, 'request.receive', {
		practitioner: nb.practitioner.account,
		kind: 'person',
		label: 'Marée',
		anonymous: true,
		persons: [
			{
				id: person,
				name: 'Marée',
				language: 'fr',
				roles: ['requester', 'beneficiary'],
				contact: { voiceMail: false, text: false, othersMayKnow: false, callFirst: false },
			},
		],
		via: 'phone',
		reason: 'Appelle sans donner de nom.',
		prefers: 'remote',
	});
	const missing = () => missingOn(nb, nb.practitioner.actor, `/fr/office/clients/${dossier.id}/board`);
	expect(await missing()).toContain('nb-5-i');
	await approved(nb);
	// The limits are still to be told to this one.
	expect(await missing()).toContain('nb-5-i');
	await nb.does(nb.practitioner.actor, dossier, 'limits.tell', { person, means: 'voice' });
	expect(await missing()).not.toContain('nb-5-i');
	expect(await missing()).not.toContain('nb-5-b');
	expect((await caller.get('/fr/line')).status).toBe(200);
	expect((await caller.get('/fr')).text.includes('href="/fr/line"')).toBe(true);
});

test('[nb-5-i] a caller is told the limits first; no name, e-mail or phone is asked, and nothing that leads to them is kept', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	await approved(nb);
	const caller = plainBrowser(nb.origin, firefox);
	const page = (await caller.get('/fr/line')).text;
	const [limits, form] = [page.indexOf('nous ne pouvons pas vous envoyer de secours'), page.indexOf('?/begin')];
	expect(limits).toBeGreaterThan(0);
	expect(limits).toBeLessThan(form);
	expect(page.includes('La nuit, personne ne répond.')).toBe(true);
	expect(page.match(/<(input|textarea)[^>]*name="[^"]*(name|mail|phone|address|callBack)[^"]*"/g)).toBeNull();
	expect((await begin(caller, { read: '' })).status).toBe(422);
	expect((await begin(caller, { code: 'court' })).status).toBe(422);
	expect((await begin(caller, { code })).headers.location).toBe('/fr/line/here');

	const client = await fileOf(nb);
	const [me] = client.persons;
	const facts = await nb.factsOf(client.dossier);
	const own = facts.dossier.of(me?.id ?? '');
	expect(facts.dossier.joint.dossier).toMatchObject({ anonymous: true });
	expect(own.identity.limitsTold).toBeDefined();
	expect(own.suitability.age).toMatchObject({ band: 'adult' });
	expect(own.intake.contact).not.toMatchObject({ phone: expect.anything() });
	const pseudonym = facts.dossier.joint.dossier.label;
	expect((await caller.get('/fr/line/here')).text.includes(pseudonym)).toBe(true);
	expect((await nb.page(nb.practitioner.actor, '/fr/office/clients')).text.includes(pseudonym)).toBe(true);

	// Every line of the file, the account, its session, and what the program said.
	const { entries: lines } = await readEntries(nb.world, nb.practice.id, client.dossier, {
		limit: 100,
		parts: ['joint', me?.id ?? ''],
	});
	const kept = `${JSON.stringify(lines)} ${web.said()} ${await clearColumns(nb)}`;
	expect(lines.length).toBeGreaterThan(6);
	expect(kept).not.toMatch(/127\.0\.0\.1|::1|Firefox|Linux|phare/);
	expect([...caller.cookies.keys()]).toEqual(['balise-session']);
	expect(await missingOn(nb, nb.practitioner.actor, `/fr/office/clients/${client.dossier.id}/board`)).not.toContain(
		'nb-5-i',
	);
});

/** What stands in the clear beside what is sealed, in the tables that a call writes. */
async function clearColumns(nb: HttpPath): Promise<string> {
	return inPractice(nb.world.db, nb.practice.id, async (tx) => {
		const found: string[] = [];
		for (const table of ['account', 'account_session', 'account_device', 'throttle', 'journal', 'access_batch']) {
			const { rows } = await sql<{ text: string }>`select row_to_json(t)::text as text from ${sql.table(table)} t
				where practice_id = ${nb.practice.id}`.execute(tx);
			found.push(...rows.map((r) => r.text));
		}
		return found.join(' ');
	});
}

test('[nb-5-i] a caller comes back by their code and by nothing else; another code is answered as one that nobody has', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	await approved(nb);
	await begin(plainBrowser(nb.origin, firefox), { code });
	const { label } = (await nb.factsOf((await fileOf(nb)).dossier)).dossier.joint.dossier;
	const elsewhere = plainBrowser(nb.origin, firefox);
	const other = await elsewhere.post('/fr/line?/back', { code: 'le phare du bout du monde' });
	expect(other.status).toBe(422);
	expect(other.text.includes('ce code n’ouvre rien')).toBe(true);
	expect((await elsewhere.post('/fr/line?/back', { code: '  Le phare du  bout du quai ' })).headers.location).toBe(
		'/fr/line/here',
	);
	expect((await elsewhere.get('/fr/line/here')).text.includes(label)).toBe(true);
	// The same code chosen by somebody else is only one that is too easily guessed.
	const taken = await begin(plainBrowser(nb.origin, firefox), { code });
	expect(taken.text.includes('ce code se devine trop vite')).toBe(true);
	const guessing = plainBrowser(nb.origin, firefox);
	for (let i = 0; i < 25; i++) await guessing.post('/fr/line?/back', { code: `au hasard numéro ${i}` });
	expect((await guessing.post('/fr/line?/back', { code })).status).toBe(422);
});

test('[nb-5-i] services that need a name are refused in words, with a way to come forward; then the file is as any other', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	await approved(nb);
	const caller = plainBrowser(nb.origin, firefox);
	await begin(caller);
	const client = await fileOf(nb);
	const [me] = client.persons;
	for (const page of [
		'/fr/portal',
		`/fr/portal/${client.dossier.id}/file`,
		`/fr/portal/${client.dossier.id}/signed`,
		'/fr/account',
	])
		expect((await caller.get(page)).headers.location, page).toBe('/fr/line/here?name=needed');
	const why = (await caller.get('/fr/line/here?name=needed')).text;
	expect(why.includes('ce service demande de savoir qui vous êtes')).toBe(true);
	const ways = { voiceMail: false, text: false, othersMayKnow: false, callFirst: false, phone: '506-555-0144' };
	expectCode(
		await nb.attempt(nb.practitioner.actor, client.dossier, 'contact.set', { person: me?.id, contact: ways }),
		'identity.needed',
	);
	expectCode(
		await nb.attempt(nb.practitioner.actor, client.dossier, 'person.invite', { person: me?.id }),
		'identity.needed',
	);

	const missing = () => missingOn(nb, nb.practitioner.actor, `/fr/office/clients/${client.dossier.id}/board`);
	expect(await missing()).not.toContain('nb-5-b');
	expect((await caller.post('/fr/line/here?/forward', { name: 'Anouk Cyr' })).headers.location).toBe('/fr/portal');
	expect((await nb.factsOf(client.dossier)).dossier.joint.dossier).toMatchObject({
		anonymous: false,
		label: 'Anouk Cyr',
	});
	expect((await caller.get('/fr/portal')).status).toBe(200);
	expect(await missing()).toContain('nb-5-b');
	expectDone(await nb.attempt(nb.practitioner.actor, client.dossier, 'contact.set', { person: me?.id, contact: ways }));
});

test('[nb-5-i] from the public page to a room, then to a first service with consent by voice, and no account', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	await approved(nb);
	const caller = plainBrowser(nb.origin, firefox);
	await begin(caller);
	const client = await fileOf(nb);
	const [me] = client.persons;
	const by = nb.practitioner.actor;
	const id = nb.world.newId();
	const { tools } = (await nb.factsOf(client.dossier)).practice.practice;
	const tool = Object.values(tools).find((t) => t.channel === 'chat')?.id;
	await nb.does(by, client.dossier, 'session.open', {
		id,
		purpose: 'initialInterview',
		mode: 'chat',
		tool,
		persons: [me?.id],
	});
	const room = `/fr/room/${client.dossier.id}/${id}`;
	expect((await caller.get('/fr/line/here')).text.includes(`href="${room}"`)).toBe(true);
	const door = (await caller.get(room)).text;
	expect(door.match(/name="(callBack|address|town)"/g)).toBeNull();
	await caller.post(`${room}?/arrive`, { person: me?.id ?? '', place: 'withheld', alone: 'notSaid' });
	await nb.does(by, client.dossier, 'session.admit', { id, person: me?.id });
	await nb.does(by, client.dossier, 'session.start', { id });
	// Nobody's address is shown to the other side: through a relay, or not at all.
	expect(JSON.parse((await caller.get(`${room}/ice`)).text)).toMatchObject({ relayOnly: true });
	await nb.does(by, client.dossier, 'session.end', { id });

	await walk(nb, client, { without: ['identity', 'consent'] });
	const versions = Object.fromEntries(
		Object.entries((await nb.factsOf(client.dossier)).dossier.of(me?.id ?? '').consent.sent).map(([k, v]) => [
			k,
			v.version,
		]),
	);
	const service = await openSession(nb, client, { mode: 'chat' });
	await nb.attempt(by, client.dossier, 'session.admit', { id: service, person: me?.id });
	expect(await nb.attempt(by, client.dossier, 'session.start', { id: service })).toMatchObject({ refused: true });
	await nb.does(by, client.dossier, 'consent.record', {
		person: me?.id,
		id: nb.world.newId(),
		documents: versions,
		means: 'oral',
	});
	expectDone(
		await nb
			.attempt(by, client.dossier, 'session.admit', { id: service, person: me?.id })
			.then(() => nb.attempt(by, client.dossier, 'session.start', { id: service })),
	);
});
