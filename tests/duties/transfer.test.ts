import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { registerPractitioner } from '#server/app/practices.ts';
import { addressIn, numbersOf } from '#server/app/transfer.ts';
import { accountOf } from '#server/capabilities/accounts/index.ts';
import { archiveOf, manifestOf } from '#server/journal/archive.ts';
import { sealTo } from '#server/journal/box.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { Archive } from '#server/platform/verifier.mjs';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { openFolder, testServer } from '../support/index.ts';
import { dutiesOf, reader, type Shown } from '../support/no-script.ts';
import { type Client, request } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

// Two practices that share nothing: each its own database, its own keys.
const server = await testServer();
const [quai, phare] = [await openHttpPath(await webApp(server)), await openHttpPath(await webApp(server))];
const at = (client: Client, place: string) => `/fr/office/clients/${client.dossier.id}/${place}`;
const eve = reader(quai, quai.practitioner.actor);
const marie = reader(phare, phare.practitioner.actor);

const codeIn = ({ text }: Shown, prefix: string): string =>
	new RegExp(`${prefix}\\.[A-Za-z0-9_-]+`).exec(text)?.[0] ?? '';
const cardOf = async (by: typeof eve): Promise<string> =>
	codeIn(await by.open('/fr/office/clients/receive'), 'balise-adresse-1');
const [theirCard, ourCard] = [await cardOf(marie), await cardOf(eve)];
const numbers = (card: string): string => {
	const address = addressIn(card);
	if (!address) throw new Error('no address');
	return numbersOf(address);
};
const name = addressIn(theirCard)?.name ?? '';

/** A file in which somebody said something that only the right hands may read. */
async function fileWith(words: string, names: readonly string[], path: HttpPath = quai): Promise<Client> {
	const client = await request(path, { names: [...names], kind: names.length > 1 ? 'couple' : 'person' });
	await path.does(path.practitioner.actor, client.dossier, 'contact.log', {
		kind: 'call',
		way: 'in',
		persons: client.persons.slice(0, 1).map((p) => p.id),
		text: words,
	});
	return client;
}
const agrees = (client: Client, to: string, person = client.persons[0]?.id, path: HttpPath = quai) =>
	path.does(path.practitioner.actor, client.dossier, 'authorisation.give', {
		person,
		to,
		what: 'Tout le dossier',
		why: 'Déménage à Moncton',
		means: 'paper',
	});
const sending = (client: Client) => ({
	card: theirCard,
	numbers: numbers(theirCard),
	basis: 'authorised',
	'parts[]': client.persons.map((p) => p.id),
});

/** Give a package to the page that receives it, as a browser does. */
async function hand(path: HttpPath, card: string, pack: string): Promise<Shown> {
	const form = new FormData();
	form.set('card', card);
	form.set('numbers', numbers(card));
	form.set('pack', new Blob([pack]), 'dossier.balise');
	const by = path.practitioner.actor;
	const { status, text, location } = await path.post(by, '/fr/office/clients/receive?/open', form);
	if (location) return reader(path, by).open(location.replace(path.origin, ''));
	return { address: '', status, html: text, text };
}
const register = async (client: Client, path: HttpPath = quai) =>
	Object.entries((await path.factsOf(client.dossier)).dossier.joint.transfer.sent);

