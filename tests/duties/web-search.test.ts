import { describe, expect, test } from 'vitest';
import { publication } from '#server/app/documents.ts';
import { rejudge } from '#server/app/rejudge.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { deskOf, portal } from '../support/desk.ts';
import { expectDone, expectRefused, type OnTheWay, onTheWay } from '../support/duties.ts';
import { type HttpPath, openHttpPath, webApp } from '../support/http-path.ts';
import { testServer } from '../support/index.ts';
import { mailOf } from '../support/mailbox.ts';
import { dutiesOf, mendOf, reader } from '../support/no-script.ts';
import { type Client, request, walk } from '../support/path.ts';
import { lackingIn, longAgo } from '../support/tasks.ts';

const web = await webApp(await testServer());
const qc = await openHttpPath(web);
const reason = 'Vérifier l’adresse de son école.';
const urgent = {
	ground: 'emergency',
	danger: 'A écrit adieu, ne répond plus.',
	protects: 'Elle-même',
	noConsent: 'Le téléphone sonne dans le vide.',
};
const found = { where: 'Moteur de recherche, site de l’école', summary: 'L’école existe.', kept: 'Son adresse.' };

const today = (path: HttpPath) => dayOf(path.world.now());
const publish = async (path: HttpPath, more: object = {}) =>
	path.does(path.practitioner.actor, path.practice, 'policy.publish', {
		...publication(await path.factsOf(path.practice), 'websearch', today(path)),
		material: false,
		...more,
	});
type About = Pick<OnTheWay, 'client' | 'person'>;
const ofPerson = async (path: HttpPath, { client, person }: About) =>
	(await path.factsOf(client.dossier)).dossier.of(person);
const useIds = async (path: HttpPath, one: About) => Object.keys((await ofPerson(path, one)).uses.uses);
const searchIds = async (path: HttpPath, one: About) => Object.keys((await ofPerson(path, one)).searches.made);
/** The person says yes to being looked up. */
async function agrees(path: HttpPath, { client, person, actor }: OnTheWay): Promise<void> {
	const use = { person, use: 'webSearch', scope: 'Chercher son école, une fois.' };
	await path.does(path.practitioner.actor, client.dossier, 'use.propose', use);
	const [id] = await useIds(path, { client, person });
	await path.does(actor, client.dossier, 'use.agree', { person, id, means: 'signature' });
}
const firstOf = (client: Client): OnTheWay => {
	const [me] = client.persons;
	return { client, person: me?.id ?? '', actor: me?.actor ?? { assurance: 'none' } };
};
/** What the practice's own board says is missing or due. */
const lackingHere = async (path: HttpPath) => lackingIn(await deskOf(path).open('/fr/office/board'));

test('[qc-2.05-a] without a published policy a search is refused; one already made is accepted, and the duty shows unmet', async () => {
	const path = await openHttpPath(web, { bare: true });
	const desk = deskOf(path);
	const client = await request(path);
	const one = firstOf(client);
	await agrees(path, one);
	const page = await desk.open(desk.at(client, 'searches'));
	expect(page.text).toContain('n’a pas encore publié sa règle');
	const refused = await desk.send(page, `run:${one.person}`, { ground: 'agreed', reason });
	expect(refused.status).toBe(409);
	expect(dutiesOf(refused)).toContain('qc-2.05-a');
	expect(mendOf(refused)).toContain('/practice/policies/websearch');
	const made = { ground: 'none', reason, on: today(path), ...found };
	const noted = await desk.send(refused, `record:${one.person}`, made);
	expect(noted.text).toContain('La recherche est au dossier.');
	expect(await lackingHere(path)).toContain('qc-2.05-a');
	// Nobody in danger waits for a policy to be written.
	const danger = await desk.fills(client, 'searches', `run:${one.person}`, { reason, ...urgent });
	expect(danger.status).toBe(200);
	expect(await lackingHere(qc)).not.toContain('qc-2.05-a');
	expect(await searchIds(path, one)).toHaveLength(2);
});

