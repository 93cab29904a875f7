import type { Page } from 'playwright-core';
import { DAY } from '#server/kernel/time.ts';
import {
	agrees,
	arrives,
	asks,
	books,
	claims,
	decides,
	type Invitation,
	informs,
	invites,
	meets,
	opens,
	reads,
	signs,
} from '../tests/support/journey.ts';
import { request } from '../tests/support/path.ts';
import { type Asked, both, type Counting, countIn } from './support/counted.ts';
import { join, toTheDoor } from './support/meeting.ts';
import { atMost, type Bench, type Effort, type Row, row } from './support/row.ts';
import { openRunning, type Running } from './support/running.ts';

interface Side {
	readonly page: Page;
	readonly counting: Counting;
}

async function side({ web }: Running, account?: string): Promise<Side> {
	const context = await web.as(account, {
		permissions: ['camera', 'microphone'],
		viewport: { width: 1280, height: 900 },
	});
	const counting = await countIn(context);
	return { counting, page: await context.newPage() };
}

const told = ({ inputs, presses, seconds, words }: Asked): string =>
	`${inputs} inputs (fields filled or chosen, and sendings), ${presses} other presses; ${Math.round(seconds.doing)} s of doing, ${words} words on screen (${Math.round(seconds.reading)} s)`;

const estimated =
	'seconds by the keystroke-level model and 238 words a minute, from what the pages really asked; talking is not counted';

/** From the first request to the signed note, then a second meeting of the same person. */
async function individual(running: Running, effort: Effort): Promise<readonly Row[]> {
	const { path } = running;
	const office = await side(running, path.practitioner.account);
	const client = await side(running);
	const tomorrow = (days: number) => new Date(path.world.now() + days * DAY).toISOString().slice(0, 16);

	await asks(client.page);
	const { file, invitations } = await invites(office.page);
	const [invitation] = invitations as [Invitation];
	const dossier = file.split('/').at(-1) ?? '';
	await claims(client.page, invitation);
	await informs(office.page, file, invitation.person);
	await decides(office.page, file, [invitation.person]);
	await reads(client.page, dossier);
	await agrees(client.page, dossier);
	await books(office.page, file, tomorrow(1));
	const [newClient, newOffice] = [await client.counting.take(), await office.counting.take()];

	const first = await meeting({ office, client, file, where: 'new' });
	await signs(office.page, first.room, [invitation.person]);
	const note = await office.counting.take();
	await books(office.page, file, tomorrow(8));
	await office.counting.take();

	const again = await meeting({ office, client, file, where: 'same' });
	await signs(office.page, again.room, []);
	await office.counting.take();
	const minutes = ({ seconds }: Asked) => (seconds.doing + seconds.reading) / 60;
	const doing = ({ seconds }: Asked) => seconds.doing / 60;
	const textFields = 3;
	return [
		row(
			effort,
			{
				name: 'burden.new-client',
				value: minutes(newClient),
				unit: 'min',
				note: `a new individual, from the public form to the signature, the key points of every document read: ${told(newClient)}; ${estimated}`,
			},
			atMost(12),
		),
		row(
			effort,
			{
				name: 'burden.new-practitioner',
				value: doing(newOffice),
				unit: 'min',
				note: `the same, on the practitioner’s side, up to the first booking, pages known by heart: ${told(newOffice)}; ${estimated}`,
			},
			atMost(8),
		),
		row(
			effort,
			{
				name: 'burden.note',
				value: note.inputs - textFields,
				unit: 'inputs',
				note: `a first meeting’s note, beyond its three texts: ${told(note)}`,
			},
			atMost(3),
		),
		row(
			effort,
			{
				name: 'burden.returning',
				value: again.office.inputs,
				unit: 'inputs',
				note: `a returning client, the practitioner beside the note (opening the room, letting in and starting, ending): ${told(again.office)}`,
			},
			atMost(2),
		),
		row(
			effort,
			{
				name: 'burden.arrival',
				value: again.client.seconds.doing,
				unit: 's',
				note: `a returning client’s arrival, up to the meeting, camera tried: ${told(again.client)}; the first time: ${told(first.client)}`,
			},
			atMost(20),
		),
	];
}

interface Sides {
	readonly office: Side;
	readonly client: Side;
	readonly file: string;
	readonly where: 'new' | 'same';
}

/** One meeting, from the booked appointment to its end; what each was asked. */
async function meeting({
	office,
	client,
	file,
	where,
}: Sides): Promise<{ readonly room: string; readonly office: Asked; readonly client: Asked }> {
	const room = await opens(office.page, file);
	await arrives(client.page, room, where);
	await toTheDoor(client.page, room);
	await join(client.page);
	const arrived = await client.counting.take();
	await meets(office.page);
	return { room, office: await office.counting.take(), client: arrived };
}

/** A couple that asked by telephone: each is informed, each reads and signs. */
async function couple(running: Running, effort: Effort): Promise<Row> {
	const { path } = running;
	const { dossier, persons } = await request(path, { names: ['Dominique Gagnon', 'Alix Morin'], kind: 'couple' });
	const file = `/fr/office/clients/${dossier.id}`;
	const office = await side(running, path.practitioner.account);
	for (const { id } of persons) await informs(office.page, file, id);
	await decides(
		office.page,
		file,
		persons.map(({ id }) => id),
	);
	const each: Asked[] = [];
	for (const { actor } of persons) {
		const { page, counting } = await side(running, actor.account);
		await reads(page, dossier.id);
		await agrees(page, dossier.id);
		each.push(await counting.take());
	}
	const practitioner = await office.counting.take();
	const clients = both(...each);
	const note = `a couple of which both have an account, from the package to both signatures: the practitioner ${told(practitioner)}; both partners together ${told(clients)}; ${estimated}`;
	return row(effort, { name: 'burden.couple', value: practitioner.inputs + clients.inputs, unit: 'inputs', note });
}

/** What Balise asks of each person, counted while the journeys’ own pages are driven. */
export const burden: Bench = async (effort) => {
	const running = await openRunning();
	const rows = [...(await individual(running, effort)), await couple(running, effort)];
	await running.stop();
	return rows;
};