test('[nb-6-s] a file passes to another practice with the person’s agreement, sealed to it; its receipt and its hashes stay', async () => {
	const secret = 'A confié avoir peur de son frère.';
	const client = await fileWith(secret, ['Ariane Levesque']);
	const shown = await eve.open(at(client, 'transfer'));
	const without = await eve.send(shown, 'send', sending(client));
	expect(dutiesOf(without)).toEqual(['nb-6-s']);
	expect(without.text).toContain('il manque l’accord de quelqu’un pour ce cabinet');
	// Agreed to somebody else: that opens nothing to these.
	await agrees(client, 'Une autre clinique');
	expect(dutiesOf(await eve.send(shown, 'send', sending(client)))).toEqual(['nb-6-s']);
	await agrees(client, name);
	const misread = await eve.send(shown, 'send', { ...sending(client), numbers: '00000 00000 00000 00000' });
	expect(misread.text).toContain('Ces nombres ne vont pas avec cette adresse');
	const noCard = await eve.send(shown, 'send', { ...sending(client), card: 'balise-adresse-1.rien' });
	expect(noCard.text).toContain('Ce n’est pas une adresse de réception');
	const sent = await eve.send(shown, 'send', sending(client));
	expect(sent.text).toContain('Téléchargez le paquet');
	const [[id = '', kept] = []] = await register(client);
	expect(kept?.leaving.digest).toMatch(/^[0-9a-f]{64}$/);
	// The register has hashes and no content.
	expect(JSON.stringify(kept)).not.toContain('Ariane');

	const { text: pack, status } = await quai.page(quai.practitioner.actor, at(client, `transfer/${id}/package`));
	expect(status).toBe(200);
	for (const words of [secret, 'Ariane', Buffer.from(secret).toString('base64')]) expect(pack).not.toContain(words);
	// The sender itself cannot open what it sealed to somebody else.
	expect((await hand(quai, ourCard, pack)).text).toContain('pas scellé pour votre cabinet');
	const broken = `${pack.slice(0, -40)}${pack.at(-40) === 'A' ? 'B' : 'A'}${pack.slice(-39)}`;
	expect((await hand(phare, ourCard, broken)).text).toContain('pas scellé pour votre cabinet');
	// Signed by somebody else than the practice whose address was given.
	expect((await hand(phare, theirCard, pack)).text).toContain('signé par quelqu’un d’autre');

	const arrived = await hand(phare, ourCard, pack);
	expect(arrived.address).toContain('/received');
	expect(arrived.text).toContain(secret);
	expect(arrived.text).toContain('Ariane Levesque');
	// A copy made here says that it lacks what was written there.
	const exported = await marie.open(arrived.address.replace('/received', '/export'));
	expect(exported.text).toContain('n’est ni dans cette copie');
	const again = await hand(phare, ourCard, pack);
	expect(again.address).toBe(arrived.address);
	expect((await verifyAll({ db: phare.world.db, world: phare.world })).findings).toEqual([]);

	const receipt = codeIn(arrived, 'balise-recu-1');
	const waiting = await eve.open(at(client, 'transfer'));
	const forged = await eve.send(waiting, `confirm:${id}`, { receipt: `${receipt.slice(0, -6)}AAAAAA` });
	expect(forged.text).toContain('ce reçu n’est pas celui de ce paquet');
	const confirmed = await eve.send(waiting, `confirm:${id}`, { receipt });
	expect(confirmed.text).toContain('Le reçu tient');
	expect((await eve.open(at(client, 'transfer'))).text).toContain('signé par l’autre cabinet');
});

test('[nb-6-s] the part of somebody who did not agree stays sealed for whoever receives the file', async () => {
	const client = await fileWith('Parle de son couple.', ['Rosa Pineault', 'Denis Pineault']);
	const [rosa, denis] = client.persons;
	await quai.does(quai.practitioner.actor, client.dossier, 'safetyTalk.record', {
		person: denis?.id,
		held: 'yes',
		together: 'notOk',
		note: 'Il m’a dit ce que Rosa ne doit pas savoir.',
	});
	await agrees(client, name, rosa?.id);
	const shown = await eve.open(at(client, 'transfer'));
	const mine = { ...sending(client), 'parts[]': [rosa?.id ?? ''] };
	// Both receive the service: one alone does not let the shared part go.
	expect(dutiesOf(await eve.send(shown, 'send', mine))).toEqual(['nb-6-s']);
	await agrees(client, name, denis?.id);
	await eve.send(shown, 'send', mine);
	const [[id] = []] = await register(client);
	const { text: pack } = await quai.page(quai.practitioner.actor, at(client, `transfer/${id}/package`));
	const arrived = await hand(phare, ourCard, pack);
	expect(arrived.text).toContain('Parle de son couple.');
	expect(arrived.text).not.toContain('ne doit pas savoir');
});

