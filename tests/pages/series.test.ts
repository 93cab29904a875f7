import { expect, test } from 'vitest';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { expectDone } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, reader } from '../support/no-script.ts';
import { type Client, inDays, request, walk } from '../support/path.ts';
import { lackingIn } from '../support/tasks.ts';

const web = await webApp(await testServer());
const path = await openHttpPath(web);
const { actor, account } = path.practitioner;
const desk = await path.newAccount('member', 'Nora Accueil');
await path.does(actor, path.practice, 'member.join', { account: desk, name: 'Nora Accueil', roles: ['receptionist'] });
const byDesk = { account: desk, assurance: 'passkey' } as const;
const file = ({ dossier }: Pick<Client, 'dossier'>, place: string) => `/fr/office/clients/${dossier.id}/${place}`;

async function inCare(name: string) {
	const client = await request(path, { names: [name] });
	await walk(path, client);
	return client;
}
const booked = async ({ dossier }: Client) =>
	Object.values((await path.factsOf(dossier)).dossier.joint.scheduling.appointments).filter(
		(a) => a.state === 'booked',
	);

test('two series that are pressed at once for the same hours, by two people in two files: one is booked whole, the other not at all', async () => {
	const [one, two] = [await inCare('Ada Une'), await inCare('Béa Deux')];
	const series = ({ persons }: Client, startsAt: number) => ({
		purpose: 'service',
		mode: 'video',
		persons: persons.map((p) => p.id),
		practitioner: account,
		everyWeeks: 1,
		count: 4,
		startsAt,
		endsAt: startsAt + HOUR,
		zone: 'America/Toronto',
	});
	for (let round = 0; round < 6; round++) {
		// The second begins a week later: they meet on three of their days.
		const at = path.world.now() + (2 + round * 40) * DAY;
		const before = [await booked(one), await booked(two)].map((all) => all.length);
		const outcomes = await Promise.all([
			path.attempt(actor, one.dossier, 'series.book', series(one, at)),
			path.attempt(byDesk, two.dossier, 'series.book', series(two, at + 7 * DAY)),
		]);
		expect(outcomes.filter(isRefusal)).toMatchObject([{ code: 'appointment.taken' }]);
		const after = [await booked(one), await booked(two)].map((all, i) => all.length - (before[i] ?? 0));
		expect(after.toSorted()).toEqual([0, 4]);
	}
	const all = [...(await booked(one)), ...(await booked(two))].toSorted((a, b) => a.startsAt - b.startsAt);
	expect(all).toHaveLength(24);
	for (const [i, next] of all.slice(1).entries()) expect(all[i]?.endsAt).toBeLessThanOrEqual(next.startsAt);
});

const localOf = (at: number): string =>
	Temporal.Instant.fromEpochMilliseconds(at)
		.toZonedDateTimeISO('America/Toronto')
		.toPlainDateTime()
		.toString()
		.slice(0, 16);
const needs = { culture: 'x', context: 'y', language: 'fr', spoken: 'Arabe', interpreter: 'needed' };

test('[qc-1.03-b] a series and the moments offered ask who interprets, on their own forms', async () => {
	const { open, send } = reader(path, actor);
	const client = await inCare('Samir Arabe');
	const [person] = client.persons;
	await send(await open(file(client, 'assessment')), `context:${person?.id}`, needs);
	const series = {
		mode: 'video',
		'startsAt:t': localOf(inDays(path.world, 300).startsAt),
		zone: 'America/Toronto',
		'length:n': '50',
		'count:n': '3',
	};
	const refused = await send(await open(file(client, 'appointments')), 'series', series);
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toContain('qc-1.03-b');
	expect((await send(refused, 'series', { ...series, interpreter: 'Samira Haddad' })).status).toBe(200);
	const all = await booked(client);
	expect(all.map((a) => a.interpreted)).toEqual([true, true, true]);

	await send(await open('/fr/office/calendar'), 'week', {
		...Object.fromEntries(
			[1, 2, 3, 4, 5, 6, 7].flatMap((d) => [
				[`hours.${d}a.from`, '06:00'],
				[`hours.${d}a.to`, '08:00'],
			]),
		),
		'minutes:n': '60',
	});
	const page = await open(file(client, 'appointments'));
	const [slot = ''] = [...formOf(page, 'offer').html.matchAll(/value="([0-9a-f-]{36}:\d+:\d+)"/g)].map(
		(m) => m[1] ?? '',
	);
	const offer = { purpose: 'service', 'slots[]': [slot], 'modes[]': ['video'] };
	const no = await send(page, 'offer', offer);
	expect(dutiesOf(no)).toContain('qc-1.03-b');
	expect((await send(no, 'offer', { ...offer, noInterpreter: 'Sa sœur traduit.' })).status).toBe(200);
	const theirs = reader(path, person?.actor);
	const choosing = await theirs.open(`/fr/portal/${client.dossier.id}/appointments`);
	const [id = ''] = slot.split(':');
	expect((await theirs.send(choosing, 'take', { slot: id, mode: 'video' })).status).toBe(200);
	expect((await booked(client)).find((a) => a.id === id)?.interpreted).toBe(true);
	expect(lackingIn(await open(file(client, 'board')))).not.toContain('qc-1.03-b');
});

