import { expect, test } from 'vitest';
import { packageFor, publication } from '#server/app/documents.ts';
import { rejudge } from '#server/app/rejudge.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { board as judged } from '#server/norms/judge.ts';
import type { DocumentKey } from '#words/clauses/documents.ts';
import { expectCode, expectDone, expectRefused, onTheWay, refusedBy, tryService } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, reader } from '../support/no-script.ts';
import { type Client, openSession, startSession, walkStep } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

const office = (path: HttpPath) => reader(path, path.practitioner.actor);
const file = ({ dossier }: Client) => `/fr/office/clients/${dossier.id}`;

/** The state of one duty on the board of a file or of the practitioner, as the page shows it. */
async function onBoard(path: HttpPath, duty: string, client?: Client): Promise<string> {
	const page = await office(path).open(client ? `${file(client)}/board` : '/fr/office/board');
	const [, after = ''] = page.html.split(`/norms/${duty}"`);
	return /data-verdict="([a-zA-Z]+)"/.exec(after)?.[1] ?? '';
}
/** The same, judged at another instant. */
const verdictAt = async (path: HttpPath, duty: string, journal: Client['dossier'], now: number) =>
	judged(await path.factsOf(journal), { now, focus: {} }).find((r) => r.duty.id === duty)?.verdict;

const publish = async (path: HttpPath, document: DocumentKey, changes: object = {}) =>
	path.attempt(path.practitioner.actor, path.practice, 'policy.publish', {
		...publication(await path.factsOf(path.practice), document, dayOf(path.world.now())),
		material: false,
		...changes,
	});

test('[qc-3.06] the notice is in the package, says what stays free, and is acknowledged in the record by each person', async () => {
	const { client, actor } = await onTheWay(qc);
	const page = office(qc);
	expect(await onBoard(qc, 'qc-3.06', client)).toBe('unmet');
	expect((await page.open('/fr/office')).text).toContain('Prévenir le client qu’il ne peut diffuser');
	const portal = reader(qc, actor);
	const read = await portal.open(`/fr/portal/${client.dossier.id}/read/services`);
	for (const free of ['faire une plainte', 'demander conseil', 'parler à un juge', 'avoir votre dossier'])
		expect(read.text).toContain(free);
	const notices = await portal.open(`/fr/portal/${client.dossier.id}/agree?step=notices`);
	expect(notices.text).toContain('Plainte, conseil, juge et dossier');
	const [asked = ''] = /noRepublish@\d+/.exec(notices.html) ?? [];
	await portal.send(notices, 'notices', { 'read[]': [asked] });
	expect(await onBoard(qc, 'qc-3.06', client)).toBe('met');
	expect((await page.open(`${file(client)}/timeline`)).text).toContain('Avis lu ou entendu');
	expect((await page.open('/fr/office')).text).not.toContain('Prévenir le client qu’il ne peut diffuser');
});

test('[qc-3.06] no lock stands before one’s own file: the copy is handed though nothing was acknowledged', async () => {
	const { client, actor } = await onTheWay(qc);
	expect(await onBoard(qc, 'qc-3.06', client)).toBe('unmet');
	const copy = await qc.page(actor, `/fr/portal/${client.dossier.id}/signed/copy`);
	expect(copy.status).toBe(200);
	expect(String(copy.headers['content-disposition'])).toContain('attachment');
	const signed = await reader(qc, actor).open(`/fr/portal/${client.dossier.id}/signed`);
	expect(signed.text).toContain('Votre copie est à vous.');
});

