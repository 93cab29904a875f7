import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readEntries } from '#server/journal/read.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { inPractice } from '#server/platform/database.ts';
import { onTheWay } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, formsIn, mendOf, reader, type Shown } from '../support/no-script.ts';
import { type Client, inDays, openSession, type Path, request, startSession, walk } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });
const office = { qc: reader(qc, qc.practitioner.actor), nb: reader(nb, nb.practitioner.actor) };
const file = ({ dossier }: Client, place: string) => `/fr/office/clients/${dossier.id}/${place}`;
const words = {
	'body.reason': 'Conflits à la maison.',
	'body.course': 'Écoute, reformulation.',
	'body.plan': 'Revoir mardi.',
};

/** A session held from its door to its end; answers its id. */
async function held(path: Path, client: Client): Promise<string> {
	const session = await openSession(path, client);
	await startSession(path, client, session);
	await path.does(path.practitioner.actor, client.dossier, 'session.end', { id: session });
	return session;
}

/** Somebody in care, some days ago. */
async function inCare(path: HttpPath, days: number, names: readonly string[] = ['Camille Roy']) {
	const then = longAgo(path, days);
	const client = await request(then, { names });
	await walk(then, client);
	return { then, client, attests: { 'attests[]': client.persons.map((p) => p.id) } };
}

const linesOf = async (path: HttpPath, client: Client): Promise<readonly Entry[]> =>
	(
		await readEntries(path.world, path.practice.id, client.dossier, {
			parts: ['joint', ...client.persons.map((p) => p.id)],
			limit: 500,
		})
	).entries;
const count = (lines: readonly Entry[], kind: string): number => lines.filter((e) => e.kind === kind).length;

describe('[qc-5.02-a] every contact with the client', () => {
	test('[qc-5.02-a] a message, a session, a missed call and a text: four entries without typing, none of which goes', async () => {
		const { client, person } = await onTheWay(qc);
		const { open, send } = office.qc;
		await qc.does(qc.practitioner.actor, client.dossier, 'message.send', {
			thread: qc.world.newId(),
			purpose: 'care',
			channel: 'portal',
			person,
			body: 'À mardi.',
		});
		await held(qc, client);
		const page = file(client, 'contacts');
		expect((await send(await open(page), 'log:missedCall')).text).toContain('C’est noté.');
		const shown = await send(await open(page), 'log:textMessage');
		for (const told of ['Message · portal', 'Rencontre · vidéo', 'Appel manqué ·', 'Texto ·'])
			expect(shown.text).toContain(told);
		expect(shown.text).toMatch(/Rencontre · vidéo · [^·]+ · 1 min · Camille Roy/);
		const lines = await linesOf(qc, client);
		for (const [kind, n] of [
			['message.sent', 1],
			['session.ended', 1],
			['contact.logged', 2],
		] as const)
			expect(count(lines, kind)).toBe(n);

		// None of them can be taken away: by no form, by no act, by no hand on the database.
		const actions = formsIn((await open(page)).html).map((f) => f.action);
		expect(actions.filter((a) => !/^\?\/(log|correct)/.test(a) && a.startsWith('?'))).toEqual([]);
		const gone = await qc.post(qc.practitioner.actor, `${page}?/delete`, { contact: '1' });
		expect(gone.status).toBe(404);
		await expect(
			inPractice(qc.world.db, qc.practice.id, (tx) =>
				sql`delete from entry where practice_id = ${qc.practice.id} and journal_id = ${client.dossier.id}`.execute(tx),
			),
		).rejects.toThrow(/permission denied/);
		expect(await linesOf(qc, client)).toHaveLength(lines.length);
	});
	test('[qc-5.02-a] correcting one keeps the original, with its author and its time', async () => {
		const { client } = await onTheWay(qc);
		const { open, send } = office.qc;
		const page = file(client, 'contacts');
		await send(await open(page), 'log:missedCall');
		const first = (await linesOf(qc, client)).find((e) => e.kind === 'contact.logged');
		const corrected = await send(await open(page), `correct:${first?.seq}`, {
			kind: 'call',
			'minutes:n': '12',
			why: 'Elle avait répondu.',
		});
		expect(corrected.text).toMatch(/Appel · [^·]+ · 12 min · Camille Roy/);
		expect(corrected.html).toMatch(/<del>Appel manqué · /);
		expect(corrected.text).toContain('Elle avait répondu.');
		expect(corrected.text.match(/par Ève Tremblay/g)?.length).toBeGreaterThanOrEqual(2);
		expect((await linesOf(qc, client)).find((e) => e.seq === first?.seq)).toEqual(first);
	});
	test('[qc-5.02-a] an appointment that passed and of which nothing is said is missing, until one press says it', async () => {
		const { then, client } = await inCare(qc, 6);
		const { open, send } = office.qc;
		const id = qc.world.newId();
		const to = { id, purpose: 'service', mode: 'video', persons: client.persons.map((p) => p.id) };
		await then.does(qc.practitioner.actor, client.dossier, 'appointment.book', {
			...to,
			practitioner: qc.practitioner.account,
			...inDays(then.world, 1),
		});
		const board = await open(file(client, 'board'));
		expect(lackingIn(board)).toContain('qc-5.02-a');
		expect((await open('/fr/office/day')).text).toContain('Rendez-vous dont rien n’est dit');
		const page = await open(file(client, 'contacts'));
		expect(page.text).toContain('Rien ne dit ce que ce rendez-vous est devenu.');
		const said = await send(page, `log:${id}.visit`);
		expect(said.text).toContain('Rencontre tenue hors de Balise · ');
		expect(lackingIn(await open(file(client, 'board')))).not.toContain('qc-5.02-a');
	});
});

