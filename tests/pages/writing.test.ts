import { expect, test } from 'vitest';
import { onTheWay, tryService } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { type Client, openSession, request, startSession, walk } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const nb = await openHttpPath(web, { province: 'NB' });
const office = reader(nb, nb.practitioner.actor);
const file = ({ dossier }: Client, place: string) => `/fr/office/clients/${dossier.id}/${place}`;
const day = (days: number) => new Date(nb.world.now() + days * 86_400_000).toISOString().slice(0, 10);
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