test('[nb-6-h] the version given is in the record; a client without it, or with an older one, is on the board and on Today', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const { client, person } = await onTheWay(path, ['package', 'explain', 'consent']);
	const words = 'Dire au client comment on protège sa vie privée';
	expect(await onBoard(path, 'nb-6-h', client)).toBe('unmet');
	expect(await onBoard(path, 'nb-6-h')).toBe('unmet');
	const today = async () => (await office(path).open('/fr/office')).text;
	expect(await today()).toContain(words);
	await walkStep(path, client, 'package');
	expect((await path.factsOf(client.dossier)).dossier.of(person).consent.sent.privacy?.version).toBe(1);
	expect(await onBoard(path, 'nb-6-h', client)).toBe('met');
	expect(await today()).not.toContain(words);
	expectDone(await publish(path, 'privacy', { material: true, graceDays: 10 }));
	expect(await rejudge(path.world, path.practice.id)).toBe(1);
	expect(await onBoard(path, 'nb-6-h', client)).toBe('due');
	expect(await onBoard(path, 'nb-6-h')).toBe('due');
	expect(await today()).toContain(words);
	const late = path.world.now() + 11 * DAY;
	expect((await verdictAt(path, 'nb-6-h', client.dossier, late))?.is).toBe('unmet');
	await walkStep(path, client, 'package');
	expect(await onBoard(path, 'nb-6-h', client)).toBe('met');
});

test('[nb-6-h] a policy that no longer says what the running system does cannot stand', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const { client } = await onTheWay(path);
	expect(await onBoard(path, 'nb-6-h', client)).toBe('met');
	const states = { storage: 'hostedServer | Ailleurs | US | plain | none', retention: '7', thirdParties: '' };
	expectDone(await publish(path, 'privacy', { states }));
	expect(await onBoard(path, 'nb-6-h', client)).toBe('unmet');
	expectDone(await publish(path, 'privacy'));
	const { privacy } = (await path.factsOf(path.practice)).practice.policies.documents;
	expect(privacy?.published).toMatchObject({ version: 3, material: true });
	const text = (await office(path).open('/fr/office/practice/policies/privacy')).text;
	expect(text).toContain('Votre dossier est sur un serveur tenu par localhost');
	expect(text).toContain('7 ans après le dernier service');
	const forged = { document: 'privacy', clause: 'privacyFacts', fr: 'Tout est sûr.', en: 'All is safe.', omitted: [] };
	expectCode(await path.attempt(path.practitioner.actor, path.practice, 'clause.write', forged), 'clause.bySystem');
});

test('[nb-2-e] a policy set without the section on protecting the practitioner is listed incomplete', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const page = office(path);
	const list = async () => (await page.open('/fr/office/practice/policies')).text;
	expect(await onBoard(path, 'nb-2-e')).toBe('met');
	expect(await list()).not.toContain('Incomplet');
	const by = path.practitioner.actor;
	await path.does(by, path.practice, 'clause.remove', { document: 'workplace', clause: 'staffSafety' });
	expectDone(await publish(path, 'workplace'));
	expect(await onBoard(path, 'nb-2-e')).toBe('unmet');
	expect(await list()).toContain('il manque la section qui protège qui travaille ici');
	const own = { document: 'workplace', clause: 'staffSafety', fr: 'Dites une menace.', en: 'Tell a threat.' };
	const omitted = ['staffSafety.homeAddress'];
	await path.does(by, path.practice, 'clause.write', {
		...own,
		omitted,
		reason: 'Personne ne travaille de la maison.',
	});
	await path.does(by, path.practice, 'policy.publish', {
		...publication(await path.factsOf(path.practice), 'workplace', dayOf(path.world.now()), { staffSafety: own }),
		material: false,
	});
	expect(await onBoard(path, 'nb-2-e')).toBe('unmet');
	await path.does(by, path.practice, 'policy.adopt', { document: 'workplace', clauses: ['staffSafety'] });
	expectDone(await publish(path, 'workplace'));
	expect(await onBoard(path, 'nb-2-e')).toBe('met');
	const { text } = await page.open('/fr/office/practice/policies/workplace');
	for (const part of ['Les menaces', 'Être enregistré', 'L’adresse de la maison']) expect(text).toContain(part);
});

