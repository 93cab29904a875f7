import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { expectDone, onTheWay } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formsIn, reader } from '../support/no-script.ts';
import { type Client, request, walk } from '../support/path.ts';
import { lackingIn } from '../support/tasks.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });
const office = reader(qc, qc.practitioner.actor);
const file = ({ dossier }: Pick<Client, 'dossier'>, place: string) => `/fr/office/clients/${dossier.id}/${place}`;
const space = ({ dossier }: Pick<Client, 'dossier'>, place: string) => `/fr/portal/${dossier.id}/${place}`;
const lacks = async (client: Client) => lackingIn(await office.open(file(client, 'board')));
const couple = ['Dominique Gagnon', 'Alix Morin'];

/** Somebody who only asked for a first meeting. */
async function asked() {
	const client = await request(qc, { names: ['Camille Roy'] });
	await walk(qc, client, { upTo: 'home' });
	const [one] = client.persons;
	if (!one) throw new Error('nobody');
	return { client, person: one.id, actor: one.actor };
}

const copyAsked = { asks: 'copy' } as const;

test('[qc-5.04-a] the notice is in the package, and the client space always shows how to ask for one’s record', async () => {
	const { client, person, actor } = await asked();
	expect(await lacks(client)).toContain('qc-5.04-a');
	await office.send(await office.open(file(client, 'package')), `send:${person}`);
	expect(await lacks(client)).not.toContain('qc-5.04-a');
	const mine = reader(qc, actor);
	const handed = await mine.open(space(client, 'read/records'));
	expect(handed.text).toContain('Votre droit de voir votre dossier');
	for (const place of ['file', 'messages', 'read', 'appointments'].map((p) => space(client, p)).concat('/fr/portal')) {
		const { html, text } = await mine.open(place);
		expect(html).toContain('/fr/portal/rights#copy');
		expect(text).toContain('Demander une copie de mon dossier');
	}
	expect((await mine.open('/fr/portal/rights')).html).toContain(`/fr/portal/${client.dossier.id}/record#ask`);
});

