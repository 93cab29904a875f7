import { expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { accompanied, byTelephone, deskOf, portal } from '../support/desk.ts';
import { expectDone, onTheWay, refusedBy } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { openSession, startSession, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

test('[qc-intro-b] somebody without e-mail or smartphone reaches a first session by telephone and paper, and no step asks for an account', async () => {
	const desk = deskOf(qc);
	const client = await byTelephone(qc);
	const { person } = client;
	await walkStep(qc, client, 'home');
	await desk.fills(client, 'package', `send:${person}`);
	expect(await desk.lacks(client)).toContain('qc-intro-b');
	expect(await desk.mend(client, 'qc-intro-b')).toContain('/papers');

	const sheet = await desk.open(desk.at(client, `papers/${person}`));
	expect(sheet.text).toContain('Pour Rose Lavoie');
	expect(sheet.text).toContain('Vous n’avez besoin ni de courriel ni d’un compte');
	await desk.fills(client, 'papers', `post:${person}`, { means: 'posted' });
	expect(await desk.lacks(client)).not.toContain('qc-intro-b');

	await accompanied(qc, client);
	await desk.fills(client, 'interview', `offer:${person}`);
	const consents = await desk.open(desk.at(client, 'consent'));
	expect(consents.text).toContain('Texte à lire à voix haute');
	expect(consents.text).toContain('Vous êtes libre de dire oui ou non.');
	await desk.send(consents, `notices:${person}`, {
		'keys[]': ['channelRisks.video', 'channelRisks.internet', 'thirdParties', 'communications'],
		means: 'oral',
	});
	await desk.fills(client, 'consent', `agree:${person}.telephone`, { means: 'oral' });
	await desk.fills(client, 'consent', `record:${person}`, { means: 'oral', language: 'fr' });
	expect(await desk.lacks(client)).toContain('qc-intro-b');
	await desk.fills(client, 'consent', `record:${person}`, { means: 'oral', language: 'fr', witness: 'Luc Roy' });
	expect(await desk.lacks(client)).not.toContain('qc-intro-b');

	const session = await openSession(qc, client, { mode: 'telephone' });
	await startSession(qc, client, session);
	const { dossier } = (await qc.factsOf(client.dossier)).dossier.joint;
	expect(dossier.persons[person]?.account).toBeUndefined();
	expect((await qc.factsOf(client.dossier)).dossier.joint.sessions.firstService).toBeDefined();
});

test('[qc-intro-b] a signed sheet is kept sealed and opens for who cares; what is no sheet of paper is refused in clear words', async () => {
	const client = await byTelephone(qc, 'Jean Côté');
	const desk = deskOf(qc);
	const browser = await qc.browse(qc.practitioner.actor);
	const page = await browser.newPage();
	const put = async (name: string, bytes: string) => {
		await page.goto(desk.at(client, 'papers'));
		const form = page.locator('form[action^="?/scan"]').first();
		await page.locator('summary', { hasText: 'Verser cette feuille' }).first().click();
		await form.locator('input[type="radio"][value="consent"]').check({ force: true });
		await form.locator('input[type="file"]').setInputFiles({
			name,
			mimeType: 'application/pdf',
			buffer: Buffer.from(bytes, 'latin1'),
		});
		await Promise.all([page.waitForURL(/scan/), form.locator('button').click()]);
		return (await page.locator('main').textContent()) ?? '';
	};
	expect(await put('virus.pdf', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')).toContain(
		'ce document contient autre chose que des pages',
	);
	expect(await put('feuille.pdf', '<html><script>1</script>')).toContain('ce n’est ni un PDF, ni une photo');
	expect(await put('feuille.pdf', `%PDF-1.7\n${'page '.repeat(150_000)}`)).toContain('La feuille est au dossier.');
	const scan = (await qc.factsOf(client.dossier)).dossier.of(client.person).papers.scans[0];
	expect(scan).toMatchObject({ of: 'consent', type: 'pdf' });
	const sheet = desk.at(client, `papers/scan/${scan?.evidence.seq}`);
	const opened = await qc.page(qc.practitioner.actor, sheet);
	expect([opened.status, opened.headers['content-type']]).toEqual([200, 'application/pdf']);
	expect(opened.headers['content-security-policy']).toContain('sandbox');
	const stranger = await qc.newAccount('client', 'Une autre');
	expect((await qc.page({ account: stranger, assurance: 'code' }, sheet)).status).toBe(404);
	await browser.close();
});

test('[def-nb-consent-a] consent comes from a capable person who is free to say no: the board says what is missing of it', async () => {
	const desk = deskOf(nb);
	const { client } = await onTheWay(nb, ['capacity', 'discussion', 'consent']);
	expect(await desk.lacks(client)).toContain('def-nb-consent-a');
	await walkStep(nb, client, 'capacity');
	expect(await desk.lacks(client)).toContain('def-nb-consent-a');
	await walkStep(nb, client, 'discussion');
	expect(await desk.lacks(client)).not.toContain('def-nb-consent-a');
});

test('[def-nb-consent-a] nothing is ticked beforehand; each optional use is a choice apart whose no blocks nothing, and a yes is taken back in two taps', async () => {
	const desk = deskOf(nb);
	const { client, person, actor } = await onTheWay(nb, ['capacity', 'consent']);
	expect(await desk.lacks(client)).toContain('def-nb-consent-a');
	await walkStep(nb, client, 'capacity');
	for (const [use, scope] of [
		['research', 'Prêter vos réponses à une recherche du CLSC'],
		['communication', 'Dire à l’école si les rencontres ont lieu'],
	] as const)
		await desk.fills(client, 'uses', `ask:${person}`, { use, scope });
	const rose = reader(nb, actor);
	const uses = Object.entries((await nb.factsOf(client.dossier)).dossier.of(person).uses.uses);
	const idOf = (use: string) => uses.find(([, u]) => u.use === use)?.[0] ?? '';
	const choices = await rose.open(portal(client, 'choices'));
	expect(choices.text).toContain('Prêter vos réponses à une recherche du CLSC');
	expect(choices.text).toContain('Si vous dites non : rien ne change pour vous.');
	for (const page of [
		choices,
		await rose.open(portal(client, 'agree?step=sign')),
		await rose.open(portal(client, 'agree?step=means')),
	])
		expect(page.html).not.toMatch(/<input[^>]*type="(?:checkbox|radio)"[^>]*\schecked/);
	await rose.send(choices, `no:${idOf('research')}`);
	await rose.send(await rose.open(portal(client, 'choices')), `yes:${idOf('communication')}`);
	await rose.send(await rose.open(portal(client, 'agree?step=sign')), 'give');
	const session = await openSession(nb, client);
	await startSession(nb, client, session);
	const stateOf = async (use: string) =>
		(await nb.factsOf(client.dossier)).dossier.of(person).uses.uses[idOf(use)]?.state;
	expect([await stateOf('research'), await stateOf('communication')]).toEqual(['refused', 'agreed']);
	const mine = await rose.open(portal(client, 'choices'));
	expect(mine.text).toContain('Ce qui est déjà fait reste au dossier.');
	await rose.send(mine, `end:${idOf('communication')}`);
	expect(await stateOf('communication')).toBe('ended');
	const before = await rose.open(portal(client, 'withdraw'));
	await rose.send(before, 'withdraw');
	expect((await nb.factsOf(client.dossier)).dossier.of(person).consent.withdrawn).toBeDefined();
});

test('[nb-2-h] a consent said on the telephone: who, when, what was read, in which language, and a written copy sent', async () => {
	const desk = deskOf(nb);
	const client = await byTelephone(nb);
	const { person } = client;
	await walkStep(nb, client, 'home');
	await walkStep(nb, client, 'package');
	await accompanied(nb, client);
	expect(await desk.lacks(client)).toContain('nb-2-h');
	await desk.fills(client, 'interview', `offer:${person}`);
	await desk.fills(client, 'consent', `record:${person}`, { means: 'oral', language: 'fr', witness: 'Luc Roy' });
	expect(await desk.lacks(client)).toContain('nb-2-h');
	expect(await desk.mend(client, 'nb-2-h')).toContain('/papers');
	const copy = await desk.open(desk.at(client, `papers/${person}?copy`));
	for (const said of [
		'Copie de votre consentement',
		'Rose Lavoie (la personne elle-même)',
		'de vive voix',
		'Luc Roy',
		'français',
	])
		expect(copy.text).toContain(said);
	expect(copy.text).toMatch(/Ce qui a été lu .*\(version 1\)/);
	await desk.fills(client, 'papers', `copy:${person}`, { means: 'posted' });
	expect(await desk.lacks(client)).not.toContain('nb-2-h');
});

test('[nb-6-g] the confirmation of a request carries the technology information; after a call it waits until it is said, and the delay is shown', async () => {
	const desk = deskOf(nb);
	const anybody = reader(nb);
	const received = await anybody.send(await anybody.open('/fr/request?who=me'), 'send', {
		'persons.0.name': 'Maude Hébert',
		'persons.0.language': 'fr',
		'persons.0.contact.phone': '506-555-0101',
		prefers: 'remote',
		reason: 'Séparation',
	});
	expect(received.text).toContain('les rencontres se font à distance');
	const today = await desk.open('/fr/office/clients');
	const asked = /clients\/([0-9a-f-]{36})"[^>]*>Maude Hébert/.exec(today.html)?.[1] ?? '';
	expect(await desk.lacks({ dossier: { kind: 'dossier', id: asked } })).not.toContain('nb-6-g');
	expect((await desk.open(`/fr/office/clients/${asked}/persons`)).text).toContain('dans la même heure');

	const called = await byTelephone(nb);
	expect(await desk.lacks(called)).toContain('nb-6-g');
	expect((await desk.open('/fr/office')).text).toMatch(/Informer au plus tôt le client/);
	await desk.fills(called, 'persons', `reply:${called.person}`, { means: 'Au téléphone, lors de l’appel' });
	expect(await desk.lacks(called)).not.toContain('nb-6-g');
});

test('[qc-intro-a] an invitation offers a trial, a plain help page and a call; the call is a task with an owner, and its end is in the record', async () => {
	const desk = deskOf(qc);
	const client = await byTelephone(qc, 'Alma Roy');
	const { person } = client;
	const invited = await desk.fills(client, 'persons', `invite:${person}`, { how: 'hand' });
	const link = /<code[^>]*>(http[^<]+)<\/code>/.exec(invited.html)?.[1]?.replace(qc.origin, '') ?? '';
	const phone = await qc.browse(undefined, { viewport: { width: 320, height: 560 } });
	const page = await phone.newPage();
	await page.goto(link);
	for (const [name, address] of [
		['Comment ça marche', '/fr/help/how'],
		['Essayer mon appareil', '/fr/help/try'],
	] as const)
		expect(await page.getByRole('link', { name }).first().getAttribute('href')).toBe(address);
	await page.goto('/fr/help/try');
	await page.getByText('La ligne est bonne.').waitFor();
	await phone.close();
	expect((await reader(qc).open('/fr/help/how')).text).toContain('Vous n’avez pas besoin d’un compte.');

	const nobody = reader(qc);
	const sent = await nobody.send(await nobody.open(link), 'callMe', { about: 'device', when: 'le matin' });
	expect(sent.text).toContain('On vous appelle d’ici deux jours');
	expect(await desk.lacks(client)).toContain('qc-intro-a');
	expect((await desk.open('/fr/office')).text).toContain('Aider les clients à avoir accès');
	const waits = await desk.open(desk.at(client, 'access'));
	expect(waits.text).toContain('À rappeler au 418-555-0177');
	const [help] = Object.keys((await qc.factsOf(client.dossier)).dossier.of(person).access.help);
	await desk.send(waits, `close:${help}`, { outcome: 'helped', note: 'Micro permis, essai fait ensemble.' });
	expect(await desk.lacks(client)).not.toContain('qc-intro-a');
	expect((await desk.open(desk.at(client, 'timeline'))).text).toContain('Micro permis, essai fait ensemble.');
	expect((await nobody.open('/fr/claim/rien')).text).not.toContain('Rappelez-moi');
});

test('[qc-1.04-c] to whom video is new, a rehearsal is offered and booked; no first video service before its result, or a signed reason', async () => {
	const desk = deskOf(qc);
	const { client, person, actor } = await onTheWay(qc);
	await desk.fills(client, 'access', `mark:${person}`);
	expect(await desk.lacks(client)).toContain('qc-1.04-c');
	await desk.fills(client, 'access', `offer:${person}`, { answer: 'accepted' });
	const session = await openSession(qc, client);
	await qc.does(qc.practitioner.actor, client.dossier, 'session.admit', { id: session, person });
	const start = () => qc.attempt(qc.practitioner.actor, client.dossier, 'session.start', { id: session });
	expect(refusedBy(await start())).toEqual(['qc-1.04-c']);
	await qc.does(qc.practitioner.actor, client.dossier, 'appointment.book', {
		id: qc.world.newId(),
		purpose: 'rehearsal',
		mode: 'video',
		persons: [person],
		practitioner: qc.practitioner.account,
		startsAt: qc.world.now() + DAY,
		endsAt: qc.world.now() + DAY + 900_000,
		zone: 'America/Toronto',
	});
	expect((await desk.open(desk.at(client, 'access'))).text).toContain('Essai prévu');
	expect(refusedBy(await start())).toEqual(['qc-1.04-c']);
	const rose = reader(qc, actor);
	await rose.send(await rose.open(portal(client, 'rehearsal')), 'tried', { result: 'partly', changed: 'Un casque' });
	expect(await desk.lacks(client)).not.toContain('qc-1.04-c');
	expectDone(await start());

	const other = await onTheWay(qc);
	await desk.fills(other.client, 'access', `mark:${other.person}`);
	const second = await openSession(qc, other.client);
	const begin = () => qc.attempt(qc.practitioner.actor, other.client.dossier, 'session.start', { id: second });
	await qc.does(qc.practitioner.actor, other.client.dossier, 'session.admit', { id: second, person: other.person });
	expect(refusedBy(await begin())).toEqual(['qc-1.04-c']);
	await qc.does(qc.practitioner.actor, other.client.dossier, 'duty.waive', {
		duty: 'qc-1.04-c',
		reason: 'Sa fille est à côté d’elle et l’aide.',
	});
	expectDone(await begin());
});
