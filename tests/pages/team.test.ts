import { describe, expect, test } from 'vitest';
import type { Actor } from '#server/kernel/act.ts';
import { openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { request } from '../support/path.ts';

const path = await openHttpPath(await webApp(await testServer()));
const eve = path.practitioner.actor;
const office = reader(path, eve);

async function member(name: string, roles: readonly string[]): Promise<Actor & { readonly account: string }> {
	const account = await path.newAccount('member', name);
	await path.does(eve, path.practice, 'member.join', { account, name, roles });
	return { account, assurance: 'passkey' };
}

describe('the team of a file', () => {
	test('a colleague joins for a reason, reads and is named to the client, then leaves and opens nothing', async () => {
		const client = await request(path);
		const luc = await member('Luc Roy', ['practitioner']);
		const home = `/fr/office/clients/${client.dossier.id}`;
		const theirs = reader(path, luc);
		expect((await theirs.open(home)).status).toBe(404);

		const typed = { account: luc.account, role: 'practitioner', need: 'Coanime les séances.' };
		const unasked = await office.send(await office.open(`${home}/team`), 'join', typed);
		expect(unasked.text).toContain('il reste à lui demander si un autre lien existe');
		expect((await theirs.open(home)).status).toBe(404);
		const joined = await office.send(await office.open(`${home}/team`), 'join', {
			...typed,
			'noOtherRelation:b': 'yes',
		});
		expect(joined.text).toContain('ce dossier est maintenant dans sa liste');
		expect((await theirs.open(home)).status).toBe(200);
		expect((await theirs.open('/fr/office/clients')).html).toContain(client.dossier.id);
		const me = reader(path, client.persons[0]?.actor as Actor);
		expect((await me.open(`/fr/portal/${client.dossier.id}/file/opened`)).text).toMatch(
			/Seules ces personnes peuvent ouvrir tout votre dossier.*Luc Roy/,
		);

		const left = await office.send(await office.open(`${home}/team`), `leave:${luc.account}`, { reason: 'A terminé.' });
		expect(left.text).toContain('cette personne n’ouvre plus ce dossier');
		expect((await theirs.open(home)).status).toBe(404);
		expect((await theirs.open('/fr/office/clients')).html).not.toContain(client.dossier.id);
	});

	test('only who practises here may join; who answers for the file does not leave it', async () => {
		const client = await request(path);
		const desk = await member('Ana Roy', ['receptionist']);
		const page = await office.open(`/fr/office/clients/${client.dossier.id}/team`);
		const typed = { account: desk.account, role: 'practitioner', need: 'Veut voir.', 'noOtherRelation:b': 'yes' };
		expect((await office.send(page, 'join', typed)).text).toContain('cette personne n’intervient pas dans ce cabinet');
		const refused = await path.attempt(eve, client.dossier, 'careTeam.leave', {
			account: eve.account,
			reason: 'Pause.',
		});
		expect(refused).toMatchObject({ code: 'careTeam.responsible' });
	});

	test('who no longer practises here opens no file, whatever its team says', async () => {
		const client = await request(path);
		const luc = await member('Luc Côté', ['practitioner']);
		const home = `/fr/office/clients/${client.dossier.id}`;
		await path.does(eve, client.dossier, 'careTeam.join', {
			account: luc.account,
			role: 'practitioner',
			need: 'Remplace.',
			noOtherRelation: true,
		});
		const theirs = reader(path, luc);
		expect((await theirs.open(home)).status).toBe(200);
		await path.does(eve, path.practice, 'member.leave', { account: luc.account });
		expect((await theirs.open(home)).status).toBe(404);
		expect((await office.open(`${home}/team`)).text).toContain('ne travaille plus ici');
	});
});
