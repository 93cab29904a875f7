import { convertIcsCalendar, type IcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { expectDone, expectRefused, onTheWay, tryService } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { mailOf } from '../support/mailbox.ts';
import { dutiesOf, formOf, reader } from '../support/no-script.ts';
import { inDays, openSession, request, startSession, walk } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });
const office = { qc: reader(qc, qc.practitioner.actor), nb: reader(nb, nb.practitioner.actor) };
const file = (id: string, place: string) => `/fr/office/clients/${id}/${place}`;

const localOf = (at: number) =>
	Temporal.Instant.fromEpochMilliseconds(at)
		.toZonedDateTimeISO('America/Toronto')
		.toPlainDateTime()
		.toString()
		.slice(0, 16);

test('[qc-1.03-b] who needs an interpreter has one at every later booking, or a written reason, given on the very form', async () => {
	const { client, person } = await onTheWay(qc);
	const { open, send } = office.qc;
	const id = client.dossier.id;
	expect(lackingIn(await open(file(id, 'board')))).toContain('qc-1.03-b');
	const assessed = await send(await open(file(id, 'assessment')), `context:${person}`, {
		culture: 'Arrivée il y a deux ans',
		context: 'Vit avec ses parents',
		language: 'fr',
		spoken: 'Arabe',
		interpreter: 'needed',
	});
	expect(assessed.text).toContain('C’est gardé.');
	expect(lackingIn(await open(file(id, 'board')))).not.toContain('qc-1.03-b');
	const when = inDays(qc.world, 3);
	const booking = {
		purpose: 'service',
		mode: 'video',
		'persons[]': [person],
		'startsAt:t': localOf(when.startsAt),
		zone: 'America/Toronto',
		'length:n': '50',
	};
	const refused = await send(await open(file(id, 'appointments')), 'book', booking);
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toContain('qc-1.03-b');
	expect(refused.text).toContain('il manque le nom de l’interprète');
	const booked = await send(refused, 'book', { ...booking, interpreter: 'Samira Haddad' });
	expect(booked.status).toBe(200);
	const other = inDays(qc.world, 4);
	const again = { ...booking, 'startsAt:t': localOf(other.startsAt) };
	expect((await send(await open(file(id, 'appointments')), 'book', again)).status).toBe(409);
	const reason = { ...again, noInterpreter: 'Sa sœur traduit, à sa demande.' };
	expect((await send(await open(file(id, 'appointments')), 'book', reason)).status).toBe(200);
	const { appointments } = (await qc.factsOf(client.dossier)).dossier.joint.scheduling;
	expect(Object.keys(appointments)).toHaveLength(2);
	expect(JSON.stringify(appointments)).not.toMatch(/Samira|sœur/);
});

test('[qc-1.03-b] the language they prefer drives every document and notice that is really sent', async () => {
	const mail = await mailOf(qc, 'yara@');
	const { client, person, actor } = await onTheWay(qc, [], ['Yara Haddad']);
	const before = (await mail.after(2)).length;
	const { open, send } = office.qc;
	const context = { culture: 'x', context: 'y', language: 'en', interpreter: 'none' };
	await send(await open(file(client.dossier.id, 'assessment')), `context:${person}`, context);
	expect(lackingIn(await open(file(client.dossier.id, 'board')))).not.toContain('qc-1.03-b');
	await send(await open(file(client.dossier.id, 'package')), `send:${person}`);
	await qc.does(qc.practitioner.actor, client.dossier, 'message.send', {
		thread: qc.world.newId(),
		purpose: 'care',
		channel: 'portal',
		body: 'Bonjour',
	});
	const id = qc.world.newId();
	const to = { id, purpose: 'service', mode: 'video', persons: [person], practitioner: qc.practitioner.account };
	await qc.does(qc.practitioner.actor, client.dossier, 'appointment.book', { ...to, ...inDays(qc.world, 9) });
	await qc.does(qc.practitioner.actor, client.dossier, 'appointment.cancel', { id });
	const sent = (await mail.after(before + 4)).slice(before);
	for (const { email } of sent) {
		expect(email.text).toMatch(/^Hello,/);
		expect(`${email.subject} ${email.text}`).not.toMatch(/Bonjour|rendez-vous|attend/i);
	}
	const calendars = sent.flatMap(({ email }) => email.attachments.filter((a) => /calendar/.test(a.mimeType)));
	expect(calendars.length).toBeGreaterThan(0);
	for (const { content } of calendars) {
		const calendar: IcsCalendar = convertIcsCalendar(undefined, Buffer.from(content as ArrayBuffer).toString());
		expect(calendar.events?.[0]?.summary).toBe('Appointment');
	}
	const handed = await reader(qc, actor).open(`/fr/portal/${client.dossier.id}/read/services`);
	expect(handed.html).toMatch(/lang="en"/);
	expect(handed.text).toMatch(/services/i);
});