test('[nb-6-s] without agreement only on a ground of law: a cession told to the Order early enough, an order that is cited', async () => {
	const client = await fileWith('Rien.', ['Omer Duval']);
	const shown = await eve.open(at(client, 'transfer'));
	const ceded = { ...sending(client), basis: 'cession' };
	expect(dutiesOf(await eve.send(shown, 'send', ceded))).toEqual(['nb-6-s']);
	const today = dayOf(quai.world.now());
	const leaving = await eve.open('/fr/office/me/leaving');
	const taker = { to: name, profession: 'T.S., permis 12', address: '2, rue du Port', phone: '418 555-0188' };
	const declared = await eve.send(leaving, 'declare', { ...taker, agreedOn: today, on: '2030-01-01' });
	expect(declared.text).toContain('vous avise que je cède mes dossiers');
	expect((await eve.send(shown, 'send', ceded)).text).toContain('l’Ordre n’a pas été avisé');
	await eve.send(declared, 'notice', { on: today, how: 'Courriel' });
	expect((await eve.send(shown, 'send', ceded)).text).toContain('le délai de l’avis à l’Ordre court encore');
	// Told sixteen days ago instead: the delay is over.
	const [by, journal] = [quai.practitioner.actor, { kind: 'practitioner', id: quai.practitioner.account } as const];
	await quai.does(by, journal, 'cession.cancel', {});
	await quai.does(by, journal, 'cession.declare', { ...taker, agreedOn: today, on: '2030-01-01' });
	const told = dayOf(quai.world.now() - 16 * 86_400_000);
	await quai.does(by, journal, 'cession.notice', { on: told, how: 'Courriel' });
	expect((await eve.send(shown, 'send', ceded)).text).toContain('Téléchargez le paquet');

	const other = await fileWith('Rien.', ['Lina Cyr']);
	const page = await eve.open(at(other, 'transfer'));
	expect((await eve.send(page, 'send', { ...sending(other), basis: 'law' })).text).toContain(
		'il manque la loi ou l’ordonnance',
	);
	const cited = { ...sending(other), basis: 'law', reference: 'Cour supérieure, 100-04-000000-261' };
	expect((await eve.send(page, 'send', cited)).text).toContain('Téléchargez le paquet');
});

test('[nb-6-s] a package that nobody said they received shows on the board, until its receipt or its end', async () => {
	const moncton = await openHttpPath(quai.web, { province: 'NB' });
	const { open, send } = reader(moncton, moncton.practitioner.actor);
	const client = await fileWith('Rien.', ['Yvon Asselin'], moncton);
	const then = longAgo(moncton, 31);
	const address = addressIn(theirCard);
	const hash = 'a'.repeat(64);
	await then.does(moncton.practitioner.actor, client.dossier, 'record.transfer', {
		basis: 'law',
		reference: 'Ordonnance',
		to: name,
		box: address?.box,
		sign: address?.sign,
		compared: true,
		leaving: { digest: hash, head: hash, seq: 1, parts: ['joint'] },
	});
	expect(lackingIn(await open(at(client, 'board')))).toContain('nb-6-s');
	// What the register says of the file is not what the file is: nothing leaves.
	const [[id] = []] = await register(client, moncton);
	expect((await open(at(client, `transfer/${id}/package`))).status).toBe(409);
	const ended = await send(await open(at(client, 'transfer')), `end:${id}`, { reason: 'Jamais arrivé' });
	expect(ended.text).toContain('C’est noté');
	expect(lackingIn(await open(at(client, 'board')))).not.toContain('nb-6-s');
});

test('[nb-6-s] within a practice: handed over with the client’s agreement, or once whoever answered for it is gone', async () => {
	const luc = await quai.newAccount('member', 'Luc Morin');
	await quai.does(quai.practitioner.actor, quai.practice, 'member.join', {
		account: luc,
		name: 'Luc Morin',
		roles: ['practitioner'],
	});
	await registerPractitioner(quai.world, quai.practice.id, luc, {
		practitioner: {
			name: 'Luc Morin',
			title: 'T.S.',
			order: 'OTSTCFQ',
			territory: 'QC',
			address: '3, rue du Port',
			phone: '418 555-0166',
			email: 'luc@example.org',
			office: true,
		},
		permit: { regulator: 'OTSTCFQ', number: '99', from: '2020-04-01', until: '2040-03-31' },
	});
	const client = await fileWith('Suivi long.', ['Paule Gagné']);
	const team = await eve.open(at(client, 'team'));
	const given = { to: luc, reason: 'Je réduis ma pratique.' };
	expect(dutiesOf(await eve.send(team, 'handOver', given))).toEqual(['nb-6-s']);
	await agrees(client, 'Luc Morin');
	await eve.send(team, 'handOver', given);
	expect((await eve.open(at(client, 'timeline'))).status).toBe(404);
	const his = reader(quai, { account: luc, assurance: 'passkey' });
	expect((await his.open(at(client, 'timeline'))).text).toContain('Dossier confié à une autre personne');

	// Luc names who follows him, then leaves: the owner hands his files over, on that ground alone.
	const departures = await eve.open('/fr/office/practice/departures');
	expect(departures.text).not.toContain('Luc Morin');
	const back = { to: quai.practitioner.account, toName: 'Ève', basis: 'departure', reason: 'Parti.' };
	const early = await quai.attempt(quai.practitioner.actor, client.dossier, 'dossier.handOver', back);
	expect(JSON.stringify(early)).toContain('nb-6-s');
	await quai.does(quai.practitioner.actor, quai.practice, 'member.leave', { account: luc });
	const gone = await eve.open('/fr/office/practice/departures');
	expect(gone.text).toContain('Paule Gagné');
	const handed = await eve.send(gone, `hand:${client.dossier.id}`, {
		to: quai.practitioner.account,
		reason: 'Luc est parti.',
	});
	expect(handed.text).toContain('Le dossier est confié');
	expect((await eve.open(at(client, 'timeline'))).status).toBe(200);
	expect((await verifyAll({ db: quai.world.db, world: quai.world })).findings).toEqual([]);
});