test('[nb-2-e] a policy past its review date shows as due; kept without change, it no longer does', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const tomorrow = dayOf(path.world.now() + DAY);
	expectDone(await publish(path, 'breach', { reviewOn: tomorrow }));
	const later = path.world.now() + 2 * DAY;
	const verdict = () => verdictAt(path, 'nb-2-e', path.practice, later);
	expect(await verdict()).toMatchObject({ is: 'due', by: Date.parse(tomorrow), mend: { about: 'breach' } });
	const page = office(path);
	const breach = await page.open('/fr/office/practice/policies/breach');
	expect(breach.text).toContain('À relire le');
	const kept = await page.send(breach, 'review', {});
	expect(kept.text).toContain('La prochaine date est fixée.');
	expect((await verdict())?.is).toBe('met');
	const year = Temporal.PlainDate.from(dayOf(path.world.now())).add({ years: 1 }).toString();
	expect(await verdictAt(path, 'nb-2-e', path.practice, Date.parse(year))).toMatchObject({ is: 'due' });
});

test('[nb-intro-b] a protocol used remotely without its remote form is listed incomplete and is not attached to a remote episode', async () => {
	const { client } = await onTheWay(nb);
	const page = office(nb);
	const address = '/fr/office/practice/protocols';
	const crisis = { name: 'Crise suicidaire', text: 'Rester avec la personne.', 'usedRemotely:b': 'on' };
	const written = await page.send(await page.open(address), 'write:new', crisis);
	expect(written.text).toContain('Incomplet : la forme à distance n’est pas écrite');
	expect(await onBoard(nb, 'nb-intro-b')).toBe('unmet');
	const [protocol] = Object.values((await nb.factsOf(nb.practice)).practice.protocols.protocols);
	const follow = async (form: string) =>
		page.send(await page.open(`${file(client)}/protocols`), 'attach', { protocol: protocol?.id ?? '', form });
	expect(dutiesOf(await follow('remote'))).toEqual(['nb-intro-b']);
	expect((await follow('inPerson')).text).toContain('en personne');
	const again = await page.open(address);
	await page.send(again, `write:${protocol?.id}`, {
		...crisis,
		remoteVariant: 'Demander où elle est, appeler le 911.',
	});
	expect((await page.open(address)).text).not.toContain('Incomplet');
	expect(await onBoard(nb, 'nb-intro-b')).toBe('met');
	expect((await follow('remote')).text).toContain('à distance');
	expect((await page.open(`${file(client)}/timeline`)).text).toContain('Protocole suivi');
});

test('[qc-4.04-c] an absence without a cover or a stated "no cover" is refused; with either, it is set', async () => {
	const path = await openHttpPath(web);
	const page = office(path);
	const address = '/fr/office/me/absences';
	const days = { from: dayOf(path.world.now() + 20 * DAY), until: dayOf(path.world.now() + 25 * DAY) };
	const refused = await page.send(await page.open(address), 'set', days);
	expect(dutiesOf(refused)).toEqual(['qc-4.04-c']);
	const stated = await page.send(await page.open(address), 'set', { ...days, 'noCover:b': 'on' });
	expect(stated.text).toContain('Personne ne prend le relais.');
	const later = { from: dayOf(path.world.now() + 40 * DAY), until: dayOf(path.world.now() + 41 * DAY) };
	const cover = { 'cover.name': 'Luc Roy', 'cover.phone': '418-555-0100' };
	expect((await page.send(await page.open(address), 'set', { ...later, ...cover })).text).toContain(
		'Luc Roy prend le relais, au 418-555-0100.',
	);
});

