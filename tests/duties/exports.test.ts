import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { deskOf } from '../support/desk.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf } from '../support/no-script.ts';
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
	const { world } = web.app;
	await inPractice(world.db, nb.practice.id, (tx) =>
		sql`update account_session set fresh_at = fresh_at - 1800000 where account_id = ${me.account}`.execute(tx),
	);
	const late = await nb.page(me, address);
	expect(late.status).toBe(303);
	expect(late.headers.location).toContain('/account/confirm');
});
