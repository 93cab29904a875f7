import { expect, test } from 'vitest';
import { verifyAll } from '#server/journal/verify.ts';
import { inPractice } from '#server/platform/database.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, reader } from '../support/no-script.ts';
import { type Client, request } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const page = (id: string, place: string) => `/fr/office/clients/${id}/${place}`;
const register = '/fr/office/practice/destructions';

/** A request that was declined so many days ago: a file that ended then. */
async function endedAgo(path: HttpPath, days: number, name = 'Zénaïde Quintal'): Promise<Client> {
	const then = longAgo(path, days);
	const client = await request(then, { names: [name] });
	const by = path.practitioner.actor;
	const given = { outcome: 'given', to: 'CLSC de Rimouski', reason: 'Plus près', told: 'oral' };
	await then.does(by, client.dossier, 'referral.record', given);
	await then.does(by, client.dossier, 'client.decline', { reason: 'Hors de notre champ' });
	return client;
}

/** Every sealed row of a file and its keys as they are wrapped: what a backup made now would hold. */
const backupOf = ({ app }: HttpPath['web'], practice: string, dossier: string) =>
	inPractice(app.world.db, practice, async (tx) => {
		const rows = await tx.selectFrom('entry').selectAll().where('journal_id', '=', dossier).execute();
		const keys = await tx.selectFrom('key_ledger').selectAll().where('journal_id', '=', dossier).execute();
		return { rows, keys };
	});

test('[qc-5.03-c] kept all the time that was announced: before its day, or for a reason, nothing is destroyed', async () => {
	const { open, send } = reader(qc, qc.practitioner.actor);
	const young = await endedAgo(qc, 6 * 365);
	const shown = await open(page(young.dossier.id, 'retention'));
	expect(shown.text).toContain('À garder jusqu’au');
	const early = await send(shown, 'destroy:whole', { 'sure:b': 'on' });
	expect(dutiesOf(early)).toEqual(['qc-5.03-c']);
	expect(early.text).toContain('la date de destruction n’est pas arrivée');
	expect(lackingIn(await open(page(young.dossier.id, 'board')))).not.toContain('qc-5.03-c');

	const old = await endedAgo(qc, 8 * 365);
	expect(lackingIn(await open(page(old.dossier.id, 'board')))).toContain('qc-5.03-c');
	const held = await send(await open(page(old.dossier.id, 'retention')), 'hold', {
		reason: 'complaint',
		note: 'Le syndic a demandé le dossier.',
	});
	expect(held.text).toContain('ce dossier ne peut pas être détruit');
	const kept = await send(held, 'destroy:whole', { 'sure:b': 'on' });
	expect(dutiesOf(kept)).toEqual(['qc-5.03-c']);
	expect(kept.text).toContain('une raison de garder ce dossier est notée');
	expect(lackingIn(await open(page(old.dossier.id, 'board')))).not.toContain('qc-5.03-c');
});

test('[qc-5.03-b] once the file is closed, the client reads in their own space until when it is kept', async () => {
	const client = await endedAgo(qc, 2 * 365, 'Ovide Labrie');
	const [person] = client.persons;
	const { open } = reader(qc, person?.actor);
	const shown = await open(`/fr/portal/${client.dossier.id}/file`);
	const until = new Date(qc.world.now() + 5 * 365.25 * 86_400_000).getUTCFullYear();
	expect(shown.text).toMatch(new RegExp(`Votre dossier est gardé jusqu’au .* ${until}, puis détruit`));
});

test('[qc-5.03-c] at its day it is read again, then unreadable in the database and in any copy; its certificate says nothing of it', async () => {
	const { open, send } = reader(qc, qc.practitioner.actor);
	const client = await endedAgo(qc, 8 * 365, 'Philémon Ostiguy');
	const { id } = client.dossier;
	const backup = await backupOf(qc.web, qc.practice.id, id);
	const unread = await send(await open(page(id, 'retention')), 'destroy:whole', { 'sure:b': 'on' });
	// What was typed and did not pass waits under the file's own key, and ends with it.
	const waiting = () =>
		inPractice(qc.web.app.world.db, qc.practice.id, (tx) =>
			tx
				.selectFrom('pending')
				.select('id')
				.where(
					'key_id',
					'in',
					backup.keys.map((key) => key.id),
				)
				.execute(),
		);
	expect(await waiting()).toHaveLength(1);
	expect(unread.text).toContain('il reste à relire ce dossier');
	const signed = await send(unread, 'review:whole', { 'read:b': 'on', papers: 'destroyed' });
	expect(signed.text).toContain('La relecture est signée');
	const unsure = await send(signed, 'destroy:whole', {});
	expect(unsure.address).toContain('/retention');
	const done = await send(signed, 'destroy:whole', { 'sure:b': 'on' });
	expect(done.address).toContain(register);
	expect(done.text).toContain('Clés détruites le');
	expect(done.text).toContain('1 personne, 0 rencontre');
	// Nothing that it said, not even whose it was.
	expect(done.html).not.toMatch(/Philémon|Ostiguy|Plus près|Rimouski|Hors de notre champ/);

	expect((await open(page(id, 'timeline'))).status).toBe(404);
	expect((await open('/fr/office/clients')).text).not.toContain('Ostiguy');
	expect(backup.rows.length).toBeGreaterThan(3);
	expect(backup.keys.length).toBeGreaterThan(0);
	const { world } = qc.web.app;
	for (const key of backup.keys) await expect(world.keys.unwrap(key.wrapped_by, key.wrapped)).rejects.toThrow();
	expect(await waiting()).toEqual([]);
	const left = await backupOf(qc.web, qc.practice.id, id);
	expect(left.rows.slice(0, backup.rows.length)).toEqual(backup.rows);
	expect(left.keys).toEqual([]);
	const { findings } = await verifyAll({ db: world.db, world }, { practice: qc.practice.id });
	expect(findings).toEqual([]);
});

test('[qc-5.03-c] where the practice has a second person, they look and agree; New Brunswick’s certificate names whose file it was', async () => {
	const nb = await openHttpPath(web, { province: 'NB' });
	const { actor } = nb.practitioner;
	const { open, send } = reader(nb, actor);
	const colleague = await nb.newAccount('member', 'Luc Cormier');
	await nb.does(actor, nb.practice, 'member.join', {
		account: colleague,
		name: 'Luc Cormier',
		roles: ['practitioner', 'privacyOfficer'],
	});
	const client = await endedAgo(nb, 8 * 365, 'Azélie Doucet');
	const reviewed = await send(await open(page(client.dossier.id, 'retention')), 'review:whole', {
		'read:b': 'on',
		papers: 'none',
	});
	const alone = await send(reviewed, 'destroy:whole', { 'sure:b': 'on' });
	expect(dutiesOf(alone)).toEqual(['qc-5.03-c']);
	expect(alone.text).toContain('il manque l’accord d’une deuxième personne');
	// Whoever is in charge of privacy finds it on their own page, without opening the file.
	const officer = reader(nb, { account: colleague, assurance: 'passkey' });
	expect((await officer.open(page(client.dossier.id, 'retention'))).status).toBe(404);
	const agreed = await officer.send(await officer.open(register), `approve:${client.dossier.id}.whole`, {});
	expect(agreed.text).toContain('C’est accepté');
	const done = await send(await open(page(client.dossier.id, 'retention')), 'destroy:whole', { 'sure:b': 'on' });
	expect(done.text).toContain('avec l’accord de Luc Cormier');
	expect(done.text).toContain('Azélie Doucet');
});
