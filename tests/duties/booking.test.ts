import { expect, test } from 'vitest';
import { closeBookings } from '#server/app/permits.ts';
import { dayOf } from '#server/kernel/time.ts';
import { expectCode, expectDone, expectRefused } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formOf, reader } from '../support/no-script.ts';
import { inDays, request, walk } from '../support/path.ts';

const server = await testServer();
const web = await webApp(server);

const hours = Object.fromEntries(
	[1, 2, 3, 4, 5, 6, 7].flatMap((day) => [
		[`hours.${day}a.from`, '09:00'],
		[`hours.${day}a.to`, '12:00'],
	]),
);

/** Somebody in care to whom the practitioner offered two moments, through the pages. */
async function offeredTo(path: HttpPath) {
	const client = await request(path);
	await walk(path, client);
	const { open, send } = reader(path, path.practitioner.actor);
	await send(await open('/fr/office/calendar'), 'week', { ...hours, 'minutes:n': '60' });
	const page = await open(`/fr/office/clients/${client.dossier.id}/appointments`);
	const slots = [...formOf(page, 'offer').html.matchAll(/value="([0-9a-f-]{36}:\d+:\d+)"/g)].map((m) => m[1] ?? '');
	expect(slots.length).toBeGreaterThan(5);
	const sent = await send(page, 'offer', { purpose: 'service', 'slots[]': slots.slice(0, 2), 'modes[]': ['video'] });
	expect(sent.status).toBe(200);
	const [person] = client.persons;
	if (!person) throw new Error('nobody');
	const theirs = reader(path, person.actor);
	return { client, person, slots, open, send, theirs, at: `/fr/portal/${client.dossier.id}/appointments` };
}

test('[qc-1.06-a] booking as a client: in person is among the choices, and the record keeps the offer and the answer', async () => {
	const path = await openHttpPath(web);
	const { client, slots, open, theirs, at } = await offeredTo(path);
	const board = `/fr/office/clients/${client.dossier.id}/board`;
	expect((await open(board)).text).toContain('Il reste à offrir une rencontre en personne');
	expect((await theirs.open('/fr/portal')).text).toContain('Choisir un moment');
	const page = await theirs.open(at);
	expect(formOf(page, 'take').html).toContain('value="inPerson"');
	expect(page.text).toContain('C’est toujours possible, si vous préférez.');
	const [slot = ''] = slots[0]?.split(':') ?? [];
	const taken = await theirs.send(page, 'take', { slot, mode: 'inPerson' });
	expect(taken.status).toBe(200);
	const { intake, scheduling } = (await path.factsOf(client.dossier)).dossier.joint;
	expect(intake.inPerson?.answer).toBe('accepted');
	expect(scheduling.appointments[slot]).toMatchObject({ mode: 'inPerson', state: 'booked', purpose: 'service' });
	expect((await open(board)).text).not.toContain('Il reste à offrir une rencontre en personne');
	const timeline = (await open(`/fr/office/clients/${client.dossier.id}/timeline`)).text;
	for (const line of ['Moments offerts au choix', 'Rencontre en personne offerte', 'Rendez-vous fixé'])
		expect(timeline).toContain(line);
});

test('[qc-1.06-a] without an office, the client reads why, who else could help, and where to ask', async () => {
	const path = await openHttpPath(web);
	const { evidence: _, ...profile } =
		(await path.factsOf(path.practitioner.journal)).practitioner.practitioner.profile ?? ({} as never);
	const { actor, journal } = path.practitioner;
	await path.does(actor, journal, 'practitioner.describe', { ...profile, office: false });
	const { client, person, slots, theirs, at } = await offeredTo(path);
	const page = await theirs.open(at);
	expect(formOf(page, 'take').html).not.toContain('value="inPerson"');
	expect(page.text).toContain('n’a pas de bureau où vous recevoir');
	expect(page.text).toContain('Une rencontre à notre bureau');
	expect(page.html).toMatch(/href="[^"]*messages\?about=appointment#write"/);
	const [slot = ''] = slots[0]?.split(':') ?? [];
	expectCode(
		await path.attempt(person.actor, client.dossier, 'slot.take', { slot, mode: 'inPerson' }),
		'slot.notByThat',
	);
	await theirs.send(page, 'take', { slot, mode: 'video' });
	expect((await path.factsOf(client.dossier)).dossier.joint.intake.inPerson?.answer).toBe('noOffice');
});