test('[nb-intro-e] an instrument that nobody appraised is refused, unless for a signed reason; its limits stand beside the result', async () => {
	const { client, person } = await onTheWay(nb);
	const { open, send } = office.nb;
	const page = file(client.dossier.id, 'intervention');
	const use = { instrument: 'other', otherName: 'Humeur en dix questions', summary: 'Plutôt bas cette semaine.' };
	const refused = await send(await open(page), 'use', use);
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toContain('nb-intro-e');
	const signed = await send(refused, 'waive:nb-intro-e', { reason: 'Demandé par le médecin traitant.' });
	expect((await send(signed, 'use', use)).status).toBe(200);
	expect((await open(page)).text).toContain('n’a pas été évalué');
	expect(lackingIn(await open(file(client.dossier.id, 'board')))).not.toContain('nb-intro-e');
	const list = await open('/fr/office/practice/instruments');
	const appraised = await send(list, 'appraise', {
		name: 'Échelle du sommeil',
		source: 'Revue canadienne, 2019',
		validity: 'Bonne, 1 200 adultes',
		languages: 'Français du Canada',
		rights: 'Libre',
		limits: 'Ne vaut pas avant 18 ans.',
		decision: 'allowed',
		'factors[]': ['clinical'],
	});
	expect(appraised.text).toContain('L’évaluation est notée.');
	const [known] = Object.values((await nb.factsOf(nb.practice)).practice.instruments.instruments);
	const used = await send(await open(page), 'use', { instrument: known?.id ?? '', summary: 'Dort cinq heures.' });
	expect(used.text).toContain('Résultat noté.');
	expect(used.text).toMatch(/Dort cinq heures.*Ne vaut pas avant 18 ans\./);
	expect((await open(file(client.dossier.id, 'assessment'))).text).toContain('Échelle du sommeil');
	const form = formOf(await open('/fr/office/practice/instruments'), `appraise:${known?.id}`);
	await send(await open('/fr/office/practice/instruments'), `appraise:${known?.id}`, {
		...form.fields,
		decision: 'notAllowed',
	});
	const no = { person, instrument: known?.id, name: 'Échelle', summary: 'x' };
	const other = await onTheWay(nb);
	expectRefused(
		await nb.attempt(nb.practitioner.actor, other.client.dossier, 'instrument.use', { ...no, person: other.person }),
		'nb-intro-e',
	);
});