test('[qc-1.03-b] a need that is noted after a booking stands on Today for each meeting to come, until somebody is named', async () => {
	const { open, send } = reader(path, actor);
	const client = await inCare('Lin Mandarin');
	const [person] = client.persons;
	const input = { purpose: 'service', mode: 'video', persons: [person?.id], practitioner: account };
	for (const days of [400, 401])
		expectDone(
			await path.attempt(actor, client.dossier, 'appointment.book', {
				id: path.world.newId(),
				...input,
				...inDays(path.world, days),
			}),
		);
	await send(await open(file(client, 'assessment')), `context:${person?.id}`, needs);
	expect((await open('/fr/office')).html).toContain(file(client, 'board'));
	for (const left of [2, 1]) {
		const board = await open(file(client, 'board'));
		expect(lackingIn(board)).toContain('qc-1.03-b');
		const meetings = (await booked(client)).filter((a) => !a.interpreted);
		expect(meetings).toHaveLength(left);
		const [next] = meetings.toSorted((a, b) => a.startsAt - b.startsAt);
		expect(board.html).toContain(`${file(client, 'appointments')}#a-${next?.id}`);
		const named = await send(await open(file(client, 'appointments')), `interpreter:${next?.id}`, {
			interpreter: 'Mei Chen',
		});
		expect(named.status).toBe(200);
	}
	expect(lackingIn(await open(file(client, 'board')))).not.toContain('qc-1.03-b');
});

test('[qc-2.08-g] moments and a series for two who were not both seen alone wait for a reason, on their own forms', async () => {
	const { open, send } = reader(path, actor);
	const couple = await request(path, { names: ['Paul Ensemble', 'Quentin Ensemble'], kind: 'couple' });
	await walk(path, couple);
	const [first] = couple.persons;
	await path.does(actor, couple.dossier, 'safetyTalk.record', { person: first?.id, held: 'yes', together: 'later' });
	const page = await open(file(couple, 'appointments'));
	const slots = [...formOf(page, 'offer').html.matchAll(/value="([0-9a-f-]{36}:\d+:\d+)"/g)].map((m) => m[1] ?? '');
	const offer = { purpose: 'service', 'slots[]': slots.slice(0, 1), 'modes[]': ['video'] };
	const no = await send(page, 'offer', offer);
	expect(dutiesOf(no)).toContain('qc-2.08-g');
	expect((await send(no, 'offer', { ...offer, togetherBecause: 'judgement' })).status).toBe(200);
	const series = {
		mode: 'video',
		'startsAt:t': localOf(inDays(path.world, 500).startsAt),
		zone: 'America/Toronto',
		'length:n': '50',
		'count:n': '2',
		'persons[]': couple.persons.map((p) => p.id),
	};
	const refused = await send(await open(file(couple, 'appointments')), 'series', series);
	expect(dutiesOf(refused)).toContain('qc-2.08-g');
	expect((await send(refused, 'series', { ...series, togetherBecause: 'ordered' })).status).toBe(200);
	expect(await booked(couple)).toHaveLength(2);
});
