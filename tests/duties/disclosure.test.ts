import { expect, test } from 'vitest';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, reader } from '../support/no-script.ts';
import { type Client, request } from '../support/path.ts';
import { lackingIn } from '../support/tasks.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const nb = await openHttpPath(web, { province: 'NB' });

async function inFile(path: HttpPath, name: string) {
	const client: Client = await request(path, { names: [name] });
	const { open, send } = reader(path, path.practitioner.actor);
	const place = (at: string) => `/fr/office/clients/${client.dossier.id}/${at}`;
	const person = client.persons[0]?.id ?? '';
	await path
		.does(path.practitioner.actor, client.dossier, 'message.send', {
			thread: path.world.newId(),
			purpose: 'care',
			channel: 'portal',
			body: 'Le mot-clé ornithorynque.',
		})
		.catch(() => undefined);
	const page = () => open(place('disclose'));
	const tell = async (fields: Readonly<Record<string, string>>) =>
		send(await page(), 'disclose', { 'persons[]': person, to: 'Dre Roy', how: 'handed', ...fields });
	const authorise = async (fields: Readonly<Record<string, string>> = {}) =>
		send(await page(), 'authorise', {
			person,
			to: 'Dre Roy',
			what: 'Le plan',
			why: 'Suivi partagé',
			means: 'paper',
			...fields,
		});
	return { client, person, open, send, place, page, tell, authorise };
}

test('[qc-3.08-b] danger: the numbers come first; who and why now in one line; the rest stays due; only what was chosen leaves', async () => {
	const { open, send, place, page, tell } = await inFile(qc, 'Rosalie Dubé');
	const shown = await page();
	expect(shown.text).toContain('Un danger ? Appelez d’abord');
	expect(shown.html.indexOf('id="numbers"')).toBeLessThan(shown.html.indexOf('id="disclose"'));
	expect(shown.html).toContain('href="tel:911"');
	const line = /name="lines\[\]:n"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="lines\[\]:n"/.exec(shown.html);
	const seq = line?.[1] ?? line?.[2] ?? '';
	expect(seq).not.toBe('');
	const blank = await tell({ ground: 'danger', 'lines[]:n': seq });
	expect(dutiesOf(blank)).toEqual(['qc-3.08-b']);
	expect(blank.text).toContain('il manque qui est en danger, et pourquoi maintenant');
	const sheet = await tell({ ground: 'danger', 'lines[]:n': seq, danger: 'Rosalie, menacée ce soir chez elle' });
	expect(sheet.address).toContain(`/disclose/`);
	expect([...sheet.html.matchAll(/<li[ >]/g)].length).toBeGreaterThan(0);
	expect(lackingIn(await open(place('board')))).toContain('qc-3.08-b');
	const due = await page();
	expect(due.text).toContain('Un danger grave, prévisible et imminent');
	const id =
		/name="_instance" value="([0-9a-f-]{36})"/.exec(due.html.slice(due.html.indexOf('id="register"')))?.[1] ?? '';
	const completed = await send(due, `complete:${id}`, { minimum: 'Son adresse', reasons: 'Menace précise' });
	expect(completed.text).toContain('C’est complété');
	expect(lackingIn(await open(place('board')))).not.toContain('qc-3.08-b');
	// Without agreement, and without danger, nothing leaves.
	expect(dutiesOf(await tell({ ground: 'consent' }))).toEqual(['qc-3.08-b']);
});

test('[qc-3.08-c] a court’s order is cited and names what leaves', async () => {
	const { tell, page } = await inFile(qc, 'Maxime Côté');
	const uncited = await tell({ ground: 'order' });
	expect(dutiesOf(uncited)).toEqual(['qc-3.08-c']);
	const vague = await tell({ ground: 'order', reference: '500-17-012345-267' });
	expect(vague.text).toContain('il manque ce qu’elle demande');
	const done = await tell({ ground: 'order', reference: '500-17-012345-267', scope: 'Les dates des rencontres' });
	expect(done.text).toContain('C’est noté');
	expect((await page()).text).toContain('Un tribunal l’ordonne');
});

test('[nb-6-i] nothing goes to a third party without an agreement that still holds, or a legal basis', async () => {
	const { tell, authorise, send, page, person, client } = await inFile(nb, 'Yvon Cormier');
	expect(dutiesOf(await tell({ ground: 'consent' }))).toEqual(['nb-6-i']);
	await nb.does(nb.practitioner.actor, client.dossier, 'authorisation.give', {
		person,
		to: 'École',
		what: 'Le plan',
		why: 'Entraide',
		until: nb.world.now() - 1000,
		means: 'paper',
	});
	expect(dutiesOf(await tell({ ground: 'consent' }))).toEqual(['nb-6-i']);
	await authorise();
	// An agreement to tell one person opens nothing to another.
	expect(dutiesOf(await tell({ ground: 'consent', to: 'Son employeur' }))).toEqual(['nb-6-i']);
	expect((await tell({ ground: 'consent' })).text).toContain('C’est noté');
	const shown = await page();
	const id =
		/name="_instance" value="([0-9a-f-]{36})"/.exec(shown.html.slice(shown.html.indexOf('id="authorisations"')))?.[1] ??
		'';
	expect((await send(shown, `revoke:${id}`, { means: 'oral' })).text).toContain('L’accord est repris');
	expect(dutiesOf(await tell({ ground: 'consent' }))).toEqual(['nb-6-i']);
	expect((await tell({ ground: 'law', reference: 'LPEJ', scope: 'Le signalement' })).text).toContain('C’est noté');
});

test('[nb-2-g] an agreement said aloud is written down by its words, its language and who heard it, before anything leaves', async () => {
	const { tell, authorise, page } = await inFile(nb, 'Aline Thibodeau');
	const spoken = await authorise({ means: 'oral' });
	expect(spoken.text).toContain('il manque les mots, la langue ou la personne qui les a entendus');
	expect(dutiesOf(await tell({ ground: 'consent' }))).toEqual(['nb-2-g']);
	await authorise({ means: 'oral', wording: 'Oui, dites-lui', spokenIn: 'français', heardBy: 'Ève Tremblay' });
	expect((await tell({ ground: 'consent' })).text).toContain('C’est noté');
	expect((await page()).text).not.toMatch(/enregistrement audio|enregistrez sa voix/);
});

test('[def-nb-confidentiality] what leaves asks for one of its grounds; what was already told is written down and asks why', async () => {
	const { tell, send, page, open, place, person } = await inFile(nb, 'Gilles Roy');
	const none = await tell({});
	expect(none.text).toContain('il manque la raison de communiquer');
	expect(dutiesOf(none)).toEqual(['def-nb-confidentiality']);
	const noted = await send(await page(), 'note', {
		'persons[]': person,
		to: 'Sa sœur',
		how: 'spoken',
		on: '2026-11-01',
	});
	expect(noted.text).toContain('sans accord ni raison notée');
	expect(lackingIn(await open(place('board')))).toContain('def-nb-confidentiality');
});
