import { chmodSync, mkdirSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEntries } from '#server/journal/read.ts';
import { poolOf } from '#server/platform/database.ts';
import { ask } from '../support/ask.ts';
import { missingOn } from '../support/board.ts';
import { deskOf } from '../support/desk.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { type Client, openSession, request, startSession, walk } from '../support/path.ts';
import { foundIn, stolenFrom, tablesWith, withoutKeys } from '../support/stolen.ts';

const web = await webApp(await testServer(), { LOG_LEVEL: 'debug' });
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });
const deskQc = deskOf(qc);
const deskNb = deskOf(nb);
/** What the board of the practice lacks. */
const lacks = (path: HttpPath) => missingOn(path, path.practitioner.actor, '/fr/office/board');

/** A word that stands nowhere else: in a name, a note, a message, on a sheet. */
const WORD = 'Zanzibarine';
const sheet = Buffer.from(`%PDF-1.7\n${WORD} sur papier\n%%EOF`);

async function inCare(path: HttpPath, name: string): Promise<Client & { readonly person: string }> {
	const client = await request(path, { names: [name] });
	await walk(path, client);
	const session = await openSession(path, client);
	await startSession(path, client, session);
	const { actor, account } = path.practitioner;
	const person = client.persons[0]?.id ?? '';
	const does = (act: string, input: object) => path.does(actor, client.dossier, act, input);
	await does('session.end', { id: session });
	const body = { reason: `Elle parle de ${WORD}.`, course: `${WORD} revient souvent.`, plan: `Revoir ${WORD}.` };
	await does('note.sign', {
		session,
		body,
		happened: {},
		stillFits: 'yes',
		attests: [person],
		sources: [],
		authors: [account],
	});
	const thread = path.world.newId();
	await does('message.send', { thread, purpose: 'care', channel: 'portal', person, body: `À mardi, ${WORD}.` });
	await does('paper.scan', { person, of: 'other', content: sheet.toString('base64') });
	return { ...client, person };
}
const inQuebec = await inCare(qc, `Odile ${WORD}`);
const atHome = await inCare(nb, `Rosalie ${WORD}`);

/** The key file as somebody left it, then as it must be again. */
async function withKeysAs(left: () => () => void, look: () => Promise<void>): Promise<void> {
	const mend = left();
	try {
		await look();
	} finally {
		mend();
	}
}
const keys = web.env.BALISE_KEYS ?? '';
const openedToOthers = () => {
	chmodSync(keys, 0o644);
	return () => chmodSync(keys, 0o600);
};
/** Somebody moved them into the data, and left a link in their place. */
const movedIntoTheData = () => {
	const data = web.env.BALISE_DATA ?? '';
	mkdirSync(data, { recursive: true });
	const inside = join(data, 'keys.json');
	renameSync(keys, inside);
	symlinkSync(inside, keys);
	return () => {
		unlinkSync(keys);
		renameSync(inside, keys);
	};
};

test('[qc-3.02-b1] keys that lie with the data, or open to others of the machine, are seen on the board', async () => {
	expect(await lacks(qc)).not.toContain('qc-3.02-b1');
	for (const [left, said] of [
		[openedToOthers, 'Lisibles par d’autres comptes'],
		[movedIntoTheData, 'Au même endroit que les données'],
	] as const)
		await withKeysAs(left, async () => {
			expect(await lacks(qc)).toContain('qc-3.02-b1');
			expect((await deskQc.open('/fr/office/practice/safeguards')).text).toContain(said);
		});
	expect(await lacks(qc)).not.toContain('qc-3.02-b1');
	expect((await deskQc.open('/fr/office/practice/safeguards')).text).toContain('Lisibles par Balise seul');
});

test('[qc-3.02-b1] a word of a note is in no file of the database, no index, log, temporary file or attachment; with the key withheld the record cannot be opened', async () => {
	expect((await deskQc.open(deskQc.at(inQuebec, 'notes'))).text).toContain(WORD);
	const { database, files } = await stolenFrom(web);
	expect(database.length).toBeGreaterThan(200);
	expect(database.some((f) => f.includes('pg_wal'))).toBe(true);
	expect(foundIn(web, files, [WORD])).toEqual([]);
	const tables = await tablesWith(web, WORD);
	expect(tables.read).toBeGreaterThan(15);
	expect(tables.found).toEqual([]);
	// The search does find what is in the clear: an id of a practice is in its table, and the file of that table.
	expect((await tablesWith(web, qc.practice.id)).found).not.toEqual([]);
	expect(web.said()).not.toBe('');

	const parts = { parts: ['joint', inQuebec.person], limit: 500 };
	const read = (world: typeof qc.world) => readEntries(world, qc.practice.id, inQuebec.dossier, parts);
	expect(JSON.stringify((await read(qc.world)).entries)).toContain(WORD);
	await expect(read(withoutKeys(qc.world))).rejects.toThrow('is not in the key file');
});

test('[nb-6-r] a stolen copy of the data without the key yields no name, note or file', async () => {
	const { files } = await stolenFrom(web);
	const email = (await nb.factsOf(atHome.dossier)).dossier.of(atHome.person).intake.contact?.email ?? '';
	expect(email).toContain('@');
	const known = [`Rosalie ${WORD}`, 'Rosalie', 'revient souvent', 'sur papier', '418-555-0199', email];
	expect(foundIn(web, files, known)).toEqual([]);
	const parts = { parts: ['joint', atHome.person], limit: 500 };
	await expect(readEntries(withoutKeys(nb.world), nb.practice.id, atHome.dossier, parts)).rejects.toThrow(
		'is not in the key file',
	);
});

