import { expect, test } from 'vitest';
import { rejudge } from '#server/app/rejudge.ts';
import { dayOf, monthsLater } from '#server/kernel/time.ts';
import { keptUntil } from '#server/norms/retention.ts';
import { missingOn } from '../support/board.ts';
import { deskOf } from '../support/desk.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, mendOf, reader } from '../support/no-script.ts';
import { type Client, openSession, type Path, request, startSession, walk } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());

/** Somebody in care some days ago, and a service that was given then; nothing was written. */
async function served(path: HttpPath, days: number, name: string) {
	const then = longAgo(path, days);
	const client = await request(then, { names: [name] });
	await walk(then, client);
	const session = await openSession(then, client);
	await startSession(then, client, session);
	await then.does(path.practitioner.actor, client.dossier, 'session.end', { id: session });
	return { client, session, person: client.persons[0]?.id ?? '' };
}

const noted = (path: Path, { dossier, persons }: Client, session: string) =>
	path.does(path.practitioner.actor, dossier, 'note.sign', {
		session,
		template: 'free',
		body: { text: 'A parlé de sa semaine.' },
		happened: { length: '50 min' },
		stillFits: 'yes',
		mood: 'nothingObserved',
		attests: persons.map((p) => p.id),
		sources: [],
		authors: [path.practitioner.account],
	});

test('[qc-5.02-b] a session that ended without a word is in the notes due after the limit; asking payment for it shows the missing note and goes on with a reason', async () => {
	const qc = await openHttpPath(web);
	const desk = deskOf(qc);
	const { client, session, person } = await served(qc, 4, 'Anaïs Poulin');
	expect((await desk.open('/fr/office/day')).text).toMatch(
		/Anaïs Poulin Rencontre terminée le [^.]*En retard depuis le/,
	);
	expect(await desk.lacks(client)).toContain('qc-5.02-b');

	const page = await desk.open(desk.at(client, 'payments'));
	expect(page.text).toContain('sans note signée');
	const typed = { session, person, 'amount:c': '125,00' };
	const refused = await desk.send(page, 'ask', typed);
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toEqual(['qc-5.02-b']);
	expect(refused.text).toContain('ce service n’a pas encore de note signée');
	expect(mendOf(refused)).toContain('/notes');
	// Nothing typed is lost, and nothing was asked of anybody.
	expect(formOf(refused, 'ask').fields).toMatchObject({ 'amount:c': '125,00' });
	expect((await desk.open(desk.at(client, 'payments'))).text).toContain('Rien n’est encore demandé.');

	const back = await desk.send(refused, 'waive:qc-5.02-b', { reason: 'La personne a besoin de sa facture ce soir.' });
	const asked = await desk.send(back, 'ask', typed);
	expect(asked.text).toContain('Le paiement est demandé.');
	expect(asked.text).toMatch(/125,00 \$ · Demandé à Anaïs Poulin/);
	// The note is still late: a reason to be paid is no reason not to write.
	expect((await desk.open('/fr/office/day')).text).toContain('Anaïs Poulin');
	expect((await desk.send(asked, 'ask', typed).catch(() => asked)).text).toContain('Aucun service n’attend');
});

test('[qc-5.02-b] with its note signed, the same asking meets nothing', async () => {
	const qc = await openHttpPath(web);
	const desk = deskOf(qc);
	const { client, session, person } = await served(qc, 0, 'Rose Lavoie');
	const typed = { session, person, 'amount:c': '90' };
	expect(dutiesOf(await desk.fills(client, 'payments', 'ask', typed))).toEqual(['qc-5.02-b']);
	await noted(qc, client, session);
	expect((await desk.fills(client, 'payments', 'ask', typed)).text).toContain('Le paiement est demandé.');
});

