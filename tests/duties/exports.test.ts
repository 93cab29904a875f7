import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accessOf } from '#server/journal/access.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { type Archive, verifyArchive } from '#server/platform/verifier.mjs';
import { ask } from '../support/ask.ts';
import { deskOf } from '../support/desk.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf } from '../support/no-script.ts';
import { type Client, request } from '../support/path.ts';
import { longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const nb = await openHttpPath(web, { province: 'NB' });
const desk = deskOf(nb);
const me = nb.practitioner.actor;

const answers = {
	format: 'fhir',
	protection: 'locked',
	place: 'Clé USB, tiroir sous clé',
	'risk:b': 'on',
};

const takeLink = (html: string): string => /href="(export\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
const copiesOf = async ({ dossier }: Client) =>
	Object.entries((await nb.factsOf(dossier)).dossier.joint.exports.copies);

test('[nb-intro-d] a record is copied to a device: the screen names the risk and asks how it is protected; the register keeps the answer and a recall date', async () => {
	const client = await request(nb, { names: ['Évangéline Landry'] });
	const page = await desk.open(desk.at(client, 'export'));
	expect(page.text).toContain('Une copie sort de ce qui protège le dossier');
	expect(page.text).toContain('Comment la copie sera protégée');
	// Whoever wants it for somebody else is led to where telling outside asks for its ground.
	expect(page.html).toContain('href="disclose"');
	const { fields } = formOf(page, 'make');
	expect(fields.recall).toBe(dayOf(nb.world.now() + 30 * DAY));
	const silent = await desk.send(page, 'make', { format: 'fhir' });
	expect(silent.status).toBe(422);
	expect(await copiesOf(client)).toEqual([]);
	expect(await desk.lacks(client)).not.toContain('nb-intro-d');

	const noted = await desk.send(page, 'make', answers);
	expect(noted.text).toContain('C’est noté');
	expect(noted.text).toContain('Clé USB, tiroir sous clé');
	expect(noted.text).toContain('Sur une clé ou un disque gardé sous clé');
	expect(noted.text).toContain('Pas encore prise');
	const taken = await nb.page(me, desk.at(client, takeLink(noted.html)));
	expect(taken.status).toBe(200);
	expect(taken.headers['content-disposition']).toMatch(/^attachment/);
	expect(taken.headers['cache-control']).toBe('no-store');
	expect(JSON.parse(taken.text)).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
	expect(taken.text).toContain('Évangéline Landry');
	// The register keeps the hash of exactly these bytes, and nothing that they say.
	const hash = createHash('sha256').update(taken.text).digest('hex');
	expect((await desk.open(desk.at(client, 'export'))).text).toContain(hash);
	expect(await desk.lacks(client)).not.toContain('nb-intro-d');
});

test('[nb-intro-d] once its recall has come, the board asks what became of the copy, until it is destroyed or kept for a reason', async () => {
	const client = await request(nb, { names: ['Théotime Robichaud'] });
	const then = longAgo(nb, 40);
	const { format, protection, place } = answers;
	const recall = dayOf(nb.world.now() - 38 * DAY);
	await then.does(me, client.dossier, 'record.export', {
		format,
		protection,
		place,
		recall,
		parts: ['joint'],
		risk: true,
	});
	const [[id = ''] = []] = await copiesOf(client);
	expect(await desk.lacks(client)).toContain('nb-intro-d');
	expect(await desk.mend(client, 'nb-intro-d')).toContain(`/export#e-${id}`);
	const page = await desk.open(desk.at(client, 'export'));
	expect(page.text).toContain('qu’est-elle devenue');
	const early = await desk.send(page, `keep:${id}`, { until: '2020-01-01', reason: 'Expertise en cours' });
	expect(early.text).toContain('cette date est déjà passée');
	const until = dayOf(nb.world.now() + 10 * DAY);
	const kept = await desk.send(page, `keep:${id}`, { until, reason: 'Expertise en cours' });
	expect(kept.text).toContain('Gardée plus longtemps : Expertise en cours');
	expect(await desk.lacks(client)).not.toContain('nb-intro-d');
	const gone = await desk.send(kept, `destroyed:${id}`, { on: dayOf(nb.world.now()) });
	expect(gone.text).toContain('Détruite le');
	expect((await nb.page(me, desk.at(client, `export/${id}`))).status).toBe(404);
});

test('a copy goes to who noted it, with a factor shown just now, and holds only the parts that were named', async () => {
	const client = await request(nb, { kind: 'couple', names: ['Aurèle Savoie', 'Zélie Savoie'] });
	const [aurele, zelie] = client.persons;
	await nb.does(me, client.dossier, 'record.export', {
		format: 'fhir',
		parts: [aurele?.id],
		protection: 'password',
		place: 'Portable',
		recall: dayOf(nb.world.now() + DAY),
		risk: true,
	});
	const [[id = ''] = []] = await copiesOf(client);
	const address = desk.at(client, `export/${id}`);
	const { text } = await nb.page(me, address);
	expect(text).toContain('Aurèle Savoie');
	expect(text).not.toContain('Zélie');
	expect((await nb.page(zelie?.actor, address)).status).toBe(404);
	expect((await nb.page(undefined, address)).status).toBe(303);
	// Half an hour later the same session is asked for its factor again, and no byte leaves.
	const shownEarlier = (by: number) =>
		inPractice(web.app.world.db, nb.practice.id, (tx) =>
			sql`update account_session set fresh_at = fresh_at - ${by} where account_id = ${me.account}`.execute(tx),
		);
	await shownEarlier(1_800_000);
	const late = await nb.page(me, address);
	await shownEarlier(-1_800_000);
	expect(late.status).toBe(303);
	expect(late.headers.location).toContain('/account/confirm');
});

test('other software reads one file: through the gate of every disclosure, only what was opened, until it is taken back', async () => {
	const client = await request(nb, { kind: 'couple', names: ['Ozite Arsenault', 'Placide Arsenault'] });
	const [ozite, placide] = client.persons;
	const person = ozite?.id ?? '';
	const to = 'Clinique du Fleuve';
	const fields = {
		ground: 'consent',
		to,
		'persons[]': person,
		'kinds[]': ['Communication', 'AuditEvent'],
		until: '2099-01-01',
	};
	const page = () => desk.open(desk.at(client, 'connections'));
	const early = await desk.send(await page(), 'open', fields);
	expect(dutiesOf(early)).toEqual(['nb-6-i']);
	expect(early.html).not.toContain(`${client.dossier.id}.`);
	const agreed = { person, to, what: 'Les messages', why: 'Suivi partagé', means: 'paper' };
	const given = await nb.does(me, client.dossier, 'authorisation.give', agreed);
	const opened = await desk.send(await page(), 'open', fields);
	const token = new RegExp(`${client.dossier.id}\\.[\\w-]+`).exec(opened.text)?.[0] ?? '';
	expect(token).not.toBe('');
	expect((await page()).html).not.toContain(token);
	expect((await desk.open(desk.at(client, 'disclose'))).text).toContain(to);

	const api = async (path: string, secret: string = token, method = 'GET') => {
		const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/fhir+json' };
		const { status, text } = await ask(nb.origin, `/api/fhir/${path}`, { method, headers });
		return { status, body: JSON.parse(text) };
	};
	const patient = await api(`Patient/${person}`);
	expect(patient.body).toMatchObject({ resourceType: 'Patient', name: [{ text: 'Ozite Arsenault' }] });
	const all = await api(`Patient/${person}/$everything?_count=2`);
	expect(all.body).toMatchObject({ resourceType: 'Bundle', type: 'searchset' });
	expect(all.body.entry).toHaveLength(2);
	const next = all.body.link.find((l: { relation: string }) => l.relation === 'next').url;
	expect((await api(next.split('/api/fhir/')[1])).body.entry.length).toBeGreaterThan(0);
	const events = await api(`AuditEvent?patient=Patient/${person}`);
	expect(events.body.total).toBeGreaterThan(0);
	// Nothing of the other spouse, of what was not opened, of another file; and every no is said as FHIR says it.
	expect(JSON.stringify([patient, all, events])).not.toMatch(/Placide/);
	const nos: readonly (readonly [number, string, string?, string?])[] = [
		[401, `Patient/${person}`, 'x'.repeat(40)],
		[401, `Patient/${person}`, `${crypto.randomUUID()}.${'x'.repeat(30)}`],
		[403, 'DocumentReference'],
		[403, 'Nonsense/1'],
		[404, `Patient/${placide?.id}`],
		[404, `Patient/${person}/$other`],
		[404, 'AuditEvent/../../x'.replaceAll('/..', '/1')],
		[400, 'AuditEvent?_count=-1'],
		[405, `Patient/${person}`, token, 'DELETE'],
	];
	for (const [status, path, secret, method] of nos) {
		const no = await api(path, secret, method);
		expect([no.status, no.body.resourceType], path).toEqual([status, 'OperationOutcome']);
	}
	const read = await accessOf(web.app.world, nb.practice.id, client.dossier.id, { person, limit: 50 });
	expect(read.map((l) => l.what)).toContain('read connection.Patient');

	// The agreement is taken back: at the next reading the gate says no. Then it is closed for good.
	const id = (given.entries[0]?.data as { id: string } | undefined)?.id;
	const facts = (await nb.factsOf(client.dossier)).dossier.of(person).disclosure.authorisations;
	await nb.does(me, client.dossier, 'authorisation.revoke', { person, id: id ?? Object.keys(facts)[0], means: 'oral' });
	expect((await api(`Patient/${person}`)).status).toBe(403);
	const instance = /name="_instance" value="([0-9a-f-]{36})"/.exec((await page()).html)?.[1] ?? '';
	expect((await desk.send(await page(), `close:${instance}`)).text).toContain('La lecture est fermée');
	expect((await api(`Patient/${person}`)).status).toBe(401);
});

test('a copy as plain JSON is checked by the verifier alone; what is written after it left opens with none of its keys', async () => {
	const client = await request(nb, { names: ['Zélie Comeau'] });
	const parts = ['joint', client.persons[0]?.id ?? ''];
	const noted = await desk.send(await desk.open(desk.at(client, 'export')), 'make', {
		...answers,
		format: 'json',
		'parts[]': parts,
	});
	const taken = await nb.page(me, desk.at(client, takeLink(noted.html)));
	const archive: Archive = JSON.parse(taken.text);
	expect(verifyArchive(archive)).toEqual([]);
	expect(taken.text).toContain('Zélie Comeau');
	const again = await nb.page(me, desk.at(client, takeLink(noted.html)));
	expect(JSON.parse(again.text).lines).toEqual(archive.lines);
	const program = await ask(nb.origin, '/verifier.mjs');
	expect(program.text).toBe(readFileSync('src/server/platform/verifier.mjs', 'utf8'));
	await nb.does(me, client.dossier, 'contact.log', { kind: 'call', way: 'in', persons: [], text: 'Ensuite.' });
	const rows = await inPractice(nb.world.db, nb.practice.id, (tx) =>
		tx.selectFrom('entry').select(['key_id', 'seq']).where('journal_id', '=', client.dossier.id).execute(),
	);
	const later = rows.filter(({ seq }) => seq > archive.manifest.seq + 1);
	expect(later.length).toBeGreaterThan(0);
	expect(later.filter(({ key_id }) => key_id in archive.keys)).toEqual([]);
});