test('a moment offered to two is taken once', async () => {
	const path = await openHttpPath(web);
	const first = await offeredTo(path);
	const second = await offeredTo(path);
	const [a = ''] = first.slots[0]?.split(':') ?? [];
	const [b = ''] = second.slots[0]?.split(':') ?? [];
	const both = await Promise.all([
		path.attempt(first.person.actor, first.client.dossier, 'slot.take', { slot: a, mode: 'video' }),
		path.attempt(second.person.actor, second.client.dossier, 'slot.take', { slot: b, mode: 'video' }),
	]);
	expect(both.filter((o) => 'refused' in o)).toHaveLength(1);
	expect(both.find((o) => 'refused' in o)).toMatchObject({ code: 'appointment.taken' });
});

test('a series is booked whole or not at all; each of its meetings stands on its own', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	await walk(path, client);
	const { actor, account } = path.practitioner;
	const one = {
		purpose: 'service',
		mode: 'video',
		persons: client.persons.map((p) => p.id),
		practitioner: account,
	};
	const series = { ...one, everyWeeks: 1, count: 4, ...inDays(path.world, 3) };
	await path.does(actor, client.dossier, 'appointment.book', {
		id: path.world.newId(),
		...one,
		...inDays(path.world, 17),
	});
	expectCode(await path.attempt(actor, client.dossier, 'series.book', series), 'appointment.taken');
	const standing = async () =>
		Object.values((await path.factsOf(client.dossier)).dossier.joint.scheduling.appointments).filter(
			(a) => a.state === 'booked',
		);
	expect(await standing()).toHaveLength(1);
	expectDone(await path.attempt(actor, client.dossier, 'series.book', { ...series, ...inDays(path.world, 4) }));
	const [first] = (await standing()).filter((a) => a.startsAt < path.world.now() + 5 * 86_400_000);
	await path.does(actor, client.dossier, 'appointment.cancel', { id: first?.id });
	expect(await standing()).toHaveLength(4);
});

test('[def-qc-regulated] a permit that ends closes the services that were booked, and new ones; a first contact stands', async () => {
	const path = await openHttpPath(web);
	const client = await request(path);
	await walk(path, client);
	const { actor, account, journal } = path.practitioner;
	const book = async (purpose: string, days: number) => {
		const id = path.world.newId();
		const persons = client.persons.map((p) => p.id);
		const input = { id, purpose, mode: 'video', persons, practitioner: account, ...inDays(path.world, days) };
		return { id, outcome: await path.attempt(actor, client.dossier, 'appointment.book', input) };
	};
	const [service, first] = [await book('service', 5), await book('initialInterview', 6)];
	for (const { outcome } of [service, first]) expectDone(outcome);
	expect(await closeBookings(path.world, path.practice.id)).toBe(0);
	const [permit] = (await path.factsOf(journal)).practitioner.practitioner.permits;
	await path.does(actor, journal, 'permit.end', { id: permit?.id, until: dayOf(path.world.now()) });
	expect(await closeBookings(path.world, path.practice.id)).toBe(1);
	const { appointments } = (await path.factsOf(client.dossier)).dossier.joint.scheduling;
	expect(appointments[service.id]?.state).toBe('cancelled');
	expect(appointments[first.id]?.state).toBe('booked');
	expectRefused((await book('service', 9)).outcome, 'def-qc-regulated');
});
