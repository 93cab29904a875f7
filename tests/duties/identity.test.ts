import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { missingOn } from '../support/board.ts';
import { onTheWay } from '../support/duties.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { type Client, openSession } from '../support/path.ts';

const web = await webApp(await testServer());

/** The last code that left for this address: without a mail server it is said on the terminal. */
async function codeFor(email: string): Promise<string> {
	for (let i = 0; i < 100; i++) {
		const line = web
			.said()
			.split('\n')
			.findLast((said) => said.includes(email));
		const code = /\d{3} \d{3}/.exec(line ?? '')?.[0];
		if (code) return code;
		await sleep(100);
	}
	throw new Error(`no code for ${email}`);
}

const file = (client: Client, place: string) => `/fr/office/clients/${client.dossier.id}/${place}`;

test('[nb-5-c] a number stays unverified until a call confirms it, an e-mail until its code comes back; the plan says so, and a change begins anew', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const { client, person, actor } = await onTheWay(nb);
	const office = reader(nb, nb.practitioner.actor);
	const portal = reader(nb, actor);
	const missing = () => missingOn(nb, nb.practitioner.actor, file(client, 'board'));

	expect(await missing()).toContain('nb-5-c');
	expect((await office.open(file(client, 'persons'))).text).toContain('418-555-0199 (pas encore vérifié)');
	expect((await office.open(file(client, 'plans'))).text).toMatch(/418-555-0199 ?\( ?non vérifié ?\)/);
	expect((await portal.open(`/fr/portal/${client.dossier.id}/file`)).text).toContain('n’est pas encore vérifié');

	await office.send(await office.open(file(client, 'persons')), `call:${person}`, { outcome: 'noAnswer' });
	expect((await office.open(file(client, 'plans'))).text).toMatch(/\( ?non vérifié ?\)/);
	await office.send(await office.open(file(client, 'persons')), `call:${person}`, { outcome: 'reached' });
	expect((await office.open(file(client, 'plans'))).text).toMatch(/418-555-0199 ?\( ?vérifié ?\)/);
	expect(await missing()).toContain('nb-5-c');

	// The e-mail: a code leaves; another one opens nothing; the person writes the right one in their own space.
	const contact = `/fr/portal/${client.dossier.id}/contact`;
	let page = await portal.send(await portal.open(contact), 'askCode');
	const code = await codeFor('camille@example.org');
	const other = code === '123 456' ? '654321' : '123456';
	page = await portal.send(page, 'code', { code: other });
	expect(page.text).toContain('ce code n’est pas le bon');
	expect(await missing()).toContain('nb-5-c');
	await portal.send(page, 'code', { code });
	expect(await missing()).not.toContain('nb-5-c');

	// Another number: this mark alone begins anew.
	await portal.send(await portal.open(contact), 'save', { 'contact.phone': '506-555-0144' });
	const persons = (await office.open(file(client, 'persons'))).text;
	expect(persons).toContain('506-555-0144 (pas encore vérifié)');
	expect(persons).toContain('camille@example.org (vérifié)');
	expect(await missing()).toContain('nb-5-c');
	expect((await office.open(file(client, 'plans'))).text).toMatch(/506-555-0144 ?\( ?non vérifié ?\)/);
});

test('[nb-5-c] the code of an e-mail can be told to the practitioner by phone; nobody declares an e-mail verified', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const { client, person } = await onTheWay(nb, [], ['Zelie Roy']);
	const office = reader(nb, nb.practitioner.actor);
	const said = await nb.attempt(nb.practitioner.actor, client.dossier, 'contact.verify', {
		person,
		field: 'email',
		how: 'code',
	});
	expect(said).toMatchObject({ refused: true, code: 'contact.otherProof' });
	const page = await office.send(await office.open(file(client, 'persons')), `askCode:${person}`);
	const code = await codeFor('zelie@example.org');
	await office.send(page, `code:${person}`, { code });
	expect((await office.open(file(client, 'persons'))).text).toContain('zelie@example.org (vérifié)');
	await office.send(await office.open(file(client, 'persons')), `verify:phone.${person}`);
	expect(await missingOn(nb, nb.practitioner.actor, file(client, 'board'))).not.toContain('nb-5-c');
});

test('[nb-5-c] in an interruption with risk the unverified number is still shown and callable, with its mark', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const { client, person } = await onTheWay(nb);
	const by = nb.practitioner.actor;
	const id = await openSession(nb, client, { purpose: 'safety' });
	await nb.does(by, client.dossier, 'session.admit', { id, person });
	await nb.does(by, client.dossier, 'session.start', { id });
	await nb.does(by, client.dossier, 'session.interrupt', {
		id,
		person,
		cause: 'network',
		side: 'client',
		fallback: 'telephone',
	});
	expect(await missingOn(nb, by, file(client, 'board'))).toContain('nb-5-c');
	const room = `/fr/room/${client.dossier.id}/${id}`;
	const { html } = await reader(nb, by).open(room);
	const [, plan = ''] =
		/(<a[^>]*href="tel:4185550199"[\s\S]*?<\/p>)/.exec(html.slice(html.lastIndexOf('tel:4185550199') - 200)) ?? [];
	expect(plan).toContain('Numéro non vérifié');
	expect(html).toMatch(/href="tel:4185550199"/);
	await nb.does(by, client.dossier, 'person.callBack', { person, outcome: 'reached' });
	const after = (await reader(nb, by).open(room)).html;
	expect(after).toMatch(/href="tel:4185550199"/);
	expect(after).not.toContain('Numéro non vérifié');
});

test('[qc-2.04-a] at a later arrival the agreed word is asked for, never kept, and whoever receives says who they are', async () => {
	const qc = await openHttpPath(web);
	const { client, person, actor } = await onTheWay(qc);
	const office = reader(qc, qc.practitioner.actor);
	await office.send(await office.open(file(client, 'interview')), `word:${person}`);
	const id = await openSession(qc, client);
	const room = `/fr/room/${client.dossier.id}/${id}`;
	let page = await office.open(room);
	expect(page.text).toContain('Un mot a été convenu');
	page = await office.send(page, `word:${person}`, { 'heard:b': 'false' });
	expect((await office.open(room)).text).toContain('Ce n’était pas le mot convenu');
	await office.send(await office.open(room), `word:${person}`, { 'heard:b': 'true' });
	expect((await office.open(room)).text).toContain('Mot convenu entendu');

	const next = qc.world.newId();
	await qc.does(qc.practitioner.actor, client.dossier, 'session.end', { id });
	await qc.does(qc.practitioner.actor, client.dossier, 'session.open', {
		id: next,
		purpose: 'safety',
		mode: 'video',
		tool: 'vidéo',
		persons: [person],
	});
	const door = (await reader(qc, actor).open(`/fr/room/${client.dossier.id}/${next}`)).text;
	expect(door).toContain('Vous serez avec Ève Tremblay, T.S.');
	expect(door).toMatch(/TS-00000 · .*Ordre/);
});