describe('[qc-2.05-b] the search policy', () => {
	test('is in the client’s list with the version they know; a new one is handed again and waits to be read', async () => {
		const path = await openHttpPath(web);
		const { client, actor } = await onTheWay(path);
		const desk = deskOf(path);
		const mine = reader(path, actor);
		const list = async () => {
			const { text } = await mine.open(portal(client, 'read'));
			return /Chercher votre nom sur le Web(.*?)(?:Vos renseignements|Vous êtes informé|$)/.exec(text)?.[1] ?? '';
		};
		const read = async () => mine.send(await mine.open(portal(client, 'read/websearch')), 'read');
		await read();
		expect(await list()).toMatch(/Lu · version 1/);
		expect(await desk.lacks(client)).not.toContain('qc-2.05-b');
		const mail = await mailOf(path, 'camille@');
		const before = (await mail.after(2)).length;
		await publish(path);
		expect(await desk.lacks(client)).toContain('qc-2.05-b');
		await rejudge(path.world, path.practice.id);
		expect(await list()).toMatch(/À lire · version 2 · vous connaissez la version 1/);
		expect((await mail.after(before + 1)).at(-1)?.email.text).toContain('Des pages à lire vous attendent.');
		expect(await desk.lacks(client)).toContain('qc-2.05-b');
		expect((await desk.open('/fr/office')).text).toContain('Faire connaître cette politique aux clients');
		await read();
		expect(await list()).toMatch(/Lu · version 2/);
		expect(await desk.lacks(client)).not.toContain('qc-2.05-b');
		const { sent } = (await path.factsOf(client.dossier)).dossier.of(client.persons[0]?.id ?? '').consent;
		expect(sent.services?.version).toBe(1);
	});

	test('is missing while nobody was handed it, and from whoever was handed nothing else', async () => {
		const { client } = await onTheWay(qc, ['package', 'explain', 'consent']);
		const desk = deskOf(qc);
		expect(await desk.lacks(client)).toContain('qc-2.05-b');
		expect(await desk.mend(client, 'qc-2.05-b')).toContain('/package');
		await walk(qc, client, { upTo: 'package' });
		expect(await desk.lacks(client)).toContain('qc-2.05-b');
		expect(await desk.mend(client, 'qc-2.05-b')).toContain('/interview');
	});
});

describe('[qc-2.06-a] whoever was looked up is told', () => {
	const searched = async (name: string, days: number) => {
		const then = longAgo(qc, days);
		const client = await request(then, { names: [name] });
		await walk(then, client);
		const one = firstOf(client);
		await then.does(qc.practitioner.actor, client.dossier, 'search.run', { person: one.person, reason, ...urgent });
		const [id = ''] = await searchIds(qc, one);
		return { one, id, client };
	};
	const desk = deskOf(qc);
	const waits = async (name: string) => {
		const { text } = await desk.open('/fr/office');
		return new RegExp(`${name} · Si une recherche est faite, le dire au client\\.? \\(([^)]*)\\)`).exec(text)?.[1];
	};

	test('after an emergency it waits, then shows as overdue, until a dated notice', async () => {
		const { client, id, one } = await searched('Alex Fortin', 20);
		expect(await desk.lacks(client)).toContain('qc-2.06-a');
		const page = await desk.open(desk.at(client, 'searches'));
		expect(page.text).toContain('À dire à la personne : en retard depuis le');
		await desk.send(page, `finish:${id}`, found);
		expect(await waits('Alex Fortin')).toContain('en retard depuis');
		const mine = reader(qc, one.actor);
		expect((await mine.open(portal(client, 'file'))).text).not.toContain('recherche');
		const told = { on: today(qc), how: 'telephone', words: 'Elle en est soulagée.' };
		const after = await desk.fills(client, 'searches', `tell:${id}`, told);
		expect(after.text).toMatch(/Dit à la personne le .* Au téléphone\./);
		expect(after.text).toContain('Elle en est soulagée.');
		expect(await desk.lacks(client)).not.toContain('qc-2.06-a');
		expect(await waits('Alex Fortin')).toBeUndefined();
		const own = await mine.open(portal(client, 'file'));
		expect(own.text).toMatch(
			/Recherches sur le Web à votre sujet.*Vérifier l’adresse de son école\..*Il y avait un danger/,
		);
		expect(own.text).not.toContain('adieu');
	});

	test('or until a signed reason to wait, to a day that is not far', async () => {
		const { client, id } = await searched('Dany Caron', 20);
		const later = { until: dayOf(qc.world.now() + 10 * DAY), reason: 'Son frère lit ses messages.' };
		const far = await desk.fills(client, 'searches', `defer:${id}`, { ...later, until: '2031-01-01' });
		expect(far.status).toBe(422);
		expect(far.text).toContain('Son frère lit ses messages.');
		expect(await waits('Dany Caron')).toContain('en retard depuis');
		const put = await desk.fills(client, 'searches', `defer:${id}`, later);
		expect(put.text).toContain('Son frère lit ses messages.');
		expect(put.text).not.toContain('en retard depuis');
		expect(await waits('Dany Caron')).toContain('d’ici le');
		expect(await desk.lacks(client)).toContain('qc-2.06-a');
	});
});