describe('[qc-5.04-b] a person asks for their record', () => {
	test.each([
		['QC', qc],
		['NB', nb],
	] as const)('[qc-5.04-b] in %s the day it is due appears to both, from the law of the place', async (where, path) => {
		const { client, person, actor } = await onTheWay(path);
		const mine = reader(path, actor);
		const desk = reader(path, path.practitioner.actor);
		await mine.send(await mine.open(space(client, 'record')), 'ask', copyAsked);
		const [asked] = Object.values((await path.factsOf(client.dossier)).dossier.of(person).record.requests);
		const late = (Date.parse(asked?.due ?? '') - Date.parse(asked?.received ?? '')) / DAY;
		// Thirty days; thirty business days are six weeks, less the weekend it may have come in on.
		if (where === 'QC') expect(late).toBe(30);
		else expect([40, 41, 42]).toContain(late);
		expect((await mine.open(space(client, 'record'))).text).toMatch(/Réponse au plus tard le \p{L}+ \d/u);
		expect((await desk.open(file(client, 'rights'))).text).toMatch(/Réponse au plus tard le \p{L}+ \d/u);
	});

	test('[qc-5.04-b] it is a task with its day on the board, however it came, until it is answered', async () => {
		const { client, person } = await onTheWay(qc);
		expect(await lacks(client)).not.toContain('qc-5.04-b');
		const received = dayOf(qc.world.now() - 40 * DAY);
		const call = { person, asks: 'explain', means: 'oral', received };
		const noted = await office.send(await office.open(file(client, 'rights')), 'ask', call);
		expect(noted.text).toContain('La réponse était due le');
		expect(await lacks(client)).toContain('qc-5.04-b');
		const today = await office.open('/fr/office');
		expect(today.html).toContain(`/fr/office/clients/${client.dossier.id}`);
		expect(today.text).toMatch(/demande sur le dossier|accès selon les règles/);
		const board = await office.open(file(client, 'board'));
		const [, id = ''] = new RegExp(`${client.dossier.id}/rights/([0-9a-f-]{36})`).exec(board.html) ?? [];
		const told = { answer: 'granted', way: 'voice' };
		const done = await office.send(await office.open(file(client, `rights/${id}`)), 'deliver', told);
		expect(done.status).toBe(200);
		expect(await lacks(client)).not.toContain('qc-5.04-b');
	});

	test('[qc-5.04-b] words of a third party are marked; a part without a reason is not delivered', async () => {
		const { client, person, actor } = await onTheWay(qc, [], couple);
		const two = client.persons[1];
		const says = (by: typeof actor, body: string, to?: string) =>
			qc.does(by, client.dossier, 'message.send', {
				thread: qc.world.newId(),
				purpose: 'care',
				channel: 'portal',
				body,
				...(to !== undefined && { person: to }),
			});
		await says(actor, 'Je dors mal depuis mars.');
		await says(two?.actor ?? actor, 'Mon frère Paul a fait de la prison. Je veux que ça change.');
		await says(two?.actor ?? actor, 'Mon secret à moi.', two?.id);
		const mine = reader(qc, actor);
		await mine.send(await mine.open(space(client, 'record')), 'ask', copyAsked);
		const [id = ''] = Object.keys((await qc.factsOf(client.dossier)).dossier.of(person).record.requests);
		const page = file(client, `rights/${id}`);
		const review = await office.open(page);
		expect(review.text).toMatch(/À revoir avant de remettre .*écrit par quelqu’un d’autre.*Mon frère Paul/);
		expect(review.html).not.toContain('Mon secret à moi');
		const whole = { answer: 'granted', way: 'space', harm: 'nobody' };
		const early = await office.send(review, 'deliver', whole);
		expect(early.status).toBe(409);
		expect(dutiesOf(early)).toContain('qc-5.04-b');
		const line = formsIn(review.html).find((f) => f.html.includes('Mon frère Paul'));
		const seq = line?.fields._instance?.toString() ?? '';
		const held = { as: 'words', 'passages[]': ['Mon frère Paul a fait de la prison.'], ground: 'thirdParty' };
		const looked = await office.send(review, `look:${seq}`, held);
		expect(looked.text).toContain('[…] Je veux que ça change.');
		let rest = await office.open(page);
		if (formsIn(rest.html).some((f) => f.fields._instance === 'rest')) rest = await office.send(rest, 'look:rest');
		const mute = await office.send(await office.open(page), 'deliver', { ...whole, answer: 'partly' });
		expect(mute.status).toBe(409);
		expect(dutiesOf(mute)).toContain('qc-5.04-b');
		expect(mute.text).toContain('il manque le motif et la raison de ce qui n’est pas remis');
		const reason = { ...whole, answer: 'partly', ground: 'thirdParty', reason: 'Ces mots parlent d’un tiers.' };
		expect((await office.send(mute, 'deliver', reason)).status).toBe(200);
		expect(await lacks(client)).not.toContain('qc-5.04-b');
		const answer = await mine.open(space(client, `record/${id}`));
		expect(answer.text).toMatch(/Une partie vous est remise.*Ces mots parlent d’un tiers.*Commission d’accès/);
		expect(answer.text).toContain('Je dors mal depuis mars.');
		expect(answer.text).toContain('[…] Je veux que ça change.');
		expect(answer.text).toContain('les mêmes mots que le jour de la remise');
		expect(answer.html).not.toMatch(/prison|Mon secret à moi/);
		const other = reader(qc, two?.actor);
		const seen = [
			await other.open(space(client, `record/${id}`)),
			await other.open(space(client, 'record')),
			await other.open(space(client, 'file')),
			await other.open(space(client, 'file/opened')),
			await other.open(space(client, 'record/provided')),
		];
		expect(seen[0]?.status).toBe(404);
		for (const { html } of seen.slice(1)) expect(html).not.toMatch(new RegExp(`${id}|Reçue le|je dors mal`, 'i'));
	});

	test('[qc-5.04-b] what somebody provided leaves at once as plain data, without a word of anybody else', async () => {
		const { client, actor } = await onTheWay(qc, [], couple);
		const two = client.persons[1];
		const write = (by: typeof actor, body: string) =>
			qc.does(by, client.dossier, 'message.send', {
				thread: qc.world.newId(),
				purpose: 'care',
				channel: 'portal',
				body,
			});
		await write(actor, 'Mes mots à moi.');
		await write(two?.actor ?? actor, 'Les mots d’Alix.');
		const { html } = await reader(qc, actor).open(space(client, 'record/provided'));
		const data = JSON.parse(html) as { lines: readonly { kind: string; data: { body?: string } }[] };
		expect(data.lines.filter((l) => l.kind === 'message.sent').map((l) => l.data.body)).toEqual(['Mes mots à moi.']);
		expect(html).not.toContain('Alix.');
	});

	test('[qc-5.04-b] one’s own version stands beside the line, is never an edit, and is answered with a reason', async () => {
		const { client, person, actor } = await onTheWay(qc);
		const mine = reader(qc, actor);
		const { entries } = await qc.does(qc.practitioner.actor, client.dossier, 'message.send', {
			thread: qc.world.newId(),
			purpose: 'care',
			channel: 'portal',
			body: 'Vous avez dit vouloir partir.',
		});
		const line = entries[0]?.seq ?? 0;
		const form = await mine.open(`${space(client, 'record')}?line=${line}`);
		const said = { asks: 'correct', statement: 'Je n’ai pas dit cela.', 'line:n': String(line) };
		expect((await mine.send(form, 'correct', said)).text).toContain('Je n’ai pas dit cela.');
		expect(await lacks(client)).not.toContain('qc-5.04-a');
		const rights = await office.open(file(client, 'rights'));
		expect(rights.text).toContain('Je n’ai pas dit cela.');
		const [id = ''] = Object.keys((await qc.factsOf(client.dossier)).dossier.of(person).record.corrections);
		const mute = await office.send(rights, `answer:${id}`, { answer: 'noted' });
		expect(mute.status).toBe(422);
		await office.send(rights, `answer:${id}`, { answer: 'noted', reason: 'Les deux versions restent.' });
		expect((await mine.open(space(client, 'record'))).text).toMatch(/Les deux versions restent/);
		await mine.send(await mine.open(space(client, 'record')), 'ask', copyAsked);
		const [asked = ''] = Object.keys((await qc.factsOf(client.dossier)).dossier.of(person).record.requests);
		const whole = { answer: 'granted', way: 'space', harm: 'nobody' };
		const given = await office.send(await office.open(file(client, `rights/${asked}`)), 'deliver', whole);
		expect(given.status).toBe(200);
		const copy = (await mine.open(space(client, `record/${asked}`))).text;
		expect(copy).toMatch(/Vous avez dit vouloir partir\. Votre version Je n’ai pas dit cela\./);
	});
});

