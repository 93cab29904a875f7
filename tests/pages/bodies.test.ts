import { expect, test } from 'vitest';
import { asSystem } from '#server/app/practices.ts';
import { deskOf } from '../support/desk.ts';
import { expectRefused, refusedBy, tryService } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Fields, formOf, reader } from '../support/no-script.ts';
import { type Client, type Step, steps, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());

const typed: Fields = {
	'body.name': 'Coop du Port',
	standing: 'Présidente du conseil',
	'persons.0.name': 'Lise Roy',
	'persons.0.language': 'fr',
	'persons.0.contact.email': 'lise@example.org',
	prefers: 'remote',
	reason: 'Un conflit au conseil',
};

/** The file that the public form opened: the body, who speaks for it, and her account. */
async function opened(path: HttpPath) {
	const desk = deskOf(path);
	const list = await desk.open('/fr/office/clients');
	const id = /clients\/([0-9a-f-]{36})"[^>]*>Coop du Port/.exec(list.html)?.[1] ?? '';
	const dossier = { kind: 'dossier', id } as const;
	const persons = Object.values((await path.factsOf(dossier)).dossier.joint.dossier.persons);
	const [body, lise] = [persons.find((p) => p.body), persons.find((p) => !p.body)];
	if (!body || !lise) throw new Error('a body and who speaks for it');
	const account = await path.newAccount('client', lise.name);
	await asSystem(path.world, path.practice.id, dossier, 'person.link', { person: lise.id, account });
	const client: Client = { dossier, persons: [{ id: body.id, actor: { account, assurance: 'code' } }] };
	return { desk, client, body, lise };
}

for (const [order, province, duty, consent] of [
	['Québec', 'QC', 'qc-2.01-a', 'qc-2.08-a'],
	['New Brunswick', 'NB', 'nb-6-j', undefined],
] as const)
	test(`in ${order} a body asks by the public form: its first service waits until the authority of who speaks for it was seen`, async () => {
		const path = await openHttpPath(web, { province });
		const anybody = reader(path);
		const page = await anybody.open('/fr/request?who=organisation');
		expect(page.text).toContain('Vous, en son nom');
		const { 'body.name': _, standing: __, ...unsaid } = typed;
		const refused = await anybody.send(page, 'send', unsaid);
		expect(refused.status).toBe(422);
		expect(formOf(refused, 'send').fields['persons.0.name']).toBe('Lise Roy');
		const sent = await anybody.send(await anybody.open('/fr/request?who=organisation'), 'send', typed);
		expect(sent.address).toBe('/fr/request/received');

		const { desk, client, body, lise } = await opened(path);
		expect(body).toMatchObject({ name: 'Coop du Port', roles: ['beneficiary'] });
		expect(lise.roles).toEqual(['requester', 'representative']);
		expect((await desk.open(desk.at(client, ''))).text).toContain('Présidente du conseil');
		expect((await desk.open(desk.at(client, 'persons'))).text).toContain('preuve pas encore vue');

		const before: readonly Step[] = steps.filter((s) => s !== 'age' && s !== 'consent');
		for (const step of before) await walkStep(path, client, step);
		const record = () => walkStep(path, client, 'consent');
		if (consent) await expect(record()).rejects.toThrow(consent);
		else await record();
		expectRefused(await tryService(path, client), duty);
		const naming = { of: body.id, by: lise.id, authority: 'mandatary', 'proofSeen:b': 'yes', 'reads:b': 'true' };
		await desk.fills(client, 'persons', 'represent', naming);
		await record();
		expect(refusedBy(await tryService(path, client))).not.toContain(duty);

		await desk.fills(client, 'persons', `endRepresentation:${body.id}${lise.id}`);
		expect(await desk.lacks(client)).toContain(duty);
	});