test('[nb-6-s] a file whose chain was changed opens nothing at its receiver, and the line is named', async () => {
	const client = await fileWith('Elle a dit non.', ['Nora Bélanger']);
	const manifest = await manifestOf(quai.world.db, quai.practice.id, client.dossier, [
		'joint',
		...client.persons.map((p) => p.id),
	]);
	if (!manifest) throw new Error('no manifest');
	const honest: Archive = JSON.parse((await Array.fromAsync(archiveOf(quai.world, manifest))).join(''));
	const line = honest.lines.findIndex(({ opened }) => (JSON.stringify(opened) ?? '').includes('Elle a dit non.'));
	expect(line).toBeGreaterThan(0);
	const text = JSON.stringify(honest).replace('Elle a dit non.', 'Elle a dit oui.');
	const before = (await marie.open('/fr/office/clients')).text;
	const pack = await sealTo(addressIn(theirCard)?.box ?? '', Buffer.from(text));
	const answer = await hand(phare, ourCard, pack);
	expect(answer.text).toContain('rien n’a été ouvert');
	expect(answer.text).toContain(`Ligne ${line + 1}`);
	expect((await marie.open('/fr/office/clients')).text).toBe(before);
	const notJson = await sealTo(addressIn(theirCard)?.box ?? '', Buffer.from('rien'));
	expect((await hand(phare, ourCard, notJson)).text).toContain('pas scellé pour votre cabinet');
});

test('[nb-6-s] who worked alone and died: on proof the machine seals every file to the successor who was named', async () => {
	const solo = await openHttpPath(quai.web);
	const client = await fileWith('Elle attendait lundi.', ['Irma Otis'], solo);
	const { email = '' } = (await accountOf(solo.world, solo.practice.id, solo.practitioner.account)) ?? {};
	const out = openFolder();
	const [{ slug }] = (await solo.world.db
		.selectFrom('practice')
		.select('slug')
		.where('id', '=', solo.practice.id)
		.execute()) as [{ slug: string }];
	const run = (...more: readonly string[]) =>
		promisify(execFile)(
			process.execPath,
			[
				'src/server/app/cli/succession.ts',
				'--practice',
				slug,
				'--email',
				email,
				'--proof',
				'Certificat de décès vu',
				'--to',
				theirCard,
				'--out',
				out,
				...more,
			],
			{ env: { ...process.env, ...solo.web.env } },
		);
	const agreed = ['--numbers', numbers(theirCard)];
	await expect(run('--numbers', '1 2')).rejects.toThrow(/--numbers/);
	await expect(run(...agreed)).rejects.toThrow(/personne n’est nommé/);
	const named = {
		to: name,
		profession: 'T.S.',
		address: '2, rue du Port',
		phone: '418 555-0188',
		agreedOn: '2024-01-05',
	};
	await solo.does(solo.practitioner.actor, solo.practitioner.journal, 'succession.name', { ...named, approvals: 1 });
	await expect(run(...agreed)).rejects.toThrow(/des collègues doivent donner leur accord/);
	await solo.does(solo.practitioner.actor, solo.practitioner.journal, 'succession.name', { ...named, approvals: 0 });
	expect((await run(...agreed)).stdout).toContain('1 dossier scellé');
	const [file = ''] = readdirSync(out);
	const pack = readFileSync(join(out, file), 'utf8');
	expect(pack).not.toContain('Irma');
	const card = await cardOf(reader(solo, solo.practitioner.actor));
	expect((await hand(phare, card, pack)).text).toContain('Elle attendait lundi.');
	expect((await solo.factsOf(client.dossier)).dossier.joint.transfer.sent).not.toEqual({});
	rmSync(out, { recursive: true });
});