test('[nb-6-r] who does not care for them can neither open nor search the record; paper is part of it', async () => {
	const account = await nb.newAccount('member', 'Luc Roy');
	const luc = { account, assurance: 'passkey' } as const;
	await nb.does(nb.practitioner.actor, nb.practice, 'member.join', {
		account,
		name: 'Luc Roy',
		roles: ['practitioner'],
	});
	for (const place of ['', 'notes', 'papers', 'timeline', 'messages', 'payments', 'searches']) {
		const seen = await nb.page(luc, deskNb.at(atHome, place));
		expect([place, seen.status]).toEqual([place, 404]);
		expect(seen.text).not.toContain(WORD);
	}
	for (const address of [
		'/fr/office',
		'/fr/office/clients',
		`/fr/office/clients?q=${WORD}`,
		'/fr/office/day',
		'/fr/office/outbox',
	])
		expect((await nb.page(luc, address)).text.replaceAll(`q=${WORD}`, '').includes(`Rosalie ${WORD}`)).toBe(false);

	expect(await deskNb.lacks(atHome)).not.toContain('nb-6-r');
	await deskNb.fills(atHome, 'papers', 'list', { what: 'Dessin', place: 'Sur le bureau' });
	expect(await deskNb.lacks(atHome)).toContain('nb-6-r');
	const [id = ''] = Object.keys((await nb.factsOf(atHome.dossier)).dossier.joint.register.items);
	await deskNb.fills(atHome, 'papers', `place:${id}`, { place: 'Classeur', 'locked:b': 'yes' });
	expect(await deskNb.lacks(atHome)).not.toContain('nb-6-r');
	await withKeysAs(openedToOthers, async () => expect(await deskNb.lacks(atHome)).toContain('nb-6-r'));
});

/** Past every wall of the product, as an administrator of the database could. */
async function byHand(statement: string, values: readonly unknown[]): Promise<void> {
	const owner = poolOf({ url: web.env.DATABASE_URL ?? '' }, 1, 'owner');
	await owner.query(statement, [...values]);
	await owner.end();
}

test('[nb-6-c] one entry altered by hand in the database: the integrity check names it, and the board says so', async () => {
	expect(await lacks(nb)).toContain('nb-6-c');
	const page = '/fr/office/practice/safeguards';
	const whole = await deskNb.send(await deskNb.open(page), 'check');
	expect(whole.text).toMatch(/\d+ lignes relues : rien n’a changé hors de Balise/);
	expect(await lacks(nb)).not.toContain('nb-6-c');

	const flip =
		'update entry set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 255) where journal_id = $1 and seq = $2';
	await byHand(flip, [atHome.dossier.id, 3]);
	const broken = await deskNb.send(await deskNb.open(page), 'check');
	expect(broken.text).toContain(`Journal ${atHome.dossier.id} : la ligne 3 n’est plus celle qui a été écrite.`);
	expect(await lacks(nb)).toContain('nb-6-c');
	await byHand(flip, [atHome.dossier.id, 3]);
	expect((await deskNb.send(await deskNb.open(page), 'check')).text).toContain('rien n’a changé');
	expect(await lacks(nb)).not.toContain('nb-6-c');
});

/** A file chosen in the form of the page, as a browser sends it. */
async function upload(path: HttpPath, client: Client, name: string, content: Buffer) {
	const edge = '----balise';
	const field = (key: string, value: string) =>
		`--${edge}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
	const head = `${field('person', client.persons[0]?.id ?? '')}${field('of', 'other')}--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
	const { account = '' } = path.practitioner;
	return ask(path.origin, `/fr/office/clients/${client.dossier.id}/papers?/scan`, {
		method: 'POST',
		headers: {
			'content-type': `multipart/form-data; boundary=${edge}`,
			accept: 'text/html',
			origin: path.origin,
			cookie: await web.forPractice(path.practice.id).cookie(account),
		},
		body: `${head}${content.toString('latin1')}\r\n--${edge}--\r\n`,
	});
}

test('[nb-6-c] an infected or disguised file is refused; what is downloaded is never active content of our own address', async () => {
	const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
	const scans = async () => (await nb.factsOf(atHome.dossier)).dossier.of(atHome.person).papers.scans.length;
	const before = await scans();
	for (const [name, content, said] of [
		['note.pdf', eicar, 'ce document pourrait agir'],
		[
			'formulaire.pdf',
			'%PDF-1.7\n/OpenAction << /S /JavaScript /JS (app.alert(1)) >>\n%%EOF',
			'ce document pourrait agir',
		],
		['photo.jpg', 'MZ\u0090\u0000 program', 'n’est pas ce que son nom dit'],
		['page.pdf', '<!doctype html><script>alert(1)</script>', 'n’est pas ce que son nom dit'],
	] as const) {
		const answer = await upload(nb, atHome, name, Buffer.from(content, 'latin1'));
		expect([name, answer.status]).toEqual([name, 409]);
		expect(answer.text).toContain(said);
		expect(answer.text).toContain('/norms/nb-6-c');
	}
	expect(await scans()).toBe(before);
	expect((await upload(nb, atHome, 'feuille.pdf', sheet)).status).toBe(200);
	expect(await scans()).toBe(before + 1);

	const seq = (await nb.factsOf(atHome.dossier)).dossier.of(atHome.person).papers.scans.at(-1)?.evidence.seq;
	const got = await nb.page(nb.practitioner.actor, deskNb.at(atHome, `papers/scan/${seq}`));
	expect(got.text).toContain(WORD);
	expect(got.headers).toMatchObject({
		'content-type': 'application/pdf',
		'content-disposition': expect.stringMatching(/^attachment/),
		'content-security-policy': expect.stringContaining('sandbox'),
		'x-content-type-options': 'nosniff',
	});
	// Sent as a page, it would still not run.
	expect(got.headers['content-security-policy']).toContain("default-src 'none'");
});