test('[nb-3-j] a changed plan is a new version, not theirs until it reached them: opened in their space, or handed otherwise', async () => {
	const { client, person, actor } = await onTheWay(nb, ['plans']);
	const { open, send } = office.nb;
	const id = client.dossier.id;
	const lacks = async () => lackingIn(await open(file(id, 'board'))).includes('nb-3-j');
	expect(await lacks()).toBe(true);
	const give = async (plan: string, channel: string, field: string, words: string) =>
		send(await open(file(id, 'plans')), `give:${person}.${plan}`, { channel, [`details.${field}`]: words });
	await give('failure', 'voice', 'wait', 'Attendre cinq minutes.');
	await give('emergency', 'portal', 'helps', 'Marcher.');
	expect(await lacks()).toBe(true);
	const mine = reader(nb, actor);
	expect((await mine.open(`/fr/portal/${id}/plans`)).text).toContain('Marcher.');
	expect(await lacks()).toBe(false);
	await give('emergency', 'portal', 'helps', 'Appeler Rose.');
	expect(await lacks()).toBe(true);
	expect((await open(file(id, 'plans'))).text).toContain('n’a pas encore cette version');
	const opened = await mine.open(`/fr/portal/${id}/plans`);
	expect(opened.text).toContain('Appeler Rose.');
	expect(opened.text).toContain('Version 2');
	expect(opened.text).not.toContain('Marcher.');
	expect(await lacks()).toBe(false);
	await give('emergency', 'portal', 'helps', 'Sortir.');
	await send(await open(file(id, 'plans')), `deliver:${person}.emergency`, { channel: 'inPerson' });
	expect(await lacks()).toBe(false);
});

describe('[nb-3-d] the plan of intervention', () => {
	test('says how each method is adapted to the means', async () => {
		const { client } = await onTheWay(nb);
		expectDone(await tryService(nb, client));
		const { open, send } = office.nb;
		const page = file(client.dossier.id, 'intervention');
		expect(lackingIn(await open(file(client.dossier.id, 'board')))).toContain('nb-3-d');
		const plan = { goals: 'Moins de cris', outcome: 'Une semaine calme', 'methods.0.method': 'Jeux de rôle' };
		const without = await send(await open(page), 'write', plan);
		expect(without.status).toBe(422);
		expect((await nb.factsOf(client.dossier)).dossier.joint.care.plan).toBeUndefined();
		const adapted = { ...plan, 'methods.0.adapted': 'Plus courts en vidéo, chacun devant sa caméra.' };
		expect((await send(await open(page), 'write', adapted)).text).toContain('Plan signé.');
		expect((await open(page)).text).toContain('chacun devant sa caméra');
		expect(lackingIn(await open(file(client.dossier.id, 'board')))).not.toContain('nb-3-d');
	});

	test('is due once its day has passed, on Today too, until it is reviewed', async () => {
		const then = longAgo(nb, 40);
		const client = await request(then, { names: ['Alex Doiron'] });
		await walk(then, client);
		const day = (days: number) => new Date(nb.world.now() + days * 86_400_000).toISOString().slice(0, 10);
		const methods = [{ method: 'Entretien', adapted: 'Au téléphone, plus court' }];
		const plan = { goals: 'a', methods, outcome: 'b', reviewOn: day(-3) };
		await then.does(nb.practitioner.actor, client.dossier, 'interventionPlan.write', plan);
		const { open, send } = office.nb;
		// The page of a file judges it now; its brief is written anew with the next line.
		await nb.does(nb.practitioner.actor, client.dossier, 'techInfo.give', {
			person: client.persons[0]?.id,
			means: 'courriel',
		});
		expect(lackingIn(await open(file(client.dossier.id, 'board')))).toContain('nb-3-d');
		expect((await open('/fr/office')).text).toMatch(/Alex Doiron · Si la technologie convient/);
		const page = await open(file(client.dossier.id, 'intervention'));
		expect(page.text).toContain('Le jour de revoir ce plan est passé');
		const review = { outcome: 'Dort mieux', next: 'goesOn', reviewOn: day(90) };
		expect((await send(page, 'review', review)).text).toContain('Retour noté.');
		expect(lackingIn(await open(file(client.dossier.id, 'board')))).not.toContain('nb-3-d');
		expect((await open('/fr/office')).text).not.toMatch(/Alex Doiron · Si la technologie convient/);
	});
});