test('[qc-5.02-b] a session that ended without a word is among the notes due, late after the limit, until it is signed', async () => {
	const { then, client, attests } = await inCare(qc, 4, ['Anaïs Poulin']);
	const { open, send } = office.qc;
	const session = await held(then, client);
	expect(lackingIn(await open(file(client, 'board')))).toContain('qc-5.02-b');
	const day = await open('/fr/office/day');
	expect(day.text).toMatch(/Anaïs Poulin Rencontre terminée le [^.]*En retard depuis le/);
	expect((await open('/fr/office')).text).toMatch(/Notes à signer.*Anaïs Poulin/);

	// The practice says another limit: the same note is no longer late, and still due.
	await send(day, 'limit', { 'hours:n': '200' });
	expect((await open('/fr/office/day')).text).toMatch(/Anaïs Poulin Rencontre terminée le [^.]*À signer d’ici le/);
	expect((await open(file(client, 'notes'))).text).toContain('À signer d’ici le');
	await send(await open('/fr/office/day'), 'limit', { 'hours:n': '48' });

	const signed = await send(await open(file(client, 'notes')), `sign:${session}`, { ...words, ...attests });
	expect(signed.text).toContain('La note est signée.');
	expect(signed.text).toContain('Signée en retard');
	expect(lackingIn(await open(file(client, 'board')))).not.toContain('qc-5.02-b');
	expect((await open('/fr/office/day')).text).not.toContain('Anaïs Poulin');
});

