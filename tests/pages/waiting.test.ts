import { expect, test } from 'vitest';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { expectCode } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { mailOf } from '../support/mailbox.ts';
import { formOf, reader } from '../support/no-script.ts';
import { type Client, inDays, request, walk } from '../support/path.ts';
import { longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const { open, send } = reader(path, path.practitioner.actor);
const LIST = '/fr/office/waiting';
const file = ({ dossier }: Pick<Client, 'dossier'>, place: string) => `/fr/office/clients/${dossier.id}/${place}`;
const theirs = ({ persons, dossier }: Client, at: HttpPath = path) => ({
	...reader(at, persons[0]?.actor),
	page: `/fr/portal/${dossier.id}/appointments`,
});

/** Somebody in care for whom there is no place, put on the list through its page. */
async function waits(name: string, typed: Readonly<Record<string, string>> = {}) {
	const client = await request(path, { names: [name] });
	await walk(path, client);
	const page = await send(await open(file(client, 'waiting')), 'enter', {
		level: 'usual',
		since: dayOf(path.world.now() - 20 * DAY),
		'modes[]': ['video', 'inPerson'],
		about: 'Environ six semaines',
		meanwhile: 'Écrivez-nous si le sommeil ne revient pas.',
		told: 'oral',
		...typed,
	});
	expect(page.status).toBe(200);
	return client;
}

const orderIn = (text: string, ...names: readonly string[]): readonly string[] =>
	names.toSorted((a, b) => text.indexOf(a) - text.indexOf(b));

/** A meeting of somebody else that was called off: its place is free. */
async function freesAPlace(days: number) {
	const other = await request(path, { names: ['Gilles Parti'] });
	await walk(path, other);
	const [person] = other.persons;
	const id = path.world.newId();
	const times = inDays(path.world, days);
	const { actor, account } = path.practitioner;
	const booking = { id, purpose: 'service', mode: 'video', persons: [person?.id], practitioner: account, ...times };
	await path.does(actor, other.dossier, 'appointment.book', booking);
	await path.does(actor, other.dossier, 'appointment.cancel', { id, asked: 'person' });
	return { key: `${account}~${times.startsAt}~${times.endsAt}`, other };
}

test('whoever waits is told since when and what to do meanwhile, and leaves the list in one press', async () => {
	const mail = await mailOf(path, 'zoe@');
	const client = await waits('Zoé Patience', { told: 'portal' });
	const { open: openOwn, send: sendOwn, page } = theirs(client);
	expect((await openOwn('/fr/portal')).text).toContain('Vous attendez une place depuis');
	const seen = await openOwn(page);
	for (const said of ['Vous êtes sur la liste d’attente', 'Environ six semaines', 'si le sommeil ne revient pas'])
		expect(seen.text).toContain(said);
	expect(seen.html).toContain('href="/fr/help"');
	expect(seen.text).not.toContain('À son tour');
	const letters = await mail.after(3);
	for (const { email } of letters) expect(`${email.subject} ${email.text}`).not.toMatch(/attente|semaines|sommeil/);
	const left = await sendOwn(seen, 'leave');
	expect(left.text).toContain('Vous n’êtes plus sur la liste.');
	expect((await open(LIST)).text).not.toContain('Zoé Patience');
	expect((await open(file(client, 'timeline'))).text).toContain('Sortie de la liste d’attente');
});

test('a sheet to print says the same to whoever has no e-mail, in their language', async () => {
	const client = await waits('Rose Papier', { told: 'letter' });
	const [person] = client.persons;
	const sheet = await open(file(client, `waiting/letter/${person?.id}`));
	for (const said of ['Bonjour Rose Papier', 'Environ six semaines', 'si le sommeil ne revient pas', '418-555-0142'])
		expect(sheet.text).toContain(said);
	const stranger = await path.page(person?.actor, file(client, `waiting/letter/${person?.id}`));
	expect(stranger.status).toBe(404);
	await send(await open(file(client, 'waiting')), 'end', { why: 'elsewhere' });
	expect((await path.page(path.practitioner.actor, file(client, `waiting/letter/${person?.id}`))).status).toBe(404);
});

test('a place that comes free is offered in order, kept until its day; taken, its wait is over', async () => {
	const first = await waits('Alma Pressée', { level: 'soon', since: dayOf(path.world.now()) });
	const second = await waits('Bruno Ancien');
	const third = await waits('Chloé Récente', { since: dayOf(path.world.now() - DAY) });
	const { key, other } = await freesAPlace(6);
	expect((await open('/fr/office')).text).toContain('Une place s’est libérée.');
	expect((await open(file(other, 'appointments'))).html).toContain(
		`/fr/office/waiting?place=${encodeURIComponent(key)}`,
	);
	const until = dayOf(path.world.now() + 2 * DAY);
	const list = await open(`${LIST}?place=${encodeURIComponent(key)}&until=${until}`);
	expect(orderIn(list.text, 'Chloé Récente', 'Bruno Ancien', 'Alma Pressée')).toEqual([
		'Alma Pressée',
		'Bruno Ancien',
		'Chloé Récente',
	]);
	// One press, as the list shows it.
	const offer = { place: key, until, _attempt: path.world.newId() };
	const offered = await path.post(path.practitioner.actor, `${file(first, 'waiting')}?/offer`, offer);
	expect(offered.status).toBe(200);
	expect(offered.text).toContain('La place est offerte.');
	const again = await open(`${LIST}?place=${encodeURIComponent(key)}`);
	expect(again.text).toContain('Place gardée pour ce dossier');
	expect(again.html).not.toContain('?/offer');

	const alma = theirs(first);
	const page = await alma.open(alma.page);
	expect(page.text).toContain('Cette place est à vous jusqu’au');
	expect(page.text).not.toMatch(/Bruno|Chloé|Gilles/);
	const declined = await alma.send(page, 'decline', { 'stays:b': 'true' });
	expect(declined.text).toContain('Cette place va à une autre personne.');
	expect((await path.factsOf(first.dossier)).dossier.joint.waiting.wait).toBeDefined();

	await path.post(path.practitioner.actor, `${file(second, 'waiting')}?/offer`, {
		...offer,
		_attempt: path.world.newId(),
	});
	const bruno = theirs(second);
	const choosing = await bruno.open(bruno.page);
	const [radio = ''] = /<input[^>]*name="slot"[^>]*>/.exec(formOf(choosing, 'take').html) ?? [];
	const [, value = ''] = /value="([0-9a-f-]{36})"/.exec(radio) ?? [];
	expect((await bruno.send(choosing, 'take', { slot: value, mode: 'inPerson' })).status).toBe(200);
	const { waiting, scheduling } = (await path.factsOf(second.dossier)).dossier.joint;
	expect(waiting.wait).toBeUndefined();
	expect(scheduling.appointments[value]).toMatchObject({ state: 'booked', mode: 'inPerson' });
	const after = await open(LIST);
	expect(after.text).not.toContain('Bruno Ancien');
	expect(after.text).toContain('Chloé Récente');
	expect(after.html).not.toContain(key);
	for (const client of [first, third]) await send(await open(file(client, 'waiting')), 'end', { why: 'left' });
});

test('a place that nobody answered lapses: it is refused to them, and the list says that the next may have it', async () => {
	const client = await waits('Lise Silence');
	const [person] = client.persons;
	const { startsAt, endsAt, zone } = inDays(path.world, 9);
	const slot = path.world.newId();
	const past = longAgo(path, 4);
	await past.does(path.practitioner.actor, client.dossier, 'slots.offer', {
		purpose: 'service',
		practitioner: path.practitioner.account,
		persons: [person?.id],
		zone,
		modes: ['video'],
		inPerson: true,
		slots: [{ id: slot, startsAt, endsAt }],
		keptUntil: path.world.now() - DAY,
	});
	expect((await open(LIST)).text).toContain('La suivante peut être offerte.');
	const { open: openOwn, page } = theirs(client);
	expect((await openOwn(page)).text).not.toContain('Prendre ce moment');
	if (!person) throw new Error('nobody');
	expectCode(await path.attempt(person.actor, client.dossier, 'slot.take', { slot, mode: 'video' }), 'slot.gone');
	expect((await path.factsOf(client.dossier)).dossier.joint.waiting.wait).toBeDefined();
	await send(await open(file(client, 'waiting')), 'end', { why: 'left' });
});

test('the desk keeps the list for everybody: names and times, a place offered in one press, nothing that was told', async () => {
	const account = await path.newAccount('member', 'Nora Accueil');
	const member = { account, name: 'Nora Accueil', roles: ['receptionist'] };
	await path.does(path.practitioner.actor, path.practice, 'member.join', member);
	const nora = { account, assurance: 'passkey' } as const;
	const client = await waits('Sacha Accueilli', { reason: 'Dort très mal.' });
	const { key } = await freesAPlace(12);
	const byDesk = reader(path, nora);
	expect((await byDesk.open('/fr/office')).text).toContain('attend');
	const list = await byDesk.open(`${LIST}?place=${encodeURIComponent(key)}`);
	expect(list.text).toContain('Sacha Accueilli');
	const page = await byDesk.open(file(client, 'waiting'));
	expect(page.text).not.toMatch(/Dort très mal|Environ six|sommeil/);
	const offered = await byDesk.send(page, 'offer', { place: key });
	expect(offered.text).toContain('La place est offerte.');
	const noted = await byDesk.send(offered, 'decline', { 'stays:b': 'false' });
	expect(noted.text).toContain('Le dossier n’est plus sur la liste.');
	expect((await byDesk.open(LIST)).text).not.toContain('Sacha Accueilli');
	expect((await path.page(nora, file(client, `waiting/letter/${client.persons[0]?.id}`))).status).toBe(404);
});

test('a wait that is due for a look stands on Today until somebody looks; the practice says its priorities', async () => {
	const client = await waits('Yvon Longtemps', { reviewOn: dayOf(path.world.now() + 2 * DAY) });
	const today = await open('/fr/office');
	expect(today.text).toContain('Revoir l’attente.');
	expect(today.html).toContain(file(client, 'waiting'));
	const settings = await open('/fr/office/practice/waiting');
	const kept = await send(settings, 'define', {
		'levels.0.fr': 'Cette semaine',
		'levels.0.en': 'This week',
		'days:n': '60',
	});
	expect(kept.text).toContain('C’est gardé.');
	const page = await open(file(client, 'waiting'));
	const later = dayOf(path.world.now() + 60 * DAY);
	expect(formOf(page, 'review').fields.reviewOn).toBe(later);
	const reviewed = await send(page, 'review', { level: 'soon', about: 'Encore deux semaines' });
	expect(reviewed.text).toContain('Cette semaine');
	expect((await open('/fr/office')).text).not.toContain('Revoir l’attente.');
	const { open: openOwn, page: own } = theirs(client);
	expect((await openOwn(own)).text).toContain('Encore deux semaines');
});

test('nobody of another file is on a client’s pages, and no client reaches the list', async () => {
	const client = await request(path, { names: ['Odile Dehors'] });
	const [person] = client.persons;
	for (const address of [LIST, '/fr/office/practice/waiting', file(client, 'waiting')])
		expect([303, 404], address).toContain((await path.page(person?.actor, address)).status);
});