test('[nb-caution-d] distress in a text session: one tap to telephone, video or in person; the note says which, or why none', async () => {
	const { client, person, actor } = await onTheWay(nb, [], ['Sacha Côté']);
	const { open, send } = office.nb;
	const id = client.dossier.id;
	const inChat = async () => {
		const session = await openSession(nb, client, { mode: 'chat' });
		await startSession(nb, client, session);
		return session;
	};
	const note = {
		body: { reason: 'Suite', course: 'A écrit peu.', plan: 'Rappeler.' },
		happened: {},
		mood: 'observed',
		attests: [person],
		sources: [],
		authors: [nb.practitioner.account],
	};
	const first = await inChat();
	const flagged = await send(await open(`/fr/room/${id}/${first}`), `flag:${person}`);
	expect(flagged.address).toContain('/distress');
	expect(flagged.text).toContain('Sacha Côté ne va pas bien');
	for (const way of ['J’appelle maintenant', 'Passer en vidéo', 'Se voir en personne'])
		expect(flagged.text).toContain(way);
	expect(flagged.html).toContain('href="tel:418-555-0199"');
	expect(lackingIn(await open(file(id, 'board')))).toContain('nb-caution-d');
	expect((await open('/fr/office')).text).toMatch(/Sacha Côté · Rester responsable/);
	await nb.does(nb.practitioner.actor, client.dossier, 'session.end', { id: first });
	const sign = (session: string, more = {}) =>
		nb.attempt(nb.practitioner.actor, client.dossier, 'note.sign', { ...note, session, ...more });
	expectRefused(await sign(first), 'nb-caution-d');
	const [flag = ''] = Object.keys((await nb.factsOf(client.dossier)).dossier.of(person).care.distress);
	await send(await open(file(id, 'distress')), `escalate:${flag}.telephone`);
	expect((await open(file(id, 'notes'))).text).toMatch(/Suite à une détresse\s+Sacha Côté : téléphone/);
	expect(lackingIn(await open(file(id, 'board')))).not.toContain('nb-caution-d');
	expectDone(await sign(first));

	const second = await inChat();
	const asked = await reader(nb, actor).send(await reader(nb, actor).open(`/fr/room/${id}/${second}`), 'flag');
	expect(asked.text).toContain('C’est dit.');
	await nb.does(nb.practitioner.actor, client.dossier, 'session.end', { id: second });
	expectRefused(await sign(second), 'nb-caution-d');
	expect((await open(file(id, 'notes'))).text).toContain('Cette personne n’allait pas bien');
	expectDone(await sign(second, { stayedBecause: 'Sa mère était avec elle, elle voulait écrire.' }));
	expect(lackingIn(await open(file(id, 'board')))).not.toContain('nb-caution-d');
	const third = await inChat();
	const again = await send(await open(`/fr/room/${id}/${third}`), `flag:${person}`);
	const [last = ''] = Object.entries((await nb.factsOf(client.dossier)).dossier.of(person).care.distress)
		.filter(([, d]) => !d.answer && d.session === third)
		.map(([key]) => key);
	const moved = await send(again, `escalate:${last}.video`);
	expect(moved.address).toContain('/appointments?mode=video');
	expect(formOf(moved, 'book').fields).toMatchObject({ mode: 'video', purpose: 'safety' });
});