/** An insurer is noted by the page of payers. */
async function insurer(path: HttpPath, name: string, fields: readonly string[], years: string): Promise<string> {
	const desk = deskOf(path);
	const page = await desk.open('/fr/office/practice/payers');
	const shown = await desk.send(page, 'add', {
		name,
		'fields[]': fields,
		'years:n': years,
		source: 'Guide du fournisseur, page 4',
		reviewedOn: dayOf(path.world.now()),
	});
	expect(shown.text).toContain('Ce payeur est noté.');
	const { payers } = (await path.factsOf(path.practice)).practice.payments;
	return Object.values(payers).find((p) => p.name === name)?.id ?? '';
}

test('[nb-6-p] an insurer that requires a field: notes billed to it without that field are listed and the claim is refused, unless a reason is given; the longest retention applies', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const desk = deskOf(nb);
	const { client, session, person } = await served(nb, 1, 'Théo Cyr');
	await noted(nb, client, session);
	const payer = await insurer(nb, 'Assurance du Fleuve', ['plan', 'length'], '30');
	const typed = { session, person, payer, 'amount:c': '140' };

	const refused = await desk.fills(client, 'payments', 'ask', typed);
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toEqual(['nb-6-p']);
	expect(mendOf(refused)).toMatch(/\/notes\?before=\d+/);
	const back = await desk.send(refused, 'waive:nb-6-p', { reason: 'L’assureur l’a accepté par écrit.' });
	const asked = await desk.send(back, 'ask', typed);
	expect(asked.text).toMatch(/140,00 \$ · Demandé à Assurance du Fleuve/);
	// It is listed by name, with what it lacks; what the note does say is not.
	expect(asked.text).toContain('Assurance du Fleuve demande : Suite prévue.');
	expect(asked.text).not.toContain('Suite prévue, Durée');

	// The longest keeps: thirty years, for the law of the place asks for fewer.
	expect((await desk.open(desk.at(client, 'retention'))).text).toContain('30 ans');
	await nb.does(nb.practitioner.actor, client.dossier, 'dossier.close', { reason: 'Fin du suivi.' });
	const facts = await nb.factsOf(client.dossier);
	const ended = dayOf(facts.dossier.joint.intake.ended?.at ?? 0);
	expect(keptUntil(facts, nb.world.now())).toBe(monthsLater(ended, 360));
});

test('[nb-6-p] a field that is asked for later opens what was billed already: on the board, until an addition says it', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const desk = deskOf(nb);
	const { client, session, person } = await served(nb, 1, 'Zoé Arseneau');
	await noted(nb, client, session);
	const payer = await insurer(nb, 'Programme du Havre', ['length'], '');
	expect((await desk.fills(client, 'payments', 'ask', { session, person, payer, 'amount:c': '80' })).text).toContain(
		'Le paiement est demandé.',
	);
	expect(await desk.lacks(client)).not.toContain('nb-6-p');
	await desk.send(await desk.open('/fr/office/practice/payers'), `review:${payer}`, { 'fields[]': ['length', 'plan'] });
	expect(await desk.lacks(client)).toContain('nb-6-p');
	// The caseload’s board reads what the round judged again.
	await rejudge(nb.world, nb.practice.id);
	expect(lackingIn(await desk.open('/fr/office/board'))).toContain('nb-6-p');
	const way = await desk.mend(client, 'nb-6-p');
	const note = (await nb.factsOf(client.dossier)).dossier.joint.payments.services[0]?.note;
	expect(way).toContain(`#n-${note}`);
	await desk.send(await desk.open(way ?? ''), `amend:${note}`, { text: 'Suite prévue : se revoir mardi.' });
	expect(await desk.lacks(client)).not.toContain('nb-6-p');

	// Nobody read their requirements for a year: the file billed to them waits for it.
	const later = longAgo(nb, 0);
	await later.does(nb.practitioner.actor, nb.practice, 'payer.review', {
		id: payer,
		fields: ['length'],
		source: 'Site du programme',
		reviewedOn: '2024-01-15',
	});
	expect(await desk.mend(client, 'nb-6-p')).toContain(`/practice/payers#y-${payer}`);
	await desk.send(await desk.open('/fr/office/practice/payers'), `review:${payer}`);
	expect(await desk.lacks(client)).not.toContain('nb-6-p');
});

