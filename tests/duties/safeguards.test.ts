import { expect, test } from 'vitest';
import { acts } from '#server/capabilities/index.ts';
import { accessOf } from '#server/journal/access.ts';
import { readEntries } from '#server/journal/read.ts';
import type { Actor } from '#server/kernel/act.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { missingOn } from '../support/board.ts';
import { addressFor, assetsOf, everyPage, loadedFromOutside } from '../support/crawl.ts';
import { deskOf } from '../support/desk.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { mailOf } from '../support/mailbox.ts';
import { everybody, mayDo, mayOpen, member, type Who } from '../support/matrix.ts';
import { formOf } from '../support/no-script.ts';
import { inDays } from '../support/path.ts';
import { allRoutes } from '../support/routes.ts';
import {
	byHand,
	inCare,
	movedIntoTheData,
	openedToOthers,
	sheet,
	upload,
	WORD,
	withKeysAs,
} from '../support/safeguards.ts';
import { foundIn, stolenFrom, tablesWith, withoutKeys } from '../support/stolen.ts';
import { longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer(), { LOG_LEVEL: 'debug' });
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });
const deskQc = deskOf(qc);
const deskNb = deskOf(nb);
/** What the board of the practice lacks. */
const lacks = (path: HttpPath) => missingOn(path, path.practitioner.actor, '/fr/office/board');

const inQuebec = await inCare(qc, `Odile ${WORD}`);
const atHome = await inCare(nb, `Rosalie ${WORD}`);

test('[qc-3.02-b1] keys that lie with the data, or open to others of the machine, are seen on the board', async () => {
	expect(await lacks(qc)).not.toContain('qc-3.02-b1');
	for (const [left, said] of [
		[openedToOthers(web), 'Lisibles par d’autres comptes'],
		[movedIntoTheData(web), 'Au même endroit que les données'],
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
	// …and so does the search of the files, of what is in the clear: the name of a table.
	expect(foundIn(web, files, ['practice_slug_key'])).not.toEqual([]);
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
	for (const address of ['/fr/office', '/fr/office/clients', '/fr/office/day', '/fr/office/outbox'])
		expect((await nb.page(luc, address)).text.includes(`Rosalie ${WORD}`)).toBe(false);
	const asked = await nb.post(luc, '/fr/office/clients?/find', { q: 'Rosalie' });
	expect(asked.status).toBe(200);
	expect(asked.text).not.toContain(WORD);

	expect(await deskNb.lacks(atHome)).not.toContain('nb-6-r');
	await deskNb.fills(atHome, 'papers', 'list', { what: 'Dessin', place: 'Sur le bureau' });
	expect(await deskNb.lacks(atHome)).toContain('nb-6-r');
	const [id = ''] = Object.keys((await nb.factsOf(atHome.dossier)).dossier.joint.register.items);
	await deskNb.fills(atHome, 'papers', `place:${id}`, { place: 'Classeur', 'locked:b': 'yes' });
	expect(await deskNb.lacks(atHome)).not.toContain('nb-6-r');
	await withKeysAs(openedToOthers(web), async () => expect(await deskNb.lacks(atHome)).toContain('nb-6-r'));
});

test('[nb-6-c] one entry altered by hand in the database: the integrity check names it, and the board says so', async () => {
	expect(await lacks(nb)).toContain('nb-6-c');
	const page = '/fr/office/practice/safeguards';
	const whole = await deskNb.send(await deskNb.open(page), 'check');
	expect(whole.text).toMatch(/\d+ lignes relues : rien n’a changé hors de Balise/);
	expect(await lacks(nb)).not.toContain('nb-6-c');

	const flip =
		'update entry set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 255) where journal_id = $1 and seq = $2';
	await byHand(web, flip, [atHome.dossier.id, 3]);
	const broken = await deskNb.send(await deskNb.open(page), 'check');
	expect(broken.text).toContain(`Journal ${atHome.dossier.id} : la ligne 3 n’est plus celle qui a été écrite.`);
	expect(await lacks(nb)).toContain('nb-6-c');
	await byHand(web, flip, [atHome.dossier.id, 3]);
	expect((await deskNb.send(await deskNb.open(page), 'check')).text).toContain('rien n’a changé');
	expect(await lacks(nb)).not.toContain('nb-6-c');
});

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

test('[nb-6-a] a client is created with the required fields alone: nothing else is demanded', async () => {
	const page = await deskNb.open('/fr/office/clients/new');
	const form = formOf(page, 'send');
	const required = [...form.html.matchAll(/<(?:input|select|textarea)\b[^>]*\brequired\b[^>]*>/g)].map(
		([tag]) => /\sname="([^"]+)"/.exec(tag)?.[1] ?? '',
	);
	// Where several practise, also with whom: it is asked only then.
	const demanded = [...new Set(required)].filter((name) => name !== 'practitioner').sort();
	expect(demanded).toEqual(['kind', 'persons.0.language', 'persons.0.name', 'prefers', 'reason', 'via']);
	const sent = await deskNb.send(page, 'send', {
		via: 'phone',
		kind: 'person',
		prefers: 'remote',
		reason: 'Demande de soutien',
		'persons.0.name': 'Ariane Cyr',
		'persons.0.language': 'fr',
		'persons.0.contact.phone': '506-555-0107',
		...('practitioner' in form.fields && { practitioner: nb.practitioner.account }),
	});
	expect(sent.status).toBe(200);
	expect(sent.address).toMatch(/clients\/[0-9a-f-]{36}$/);
});

