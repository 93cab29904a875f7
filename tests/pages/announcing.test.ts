import { expect, test } from 'vitest';
import { publication } from '#server/app/documents.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { accompanied } from '../support/desk.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { reader } from '../support/no-script.ts';
import { type Client, request, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());
const place = '/fr/office/practice/policies/privacy';

/** The privacy policy says something else of how long files are kept: those who agreed to it are asked again. */
async function changePrivacy(path: HttpPath) {
	const { actor } = path.practitioner;
	const { terms } = (await path.factsOf(path.practice)).practice.practice;
	const { evidence: _, ...described } = terms ?? ({} as never);
	await path.does(actor, path.practice, 'service.describe', { ...described, retentionYears: 9 });
	const facts = await path.factsOf(path.practice);
	await path.does(actor, path.practice, 'policy.publish', {
		...publication(facts, 'privacy', dayOf(path.world.now())),
		material: true,
	});
}

const withAddress = async (path: HttpPath, { dossier, persons }: Client, address: string) => {
	const [person] = persons;
	const { contact } = (await path.factsOf(dossier)).dossier.of(person?.id ?? '').intake;
	const { evidence: _, ...known } = contact ?? ({} as never);
	const set = { person: person?.id, contact: { ...known, address } };
	await path.does(path.practitioner.actor, dossier, 'contact.set', set);
};

/** Somebody without an account, who agreed on paper. */
async function onPaper(path: HttpPath, name: string): Promise<Client> {
	const { dossier, persons } = await request(path, { names: [name], linked: false });
	const { actor } = path.practitioner;
	const client = { dossier, persons: persons.map(({ id }) => ({ id, actor })) };
	for (const step of ['home', 'package'] as const) await walkStep(path, client, step);
	await accompanied(path, client);
	const person = persons[0]?.id ?? '';
	await path.does(actor, dossier, 'questions.offer', { person });
	const { sent } = (await path.factsOf(dossier)).dossier.of(person).consent;
	const documents = Object.fromEntries(Object.entries(sent).map(([key, { version }]) => [key, version]));
	await path.does(actor, dossier, 'consent.record', { person, documents, means: 'paper', witness: 'Luc Roy' });
	return client;
}

test('[nb-6-h] a material change reaches those without an account: letters, then one act, one line each', async () => {
	const path = await openHttpPath(web, { province: 'NB' });
	const desk = reader(path, path.practitioner.actor);
	const homes = ['12, rue du Port', '4, rue Haute'];
	const clients: Client[] = [];
	for (const name of ['Aline Doiron', 'Basile Cormier', 'Carole Melanson']) {
		const client = await onPaper(path, name);
		clients.push(client);
		const address = homes[clients.length - 1];
		if (address !== undefined) await withAddress(path, client, address);
	}
	expect((await desk.open(`${place}/told`)).text).toContain('Personne n’avait donné son accord avant ce changement');
	await changePrivacy(path);
	const page = await desk.open(`${place}/told`);
	expect(page.text).toContain('Il reste 3 personnes à aviser.');
	expect(page.text).toContain('sans espace en ligne');

	const letters = await desk.open(`${place}/letters`);
	expect(letters.html.match(/<article/g)).toHaveLength(3);
	for (const words of ['12, rue du Port', 'Bonjour Basile Cormier', 'Appelez-nous au', 'À renvoyer'])
		expect(letters.text).toContain(words);
	expect(letters.text.replaceAll('\u2060', '')).toContain('418-555-0142');
	expect(letters.html).toMatch(/<del[\s\S]*7[\s\S]*<ins[\s\S]*9/);

	const posted = await desk.send(page, 'tell', { means: 'posted', who: 'all' });
	expect(posted.text).toContain('C’est noté pour 2 personnes.');
	expect(posted.text).toContain('Carole Melanson · aucune adresse postale au dossier');
	expect(posted.text).toContain('Il reste 1 personne à aviser.');
	expect(posted.text).toContain('lettre postée');
	const [aline, , carole] = clients;
	if (!aline || !carole) throw new Error('nobody');
	const told = async ({ dossier, persons }: Client) =>
		(await path.factsOf(dossier)).dossier.of(persons[0]?.id ?? '').told.changes.privacy;
	expect(await told(aline)).toMatchObject({ version: 2, means: 'posted' });
	expect(await told(carole)).toBeUndefined();
	expect((await desk.open(`/fr/office/clients/${aline.dossier.id}/timeline`)).text).toContain(
		'Avisée d’un changement important',
	);

	const nobody = await desk.send(await desk.open(`${place}/told`), 'tell', { means: 'telephone', who: 'ticked' });
	expect(nobody.status).toBe(422);
	const ticked = { means: 'telephone', who: 'ticked', 'people[]': [`${carole.dossier.id}.${carole.persons[0]?.id}`] };
	const all = await desk.send(await desk.open(`${place}/told`), 'tell', ticked);
	expect(all.text).toContain('Toutes les personnes concernées sont avisées.');
	expect((await desk.open(`${place}/letters`)).html).not.toContain('<article');
});

test('three hundred are told in one act; one file that is not ours, and nobody is', async () => {
	const path = await openHttpPath(web);
	const { actor } = path.practitioner;
	await changePrivacy(path);
	const people: { dossier: string; person: string }[] = [];
	for (let i = 0; i < 300; i++) {
		const { dossier, persons } = await request(path, { names: [`Personne ${i}`], linked: false });
		people.push({ dossier: dossier.id, person: persons[0]?.id ?? '' });
	}
	const told = { document: 'privacy', version: 2, means: 'posted', on: dayOf(path.world.now()) };
	const stranger = { dossier: path.world.newId(), person: path.world.newId() };
	const announce = (to: typeof people) =>
		path.attempt(actor, path.practice, 'change.announce', { ...told, people: to });
	expect(isRefusal(await announce([...people, stranger]))).toBe(true);
	const last = people.at(-1);
	const changes = async () =>
		(await path.factsOf({ kind: 'dossier', id: last?.dossier ?? '' })).dossier.of(last?.person ?? '').told.changes;
	expect(await changes()).toEqual({});
	const began = performance.now();
	expect(isRefusal(await announce(people))).toBe(false);
	expect(performance.now() - began).toBeLessThan(60_000);
	expect(await changes()).toMatchObject({ privacy: { version: 2, means: 'posted' } });
}, 180_000);
