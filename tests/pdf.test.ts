import { expect, test } from 'vitest';
import { pdfBytes } from '#server/platform/pdf.ts';
import { deskOf } from './support/desk.ts';
import { onTheWay } from './support/duties.ts';
import { openHttpPath, webApp } from './support/http-path.ts';
import { testServer } from './support/index.ts';
import { formsIn, reader } from './support/no-script.ts';
import { openSession, request, startSession } from './support/path.ts';
import { readPdf } from './support/pdf-text.ts';

const qc = await openHttpPath(await webApp(await testServer()));
const desk = deskOf(qc);
const me = qc.practitioner;
const markup = '#read("/etc/passwd") *gras* $x$ <b>i</b> \\ [lien]';

/** The words stand in that order. */
function inOrder(text: string, ...words: readonly string[]): void {
	let from = 0;
	for (const word of words) {
		const at = text.indexOf(word, from);
		expect(at, `${word} in\n${text}`).toBeGreaterThanOrEqual(from);
		from = at + word.length;
	}
}

test('a document is tagged, has its title and language, and shows as written what looks like markup, or like nothing', async () => {
	const bytes = await pdfBytes({
		lang: 'en',
		title: 'A “title” & more',
		blocks: [
			{ is: 'heading', level: 1, text: 'First' },
			{ is: 'text', text: `${markup}\nÉté, œuf, «\u00a0oui\u00a0» — fin` },
			{ is: 'facts', rows: [['Who:', 'Léa']] },
			{ is: 'small', text: 'a sign \u{12000} nobody has, \u0007' },
			{ is: 'strong', text: 'Last' },
		],
		footer: ['Fingerprint abc'],
	});
	const read = readPdf(bytes);
	expect(read).toMatchObject({ lang: 'en-CA', tagged: true, universal: true, title: 'A “title” &amp; more' });
	inOrder(read.text, 'A “title” & more', 'First', '/etc/passwd', '*gras* $x$ <b>i</b>', '[lien]');
	inOrder(
		read.text,
		'Été, œuf, «\u00a0oui\u00a0» — fin',
		'Who:',
		'Léa',
		'a sign [U+12000] nobody',
		'Last',
		'Fingerprint abc',
	);
	expect(read.text).toContain('#read(');
	expect(read.text).not.toContain('root:');
});

test('a document that cannot be made says so, and none of its words', async () => {
	const wrong = { lang: 'fr', title: 'x', blocks: [{ is: 'text' }], footer: [] } as never;
	await expect(pdfBytes(wrong)).rejects.toThrow(/^a PDF was not made: its process ended with 1$/);
});

test('a signed note, and the sheet of a disclosure, are PDFs with the hash of their line and the latest root', async () => {
	const { client, person } = await onTheWay(qc, [], ['Florida Simard']);
	const session = await openSession(qc, client);
	await startSession(qc, client, session);
	await qc.does(me.actor, client.dossier, 'session.end', { id: session });
	await qc.does(me.actor, client.dossier, 'note.sign', {
		session,
		body: { reason: 'Suite', course: markup, plan: 'Se revoir mardi.' },
		happened: { who: 'Florida Simard, Ève Tremblay' },
		mood: 'observed',
		attests: [person],
		sources: [],
		authors: [me.account],
	});
	const notes = await desk.open(desk.at(client, 'notes'));
	const seq = /id="n-(\d+)"/.exec(notes.html)?.[1] ?? '';
	await qc.does(me.actor, client.dossier, 'note.amend', { note: Number(seq), text: 'Un ajout.' });
	expect(notes.html).toContain(`/notes/pdf/${seq}"`);
	const answer = await qc.page(me.actor, desk.at(client, `notes/pdf/${seq}`));
	expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
	const note = readPdf(answer.bytes);
	expect(note).toMatchObject({ lang: 'fr-CA', tagged: true, universal: true });
	expect(note.title).toContain('Note du');
	inOrder(note.text, 'Motif de la rencontre', 'Suite', '*gras* $x$ <b>i</b>', 'Suite prévue', 'Se revoir mardi.');
	inOrder(note.text, 'Se revoir mardi.', 'Florida Simard, Ève Tremblay', 'Ajouts datés', 'Un ajout.');
	expect(note.text).toMatch(/Empreinte de la ligne\s: [0-9a-f]{64}/);
	expect(note.text).toMatch(/Racine la plus récente\s: [0-9a-f]{64}/);
	for (const wrong of ['0', '1', '999999', 'x', '1e99'])
		expect((await qc.page(me.actor, desk.at(client, `notes/pdf/${wrong}`))).status, wrong).toBe(404);
	expect((await qc.page(client.persons[0]?.actor, desk.at(client, `notes/pdf/${seq}`))).status).toBe(404);

	const left = { ground: 'professionalDuty', to: 'Dre Roy', persons: [person], lines: [Number(seq)], how: 'handed' };
	const { entries } = await qc.does(me.actor, client.dossier, 'record.disclose', left);
	const at = desk.at(client, `disclose/${entries[0]?.seq}`);
	expect((await desk.open(at)).html).toContain('/pdf"');
	const sheet = readPdf((await qc.page(me.actor, `${at}/pdf`)).bytes);
	expect(sheet.title).toContain('Dre Roy');
	inOrder(sheet.text, 'Note signée', 'Se revoir mardi.', 'Empreinte de la ligne');
	expect(sheet.text).not.toContain('Un ajout.');
});

test('the copy that a person asked for, and the copy of a file, are PDFs too: each holds what its reader may read', async () => {
	const client = await request(qc, { names: ['Gédéon Bélanger'] });
	const [one] = client.persons;
	const mine = reader(qc, one?.actor);
	const space = `/fr/portal/${client.dossier.id}/record`;
	await mine.send(await mine.open(space), 'ask', { asks: 'copy' });
	const [id = ''] = Object.keys((await qc.factsOf(client.dossier)).dossier.of(one?.id ?? '').record.requests);
	let page = await desk.open(desk.at(client, `rights/${id}`));
	if (formsIn(page.html).some((f) => f.fields._instance === 'rest')) page = await desk.send(page, 'look:rest');
	const given = await desk.send(page, 'deliver', { answer: 'granted', way: 'space', harm: 'nobody' });
	expect(given.status).toBe(200);
	expect((await mine.open(`${space}/${id}`)).html).toContain(`${id}/pdf"`);
	const copy = readPdf((await qc.page(one?.actor, `${space}/${id}/pdf`)).bytes);
	expect(copy).toMatchObject({ title: 'Ma copie', tagged: true, universal: true });
	inOrder(copy.text, 'Première demande reçue', 'Empreinte de la ligne');
	expect((await qc.page(me.actor, `${space}/${id}/pdf`)).status).toBe(404);

	const form = { format: 'pdf', protection: 'locked', place: 'Voûte', 'risk:b': 'on' };
	const noted = await desk.send(await desk.open(desk.at(client, 'export')), 'make', form);
	const link = /href="(export\/[0-9a-f-]{36})"/.exec(noted.html)?.[1] ?? '';
	const whole = readPdf((await qc.page(me.actor, desk.at(client, link))).bytes);
	expect(whole.title).toContain('Copie du dossier');
	inOrder(whole.text, 'Dossier ouvert', 'Première demande reçue', 'Gédéon Bélanger');
});
