import { describe, expect, test } from 'vitest';
import { dayOf } from '#server/kernel/time.ts';
import { deskOf } from '../support/desk.ts';
import { onTheWay } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, mendOf } from '../support/no-script.ts';
import { type Client, openSession, startSession } from '../support/path.ts';

const nb = await openHttpPath(await webApp(await testServer()), { province: 'NB' });
const desk = deskOf(nb);
const me = nb.practitioner;

/** Somebody in care with a signed note, printed and listed in one press from the note itself. */
async function printed(name: string) {
	const { client, person } = await onTheWay(nb, [], [name]);
	const session = await openSession(nb, client);
	await startSession(nb, client, session);
	await nb.does(me.actor, client.dossier, 'session.end', { id: session });
	const { entries } = await nb.does(me.actor, client.dossier, 'note.sign', {
		session,
		body: { reason: 'Suite', course: 'A parlé de sa semaine.', plan: 'Se revoir mardi.' },
		happened: {},
		mood: 'observed',
		attests: [person],
		sources: [],
		authors: [me.account],
	});
	expect(entries.length).toBeGreaterThan(0);
	const notes = await desk.open(desk.at(client, 'notes'));
	const [seq = ''] = /id="n-(\d+)"/.exec(notes.html)?.slice(1) ?? [];
	const address = desk.at(client, 'papers');
	const action = new RegExp(`action="${address}\\?/list"[\\s\\S]*?</form>`).exec(notes.html)?.[0] ?? '';
	const whole = { ...notes, address, html: `<form ${action.replace(address, '')}` };
	expect(formOf(whole, `list:${seq}`).fields).toMatchObject({ 'note:n': seq });
	const listed = await desk.send(whole, `list:${seq}`);
	expect(listed.text).toContain('Ce papier est noté.');
	expect(listed.text).toMatch(/Classeur sous clé, au bureau .* Sous clé\./);
	const [id = ''] = Object.keys((await nb.factsOf(client.dossier)).dossier.joint.register.items);
	return { client, id };
}
const closes = (client: Client) => desk.fills(client, 'decision', 'close', { reason: 'Les buts sont atteints.' });
const stateOf = async ({ dossier }: Client) => (await nb.factsOf(dossier)).dossier.joint.dossier.state;

describe('[nb-6-d] papers are kept as safe as the rest', () => {
	test('a note is printed and listed in one tap; closing asks once where it is, and closes with a place', async () => {
		const { client, id } = await printed('Alex Doiron');
		const refused = await closes(client);
		expect(refused.status).toBe(409);
		expect(dutiesOf(refused)).toEqual(['nb-6-d']);
		expect(refused.text).toContain('où sont les papiers de ce dossier');
		expect(mendOf(refused)).toContain('/papers');
		expect(await stateOf(client)).toBe('accepted');
		await desk.fills(client, 'papers', `place:${id}`, { place: 'Voûte, deuxième étage', 'locked:b': 'yes' });
		expect((await desk.open(desk.at(client, 'papers'))).text).toContain('Voûte, deuxième étage');
		expect((await closes(client)).status).toBe(200);
		expect(await stateOf(client)).toBe('closed');
	});

	test('or with « destroyed »', async () => {
		const { client, id } = await printed('Noa Arseneau');
		expect(dutiesOf(await closes(client))).toEqual(['nb-6-d']);
		const early = await desk.fills(client, 'papers', `destroy:${id}`, { on: '2020-01-01' });
		expect(early.status).toBe(422);
		await desk.fills(client, 'papers', `destroy:${id}`, { on: dayOf(nb.world.now()) });
		expect((await desk.open(desk.at(client, 'papers'))).text).toContain('Détruit le');
		await closes(client);
		expect(await stateOf(client)).toBe('closed');
	});

	test('or with a signed reason', async () => {
		const { client } = await printed('Robin Cormier');
		const refused = await closes(client);
		expect(dutiesOf(refused)).toEqual(['nb-6-d']);
		await desk.send(refused, 'waive:nb-6-d', { reason: 'Le bureau a brûlé en octobre.' });
		await closes(client);
		expect(await stateOf(client)).toBe('closed');
	});

	test('a paper that is not under lock stays on the board until it is', async () => {
		const { client } = await onTheWay(nb, [], ['Sacha Côté']);
		await desk.fills(client, 'papers', 'list', { what: 'Dessin', place: 'Sur le bureau' });
		expect(await desk.lacks(client)).toContain('nb-6-d');
		const [id] = Object.keys((await nb.factsOf(client.dossier)).dossier.joint.register.items);
		await desk.fills(client, 'papers', `place:${id}`, { place: 'Classeur', 'locked:b': 'yes' });
		expect(await desk.lacks(client)).not.toContain('nb-6-d');
	});
});