test('[nb-6-a] no script, font or tracker of anybody else is loaded by any page, and nothing counts visits', async () => {
	const pages = await everyPage(nb, { client: atHome, lang: 'fr' });
	expect(pages.filter((p) => p.status === 200).length).toBeGreaterThan(70);
	const html = pages.filter((p) => p.html.includes('<html'));
	for (const { address, html: text, policy, cookies } of html) {
		expect([address, loadedFromOutside(text, nb.origin)]).toEqual([address, []]);
		// The browser itself refuses the rest: nothing but our own address, not even for a picture.
		expect([address, policy]).toEqual([address, expect.stringContaining("default-src 'none'")]);
		expect([address, policy.match(/https?:|\*|wss?:/g)]).toEqual([address, null]);
		expect([address, cookies.filter((c) => !c.startsWith('balise-'))]).toEqual([address, []]);
	}
	const assets = await assetsOf(nb, html);
	expect([...assets.keys()].filter((name) => name.endsWith('.css')).length).toBeGreaterThan(0);
	expect([...assets.keys()].filter((name) => name.endsWith('js')).length).toBeGreaterThan(20);
	const counters =
		/google-analytics|googletagmanager|gtag\(|matomo|piwik|plausible|segment\.io|mixpanel|hotjar|sentry|fonts\.g|cdn\.|unpkg|jsdelivr/i;
	for (const [name, text] of assets) {
		if (name.endsWith('.css')) expect([name, loadedFromOutside(text, nb.origin)]).toEqual([name, []]);
		expect([name, counters.exec(text)?.[0]]).toEqual([name, undefined]);
	}
	for (const { address, html: text } of html) expect([address, counters.exec(text)?.[0]]).toEqual([address, undefined]);
	// The look is one that sees.
	expect(loadedFromOutside('<script src="https://cdn.example/a.js"></script>', nb.origin)).toHaveLength(1);
});

test('[nb-6-a] a tool that nobody looked at is on the board until somebody says what it lets others see', async () => {
	const id = nb.world.newId();
	await nb.does(nb.practitioner.actor, nb.practice, 'tool.register', {
		id,
		name: 'Tableau partagé',
		channel: 'chat',
		socialNetwork: false,
	});
	expect(await lacks(nb)).toContain('nb-6-a');
	const assess = (confidentiality: boolean) => ({ id, confidentiality, norms: true, reason: 'Lu la politique.' });
	await nb.does(nb.practitioner.actor, nb.practice, 'tool.assess', assess(false));
	expect(await lacks(nb)).toContain('nb-6-a');
	const tools = Object.values((await nb.factsOf(nb.practice)).practice.practice.tools);
	for (const tool of tools)
		await nb.does(nb.practitioner.actor, nb.practice, 'tool.assess', { ...assess(true), id: tool.id });
	expect(await lacks(nb)).not.toContain('nb-6-a');
});

test('[def-nb-privacy] no public page, no error page says anything of a client, or that somebody is one', async () => {
	const email = (await nb.factsOf(atHome.dossier)).dossier.of(atHome.person).intake.contact?.email ?? '';
	const told = [WORD, 'Rosalie', '418-555-0199', email];
	const nobody = () => undefined;
	const said: string[] = [];
	for (const lang of ['fr', 'en'] as const)
		for (const { address, status, html } of await everyPage(nb, { client: atHome, lang }, nobody)) {
			expect(status, address).toBeLessThan(500);
			// A page of somebody is answered as a page of nobody: the same way in, or nothing there.
			if (/office|portal|room|live|account/.test(address)) expect([303, 404], address).toContain(status);
			said.push(...told.filter((word) => html.includes(word)).map((word) => `${word} on ${address}`));
		}
	expect(said).toEqual([]);
	const strange = [`/fr/office/clients/${atHome.dossier.id}`, `/fr/portal/${atHome.dossier.id}`];
	for (const address of strange) {
		const real = await nb.page(undefined, address);
		const none = await nb.page(undefined, address.replace(atHome.dossier.id, nb.world.newId()));
		expect([real.status, real.text.length]).toEqual([none.status, none.text.length]);
	}
	const errors = [
		'/fr/nulle-part',
		'/fr/request?who=%00',
		`/fr/claim/${'x'.repeat(32)}`,
		'/feed/x/y',
		'/%ff',
		'/api/acts',
	];
	for (const address of errors) {
		const { text } = await nb.page(undefined, address);
		expect(told.filter((word) => text.includes(word))).toEqual([]);
	}
});

test('[def-nb-privacy] no subject of a letter and no calendar invitation says who, or what for; the name they leave under is neutral', async () => {
	const box = await mailOf(nb, 'rosalie');
	const times = inDays(nb.world, 3);
	await nb.does(nb.practitioner.actor, atHome.dossier, 'appointment.book', {
		id: nb.world.newId(),
		purpose: 'service',
		mode: 'video',
		persons: [atHome.person],
		practitioner: nb.practitioner.account,
		...times,
	});
	const letters = await box.after(4);
	const telling =
		/th[ée]rap|soci(al|aux)|clini|client|intervenant|couns|couple|famil|séance|dossier|patient|santé|health|Rosalie|Zanzibar|Tremblay|Ruisseau/i;
	for (const { email } of letters) {
		expect(email.subject ?? '').not.toMatch(telling);
		expect(email.from?.name).toBe('Agenda');
		for (const file of email.attachments) {
			const text = Buffer.from(file.content as ArrayBuffer).toString();
			expect(text.replace(/^(ORGANIZER|ATTENDEE).*$/gm, '')).not.toMatch(telling);
		}
	}

	expect(await lacks(nb)).not.toContain('def-nb-privacy');
	const rename = async (senderName: string) =>
		deskNb.send(await deskNb.open('/fr/office/practice'), 'describe', { senderName });
	await rename('Clinique de thérapie du Ruisseau');
	expect(await lacks(nb)).toContain('def-nb-privacy');
	await rename('Agenda');
	expect(await lacks(nb)).not.toContain('def-nb-privacy');
});

test('[qc-3.08-a] every role × every act and page of a record: access only where the matrix allows; each reading by staff is in the log the client sees', async () => {
	const file = await inCare(qc, 'Mireille Matrice');
	const all = await everybody(qc, file, inQuebec);
	const absent = { kind: 'dossier', id: qc.world.newId() } as const;
	const patterns = allRoutes().filter((r) => r.page && r.pattern.includes('[dossier'));
	const opened: [Who, string][] = [];
	for (const [who, actor] of Object.entries(all) as [Who, Actor][])
		for (const { pattern } of patterns) {
			const seen = await qc.page(actor, addressFor(pattern, { client: file, lang: 'fr' }));
			if (seen.status === 200) opened.push([who, pattern]);
			if (!mayOpen[who](pattern)) {
				expect([who, pattern, seen.status]).toEqual([who, pattern, expect.toBeOneOf([303, 307, 404])]);
				expect([who, pattern, seen.text.includes('Mireille')]).toEqual([who, pattern, false]);
			}
			if (who === 'receptionist' || who === 'owner') expect(seen.text).not.toContain(WORD);
		}
	const count = (who: Who) => opened.filter(([w]) => w === who).length;
	expect(count('practitioner')).toBeGreaterThan(25);
	expect(count('supervisor')).toBe(count('practitioner'));
	expect(count('client')).toBeGreaterThan(12);
	expect(count('receptionist')).toBeGreaterThan(1);

	const outside = new Set<Who>(['nobody', 'anotherClient', 'colleague', 'privacyOfficer']);
	const direct = longAgo(qc, 0);
	const input = { person: file.person, id: qc.world.newId(), reason: 'Pour voir', text: 'x', name: 'X' };
	const done = new Map<Who, number>();
	for (const [who, actor] of Object.entries(all) as [Who, Actor][])
		for (const { act } of Object.values(acts).filter(({ act }) => act.on === 'dossier' && !act.creates)) {
			const answer = await direct.attempt(actor, file.dossier, act.name, input);
			if (mayDo[who](act)) {
				done.set(who, (done.get(who) ?? 0) + 1);
				continue;
			}
			expect([who, act.name, isRefusal(answer)]).toEqual([who, act.name, true]);
			// Whom the file is closed to is answered as if there were none.
			if (!outside.has(who)) continue;
			expect([who, act.name, answer]).toEqual([who, act.name, await direct.attempt(actor, absent, act.name, input)]);
		}
	expect([...done.keys()]).toEqual(['privacyOfficer', 'owner', 'receptionist', 'client', 'supervisor', 'practitioner']);

	// Whoever of the house opened it is told to the person, view by view; nobody who was turned away.
	const lines = await accessOf(qc.world, qc.practice.id, file.dossier.id, { person: file.person, limit: 300 });
	const views = (actor: Actor) =>
		new Set(lines.filter((l) => l.account === actor.account && l.outcome === 'done').map((l) => l.what));
	expect(views(all.supervisor).size).toBeGreaterThan(25);
	for (const view of ['notes', 'papers', 'timeline', 'messages', 'payments', 'board'])
		expect(views(all.supervisor)).toContain(`read ${view}`);
	const log = await qc.page(all.client, `/fr/portal/${file.dossier.id}/file/opened`);
	for (const name of ['Ève Tremblay', 'Sylvie Supervise', 'Olive Ouvre', 'Rémi Reçoit'])
		expect([name, log.text.includes(name)]).toEqual([name, true]);
	for (const name of ['Colin Collègue', 'Paule Privée', `Odile ${WORD}`]) expect(log.text).not.toContain(name);
});

test('[qc-3.08-a] somebody who left the practice opens nothing more, and the board of a file that still names them says so', async () => {
	const luc = await member(qc, 'Luc Parti', ['practitioner']);
	await qc.does(qc.practitioner.actor, inQuebec.dossier, 'careTeam.join', {
		account: luc.account,
		role: 'practitioner',
		need: 'Remplace une semaine.',
		noOtherRelation: true,
	});
	expect((await qc.page(luc, deskQc.at(inQuebec, 'notes'))).status).toBe(200);
	expect(await deskQc.lacks(inQuebec)).not.toContain('qc-3.08-a');
	await qc.does(qc.practitioner.actor, qc.practice, 'member.leave', { account: luc.account });
	expect([303, 404]).toContain((await qc.page(luc, deskQc.at(inQuebec, 'notes'))).status);
	expect(await deskQc.lacks(inQuebec)).toContain('qc-3.08-a');
	expect(await deskQc.mend(inQuebec, 'qc-3.08-a')).toContain('/team');
	await qc.does(qc.practitioner.actor, inQuebec.dossier, 'careTeam.leave', {
		account: luc.account,
		reason: 'Est parti.',
	});
	expect(await deskQc.lacks(inQuebec)).not.toContain('qc-3.08-a');
});