test('[qc-2.06-b] the record shows why, where, when and what was kept; nothing is saved without its reason', async () => {
	const one = await onTheWay(qc, [], ['Robin Hébert']);
	const { client, person, actor } = one;
	const desk = deskOf(qc);
	await agrees(qc, one);
	for (const [form, more] of [
		['run', {}],
		['record', { on: today(qc), ...found }],
	] as const) {
		const refused = await desk.fills(client, 'searches', `${form}:${person}`, { ground: 'agreed', ...more });
		expect(refused.status).toBe(409);
		expect(dutiesOf(refused)).toEqual(['qc-2.06-b']);
		expect(refused.text).toContain('il manque la raison de cette recherche');
	}
	expect(await searchIds(qc, one)).toEqual([]);
	const begun = await desk.fills(client, 'searches', `run:${person}`, { ground: 'agreed', reason });
	expect(begun.status).toBe(200);
	expect(await desk.lacks(client)).toContain('qc-2.06-b');
	const [id] = await searchIds(qc, one);
	const half = await desk.fills(client, 'searches', `finish:${id}`, { ...found, kept: '' });
	expect(half.status).toBe(422);
	expect(half.text).toContain(found.summary);
	const done = await desk.send(half, `finish:${id}`, found);
	for (const text of [reason, ...Object.values(found), 'Recherche du']) expect(done.text).toContain(text);
	expect(await desk.lacks(client)).not.toContain('qc-2.06-b');
	const timeline = await desk.open(desk.at(client, 'timeline'));
	expect(timeline.text).toContain('Recherche sur le Web commencée');
	expect(timeline.text).toContain(reason);
	const own = await reader(qc, actor).open(portal(client, 'file'));
	expect(own.text).toMatch(/Recherches sur le Web à votre sujet.*Vérifier l’adresse de son école\./);
});

describe('[qc-3.04-a] only with their agreement', () => {
	test('a search is refused until the person says yes, and after they took it back; one’s yes is not another’s', async () => {
		const one = await onTheWay(qc, [], ['Camille Roy', 'Dominique Gagnon']);
		const { client, person } = one;
		const desk = deskOf(qc);
		const run = () => desk.fills(client, 'searches', `run:${person}`, { ground: 'agreed', reason });
		const refused = await run();
		expect(refused.status).toBe(409);
		expect(dutiesOf(refused)).toEqual(['qc-3.04-a']);
		expect(mendOf(refused)).toContain(`/uses?for=`);
		expect(refused.text).toContain(reason);
		await agrees(qc, one);
		expect((await run()).status).toBe(200);
		const [, other] = client.persons;
		const theirs = await desk.fills(client, 'searches', `run:${other?.id}`, { ground: 'agreed', reason });
		expect(dutiesOf(theirs)).toEqual(['qc-3.04-a']);
		const [id] = await searchIds(qc, one);
		await desk.fills(client, 'searches', `finish:${id}`, found);
		expect((await reader(qc, one.actor).open(portal(client, 'file'))).text).toContain(reason);
		const partner = reader(qc, other?.actor);
		for (const place of ['file', 'file/opened', '', 'messages'])
			expect((await partner.open(portal(client, place))).text).not.toContain('école');
		const [use] = await useIds(qc, one);
		await qc.does(one.actor, client.dossier, 'use.end', { person, id: use, means: 'signature' });
		expect(dutiesOf(await run())).toEqual(['qc-3.04-a']);
		expect(await desk.lacks(client)).not.toContain('qc-3.04-a');
	});

	test('one already made without it is noted as such, opens telling and a review, and shows as not met', async () => {
		const { client, person } = await onTheWay(qc, [], ['Sacha Dubé']);
		const desk = deskOf(qc);
		const made = { ground: 'none', reason, on: today(qc), ...found };
		const noted = await desk.fills(client, 'searches', `record:${person}`, made);
		expect(noted.text).toContain('La recherche est au dossier.');
		const lacks = await desk.lacks(client);
		expect(lacks).toContain('qc-3.04-a');
		expect(lacks).toContain('qc-2.06-a');
		expect(await desk.mend(client, 'qc-3.04-a')).toContain('/searches');
		expect((await desk.open('/fr/office')).text).toMatch(/Sacha Dubé · Ne chercher un client sur le Web/);
		const [id] = await searchIds(qc, { client, person });
		const learned = { learned: 'Demander d’abord ; son numéro était au dossier.' };
		const back = await desk.fills(client, 'searches', `review:${id}`, learned);
		expect(back.text).toContain('son numéro était au dossier');
		expect(await desk.lacks(client)).not.toContain('qc-3.04-a');
		expect(await desk.lacks(client)).toContain('qc-2.06-a');
	});

	test('saying afterwards that they had agreed is no agreement: the record must hold one of that day', async () => {
		const one = await onTheWay(qc, [], ['Maude Roy']);
		const desk = deskOf(qc);
		const made = { ground: 'agreed', reason, on: dayOf(qc.world.now() - 3 * DAY), ...found };
		await desk.fills(one.client, 'searches', `record:${one.person}`, made);
		expect(await desk.lacks(one.client)).toContain('qc-3.04-a');
		await agrees(qc, one);
		expect(await desk.lacks(one.client)).toContain('qc-3.04-a');
		const other = await onTheWay(qc, [], ['Line Roy']);
		await agrees(qc, other);
		await desk.fills(other.client, 'searches', `record:${other.person}`, { ...made, on: today(qc) });
		expect(await desk.lacks(other.client)).not.toContain('qc-3.04-a');
	});
});

