import { describe, expect, test } from 'vitest';
import { packageFor } from '#server/app/documents.ts';
import { publishedOwn } from '#server/app/views/policies.ts';
import { dayOf } from '#server/kernel/time.ts';
import { board } from '#server/norms/judge.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { dutiesOf, formOf, formsIn, mendOf, reader } from '../support/no-script.ts';
import { regulators, request, someTerms, walkStep } from '../support/path.ts';

const web = await webApp(await testServer());

/** A practice that described its services and checked its regulator, with nothing published. */
async function described(province: 'QC' | 'NB' = 'QC') {
	const path = await openHttpPath(web, { bare: true, province });
	const { actor } = path.practitioner;
	await path.does(actor, path.practice, 'service.describe', someTerms);
	await path.does(actor, path.practice, 'regulator.verify', {
		...regulators[province],
		verifiedOn: dayOf(path.world.now()),
	});
	return { path, ...reader(path, actor) };
}
const list = '/fr/office/practice/policies';
const published = async (path: HttpPath, key: string) =>
	(await path.factsOf(path.practice)).practice.policies.documents[key]?.published;
const verdictOf = async (path: HttpPath, duty: string) =>
	board(await path.factsOf(path.practice), { now: path.world.now(), focus: {} }).find((r) => r.duty.id === duty)
		?.verdict.is;

describe('a document is not published without what a norm asks for', () => {
	const asked = [
		['qc-2.02-b', 'services', 'services'],
		['qc-2.02-c', 'services', 'benefits'],
		['qc-2.02-d', 'services', 'risks'],
		['qc-2.02-h', 'services', 'limits'],
		['qc-3.05-b', 'confidentiality', 'exceptions'],
		['qc-4.04-a', 'communications', 'between'],
		['qc-4.04-b', 'communications', 'emergency'],
		['qc-4.04-d', 'communications', 'afterHours'],
		['qc-5.01-a', 'records', 'archiving'],
		['qc-5.03-a', 'records', 'storage'],
		['qc-5.03-b', 'records', 'retention'],
	] as const;
	test.each(asked)(
		'[%s] %s without « %s »: refused on the page, the clause added from there, published',
		async (duty, key, clause) => {
			const { path, open, send } = await described();
			const drafted = await send(await open(`${list}/${key}`), 'adopt:all');
			const refused = await send(await send(drafted, `remove:${clause}`), 'publish');
			expect(refused.status).toBe(409);
			expect(dutiesOf(refused)).toEqual([duty]);
			expect(mendOf(refused)).toMatch(new RegExp(`/policies/${key}\\?for=[0-9a-f-]{36}#${clause}$`));
			expect(await published(path, key)).toBeUndefined();
			const mending = await open(mendOf(refused) ?? '');
			expect(mending.html).toContain(`<article id="${clause}"`);
			const back = await send(mending, `adopt:${clause}`);
			expect(back.address).toMatch(/\?resume=/);
			expect(back.text).toContain('Voici ce que vous aviez écrit');
			const done = await send(back, 'publish');
			expect(done.status).toBe(200);
			expect((await published(path, key))?.clauses).toContain(clause);
			expect(await verdictOf(path, duty)).toBe('met');
		},
	);
});

test('[nb-2-j] the agreement without its security clause: refused, passed with a signed reason and its last day, from the page', async () => {
	const { path, open, send } = await described('NB');
	const drafted = await send(await open(`${list}/confidentiality`), 'adopt:all');
	const refused = await send(await send(drafted, 'remove:security'), 'publish');
	expect(dutiesOf(refused)).toEqual(['nb-2-j']);
	const day = formOf(refused, 'waive:nb-2-j').fields.day;
	expect(day).toMatch(/^2\d{3}-\d\d-\d\d$/);
	const back = await send(refused, 'waive:nb-2-j', { reason: 'Le texte est en révision.' });
	expect(back.address).toMatch(/\?resume=/);
	await send(back, 'publish');
	expect((await published(path, 'confidentiality'))?.clauses).not.toContain('security');
	expect(await verdictOf(path, 'nb-2-j')).toBe('waived');
});

