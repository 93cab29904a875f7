import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sends } from '../support/drive.ts';
import { onTheWay } from '../support/duties.ts';
import { goes, press, withKeyboardAlone } from '../support/hands.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';

/* Looking a client up on the web: with their yes, because of a danger, and after it was already done. */
const path = await openHttpPath(await webApp(await testServer()));
const wide = { viewport: { width: 1280, height: 900 } };
const small = { viewport: { width: 320, height: 700 } };
const today = () => new Date(Date.now()).toLocaleDateString('en-CA', { timeZone: 'America/Toronto' });
const reason = 'Vérifier l’adresse de son école.';
const found = { where: 'Moteur de recherche', summary: 'L’école existe.', kept: 'Rien.' };

/** Somebody in care, the practitioner's page of the searches about them, and their own. */
async function beside(name: string, use = (page: Page) => page) {
	const { client, person, actor } = await onTheWay(path, [], [name]);
	const office = use(await (await path.browse(path.practitioner.actor, wide)).newPage());
	const mine = await (await path.browse(actor, small)).newPage();
	const file = `/fr/office/clients/${client.dossier.id}`;
	await office.goto(`${file}/searches`);
	const made = async () => Object.keys((await path.factsOf(client.dossier)).dossier.of(person).searches.made);
	const end = () => Promise.all([office, mine].map((page) => page.context().close()));
	return { person, office, mine, file, own: `/fr/portal/${client.dossier.id}`, made, end };
}
const refusal = (page: Page) => page.locator('[data-refusal]');

test('with their yes: refused without it, asked for from the refusal, given in their own space, noted and told', {
	timeout: 120_000,
}, async () => {
	const { person, office, mine, own, file, made, end } = await beside('Camille Roy');
	await sends(office, `run:${person}`, { reason, ground: 'agreed' });
	await refusal(office).getByText('il manque l’accord de la personne').waitFor();
	await press(refusal(office).locator('a[href*="for="]').first());
	await office.waitForURL(/\/uses\?for=/);
	await sends(office, `ask:${person}`, { use: 'webSearch', scope: 'Trouver l’adresse de mon école.' });
	await office.waitForURL(/\/searches\?resume=/);
	await mine.goto(`${own}/choices`);
	await mine.getByText('Vous chercher sur le Web').waitFor();
	const form = mine.locator('form[action^="?/yes"]');
	const use = await form.locator('input[name="_instance"]').inputValue();
	await sends(mine, `yes:${use}`);
	// What was typed before the refusal is there again.
	await expect.poll(() => office.locator(`textarea[name="reason"]`).first().inputValue()).toBe(reason);
	await sends(office, `run:${person}`, { ground: 'agreed' });
	await office.getByText('C’est noté. Cherchez').waitFor();
	const [id] = await made();
	await sends(office, `finish:${id}`, found);
	await mine.goto(`${own}/file`);
	await mine.getByRole('heading', { name: 'Recherches sur le Web à votre sujet' }).waitFor();
	await mine.getByText(reason).waitFor();
	await sends(office, `tell:${id}`, { on: today(), how: 'inPerson' });
	await office.getByText('Dit à la personne le').waitFor();
	await office.goto(`${file}/board`);
	expect(await office.locator('.missing a[href$="/norms/qc-2.06-a"]').count()).toBe(0);
	await end();
});

test('because of a danger, with the keyboard alone: described or refused, told later with a signed reason, then told', {
	timeout: 120_000,
}, async () => {
	const { person, office, mine, own, made, end } = await beside('Alex Fortin', withKeyboardAlone);
	await sends(office, `run:${person}`, { reason: 'Savoir où elle est.', ground: 'emergency' });
	await refusal(office).getByText('il manque ce qui rend cette recherche urgente').waitFor();
	await sends(office, `run:${person}`, {
		danger: 'A écrit adieu, ne répond plus.',
		protects: 'Elle-même',
		noConsent: 'Le téléphone sonne dans le vide.',
	});
	await office.getByText('C’est noté. Cherchez').waitFor();
	const [id] = await made();
	await sends(office, `finish:${id}`, found);
	const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
	await sends(office, `defer:${id}`, { until: soon, reason: 'Son frère lit ses messages.' });
	await office.getByText('Son frère lit ses messages.').waitFor();
	await mine.goto(`${own}/file`);
	expect(await mine.getByText('Savoir où elle est.').count()).toBe(0);
	await sends(office, `tell:${id}`, { on: today(), how: 'video' });
	await office.getByText('Dit à la personne le').waitFor();
	await mine.reload();
	await mine.getByText('Savoir où elle est.').waitFor();
	await goes(office, '/fr/office');
	await press(office.getByRole('link', { name: 'Voir les recherches en urgence' }));
	await office.getByRole('heading', { name: 'Recherches faites en urgence' }).waitFor();
	await sends(office, `see:${id}`);
	await office.getByText('Vue le').waitFor();
	await end();
});

test('already made, without a yes: noted at once, shown as missing, looked back at and told', {
	timeout: 120_000,
}, async () => {
	const { person, office, mine, own, file, made, end } = await beside('Sacha Dubé');
	await sends(office, `record:${person}`, { reason, ground: 'none', on: today(), ...found });
	await office.getByText('La recherche est au dossier.').waitFor();
	const [id] = await made();
	await office.goto(`${file}/board`);
	await office.locator('.missing').getByText('Ne chercher un client sur le Web').waitFor();
	await press(office.getByRole('link', { name: 'Revenir sur cette recherche' }));
	await office.waitForURL(/\/searches/);
	await sends(office, `review:${id}`, { learned: 'Demander d’abord.' });
	await sends(office, `tell:${id}`, { on: today(), how: 'telephone', words: 'Elle préfère qu’on demande.' });
	await office.getByText('Elle préfère qu’on demande.').waitFor();
	await mine.goto(`${own}/file`);
	await mine.getByText('Vous n’aviez pas dit oui.').waitFor();
	await office.goto(`${file}/board`);
	for (const duty of ['qc-3.04-a', 'qc-2.06-a'])
		expect(await office.locator(`.missing a[href$="/norms/${duty}"]`).count()).toBe(0);
	await end();
});