describe('[nb-6-b] all services in writing', () => {
	const numbers = ({ text }: Shown) =>
		/Rencontres tenues (\d+) Notes signées (\d+) Notes qui manquent (\d+)/.exec(text)?.slice(1).map(Number);
	test('[nb-6-b] a meeting without its note is listed after the limit; the month’s meetings are its notes and its gaps', async () => {
		const { then, client, attests } = await inCare(nb, 3, ['Théo Cyr']);
		const { open, send } = office.nb;
		const one = await held(then, client);
		await held(then, client);
		expect(lackingIn(await open(file(client, 'board')))).toContain('nb-6-b');
		await send(await open(file(client, 'notes')), `sign:${one}`, { ...words, ...attests });
		expect(lackingIn(await open(file(client, 'board')))).toContain('nb-6-b');
		const zone = 'America/Moncton';
		const month = Temporal.Instant.fromEpochMilliseconds(then.world.now()).toZonedDateTimeISO(zone).toPlainDate();
		const day = await open(`/fr/office/day?month=${month.toPlainYearMonth()}`);
		expect(day.text).toMatch(/Théo Cyr Rencontre terminée le [^.]*En retard depuis le/);
		expect(numbers(day)).toEqual([2, 1, 1]);
		expect(day.text).toContain('Le compte est juste');
		const [two = ''] = Object.keys((await nb.factsOf(client.dossier)).dossier.joint.notes.due);
		await send(await open(file(client, 'notes')), `sign:${two}`, words);
		expect(numbers(await open(`/fr/office/day?month=${month.toPlainYearMonth()}`))).toEqual([2, 2, 0]);
		expect(lackingIn(await open(file(client, 'board')))).not.toContain('nb-6-b');
	});
});

describe('[nb-2-f] a signed note', () => {
	test('[nb-2-f] is not edited; what was written over it becomes an addition that keeps the original, its author and its time', async () => {
		const { client, attests } = await inCare(nb, 0, ['Jade Roy']);
		const { open, send } = office.nb;
		const session = await held(nb, client);
		const page = file(client, 'notes');
		// The same page open twice, as on two devices.
		const [one, two] = [await open(page), await open(page)];
		expect((await send(one, `sign:${session}`, { ...words, ...attests })).text).toContain('La note est signée.');
		const edited = await send(two, `sign:${session}`, { ...words, ...attests, 'body.plan': 'Revoir jeudi, plutôt.' });
		expect(edited.status).toBe(409);
		expect(dutiesOf(edited)).toEqual(['nb-2-f']);
		expect(mendOf(edited)).toContain('/notes?before=');
		const note = (await linesOf(nb, client)).find((e) => e.kind === 'note.signed');
		expect(count(await linesOf(nb, client), 'note.signed')).toBe(1);
		expect(formOf(edited, `amend:${note?.seq}`).fields.text).toContain('Revoir jeudi, plutôt.');
		const mending = await open(mendOf(edited) ?? '');
		expect(formOf(mending, `amend:${note?.seq}`).fields.text).toContain('Revoir jeudi, plutôt.');
		const added = await send(mending, `amend:${note?.seq}`, { text: 'Revoir jeudi, plutôt.' });
		for (const told of ['Revoir mardi.', 'Revoir jeudi, plutôt.', 'Ajout de Ève Tremblay', 'Signée par Ève Tremblay'])
			expect(added.text).toContain(told);
		expect((await linesOf(nb, client)).find((e) => e.seq === note?.seq)).toEqual(note);
	});
	test('[nb-2-f] length, means and people come from the file; a hand that changes them leaves its trace', async () => {
		const { client, attests } = await inCare(nb, 0, ['Rémi Roy']);
		const { open, send } = office.nb;
		const session = await held(nb, client);
		const signed = await send(await open(file(client, 'notes')), `sign:${session}`, {
			...words,
			...attests,
			'happened.length': '47 h',
			'altered.length': '40 min',
		});
		expect(signed.text).not.toContain('47 h');
		expect(signed.text).toMatch(/Durée 40 min \(le dossier dit : 1 min\)/);
		expect(signed.text).toContain('Rémi Roy, Ève Tremblay');
		expect(signed.text).toContain('vidéo (service)');
	});
});

