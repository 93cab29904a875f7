import { describe, expect, test } from 'vitest';
import { asSystem } from '#server/app/practices.ts';
import {
	claimWithCode,
	closeAccount,
	openInvitation,
	openSession,
	requestClaimCode,
} from '#server/capabilities/accounts/index.ts';
import type { Actor } from '#server/kernel/act.ts';
import { codeFor, granted, visitor } from '../accounts/support.ts';
import { ask } from '../support/ask.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { formsIn, reader, type Shown } from '../support/no-script.ts';
import { request, walk } from '../support/path.ts';

const web = await webApp(await testServer());

/** What the page shows once: the link and the spoken code. */
function handedOn({ html }: Shown): { readonly token: string; readonly second: string } {
	const token = /\/claim\/([\w-]{43})/.exec(html)?.[1] ?? '';
	return { token, second: />\s*(\d{3} \d{3})\s*</.exec(html)?.[1] ?? '' };
}

async function claimed(path: HttpPath, { token, second }: ReturnType<typeof handedOn>, email: string): Promise<string> {
	const house = { world: path.world, practice: path.practice.id };
	const from = visitor();
	const { ticket } = granted(await openInvitation(path.world, house.practice, { token, second, from }));
	const claiming = { token, ticket, from };
	const { id } = granted(await requestClaimCode(path.world, house.practice, { ...claiming, email }));
	const code = await codeFor(house, email);
	return granted(await claimWithCode(path.world, house.practice, { ...claiming, id, code, name: 'Camille R.' }))
		.account;
}

async function colleague(path: HttpPath, name: string): Promise<Actor & { account: string }> {
	const account = await path.newAccount('member', name);
	await path.does(path.practitioner.actor, path.practice, 'member.join', { account, name, roles: ['practitioner'] });
	return { account, assurance: 'passkey' };
}

describe('a client who lost every way in', () => {
	test('is recognised, then handed a link and a code; it is the same account, and nothing of before opens it', async () => {
		const path = await openHttpPath(web);
		const client = await request(path);
		await walk(path, client);
		const [camille] = client.persons;
		const practitioner = reader(path, path.practitioner.actor);
		const address = `/fr/office/clients/${client.dossier.id}/persons`;
		const name = `restore:${camille?.id}`;
		const page = await practitioner.open(address);
		expect(page.text).toContain('Rappelez d’abord au numéro que vous connaissez');
		const unsaid = await practitioner.send(page, name, { reason: 'Téléphone perdu.' });
		expect(unsaid.status).toBe(422);
		expect(handedOn(unsaid).token).toBe('');
		await web.app.ownerPool.query(`update account_session set fresh_at = fresh_at - 660000 where account_id = $1`, [
			path.practitioner.account,
		]);
		const asked = await practitioner.send(page, name, { check: 'knownVoice', reason: 'Téléphone perdu.' });
		const back = new URL(asked.address, path.origin).searchParams.get('back') ?? '';
		expect(asked.address).toContain('/fr/account/confirm');
		expect(back).toMatch(/persons\?resume=/);
		await web.app.ownerPool.query(`update account_session set fresh_at = $2 where account_id = $1`, [
			path.practitioner.account,
			path.world.now(),
		]);
		const again = await practitioner.open(back);
		expect(again.html).toContain('Téléphone perdu.');
		const handed = handedOn(await practitioner.send(again, name, { check: 'knownVoice', reason: 'Téléphone perdu.' }));
		expect((await path.page(camille?.actor, '/fr/portal')).status).toBe(200);
		expect(await claimed(path, handed, 'camille.neuve@example.org')).toBe(camille?.actor.account);
		expect((await path.page(camille?.actor, '/fr/portal')).headers.location).toContain('/fr/sign-in');
		const anew = await path.web.forPractice(path.practice.id).cookie(camille?.actor.account ?? '', 'code');
		const file = await ask(path.origin, `/fr/portal/${client.dossier.id}/file`, { headers: { cookie: anew } });
		expect(file.text).toContain('vous a redonné accès à votre espace');
		expect((await practitioner.open(`/fr/office/clients/${client.dossier.id}/timeline`)).text).toContain(
			'Accès à l’espace en ligne redonné',
		);
	});

	test('or closed their account, is invited anew', async () => {
		const path = await openHttpPath(web);
		const client = await request(path);
		await walk(path, client);
		const [camille] = client.persons;
		const account = camille?.actor.account ?? '';
		const opened = granted(
			await openSession(path.world, path.practice.id, { account, assurance: 'code', began: 'created', agent: '' }),
		);
		expect(await closeAccount(path.world, path.practice.id, opened.session)).toBeUndefined();
		const practitioner = reader(path, path.practitioner.actor);
		const page = await practitioner.open(`/fr/office/clients/${client.dossier.id}/persons`);
		expect(page.text).toContain('a fermé son espace');
		const handed = handedOn(await practitioner.send(page, `invite:${camille?.id}`, { how: 'hand' }));
		const next = await claimed(path, handed, 'camille.encore@example.org');
		expect(next).not.toBe(account);
	});

	test('who also works here is the owner’s to let in', async () => {
		const path = await openHttpPath(web);
		const client = await request(path);
		await walk(path, client);
		const [camille] = client.persons;
		const luc = await colleague(path, 'Luc Roy');
		const link = { person: camille?.id, account: luc.account };
		await asSystem(path.world, path.practice.id, { kind: 'dossier', id: client.dossier.id }, 'person.link', link);
		const practitioner = reader(path, path.practitioner.actor);
		const page = await practitioner.open(`/fr/office/clients/${client.dossier.id}/persons`);
		expect(page.text).toContain('travaille ici');
		expect(formsIn(page.html).filter((f) => f.action.startsWith('?/restore'))).toEqual([]);
	});
});

describe('a colleague who lost every way in', () => {
	test('is let back in by an owner who recognised them, and by nobody else', async () => {
		const path = await openHttpPath(web);
		const luc = await colleague(path, 'Luc Roy');
		const owner = reader(path, path.practitioner.actor);
		const page = await owner.open('/fr/office/practice');
		const forms = formsIn(page.html).filter((f) => f.action.startsWith('?/restore'));
		expect(forms.map((f) => f.fields.account)).toEqual([luc.account]);
		const post = (actor: Actor, account: string, check: string) =>
			path.post(actor, '/fr/office/practice?/restore', { account, check });
		expect((await post(path.practitioner.actor, luc.account, 'jamais')).text).toContain('dites comment');
		const shown = await post(path.practitioner.actor, luc.account, 'inPerson');
		expect(shown.text).toContain('Le nouvel accès de Luc Roy est prêt');
		const mine = path.practitioner.actor.account ?? '';
		for (const [actor, account] of [
			[luc, mine],
			[luc, luc.account],
			[path.practitioner.actor, mine],
		] as const)
			expect((await post(actor, account, 'inPerson')).status).toBe(422);
		const handed = handedOn({ html: shown.text } as Shown);
		expect(await claimed(path, handed, 'luc.neuf@example.org')).toBe(luc.account);
	});
});
