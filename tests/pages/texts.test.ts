import { describe, expect, test } from 'vitest';
import { publication } from '#server/app/documents.ts';
import { dayOf } from '#server/kernel/time.ts';
import { expectCode, expectDone, expectRefused, onTheWay, refusedBy, tryService } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formsIn, reader } from '../support/no-script.ts';
import { type Client, openSession, request, walk, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());
const office = (path: HttpPath) => reader(path, path.practitioner.actor);
const file = ({ dossier }: Client) => `/fr/office/clients/${dossier.id}`;
const space = ({ dossier }: Client) => `/fr/portal/${dossier.id}`;
const consentOf = async (path: HttpPath, client: Client) =>
	(await path.factsOf(client.dossier)).dossier.of(client.persons[0]?.id ?? '').consent;

const arabic = {
	language: 'ar',
	title: 'الأتعاب',
	body: 'اللقاء بسعر 125 دولارًا.\n\nاتصل على 418-555-0142.',
	translatedBy: 'Samira Haddad',
	reviewedBy: 'Karim Nasser',
};

describe('a clause in a further language', () => {
	test('is added by the practice with two names, read from right to left, and the record keeps the language', async () => {
		const path = await openHttpPath(web);
		const { client, actor } = await onTheWay(path, ['consent']);
		const policies = '/fr/office/practice/policies/services';
		const { open, send } = office(path);
		const alone = await send(await open(policies), 'translate:fees', { ...arabic, reviewedBy: 'samira haddad' });
		expect(alone.status).toBe(422);
		expect(alone.text).toContain('une deuxième personne doit relire');
		expect(alone.html).toContain('اللقاء بسعر');
		const kept = await send(await open(policies), 'translate:fees', arabic);
		expect(kept.text).toContain('La traduction est offerte');
		expect(kept.html).toMatch(/<bdi[^>]*>Karim Nasser<\/bdi>/);

		const portal = reader(path, actor);
		const plain = await portal.open(`${space(client)}/read/services`);
		expect(plain.html).toMatch(/<a[^>]*\?in=ar"[^>]*lang="ar"[^>]*dir="rtl"/);
		expect(plain.text).not.toContain('اللقاء بسعر');
		const read = await portal.open(`${space(client)}/read/services?in=ar`);
		expect(read.html).toMatch(/<div lang="ar" dir="rtl" data-aloud[^>]*>\s*(<!--.*?-->)*\s*<h3[^>]*>الأتعاب/);
		expect(read.html).toMatch(/<bdi dir="ltr"[^>]*>418-555-0142<\/bdi>/);
		expect(read.html).toMatch(/<html lang="fr"(?![^>]*dir)/);
		expect(read.text).toContain('Le texte en français est celui qui compte.');
		expect(read.text).toContain('Ce point n’est pas traduit. Le voici en français.');
		await portal.send(read, 'read');
		expect((await consentOf(path, client)).read.services).toMatchObject({ version: 1, language: 'ar' });
		await walkStep(path, client, 'consent');
		const { given } = await consentOf(path, client);
		expect(given?.readIn).toEqual({ services: 'ar' });
		expect((await portal.open(`${space(client)}/signed`)).text).toContain('lu en arabe');
	});

	test('a material version makes it stale: said in the office, offered to nobody until it is renewed', async () => {
		const path = await openHttpPath(web);
		const { client, actor } = await onTheWay(path, ['consent']);
		const policies = '/fr/office/practice/policies/services';
		const { open, send } = office(path);
		await send(await open(policies), 'translate:fees', arabic);
		const portal = reader(path, actor);
		const address = `${space(client)}/read/services?in=ar`;
		expect((await portal.open(address)).text).toContain('اللقاء بسعر');
		const facts = await path.factsOf(path.practice);
		const again = publication(facts, 'services', dayOf(path.world.now()));
		await path.does(path.practitioner.actor, path.practice, 'policy.publish', { ...again, material: true });
		expect((await open(policies)).text).toContain('Cette traduction n’est plus offerte.');
		expect((await portal.open(address)).text).not.toContain('اللقاء بسعر');
		await walkStep(path, client, 'package');
		expect((await portal.open(address)).text).not.toContain('اللقاء بسعر');
		await send(await open(policies), 'translate:fees', arabic);
		expect((await portal.open(address)).text).toContain('اللقاء بسعر');
	});

	test('who holds the text of another place is not shown a translation of this one', async () => {
		const path = await openHttpPath(web);
		const client = await request(path);
		await path.does(path.practitioner.actor, client.dossier, 'home.declare', { territory: 'NB' });
		await walkStep(path, client, 'package');
		const { open, send } = office(path);
		await send(await open('/fr/office/practice/policies/services'), 'translate:fees', arabic);
		const page = await reader(path, client.persons[0]?.actor).open(`${space(client)}/read/services?in=ar`);
		expect(page.status).toBe(200);
		expect(page.text).not.toContain('اللقاء بسعر');
		expect(page.html).not.toContain('hreflang="ar"');
	});

	test('on paper and aloud it is read in that language too', async () => {
		const path = await openHttpPath(web);
		const client = await request(path, { linked: false });
		await walk(path, client, { upTo: 'explain' });
		const { open, send } = office(path);
		await send(await open('/fr/office/practice/policies/services'), 'translate:fees', arabic);
		const [who] = client.persons;
		const paper = await open(`${file(client)}/papers/${who?.id}?in=ar`);
		expect(paper.html).toMatch(/lang="ar" dir="rtl"[^>]*>\s*(<!--.*?-->)*\s*<h3[^>]*>الأتعاب/);
		const record = await open(`${file(client)}/consent`);
		expect(record.html).toContain('value="ar"');
	});
});

describe('a no to one clause', () => {
	test('to video: what follows is said before, video waits, the telephone goes on, and two taps change it', async () => {
		const path = await openHttpPath(web);
		const { client, actor } = await onTheWay(path);
		const portal = reader(path, actor);
		const page = await portal.open(`${space(client)}/read/services`);
		expect(page.text).toContain('Nous ne nous verrons pas par vidéo. Le téléphone reste ouvert');
		await portal.send(page, 'no:channelRisks.video');
		expectRefused(await tryService(path, client), 'qc-2.01-a');
		const id = await openSession(path, client, { mode: 'telephone' });
		const start = (mode: object = {}) =>
			path.attempt(path.practitioner.actor, client.dossier, 'session.start', { id, ...mode });
		for (const p of client.persons)
			expectDone(await path.attempt(path.practitioner.actor, client.dossier, 'session.admit', { id, person: p.id }));
		expectRefused(await start({ mode: 'video' }), 'qc-2.01-a');
		expectDone(await start());
		const shown = await office(path).open(`${file(client)}/consent`);
		expect(shown.text).toContain('Nous ne nous verrons pas par vidéo');
		expect((await office(path).open(`${file(client)}/persons`)).text).toContain('Non à une clause');

		const list = await portal.open(`${space(client)}/read`);
		await portal.send(list, 'yes:services.channelRisks.video');
		await path.does(actor, client.dossier, 'channel.agree', {
			person: client.persons[0]?.id,
			channel: 'video',
			means: 'signature',
		});
		await path.does(path.practitioner.actor, client.dossier, 'session.end', { id });
		// Changing from one means to another is gone over again by itself: the no is not what holds it back any more.
		expect(refusedBy(await tryService(path, client))).toEqual(['qc-2.03-d']);
	});

	test('[qc-2.01-a] to a clause that distance needs: in person stays, and offering it is the way out of the refusal', async () => {
		const path = await openHttpPath(web);
		const { client, actor } = await onTheWay(path);
		const portal = reader(path, actor);
		const page = await portal.open(`${space(client)}/read/services`);
		const said = 'Sans ce point, nous ne pouvons pas vous suivre à distance.';
		expect(page.text).toContain(said);
		await portal.send(page, 'no:fees');
		expectRefused(await tryService(path, client), 'qc-2.01-a');
		const board = async () =>
			(await office(path).open(`${file(client)}/board`)).html.split('/norms/qc-2.01-a"')[1] ?? '';
		expect(/data-verdict="([a-zA-Z]+)"/.exec(await board())?.[1]).toBe('unmet');
		expect((await board()).slice(0, 3000)).toContain('Offrir de se voir');
		await path.does(path.practitioner.actor, client.dossier, 'inPerson.offer', { answer: 'accepted' });
		expect(/data-verdict="([a-zA-Z]+)"/.exec(await board())?.[1]).toBe('met');
		expectRefused(await tryService(path, client), 'qc-2.01-a');
		expectDone(await tryService(path, client, { mode: 'inPerson' }));
		const { entries } = await path.does(actor, client.dossier, 'consent.withdraw', {
			person: client.persons[0]?.id,
			means: 'signature',
		});
		expect(entries.length).toBeGreaterThan(0);
	});

	test('to writing: what was agreed to is closed at once and asked again only after the clause', async () => {
		const path = await openHttpPath(web);
		const { client, actor, person } = await onTheWay(path);
		const email = { person, channel: 'email', means: 'signature' };
		expectDone(await path.attempt(actor, client.dossier, 'channel.agree', email));
		const portal = reader(path, actor);
		await portal.send(await portal.open(`${space(client)}/read/communications`), 'no:messaging');
		expect((await consentOf(path, client)).channels.email?.on).toBe(false);
		expectCode(await path.attempt(actor, client.dossier, 'channel.agree', email), 'clause.closesChannel');
		const list = await portal.open(`${space(client)}/read`);
		expect(list.text).toContain('Ni courriel, ni texto, ni clavardage.');
		await portal.send(list, 'yes:communications.messaging');
		expectDone(await path.attempt(actor, client.dossier, 'channel.agree', email));
	});

	test('the practice says what follows in its own words, and the entry keeps the words that were read', async () => {
		const path = await openHttpPath(web);
		const { client, actor } = await onTheWay(path, ['consent']);
		const { open, send } = office(path);
		const own = { fr: 'On se voit au 12, rue du Moulin.', en: 'We meet at 12, rue du Moulin.' };
		const page = await open('/fr/office/practice/policies/services');
		expect((await send(page, 'consequence:fees', own)).text).toContain('Ces mots sont gardés.');
		const portal = reader(path, actor);
		await portal.send(await portal.open(`${space(client)}/read/services`), 'no:fees');
		expect((await portal.open(`${space(client)}/agree?step=sign`)).text).toContain(own.fr);
		expect((await open(`${file(client)}/timeline`)).text).toContain(own.fr);
		await walkStep(path, client, 'consent');
		const english = await portal.open(`${space(client).replace('/fr/', '/en/')}/read/services`);
		expect(english.text).toContain(own.en);
	});

	test('[qc-3.07] of one of two: only the meeting with the others waits', async () => {
		const path = await openHttpPath(web);
		const { client, person, actor } = await onTheWay(path, [], ['Dominique Gagnon', 'Alix Morin']);
		const portal = reader(path, actor);
		await portal.send(await portal.open(`${space(client)}/read/services`), 'no:multiParty');
		const by = path.practitioner.actor;
		const id = await openSession(path, client);
		expectRefused(await path.attempt(by, client.dossier, 'session.admit', { id, person }), 'qc-3.07');
		const other = client.persons[1]?.id;
		expectDone(await path.attempt(by, client.dossier, 'session.admit', { id, person: other }));
	});
});

describe('reading together', () => {
	const lead = async (path: HttpPath, client: Client) => {
		const [who] = client.persons;
		const address = `${file(client)}/together/${who?.id}`;
		const { open, send } = office(path);
		const page = await send(await open(address), 'begin', { document: 'services', means: 'telephone' });
		return { open, send, page, address };
	};

	test('[qc-2.07-d] the person sees where one stands and answers; the words are read once they are sent; it is evidence', async () => {
		const path = await openHttpPath(web);
		const { client, actor, person } = await onTheWay(path, ['explain', 'teachBack', 'consent']);
		const by = path.practitioner.actor;
		const { open, page, address } = await lead(path, client);
		expect(page.text).toContain('Clause 1 sur');
		const portal = reader(path, actor);
		const first = await portal.open(`${space(client)}/read/services`);
		expect(first.text).toContain('Ève Tremblay lit avec vous');
		expect(first.text).toContain('Vous en êtes à');
		expect((await portal.open(`${space(client)}/read/plans`)).text).toContain('Lire avec');

		const moving = async (clause: string) => {
			const { now } = (await consentOf(path, client)).together;
			await path.does(by, client.dossier, 'reading.move', { person, id: now?.id, clause });
		};
		await moving('limits');
		const along = await portal.open(`${space(client)}/read/services`);
		expect(along.html).toContain('data-at="services.limits.false"');
		expect((await open(address)).text).toContain('Pas encore de réponse.');
		await portal.send(along, 'words', { words: 'Parfois vous devez le dire.', clear: 'yes' });
		const heard = await open(address);
		expect(heard.text).toContain('Parfois vous devez le dire.');
		expect(heard.text).toContain('C’est clair pour elle.');

		const document = { person, documents: { services: 1 }, means: 'signature' };
		const { sent } = await consentOf(path, client);
		for (const clause of sent.services?.clauses ?? []) await moving(clause);
		const { now } = (await consentOf(path, client)).together;
		await path.does(by, client.dossier, 'reading.end', { person, id: now?.id, understood: false });
		expectRefused(await path.attempt(actor, client.dossier, 'consent.record', document), 'qc-2.07-d');
		const again = await lead(path, client);
		for (const clause of sent.services?.clauses ?? []) await moving(clause);
		const ended = await again.send(await again.open(address), 'end', { 'understood:b': 'true' });
		expect(ended.text).toContain('Lu en entier.');
		const consent = await consentOf(path, client);
		expect(consent.explained.services?.version).toBe(1);
		expect(consent.together.done.services).toMatchObject({ whole: true, understood: true });
		expectDone(await path.attempt(actor, client.dossier, 'consent.record', document));
	});

	test('[qc-2.07-d] somebody without an account is read to by telephone, answers aloud, and says no to one clause', async () => {
		const path = await openHttpPath(web);
		const client = await request(path, { linked: false });
		const by = path.practitioner.actor;
		const spoken = { ...client, persons: client.persons.map((p) => ({ ...p, actor: by })) };
		await walk(path, spoken, { without: ['explain', 'teachBack'], upTo: 'teachBack' });
		const [who] = client.persons;
		const consent = { person: who?.id, documents: { services: 1 }, means: 'oral' };
		const { open, send, page, address } = await lead(path, client);
		expect(page.text).toContain('Cette personne n’a pas d’espace en ligne');
		let here = page;
		for (const clause of (await consentOf(path, client)).sent.services?.clauses.slice(1) ?? []) {
			here = await send(here, `move:${clause}`);
			if (clause === 'limits') {
				expectRefused(await path.attempt(by, client.dossier, 'consent.record', consent), 'qc-2.07-d');
				here = await send(here, `heard:limits`, { 'understood:b': 'true', words: 'Sauf s’il y a un danger.' });
				expect(here.text).toContain('Sauf s’il y a un danger.');
			}
			if (clause === 'thirdPartyMessaging') here = await send(here, 'no:thirdPartyMessaging', { means: 'oral' });
		}
		await send(here, 'end', { 'understood:b': 'true' });
		expect((await open(address)).text).toContain('Lu en entier.');
		expect((await consentOf(path, client)).answers['services.thirdPartyMessaging']?.agreed).toBe(false);
		const record = await open(`${file(client)}/consent`);
		expect(record.text).toContain('Ni courriel, ni texto.');
		expect(formsIn(record.html).length).toBeGreaterThan(2);
		expectDone(await path.attempt(by, client.dossier, 'consent.record', consent));
	});

	test('follows by itself where scripts run, and never takes away words that were not sent', async () => {
		const path = await openHttpPath(web);
		const { client, actor, person } = await onTheWay(path, ['explain', 'teachBack', 'consent']);
		const context = await path.browse(actor);
		const page = await context.newPage();
		await page.goto(`${path.origin}${space(client)}/read/services`);
		await lead(path, client);
		const together = page.locator('#together');
		await together.getByText('Ève Tremblay lit avec vous').waitFor();
		const { now } = (await consentOf(path, client)).together;
		const by = path.practitioner.actor;
		const move = (clause: string) => path.does(by, client.dossier, 'reading.move', { person, id: now?.id, clause });
		await move('limits');
		await page.locator('#together[data-at="services.limits.false"]').waitFor();
		await together.locator('textarea').fill('Je pense que');
		await move('fees');
		await together.getByText('Vos mots sont encore ici').waitFor();
		expect(await together.locator('textarea').inputValue()).toBe('Je pense que');
		await context.close();
	});
});

/** A device that has a voice for French alone, and remembers what it said. */
const voices = () => {
	const said: { text: string; lang: string }[] = [];
	const speech = {
		getVoices: () => [{ lang: 'fr_CA', localService: true }],
		speak: (u: { text: string; lang: string }) => said.push({ text: u.text, lang: u.lang }),
		cancel: () => {},
	};
	Object.assign(window, {
		said,
		SpeechSynthesisUtterance: function said(this: { text: string }, text: string) {
			this.text = text;
		},
	});
	Object.defineProperty(window, 'speechSynthesis', { value: speech });
};

describe('easy to read, and read aloud', () => {
	test('a device with a voice reads the text in its language; one without says what to do', async () => {
		const path = await openHttpPath(web);
		const { client, actor } = await onTheWay(path, ['consent']);
		const office_ = office(path);
		await office_.send(await office_.open('/fr/office/practice/policies/services'), 'translate:fees', arabic);
		const mute = await path.browse(actor);
		const silent = await mute.newPage();
		await silent.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }));
		await silent.goto(`${path.origin}${space(client)}/read/services`);
		await silent.getByText('Votre appareil n’a pas de voix').first().waitFor();
		expect(await silent.locator('[data-aloud-of]:visible').count()).toBe(0);
		const page = await mute.newPage();
		await page.addInitScript(voices);
		await page.goto(`${path.origin}${space(client)}/read/services?in=ar`);
		await page.locator('[data-aloud-of="risks"]').click();
		expect(await page.locator('[data-aloud-of="fees"]').isVisible()).toBe(false);
		const said = (await page.evaluate('window.said')) as readonly { text: string; lang: string }[];
		expect(said[0]).toEqual({ text: 'Ce qui peut mal se passer', lang: 'fr' });
		expect(said.length).toBeGreaterThan(3);
		await mute.close();
	});

	test('a clause in the practice’s own words has its own easy-read version, and is never shown empty', async () => {
		const path = await openHttpPath(web);
		const { open, send } = office(path);
		const policies = '/fr/office/practice/policies/services';
		const long = `Nos honoraires. ${'Nous en parlons avec vous. '.repeat(60)}`;
		await send(await open(policies), 'write:fees', { fr: long, en: long });
		const easy = { fr: long, en: long, easyFr: 'Vous payez après.\nVous avez un reçu.', easyEn: 'You pay after.' };
		await send(await open(policies), 'write:limits', easy);
		await send(await open(policies), 'publish', { 'material:b': 'false' });
		const { client, person, actor } = await onTheWay(path, ['consent']);
		await send(await open(`${file(client)}/package`), `send:${person}`);
		await path.does(actor, client.dossier, 'information.adapt', { person, language: 'fr', variant: 'easyRead' });
		const page = await reader(path, actor).open(`${space(client)}/read/services`);
		const [, fees = ''] = page.html.split('<section id="fees"');
		expect(fees.split('</section>')[0]).toMatch(/<details[^>]* open/);
		expect(page.html).toContain('<li>Vous avez un reçu.</li>');
	});
});
