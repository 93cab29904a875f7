import { expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import { onTheWay } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf, reader } from '../support/no-script.ts';
import { type Client, openSession, type Path, request, startSession, walk } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const nb = await openHttpPath(web, { province: 'NB' });
const office = reader(nb, nb.practitioner.actor);
const file = ({ dossier }: Client, place: string) => `/fr/office/clients/${dossier.id}/${place}`;
const day = (days: number) => new Date(nb.world.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A session held from its door to its end. */
async function held(path: Path, client: Client): Promise<string> {
	const session = await openSession(path, client);
	await startSession(path, client, session);
	await path.does(nb.practitioner.actor, client.dossier, 'session.end', { id: session });
	return session;
}
const actorOf = (client: Client) => reader(nb, client.persons[0]?.actor);

test('[nb-3-d] goals stand line by line; past their day a review answers for each, with the person’s own view, and they read it', async () => {
	const then = longAgo(nb, 40);
	const client = await request(then, { names: ['Alex Doiron'] });
	await walk(then, client);
	const { open, send } = office;
	const methods = [{ method: 'Entretien', adapted: 'Au téléphone, plus court' }];
	const lines = [{ goal: 'Dormir mieux', sign: 'Six heures de suite' }, { goal: 'Revoir ma sœur' }];
	await then.does(nb.practitioner.actor, client.dossier, 'interventionPlan.write', {
		lines,
		methods,
		outcome: 'Des nuits calmes',
		reviewOn: day(-3),
	});
	expect(lackingIn(await open(file(client, 'board')))).toContain('nb-3-d');
	const page = await open(file(client, 'intervention'));
	expect(page.text).toContain('On le verra à ceci : Six heures de suite');
	const [sleep = '', sister = ''] = Object.keys((await nb.factsOf(client.dossier)).dossier.joint.care.goals);
	const review = { outcome: 'Des nuits meilleures', next: 'goesOn', reviewOn: day(90) };

	// Nothing is taken while a goal has no answer and nobody asked the person; what was typed is still there.
	const lacking = await send(page, 'review', { ...review, [`results.${sleep}.state`]: 'partly' });
	expect(lacking.status).toBe(422);
	expect(lacking.text).toContain('Des nuits meilleures');
	expect(lackingIn(await open(file(client, 'board')))).toContain('nb-3-d');

	const done = await send(await open(file(client, 'intervention')), 'review', {
		...review,
		[`results.${sleep}.state`]: 'reached',
		[`results.${sleep}.came`]: 'Dort six heures depuis lundi.',
		[`results.${sister}.state`]: 'notYet',
		view: 'Je me lève reposé.',
	});
	expect(done.text).toContain('Retour noté.');
	expect(done.text).toContain('La personne en dit : Je me lève reposé.');
	expect(done.text).toMatch(/Dormir mieux\s*: Atteint\. Dort six heures/);
	expect(lackingIn(await open(file(client, 'board')))).not.toContain('nb-3-d');
	// A goal that is reached is not written again; the other is offered as it was.
	expect(done.html).toContain(`value="${sister}"`);
	expect(done.html).not.toContain(`value="${sleep}"`);

	const mine = await actorOf(client).open(`/fr/portal/${client.dossier.id}/file`);
	expect(mine.text).toMatch(/Mes buts Dormir mieux \(atteint\)/);
	expect(mine.text).toContain('Vous avez dit : Je me lève reposé.');
	expect(mine.text).not.toContain('Au téléphone, plus court');
});

test('work that ended asks for its summary on Today; it is prefilled, late ones say so, and who wants it reads it', async () => {
	const then = longAgo(nb, 40);
	const client = await request(then, { names: ['Jo Landry'] });
	await walk(then, client);
	await held(then, client);
	await then.does(nb.practitioner.actor, client.dossier, 'interventionPlan.write', {
		lines: [{ goal: 'Dormir mieux' }],
		methods: [{ method: 'Entretien', adapted: 'Au téléphone' }],
		outcome: 'Des nuits calmes',
		reviewOn: day(60),
	});
	await then.does(nb.practitioner.actor, client.dossier, 'dossier.close', { reason: 'Buts atteints.' });
	const { open, send } = office;
	expect((await open('/fr/office')).text).toMatch(/Bilans à écrire Jo Landry/);
	const page = await open(file(client, 'closing'));
	expect(page.text).toContain('son bilan était attendu le');
	expect(page.text).toMatch(/Premier service .* Rencontres 1 /);
	expect(page.text).toContain('Dormir mieux (encore poursuivi)');

	const words = { 'body.reason': 'Des conflits.', 'body.work': '**Six** rencontres.', 'body.state': 'Plus calme.' };
	const lacking = await send(page, 'sign', { ...words, 'body.state': '' });
	expect(lacking.status).toBe(422);
	expect(lacking.html).toContain('**Six** rencontres.');
	const signed = await send(page, 'sign', { ...words, 'body.advice': '<script>alert(1)</script>' });
	expect(signed.text).toContain('Le bilan est signé.');
	expect(signed.text).toContain('Signé en retard : il était attendu le');
	expect(signed.html).toContain('<strong>Six</strong> rencontres.');
	expect(signed.html).toContain('&lt;script&gt;alert(1)');
	expect((await open('/fr/office')).text).not.toMatch(/Bilans à écrire/);

	const mine = `/fr/portal/${client.dossier.id}/file`;
	expect((await actorOf(client).open(mine)).text).not.toContain('Bilan de mon suivi');
	const given = await send(signed, `give:${client.persons[0]?.id}`, { means: 'portal' });
	expect(given.text).toContain('Dans son espace en ligne, ');
	expect((await actorOf(client).open(mine)).text).toMatch(/Bilan de mon suivi .* Six rencontres\./);
});

test('a note of somebody who is supervised is signed, sent back, answered and countersigned; both see it wait, and nothing is edited', async () => {
	const { client } = await onTheWay(nb, [], ['Mika Cyr']);
	const account = await nb.newAccount('member', 'Noa Stagiaire');
	await nb.does(nb.practitioner.actor, nb.practice, 'member.join', {
		account,
		name: 'Noa Stagiaire',
		roles: ['practitioner'],
	});
	const trainee = { account, assurance: 'passkey' as const };
	const theirs = reader(nb, trainee);
	const { open, send } = office;
	await nb.does(nb.practitioner.actor, client.dossier, 'careTeam.join', {
		account: trainee.account,
		role: 'practitioner',
		need: 'Stage supervisé.',
		noOtherRelation: true,
	});
	const team = await open(file(client, 'team'));
	const named = await send(team, `supervise:${trainee.account}`, { supervisor: nb.practitioner.account });
	expect(named.text).toContain('Ses notes sont contresignées par');
	expect((await theirs.open(file(client, 'team'))).html).not.toContain('?/free');

	const session = await held(nb, client);
	const text =
		'Elle dit : **ça va**.\n\n# Suite\n\n[lire](javascript:alert(1)) ![x](https://exemple.ca/x.png)<script>x()</script>';
	const page = await theirs.open(`${file(client, 'notes')}`);
	await theirs.send(page, `sign:${session}`, {
		'body.reason': 'Suite',
		'body.course': text,
		'body.plan': '- revoir\n- appeler',
		'attests[]': client.persons.map((p) => p.id),
	});
	const shown = await theirs.open(file(client, 'notes'));
	expect(shown.text).toContain('Attend d’être contresignée par');
	expect(shown.html).not.toContain('?/countersign');
	expect((await theirs.open('/fr/office')).text).toMatch(/Notes qui attendent une contresignature Mika Cyr/);
	expect((await open('/fr/office')).text).toMatch(/Notes à contresigner Mika Cyr/);

	// What the author laid out is laid out; everything else comes out as text.
	expect(shown.html).toContain('<strong>ça va</strong>');
	expect(shown.html).toContain('<h5>Suite</h5>');
	expect(shown.html).toContain('<li>revoir</li>');
	expect(shown.text).toContain('[lire](javascript:alert(1)) ![x](https://exemple.ca/x.png)<script>x()</script>');
	expect(shown.html).not.toMatch(/href="javascript|<img[^>]*exemple\.ca|<script>x\(\)/);

	const [waiting = ''] = Object.keys((await nb.factsOf(client.dossier)).dossier.joint.notes.counter);
	const back = await send(await open(file(client, 'notes')), `sendBack:${waiting}`, { remark: 'Dire qui était là.' });
	expect(back.text).toContain('Renvoyée par');
	expect((await theirs.open('/fr/office')).text).toMatch(/Notes renvoyées avec une remarque Mika Cyr/);
	expect((await open('/fr/office')).text).not.toMatch(/Notes à contresigner/);
	const answered = await theirs.send(await theirs.open(file(client, 'notes')), `amend:${waiting}`, {
		text: 'Sa mère.',
	});
	expect(answered.text).toContain('Dire qui était là.');
	expect(answered.text).toContain('Attend d’être contresignée par');
	const done = await send(await open(file(client, 'notes')), `countersign:${waiting}`);
	expect(done.text).toMatch(/Signée par Noa Stagiaire.*Remarque de .*Contresignée par/);
	expect(done.html).toContain('<strong>ça va</strong>');
	expect((await theirs.open('/fr/office')).text).not.toMatch(/contresign|renvoyées/);
});

test('a paper is kept beside a note, by its bytes and never by its name, and is handed out apart, inert', async () => {
	const { client, person } = await onTheWay(nb, [], ['Dani Roy']);
	const { open } = office;
	const session = await held(nb, client);
	const page = await open(file(client, 'notes'));
	const form = formOf(page, `scan:${session}`);
	const cookie = await web.forPractice(nb.practice.id).cookie(nb.practitioner.account, 'passkey');
	const keeps = (name: string, content: string) => {
		const fields = { ...form.fields, of: 'other', _attempt: nb.world.newId() };
		const parts = Object.entries(fields)
			.filter(([field]) => field !== 'file')
			.map(([field, value]) => `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`);
		const paper = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${content}\r\n`;
		return ask(nb.origin, `${file(client, 'notes')}?/scan`, {
			method: 'POST',
			headers: { cookie, origin: nb.origin, accept: 'text/html', 'content-type': 'multipart/form-data; boundary=x' },
			body: `${parts.join('')}${paper}--x--\r\n`,
		});
	};
	expect((await keeps('dessin.pdf', '<svg onload="alert(1)"></svg>')).status).toBe(409);
	expect((await keeps('dessin.txt', '%PDF-1.7 dessin')).status).toBe(200);
	const scan = (await nb.factsOf(client.dossier)).dossier.of(person).papers.scans.at(-1);
	expect(scan).toMatchObject({ type: 'pdf', session });
	const shown = await open(file(client, 'notes'));
	expect(shown.text).toContain('Papiers joints à cette note');
	expect(shown.html).toContain(`/papers/scan/${scan?.evidence.seq}"`);
	expect(shown.html).not.toMatch(/<(iframe|embed|object)/);

	// One that was in the file already joins it.
	await nb.does(nb.practitioner.actor, client.dossier, 'paper.scan', {
		person,
		of: 'mandate',
		content: btoa('%PDF-1.7 m'),
	});
	const again = await open(file(client, 'notes'));
	const [loose] = /name="paper:n"[^>]*value="(\d+)"/.exec(again.html)?.slice(1) ?? [];
	const both = await office.send(again, `attach:${session}`, { 'paper:n': loose ?? '' });
	expect(both.text).toMatch(/Papiers joints à cette note .*Autre feuille · Dani Roy.*Mandat · Dani Roy/);
});

test('a family is drawn a line at a time without scripts, and told in words; a part of one’s own keeps its own drawing', async () => {
	const client = await request(nb, { names: ['Ana Roy', 'Luc Roy'], kind: 'couple' });
	const { open, send } = office;
	const page = file(client, 'family');
	const add = async (member: Readonly<Record<string, string>>) => send(await open(page), 'member', member);
	await add({ 'member.name': 'Rose', 'member.figure': 'woman', 'member.born:n': '1950', 'member.died:b': 'on' });
	await add({ 'member.name': 'Paul', 'member.figure': 'man' });
	await add({ 'member.name': '<b>Zoé</b>', 'member.figure': 'other', 'member.central:b': 'on' });
	const { drawn } = (await nb.factsOf(client.dossier)).dossier.joint.family;
	expect(drawn?.version).toBe(3);
	const first = await open(page);
	const [rose = '', paul = '', zoe = ''] = [...first.html.matchAll(/name="member.id" value="([^"]+)"/g)].map(
		(m) => m[1],
	);
	const bind = async (from: string, kind: string, to: string) =>
		send(await open(page), 'bond', { 'bond.from': from, 'bond.kind': kind, 'bond.to': to });
	await bind(rose, 'divorced', paul);
	await bind(rose, 'parent', zoe);
	await bind(paul, 'parent', zoe);
	await bind(paul, 'conflict', zoe);
	const wrong = await bind(zoe, 'parent', rose);
	expect(wrong.text).toContain('une personne serait parent de son propre parent');
	await send(await open(page), 'tie', {
		'tie.name': 'École',
		'tie.kind': 'stress',
		'tie.flow': 'both',
		'tie.from': zoe,
	});

	const shown = await open(page);
	for (const told of [
		'Rose, femme, année de naissance : 1950, décès',
		'Rose : divorce d’avec Paul.',
		'Paul : en conflit avec <b>Zoé</b>.',
		'<b>Zoé</b> et École : lien tendu, donne et reçoit.',
	])
		expect(shown.text).toContain(told);
	expect(shown.html.match(/<svg[^>]*role="img"[^>]*aria-describedby/g)).toHaveLength(2);
	expect(shown.html).not.toContain('<b>Zoé');

	// Drawn over an older version, a line is refused: what a colleague drew stays.
	const late = await send(first, 'member', { 'member.name': 'Intrus', 'member.figure': 'man' });
	expect(late.text).toContain('le dessin a changé pendant ce temps');
	const without = await send(shown, `remove:${paul}`);
	expect(without.text).not.toContain('Paul');
	const own = await open(`${page}?part=${client.persons[0]?.id}`);
	expect(own.text).not.toContain('Rose');
	expect(own.text).toContain('Ajoutez une première personne');
	// The people of the file read no drawing: its names are others'.
	expect((await actorOf(client).open(page)).status).toBe(404);
});