describe('[nb-caution-b] the client’s safety first', () => {
	const reason = 'Idées noires, seule chez elle.';

	test('in a crisis the act goes ahead, the crisis panel opens, and the use is due to be looked back at', async () => {
		const { client, person } = await onTheWay(nb, ['consent'], ['Robin Cormier']);
		const { open, send } = office.nb;
		const session = await openSession(nb, client);
		await nb.does(nb.practitioner.actor, client.dossier, 'session.admit', { id: session, person });
		const room = await open(`/fr/room/${client.dossier.id}/${session}`);
		const refused = await send(room, 'start');
		expect(refused.status).toBe(409);
		expect(refused.html).not.toContain('id="crisis"');
		const started = await send(refused, 'start', { _safety: reason });
		const after = await open(`/fr/room/${client.dossier.id}/${session}`);
		expect(started.status).toBe(200);
		expect(after.html).toContain('id="crisis"');
		expect(after.text).toMatch(/Une crise est en cours.*911/);
		expect((await nb.factsOf(client.dossier)).dossier.joint.sessions.open[session]?.state).toBe('started');
		expect(lackingIn(await open(file(client.dossier.id, 'board')))).toContain('nb-caution-b');
		expect((await open('/fr/office')).text).toMatch(/Robin Cormier · User de prudence/);
		const review = await open(file(client.dossier.id, 'safety'));
		expect(review.text).toContain(reason);
		const [use] = (await nb.factsOf(client.dossier)).dossier.joint.dossier.skipped;
		const done = await send(review, `review:${use?.evidence.seq}`, { learned: 'Appeler plus tôt.' });
		expect(done.text).toContain('Rien n’attend ici.');
		expect(lackingIn(await open(file(client.dossier.id, 'board')))).not.toContain('nb-caution-b');
		expect((await open('/fr/office')).text).not.toMatch(/Robin Cormier · User de prudence/);
	});

	test('past the pack’s delay it is late, and still on Today', async () => {
		const then = longAgo(nb, 20);
		const client = await request(then, { names: ['Noa Arseneau'] });
		await walk(then, client, { without: ['consent'] });
		const session = await openSession(then, client);
		const [me] = client.persons;
		await then.does(nb.practitioner.actor, client.dossier, 'session.admit', { id: session, person: me?.id });
		const start = { id: session };
		await then.attempt(nb.practitioner.actor, client.dossier, 'session.start', start, { safetyFirst: { reason } });
		const { open } = office.nb;
		expect(lackingIn(await open(file(client.dossier.id, 'board')))).toContain('nb-caution-b');
		expect((await open(file(client.dossier.id, 'safety'))).text).toContain('En retard depuis le');
		await nb.does(nb.practitioner.actor, client.dossier, 'session.end', start);
		expect((await open('/fr/office')).text).toMatch(/Noa Arseneau · User de prudence[^(]*\( ?en retard/);
	});

	test('never serves to publish; and whoever used it does not look back alone in a practice of several', async () => {
		const bare = await openHttpPath(web, { province: 'NB', bare: true });
		const eve = bare.practitioner.actor;
		const publish = { document: 'services', clauses: {}, states: {}, material: false };
		const published = await bare.attempt(eve, bare.practice, 'policy.publish', publish, { safetyFirst: { reason } });
		expect(published).toMatchObject({ refused: true });
		expect((await bare.factsOf(bare.practice)).practice.policies.documents.services?.published).toBeUndefined();
		const several = await openHttpPath(web, { province: 'NB' });
		const author = several.practitioner.actor;
		const account = await several.newAccount('member', 'Paul Blais');
		const paul = { account, name: 'Paul Blais', roles: ['practitioner'] };
		await several.does(author, several.practice, 'member.join', paul);
		const { client, person } = await onTheWay(several, ['consent']);
		const session = await openSession(several, client);
		const admit = { id: session, person };
		await several.does(author, client.dossier, 'session.admit', admit);
		await several.attempt(author, client.dossier, 'session.start', { id: session }, { safetyFirst: { reason } });
		const [use] = (await several.factsOf(client.dossier)).dossier.joint.dossier.skipped;
		const seq = use?.evidence.seq ?? 0;
		expectRefused(await several.attempt(author, client.dossier, 'safety.review', { seq }), 'nb-caution-b');
		const why = { seq, aloneBecause: 'Paul est en congé ; parlé avec lui au téléphone.' };
		expectDone(await several.attempt(author, client.dossier, 'safety.review', why));
	});
});