test('[qc-4.04-c] during an absence, a client’s message gets the notice and whom to call at once; Today says who covers', async () => {
	const path = await openHttpPath(web);
	const { client, actor } = await onTheWay(path);
	const page = office(path);
	expect(await onBoard(path, 'qc-4.04-c', client)).toBe('met');
	const set = await page.send(await page.open('/fr/office/me/absences'), 'set', {
		from: dayOf(path.world.now() - DAY),
		until: dayOf(path.world.now() + 3 * DAY),
		'cover.name': 'Luc Roy',
		'cover.phone': '418-555-0100',
		'notice.fr': 'Je marche en forêt.',
	});
	expect(set.text).toContain('en cours');
	const portal = reader(path, actor);
	const writing = await portal.open(`/fr/portal/${client.dossier.id}/messages`);
	expect(writing.text).toContain('Je marche en forêt.');
	const sent = await portal.send(writing, 'send', { purpose: 'care', body: 'Je ne vais pas bien.' });
	expect(sent.text).toContain('Avis d’absence');
	expect(sent.text).toContain('Luc Roy prend le relais, au 418-555-0100.');
	expect(sent.text).toContain('N’attendez pas une réponse. Appelez');
	expect(sent.html).toMatch(/href="tel:/);
	expect((await page.open(`${file(client)}/timeline`)).text).toContain('Avis d’absence donné');
	expect((await page.open('/fr/office')).text).toContain('Luc Roy prend le relais');
});

const clauseMissing = { document: 'communications', clause: 'holidays' };
test('[qc-4.04-c] the rule during holidays is in what clients are handed: without its clause, the board says so', async () => {
	const path = await openHttpPath(web);
	const { client } = await onTheWay(path);
	expect(await onBoard(path, 'qc-4.04-c', client)).toBe('met');
	await path.does(path.practitioner.actor, path.practice, 'clause.remove', clauseMissing);
	expectDone(await publish(path, 'communications'));
	expect(await onBoard(path, 'qc-4.04-c', client)).toBe('unmet');
});

test('[qc-2.03-d] switched from video to chat, the matching clauses are re-presented and the first chat session waits for them', async () => {
	const { client, actor } = await onTheWay(qc);
	await startSession(qc, client, await openSession(qc, client));
	const first = (await qc.factsOf(client.dossier)).dossier.joint.sessions;
	await qc.does(qc.practitioner.actor, client.dossier, 'session.end', { id: Object.keys(first.open)[0] });
	expectRefused(await tryService(qc, client, { mode: 'chat' }), 'qc-2.03-d');
	const portal = reader(qc, actor);
	expect((await portal.open('/fr/portal')).text).toContain('Vous allez vous rencontrer par clavardage.');
	const review = await portal.open(`/fr/portal/${client.dossier.id}/review`);
	for (const clause of ['services.channelRisks', 'communications.emergency'])
		expect(review.html).toContain(`id="${clause}"`);
	const talked = await portal.send(review, 'review', { result: 'talk' });
	expect(talked.text).toContain('C’est noté.');
	const chat = async () => {
		const [open] = Object.values((await qc.factsOf(client.dossier)).dossier.joint.sessions.open);
		return qc.attempt(qc.practitioner.actor, client.dossier, 'session.start', { id: open?.id });
	};
	expect(refusedBy(await chat())).toEqual(['qc-2.03-d']);
	await portal.send(await portal.open(`/fr/portal/${client.dossier.id}/review`), 'review', { result: 'kept' });
	expectDone(await chat());
	expect((await office(qc).open(`${file(client)}/timeline`)).text).toContain('Points du consentement relus');
});

test('[qc-2.03-d] after the set interval without change a review task appears, and the practitioner notes it done', async () => {
	const path = await openHttpPath(web);
	const by = path.practitioner.actor;
	await path.does(by, path.practice, 'rhythm.set', { of: 'consent', months: 6 });
	const { client, person } = await onTheWay(path);
	const months = (n: number) =>
		Date.parse(Temporal.PlainDate.from(dayOf(path.world.now())).add({ months: n }).toString());
	const at = (now: number) => verdictAt(path, 'qc-2.03-d', client.dossier, now);
	expect(await at(months(5))).toMatchObject({ is: 'met' });
	expect(await at(months(6))).toMatchObject({ is: 'due', mend: { act: 'consent.review', person, about: 'periodic' } });
	expect(await at(months(8))).toMatchObject({ is: 'unmet' });
	await path.does(by, client.dossier, 'review.ask', {
		person,
		trigger: 'purpose',
		reason: 'On prépare une séparation.',
	});
	expect(await onBoard(path, 'qc-2.03-d', client)).toBe('unmet');
	expect((await office(path).open('/fr/office')).text).toContain('Revenir sur les points importants du consentement');
	const page = office(path);
	const review = await page.open(`${file(client)}/review`);
	expect(review.text).toContain('Le but du suivi a changé.');
	const points = ['services.services', 'services.benefits', 'services.risks'];
	const done = { 'points[]': points, result: 'kept', means: 'oral' };
	const partly = await page.send(review, `review:${person}`, { ...done, 'points[]': points.slice(1) });
	expect(partly.text).toContain('un des points n’a pas été relu');
	await page.send(await page.open(`${file(client)}/review`), `review:${person}`, done);
	expect(await onBoard(path, 'qc-2.03-d', client)).toBe('met');
	expect(await at(months(5))).toMatchObject({ is: 'met' });
});

test('[qc-2.03-d] a material change of policy asks again: within its grace care goes on, after it the next service waits', async () => {
	const path = await openHttpPath(web);
	const { client, person, actor } = await onTheWay(path);
	expectDone(await publish(path, 'services', { material: true, graceDays: 20 }));
	const at = (now: number, duty: string) => verdictAt(path, duty, client.dossier, now);
	expect(await at(path.world.now(), 'qc-2.03-d')).toMatchObject({ is: 'due' });
	expect(await at(path.world.now(), 'qc-2.01-a')).toMatchObject({ is: 'due', mend: { act: 'policy.send', person } });
	expectDone(await tryService(path, client));
	const late = path.world.now() + 21 * DAY;
	expect(await at(late, 'qc-2.01-a')).toMatchObject({ is: 'unmet' });
	for (const step of ['package', 'explain'] as const) await walkStep(path, client, step);
	expect((await reader(path, actor).open('/fr/portal')).text).toContain('Un document a changé');
	await walkStep(path, client, 'consent');
	expect(await at(late, 'qc-2.01-a')).toMatchObject({ is: 'met' });
	expect(packageFor(await path.factsOf(client.dossier), person, dayOf(late))?.documents).toMatchObject({ services: 2 });
});

/** Write the fees in the practice's own words, and publish through the page. */
async function publishFees(path: HttpPath, words: string, material: boolean): Promise<void> {
	const own = { document: 'services', clause: 'fees', fr: words, en: 'Our fees, in our words.', omitted: [] };
	await path.does(path.practitioner.actor, path.practice, 'clause.write', own);
	const page = office(path);
	const services = await page.open('/fr/office/practice/policies/services');
	const answer = await page.send(services, 'publish', { 'material:b': String(material), 'graceDays:n': '15' });
	expect(answer.text).toContain('Le document est publié.');
}

test('a minor change informs: the portal shows what changed in words, reading it is enough, and nothing closes', async () => {
	const path = await openHttpPath(web);
	await publishFees(path, 'Une rencontre coûte 125 $ pour cinquante minutes.', false);
	const { client, person, actor } = await onTheWay(path, ['package', 'explain', 'consent']);
	const sending = await office(path).open(`${file(client)}/package`);
	await office(path).send(sending, `send:${person}`);
	for (const step of ['explain', 'consent'] as const) await walkStep(path, client, step);
	await publishFees(path, 'Une rencontre coûte 130 $ pour cinquante minutes.', false);
	expect(await onBoard(path, 'qc-2.01-a', client)).toBe('met');
	const portal = reader(path, actor);
	const home = await portal.open('/fr/portal');
	expect(home.text).toContain('Un de vos documents a un peu changé. Votre accord tient toujours.');
	const changes = await portal.open(`/fr/portal/${client.dossier.id}/changes`);
	expect(changes.html).toMatch(/<del[^>]*>(<span[^>]*>Retiré\u00a0: <\/span>|.)*125/);
	expect(changes.html).toMatch(/<ins[^>]*>(<span[^>]*>Ajouté\u00a0: <\/span>|.)*130/);
	const seen = await portal.send(changes, 'seen:services');
	expect(seen.text).toContain('C’est noté.');
	expect(seen.text).toContain('Rien n’a changé depuis votre accord.');
	expect((await portal.open('/fr/portal')).text).not.toContain('a un peu changé');
	const { sent, read } = (await path.factsOf(client.dossier)).dossier.of(person).consent;
	expect([sent.services?.version, read.services?.version]).toEqual([3, 3]);
	expectDone(await tryService(path, client));
});

test('two people agree to different versions at once: each keeps exactly what they were shown', async () => {
	const path = await openHttpPath(web);
	await publishFees(path, 'Une rencontre coûte 125 $.', false);
	const { client } = await onTheWay(path, ['package', 'explain', 'consent'], ['Dominique Gagnon', 'Alix Morin']);
	const [first, second] = client.persons;
	const page = office(path);
	const hand = async (person = '') => page.send(await page.open(`${file(client)}/package`), `send:${person}`);
	const versionsOf = async (person = '') =>
		Object.fromEntries(
			Object.entries((await path.factsOf(client.dossier)).dossier.of(person).consent.sent).map(([k, v]) => [
				k,
				v.version,
			]),
		);
	const by = path.practitioner.actor;
	const explain = async (person = '') =>
		path.does(by, client.dossier, 'document.explain', { person, documents: await versionsOf(person), means: 'video' });
	await hand(first?.id);
	await explain(first?.id);
	await publishFees(path, 'Une rencontre coûte 140 $.', true);
	await hand(second?.id);
	await explain(second?.id);
	const agree = async (p: typeof first) =>
		path.attempt(p?.actor ?? by, client.dossier, 'consent.record', {
			person: p?.id,
			documents: await versionsOf(p?.id),
			means: 'signature',
		});
	for (const outcome of await Promise.all([agree(first), agree(second)])) expectDone(outcome);
	const signed = async (p: typeof first) =>
		(await reader(path, p?.actor).open(`/fr/portal/${client.dossier.id}/signed`)).text;
	expect(await signed(first)).toContain('coûte 125 $.');
	expect(await signed(first)).not.toContain('coûte 140 $.');
	expect(await signed(second)).toContain('coûte 140 $.');
	expect(await signed(second)).not.toContain('coûte 125 $.');
	const changed = await verdictAt(path, 'qc-2.01-a', client.dossier, path.world.now());
	expect(changed).toMatchObject({ is: 'due', mend: { person: first?.id } });
});

test('a policy of forty pages stays readable: it begins with its contents, and each part is a section one can reach', async () => {
	const path = await openHttpPath(web);
	const by = path.practitioner.actor;
	const long = Array.from(
		{ length: 55 },
		(_, i) => `Article ${i + 1}. ${'Nous vous disons ce que nous faisons. '.repeat(5)}`,
	);
	const clauses = ['services', 'benefits', 'risks', 'fees', 'limits', 'deviceRisks', 'channelRisks', 'noRepublish'];
	for (const clause of clauses) {
		const own = { document: 'services', clause, fr: long.join('\n\n'), en: long.join('\n\n'), omitted: [] };
		await path.does(by, path.practice, 'clause.write', own);
	}
	const page = office(path);
	await page.send(await page.open('/fr/office/practice/policies/services'), 'publish', { 'material:b': 'true' });
	const { client, person, actor } = await onTheWay(path, ['package', 'explain', 'consent']);
	await page.send(await page.open(`${file(client)}/package`), `send:${person}`);
	const read = await reader(path, actor).open(`/fr/portal/${client.dossier.id}/read/services`);
	expect(read.status).toBe(200);
	expect(read.text.length).toBeGreaterThan(80_000);
	expect(read.html).toContain('aria-label="Dans ce document"');
	for (const clause of clauses) {
		expect(read.html).toContain(`href="#${clause}"`);
		expect(read.html).toContain(`<section id="${clause}"`);
	}
	expect(read.text).toContain('Article 55.');
});
