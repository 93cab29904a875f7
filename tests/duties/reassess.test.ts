import { expect, test } from 'vitest';
import { expectDone, onTheWay, tryService } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, mendOf, reader } from '../support/no-script.ts';
import { inDays, request, walk, walkStep } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const { open, send } = reader(qc, qc.practitioner.actor);
const file = (id: string, place: string) => `/fr/office/clients/${id}/${place}`;

test('[qc-2.08-0b] two meetings missed in a row ask whether this form still suits; one alone does not', async () => {
	const then = longAgo(qc, 30);
	const client = await request(then, { names: ['Léo Fortin'] });
	await walk(then, client);
	const by = qc.practitioner.actor;
	const ids = [qc.world.newId(), qc.world.newId()];
	for (const [i, id] of ids.entries())
		await then.does(by, client.dossier, 'appointment.book', {
			id,
			purpose: 'service',
			mode: 'video',
			persons: [client.persons[0]?.id],
			practitioner: qc.practitioner.account,
			...inDays(then.world, 5 + 7 * i),
		});
	const missed = async (id: string | undefined) =>
		send(await open(file(client.dossier.id, 'appointments')), `miss:${id}`, { how: 'missed' });
	expect((await missed(ids[0])).text).toContain('absence');
	expect((await open(file(client.dossier.id, 'assessment'))).text).not.toContain('rendez-vous manqués');
	await missed(ids[1]);
	expect((await open(file(client.dossier.id, 'assessment'))).text).toContain('des rendez-vous manqués');
	expect(lackingIn(await open(file(client.dossier.id, 'board')))).toContain('qc-2.08-0b');
	await send(await open(file(client.dossier.id, 'assessment')), 'review', { stillFits: 'yes' });
	expect(lackingIn(await open(file(client.dossier.id, 'board')))).not.toContain('qc-2.08-0b');
});

test('[qc-2.08-0b] a means they never met by asks it too', async () => {
	const { client } = await onTheWay(qc);
	const by = qc.practitioner.actor;
	const meet = async (mode: string) => {
		expectDone(await tryService(qc, client, { mode }));
		const { open: now } = (await qc.factsOf(client.dossier)).dossier.joint.sessions;
		await qc.does(by, client.dossier, 'session.end', { id: Object.keys(now)[0] });
	};
	await meet('video');
	expect(lackingIn(await open(file(client.dossier.id, 'board')))).not.toContain('qc-2.08-0b');
	await meet('telephone');
	expect((await open(file(client.dossier.id, 'assessment'))).text).toContain('un autre moyen de se rencontrer');
	expect(lackingIn(await open(file(client.dossier.id, 'board')))).toContain('qc-2.08-0b');
});

test('[qc-1.05-b] a no leads to other help, and to asking, on the day that was chosen, what came of it', async () => {
	const then = longAgo(qc, 30);
	const client = await request(then, { names: ['Inès Roy'] });
	const by = qc.practitioner.actor;
	await walkStep(then, client, 'home');
	await walkStep(then, client, 'package');
	const facts = () => qc.factsOf(client.dossier);
	const lacks = async () => lackingIn(await open(file(client.dossier.id, 'board')));
	expect(await lacks()).toContain('qc-1.05-b');
	const day = (days: number) => new Date(qc.world.now() + days * 86_400_000).toISOString().slice(0, 10);
	const help = { outcome: 'given', to: 'CLSC de Rimouski', reason: 'Plus près', told: 'oral', followUpOn: day(-5) };
	await then.does(by, client.dossier, 'referral.record', help);
	expect(await lacks()).toContain('qc-1.05-b');
	await qc.does(by, client.dossier, 'techInfo.give', { person: client.persons[0]?.id, means: 'courriel' });
	expect((await open('/fr/office')).text).toContain('Inès Roy ·');
	const page = await open(file(client.dossier.id, 'referral'));
	const followed = await send(page, 'follow', { outcome: 'Premier rendez-vous jeudi.' });
	expect(followed.text).toContain('La suite est notée.');
	expect((await facts()).dossier.joint.intake.referral?.followUpOn).toBeUndefined();
	expect(await lacks()).not.toContain('qc-1.05-b');
});

test('[nb-3-c] in New Brunswick too a no leads to other help, to asking what came of it, and never to a yes', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const by = nb.practitioner.actor;
	const desk = reader(nb, by);
	const then = longAgo(nb, 30);
	const client = await request(then, { names: ['Noémie Savoie'] });
	await walk(then, client, { upTo: 'conflict' });
	await then.does(by, client.dossier, 'suitability.finalise', {
		fit: 'yes',
		interventionFits: false,
		meansFit: true,
		firstMeeting: 'none',
		reasons: 'Il faut une équipe sur place.',
	});
	const board = () => desk.open(file(client.dossier.id, 'board'));
	const lacks = async () => lackingIn(await board());
	expect(await lacks()).toContain('nb-3-c');
	const refused = await desk.send(await desk.open(file(client.dossier.id, 'decision')), 'accept');
	expect(dutiesOf(refused)).toContain('nb-3-c');
	const referral = await desk.open(mendOf(refused) ?? '');
	const day = (days: number) => new Date(nb.world.now() + days * 86_400_000).toISOString().slice(0, 10);
	const help = { outcome: 'given', to: 'Réseau de santé Vitalité', reason: 'Une équipe', told: 'oral' };
	await desk.send(referral, 'refer', { ...help, followUpOn: day(5) });
	expect(await lacks()).not.toContain('nb-3-c');
	const again = await desk.send(await desk.open(file(client.dossier.id, 'decision')), 'accept');
	expect(dutiesOf(again)).toContain('nb-3-c');
	await then.does(by, client.dossier, 'referral.record', { ...help, followUpOn: day(-5) });
	expect(await lacks()).toContain('nb-3-c');
	expect((await board()).text).toContain('l reste à savoir si la personne a trouvé de l’aide ailleurs');
	expect((await desk.open('/fr/office')).text).toContain('Noémie Savoie');
	await desk.send(await desk.open(file(client.dossier.id, 'referral')), 'follow', { outcome: 'Elle a été reçue.' });
	expect(await lacks()).not.toContain('nb-3-c');
});