describe('[qc-3.04-b] in an emergency', () => {
	test('a danger nobody described is refused; described, it is noted, the privacy officer is told, and telling waits', async () => {
		const path = await openHttpPath(web);
		const officer = await path.newAccount('member', 'Paule Côté');
		const roles = ['privacyOfficer', 'owner'];
		await path.does(path.practitioner.actor, path.practice, 'member.join', {
			account: officer,
			name: 'Paule Côté',
			roles,
		});
		const mail = await mailOf(path, 'bonjour@');
		const one = await onTheWay(path, [], ['Noé Landry']);
		const desk = deskOf(path);
		const bare = await desk.fills(one.client, 'searches', `run:${one.person}`, { ground: 'emergency', reason });
		expect(bare.status).toBe(409);
		expect(dutiesOf(bare)).toEqual(['qc-3.04-b']);
		expect(mendOf(bare)).toBeUndefined();
		expect(await searchIds(path, one)).toEqual([]);
		const done = await desk.send(bare, `run:${one.person}`, { reason, ...urgent });
		expect(done.status).toBe(200);
		expect(done.text).toContain(urgent.danger);
		expect(await desk.lacks(one.client)).toContain('qc-2.06-a');
		const [letter] = await mail.after(1);
		expect(letter?.email.text).toContain('Une tâche vous attend.');
		expect(`${letter?.email.subject} ${letter?.email.text}`).not.toMatch(/Noé|Landry|Web|danger/);
		const paule = reader(path, { account: officer, assurance: 'passkey' });
		expect((await paule.open('/fr/office')).text).toContain('Une recherche sur le Web a été faite en urgence.');
		const register = await paule.open('/fr/office/practice/searches');
		expect(register.text).toContain('Ève Tremblay');
		expect(register.text).not.toMatch(/Noé|Landry|adieu/);
		const [id] = await searchIds(path, one);
		const seen = await paule.send(register, `see:${id}`);
		expect(seen.text).toContain('Vue le');
		expect((await paule.open('/fr/office')).text).not.toContain('faite en urgence');
	});

	test('nothing else passes by it: on the ground of an agreement, no word of danger helps', async () => {
		const { client, person } = await onTheWay(qc);
		const run = (more: object) =>
			qc.attempt(qc.practitioner.actor, client.dossier, 'search.run', { person, reason, ...more });
		expectRefused(await run({ ...urgent, ground: 'agreed' }), 'qc-3.04-a');
		for (const missing of ['danger', 'protects', 'noConsent'])
			expectRefused(await run({ ...urgent, [missing]: undefined }), 'qc-3.04-b');
		expectDone(await run(urgent));
	});
});