describe('one press publishes everything', () => {
	test('each document that can be written, and again only what changed', async () => {
		const { path, open, send } = await described();
		const done = await send(await open(list), 'all');
		expect(done.text).toContain('12 documents sont publiés');
		for (const key of documentKeys) expect(await published(path, key), key).toMatchObject({ version: 1 });
		const fine = await open(list);
		expect(fine.text).toContain('Tout est publié, et dit encore vrai.');
		expect(formsIn(fine.html).filter((f) => f.action.startsWith('?/all'))).toEqual([]);
		await path.does(path.practitioner.actor, path.practice, 'service.describe', { ...someTerms, retentionYears: 9 });
		const changed = await open(list);
		expect(changed.text).toContain('Quelque chose a changé depuis la publication');
		expect(changed.text).toContain('une clause ne dit plus ce qui est vrai ou voulu');
		await send(changed, 'all');
		expect((await published(path, 'records'))?.version).toBe(2);
		expect((await published(path, 'services'))?.version).toBe(1);
	});

	test('it stops at the first no, says which duty, and leads to what mends it', async () => {
		const { path, open, send } = await described();
		const { actor } = path.practitioner;
		// Where no rule pack tells when secrecy ends, the library cannot write that clause.
		const profile = (await path.factsOf(path.practice)).practice.practice.profile;
		await path.does(actor, path.practice, 'practice.describe', { ...profile, territory: 'YT' });
		const refused = await send(await open(list), 'all');
		expect(refused.text).toContain('Arrêté à « Nos services à distance ».');
		expect(dutiesOf(refused)).toEqual(['qc-2.02-h']);
		for (const key of documentKeys) expect(await published(path, key), key).toBeUndefined();
		const page = await open(mendOf(refused) ?? '');
		expect(page.text).toContain('Écrivez cette clause dans vos mots');
		const back = await send(page, 'write:limits', {
			fr: 'Quelqu’un est en danger.\n\nLa loi le demande.',
			en: 'Someone is in danger.\n\nThe law asks for it.',
		});
		expect(back.address).toMatch(/policies\?resume=/);
		const next = await send(back, 'all');
		expect((await published(path, 'services'))?.own).toEqual(['limits']);
		expect(dutiesOf(next)).toEqual(['qc-3.05-b']);
		expect(await published(path, 'communications')).toBeUndefined();
	});

	test('nothing can be written before the services are described; the page says so and leads there', async () => {
		const path = await openHttpPath(web, { bare: true });
		const { open } = reader(path, path.practitioner.actor);
		const page = await open(list);
		expect(formsIn(page.html).filter((f) => f.action.startsWith('?/all'))).toEqual([]);
		expect(page.html).toContain('/fr/office/practice/terms');
		expect((await open(`${list}/services`)).text).toContain('Décrivez d’abord vos services');
	});
});

describe('a clause in the practice’s own words', async () => {
	const { path, open, send } = await described();
	const page = await send(await open(`${list}/services`), 'adopt:all');
	const words = { fr: 'Nous parlons avec vous.\n\nRien de plus.', en: 'We talk with you.\n\nNothing more.' };

	test('is kept in both languages, with how easy it is to read', async () => {
		const half = await send(page, 'write:fees', { fr: words.fr, en: ' ' });
		expect(half.status).toBe(422);
		expect(half.text).toContain('Écrivez votre réponse ici.');
		expect(formOf(half, 'write:fees').fields.fr).toBe(words.fr);
		const kept = await send(half, 'write:fees', words);
		expect(kept.text).toMatch(/Facilité de lecture : \d+ sur 100/);
		expect(formOf(await open(page.address), 'write:fees').fields).toMatchObject(words);
	});

	test('leaving out a part that the norm asks for wants a reason', async () => {
		const without = { fr: 'Nos risques.', en: 'Our risks.', 'omitted[]': ['risks.lostCues'] };
		const refused = await send(page, 'write:risks', without);
		expect(refused.text).toContain('il manque la raison de ce que vous retirez');
		const done = await send(refused, 'write:risks', { ...without, reason: 'Nous ne voyons personne à l’écran.' });
		expect(done.text).toContain('Vos mots sont dans le brouillon.');
	});

	test('is published as it was written, and handed so', async () => {
		await send(await open(page.address), 'publish');
		expect((await published(path, 'services'))?.own).toEqual(['risks', 'fees']);
		const client = await request(path);
		await walkStep(path, client, 'home');
		const facts = await path.factsOf(client.dossier);
		const own = await publishedOwn(path.world, path.practice.id, facts);
		const sent = packageFor(facts, client.persons[0]?.id ?? '', dayOf(path.world.now()), own);
		expect(sent?.texts).toMatchObject({ services: { fees: { text: ['Nous parlons avec vous.', 'Rien de plus.'] } } });
		const shown = await open(`/fr/office/clients/${client.dossier.id}/package`);
		expect(shown.text).toContain('Nous parlons avec vous. Rien de plus.');
	});

	test('the text on offer can be taken back; until it is published again the page says what differs', async () => {
		const back = await send(await open(page.address), 'adopt:fees');
		expect(back.text).toContain('changée depuis la publication');
		expect((await open(list)).text).toContain('une clause ne dit plus ce qui est vrai ou voulu');
	});

	test('what the running system does is not rewritten', async () => {
		const records = await send(await open(`${list}/records`), 'adopt:all');
		expect(records.text).toContain('Elle s’écrit d’elle-même, pour rester vraie.');
		expect(formsIn(records.html).some((f) => f.fields._instance === 'storage' && f.action.startsWith('?/write'))).toBe(
			false,
		);
	});
});

test('publishing again asks whether the change is material: nobody answers for the practitioner', async () => {
	const { path, open, send } = await described();
	await send(await open(list), 'all');
	await path.does(path.practitioner.actor, path.practice, 'service.describe', { ...someTerms, retentionYears: 9 });
	const page = await open(`${list}/records`);
	expect(formOf(page, 'publish').fields['material:b']).toBeUndefined();
	expect((await send(page, 'publish')).status).toBe(422);
	await send(page, 'publish', { 'material:b': 'true' });
	const { documents } = (await path.factsOf(path.practice)).practice.policies;
	expect(documents.records).toMatchObject({ materialVersion: 2, published: { version: 2, material: true } });
});