test('[qc-2.03-e] sent, opened, asked and signed: dated lines that nobody typed, and that nobody can edit or take out', async () => {
	const { client, person, actor } = await asked();
	expect(await lacks(client)).toContain('qc-2.03-e');
	await office.send(await office.open(file(client, 'package')), `send:${person}`);
	expect(await lacks(client)).not.toContain('qc-2.03-e');
	const mine = reader(qc, actor);
	await mine.send(await mine.open(space(client, 'read/services')), 'read');
	await qc.does(actor, client.dossier, 'question.ask', {
		person,
		document: 'services',
		clause: 'fees',
		text: 'Et si je suis en retard ?',
	});
	const [id = ''] = Object.keys((await qc.factsOf(client.dossier)).dossier.of(person).consent.questions);
	const answer = { person, id, text: 'Dites-le-nous, tout simplement.', orally: false };
	await qc.does(qc.practitioner.actor, client.dossier, 'question.answer', answer);
	await qc.does(actor, client.dossier, 'question.settle', { person, id, means: 'signature' });
	await walk(qc, client, { without: ['home', 'package'] });
	const timeline = await office.open(file(client, 'timeline'));
	for (const line of ['Trousse d’information remise', 'Document lu', 'Question posée', 'Consentement donné'])
		expect(timeline.text).toContain(line);
	expect(formsIn(timeline.html).filter((f) => /edit|change|remove|delete|amend/.test(f.action))).toEqual([]);
	const of = sql`where practice_id = ${qc.practice.id} and journal_id = ${client.dossier.id}`;
	for (const change of [sql`update entry set at = 0 ${of}`, sql`delete from entry ${of}`])
		await expect(inPractice(qc.world.db, qc.practice.id, (tx) => change.execute(tx))).rejects.toThrow(
			/permission denied/,
		);
});

test('[qc-5.02-c] beside Send stands that it goes into the file; the first sending shows it; nobody is held back for it', async () => {
	const { client, person, actor } = await asked();
	expect(await lacks(client)).toContain('qc-5.02-c');
	const mine = reader(qc, actor);
	const compose = await mine.open(space(client, 'messages'));
	const box = formsIn(compose.html).find((f) => f.action.startsWith('?/send'));
	expect(box?.html).toMatch(/Ce message ira dans votre dossier\.[\s\S]*<button/);
	const sent = await mine.send(compose, 'send', { purpose: 'care', body: 'Bonjour.' });
	expect(sent.status).toBe(200);
	expect((await qc.factsOf(client.dossier)).dossier.of(person).record.filing).toBeDefined();
	expect(await lacks(client)).not.toContain('qc-5.02-c');
	expectDone(
		await qc.attempt(actor, client.dossier, 'message.send', {
			thread: qc.world.newId(),
			purpose: 'care',
			channel: 'portal',
			body: 'Encore.',
		}),
	);
	const told = (await office.open(file(client, 'timeline'))).text.match(/Avisée, près du premier message/g);
	expect(told).toHaveLength(1);
});