test('[nb-6-o] a remote note says mode, place, people, interruptions and identity from the log; one taken away leaves a gap', async () => {
	const { client, attests } = await inCare(nb, 0, ['Léo Hébert']);
	const { open, send } = office.nb;
	const first = await held(nb, client);
	const full = await send(await open(file(client, 'notes')), `sign:${first}`, { ...words, ...attests });
	for (const told of [
		/Personnes présentes Léo Hébert, Ève Tremblay/,
		/Lieu Léo Hébert : Rimouski/,
		/Moyen vidéo/,
		/Coupures aucune coupure/,
		/Identité Léo Hébert : vérifiée le/,
		/Intimité Léo Hébert : /,
	])
		expect(full.text).toMatch(told);
	expect(lackingIn(await open(file(client, 'board')))).not.toContain('nb-6-o');
	const second = await held(nb, client);
	const less = await send(await open(file(client, 'notes')), `sign:${second}`, { ...words, 'removed[]': ['where'] });
	expect(less.text).toMatch(/Lieu — \(retiré par Ève Tremblay\)/);
	const board = await open(file(client, 'board'));
	expect(lackingIn(board)).toContain('nb-6-o');
	const note = (await linesOf(nb, client)).findLast((e) => e.kind === 'note.signed');
	expect(JSON.stringify(note?.data)).not.toContain('Rimouski');
	await send(less, `amend:${note?.seq}`, { text: 'Le lieu met en danger\u00a0: il reste hors de la note.' });
	expect(lackingIn(await open(file(client, 'board')))).not.toContain('nb-6-o');
});

test('[nb-6-q] supervision, a consultation, a referral call and a team talk each leave an entry, in the file or in the practice log', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const { open, send } = reader(path, path.practitioner.actor);
	const { client } = await onTheWay(path);
	const verdict = async () => {
		const { html } = await open(file(client, 'board'));
		const [, after = ''] = html.split('href="/fr/norms/nb-6-q"');
		return after.slice(0, 1500).replace(/<[^>]+>/g, ' ');
	};
	expect(await verdict()).toMatch(/ne peut pas le montrer/);
	for (const kind of ['supervision', 'consultation']) await send(await open(file(client, 'contacts')), `log:${kind}`);
	const inFile = (await linesOf(path, client)).filter((e) => e.kind === 'contact.logged');
	expect(inFile.map((e) => (e.data as { kind: string }).kind)).toEqual(['supervision', 'consultation']);
	expect(await verdict()).not.toMatch(/ne peut pas le montrer/);
	const log = '/fr/office/me/log';
	await send(await open(log), 'log', { kind: 'referralCall', 'minutes:n': '10', others: 'CLSC' });
	const page = await send(await open(log), 'log', { kind: 'team', text: 'Organisation des gardes.' });
	for (const told of ['Appel à une ressource · 10 min · CLSC', 'Discussion d’équipe', 'Organisation des gardes.'])
		expect(page.text).toContain(told);
	expect((await path.factsOf(path.practitioner.journal)).practitioner.contacts).toMatchObject({ count: 2 });
});

test('a draft is kept on its author’s side, under other headings when they change, and is signed as it was read', async () => {
	const { client, attests } = await inCare(qc, 0, ['Maude Roy']);
	const { open, send } = office.qc;
	const session = await held(qc, client);
	const page = file(client, 'notes');
	const note = await open(page);
	const { fields } = formOf(note, `sign:${session}`);
	const draft = { ...fields, ...words, ...attests, _template: 'free' };
	const form = new URLSearchParams(
		Object.entries(draft).flatMap(([name, value]) => [value].flat().map((v) => [name, v])),
	);
	const kept = await qc.post(qc.practitioner.actor, `${page}?/draft`, Object.fromEntries(form));
	expect(kept.status).toBe(200);
	expect(count(await linesOf(qc, client), 'note.signed')).toBe(0);
	const again = formOf(await open(page), `sign:${session}`).fields;
	expect(again.template).toBe('free');
	for (const text of Object.values(words)) expect(again['body.text']).toContain(text);
	const day = await open('/fr/office/day');
	expect(day.text).toContain('Écoute, reformulation.');
	const signed = await send(day, `sign:${session}`);
	expect(signed.text).toContain('La note est signée.');
	expect((await open(page)).text).toContain('Écoute, reformulation.');
});