test('what cannot be billed is said plainly: a service that was not given, a payer nobody noted, twice the same', async () => {
	const qc = await openHttpPath(web);
	const desk = deskOf(qc);
	const { client, session, person } = await served(qc, 0, 'Noa Caron');
	await noted(qc, client, session);
	const ask = (more: Readonly<Record<string, string>>) =>
		desk.fills(client, 'payments', 'ask', { session, person, 'amount:c': '50', ...more });
	expect((await ask({ session: qc.world.newId() })).text).toContain('ce service n’est pas parmi les derniers donnés');
	expect((await ask({ payer: qc.world.newId() })).text).toContain('ce payeur n’est pas dans la liste');
	expect((await ask({ 'amount:c': 'beaucoup' })).status).toBe(422);
	const open = await desk.open(desk.at(client, 'payments'));
	expect((await desk.send(open, 'ask', { session, person, 'amount:c': '50' })).text).toContain(
		'Le paiement est demandé.',
	);
	const again = { session, person, amount: 5000 };
	const outcome = await qc.attempt(qc.practitioner.actor, client.dossier, 'payment.request', again);
	expect(outcome).toMatchObject({ code: 'payment.asked' });
});

test('[qc-3.10-c] the public page leads anyone to the breach policy; un-linking it takes the page off line, citing qc-3.10-c', async () => {
	const bare = await openHttpPath(web, { bare: true });
	const own = deskOf(bare);
	const office = '/fr/office/practice/page';
	// Nothing to lead to: the page is not put on line, and the way to mend is named.
	const early = await own.send(await own.open(office), 'publish', { 'links[]': ['breach'] });
	expect(early.status).toBe(409);
	expect(dutiesOf(early)).toEqual(['qc-3.10-c']);
	expect(mendOf(early)).toContain('/policies/breach');

	const qc = await openHttpPath(web);
	const desk = deskOf(qc);
	const anybody = reader(qc);
	const lacks = () => missingOn(qc, qc.practitioner.actor, '/fr/office/board');
	const home = await anybody.open('/fr');
	expect(home.text).toContain('Ève Tremblay');
	expect(home.html).toContain('href="/fr/incidents"');
	const policy = await anybody.open('/fr/incidents');
	expect(policy.status).toBe(200);
	expect(policy.text).toContain('Commission d’accès à l’information');
	expect(await lacks()).not.toContain('qc-3.10-c');

	const unlinked = await desk.send(await desk.open(office), 'unlink:breach');
	expect(unlinked.text).toContain('elle est sortie de ligne d’elle-même');
	expect(await lacks()).toContain('qc-3.10-c');
	const off = await anybody.open('/fr');
	expect(off.text).toContain('Sa page n’est pas en ligne');
	expect(off.html).toContain('/norms/qc-3.10-c');
	expect(off.text).not.toContain('Ève Tremblay');
	// Whoever is in need still finds the way in, help, and the policy itself.
	for (const way of ['/fr/request', '/fr/help', '418-555-0142']) expect(off.html).toContain(way);
	for (const open of ['/fr/request', '/fr/help', '/fr/incidents']) expect((await anybody.open(open)).status).toBe(200);

	// Without the link it does not come back; with it, it does.
	const again = await desk.send(await desk.open(office), 'publish', { 'links[]': [] });
	expect(again.status).toBe(409);
	expect(dutiesOf(again)).toEqual(['qc-3.10-c']);
	const back = await desk.send(await desk.open(office), 'publish', { 'links[]': ['breach'] });
	expect(back.text).toContain('Votre page est en ligne');
	expect((await anybody.open('/en')).text).toContain('Ève Tremblay');
	expect(await lacks()).not.toContain('qc-3.10-c');
	await desk.send(back, 'withdraw');
	expect((await anybody.open('/fr')).text).not.toContain('Ève Tremblay');
	expect(await lacks()).toContain('qc-3.10-c');
});
